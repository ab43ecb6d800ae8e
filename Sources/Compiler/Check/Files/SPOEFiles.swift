import GrammarFormat
import Lexer

/// An SPOE filter of a proxy.
struct SPOEEngine {
    /// `engine` of the line, else the name of the file's agent. Nil: not known, since the file was not read.
    var name: String?
    var file: SPOEFile?
}

/// The file of an SPOE filter, read in the scope of one engine (doc/SPOE.txt 2): the lexer, the parser and the signatures are those of the
/// configuration, with sections of its own.
final class SPOEFile {
    struct Message {
        var name: String
        var line: Int
        var event: WordID?
        /// What `args` lines ask for.
        var samples: [Int] = []
    }

    struct Group {
        var name: String
        var line: Int
        var messages: [String] = []
    }

    let path: String
    /// Its own findings and tree.
    let context: CheckContext
    private(set) var agent: (name: String, line: Int)?
    private(set) var backend: String?
    /// What the agent's lines name.
    private(set) var sent: [String] = []
    private(set) var offered: [String] = []
    private(set) var messages: [Message] = []
    private(set) var groups: [Group] = []
    /// What is wrong with it, whoever uses it.
    private(set) var faults: [FileFault] = []

    var isBroken: Bool { faults.contains(where: \.isError) }

    private var configuration: Configuration { context.configuration }

    init?(_ path: String, _ bytes: [UInt8], engine: [UInt8]?, for user: CheckContext) {
        guard let source = try? Source(name: path, index: 0, bytes: bytes) else { return nil }
        var sources = SourceSet()
        sources.add(source)
        var options = user.options
        options.mustRun = false
        options.severities = Severities()
        self.path = path
        context = CheckContext(sources: sources, options: options)
        context.dialect = .spoe(engine: engine)
        context.environment = user.environment
        var parser = ConfigurationParser(context)
        parser.parse()
        var expressions = ExpressionPass(context)
        expressions.run()
        Regexes(context: context).run()
        for index in 0..<configuration.sections.count { read(configuration.sections[index]) }
        faults = context.findings.sorted().compactMap(translate) + faults
        if !isBroken { structure(options) }
    }

    // MARK: faults

    private func add(_ line: Int?, _ message: String, severity: Severity? = nil, help: [String] = []) {
        let place = line.map { "line \($0) of " } ?? ""
        faults.append(FileFault(.badSPOEFile, severity: severity, "\(place)the SPOE file '\(path)': \(message)", help: help))
    }

    /// A finding in the file as one at the word that names it. Notes are about words, not about the file.
    private func translate(_ finding: Finding) -> FileFault? {
        if finding.severity == .note { return nil }
        var severity = finding.severity
        // HAProxy takes any line in a message.
        if finding.id == .unknownKeyword || finding.id == .keywordElsewhere, isInMessage(finding.span) { severity = .warning }
        let line = context.sources.place(finding.span).line
        return FileFault(
            .badSPOEFile, severity: severity, "line \(line) of the SPOE file '\(path)': \(finding.message)", help: finding.help,
            notes: finding.notes)
    }

    private func isInMessage(_ range: SourceRange) -> Bool {
        for index in 0..<configuration.sections.count {
            let section = configuration.sections[index]
            guard section.kind == .spoeMessage else { continue }
            for directive in configuration.directives(of: section) where configuration.range(of: directive).start <= range.start {
                if range.start < configuration.range(of: directive).end { return true }
            }
        }
        return false
    }

    // MARK: reading

    private func line(_ range: SourceRange) -> Int { context.sources.place(range).line }

    /// The words behind the keyword of a line.
    private func words(_ directive: DirectiveRow) -> [String] {
        (Int(directive.nameEnd)..<Int(max(directive.nameEnd, directive.wordCount))).map { configuration.bytes($0, of: directive).string }
    }

    private func read(_ section: SectionRow) {
        let place = line(configuration.keywordRange(of: section))
        let name = configuration.name(of: section)?.string ?? ""
        switch section.kind {
        case .spoeAgent:
            if let agent {
                add(place, "there is an agent already, in line \(agent.line)", help: ["give each engine a scope of its own: [<engine>]"])
                return
            }
            agent = (name, place)
            for directive in configuration.directives(of: section) where !directive.isUnknown && !directive.isBroken {
                agentLine(directive)
            }
        case .spoeGroup:
            if let other = groups.first(where: { $0.name == name }) {
                add(place, "a group called '\(name)' exists already, in line \(other.line)", help: ["rename one of them"])
                return
            }
            var group = Group(name: name, line: place)
            for directive in configuration.directives(of: section) where !directive.isUnknown && directive.id == .spoeGroupMessages {
                append(words(directive), to: &group.messages, directive)
            }
            groups.append(group)
        case .spoeMessage:
            if let other = messages.first(where: { $0.name == name }) {
                add(place, "a message called '\(name)' exists already, in line \(other.line)", help: ["rename one of them"])
                return
            }
            var message = Message(name: name, line: place)
            for directive in configuration.directives(of: section) where !directive.isUnknown && !directive.isBroken {
                if directive.id == .spoeMessageArgs { message.samples += values(directive) }
                if directive.id == .spoeMessageEvent, let event = configuration.captures(of: directive).first, event.isValid {
                    message.event = event.literal
                }
            }
            messages.append(message)
        default: break
        }
    }

    private func append(_ names: [String], to list: inout [String], _ directive: DirectiveRow) {
        for name in names {
            if list.contains(name) {
                add(line(configuration.range(of: directive)), "'\(name)' is named twice", help: ["remove one of them"])
            } else {
                list.append(name)
            }
        }
    }

    private func agentLine(_ directive: DirectiveRow) {
        let words = words(directive)
        switch directive.id {
        case .spoeAgentUseBackend: backend = words.first
        case .spoeAgentMessages: append(words, to: &sent, directive)
        case .spoeAgentGroups: append(words, to: &offered, directive)
        case .spoeAgentOptionVarPrefix, .spoeAgentOptionSetOnError, .spoeAgentOptionSetProcessTime, .spoeAgentOptionSetTotalTime,
            .spoeAgentRegisterVarNames:
            for word in words where !Self.isVariable(word) {
                add(
                    line(configuration.range(of: directive)), "'\(word)' cannot stand in the name of a variable",
                    help: ["use letters, digits, '_' and '.'"])
            }
        default: break
        }
    }

    private static func isVariable(_ name: String) -> Bool {
        name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E: true
            default: false
            }
        }
    }

    /// The samples of an `args` line: each word is `<name>=<sample>`, or a sample.
    private func values(_ directive: DirectiveRow) -> [Int] {
        var found: [Int] = []
        for word in Int(directive.nameEnd)..<Int(max(directive.nameEnd, directive.wordCount)) {
            let bytes = configuration.bytes(word, of: directive)
            let start = bytes.first(UInt8(ascii: "=")).map { $0 + 1 } ?? 0
            let parsed = SampleParser(context, directive).parse(
                word: word, from: start, .words(word + 1), allowed: .anywhere, user: directive.id)
            if let sample = parsed.sample { found.append(sample) }
        }
        return found
    }

    // MARK: what the sections say together

    private func has(_ id: DirectiveID) -> DirectiveRow? {
        configuration.allDirectives.last { !$0.isUnknown && $0.id == id && $0.form == .plain }
    }

    private func structure(_ options: CheckOptions) {
        guard let agent else {
            var text = "it has no '\(SpoeSectionID.spoeAgent)'"
            if case .spoe(let engine?) = context.dialect { text += " in the scope '[\(String(decoding: engine, as: UTF8.self))]'" }
            add(
                nil, text,
                help: ["an engine that the filter names is a scope of the file; without a name, the lines outside of scopes count"])
            return
        }
        if backend == nil {
            add(agent.line, "the agent '\(agent.name)' has no backend", help: ["add '\(DirectiveID.spoeAgentUseBackend) <name>'"])
        }
        if has(.spoeAgentTimeoutProcessing) == nil {
            add(
                agent.line, "the agent '\(agent.name)' has no '\(DirectiveID.spoeAgentTimeoutProcessing)'", severity: .warning,
                help: ["without it a stream waits for ever"])
        }
        if has(.spoeAgentOptionVarPrefix) == nil, !Self.isVariable(agent.name) {
            add(
                agent.line, "the agent's name '\(agent.name)' cannot begin the names of variables",
                help: ["add '\(DirectiveID.spoeAgentOptionVarPrefix) <prefix>'"])
        }
        if sent.isEmpty && offered.isEmpty {
            add(agent.line, "the agent '\(agent.name)' sends no message and no group", severity: .warning)
        }
        for name in sent where !messages.contains(where: { $0.name == name }) {
            add(agent.line, "the agent '\(agent.name)' sends the message '\(name)', which does not exist")
        }
        var owners: [String: String] = [:]
        for name in offered {
            guard let group = groups.first(where: { $0.name == name }) else {
                add(agent.line, "the agent '\(agent.name)' has the group '\(name)', which does not exist")
                continue
            }
            for message in group.messages {
                if !messages.contains(where: { $0.name == message }) {
                    add(group.line, "the group '\(name)' has the message '\(message)', which does not exist")
                } else if let owner = owners.updateValue(name, forKey: message) {
                    add(group.line, "the message '\(message)' belongs to the group '\(owner)' already")
                }
            }
        }
    }

    /// `max-frame-size`, which has room in a buffer.
    func frameFault(bufferBytes: Int) -> FileFault? {
        guard let directive = has(.spoeAgentMaxFrameSize), let capture = configuration.captures(of: directive).first, capture.isValid,
            capture.integer < 256 || capture.integer > bufferBytes - 4
        else { return nil }
        return FileFault(
            .badSPOEFile,
            "line \(line(configuration.range(of: directive))) of the SPOE file '\(path)': a frame has 256 to \(bufferBytes - 4) bytes, not \(capture.integer)",
            help: ["'\(DirectiveID.tuneBufsize)' says how large a buffer is"])
    }

    /// What is wrong with its messages in a proxy of this kind.
    func faults(in proxy: SectionID) -> [FileFault] {
        var found: [FileFault] = []
        for name in sent {
            guard let message = messages.first(where: { $0.name == name }) else { continue }
            func add(_ text: String, severity: Severity? = nil, help: [String] = []) {
                found.append(
                    FileFault(
                        .badSPOEFile, severity: severity, "line \(message.line) of the SPOE file '\(path)': \(text)", help: help))
            }
            guard let event = message.event else {
                add(
                    "the message '\(name)' is never sent: it has no event", severity: .warning,
                    help: ["add '\(DirectiveID.spoeMessageEvent)', or send it in a group"])
                continue
            }
            guard let places = Self.places(event, proxy) else {
                add("the message '\(name)' is never sent: a backend has no '\(event)'", severity: .warning)
                continue
            }
            if let sample = unavailable(message, places) {
                add(
                    "the message '\(name)' asks for '\(sample)', which is not there on '\(event)'",
                    help: ["send it on another event, or leave that value out"])
            }
        }
        return found
    }

    /// The text of a value of `message` that cannot be had in `places`.
    func unavailable(_ message: Message, _ places: SamplePlaces) -> String? {
        for index in message.samples {
            let sample = configuration.expressions.samples[index]
            if sample.places & places.rawValue == 0 { return context.sources.text(sample.range) }
        }
        return nil
    }

    /// What can be asked for on an event; nil where it does not happen in a proxy of this kind.
    private static func places(_ event: WordID, _ proxy: SectionID) -> SamplePlaces? {
        let isFrontend = proxy != .backend
        func sides(_ front: SamplePlaces, _ back: SamplePlaces) -> SamplePlaces { .of(proxy, front, back) }
        switch event {
        case .onClientSession: return isFrontend ? .frontendConnection : nil
        case .onFrontendTcpRequest: return isFrontend ? .frontendContent : nil
        case .onFrontendHttpRequest: return isFrontend ? .frontendRequest : nil
        // In a listen section these happen where those of its frontend do.
        case .onBackendTcpRequest: return isFrontend ? .frontendContent : .backendContent
        case .onBackendHttpRequest: return isFrontend ? .frontendRequest : .backendRequest
        case .onServerSession: return .serverConnection
        case .onTcpResponse: return sides(.frontendResponseContent, .backendResponseContent)
        case .onHttpResponse: return sides(.frontendResponse, .backendResponse)
        default: return .anywhere
        }
    }
}

extension FileContents {
    /// `filter spoe [engine <name>] config <file>`
    mutating func filter(_ path: String, _ range: SourceRange, _ use: FileUse, _ names: borrowing SectionNames) {
        let directive = use.directive
        let captures = configuration.captures(of: directive)
        guard let filter = captures.first, filter.isValid, filter.keyword(FilterID.self) == .spoe else { return }
        let section = configuration.sections[Int(directive.section)]
        let word = captures.last { $0.slot == .engine }
        let engine = word.map { configuration.text($0, of: directive).string }
        var entry = SPOEEngine(name: engine)
        if let file = spoeFile(path, engine, range) {
            entry.file = file
            if entry.name == nil { entry.name = file.agent?.name }
            var faults = file.faults
            if !file.isBroken {
                faults += file.faults(in: section.kind) + agents(file, names)
                if let fault = file.frameFault(bufferBytes: bufferBytes) { faults.append(fault) }
            }
            for fault in faults.prefix(Limits.faults) { add(fault, range) }
        }
        if let name = entry.name, engines[directive.section]?.contains(where: { $0.name == name }) == true {
            context.add(
                Finding(
                    .duplicateName, at: word.map { configuration.range($0, of: directive) } ?? range,
                    "\(configuration.title(of: section)) has an SPOE engine called '\(name)' already", help: ["name its engine otherwise"]))
        }
        engines[directive.section, default: []].append(entry)
    }

    private mutating func spoeFile(_ path: String, _ engine: String?, _ range: SourceRange) -> SPOEFile? {
        let key = "\(engine.map { "[\($0)]" } ?? "") \(path)"
        if let known = spoeFiles[key] { return known }
        let read = bytes(path, .other, .badSPOEFile, range)
        for fault in read.faults { add(fault, range) }
        guard let bytes = read.bytes, let file = SPOEFile(path, bytes, engine: engine.map { Array($0.utf8) }, for: context) else {
            return nil
        }
        spoeFiles[key] = file
        return file
    }

    /// `tune.bufsize`
    var bufferBytes: Int {
        let size = configuration.allDirectives.last { !$0.isUnknown && !$0.isBroken && $0.id == .tuneBufsize }
        guard let size, let capture = configuration.captures(of: size).first, capture.isValid else { return 16384 }
        return capture.integer
    }

    /// The backend of the agents.
    private func agents(_ file: SPOEFile, _ names: borrowing SectionNames) -> [FileFault] {
        guard let agent = file.agent, let backend = file.backend else { return [] }
        let found = Array(backend.utf8).withUnsafeBufferPointer { bytes in
            bytes.baseAddress.flatMap { names.backends.find(WordBytes(base: $0, count: bytes.count)) }
        }
        guard let found else {
            return [
                FileFault(
                    .badSPOEFile,
                    "the agent '\(agent.name)' in line \(agent.line) of the SPOE file '\(file.path)' uses the backend '\(backend)', which does not exist",
                    help: ["add 'backend \(backend)' with the agents as its servers"])
            ]
        }
        let mode = configuration.proxies[found].mode
        if mode == .tcp || mode == .spop { return [] }
        return [
            FileFault(
                .badSPOEFile, "the backend '\(backend)' of the agent '\(agent.name)' in the SPOE file '\(file.path)' is in mode \(mode)",
                help: ["give it 'mode \(context.options.target >= .v3_2 ? ProxyMode.spop : .tcp)'"])
        ]
    }

    /// `send-spoe-group <engine> <group>` in a rule.
    mutating func sendGroup(_ directive: DirectiveRow) {
        let section = configuration.sections[Int(directive.section)]
        switch section.kind {
        case .frontend, .backend, .listen: break
        // Whose engine is meant depends on who inherits the rule.
        default: return
        }
        let captures = configuration.captures(of: directive)
        guard let engine = captures.first(where: { $0.slot == .filter && $0.type != .keyword }),
            let group = captures.first(where: { $0.slot == .group })
        else { return }
        let name = configuration.text(engine, of: directive)
        let known = engines[directive.section] ?? []
        guard let found = known.first(where: { $0.name == name.string }) else {
            let isOpen =
                known.contains { $0.name == nil }
                || configuration.directives(of: section).contains { $0.id == .filter && $0.isBroken }
            if isOpen { return }
            context.add(
                Finding(
                    .unknownReference, at: configuration.range(engine, of: directive),
                    "\(configuration.title(of: section)) has no SPOE engine called '\(context.text(name))'",
                    help: known.isEmpty
                        ? ["add '\(DirectiveID.filter) \(FilterID.spoe)' with this engine to the section"]
                        : ["it has \(known.compactMap { $0.name.map { "'\($0)'" } }.joined(separator: ", "))"]))
            return
        }
        guard let file = found.file, !file.isBroken else { return }
        let groupName = configuration.text(group, of: directive).string
        guard file.offered.contains(groupName), let row = file.groups.first(where: { $0.name == groupName }) else {
            context.add(
                Finding(
                    .unknownReference, at: configuration.range(group, of: directive),
                    "the SPOE engine '\(context.text(name))' has no group called '\(groupName)'",
                    help: file.offered.isEmpty
                        ? ["name it in a '\(DirectiveID.spoeAgentGroups)' line of its agent"]
                        : ["it has \(file.offered.map { "'\($0)'" }.joined(separator: ", "))"]))
            return
        }
        let places: SamplePlaces
        switch directive.id {
        case .tcpRequestContent: places = .frontendContent
        case .tcpResponseContent: places = .backendResponseContent
        case .httpRequest: places = .frontendRequest
        case .httpResponse: places = .backendResponse
        default: return
        }
        for message in file.messages where row.messages.contains(message.name) {
            if let sample = file.unavailable(message, places) {
                context.add(
                    Finding(
                        .fetchNotAvailable, at: configuration.range(group, of: directive),
                        "the message '\(message.name)' of this group asks for '\(sample)', which is not there in '\(directive.id)' rules",
                        help: ["send it in another place, or leave that value out"]))
            }
        }
    }
}
