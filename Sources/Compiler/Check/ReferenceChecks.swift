import GrammarFormat
import Lexer

/// Names and files that words refer to.
struct ReferenceChecks {
    let context: CheckContext
    private let configuration: Configuration
    /// By section.
    private var defaultServers: [Int: [DefaultServer]] = [:]

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
    }

    mutating func run(_ names: borrowing SectionNames) {
        // Types by number, so that most captures cost one look-up.
        var interesting = [Bool](repeating: false, count: TypeRows.count)
        for index in 0..<TypeRows.count {
            let type = TypeID(rawValue: UInt16(truncatingIfNeeded: index))
            interesting[index] = type.refers != .none || type.kind == .address || type.kind == .addressList
        }
        let words = WordChecks(context)
        for at in 0..<configuration.directives.count {
            let directive = configuration.directives[at]
            if !directive.isUnknown {
                DirectiveChecks.check(directive, context)
                words.check(directive)
            }
            let first = Int(directive.firstCapture)
            for index in first..<(first + Int(directive.captureCount)) {
                let capture = configuration.captures[index]
                if capture.type == .keyword || !capture.isValid || !interesting[Int(capture.type.rawValue)] { continue }
                check(capture, directive, names, index - first)
            }
        }
        for at in 0..<configuration.expressions.arguments.count {
            let argument = configuration.expressions.arguments[at]
            if argument.kind == .reference { check(argument, names) }
        }
    }

    private mutating func check(_ capture: Capture, _ directive: DirectiveRow, _ names: borrowing SectionNames, _ index: Int) {
        let text = configuration.text(capture, of: directive)
        let refers = capture.type.refers
        switch refers {
        case .none: address(capture, directive)
        case .defaults, .acl, .variable, .environment, .server: break
        case .user, .group: account(text, refers, configuration.range(capture, of: directive))
        case .backend:
            if capture.type.kind == .logFormat, !isPlainText(capture) { return }
            backend(text, capture, directive, names)
        case .frontend: find(text, .frontend, configuration.range(capture, of: directive), names)
        default:
            if let kind = Self.section(refers) {
                // What servers start from is looked up once a server takes it over.
                if directive.id == .defaultServer { return }
                find(text, kind, configuration.range(capture, of: directive), names)
            } else if let kind = Self.input(refers) {
                context.namedFiles.append(FileUse(directive: directive, capture: index))
                if FileContents.looks(for: capture, directive) { return }
                file(text, kind, configuration.range(capture, of: directive), directive)
            }
        }
    }

    /// The kind of section that a reference names, or nil.
    private static func section(_ kind: ReferenceKind) -> SectionID? {
        switch kind {
        case .peers: .peers
        case .resolvers: .resolvers
        case .mailers: .mailers
        case .userlist: .userlist
        case .cache: .cache
        case .httpErrors: .httpErrors
        case .ring: .ring
        case .logProfile: .logProfile
        case .fcgiApp: .fcgiApp
        case .acme: .acme
        default: nil
        }
    }

    private static func input(_ kind: ReferenceKind) -> InputKind? {
        switch kind {
        case .file, .directory: .other
        case .map: .map
        case .certificate: .certificate
        case .caFile: .caFile
        case .errorFile: .errorFile
        case .crtStore: .certificateList
        case .lua: .lua
        default: nil
        }
    }

    private func isPlainText(_ capture: Capture) -> Bool {
        if capture.value == Expressions.broken { return false }
        let format = configuration.expressions.formats[Int(truncatingIfNeeded: capture.value)]
        if format.nodeCount != 1 { return false }
        return configuration.expressions.nodes[Int(format.firstNode)].kind == .text
    }

    // MARK: names

    private func backend(_ name: WordBytes, _ capture: Capture, _ directive: DirectiveRow, _ names: borrowing SectionNames) {
        let range = configuration.range(capture, of: directive)
        guard find(name, .backend, range, names), directive.id == .useBackend, let found = names.backends.find(name) else { return }
        guard let own = configuration.proxy(ofSection: Int(directive.section)) else { return }
        CheckPass.checkModes(configuration.proxies[own], configuration.proxies[found], range, context)
        if own == found {
            let section = configuration.sections[Int(directive.section)]
            context.add(Finding(.unknownReference, at: range, "\(configuration.title(of: section)) would send to itself"))
        }
    }

    /// Whether there is a section of this kind and name; says so where there is none.
    @discardableResult
    private func find(_ name: WordBytes, _ kind: SectionID, _ range: SourceRange, _ names: borrowing SectionNames) -> Bool {
        var other: SectionRow?
        switch kind {
        case .backend, .frontend:
            let found = kind == .backend ? names.backends.find(name) : names.frontends.find(name)
            if found != nil { return true }
            if let found = names.proxies.find(name) { other = configuration.sections[configuration.proxies[found].section] }
        default:
            // The reference makes resolvers of this name from the system's configuration.
            if kind == .resolvers, name.string == "default" { return true }
            if names.find(kind, name) != nil { return true }
        }
        if context.findings.counts(.error, file: range.source) { return false }
        var finding = Finding(.unknownReference, at: range, "no \(kind.text) is called '\(context.text(name))'")
        if let other {
            finding.places = [Finding.Place(configuration.nameRange(of: other), "this is a \(other.kind.text)")]
        } else if let near = context.nearest(name, names.names(kind)) {
            finding.help = ["did you mean '\(near)'?"]
            finding.fixes = [Finding.Fix("write '\(near)'", span: range, replacement: near, isSafe: false)]
        }
        context.add(finding)
        return false
    }

    // MARK: files, accounts and addresses

    /// A user or group of the machine, by name.
    private func account(_ name: WordBytes, _ kind: ReferenceKind, _ range: SourceRange) {
        if name.count == 0 || context.inputs.hasAccount(name.string, isGroup: kind == .group) { return }
        let noun = kind == .group ? "group" : "user"
        context.add(
            Finding(
                .unknownAccount, severity: context.isStrict ? .error : .note, at: range,
                "this machine has no \(noun) called '\(context.text(name))'",
                notes: context.isStrict ? [] : ["HAProxy refuses the configuration where there is none"]))
    }

    private func file(_ path: WordBytes, _ kind: InputKind, _ range: SourceRange, _ directive: DirectiveRow) {
        guard path.count > 0, path.base[0] != UInt8(ascii: "@") else { return }
        FileReferences.look(path.string, kind, at: range, context)
    }

    /// A host's name is resolved where the plan runs, never here.
    private mutating func address(_ capture: Capture, _ directive: DirectiveRow) {
        let address = AddressValue(capture)
        guard address.isHostName, address.hostCount > 0 else { return }
        let name = configuration.bytes(Int(capture.word), of: directive).slice(address.hostStart, address.hostCount)
        if NameReferences.isLocal(name) || mayStayUnresolved(directive) { return }
        if NameReferences.isNumeric(name) {
            if IPText.olderIPv4(name) == nil {
                context.add(
                    Finding(
                        .invalidValue, at: configuration.range(capture, of: directive),
                        "'\(context.text(name))' is neither an address nor a name"))
            }
            return
        }
        if context.inputs.policy == .skip { return }
        context.add(
            Finding(
                .unresolvedName, at: configuration.range(capture, of: directive),
                "the address of '\(context.text(name))' is looked up where the configuration runs",
                notes: ["HAProxy looks it up while checking, and refuses the configuration where that fails"]))
    }

    /// Whether a server may start without an address: `init-addr` ends with `none`, in its line or in a `default-server` line before it.
    private mutating func mayStayUnresolved(_ directive: DirectiveRow) -> Bool {
        guard directive.id == .server || directive.id == .serverTemplate else { return false }
        if let own = initAddr(directive) { return own }
        var section = Int(directive.section)
        while section >= 0 {
            if let last = defaultServers(of: section).last(where: { $0.firstWord < directive.firstWord }) { return last.isOptional }
            section = Int(configuration.sections[section].defaults)
        }
        return false
    }

    /// The `default-server` lines of a section that say `init-addr`, in order. A section is looked at once.
    private mutating func defaultServers(of index: Int) -> [DefaultServer] {
        if let known = defaultServers[index] { return known }
        var found: [DefaultServer] = []
        let section = configuration.sections[index]
        for at in Int(section.firstDirective)..<Int(section.firstDirective) + Int(section.directiveCount) {
            let directive = configuration.directives[at]
            guard directive.id == .defaultServer, !directive.isUnknown, let isOptional = initAddr(directive) else { continue }
            found.append(DefaultServer(firstWord: directive.firstWord, isOptional: isOptional))
        }
        defaultServers[index] = found
        return found
    }

    private struct DefaultServer {
        var firstWord: UInt32
        var isOptional: Bool
    }

    /// Whether the line's `init-addr` names `none`; nil where it has no such option.
    private func initAddr(_ directive: DirectiveRow) -> Bool? {
        let captures = configuration.captures(of: directive)
        for (index, capture) in captures.enumerated()
        where capture.slot == .option && capture.type == .keyword && capture.isValid && capture.keyword(ServerOptionID.self) == .initAddr {
            guard index + 1 < captures.count else { return false }
            let methods = configuration.text(captures[index + 1], of: directive).string
            return methods.split(separator: ",").contains { $0 == WordID.none.description }
        }
        return nil
    }

    // MARK: arguments of samples

    private func check(_ argument: ArgumentRow, _ names: borrowing SectionNames) {
        let refers = argument.type.refers
        let bytes = configuration.expressions.bytes(argument.text)
        guard let base = bytes.baseAddress, bytes.count > 0 else { return }
        let text = WordBytes(base: base, count: bytes.count)
        if refers == .backend || refers == .frontend {
            find(text, refers == .backend ? .backend : .frontend, argument.range, names)
        } else if let kind = Self.section(refers) {
            find(text, kind, argument.range, names)
        } else if argument.type == .followedFile {
            // It may come and go while the proxy runs.
            return
        } else if let kind = Self.input(refers), text.base[0] != UInt8(ascii: "@") {
            FileReferences.look(text.string, kind, at: argument.range, context)
        }
    }
}
