import GrammarFormat
import Lexer

/// A word that names a file; ``ReferenceChecks`` meets them.
struct FileUse {
    var directive: DirectiveRow
    /// Index of the word's capture among those of the directive.
    var capture: Int
}

/// What is wrong with a file that a word names.
struct FileFault {
    var id: FindingID
    /// Nil: as severe as its ID.
    var severity: Severity?
    /// Says which file, and where in it.
    var message: String
    var help: [String] = []
    var notes: [String] = []

    init(_ id: FindingID, severity: Severity? = nil, _ message: String, help: [String] = [], notes: [String] = []) {
        self.id = id
        self.severity = severity
        self.message = message
        self.help = help
        self.notes = notes
    }

    var isError: Bool { (severity ?? id.severity) == .error }
}

/// What stands in the files that the configuration names: certificates, lists of them, authorities, keys of tickets, scripts, answers, SPOE
/// files. Runs over the words that ``ReferenceChecks`` met, so that a configuration without them costs nothing. A file is read once for
/// each way of reading it. Under `--inputs skip` nothing is looked at.
struct FileContents {
    let context: CheckContext
    let configuration: Configuration
    var settings: TLSSettings
    /// By way of reading and path.
    private var known: [String: [FileFault]] = [:]
    /// What `load` lines of crt-store sections hold, by the names under which it is found.
    var stored: [String: StoredCertificate] = [:]
    /// Files of SPOE filters, by path and engine.
    var spoeFiles: [String: SPOEFile] = [:]
    /// The SPOE filters of each section.
    var engines: [UInt32: [SPOEEngine]] = [:]

    /// The bounds of this room.
    enum Limits {
        /// Findings about one file at one word: enough to see what kind of file it is.
        static let faults = 5
    }

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
        settings = TLSSettings()
    }

    /// Whether a file is looked for here, because other names than the one written may stand for it.
    static func looks(for capture: Capture, _ directive: DirectiveRow) -> Bool {
        if capture.type == .certificate { return true }
        return (directive.id == .crtStoreLoad || directive.id == .sslFUse) && capture.type == .path
    }

    mutating func run(_ names: borrowing SectionNames) {
        if context.namedFiles.isEmpty && context.spoeRules.isEmpty { return }
        settings = TLSSettings(context)
        for use in context.namedFiles { check(use, names) }
        for rule in context.spoeRules { sendGroup(rule) }
    }

    private mutating func check(_ use: FileUse, _ names: borrowing SectionNames) {
        let directive = use.directive
        let capture = configuration.captures(of: directive)[use.capture]
        let range = configuration.range(capture, of: directive)
        let path = configuration.text(capture, of: directive).string
        if path.isEmpty { return }
        switch capture.type {
        case .certificate: certificate(path, range, use)
        case .crtList:
            report("list", path, range) { $0.certificateList(path, range) }
            if context.inputs.policy != .skip, known["list " + path]?.contains(where: \.isError) == false, holdsNothing(path, range),
                isAlone(use)
            {
                context.add(
                    Finding(
                        .badCertificateList, severity: settings.severityOfLack(configuration.captures(of: use.directive)), at: range,
                        "the certificate list '\(path)' names no certificate, and the line has no other",
                        help: ["name a certificate in it, or by '\(BindOptionID.crt)'"]))
            }
        case .caFile, .crlFile: authorities(path, range, use)
        case .luaFile: report("script", path, range) { $0.script(path, range) }
        case .errorFile: report("answer", path, range) { $0.errorFile(path, range) }
        default: other(path, range, use, names)
        }
    }

    /// Files of the type that only says 'a path'.
    private mutating func other(_ path: String, _ range: SourceRange, _ use: FileUse, _ names: borrowing SectionNames) {
        switch use.directive.id {
        case .crtStoreLoad, .sslFUse: storeLine(use)
        case .sslDhParamFile: report("parameters", path, range) { $0.parameters(path, range) }
        case .filter: filter(path, range, use, names)
        case .bind, .otherBind:
            if bindOption(use) == .tlsTicketKeys { report("tickets", path, range) { $0.ticketKeys(path, range) } }
        default:
            if isBody(use) { report("body", path, range) { $0.body(path, range) } }
        }
    }

    /// Whether the word is the file that an answer takes its body from.
    private func isBody(_ use: FileUse) -> Bool {
        let captures = configuration.captures(of: use.directive)
        guard use.capture > 0, captures[use.capture].slot == .file, captures[use.capture - 1].type == .keyword else { return false }
        let word = captures[use.capture - 1].literal
        return word == .file || word == .lfFile
    }

    // MARK: words

    /// The option of a bind line that the word belongs to.
    func bindOption(_ use: FileUse) -> BindOptionID? {
        switch use.directive.id {
        case .bind, .otherBind: return optionRow(use).map { BindOptionID(rawValue: UInt16(truncatingIfNeeded: $0.index)) }
        default: return nil
        }
    }

    private func optionRow(_ use: FileUse) -> KeywordRow? {
        let captures = configuration.captures(of: use.directive)
        var at = use.capture
        while at > 0 {
            at -= 1
            if captures[at].slot == .option, captures[at].type == .keyword { return captures[at].isValid ? captures[at].row : nil }
        }
        return nil
    }

    /// Whether a bind line has the option.
    func has(_ option: BindOptionID, _ directive: DirectiveRow) -> Bool {
        configuration.captures(of: directive).contains {
            $0.slot == .option && $0.type == .keyword && $0.isValid && $0.keyword(BindOptionID.self) == option
        }
    }

    /// Whether the word names the only certificates of a bind line with TLS.
    func isAlone(_ use: FileUse) -> Bool {
        guard use.directive.id == .bind, has(.ssl, use.directive), !has(.generateCertificates, use.directive) else { return false }
        let section = configuration.sections[Int(use.directive.section)]
        if configuration.directives(of: section).contains(where: { !$0.isUnknown && $0.id == .sslFUse }) { return false }
        return configuration.captures(of: use.directive).filter { $0.type == .certificate || $0.type == .crtList }.count == 1
    }

    /// The path that a relative one stands for, by `crt-base` or `ca-base`; what begins with `@` is no path.
    func resolved(_ path: String, _ kind: InputKind) -> String {
        guard !path.hasPrefix("/"), !path.hasPrefix("@"), let base = context.bases[kind] else { return path }
        return base + "/" + path
    }

    // MARK: findings

    /// Reports what `make` finds in a file. It is asked once for each way and path; where another word names the file again, the first
    /// error is said there too, since HAProxy stops at each of them.
    mutating func report(_ way: String, _ path: String, _ range: SourceRange, _ make: (inout Self) -> [FileFault]) {
        if context.inputs.policy == .skip { return }
        let key = way + " " + path
        if let faults = known[key] {
            if let first = faults.first(where: \.isError) { add(first, range) }
            return
        }
        let faults = make(&self)
        known[key] = faults
        for fault in faults.prefix(Limits.faults) { add(fault, range) }
    }

    func add(_ fault: FileFault, _ range: SourceRange) {
        context.add(
            Finding(fault.id, severity: fault.severity, at: range, fault.message, help: fault.help, notes: fault.notes))
    }

    /// The bytes of a file, or nil and what is to be said: nothing where it is missing, which was said where it was looked for.
    func bytes(_ path: String, _ kind: InputKind, _ id: FindingID, _ range: SourceRange) -> (bytes: [UInt8]?, faults: [FileFault]) {
        switch context.inputs.content(path, kind, at: range) {
        case .bytes(let bytes): return (bytes, [])
        case .directory: return (nil, [FileFault(id, "the \(kind.name) '\(path)' is a directory", help: ["name a file"])])
        case .unreadable(let error): return (nil, [FileFault(id, "the \(kind.name) '\(path)' cannot be read: \(error.reason)")])
        case .missing, .unknown: return (nil, [])
        }
    }

    /// The lines of a file, with what ends them taken off.
    static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// A few bytes for a message.
    func text(_ bytes: some Collection<UInt8>) -> String {
        Array(bytes.prefix(60)).withUnsafeBytes { Characters.printable($0) }
    }
}
