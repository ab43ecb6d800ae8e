import GrammarFormat
import Lexer

extension CheckPass {
    /// Names, numbers and checks of a proxy's servers.
    mutating func servers(_ proxy: ProxyRow, _ index: Int, _ section: SectionRow, _ facts: ProxyFacts) {
        guard facts.has(.server), proxy.isBackend else { return }
        var names = NameTable(capacity: 16)
        // Asked for at most once: there may be a hundred thousand servers.
        var checks: CheckRules?
        var defaults = inheritedServerWords(section)
        let first = Int(section.firstDirective)
        for at in first..<(first + Int(section.directiveCount)) {
            let directive = configuration.directives[at]
            if directive.isUnknown || directive.wordCount <= directive.nameEnd { continue }
            switch directive.id {
            case .defaultServer:
                defaults.take(at, configuration)
                continue
            case .server, .serverTemplate: break
            default: continue
            }
            let word = Int(directive.nameEnd)
            let name = configuration.bytes(word, of: directive)
            if name.count == 0 { continue }
            if directive.id == .server, let known = names.insert(name, at) {
                let other = configuration.directives[known]
                context.add(
                    Finding(
                        .duplicateServer, at: configuration.range(word, of: directive),
                        "a server named '\(context.text(name))' already exists in \(configuration.title(of: section))",
                        places: [Finding.Place(configuration.range(Int(other.nameEnd), of: other), "first defined here")],
                        help: ["give each server a name of its own"]))
            }
            if directive.isBroken { continue }
            var words = defaults
            words.take(at, configuration)
            if let track = words.track {
                if let check = words.check, check.directive == at || track.directive == at {
                    context.add(
                        Finding(
                            .unexpectedArgument,
                            at: configuration.range(track.directive == at ? track.capture : check.capture, of: directive),
                            "'\(ServerOptionID.check)' and '\(ServerOptionID.track)' exclude each other",
                            help: ["check the server, or take its state from another one"]))
                }
                followers.append(TrackedServers.Follower(proxy: index, directive: at, words: words))
            }
            if let agent = words.agent, !words.namesAgentPort {
                context.add(
                    Finding(
                        .noServerPort,
                        at: agent.directive == at
                            ? configuration.range(agent.capture, of: directive) : configuration.range(word, of: directive),
                        "server '\(context.text(name))' has no port to ask the agent at", help: ["add '\(ServerOptionID.agentPort) <port>'"]
                    ))
            }
            if words.check == nil, words.tls == nil, !facts.has(.httpCheck), !facts.has(.tcpCheck) { continue }
            let rules = checks ?? checkRules(section)
            checks = rules
            if let check = words.check, !words.namesPort, !rules.namesPort, !hasPort(directive) {
                reportNoPort(
                    name,
                    check.directive == at ? configuration.range(check.capture, of: directive) : configuration.range(word, of: directive))
            }
            // What is disabled is not set up.
            if rules.isDisabled { continue }
            if words.tls != nil || rules.usesTLS, words.verifies ?? verifiesServers, !words.hasCAFile {
                let own = words.tls.map { $0.directive == at ? configuration.range($0.capture, of: directive) : nil } ?? nil
                reportNoCA(name, own ?? configuration.range(word, of: directive))
            }
        }
    }

    /// What the `default-server` lines of the section's defaults come to.
    private mutating func inheritedServerWords(_ section: SectionRow) -> ServerWords {
        let index = Int(section.defaults)
        if index < 0 { return ServerWords() }
        if let known = inheritedServers[index] { return known }
        let defaults = configuration.sections[index]
        var words = inheritedServerWords(defaults)
        let first = Int(defaults.firstDirective)
        for at in first..<first + Int(defaults.directiveCount) {
            let directive = configuration.directives[at]
            if !directive.isUnknown, directive.id == .defaultServer { words.take(at, configuration) }
        }
        inheritedServers[index] = words
        return words
    }

    /// Whether the server's address has a port, or needs none.
    private func hasPort(_ directive: DirectiveRow) -> Bool {
        for capture in configuration.captures(of: directive)
        where capture.slot == .address && capture.isValid && capture.type.kind == .address {
            let address = AddressValue(capture)
            switch address.family {
            case .unix, .abns, .abnsz, .fd, .sockpair, .rhttp: return true
            default: if address.hasPort, address.portFirst != 0, address.portSign == 0 { return true }
            }
        }
        return false
    }

    /// Whether servers' certificates are verified where their lines do not say (`ssl-server-verify`, manual 3.1).
    static func verifiesServers(_ configuration: Configuration) -> Bool {
        var verifies = true
        for directive in configuration.globalDirectives where directive.id == .sslServerVerify {
            if let mode = configuration.captures(of: directive).first, mode.isValid { verifies = mode.literal == .required }
        }
        return verifies
    }

    private func reportNoCA(_ name: WordBytes, _ range: SourceRange) {
        if context.findings.counts(.error, file: range.source) { return }
        context.add(
            Finding(
                .needsAnother, at: range, "server '\(context.text(name))' uses TLS, but no authority to verify it with is given",
                help: [
                    "add '\(ServerOptionID.caFile) <file>' (@system-ca for the system's authorities)",
                    "or say '\(ServerOptionID.verify) \(WordID.none)' where the network can be trusted",
                ]))
    }

    private func reportNoPort(_ name: WordBytes, _ check: SourceRange) {
        context.add(
            Finding(
                .noServerPort, at: check, "server '\(context.text(name))' has no port to check",
                help: ["give its address a port, or add '\(ServerOptionID.port) <port>'"]))
    }

    /// What the lines of a section, and the rules of its health checks, say for all of its servers.
    struct CheckRules {
        var namesPort = false
        var usesTLS = false
        /// The section says `disabled`.
        var isDisabled = false
    }

    private func checkRules(_ section: SectionRow) -> CheckRules {
        var rules = CheckRules()
        rules.isDisabled = configuration.directives(of: section).contains { !$0.isUnknown && $0.id == .disabled && $0.form == .plain }
        var next = section
        while true {
            for directive in configuration.directives(of: next) where !directive.isUnknown && Self.isCheckRule(directive.id) {
                for capture in configuration.captures(of: directive) where capture.type == .keyword && capture.slot == .word {
                    if capture.literal == .ssl { rules.usesTLS = true }
                }
                // A rule that connects somewhere of its own may carry a port: its words are for Lower to read.
                for word in Int(directive.nameEnd)..<Int(directive.wordCount)
                where configuration.bytes(word, of: directive).equals(ServerOptionID.port.row.name) {
                    rules.namesPort = true
                }
            }
            if next.defaults < 0 { return rules }
            next = configuration.sections[Int(next.defaults)]
        }
    }

    private static func isCheckRule(_ id: DirectiveID) -> Bool {
        let topic = Int(ProxyFacts.topics[Int(id.rawValue)]) - 1
        return topic == ProxyFacts.Topic.httpCheck.rawValue || topic == ProxyFacts.Topic.tcpCheck.rawValue
    }
}
