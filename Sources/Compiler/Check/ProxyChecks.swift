import GrammarFormat
import Lexer

extension CheckPass {
    /// Checks of one proxy.
    mutating func check(
        _ proxy: ProxyRow, _ index: Int, _ section: SectionRow, _ facts: ProxyFacts, _ names: borrowing SectionNames
    ) {
        if proxy.isFrontend, !facts.has(.bind), !section.isBroken { noBind(proxy, section, facts) }
        missingTimeouts(proxy, section, facts)
        modes(proxy, section)
        order(section)
        if proxy.mode != .http, let at = facts.last(.httplog), proxy.isFrontend { httplog(at, proxy, section) }
        // A backend takes no notice of the one that its defaults name.
        if proxy.isFrontend, let at = facts.last(.defaultBackend) { defaultBackend(at, proxy, index, section, facts, names) }
        if !proxy.isFrontend { strayDefaultBackends(index, section, names) }
        servers(proxy, index, section, facts)
    }

    /// HAProxy says of a `default_backend` line in a backend that it is ignored, and still refuses one that names nothing or the backend
    /// itself.
    private func strayDefaultBackends(_ index: Int, _ section: SectionRow, _ names: borrowing SectionNames) {
        for directive in configuration.directives(of: section) where directive.isUnknown && directive.id == .defaultBackend {
            guard directive.wordCount > directive.nameEnd else { continue }
            let word = Int(directive.nameEnd)
            let name = configuration.bytes(word, of: directive)
            let found = names.backends.find(name)
            if let found, found != index { continue }
            context.add(
                Finding(
                    .unknownReference, at: configuration.range(word, of: directive),
                    found == nil
                        ? "no backend is called '\(context.text(name))'" : "\(configuration.title(of: section)) would send to itself",
                    help: ["remove the line"]))
        }
    }

    private func noBind(_ proxy: ProxyRow, _ section: SectionRow, _ facts: ProxyFacts) {
        let title = configuration.title(of: section)
        context.add(
            Finding(
                .noBind, at: configuration.nameRange(of: section), "\(title) has no '\(DirectiveID.bind)' line: nothing reaches it",
                help: proxy.kind == .listen
                    ? ["give it one, or make it a backend"] : ["give it one, or make it a backend if that was meant"]))
    }

    /// Without timeouts, connections of vanished clients and servers stay for ever.
    private func missingTimeouts(_ proxy: ProxyRow, _ section: SectionRow, _ facts: ProxyFacts) {
        guard proxy.mode == .tcp || proxy.mode == .http, !proxy.isDuplicate, !section.isBroken else { return }
        var missing: [DirectiveID] = []
        if proxy.isFrontend, !facts.has(.timeoutClient) { missing.append(.timeoutClient) }
        if proxy.isBackend, facts.has(.server) {
            if !facts.has(.timeoutConnect) { missing.append(.timeoutConnect) }
            if !facts.has(.timeoutServer), proxy.mode == .http || !facts.has(.timeoutTunnel) { missing.append(.timeoutServer) }
        }
        if missing.isEmpty { return }
        let names = missing.map { "'\($0)'" }.joined(separator: ", ")
        context.add(
            Finding(
                .missingTimeouts, at: configuration.nameRange(of: section), "\(configuration.title(of: section)) lacks timeouts: \(names)",
                help: ["set them here or in a defaults section: without them, connections of vanished peers pile up"]))
    }

    /// Directives of the section's own that do nothing in its mode; one finding for each keyword.
    private func modes(_ proxy: ProxyRow, _ section: SectionRow) {
        if proxy.mode == .http { return }
        let bit = UInt8(1) << proxy.mode.rawValue
        var seen: Set<UInt16> = []
        let first = Int(section.firstDirective)
        for at in first..<(first + Int(section.directiveCount)) {
            let directive = configuration.directives[at]
            if directive.isUnknown || directive.form != .plain { continue }
            let row = directive.id.row
            if row.modes == 0 || row.modes & bit != 0 || row.modes & Self.httpBit == 0 { continue }
            if !seen.insert(directive.id.rawValue).inserted { continue }
            // Has a finding of its own.
            if ProxyFacts.topics[Int(directive.id.rawValue)] == UInt8(ProxyFacts.Topic.httplog.rawValue + 1) { continue }
            let name = row.name.string
            context.add(
                Finding(
                    .ignoredInMode, at: configuration.keywordRange(of: directive),
                    "'\(name)' is ignored: \(configuration.title(of: section)) is in mode \(proxy.mode)",
                    help: ["add 'mode http' to it or to its defaults"]))
        }
    }

    private static var httpBit: UInt8 { 1 << ProxyMode.http.rawValue }

    private mutating func httplog(_ at: Int, _ proxy: ProxyRow, _ section: SectionRow) {
        if !reportedInherited.insert(at).inserted { return }
        let directive = configuration.directives[at]
        let name = directive.id.row.name.string
        var finding = Finding(
            .ignoredInMode, at: configuration.keywordRange(of: directive),
            "'\(name)' cannot be used in \(configuration.title(of: section)), which is in mode \(proxy.mode)",
            help: ["TCP's log format is used there instead; say so by '\(DirectiveID.optionTcplog)'"])
        if Int(directive.section) != proxy.section {
            finding.places = [Finding.Place(configuration.nameRange(of: section), "starts from these defaults")]
        }
        context.add(finding)
    }

    private func defaultBackend(
        _ at: Int, _ proxy: ProxyRow, _ index: Int, _ section: SectionRow, _ facts: ProxyFacts, _ names: borrowing SectionNames
    ) {
        let directive = configuration.directives[at]
        guard directive.wordCount > directive.nameEnd else { return }
        let word = Int(directive.nameEnd)
        let name = configuration.bytes(word, of: directive)
        guard let found = names.backends.find(name) else { return }
        configuration.proxies[index].defaultBackend = found
        let target = configuration.proxies[found]
        let range = configuration.range(word, of: directive)
        if found == index {
            context.add(Finding(.unknownReference, at: range, "\(configuration.title(of: section)) would send to itself"))
            return
        }
        Self.checkModes(proxy, target, range, context)
        if proxy.isBackend, let server = facts.first(.server) {
            context.add(
                Finding(
                    .ignoredHere, at: configuration.keywordRange(of: configuration.directives[server]),
                    "the servers of \(configuration.title(of: section)) are never used: '\(directive.id)' goes before them",
                    places: [Finding.Place(range, "everything goes here")]))
        }
    }

    /// A frontend can only send to a backend of its mode; one in TCP mode to one in HTTP mode too, as the connection is upgraded.
    static func checkModes(_ proxy: ProxyRow, _ target: ProxyRow, _ range: SourceRange, _ context: CheckContext) {
        // `haterm` is HTTP that is answered by HAProxy itself.
        let (from, to) = (proxy.mode == .haterm ? .http : proxy.mode, target.mode == .haterm ? .http : target.mode)
        if from == to || (from == .tcp && to == .http) { return }
        let configuration = context.configuration
        let own = configuration.sections[proxy.section]
        let other = configuration.sections[target.section]
        if own.isBroken || other.isBroken { return }
        context.add(
            Finding(
                .modeMismatch, at: range,
                "\(configuration.title(of: own)) is in mode \(proxy.mode), but \(configuration.title(of: other)) is in mode \(target.mode)",
                places: [
                    Finding.Place(configuration.nameRange(of: own), "in mode \(proxy.mode)"),
                    Finding.Place(configuration.nameRange(of: other), "in mode \(target.mode)"),
                ], help: ["give both the same mode"]))
    }
}
