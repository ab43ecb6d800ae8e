import Plan
import Synchronization

/// The serving part of the worker: registry, generations, loops. Its methods belong to the control thread.
package final class Worker<K: Kernel>: ServingCore {
    package let registry = Registry()
    package private(set) var shared: LoopShared?
    package private(set) var loops: [Loop<K>] = []
    package private(set) var serving: GenerationPointer?
    /// Newest last; the serving one is among them.
    private var generations: [GenerationPointer] = []
    private let makeKernel: (Int) -> K?
    /// Runs a loop until it is stopped; the simulation keeps the loops to itself.
    private let launch: (Loop<K>) -> Void
    private let controlKernel: K
    package let notifications: Int32
    private let settings: (Int) -> RuleEnvironment.Settings
    private var pendingCommit: PendingCommit?
    private var stopped: Set<Int> = []
    /// Loops that were asked what holds old generations and have not answered.
    private var askedLoops: Set<Int> = []
    /// By the generation's number.
    private var holders: [UInt32: GenerationHolder] = [:]
    private var events: [CoreEvent] = []
    private let defaultLoops: Int
    private var limbo: [(memory: UnsafeMutableRawPointer, seen: [UInt64])] = []

    private struct PendingCommit {
        let number: UInt32
        var adopted = 0
        let notes: [String]
        /// Sockets that were being emptied when their address came back with another descriptor: closed when every loop has left them.
        let left: [(descriptor: Int32, key: [UInt8])]
    }

    /// `controlKernel` makes and drains the control thread's eventfd; `makeKernel` gives each loop its own. `defaultLoops`: the number of
    /// loops where the plan has no `nbthread`.
    package init?(
        controlKernel: K, defaultLoops: Int, settings: @escaping (Int) -> RuleEnvironment.Settings, makeKernel: @escaping (Int) -> K?,
        launch: @escaping (Loop<K>) -> Void
    ) {
        let waker = controlKernel.makeWaker(token: Token(.waker, .none).raw)
        guard waker >= 0 else { return nil }
        notifications = waker
        self.controlKernel = controlKernel
        self.makeKernel = makeKernel
        self.launch = launch
        self.settings = settings
        self.defaultLoops = max(defaultLoops, 1)
    }

    // MARK: Handover

    package func prepare(_ input: PreparationInput) -> Result<PreparedGeneration, Refusal> {
        if generations.count >= RuntimeLimits.generations {
            let holders = generations.dropLast().prefix(5).map { generation in
                "\(generation.pointee.number) (\(generation.pointee.pinCount(loops: loops.count)) streams)"
            }
            return .failure(
                Refusal(
                    .prepare,
                    "\(generations.count) generations are still in use, the most there may be; the oldest are \(holders.joined(separator: ", ")). Wait for their streams to end, or set 'hard-stop-after'"
                ))
        }
        if loops.isEmpty, let refusal = makeLoops(input.plan) { return .failure(refusal) }
        return registry.prepare(input, previous: serving, loops: loops.count, wall: controlKernel.wallClock()).map { $0 }
    }

    private func makeLoops(_ plan: Plan) -> Refusal? {
        let wanted = plan.global.pointee.nbthread
        let count = wanted == 0 ? defaultLoops : Int(wanted)
        let shared = LoopShared(loopCount: count)
        var made: [Loop<K>] = []
        for i in 0..<count {
            guard let kernel = makeKernel(i),
                let loop = Loop<K>(index: i, shared: shared, kernel: kernel, controlWaker: notifications, environment: settings(i))
            else {
                return Refusal(.prepare, "out of descriptors or memory for \(count) threads; raise the limit or lower 'nbthread'")
            }
            made.append(loop)
        }
        self.shared = shared
        loops = made
        return nil
    }

    package func commit(_ prepared: PreparedGeneration) {
        guard let prepared = prepared as? CorePreparedGeneration, let shared else { return }
        let generation = prepared.generation
        for change in prepared.changes { apply(change) }
        let plan = generation.pointee.plan
        shared.maxconn.store(Int32(clamping: plan.global.pointee.maxconn), ordering: .relaxed)
        var left: [(descriptor: Int32, key: [UInt8])] = []
        for id in plan.listeners.ids where generation.pointee.sockets[id.index] >= 0 {
            let descriptor = generation.pointee.sockets[id.index]
            let listener = generation.pointee.listeners[id.index]
            let old = listener.pointee.descriptor.exchange(descriptor, ordering: .acquiringAndReleasing)
            if old >= 0 && old != descriptor { left.append((old, [UInt8](listener.pointee.key))) }
        }
        let isFirst = serving == nil
        serving = generation
        generations.append(generation)
        var notes = prepared.notes
        let wanted = Int(plan.global.pointee.nbthread)
        if wanted != 0 && wanted != loops.count {
            notes.append("'nbthread \(wanted)' takes effect when the process starts again; \(loops.count) threads go on")
        }
        pendingCommit = PendingCommit(number: generation.pointee.number, notes: notes, left: left)
        for loop in loops { post(.adopt(generation), to: loop.index) }
        if isFirst { for loop in loops { launch(loop) } }
    }

    private func apply(_ change: ServerChange) {
        let server = change.server
        if let weight = change.weight { server.pointee.weight.store(weight, ordering: .relaxed) }
        if let maxconn = change.maxconn { server.pointee.maxconn.store(maxconn, ordering: .relaxed) }
        if let id = change.numericID { server.pointee.numericID.store(id, ordering: .relaxed) }
        if change.setAdmin != 0 { server.pointee.admin.bitwiseOr(change.setAdmin, ordering: .acquiringAndReleasing) }
        if change.clearAdmin != 0 { server.pointee.admin.bitwiseAnd(~change.clearAdmin, ordering: .acquiringAndReleasing) }
        if let health = change.health { server.pointee.health.store(health.rawValue, ordering: .releasing) }
        server.pointee.proxy.pointee.serversVersion.wrappingAdd(1, ordering: .acquiringAndReleasing)
    }

    package func discard(_ prepared: PreparedGeneration) {
        guard let prepared = prepared as? CorePreparedGeneration else { return }
        Generation.free(prepared.generation)
    }

    private func post(_ message: LoopMessage, to loop: Int) {
        guard let shared else { return }
        if shared.mailboxes[loop].post(message) { controlKernel.wake(shared.wakers[loop].value.load(ordering: .acquiring)) }
    }

    // MARK: What loops report

    package func takeEvents() -> [CoreEvent] {
        controlKernel.drainWaker(notifications)
        if let shared { for report in shared.outbox.take() { handle(report) } }
        freeLimbo()
        let taken = events
        events = []
        return taken
    }

    private func handle(_ report: LoopReport) {
        switch report {
        case .adopted(_, let generation):
            guard var pending = pendingCommit, pending.number == generation.pointee.number else { return }
            pending.adopted += 1
            pendingCommit = pending
            if pending.adopted == loops.count {
                pendingCommit = nil
                for (descriptor, key) in pending.left {
                    controlKernel.close(descriptor)
                    events.append(.listenerDrained(key))
                }
                events.append(.committed(generation: pending.number, notes: pending.notes))
            }
        case .released(_, let generation):
            let number = generation.pointee.number
            generations.removeAll { $0 == generation }
            Generation.free(generation)
            events.append(.generationFreed(number))
        case .listenerDrained(_, let listener):
            // Another commit may have brought the address back meanwhile.
            if listener.pointee.watchers.load(ordering: .acquiring) > 0 { return }
            if stopped.isEmpty, let serving, serving.pointee.listenerRows[listener.pointee.slot] != UInt32.max,
                shared?.stopping.load(ordering: .acquiring) == false
            {
                return
            }
            let descriptor = listener.pointee.descriptor.exchange(-1, ordering: .acquiringAndReleasing)
            if descriptor >= 0 { controlKernel.close(descriptor) }
            events.append(.listenerDrained([UInt8](listener.pointee.key)))
        case .holders(let loop, let found):
            for holder in found {
                if let known = holders[holder.number], known.acceptedAt <= holder.acceptedAt { continue }
                holders[holder.number] = holder
            }
            answered(loop)
        case .notice(let text):
            events.append(.notice(text))
        case .stopped(let loop):
            answered(loop)
            stopped.insert(loop)
            if stopped.count == loops.count { events.append(.stopped) }
        }
    }

    package func stop(gracefully: Bool, hardStopAfterMs: UInt32?) {
        if loops.isEmpty {
            events.append(.stopped)
            controlKernel.wake(notifications)
            return
        }
        for loop in loops {
            if !gracefully {
                post(.stopNow, to: loop.index)
                continue
            }
            post(.stopAccepting, to: loop.index)
            if let limit = hardStopAfterMs { post(.stopAt(controlKernel.now() &+ UInt64(limit) &* 1_000_000), to: loop.index) }
        }
    }

    // MARK: Memory that loops may be reading

    /// Frees `memory` when every loop has passed an event, or waits, since now. For what was replaced by publication (``FollowedFile``).
    package func reclaim(_ memory: UnsafeMutableRawPointer) {
        guard let shared else {
            memory.deallocate()
            return
        }
        limbo.append((memory, shared.turns.map { $0.value.load(ordering: .acquiring) }))
        freeLimbo()
    }

    /// A loop's count is odd while it waits in poll; it has let go of everything when it waits now or has moved on since.
    private func freeLimbo() {
        guard let shared else { return }
        limbo.removeAll { entry in
            for (i, seen) in entry.seen.enumerated() {
                let now = shared.turns[i].value.load(ordering: .acquiring)
                if now == seen && seen % 2 == 0 { return false }
            }
            entry.memory.deallocate()
            return true
        }
    }

    // MARK: For the command sockets

    package func generationSummaries() -> [GenerationSummary] {
        let now = controlKernel.now()
        return generations.reversed().map { generation in
            let holder = holders[generation.pointee.number]
            return GenerationSummary(
                number: generation.pointee.number, isServing: generation == serving, createdWall: generation.pointee.createdWall,
                streams: generation.pointee.pinCount(loops: loops.count), oldestHolder: holder,
                oldestHolderSeconds: holder.map { UInt32(clamping: (max(now, $0.acceptedAt) - $0.acceptedAt) / 1_000_000_000) } ?? 0)
        }
    }

    package func findHolders() {
        // One question under way answers everybody who asks meanwhile.
        guard askedLoops.isEmpty else { return }
        holders = [:]
        if generations.count > 1 { askedLoops = Set(loops.indices).subtracting(stopped) }
        if askedLoops.isEmpty {
            events.append(.holdersFound)
            controlKernel.wake(notifications)
        }
        for loop in askedLoops { post(.nameHolders, to: loop) }
    }

    private func answered(_ loop: Int) {
        if askedLoops.remove(loop) != nil, askedLoops.isEmpty { events.append(.holdersFound) }
    }

    package func processCounters() -> ProcessCounters {
        var counters = ProcessCounters()
        guard let shared else { return counters }
        counters.loops = UInt32(loops.count)
        counters.maxconn = UInt32(clamping: shared.maxconn.load(ordering: .relaxed))
        counters.connections = UInt64(clamping: shared.connections.load(ordering: .relaxed))
        counters.connectionsTotal = shared.connectionsTotal.load(ordering: .relaxed)
        counters.requestsTotal = shared.requestsTotal.load(ordering: .relaxed)
        counters.idleServerConnections = UInt64(clamping: shared.idleServerConnections.load(ordering: .relaxed))
        registry.forEachProxy { counters.bytesOut &+= $0.pointee.bytesOut.load(ordering: .relaxed) }
        return counters
    }

    package func setServerAdmin(_ row: ServerID, bit: UInt32, on: Bool) {
        guard let serving, row.index < serving.pointee.plan.servers.count else { return }
        let server = serving.pointee.servers[row.index]
        if on {
            server.pointee.admin.bitwiseOr(bit, ordering: .acquiringAndReleasing)
        } else {
            server.pointee.admin.bitwiseAnd(~bit, ordering: .acquiringAndReleasing)
        }
        serversChanged(server)
    }

    package func setServerWeight(_ row: ServerID, weight: UInt32) {
        guard let serving, row.index < serving.pointee.plan.servers.count else { return }
        let server = serving.pointee.servers[row.index]
        server.pointee.weight.store(min(weight, 256), ordering: .relaxed)
        serversChanged(server)
    }

    private func serversChanged(_ server: ServerPointer) {
        server.pointee.proxy.pointee.serversVersion.wrappingAdd(1, ordering: .acquiringAndReleasing)
        if server.pointee.isUsable && server.pointee.proxy.pointee.queueLength.load(ordering: .acquiring) > 0 {
            post(.wakeQueued(server: server), to: 0)
        }
    }
}
