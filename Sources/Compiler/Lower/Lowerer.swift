import GrammarFormat
import Lexer
import Plan

/// Turns a checked configuration into the rows of a plan. It goes through the proxies twice: first their settings, listeners and
/// servers, then their rules, which may name servers of any proxy. Row n of ``Configuration/proxies`` becomes proxy n of the plan.
///
/// Lines that have a finding of their own are left out; whoever asks for a plan has seen that there is none.
struct Lowerer: ~Copyable {
    let configuration: Configuration
    let inputs: Inputs
    var builder = PlanBuilder()
    var findings = Findings()
    var places: PlaceFinder
    /// What each `defaults` section comes to, by section; filled when first needed.
    var defaults: [Int: ProxyState] = [:]
    /// Log targets of the global section, which `log global` repeats.
    var globalLogTargets: [LogTargetRecord] = []
    /// Rows of proxies by name, made when an expression first names one.
    var backends = NameTable()
    var frontends = NameTable()
    var serverTails = ServerTails()
    /// Names of keywords in the plan's pool, by row.
    var wordOfRow = [Text](repeating: .none, count: KeywordRows.count)
    /// Counts the states of `default-server`, over all proxies.
    var serverVersions = 0
    /// The word under which a server's address stands among its settings.
    let addressWord: Text
    let addressFlags = SettingFlags.drops([.health, .idleConnections])
    /// Reused for texts that are put together.
    var scratch: [UInt8] = []
    /// Jumps that wait for where they go; a stack, so that conditions allocate nothing.
    var waiting: [CodeIndex] = []

    init(configuration: Configuration, inputs: Inputs) {
        self.configuration = configuration
        self.inputs = inputs
        places = PlaceFinder(configuration.sources)
        addressWord = builder.intern("address")
    }

    mutating func run() {
        for file in configuration.sources.files {
            var name = file.name
            _ = name.withUTF8 { builder.addSourceFile(UnsafeRawBufferPointer($0)) }
        }
        let directives = configuration.directives.rows(0, configuration.directives.count)
        let servers = directives.reduce(0) { $0 &+ ($1.id == .server ? 1 : 0) }
        builder.reserve(servers: servers, directives: directives.count &- servers)
        lowerGlobal()
        var states: [ProxyState] = []
        states.reserveCapacity(configuration.proxies.count)
        for row in configuration.proxies.indices { states.append(lowerProxy(row)) }
        for row in states.indices { lowerRules(of: ProxyID(UInt32(truncatingIfNeeded: row)), states[row]) }
        // Without libcrypto no plan is written: encoding tries again and says so.
        try? builder.complete()
    }

    // MARK: Texts

    mutating func intern(_ word: WordBytes) -> Text { builder.intern(UnsafeRawBufferPointer(start: word.base, count: word.count)) }

    mutating func intern(_ text: PoolText) -> Text {
        builder.intern(UnsafeRawBufferPointer(configuration.expressions.bytes(text)))
    }

    func bytes(_ text: PoolText) -> WordBytes {
        let bytes = configuration.expressions.bytes(text)
        return WordBytes(base: bytes.baseAddress ?? StaticString("").utf8Start, count: bytes.count)
    }

    mutating func internScratch() -> Text { scratch.withUnsafeBytes { builder.intern($0) } }

    /// The words `first..<last` of a directive with one space between them, in the scratch buffer.
    mutating func joinWords(_ first: Int, _ last: Int, of directive: DirectiveRow) {
        scratch.removeAll(keepingCapacity: true)
        var index = first
        while index < last {
            if index > first { scratch.append(0x20) }
            let word = configuration.bytes(index, of: directive)
            scratch.append(contentsOf: UnsafeBufferPointer(start: word.base, count: word.count))
            index &+= 1
        }
    }

    // MARK: Places

    mutating func place(of directive: DirectiveRow) -> SourceLocation {
        if directive.column > 0 {
            return SourceLocation(file: SourceFileID(directive.source), line: directive.line, column: UInt32(directive.column))
        }
        return places.place(directive.source, configuration.words[Int(directive.firstWord)].rawStart)
    }

    mutating func place(of section: SectionRow) -> SourceLocation {
        places.place(section.source, configuration.words[Int(section.firstWord)].rawStart)
    }

    // MARK: Findings

    /// What the grammar lets pass and the plan cannot hold yet: never dropped in silence.
    mutating func refuse(_ what: String, at range: SourceRange) {
        findings.add(Finding(.notSupportedYet, severity: .error, at: range, "baton does not run \(what) yet"))
    }
}

/// Lines and columns of offsets that mostly come in order.
struct PlaceFinder {
    private let sources: SourceSet
    private var source = UInt32.max
    private var line: UInt32 = 0
    private var start: UInt32 = 0
    private var end: UInt32 = 0

    init(_ sources: SourceSet) { self.sources = sources }

    mutating func place(_ source: UInt32, _ offset: UInt32) -> SourceLocation {
        if source != self.source || offset < start || offset > end { find(source, offset) }
        return SourceLocation(file: SourceFileID(source), line: line, column: offset &- start &+ 1)
    }

    private mutating func find(_ source: UInt32, _ offset: UInt32) {
        let file = sources[source]
        if source == self.source, let next = file.line(line &+ 1), next.start <= offset, offset <= next.end {
            line &+= 1
            (start, end) = (next.start, next.end)
            return
        }
        self.source = source
        let position = file.position(of: offset)
        line = position.line
        start = offset &- (position.column &- 1)
        end = max(file.line(line)?.end ?? offset, offset)
    }
}
