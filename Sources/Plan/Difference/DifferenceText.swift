/// The names of kinds and classes, for people and for JSON.
extension Apply {
    public var name: String {
        switch self {
        case .live: "live"
        case .drain: "drain"
        case .listener: "listener"
        case .process: "process"
        }
    }
}

extension ObjectKind {
    public var name: String {
        switch self {
        case .global: "global"
        case .proxy: "proxy"
        case .listener: "listener"
        case .server: "server"
        case .commandSocket: "command socket"
        }
    }
}

extension ChangeKind {
    public var name: String {
        switch self {
        case .added: "added"
        case .removed: "removed"
        case .changed: "changed"
        }
    }
}

extension DroppedState {
    /// The names of what is in it.
    public var namesInOrder: [String] { DroppedState.names.filter { contains($0.state) }.map(\.name) }
}

extension PlanDifference {
    /// `backend`, `server`, ...
    public func kindName(_ change: ObjectChange) -> String {
        guard change.kind == .proxy else { return change.kind.name }
        let capabilities = proxy(change)?.capabilities ?? []
        return capabilities.contains(.listen) ? "listen" : capabilities.contains(.frontend) ? "frontend" : "backend"
    }

    /// What the object is called in the configuration: a proxy's name, otherwise its key.
    public func name(_ change: ObjectChange) -> String {
        switch change.kind {
        case .global: return ""
        case .proxy:
            guard let proxy = proxy(change) else { return "" }
            return (change.new.isNone ? old : new).string(proxy.name)
        case .listener, .server, .commandSocket: return key(change)
        }
    }

    private func proxy(_ change: ObjectChange) -> ProxyRecord? {
        let plan = change.new.isNone ? old : new
        let row = ProxyID(plan.objects[change.new.isNone ? change.old : change.new].row)
        return row.index < plan.proxies.count ? plan.proxies[row] : nil
    }

    /// The difference for people, as UTF-8. Empty when there is none.
    public func text() -> [UInt8] {
        var out: [UInt8] = []
        if isSame { return out }
        for change in objects { append(change, to: &out) }
        if objects.isEmpty {
            out.append("no object differs, but the plans do: sections stand in another order, or another compiler wrote them\n")
            return out
        }
        let counts = [ChangeKind.changed, .added, .removed].compactMap { kind in
            count(kind) > 0 ? "\(count(kind)) \(kind.name)" : nil
        }
        out.append("\(counts.joined(separator: ", ")); needs: \(apply.name)")
        if !drops.isEmpty { out.append("; drops: \(drops.namesInOrder.joined(separator: ", "))") }
        out.append("\n")
        return out
    }

    private func append(_ change: ObjectChange, to out: inout [UInt8]) {
        let name = name(change)
        out.append("\(change.change.name) \(kindName(change))\(name.isEmpty ? "" : " ")\(name) [\(change.apply.name)]")
        if !change.drops.isEmpty { out.append(" drops \(change.drops.namesInOrder.joined(separator: ", "))") }
        out.append(places(place(change, .old), place(change, .new)))
        out.append("\n")
        for setting in settings[change.settings] { append(setting, to: &out) }
    }

    private func append(_ change: SettingChange, to out: inout [UInt8]) {
        let word = word(change)
        let secret = isSecret(change) ? " (secret)" : ""
        func shown(_ side: PlanSide) -> String { value(change, side).map { $0.isEmpty ? "" : " \($0)" } ?? "" }
        switch change.change {
        case .added: out.append("  + \(word)\(shown(.new))\(secret)")
        case .removed: out.append("  - \(word)\(shown(.old))\(secret)")
        case .changed:
            out.append(secret.isEmpty ? "  ~ \(word):\(shown(.old)) ->\(shown(.new))" : "  ~ \(word)\(secret)")
        }
        out.append(" [\(change.apply.name)]")
        if !change.drops.isEmpty { out.append(" drops \(change.drops.namesInOrder.joined(separator: ", "))") }
        out.append(places(change.oldPlace, change.newPlace))
        out.append("\n")
    }

    private func places(_ before: SourceLocation, _ after: SourceLocation) -> String {
        switch (old.string(before), new.string(after)) {
        case (nil, nil): ""
        case (let place?, nil), (nil, let place?): "  (\(place))"
        case (let a?, let b?): a == b ? "  (\(a))" : "  (\(a) -> \(b))"
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
