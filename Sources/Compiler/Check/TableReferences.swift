import GrammarFormat
import Lexer

/// Stick tables that rules, `stick` lines and samples name: a proxy's by the proxy's name, one of a peers section by `<peers>/<table>`;
/// without a name the proxy's own (manual 4.2, 3.5).
struct TableReferences {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

    func run() {
        var tables = NameTable()
        var own: Set<UInt32> = []
        // Names of tables of peers sections are put together; they live as long as the look-ups.
        var texts: [UnsafeMutableBufferPointer<UInt8>] = []
        defer { for text in texts { text.deallocate() } }
        for index in 0..<configuration.directives.count {
            let directive = configuration.directives[index]
            if directive.isUnknown { continue }
            let section = configuration.sections[Int(directive.section)]
            if directive.id == .stickTable {
                own.insert(directive.section)
                if let name = configuration.name(of: section) { _ = tables.insert(name, index) }
            } else if section.kind == .peers, isTable(directive), let peers = configuration.name(of: section) {
                let table = configuration.bytes(Int(directive.nameEnd), of: directive)
                let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: peers.count + 1 + table.count)
                _ = text.initialize(fromContentsOf: UnsafeBufferPointer(start: peers.base, count: peers.count))
                text[peers.count] = UInt8(ascii: "/")
                for at in 0..<table.count { text[peers.count + 1 + at] = table.base[at] }
                texts.append(text)
                if let base = text.baseAddress { _ = tables.insert(WordBytes(base: base, count: text.count), index) }
            }
        }
        for index in 0..<configuration.directives.count { check(configuration.directives[index], tables, own) }
        for at in 0..<configuration.expressions.arguments.count {
            let argument = configuration.expressions.arguments[at]
            guard argument.kind == .reference, argument.type.refers == .table else { continue }
            let bytes = configuration.expressions.bytes(argument.text)
            guard let base = bytes.baseAddress, bytes.count > 0 else { continue }
            find(WordBytes(base: base, count: bytes.count), argument.range, tables)
        }
    }

    private func isTable(_ directive: DirectiveRow) -> Bool {
        directive.id == .peersTable && directive.wordCount > directive.nameEnd
    }

    private func check(_ directive: DirectiveRow, _ tables: borrowing NameTable, _ own: Set<UInt32>) {
        if directive.isUnknown || directive.isBroken { return }
        var usesTable: Capture?
        switch directive.id {
        case .stickOn, .stickMatch, .stickStoreRequest, .stickStoreResponse: usesTable = configuration.captures(of: directive).first
        default: break
        }
        var names: Capture?
        for capture in configuration.captures(of: directive) {
            if capture.type == .keyword, capture.slot == .action, capture.isValid, capture.keyword(ActionID.self) == .trackSc {
                usesTable = capture
            }
            if capture.type == .tableRef, capture.isValid { names = capture }
        }
        if let names {
            find(configuration.text(names, of: directive), configuration.range(names, of: directive), tables)
            return
        }
        // The reference resolves no table for rules of the statistics page.
        guard let usesTable, !own.contains(directive.section), directive.id != .statsHttpRequest else { return }
        // Defaults have no table, and their rules do not mean that of whoever inherits them. (Rules of anonymous ones are refused.)
        let section = configuration.sections[Int(directive.section)]
        if section.isBroken || section.kind == .defaults && section.nameWord == 0 { return }
        context.add(
            Finding(
                .unknownReference, at: configuration.range(usesTable, of: directive),
                "\(configuration.title(of: section)) has no stick table of its own",
                help: ["give it one by '\(DirectiveID.stickTable)', or name another proxy's by '\(WordID.tableWord) <name>'"]))
    }

    private func find(_ name: WordBytes, _ range: SourceRange, _ tables: borrowing NameTable) {
        if tables.find(name) != nil || context.findings.counts(.error, file: range.source) { return }
        var finding = Finding(.unknownReference, at: range, "no stick table is called '\(context.text(name))'")
        if let near = context.nearest(name, tables.names()) { finding.help = ["did you mean '\(near)'?"] }
        context.add(finding)
    }
}
