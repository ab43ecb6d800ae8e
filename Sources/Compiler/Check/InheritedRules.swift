import GrammarFormat
import Lexer

/// What sections may start from a `defaults` section that holds rules (manual 4.3). HAProxy keeps such rules by reference, so a section of
/// another kind than the first cannot share them.
struct InheritedRules {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

    /// The first line of each family of rules in a `defaults` section.
    private struct Rules {
        var any: Int?
        /// `tcp-request connection` and `tcp-request session`.
        var connection: Int?
        /// `tcp-response content`.
        var response: Int?
        /// The first section that starts from it.
        var first: Int?
    }

    func run() {
        var rules: [Int: Rules] = [:]
        for index in 0..<configuration.sections.count {
            let section = configuration.sections[index]
            switch section.kind {
            case .defaults:
                refuse(section, &rules, index)
                let own = self.rules(of: section)
                if own.any != nil { rules[index] = own }
            case .frontend, .backend, .listen: refuse(section, &rules, index)
            default: break
            }
        }
    }

    private func rules(of section: SectionRow) -> Rules {
        var rules = Rules()
        let first = Int(section.firstDirective)
        for at in first..<first + Int(section.directiveCount) {
            let directive = configuration.directives[at]
            if directive.isUnknown || directive.isBroken || directive.form != .plain { continue }
            switch directive.id {
            case .httpRequest, .httpResponse, .httpAfterResponse, .tcpRequestContent: rules.any = rules.any ?? at
            case .tcpRequestConnection, .tcpRequestSession:
                rules.any = rules.any ?? at
                rules.connection = rules.connection ?? at
            case .tcpResponseContent:
                rules.any = rules.any ?? at
                rules.response = rules.response ?? at
            default: break
            }
        }
        return rules
    }

    private func refuse(_ section: SectionRow, _ rules: inout [Int: Rules], _ index: Int) {
        guard section.defaults >= 0, !section.isBroken, var found = rules[Int(section.defaults)] else { return }
        defer { rules[Int(section.defaults)] = found }
        let title = configuration.title(of: section)
        if section.kind == .defaults || section.kind == .listen {
            report(section, found.any, "\(title) cannot start from defaults that hold rules")
            return
        }
        if let first = found.first, configuration.sections[first].kind != section.kind {
            let other = configuration.sections[first]
            report(
                section, found.any,
                "\(title) cannot share rules of its defaults with \(configuration.title(of: other)), which is of another kind")
            return
        }
        if section.kind == .backend, let connection = found.connection {
            report(section, connection, "\(title) cannot start from defaults that hold rules for connections or sessions")
            return
        }
        if section.kind == .frontend, let response = found.response {
            report(section, response, "\(title) cannot start from defaults that hold '\(DirectiveID.tcpResponseContent)' rules")
            return
        }
        found.first = found.first ?? index
    }

    private func report(_ section: SectionRow, _ rule: Int?, _ message: String) {
        var finding = Finding(
            .inheritedRules, at: configuration.nameRange(of: section), message,
            help: ["give each kind of section defaults of its own, by name and '\(WordID.from)'"])
        if let rule {
            let directive = configuration.directives[rule]
            let defaults = configuration.sections[Int(directive.section)]
            finding.places = [
                Finding.Place(configuration.keywordRange(of: defaults), "starts from these defaults"),
                Finding.Place(configuration.keywordRange(of: directive), "a rule"),
            ]
        }
        context.add(finding)
    }
}
