import Glibc
import Testing

@testable import Runtime

@Suite struct PlanHistoryTests {
    private func entry(_ generation: UInt32, digest: String? = nil, bytes: UInt64 = 100) -> HistoryEntry {
        var entry = HistoryEntry()
        entry.generation = generation
        entry.digest = digest ?? "digest \(generation)"
        entry.planBytes = bytes
        return entry
    }

    @Test func theLastServesAndTheOneBeforeIsWhatRollbackMeans() {
        var history = PlanHistory()
        #expect(history.serving == nil && history.find(generation: 0) == nil)
        history.add(entry(1), descriptor: -1)
        #expect(history.serving?.entry.generation == 1)
        #expect(history.find(generation: 0) == nil)
        history.add(entry(2), descriptor: -1)
        history.add(entry(5), descriptor: -1)
        #expect(history.find(generation: 0)?.entry.generation == 2)
        #expect(history.find(generation: 1)?.entry.generation == 1)
        #expect(history.find(generation: 5)?.entry.generation == 5)
        #expect(history.find(generation: 3) == nil)
    }

    @Test func theSamePlanAgainTakesThePlaceOfTheFormer() throws {
        let pipe = try Pipe()
        var history = PlanHistory()
        history.add(entry(1), descriptor: -1)
        history.add(entry(2, digest: "same"), descriptor: pipe.takeWriter())
        history.add(entry(3, digest: "same"), descriptor: -1)
        #expect(history.entries.map(\.generation) == [1, 3])
        #expect(pipe.isEnded())
        // A plan that served before another is kept beside its return.
        history.add(entry(4, digest: "digest 1"), descriptor: -1)
        #expect(history.entries.map(\.generation) == [1, 3, 4])
        // Only the meaning is equal: comments and places differ.
        history.add(entry(5, digest: "digest 1", bytes: 101), descriptor: -1)
        #expect(history.entries.map(\.generation) == [1, 3, 4, 5])
    }

    @Test func theOldestGoBeyondTheNumber() throws {
        let pipe = try Pipe()
        var history = PlanHistory()
        history.add(entry(1), descriptor: pipe.takeWriter())
        for number in 2...UInt32(MasterLimits.history) { history.add(entry(number), descriptor: -1) }
        #expect(history.find(generation: 1) != nil && !pipe.isEnded(withinMs: 0))
        history.add(entry(100), descriptor: -1)
        #expect(history.plans.count == MasterLimits.history)
        #expect(history.find(generation: 1) == nil)
        #expect(pipe.isEnded())
    }

    /// The serving plan counts nothing, however large, and is never dropped.
    @Test func theOldestGoBeyondTheBytes() {
        let half = UInt64(MasterLimits.historyBytes) / 2
        var history = PlanHistory()
        for number in UInt32(1)...3 { history.add(entry(number, bytes: half), descriptor: -1) }
        #expect(history.entries.map(\.generation) == [1, 2, 3])
        history.add(entry(4, bytes: 4 * half), descriptor: -1)
        #expect(history.entries.map(\.generation) == [2, 3, 4])
        history.add(entry(5, bytes: 1), descriptor: -1)
        #expect(history.entries.map(\.generation) == [5])
    }

    /// The worker, which has only entries, comes to the same list.
    @Test func bothSidesAgree() {
        var master = PlanHistory()
        var worker = PlanHistory()
        for number in UInt32(1)...40 {
            let entry = entry(number, digest: "digest \(number / 3 % 5)", bytes: UInt64(number % 7) * 60 << 20)
            master.add(entry, descriptor: -1)
            worker.add(entry, descriptor: -1)
            #expect(PlanHistory(entries: master.entries).entries == worker.entries)
        }
    }
}
