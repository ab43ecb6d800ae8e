import Plan

/// One server's checks, on the loop that owns its slot.
package struct CheckTask {
    package var slot: UInt32 = 0
    package var timer = TimerNode()
    package var counter = HealthCounter(rise: 2)
    package var descriptor: Int32 = -1
    /// Changes with each attempt, so that late events find nothing.
    package var attempt: UInt32 = 0
    package var isConnected = false
    package var isEnabled = false
    package var startedAt: UInt64 = 0
    package var deadline: UInt64 = 0
    /// What is still to be sent of the request.
    package var output = Buffer()
    package var input = Buffer()
    package init() {}
}

/// The checks of the servers whose registry slots fall to one loop: slot % loops == loop.
package struct LoopChecks<K: Kernel> {
    private let loop: Int
    private let loops: Int
    /// By slot / loops.
    private var tasks: [UnsafeMutablePointer<CheckTask>?] = []
    package var inFlight = 0

    package init(loop: Int, loops: Int) {
        self.loop = loop
        self.loops = max(loops, 1)
    }

    package func task(_ slot: UInt32) -> UnsafeMutablePointer<CheckTask>? {
        let i = Int(slot) / loops
        return i < tasks.count ? tasks[i] : nil
    }

    /// Follows the serving generation: checked servers of this loop get a task, the others' stop. New ones are spread over their interval
    /// at start, and checked at once when they come with a reload.
    package mutating func adopt(_ generation: GenerationPointer, previous: GenerationPointer?, now: UInt64, timers: inout TimerWheel) {
        let servers = generation.pointee.plan.servers
        for row in 0..<servers.count {
            let slot = generation.pointee.servers[row].pointee.slot
            if Int(slot) % loops != loop { continue }
            let record = servers.base + row
            guard record.pointee.flags.contains(.check) else {
                if let task = task(slot) { stop(task, &timers) }
                continue
            }
            if let task = task(slot), task.pointee.isEnabled {
                // Unchanged targets keep their rhythm; what changed is read at the next check.
                if let previous, isSameTarget(previous, generation, slot, row) { continue }
                if previous != nil { timers.arm(timer(task), now) }
                continue
            }
            let task = ensure(slot)
            task.pointee.isEnabled = true
            task.pointee.counter = HealthCounter(rise: record.pointee.rise)
            let interval = UInt64(record.pointee.interMs) &* 1_000_000
            let spread = previous == nil ? (UInt64(slot) &* 0x9E37_79B9_7F4A_7C15 >> 32) &* interval >> 32 : 0
            timers.arm(timer(task), now &+ spread)
        }
        for entry in tasks {
            guard let task = entry, task.pointee.isEnabled, generation.pointee.serverRows[task.pointee.slot] == UInt32.max else { continue }
            stop(task, &timers)
        }
    }

    private func isSameTarget(_ previous: GenerationPointer, _ next: GenerationPointer, _ slot: UInt32, _ row: Int) -> Bool {
        let old = previous.pointee.serverRows[slot]
        if old == UInt32.max { return false }
        return previous.pointee.serverAddresses[Int(old)] == next.pointee.serverAddresses[row]
            && previous.pointee.checkAddresses[Int(old)] == next.pointee.checkAddresses[row]
    }

    /// The next check of `slot` is now.
    package mutating func start(slot: UInt32, now: UInt64, timers: inout TimerWheel) {
        guard let task = task(slot), task.pointee.isEnabled else { return }
        timers.cancel(timer(task))
        timers.arm(timer(task), now)
    }

    private func stop(_ task: UnsafeMutablePointer<CheckTask>, _ timers: inout TimerWheel) {
        task.pointee.isEnabled = false
        // A check in flight ends when its timer says so or its answer comes.
        if task.pointee.descriptor < 0 { timers.cancel(timer(task)) }
    }

    private mutating func ensure(_ slot: UInt32) -> UnsafeMutablePointer<CheckTask> {
        let i = Int(slot) / loops
        while tasks.count <= i { tasks.append(nil) }
        if let known = tasks[i] { return known }
        let task = UnsafeMutablePointer<CheckTask>.allocate(capacity: 1)
        task.initialize(to: CheckTask())
        task.pointee.slot = slot
        task.pointee.timer.token = Token(.check, Handle(index: slot, reuse: 0)).raw
        tasks[i] = task
        return task
    }

    package func timer(_ task: UnsafeMutablePointer<CheckTask>) -> UnsafeMutablePointer<TimerNode> {
        let offset = MemoryLayout<CheckTask>.offset(of: \CheckTask.timer)!
        return (UnsafeMutableRawPointer(task) + offset).assumingMemoryBound(to: TimerNode.self)
    }

    package func forEachTask(_ body: (UnsafeMutablePointer<CheckTask>) -> Void) {
        for case let task? in tasks { body(task) }
    }
}
