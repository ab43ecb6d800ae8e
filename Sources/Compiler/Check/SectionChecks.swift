import GrammarFormat
import Lexer

/// What the lines of one section say together: lines that exclude each other, lines that need another one.
struct SectionChecks {
    private let context: CheckContext
    private let configuration: Configuration

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
    }

    func run() {
        for index in 0..<configuration.sections.count {
            let section = configuration.sections[index]
            if section.isBroken { continue }
            switch section.kind {
            case .peers: peers(section)
            case .cache: cache(section)
            case .resolvers: nameservers(section)
            case .frontend, .backend, .listen: proxy(section)
            default: break
            }
        }
        externalChecks()
    }

    private func each(_ section: SectionRow, _ body: (DirectiveRow) -> Void) {
        let first = Int(section.firstDirective)
        for at in first..<first + Int(section.directiveCount) {
            let directive = configuration.directives[at]
            if !directive.isUnknown { body(directive) }
        }
    }

    private func isCalled(_ directive: DirectiveRow, _ name: StaticString) -> Bool {
        directive.id.row.name.equals(WordBytes(base: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    // MARK: peers and caches

    /// Peers are given by `peer` lines, or by `bind` and `server` lines (manual 3.5).
    private func peers(_ section: SectionRow) {
        var peer: DirectiveRow?
        var bind: DirectiveRow?
        each(section) { directive in
            let isPeer = isCalled(directive, "peer")
            if !isPeer && !isCalled(directive, "bind") { return }
            if let other = isPeer ? bind : peer {
                context.add(
                    Finding(
                        .excludesAnother, at: configuration.keywordRange(of: directive),
                        "'peer' and 'bind' lines exclude each other in \(configuration.title(of: section))",
                        places: [Finding.Place(configuration.keywordRange(of: other), "the other one")],
                        help: ["write the peers as 'server' lines beside the 'bind' line"]))
                return
            }
            if isPeer { peer = directive } else { bind = directive }
        }
    }

    private func cache(_ section: SectionRow) {
        var hasSize = false
        each(section) { if isCalled($0, "total-max-size") { hasSize = true } }
        if hasSize { return }
        context.add(
            Finding(
                .needsAnother, at: configuration.nameRange(of: section), "\(configuration.title(of: section)) has no size",
                help: ["add 'total-max-size <megabytes>'"]))
    }

    private func nameservers(_ section: SectionRow) {
        var names = NameTable()
        let first = Int(section.firstDirective)
        for at in first..<first + Int(section.directiveCount) {
            let directive = configuration.directives[at]
            guard !directive.isUnknown, isCalled(directive, "nameserver"), directive.wordCount > directive.nameEnd else { continue }
            let name = configuration.bytes(Int(directive.nameEnd), of: directive)
            guard let known = names.insert(name, at) else { continue }
            let other = configuration.directives[known]
            context.add(
                Finding(
                    .duplicateName, at: configuration.range(Int(directive.nameEnd), of: directive),
                    "a name server called '\(context.text(name))' already exists in \(configuration.title(of: section))",
                    places: [Finding.Place(configuration.range(Int(other.nameEnd), of: other), "first defined here")],
                    help: ["rename one of them"]))
        }
    }

    // MARK: proxies

    private func proxy(_ section: SectionRow) {
        var table: DirectiveRow?
        var used: [DirectiveRow] = []
        each(section) { directive in
            switch directive.id {
            case .stickTable:
                if let first = table {
                    context.add(
                        Finding(
                            .duplicateName, at: configuration.keywordRange(of: directive),
                            "\(configuration.title(of: section)) has a stick table already",
                            places: [Finding.Place(configuration.keywordRange(of: first), "first defined here")],
                            help: ["put the second table into a backend of its own"]))
                } else {
                    table = directive
                }
            case .mode: mode(directive, section)
            case .httpRequest, .tcpRequestContent: if section.kind == .backend { capture(directive, section) }
            case .useServer: if directive.wordCount > directive.nameEnd, !directive.isBroken { used.append(directive) }
            default: break
            }
        }
        if !used.isEmpty { useServers(used, section) }
    }

    private func mode(_ directive: DirectiveRow, _ section: SectionRow) {
        guard let capture = configuration.captures(of: directive).first, capture.isValid, let mode = ProxyMode(literal: capture.literal)
        else { return }
        let need: String
        switch (mode, section.kind) {
        case (.log, .frontend), (.spop, .frontend): need = "backend"
        case (.haterm, .backend): need = "frontend"
        default: return
        }
        context.add(
            Finding(
                .modeMismatch, at: configuration.range(capture, of: directive),
                "mode \(mode) is for proxies with \(need == "backend" ? "servers" : "listeners"): \(configuration.title(of: section)) has none",
                help: ["put it into a \(need) or listen section"]))
    }

    /// A backend has no slots of its own to capture into; it can fill those of frontends (`id`).
    private func capture(_ directive: DirectiveRow, _ section: SectionRow) {
        let captures = configuration.captures(of: directive)
        guard let action = captures.first, action.slot == .action, action.isValid else { return }
        if action.keyword(ActionID.self) == .switchMode {
            context.add(
                Finding(
                    .actionNotHere, at: configuration.range(action, of: directive),
                    "\(configuration.title(of: section)) has no clients whose mode could be switched"))
        }
        let id = action.keyword(ActionID.self)
        guard id == .capture || id == .captureInTcpRequestContent,
            captures.contains(where: { $0.slot == .length })
        else { return }
        context.add(
            Finding(
                .needsAnother, at: configuration.range(action, of: directive),
                "a backend cannot declare a capture: \(configuration.title(of: section)) has no slots for it",
                help: ["declare it in the frontend by 'declare capture request len <length>', and write 'id <number>' here"]))
    }

    /// A name that stands as it is must be that of one of the section's servers.
    private func useServers(_ used: [DirectiveRow], _ section: SectionRow) {
        var servers = NameTable()
        var isOpen = false
        let first = Int(section.firstDirective)
        for at in first..<first + Int(section.directiveCount) {
            let directive = configuration.directives[at]
            if directive.isUnknown { continue }
            // Templates make names of their own.
            if directive.id == .serverTemplate { isOpen = true }
            guard directive.id == .server, directive.wordCount > directive.nameEnd else { continue }
            _ = servers.insert(configuration.bytes(Int(directive.nameEnd), of: directive), at)
        }
        if isOpen { return }
        for directive in used {
            let word = Int(directive.nameEnd)
            let name = configuration.bytes(word, of: directive)
            if name.first(0x25) != nil || servers.find(name) != nil { continue }
            if context.findings.counts(.error, file: directive.source) { continue }
            context.add(
                Finding(
                    .unknownReference, at: configuration.range(word, of: directive),
                    "\(configuration.title(of: section)) has no server called '\(context.text(name))'"))
        }
    }

    // MARK: external checks

    /// `option external-check` needs the global permission and a command (manual 4.2).
    private func externalChecks() {
        // By section: its last option, if that turns them on or off, and whether it names the program.
        var options: [Int: DirectiveRow] = [:]
        var commands: Set<Int> = []
        var isAllowed = false
        for index in 0..<configuration.directives.count {
            let directive = configuration.directives[index]
            if directive.isUnknown { continue }
            switch directive.id {
            case .globalExternalCheck: isAllowed = true
            case .optionExternalCheck: options[Int(directive.section)] = directive
            case .externalCheckCommand: commands.insert(Int(directive.section))
            default: break
            }
        }
        if options.isEmpty { return }
        var reported: Set<UInt32> = []
        for proxy in configuration.proxies {
            guard let option = proxy.chain.reversed().lazy.compactMap({ options[$0] }).first, option.form == .plain else { continue }
            let hasCommand = proxy.chain.contains { commands.contains($0) }
            guard !isAllowed || !hasCommand, reported.insert(option.firstWord).inserted else { continue }
            var help: [String] = []
            if !isAllowed { help.append("allow it by 'external-check' in the global section") }
            if !hasCommand { help.append("name the program by 'external-check command <path>'") }
            context.add(
                Finding(
                    .needsAnother, at: configuration.keywordRange(of: option),
                    "'\(option.id)' is not enough to check servers by a program", help: help))
        }
    }
}
