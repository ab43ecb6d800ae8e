import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// Emits a log-format string into an output register. `isLog`: a missing value is written as `-`.
    mutating func emitFormat(_ index: Int, into register: UInt32 = 0, _ use: SampleUse, isLog: Bool = false) {
        builder.emit(.begin, a: register)
        let format = configuration.expressions.formats[index]
        for number in 0..<Int(format.nodeCount) {
            emit(configuration.expressions.nodes[Int(format.firstNode) &+ number], use, isLog)
        }
    }

    private mutating func emit(_ node: FormatNodeRow, _ use: SampleUse, _ isLog: Bool) {
        switch node.kind {
        case .text: builder.emit(.appendText, text: intern(node.text))
        case .separator: builder.emit(.appendText, text: builder.intern(" "))
        case .alias:
            guard let alias = LogAlias(node.alias) else {
                refuse("the log-format alias '%\(node.alias)'", at: nowhere)
                return
            }
            builder.emit(.appendAlias, flags: flags(node, isLog), a: alias.rawValue)
        case .sample:
            _ = emitSample(Int(node.sample), SampleUse(isResponse: use.isResponse, everyValue: false))
            builder.emit(.append, flags: flags(node, isLog))
        }
    }

    private func flags(_ node: FormatNodeRow, _ isLog: Bool) -> UInt16 {
        var flags: AppendFlags = []
        if node.flags.contains(.quote) { flags.insert(.quote) }
        if node.flags.contains(.hex) { flags.insert(.hex) }
        if node.flags.contains(.escape) { flags.insert(.escape) }
        if isLog || node.flags.contains(.mandatory) { flags.insert(.mandatory) }
        return flags.rawValue
    }

    /// The text of a format that has nothing but text; nil for others.
    func constantText(_ index: Int) -> PoolText? {
        let format = configuration.expressions.formats[index]
        if format.nodeCount == 0 { return .empty }
        guard format.nodeCount == 1 else { return nil }
        let node = configuration.expressions.nodes[Int(format.firstNode)]
        return node.kind == .text ? node.text : nil
    }

    /// For findings about nodes, which have no range of their own.
    var nowhere: SourceRange { SourceRange(source: 0, start: 0, end: 0) }
}
