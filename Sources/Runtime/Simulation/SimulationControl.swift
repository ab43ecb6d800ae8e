import Plan

/// The control side and the master in one: hands plans over, flips servers, takes descriptors away, stops at the end.
final class ControlSide: SimulatedActor {
    private let worker: Worker<SimulatedKernel>
    /// By plan number - 1; nil: freed, or never committed.
    private(set) var generations: [GenerationPointer?] = []
    private(set) var isLaunched = false
    private(set) var isCommitting = false
    private(set) var isStopped = false
    private var isStopping = false
    private var handoversLeft: Int
    private var stopsAt: UInt64
    private var exhaustionEndsAt: UInt64 = 0

    init(_ world: SimulatedWorld, _ worker: Worker<SimulatedKernel>) {
        self.worker = worker
        handoversLeft = world.knobs.handovers
        stopsAt = world.knobs.stopsEarly ? world.now &+ world.random.within(Span.second...20 * Span.second) : UInt64.max
        super.init(world)
        world.add(self)
    }

    override var description: String { "control" }
    var serving: PlanShape? { world.handovers.shapes.last }

    override func move() {
        if isStopping { return }
        if !isLaunched {
            handOver(PlanShape.first(&world.random, world.knobs))
            isLaunched = true
        } else if world.clientsLeft == 0 || world.now >= stopsAt {
            stop()
            return
        } else {
            act()
        }
        wake(after: world.random.within(0...(world.random.once(in: 2) ? 300 * Span.millisecond : 2 * Span.second)))
    }

    private func act() {
        if exhaustionEndsAt != 0 && world.now >= exhaustionEndsAt {
            exhaustionEndsAt = 0
            world.descriptorLimit = SimulationLimits.descriptors
        }
        if world.descriptorLimit < SimulationLimits.descriptors { world.weather.exhaustion = world.now }
        switch world.random.below(6) {
        case 0, 1, 2:
            if handoversLeft > 0 && !isCommitting, let serving {
                handoversLeft -= 1
                handOver(serving.next(&world.random, world.knobs, togglesSecond: world.fault == .skippedDrain))
            }
        case 3:
            if world.knobs.flipsServers { flipServer() }
        case 4:
            if world.knobs.exhaustsDescriptors && exhaustionEndsAt == 0 {
                world.descriptorLimit = world.openCount + world.random.below(4)
                exhaustionEndsAt = world.now &+ world.random.within(0...2 * Span.second)
                world.weather.exhaustion = world.now
                world.trace("descriptors run out")
            }
        default:
            if world.knobs.jumpsWallClock { world.wallOffset &+= Int64(world.random.below(7_200_000_000)) - 3_600_000_000 }
        }
    }

    // MARK: Handover

    private func handOver(_ shape: PlanShape) {
        guard let bytes = try? shape.encode(loops: world.loopCount), let image = try? PlanImage.load(bytes: bytes) else {
            world.fail(.handover, "plan \(shape.number) could not be built")
            return
        }
        var sockets: [Int32] = []
        var kept: [Bool] = []
        var fresh: [SimulatedListener] = []
        for id in image.plan.listeners.ids {
            let record = image.plan.listeners[id]
            let key = [UInt8](image.plan.bytes(record.key))
            if let known = world.listeners.first(where: { $0.key == key }) {
                sockets.append(known.descriptor)
                kept.append(known.isOpen)
                continue
            }
            let address = PeerAddress(ipv4: 127, 0, 0, 1, port: UInt16(record.address.port))
            let listener = SimulatedListener(key: key, address: address, backlog: world.knobs.backlog, loops: world.loopCount)
            let descriptor = world.allocate(.listener(listener))
            if descriptor < 0 {
                image.unmap()
                for listener in fresh { world.release(listener.descriptor) }
                return
            }
            listener.descriptor = descriptor
            fresh.append(listener)
            sockets.append(descriptor)
            kept.append(false)
        }
        let resolved: [PeerAddress] = image.plan.servers.ids.map {
            PeerAddress(ipv4: 127, 0, 0, 1, port: UInt16(image.plan.servers[$0].address.port))
        }
        let input = PreparationInput(
            plan: image.plan, mapping: SimulatedMapping(image), number: shape.number, sockets: sockets, isKept: kept, resolved: resolved,
            checkAddresses: [], logTargetAddresses: [], files: [])
        guard case .success(let prepared) = worker.prepare(input), let core = prepared as? CorePreparedGeneration else {
            world.fail(.handover, "plan \(shape.number) was refused")
            return
        }
        if shape.number > 1 && world.random.once(in: 6) {
            world.trace("plan \(shape.number) discarded")
            worker.discard(prepared)
            for listener in fresh { world.release(listener.descriptor) }
            return
        }
        // The master listens on the new sockets, and lets no one else knock at the removed ones.
        world.listeners.append(contentsOf: fresh)
        for listener in world.listeners { listener.isOpen = sockets.contains(listener.descriptor) }
        world.trace("commit of plan \(shape.number)")
        world.handovers.shapes.append(shape)
        world.handovers.begun = shape.number
        generations.append(core.generation)
        isCommitting = true
        worker.commit(prepared)
    }

    func takeEvents() {
        for event in worker.takeEvents() {
            switch event {
            case .committed(let number, _): committed(number)
            case .listenerDrained(let key): drained(key)
            case .generationFreed(let number): freed(number)
            case .holdersFound: break
            case .notice(let text): world.trace("notice: \(text)")
            case .stopped:
                isStopped = true
                world.trace("stopped")
            }
        }
    }

    private func committed(_ number: UInt32) {
        world.trace("plan \(number) committed")
        if number != world.handovers.begun {
            world.fail(.handover, "plan \(number) committed while \(world.handovers.begun) was handed over")
        }
        for loop in worker.loops where loop.generation?.pointee.number != number {
            world.fail(.handover, "plan \(number) is said to be committed, but loop \(loop.index) has not got it")
        }
        isCommitting = false
        world.handovers.committed = number
        if world.fault == .freedGeneration, let shared = worker.shared {
            for generation in generations.dropLast() {
                if let generation, generation.pointee.pinCount(loops: world.loopCount) > 0, world.commits(.freedGeneration, once: 1) {
                    shared.outbox.post(.released(loop: 0, generation: generation))
                    world.pollers[world.loopCount].wakes += 1
                    return
                }
            }
        }
    }

    private func drained(_ key: [UInt8]) {
        guard let index = world.listeners.firstIndex(where: { $0.key == key }) else {
            world.fail(.handover, "a socket drained that is not there")
            return
        }
        let listener = world.listeners[index]
        world.trace("listener \(listener.address.port) drained, \(listener.queue.count) in its queue")
        if listener.isOpen && !isStopping {
            world.fail(.handover, "the socket of port \(listener.address.port) drained though the plan has it")
        }
        if listener.descriptor >= 0 { world.fail(.leakedDescriptor, "a drained listener's descriptor is still open") }
        for (loop, watcher) in listener.watchers.enumerated() where watcher != nil {
            world.fail(.handover, "a drained listener is still watched by loop \(loop)")
        }
        world.listeners.remove(at: index)
        // The last reference is closed: connections in the queue are reset.
        for link in listener.queue {
            link.nearClosed = true
            world.breakFar(link)
        }
        listener.queue = []
    }

    private func freed(_ number: UInt32) {
        world.trace("generation \(number) freed")
        guard Int(number) <= generations.count, let generation = generations[Int(number) - 1] else {
            world.fail(.generations, "generation \(number) freed twice")
            return
        }
        generations[Int(number) - 1] = nil
        if let holder = holder(generation) { world.fail(.generations, "generation \(number) freed while \(holder)") }
    }

    /// Who still uses a generation whose memory is gone: only addresses are compared.
    private func holder(_ generation: GenerationPointer) -> String? {
        for loop in worker.loops {
            if loop.generation == generation { return "loop \(loop.index) serves with it" }
            var found: String?
            loop.streams.forEachLive {
                if $0.pointee.state != .ended && $0.pointee.generation == generation { found = "a stream of loop \(loop.index) runs on it" }
            }
            loop.connections.forEachLive {
                if $0.pointee.pinned == generation { found = "a connection of loop \(loop.index) is pinned to it" }
            }
            if loop.held.contains(where: { $0.generation == generation }) { found = found ?? "loop \(loop.index) counts it" }
            if let found { return found }
        }
        return nil
    }

    // MARK: Other things

    private func flipServer() {
        guard let generation = worker.serving else { return }
        let count = generation.pointee.plan.servers.count
        // The echo's is the last: it is left alone, sessions have no way to say why they end.
        let row = ServerID(UInt32(world.random.below(max(count - 1, 1))))
        world.weather.noServer = world.now
        if world.random.once(in: 3) {
            worker.setServerWeight(row, weight: UInt32(world.random.within(0...10)))
        } else {
            let bit = world.random.once(in: 2) ? ServerAdmin.maintenance : ServerAdmin.drain
            worker.setServerAdmin(row, bit: bit, on: world.random.once(in: 3))
        }
    }

    private func stop() {
        isStopping = true
        world.descriptorLimit = SimulationLimits.descriptors
        let limit: UInt32? = world.knobs.hardStops ? UInt32(world.random.within(0...5000)) : nil
        world.weather.stopping = world.now
        if let limit { world.weather.cutting = world.now &+ UInt64(limit) &* Span.millisecond }
        world.trace("stop")
        for listener in world.listeners { listener.isOpen = false }
        worker.stop(gracefully: true, hardStopAfterMs: limit)
    }
}
