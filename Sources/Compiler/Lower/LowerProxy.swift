import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// Lowers one proxy but for its rules, and returns what it came to.
    mutating func lowerProxy(_ index: Int) -> ProxyState {
        let proxy = configuration.proxies[index]
        let id = ProxyID(UInt32(truncatingIfNeeded: index))
        var state = start(of: configuration.chain(of: proxy))
        let section = configuration.sections[proxy.section]
        applyOwn(section, &state)

        var name = proxy.name
        state.record.name = name.withUTF8 { builder.intern(UnsafeRawBufferPointer($0)) }
        state.record.capabilitiesRaw = capabilities(proxy).rawValue
        state.record.modeRaw = proxy.mode == .http ? PlanProxyMode.http.rawValue : PlanProxyMode.tcp.rawValue
        state.record.key = key(proxy, state.record)
        if proxy.defaultBackend >= 0 {
            state.record.defaultBackend = ProxyID(UInt32(truncatingIfNeeded: proxy.defaultBackend))
        } else {
            state.record.defaultBackend = proxy.kind == .listen ? id : .none
        }
        // Without `balance` a backend draws two servers at random and takes the less loaded (since HAProxy 3.3).
        if proxy.isBackend, !state.hasBalance {
            state.record.balanceRaw = BalanceAlgorithm.random.rawValue
            state.record.balanceArgument = 2
        }

        state.record.listeners = lowerListeners(state, id)
        setSetupDigest(state, state.record)
        state.record.servers = lowerServers(state, id)
        if proxy.isBackend { state.record.check = lowerCheck(state.check, servers: state.record.servers) }
        if proxy.isFrontend { state.record.logTargets = appendLogTargets(state.logTargets) }
        state.record.errorFiles = Rows(
            first: UInt32(truncatingIfNeeded: builder.errorFiles.count), count: UInt32(truncatingIfNeeded: state.errorFiles.count))
        builder.errorFiles.append(contentsOf: state.errorFiles)

        builder.proxies.append(state.record)
        builder.proxyLocations.append(place(of: section))
        addObject(proxy, state, row: id.raw)
        return state
    }

    /// What the `defaults` sections of a chain come to. Each is worked out once.
    private mutating func start(of chain: [Int]) -> ProxyState {
        let sections = chain.dropLast()
        guard let known = sections.lastIndex(where: { defaults[$0] != nil }) else { return inherit(sections, from: ProxyState()) }
        return inherit(sections[(known + 1)...], from: defaults[sections[known]] ?? ProxyState())
    }

    private mutating func inherit(_ sections: ArraySlice<Int>, from start: ProxyState) -> ProxyState {
        var state = start
        for section in sections {
            applyOwn(configuration.sections[section], &state)
            state.binds = []
            state.serverLines = []
            defaults[section] = state
        }
        return state
    }

    private mutating func applyOwn(_ section: SectionRow, _ state: inout ProxyState) {
        state.check.isInherited = true
        let first = Int(section.firstDirective)
        for row in first..<first &+ Int(section.directiveCount) {
            let directive = configuration.directives[row]
            if directive.isBroken || directive.isUnknown { continue }
            apply(directive, row, to: &state)
        }
    }

    private func capabilities(_ proxy: ProxyRow) -> ProxyCapabilities {
        switch proxy.kind {
        case .listen: [.frontend, .backend, .listen]
        case .frontend: .frontend
        default: .backend
        }
    }

    private mutating func key(_ proxy: ProxyRow, _ record: ProxyRecord) -> Text {
        if !record.guid.isNone {
            scratch.removeAll(keepingCapacity: true)
            append("guid:")
            append(record.guid)
            return internScratch()
        }
        scratch.removeAll(keepingCapacity: true)
        append("proxy:")
        append(record.name)
        switch proxy.kind {
        case .listen: append("/listen")
        case .frontend: append("/frontend")
        default: append("/backend")
        }
        return internScratch()
    }

    /// Only what has an effect in this kind of proxy counts: a timeout of servers in `defaults` is nothing to a frontend.
    private mutating func addObject(_ proxy: ProxyRow, _ state: ProxyState, row: UInt32) {
        let place = 1 << Int(proxy.kind.rawValue)
        var list: [PlacedSetting] = []
        list.reserveCapacity(state.settings.count)
        for entry in state.settings where entry.id.row.places & place != 0 {
            list.append(PlacedSetting(entry.setting, at: entry.location))
        }
        builder.addObject(.proxy, row: row, key: state.record.key, settings: builder.addSettings(list))
    }

    /// Rules for connections and sessions shape what a new connection meets, and so do the conditions they name. Where there are none
    /// the builder's own digest of mode and PROXY protocol says enough.
    private mutating func setSetupDigest(_ state: ProxyState, _ record: ProxyRecord) {
        let isShaped = state.rules.contains { $0.kind == .tcpRequestConnection || $0.kind == .tcpRequestSession }
        guard isShaped, !record.listeners.isEmpty else { return }
        var list: [SettingID] = []
        for entry in state.settings {
            switch entry.id {
            case .tcpRequestConnection, .tcpRequestSession, .acl, .mode: list.append(entry.setting)
            default: break
            }
        }
        // Without libcrypto no plan is written: encoding says so.
        guard let digest = try? builder.digest(of: list) else { return }
        for row in record.listeners.range {
            let own = UInt64(builder.listeners[row].flagsRaw & ListenerFlags.acceptProxy.rawValue)
            builder.listeners[row].setupDigest = ObjectDigest(high: digest.high, low: digest.low ^ own)
        }
    }

    // MARK: Scratch text

    mutating func append(_ text: StaticString) {
        scratch.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ text: Text) {
        builder.append(text, to: &scratch)
    }

    mutating func append(number: UInt32) {
        if number >= 10 { append(number: number / 10) }
        scratch.append(0x30 &+ UInt8(truncatingIfNeeded: number % 10))
    }
}
