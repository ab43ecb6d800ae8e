import Glibc

/// The plans that served, oldest first; the last one serves. The master holds their memory files, the worker only the entries, and both
/// apply the same rules, so they agree on what can be rolled back to.
package struct PlanHistory {
    package struct Plan {
        package var entry: HistoryEntry
        /// Owned; -1 in the worker.
        package var descriptor: Int32
    }

    package private(set) var plans: [Plan] = []
    package init() {}

    package init(entries: [HistoryEntry]) { plans = entries.map { Plan(entry: $0, descriptor: -1) } }

    package var serving: Plan? { plans.last }
    package var entries: [HistoryEntry] { plans.map(\.entry) }

    /// Takes ownership of `descriptor`.
    package mutating func add(_ entry: HistoryEntry, descriptor: Int32) {
        // The same plan again (a reload without a change, a restart) takes the place of the former.
        if let last = plans.last, last.entry.digest == entry.digest, last.entry.planBytes == entry.planBytes { drop(plans.count - 1) }
        plans.append(Plan(entry: entry, descriptor: descriptor))
        while plans.count > 1, plans.count > MasterLimits.history || olderBytes > MasterLimits.historyBytes { drop(0) }
    }

    /// 0: the plan before the serving one.
    package func find(generation: UInt32) -> Plan? {
        if generation == 0 { return plans.count >= 2 ? plans[plans.count - 2] : nil }
        return plans.last { $0.entry.generation == generation }
    }

    private var olderBytes: UInt64 { plans.dropLast().reduce(0) { $0 &+ $1.entry.planBytes } }

    private mutating func drop(_ index: Int) {
        let plan = plans.remove(at: index)
        if plan.descriptor >= 0 { close(plan.descriptor) }
    }
}
