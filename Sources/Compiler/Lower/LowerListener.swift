import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// The `bind` lines of a proxy: a row for each address and each port.
    mutating func lowerListeners(_ state: ProxyState, _ proxy: ProxyID) -> Rows<ListenerID> {
        let first = builder.listeners.count
        for row in state.binds {
            let directive = configuration.directives[row]
            var template = ListenerRecord()
            template.proxy = proxy
            lowerBind(directive, .bind, template, .listener)
        }
        number(first)
        return Rows(
            first: UInt32(truncatingIfNeeded: first), count: UInt32(truncatingIfNeeded: builder.listeners.count &- first))
    }

    /// Listeners without an `id` take the lowest numbers that are free, in order.
    private mutating func number(_ first: Int) {
        let used = Set(builder.listeners[first...].map(\.numericID))
        var next: UInt32 = 1
        for row in first..<builder.listeners.count where builder.listeners[row].numericID == 0 {
            while used.contains(next) { next &+= 1 }
            builder.listeners[row].numericID = next
            next &+= 1
        }
    }

    /// One line that opens sockets: `bind`, or `stats socket` of the global section.
    mutating func lowerBind(_ directive: DirectiveRow, _ id: DirectiveID, _ start: ListenerRecord, _ kind: ObjectKind) {
        var template = start
        var settings: [SettingID] = []
        let captures = configuration.captures(of: directive)
        var index = 0
        while index < captures.count, captures[index].slot == .address { index &+= 1 }
        let addresses = index
        while index < captures.count {
            let capture = captures[index]
            let end = max(capture.argumentsEnd, index &+ 1)
            apply(capture, UnsafeBufferPointer(rebasing: captures[index &+ 1..<end]), of: directive, to: &template)
            settings.append(optionSetting(capture, until: end < captures.count ? captures[end] : nil, of: directive))
            index = end
        }
        let common = builder.internSettings(settings)
        let location = place(of: directive)
        for capture in captures[..<addresses] {
            let value = AddressValue(capture)
            var port = UInt32(value.portFirst)
            let last = max(UInt32(value.portLast), port)
            while port <= last {
                var listener = template
                listener.address = address(capture, of: directive, port: port)
                scratch.removeAll(keepingCapacity: true)
                append(listener.address)
                if !template.interface.isNone {
                    scratch.append(0x25)
                    append(template.interface)
                }
                listener.key = internScratch()
                let row = UInt32(truncatingIfNeeded: builder.listeners.count)
                builder.listeners.append(listener)
                builder.listenerLocations.append(location)
                builder.addObject(kind, row: row, key: listener.key, settings: Rows(), common: common)
                port &+= 1
            }
        }
    }

    private mutating func apply(
        _ option: Capture, _ arguments: UnsafeBufferPointer<Capture>, of directive: DirectiveRow, to listener: inout ListenerRecord
    ) {
        var flags = ListenerFlags(rawValue: listener.flagsRaw)
        defer { listener.flagsRaw = flags.rawValue }
        func text() -> WordBytes? { arguments.first.map { configuration.text($0, of: directive) } }
        switch option.keyword(BindOptionID.self) {
        case .name: listener.name = text().map { intern($0) } ?? .none
        case .interface: listener.interface = text().map { intern($0) } ?? .none
        case .maxconn: listener.maxconn = number(arguments.first)
        case .backlog: listener.backlog = number(arguments.first)
        case .id: listener.numericID = number(arguments.first)
        case .v4v6: flags.insert(.v4v6)
        case .v6only: flags.insert(.v6only)
        case .acceptProxy: flags.insert(.acceptProxy)
        case .transparent: flags.insert(.transparent)
        case .deferAccept: flags.insert(.deferAccept)
        case .tfo: flags.insert(.tfo)
        case .mode: listener.unixMode = arguments.first.map { UInt32(truncatingIfNeeded: $0.value) } ?? UInt32.max
        case .uid: listener.unixUID = number(arguments.first)
        case .gid: listener.unixGID = number(arguments.first)
        case .user: listener.unixUser = text().map { intern($0) } ?? .none
        case .group: listener.unixGroup = text().map { intern($0) } ?? .none
        case .level:
            switch arguments.first?.literal {
            case .user: listener.levelRaw = CommandLevel.user.rawValue
            case .admin: listener.levelRaw = CommandLevel.admin.rawValue
            default: listener.levelRaw = CommandLevel.operator.rawValue
            }
        case .exposeFd: flags.insert(.exposeListeners)
        default: refuse("the option '\(option.keyword(BindOptionID.self))'", at: configuration.range(option, of: directive))
        }
    }

    /// The setting of one option of a line: its word, and the words up to the next option.
    mutating func optionSetting(_ option: Capture, until next: Capture?, of directive: DirectiveRow) -> SettingID {
        joinWords(Int(option.word) &+ 1, next.map { Int($0.word) } ?? Int(directive.wordCount), of: directive)
        let value = internScratch()
        return setting(option.row, value: value)
    }
}
