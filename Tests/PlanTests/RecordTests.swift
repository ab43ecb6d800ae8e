import Plan
import Testing

/// Records go to files as they lie in memory, so nothing may be left to the compiler between or behind their fields.
@Suite struct RecordTests {
    @Test func recordsHaveNoPadding() {
        check(GlobalRecord())
        check(ProxyRecord())
        check(ListenerRecord())
        check(ServerRecord())
        check(CheckRecord())
        check(CheckHeaderRecord())
        check(LogTargetRecord())
        check(ErrorFileRecord())
        check(RuleSetRecord())
        check(RuleRecord())
        check(Instruction(.end))
        check(Operand(.absent))
        check(PatternSetRecord())
        check(PatternRecord())
        check(FollowedFileRecord())
        check(AssetRecord())
        check(ObjectRecord())
        check(SettingRecord())
        check(SettingID(0))
        check(Text.none)
        check(SourceLocation.nowhere)
        check(PlanDigest(0, 0, 0, 0))
    }

    private func check<Row>(_ row: Row) {
        #expect(MemoryLayout<Row>.size == MemoryLayout<Row>.stride, "\(Row.self) ends in padding")
        #expect(MemoryLayout<Row>.size == fieldBytes(row), "\(Row.self) has padding between fields")
        #expect(MemoryLayout<Row>.alignment <= 8)
    }

    private func fieldBytes(_ value: Any) -> Int {
        let children = Mirror(reflecting: value).children
        if children.isEmpty {
            switch value {
            case is UInt64, is Int64: return 8
            case is UInt32, is Int32: return 4
            case is UInt16: return 2
            default: return -1_000_000
            }
        }
        return children.reduce(0) { $0 + fieldBytes($1.value) }
    }
}
