import GrammarFormat
import Lexer

/// Numbers given by `id`: those of proxies are unique in the whole configuration, those of servers and listeners in their proxy (manual 4.2,
/// 5.1, 5.2). A proxy line says its number once.
struct CustomIDs {
    let context: CheckContext
    private let configuration: Configuration
    private var proxies: [Int: SourceRange] = [:]

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
    }

    mutating func check(_ section: SectionRow) {
        var servers: [Int: SourceRange] = [:]
        var listeners: [Int: SourceRange] = [:]
        for directive in configuration.directives(of: section) where !directive.isUnknown && !directive.isBroken {
            switch directive.id {
            case .id:
                if let number = configuration.captures(of: directive).first, number.isValid {
                    note(number, directive, &proxies, "proxy")
                }
            case .server: option(directive, &servers, "server", isLastOnly: true) { $0.keyword(ServerOptionID.self) == .id }
            case .bind: option(directive, &listeners, "listener", isLastOnly: false) { $0.keyword(BindOptionID.self) == .id }
            default: break
            }
        }
    }

    /// `isLastOnly`: of several numbers in a line the last one counts, as with servers; a listener has all of them.
    private func option(
        _ directive: DirectiveRow, _ known: inout [Int: SourceRange], _ noun: String, isLastOnly: Bool, _ isID: (Capture) -> Bool
    ) {
        let captures = configuration.captures(of: directive)
        for (index, capture) in captures.enumerated() where capture.slot == .option && capture.type == .keyword && isID(capture) {
            guard index + 1 < captures.count, captures[index + 1].isValid else { continue }
            if isLastOnly, captures[(index + 1)...].contains(where: { $0.slot == .option && $0.type == .keyword && isID($0) }) { continue }
            note(captures[index + 1], directive, &known, noun)
        }
    }

    private func note(_ number: Capture, _ directive: DirectiveRow, _ known: inout [Int: SourceRange], _ noun: String) {
        let range = configuration.range(number, of: directive)
        guard let other = known.updateValue(range, forKey: number.integer) else { return }
        known[number.integer] = other
        if context.findings.counts(.error, file: directive.source) { return }
        context.add(
            Finding(
                .duplicateID, at: range, "another \(noun) has number \(number.integer)",
                places: [Finding.Place(other, "given first here")], help: ["give each \(noun) a number of its own, or none"]))
    }
}
