import GrammarFormat
import Lexer

extension CheckPass {
    /// Names, numbers and checks of a proxy's servers.
    func servers(_ proxy: ProxyRow, _ section: SectionRow, _ facts: ProxyFacts) {
        guard facts.has(.server), proxy.isBackend else { return }
        var names = NameTable(capacity: 16)
        // Asked for at most once: there may be a hundred thousand servers.
        var sectionNamesPort: Bool?
        let first = Int(section.firstDirective)
        for at in first..<(first + Int(section.directiveCount)) {
            let directive = configuration.directives[at]
            guard directive.id == .server, !directive.isUnknown, directive.wordCount > directive.nameEnd else { continue }
            let word = Int(directive.nameEnd)
            let name = configuration.bytes(word, of: directive)
            if name.count == 0 { continue }
            if let known = names.insert(name, at) {
                let other = configuration.directives[known]
                context.add(
                    Finding(
                        .duplicateServer, at: configuration.range(word, of: directive),
                        "a server named '\(context.text(name))' already exists in \(configuration.title(of: section))",
                        places: [Finding.Place(configuration.range(Int(other.nameEnd), of: other), "first defined here")],
                        help: ["give each server a name of its own"]))
            }
            if !directive.isBroken, let check = checkWithoutPort(directive) {
                let namesPort = sectionNamesPort ?? namesCheckPort(section)
                sectionNamesPort = namesPort
                if !namesPort { reportNoPort(name, check) }
            }
        }
    }

    /// Where a server's checks are turned on, if nothing in its line says which port to check.
    private func checkWithoutPort(_ directive: DirectiveRow) -> SourceRange? {
        var check: Capture?
        var hasPort = false
        for capture in configuration.captures(of: directive) {
            if capture.slot == .address, capture.isValid, capture.type.kind == .address {
                let address = AddressValue(capture)
                switch address.family {
                case .unix, .abns, .abnsz, .fd, .sockpair, .rhttp: hasPort = true
                default: if address.hasPort, address.portFirst != 0, address.portSign == 0 { hasPort = true }
                }
            }
            if capture.slot == .option, capture.type == .keyword {
                let option = capture.keyword(ServerOptionID.self)
                if option == .check { check = capture }
                if option == .port || option == .addr { hasPort = true }
            }
        }
        guard let check, !hasPort else { return nil }
        return configuration.range(check, of: directive)
    }

    private func reportNoPort(_ name: WordBytes, _ check: SourceRange) {
        context.add(
            Finding(
                .noServerPort, at: check, "server '\(context.text(name))' has no port to check",
                help: ["give its address a port, or add '\(ServerOptionID.port) <port>'"]))
    }

    /// Whether `default-server` or a check rule names a port.
    private func namesCheckPort(_ section: SectionRow) -> Bool {
        var next = Int(configuration.directives.count > 0 ? section.firstDirective : 0)
        var sections = [section]
        var defaults = section.defaults
        while defaults >= 0 {
            sections.append(configuration.sections[Int(defaults)])
            defaults = configuration.sections[Int(defaults)].defaults
        }
        for section in sections {
            next = Int(section.firstDirective)
            let end = next + Int(section.directiveCount)
            while next < end {
                let directive = configuration.directives[next]
                next += 1
                if directive.isUnknown { continue }
                if directive.id == .defaultServer {
                    for capture in configuration.captures(of: directive) where capture.slot == .option && capture.type == .keyword {
                        if capture.keyword(ServerOptionID.self) == .port { return true }
                    }
                } else if Self.isCheckRule(directive.id) {
                    // A rule that connects somewhere of its own may carry a port: its words are for Lower to read.
                    for word in Int(directive.nameEnd)..<Int(directive.wordCount)
                    where configuration.bytes(word, of: directive).equals(ServerOptionID.port.row.name) {
                        return true
                    }
                }
            }
        }
        return false
    }

    private static func isCheckRule(_ id: DirectiveID) -> Bool {
        let topic = Int(ProxyFacts.topics[Int(id.rawValue)]) - 1
        return topic == ProxyFacts.Topic.httpCheck.rawValue || topic == ProxyFacts.Topic.tcpCheck.rawValue
    }
}
