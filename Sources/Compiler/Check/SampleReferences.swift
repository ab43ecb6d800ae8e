import GrammarFormat
import Lexer

/// Proxies, servers and tables that fetches and converters mean: `srv_conn([<backend>/]<server>)`, and the section's own where the name of a
/// proxy or table is left out (manual 7.3). Names of proxies and tables that are written are looked up by ``ReferenceChecks`` and
/// ``TableReferences``.
struct SampleReferences {
    private let context: CheckContext
    private let configuration: Configuration
    /// Sections with a stick table.
    private var tables: Set<Int> = []
    /// By section of defaults, the first proxy that starts from them; nil until asked for.
    private var heirs: [Int: Int]?
    /// By proxy, of those that were asked about.
    private var servers: [Int: ServerNames] = [:]

    private struct ServerNames {
        var names: Set<[UInt8]> = []
        var templates: [DirectiveRow] = []
    }

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
    }

    mutating func run(_ names: borrowing SectionNames) {
        if configuration.expressions.samples.count == 0 { return }
        for index in 0..<configuration.directives.count where configuration.directives[index].id == .stickTable {
            if !configuration.directives[index].isUnknown { tables.insert(Int(configuration.directives[index].section)) }
        }
        for index in 0..<configuration.expressions.samples.count {
            let sample = configuration.expressions.samples[index]
            let row = sample.fetch.row
            check(row, Int(sample.firstArgument), Int(sample.argumentCount), sample.range, names)
            for at in 0..<Int(sample.converterCount) {
                let converter = configuration.expressions.converters[Int(sample.firstConverter) + at]
                check(converter.converter.row, Int(converter.firstArgument), Int(converter.argumentCount), sample.range, names)
            }
        }
    }

    private mutating func check(_ row: KeywordRow, _ first: Int, _ count: Int, _ range: SourceRange, _ names: borrowing SectionNames) {
        if count == 0 || row.glued == 0 { return }
        var parameters = ParameterList(row)
        for at in first..<first + count {
            let argument = configuration.expressions.arguments[at]
            let need = parameters.next()?.need ?? .repeated
            switch argument.type.refers {
            case .server: if argument.kind == .reference { server(argument, names) }
            case .backend, .frontend, .table: if argument.kind == .absent, need == .required { own(argument.type.refers, row, range) }
            default: break
            }
        }
    }

    /// The section that the expression stands in, where that is a proxy or named defaults and the line is a rule. What defaults say for logs
    /// means the proxy that logs.
    private func section(_ range: SourceRange) -> Int? {
        guard let at = configuration.directive(at: range) else { return nil }
        let directive = configuration.directives[at]
        if directive.isBroken { return nil }
        let section = configuration.sections[Int(directive.section)]
        if section.isBroken { return nil }
        switch section.kind {
        case .frontend, .backend, .listen: return Int(directive.section)
        case .defaults:
            if section.nameWord == 0 { return nil }
            switch directive.id {
            case .httpRequest, .httpResponse, .httpAfterResponse, .tcpRequestConnection, .tcpRequestSession, .tcpRequestContent,
                .tcpResponseContent, .acl:
                return Int(directive.section)
            default: return nil
            }
        default: return nil
        }
    }

    /// A name is left out: the section's own proxy or table is meant.
    private mutating func own(_ kind: ReferenceKind, _ row: KeywordRow, _ range: SourceRange) {
        guard let index = section(range) else { return }
        let section = configuration.sections[index]
        var title = configuration.title(of: section)
        var side = section.kind
        if side == .defaults, kind != .table {
            // Rules of defaults are for one kind of proxy, which is that of the first that starts from them.
            guard let heir = heir(of: index) else { return }
            side = heir.kind
            title = configuration.title(of: configuration.sections[heir.section])
        }
        let lack: String
        switch (kind, side) {
        case (.backend, .frontend): lack = "\(title) has no servers"
        case (.frontend, .backend): lack = "\(title) has no listeners"
        case (.table, _): if tables.contains(index) { return } else { lack = "\(title) has no stick table of its own" }
        default: return
        }
        if context.findings.counts(.error, file: range.source) { return }
        let noun = kind == .table ? "table" : kind == .backend ? "backend" : "frontend"
        context.add(
            Finding(
                .unknownReference, at: range, "'\(row.name.string)' means the \(noun) of its section, but \(lack)",
                help: ["write '\(row.name.string)(<\(noun)>)'"]))
    }

    /// The first proxy that starts from these defaults.
    private mutating func heir(of defaults: Int) -> ProxyRow? {
        if heirs == nil {
            var found: [Int: Int] = [:]
            for (index, proxy) in configuration.proxies.enumerated() {
                var next = Int(configuration.sections[proxy.section].defaults)
                // What has an heir has been walked from.
                while next >= 0, found[next] == nil {
                    found[next] = index
                    next = Int(configuration.sections[next].defaults)
                }
            }
            heirs = found
        }
        return heirs?[defaults].map { configuration.proxies[$0] }
    }

    /// Whether a proxy has a server of this name.
    private mutating func hasServer(_ name: WordBytes, _ proxy: Int) -> Bool {
        let section = configuration.sections[configuration.proxies[proxy].section]
        var known = servers[proxy]
        if known == nil {
            var found = ServerNames()
            for directive in configuration.directives(of: section) where !directive.isUnknown && directive.wordCount > directive.nameEnd {
                if directive.id == .serverTemplate { found.templates.append(directive) }
                if directive.id == .server { found.names.insert(configuration.bytes(Int(directive.nameEnd), of: directive).array) }
            }
            servers[proxy] = found
            known = found
        }
        guard let known else { return false }
        return known.names.contains(name.array) || known.templates.contains { configuration.makesServer($0, called: name) }
    }

    /// `[<backend>/]<server>`
    private mutating func server(_ argument: ArgumentRow, _ names: borrowing SectionNames) {
        let bytes = configuration.expressions.bytes(argument.text)
        guard let base = bytes.baseAddress, bytes.count > 0, let index = section(argument.range) else { return }
        let text = WordBytes(base: base, count: bytes.count)
        var owner = configuration.proxy(ofSection: index)
        var name = text
        if let slash = text.first(UInt8(ascii: "/")) {
            let proxy = text.slice(0, slash)
            name = text.dropping(slash + 1)
            guard let found = names.proxies.find(proxy) else {
                report(argument.range, "no proxy is called '\(context.text(proxy))'", [])
                return
            }
            owner = found
        } else if owner == nil {
            report(
                argument.range, "a server of which backend? \(configuration.title(of: configuration.sections[index])) has none",
                ["write '<backend>/\(context.text(text))'"])
            return
        }
        guard let owner else { return }
        let row = configuration.proxies[owner]
        if hasServer(name, owner) { return }
        report(
            argument.range,
            "\(configuration.title(of: configuration.sections[row.section])) has no server called '\(context.text(name))'",
            row.isBackend ? [] : ["write '<backend>/\(context.text(name))'"])
    }

    private func report(_ range: SourceRange, _ message: String, _ help: [String]) {
        if context.findings.counts(.error, file: range.source) { return }
        context.add(Finding(.unknownReference, at: range, message, help: help))
    }
}
