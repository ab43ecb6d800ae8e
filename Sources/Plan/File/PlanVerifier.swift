/// Checks, once, everything that the rest of the program takes for granted: every row number, text, address, code and order.
/// A plan that passes cannot make a reader leave its memory or run forever, whoever wrote it.
struct PlanVerifier {
    let plan: Plan
    private let meaningPoolBytes: Int

    init(_ plan: Plan, meaningPoolBytes: Int) {
        self.plan = plan
        self.meaningPoolBytes = meaningPoolBytes
    }

    func verify() throws(PlanLoadError) {
        try verifyGlobal()
        try verifyProxies()
        try verifyListeners()
        try verifyServers()
        try verifyChecks()
        try verifyRules()
        try CodeVerifier(plan, self).verify()
        try verifyPatterns()
        try verifyAssets()
        try verifyObjects()
        try verifySourceMap()
    }

    // MARK: Primitives

    func require(_ holds: Bool, _ what: @autoclosure () -> String) throws(PlanLoadError) {
        if !holds { throw .damaged(what()) }
    }

    @inline(__always)
    func isValid(_ text: Text) -> Bool {
        if text.isNone { return text.length == 0 }
        return Int(text.offset) &+ Int(text.length) <= meaningPoolBytes
    }

    @inline(__always)
    func isRow<Row, ID>(_ id: ID, of table: Table<Row, ID>) -> Bool { id.index < table.count }

    @inline(__always)
    func isRowOrNone<Row, ID>(_ id: ID, of table: Table<Row, ID>) -> Bool { id.isNone || id.index < table.count }

    @inline(__always)
    func areRows<Row, ID>(_ rows: Rows<ID>, of table: Table<Row, ID>) -> Bool {
        Int(rows.first) &+ Int(rows.count) <= table.count
    }

    @inline(__always)
    func isValid(_ address: Address) -> Bool {
        guard AddressFamily(rawValue: address.familyRaw) != nil, isValid(address.text) else { return false }
        switch address.family {
        case .unix, .abstractUnix, .name: return address.text.length > 0
        case .none, .ipv4, .ipv6, .descriptor: return true
        }
    }

    // MARK: Tables

    private func verifyGlobal() throws(PlanLoadError) {
        let global = plan.global.pointee
        let texts = [global.node, global.text, global.user, global.group, global.chroot, global.logTag, global.logSendHostname]
        for text in texts { try require(isValid(text), "a text of the global section lies outside") }
        try require(areRows(global.logTargets, of: plan.logTargets), "the global section names log targets that it does not have")
        for id in plan.logTargets.ids {
            let target = plan.logTargets[id]
            try require(
                LogTargetKind(rawValue: target.kindRaw) != nil && LogEnvelope(rawValue: target.envelopeRaw) != nil
                    && isValid(target.address)
                    && target.facility <= 23 && target.maxLevel <= 7 && target.minLevel <= 7, "log target \(id.raw)")
        }
    }

    private func verifyProxies() throws(PlanLoadError) {
        // Rows of listeners and servers are the proxies' in order, so that each belongs to one.
        for id in plan.proxies.ids {
            let proxy = plan.proxies.pointer(id)
            let p = proxy.pointee
            let texts =
                isValid(p.name) && isValid(p.key) && isValid(p.guid) && isValid(p.logTag) && isValid(p.text) && isValid(p.forwardforHeader)
            try require(texts, "a text of proxy \(id.raw) lies outside")
            try require(
                p.modeRaw <= ProxyMode.http.rawValue && BalanceAlgorithm(rawValue: p.balanceRaw) != nil && isValid(p.forwardforExcept),
                "proxy \(id.raw) has a mode, balance or address that does not exist")
            try require(
                isRowOrNone(p.defaultBackend, of: plan.proxies) && isRowOrNone(p.check, of: plan.checks)
                    && areRows(p.listeners, of: plan.listeners) && areRows(p.servers, of: plan.servers)
                    && areRows(p.ruleSets, of: plan.ruleSets) && areRows(p.logTargets, of: plan.logTargets)
                    && areRows(p.errorFiles, of: plan.errorFiles) && isRowOrNone(p.object, of: plan.objects),
                "proxy \(id.raw) names rows that do not exist")
            for row in p.listeners.range {
                try require(plan.listeners.base[row].proxy == id, "listener \(row) belongs to another proxy")
            }
            for row in p.servers.range {
                try require(plan.servers.base[row].proxy == id, "server \(row) belongs to another proxy")
            }
            var last = -1
            for row in p.ruleSets.range {
                let kind = Int(plan.ruleSets.base[row].kindRaw)
                try require(kind > last, "the rule sets of proxy \(id.raw) are out of order")
                last = kind
            }
        }
        for id in plan.errorFiles.ids {
            let file = plan.errorFiles[id]
            try require(
                PlanLimits.statuses.contains(file.status) && isRow(file.asset, of: plan.assets), "error file \(id.raw)")
        }
    }

    private func verifyListeners() throws(PlanLoadError) {
        for id in plan.listeners.ids {
            let l = plan.listeners.pointer(id).pointee
            let texts = isValid(l.key) && isValid(l.name) && isValid(l.interface) && isValid(l.unixUser) && isValid(l.unixGroup)
            try require(texts && isValid(l.address), "a text of listener \(id.raw) lies outside")
            try require(
                ListenerPurpose(rawValue: l.purposeRaw) != nil && CommandLevel(rawValue: l.levelRaw) != nil
                    && isRowOrNone(l.object, of: plan.objects), "listener \(id.raw) has a purpose, level or object that does not exist")
            if l.purpose == .proxy {
                try require(
                    isRow(l.proxy, of: plan.proxies) && plan.proxies[l.proxy].listeners.range.contains(id.index),
                    "listener \(id.raw) belongs to no proxy")
            } else {
                try require(l.proxy.isNone, "command socket \(id.raw) belongs to a proxy")
            }
        }
    }

    private func verifyServers() throws(PlanLoadError) {
        for id in plan.servers.ids {
            let s = plan.servers.pointer(id)
            try require(
                isValid(s.pointee.name) && isValid(s.pointee.key) && isValid(s.pointee.address) && isValid(s.pointee.checkAddress)
                    && isValid(s.pointee.initialAddress), "a text of server \(id.raw) lies outside")
            try require(isRowOrNone(s.pointee.object, of: plan.objects), "server \(id.raw) names an object that does not exist")
            let proxy = s.pointee.proxy
            try require(
                isRow(proxy, of: plan.proxies) && plan.proxies.pointer(proxy).pointee.servers.range.contains(id.index),
                "server \(id.raw) belongs to no proxy")
        }
    }

    private func verifyChecks() throws(PlanLoadError) {
        for id in plan.checks.ids {
            let c = plan.checks[id]
            try require(
                isValid(c.method) && isValid(c.uri) && isValid(c.version) && isValid(c.body), "a text of check \(id.raw) lies outside")
            try require(
                CheckKind(rawValue: c.kindRaw) != nil && CheckExpectation(rawValue: c.expectRaw) != nil
                    && areRows(c.headers, of: plan.checkHeaders) && isRowOrNone(c.expectPatterns, of: plan.patternSets),
                "check \(id.raw) names what does not exist")
            try require(c.expect == .standard || !c.expectPatterns.isNone, "check \(id.raw) expects nothing")
        }
        for id in plan.checkHeaders.ids {
            let header = plan.checkHeaders[id]
            try require(isValid(header.name) && isValid(header.value), "check header \(id.raw)")
        }
    }

    private func verifyRules() throws(PlanLoadError) {
        for id in plan.ruleSets.ids {
            let set = plan.ruleSets[id]
            try require(
                set.kind != nil && isRow(set.entry, of: plan.code) && areRows(set.rules, of: plan.rules), "rule set \(id.raw)")
        }
        for id in plan.rules.ids {
            let rule = plan.rules[id]
            try require(
                isRow(rule.proxy, of: plan.proxies) && RuleSetKind(rawValue: rule.kindRaw) != nil && isValid(rule.text)
                    && isRow(rule.code, of: plan.code), "rule \(id.raw)")
        }
    }

    private func verifyPatterns() throws(PlanLoadError) {
        for id in plan.patternSets.ids {
            let set = plan.patternSets[id]
            try require(
                MatchMethod(rawValue: set.methodRaw) != nil && areRows(set.patterns, of: plan.patterns) && isValid(set.key),
                "pattern set \(id.raw)")
            guard set.method == .ip else { continue }
            for row in set.patterns.range {
                let pattern = plan.patterns.base[row]
                let bits = Int64(pattern.text.length) &* 8
                try require((bits == 32 || bits == 128) && (0...bits).contains(pattern.low), "pattern \(row) is no network")
            }
        }
        for id in plan.patterns.ids { try require(isValid(plan.patterns.pointer(id).pointee.text), "pattern \(id.raw)") }
        for id in plan.followedFiles.ids {
            let path = plan.followedFiles[id].path
            try require(isValid(path) && path.length > 0, "followed file \(id.raw)")
        }
    }

    private func verifyAssets() throws(PlanLoadError) {
        for id in plan.assets.ids {
            let asset = plan.assets[id]
            try require(Int(asset.offset) &+ Int(asset.length) <= plan.assetBytes.count, "asset \(id.raw)")
        }
    }

    private func verifyObjects() throws(PlanLoadError) {
        let pool = plan.pool
        for id in plan.objects.ids {
            let o = plan.objects.pointer(id).pointee
            guard let kind = ObjectKind(rawValue: o.kindRaw) else { throw .damaged("object \(id.raw)") }
            let row = Int(o.row)
            let exists =
                switch kind {
                case .global: row == 0
                case .proxy: row < plan.proxies.count
                case .listener, .commandSocket: row < plan.listeners.count
                case .server: row < plan.servers.count
                }
            try require(
                exists && isValid(o.key) && areRows(o.settings, of: plan.settingReferences)
                    && areRows(o.common, of: plan.settingReferences), "object \(id.raw)")
            guard id.raw > 0 else { continue }
            let before = plan.objects.pointer(ObjectID(id.raw &- 1)).pointee
            let inOrder =
                before.kindRaw < o.kindRaw
                || before.kindRaw == o.kindRaw && compareBytes(before.key.bytes(in: pool), o.key.bytes(in: pool)) <= 0
            try require(inOrder, "its objects are out of order")
        }
        for id in plan.settings.ids {
            let setting = plan.settings[id]
            try require(
                isValid(setting.word) && isValid(setting.value) && Apply(rawValue: setting.applyRaw) != nil, "setting \(id.raw)")
        }
        for id in plan.settingReferences.ids {
            try require(isRow(plan.settingReferences[id], of: plan.settings), "setting reference \(id.raw)")
        }
    }

    private func verifySourceMap() throws(PlanLoadError) {
        for id in plan.sourceFiles.ids {
            let text = plan.sourceFiles[id]
            try require(Int(text.offset) &+ Int(text.length) <= plan.pool.count, "source file \(id.raw)")
        }
        try verify(plan.proxyLocations, plan.proxies.count)
        try verify(plan.listenerLocations, plan.listeners.count)
        try verify(plan.serverLocations, plan.servers.count)
        try verify(plan.ruleLocations, plan.rules.count)
        try verify(plan.settingLocations, plan.settingReferences.count)
    }

    private func verify<ID>(_ locations: Table<SourceLocation, ID>, _ rows: Int) throws(PlanLoadError) {
        try require(locations.count == 0 || locations.count == rows, "its source map is incomplete")
        for id in locations.ids {
            try require(isRowOrNone(locations[id].file, of: plan.sourceFiles), "a place names a source file that does not exist")
        }
    }
}
