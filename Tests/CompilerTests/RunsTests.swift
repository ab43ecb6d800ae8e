import GrammarFormat
import Plan
import Runtime
import Testing

@testable import Compiler

/// `runs yes` in grammar/ is a promise: the word has a code in the plan, and the runtime carries that code out.
@Suite struct RunsTests {
    private func running(_ table: KeywordTable) -> [KeywordRow] {
        table.rows.map { KeywordRow(index: $0) }.filter { $0.runs && $0.isKnown(in: .baton) }
    }

    @Test func fetches() {
        let rows = running(.fetch)
        #expect(rows.count > 40)
        for row in rows {
            for isResponse in [false, true] {
                let code = FetchCode(FetchID(rawValue: UInt16(row.index)), isResponse: isResponse)
                #expect(code.map { RuntimeSupport.runs(fetch: $0) } ?? false, "\(row.name.string)")
            }
        }
    }

    @Test func converters() {
        let rows = running(.converter)
        #expect(rows.count > 20)
        for row in rows {
            let code = ConverterCode(ConverterID(rawValue: UInt16(row.index)))
            #expect(code.map { RuntimeSupport.runs(converter: $0) } ?? false, "\(row.name.string)")
        }
    }

    @Test func logAliases() {
        let rows = running(.logAlias)
        #expect(rows.count > 40)
        for row in rows {
            let id = LogAliasID(rawValue: UInt16(row.index))
            // `%o` gives no value: its flags hold for what follows.
            if id.setsDefaults { continue }
            #expect(LogAlias(id).map { RuntimeSupport.runs(alias: $0) } ?? false, "%\(row.name.string)")
        }
    }
}
