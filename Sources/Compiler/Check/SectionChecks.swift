import GrammarFormat
import Lexer

/// What the lines of one section say together: lines that exclude each other, lines that need another one.
struct SectionChecks {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

    func run() {
        var ids = CustomIDs(context)
        let slots = CaptureSlots(context: context)
        let users = UserLists(context: context)
        RepeatedDirectives(context: context).check()
        for index in 0..<configuration.sections.count {
            let section = configuration.sections[index]
            if section.isBroken { continue }
            switch section.kind {
            case .peers: peers(section)
            case .cache: cache(section)
            case .resolvers: nameservers(section)
            case .userlist: users.check(section)
            case .frontend, .backend, .listen:
                proxy(section)
                ids.check(section)
                if section.kind != .backend {
                    slots.check(section)
                    certificates(section)
                }
            default: break
            }
        }
        externalChecks()
    }

    // MARK: peers and caches

    /// Peers are given by `peer` lines, or by `bind` and `server` lines (manual 3.5).
    private func peers(_ section: SectionRow) {
        var peer: DirectiveRow?
        var bind: DirectiveRow?
        for directive in configuration.directives(of: section) where !directive.isUnknown {
            let isPeer = directive.id == .peersPeer
            if !isPeer && directive.id != .otherBind { continue }
            if let other = isPeer ? bind : peer {
                context.add(
                    Finding(
                        .excludesAnother, at: configuration.keywordRange(of: directive),
                        "'\(DirectiveID.peersPeer)' and '\(DirectiveID.otherBind)' lines exclude each other in \(configuration.title(of: section))",
                        places: [Finding.Place(configuration.keywordRange(of: other), "the other one")],
                        help: ["write the peers as '\(DirectiveID.peersServer)' lines beside the '\(DirectiveID.otherBind)' line"]))
                continue
            }
            if isPeer { peer = directive } else { bind = directive }
        }
    }

    private func cache(_ section: SectionRow) {
        if configuration.directives(of: section).contains(where: { !$0.isUnknown && $0.id == .cacheTotalMaxSize }) { return }
        context.add(
            Finding(
                .needsAnother, at: configuration.nameRange(of: section), "\(configuration.title(of: section)) has no size",
                help: ["add '\(DirectiveID.cacheTotalMaxSize) <megabytes>'"]))
    }

    private func nameservers(_ section: SectionRow) {
        var names = NameTable()
        let first = Int(section.firstDirective)
        for at in first..<first + Int(section.directiveCount) {
            let directive = configuration.directives[at]
            guard !directive.isUnknown, directive.id == .resolversNameserver, directive.wordCount > directive.nameEnd else { continue }
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
        var limited: [DirectiveRow] = []
        for directive in configuration.directives(of: section) where !directive.isUnknown {
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
            case .httpRequest, .httpResponse, .tcpRequestContent, .statsHttpRequest:
                if section.kind == .backend { clientAction(directive, section) }
                if section.kind != .listen { timeoutAction(directive, section) }
                if isBandwidthRule(directive) { limited.append(directive) }
            case .tcpResponseContent: if isBandwidthRule(directive) { limited.append(directive) }
            case .useServer: if directive.wordCount > directive.nameEnd, !directive.isBroken { used.append(directive) }
            default: break
            }
        }
        if !used.isEmpty { useServers(used, section) }
        if !limited.isEmpty { bandwidthLimits(limited, section) }
    }

    /// `set-bandwidth-limit` names a filter of its section.
    private func bandwidthLimits(_ rules: [DirectiveRow], _ section: SectionRow) {
        var names = NameTable()
        for directive in configuration.directives(of: section) where !directive.isUnknown && directive.id == .filter {
            let captures = configuration.captures(of: directive)
            guard let filter = captures.first, filter.slot == .filter, filter.isValid, captures.count > 1 else { continue }
            switch filter.keyword(FilterID.self) {
            case .bwlimIn, .bwlimOut: _ = names.insert(configuration.text(captures[1], of: directive), 0)
            default: break
            }
        }
        for directive in rules {
            guard let name = configuration.captures(of: directive).first(where: { $0.slot == .filter && $0.type != .keyword }) else {
                continue
            }
            let text = configuration.text(name, of: directive)
            if names.find(text) != nil || context.findings.counts(.error, file: directive.source) { continue }
            var finding = Finding(
                .unknownReference, at: configuration.range(name, of: directive),
                "\(configuration.title(of: section)) has no bandwidth limit called '\(context.text(text))'")
            if let near = context.nearest(text, names.names()) { finding.help = ["did you mean '\(near)'?"] }
            context.add(finding)
        }
    }

    private func isBandwidthRule(_ directive: DirectiveRow) -> Bool {
        guard !directive.isBroken, let action = configuration.captures(of: directive).first, action.slot == .action, action.isValid else {
            return false
        }
        return action.keyword(ActionID.self) == .setBandwidthLimit
    }

    /// A listener that speaks TLS has a certificate, its own or one of `ssl-f-use` lines (manual 5.1). With `strict-sni` it may lack one
    /// until one is added while running.
    private func certificates(_ section: SectionRow) {
        var lacking: [(directive: DirectiveRow, ssl: Capture)] = []
        for directive in configuration.directives(of: section) where !directive.isUnknown {
            if directive.id == .sslFUse { return }
            if directive.id != .bind || directive.isBroken { continue }
            var ssl: Capture?
            var hasCertificate = false
            for capture in configuration.captures(of: directive) where capture.slot == .option && capture.type == .keyword {
                switch capture.keyword(BindOptionID.self) {
                case .ssl: ssl = capture
                case .crt, .crtList, .defaultCrt: hasCertificate = true
                default: break
                }
            }
            if let ssl, !hasCertificate { lacking.append((directive, ssl)) }
        }
        if lacking.isEmpty { return }
        let settings = TLSSettings(context)
        for one in lacking {
            context.add(
                Finding(
                    .needsAnother, severity: settings.severityOfLack(configuration.captures(of: one.directive)),
                    at: configuration.range(one.ssl, of: one.directive), "the listener speaks TLS, but has no certificate",
                    help: ["add '\(BindOptionID.crt) <file>'"]))
        }
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

    /// Actions that a backend cannot do: it has no clients, and no slots of its own to capture into, though it can fill those of frontends.
    private func clientAction(_ directive: DirectiveRow, _ section: SectionRow) {
        let captures = configuration.captures(of: directive)
        guard let action = captures.first, action.slot == .action, action.isValid else { return }
        let range = configuration.range(action, of: directive)
        switch action.keyword(ActionID.self) {
        case .switchMode:
            context.add(
                Finding(
                    .actionNotHere, at: range, "\(configuration.title(of: section)) has no clients whose mode could be switched"))
            return
        case .capture, .captureInTcpRequestContent: if !captures.contains(where: { $0.slot == .length }) { return }
        default: return
        }
        context.add(
            Finding(
                .needsAnother, at: range,
                "a backend cannot declare a capture: \(configuration.title(of: section)) has no slots for it",
                help: ["give the frontend a slot by '\(DirectiveID.declareCapture)', and write '\(WordID.id) <number>' here"]))
    }

    /// `set-timeout` sets those of the section's own side: a client's in frontends, a server's in backends.
    private func timeoutAction(_ directive: DirectiveRow, _ section: SectionRow) {
        let captures = configuration.captures(of: directive)
        guard let action = captures.first, action.slot == .action, action.isValid, !directive.isBroken else { return }
        switch action.keyword(ActionID.self) {
        case .setTimeout, .setTimeoutInHttpResponse: break
        default: return
        }
        guard let which = captures.first(where: { $0.slot == .which }), which.isValid else { return }
        let needed: SectionID
        switch which.literal {
        case .client: needed = .frontend
        case .tarpit: return
        default: needed = .backend
        }
        if section.kind == needed { return }
        context.add(
            Finding(
                .actionNotHere, at: configuration.range(which, of: directive),
                "\(configuration.title(of: section)) has no \(needed == .frontend ? "clients" : "servers") whose timeout could be set",
                help: ["put the rule into a \(needed) or listen section"]))
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
            let chain = configuration.chain(of: proxy)
            guard let option = chain.reversed().lazy.compactMap({ options[$0] }).first, option.form == .plain else { continue }
            let hasCommand = chain.contains { commands.contains($0) }
            guard !isAllowed || !hasCommand, reported.insert(option.firstWord).inserted else { continue }
            var help: [String] = []
            if !isAllowed { help.append("allow it by '\(DirectiveID.globalExternalCheck)' in the global section") }
            if !hasCommand { help.append("name the program by '\(DirectiveID.externalCheckCommand) <path>'") }
            context.add(
                Finding(
                    .needsAnother, at: configuration.keywordRange(of: option),
                    "'\(option.id)' is not enough to check servers by a program", help: help))
        }
    }
}
