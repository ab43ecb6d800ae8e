import Plan
import Synchronization

/// What always holds between two turns.
extension Simulation {
    private var mailIsTaken: Bool {
        guard let shared = worker.shared else { return true }
        return shared.mailboxes.allSatisfy { !$0.hasMessages }
    }

    /// Counters against what they count. Only where no message is under way that carries a place.
    func look() {
        guard let shared = worker.shared, mailIsTaken else { return }
        var places: [ServerPointer: Int32] = [:]
        var idle: [ServerPointer: Int32] = [:]
        var frontends: [ProxyPointer: Int32] = [:]
        var backends: [ProxyPointer: Int32] = [:]
        var queued: [ProxyPointer: Int32] = [:]
        var accepted: [ListenerPointer: Int32] = [:]
        var clients: Int32 = 0
        var owned = 0
        for loop in worker.loops {
            loop.streams.forEachLive { stream in
                guard stream.pointee.state != .ended else { return }
                let back = loop.backend(stream).pointee.state
                if stream.pointee.holdsPlace, let server = stream.pointee.record.server { places[server, default: 0] += 1 }
                if stream.pointee.countedInBackend { backends[back, default: 0] += 1 }
                if stream.pointee.state == .queued { queued[back, default: 0] += 1 }
            }
            loop.connections.forEachLive { connection in
                guard connection.pointee.phase != .closed else { return }
                lookAtDescriptor(loop, connection)
                owned += 1
                if connection.pointee.side == .client {
                    clients += 1
                    if let frontend = connection.pointee.frontend { frontends[frontend, default: 0] += 1 }
                    if let listener = connection.pointee.listener { accepted[listener, default: 0] += 1 }
                } else if connection.pointee.phase == .idle, let server = connection.pointee.server {
                    idle[server, default: 0] += 1
                }
            }
            loop.checks.forEachTask { if $0.pointee.descriptor >= 0 { owned += 1 } }
        }
        lookAtOpen(owned)
        func compare(_ what: String, _ counter: Int32, _ counted: Int32, _ invariant: Invariant = .counters) {
            if counter != counted { world.fail(invariant, "\(what) is \(counter), there are \(counted)") }
        }
        compare("connections", shared.connections.load(ordering: .relaxed), clients)
        compare("idleServerConnections", shared.idleServerConnections.load(ordering: .relaxed), idle.values.reduce(0, +))
        worker.registry.forEachServer { server in
            let name = String(decoding: server.pointee.key, as: UTF8.self)
            compare("currentStreams of \(name)", server.pointee.currentStreams.load(ordering: .relaxed), places[server] ?? 0, .places)
            compare("idleConnections of \(name)", server.pointee.idleConnections.load(ordering: .relaxed), idle[server] ?? 0)
        }
        worker.registry.forEachProxy { proxy in
            let name = String(decoding: proxy.pointee.key, as: UTF8.self)
            compare("frontendConnections of \(name)", proxy.pointee.frontendConnections.load(ordering: .relaxed), frontends[proxy] ?? 0)
            compare("backendStreams of \(name)", proxy.pointee.backendStreams.load(ordering: .relaxed), backends[proxy] ?? 0)
            compare("queueLength of \(name)", proxy.pointee.queueLength.load(ordering: .relaxed), queued[proxy] ?? 0)
        }
        worker.registry.forEachListener { listener in
            let name = String(decoding: listener.pointee.key, as: UTF8.self)
            compare("currentConnections of \(name)", listener.pointee.currentConnections.load(ordering: .relaxed), accepted[listener] ?? 0)
        }
        lookAtPins()
    }

    private func lookAtDescriptor(_ loop: Loop<SimulatedKernel>, _ connection: ConnectionPointer) {
        let descriptor = connection.pointee.descriptor
        guard case .connection(let link) = world.descriptor(descriptor), link.owner == loop.index else {
            world.fail(.badDescriptor, "a connection of loop \(loop.index) has descriptor \(descriptor), which is not its own")
            return
        }
    }

    private func lookAtOpen(_ owned: Int) {
        var open = 0
        for case .connection in world.descriptors { open += 1 }
        if open != owned { world.fail(.leakedDescriptor, "\(open) connections are open, the loops have \(owned)") }
    }

    /// A loop's pins are its streams and the connections that keep their generation.
    private func lookAtPins() {
        for loop in worker.loops {
            for held in loop.held {
                var count = 0
                let generation = held.generation
                loop.streams.forEachLive { if $0.pointee.state != .ended && $0.pointee.generation == generation { count += 1 } }
                loop.connections.forEachLive { if $0.pointee.phase != .closed && $0.pointee.pinned == generation { count += 1 } }
                for listener in loop.listeners where listener.pinned == generation { count += 1 }
                let pins = generation.pointee.pins[loop.index * Generation.pinStride]
                if pins != count {
                    world.fail(
                        .generations, "loop \(loop.index) has \(pins) pins on generation \(generation.pointee.number) for \(count) holders")
                }
            }
        }
    }

    /// Nothing is ready: whoever waits must wait for something that will come.
    func lookAtRest() {
        look()
        guard control.isLaunched, let shared = worker.shared else { return }
        for loop in worker.loops where !loop.isStopped {
            if shared.mailboxes[loop.index].hasMessages {
                world.fail(.lostWakeup, "loop \(loop.index) sleeps with mail")
            }
            loop.connections.forEachLive { if $0.pointee.phase != .closed { lookAtWaiting(loop, $0) } }
        }
        if control.isCommitting { world.fail(.handover, "every loop sleeps, and a commit is not complete") }
        for listener in world.listeners where !listener.queue.isEmpty {
            let isWatched = listener.watchers.contains { $0 != nil }
            let isTimed = worker.loops.contains { $0.acceptPausedUntil != 0 || $0.listeners.contains { $0.drainUntil != 0 } }
            if isWatched && !isTimed { world.fail(.noProgress, "connections wait at port \(listener.address.port), and every loop sleeps") }
        }
    }

    private func lookAtWaiting(_ loop: Loop<SimulatedKernel>, _ connection: ConnectionPointer) {
        guard case .connection(let link) = world.descriptor(connection.pointee.descriptor) else { return }
        let c = connection.pointee
        let who = "\(c.side == .client ? "client" : "server") connection of loop \(loop.index) (link \(link.number), \(c.phase))"
        if link.isReadable && !c.readable && !c.endOfInput && !c.broken {
            world.fail(.lostWakeup, "\(who) has bytes or an end that the runtime does not know of")
        }
        let hasTimer = c.timer.deadline != UInt64.max
        switch c.phase {
        case .waitingRequest, .readingRequest:
            if !hasTimer { world.fail(.missingTimer, "\(who) waits without a timer") }
            if c.readable { world.fail(.noProgress, "\(who) has bytes that nobody reads") }
        case .idle, .closing:
            if !hasTimer { world.fail(.missingTimer, "\(who) waits without a timer") }
        case .exchanging, .connecting:
            guard let stream = loop.streams.find(c.stream) else {
                world.fail(.noProgress, "\(who) belongs to no stream")
                return
            }
            let other = c.side == .client ? stream.pointee.server : stream.pointee.client
            if !hasTimer && other?.pointee.timer.deadline ?? UInt64.max == UInt64.max {
                world.fail(.missingTimer, "\(who): its stream (\(stream.pointee.state)) waits without a timer")
            }
            if c.side == .server && c.readable && stream.pointee.client.pointee.output.isEmpty {
                switch stream.pointee.state {
                case .waitingResponse, .responding, .tunnel:
                    world.fail(.noProgress, "\(who): its stream (\(stream.pointee.state)) does not read what is there")
                default: break
                }
            }
            if stream.pointee.state == .tunnel, c.side == .client, c.readable, stream.pointee.server?.pointee.output.isEmpty ?? false {
                world.fail(.noProgress, "\(who): its tunnel does not read what is there")
            }
        case .closed: break
        }
        if !c.output.isEmpty && link.isWritable && !link.needsRoom && c.phase != .connecting {
            world.fail(.noProgress, "\(who) has bytes to send and room for them")
        }
    }

    // MARK: The end

    /// Everything is over: nothing may be left.
    func lookAtEnd() {
        look()
        if world.violation != nil { return }
        if !control.isStopped { world.fail(.noProgress, "the worker was asked to stop and did not") }
        let serving = worker.serving?.pointee.number ?? 0
        for (index, generation) in control.generations.enumerated() where generation != nil && UInt32(index + 1) != serving {
            world.fail(.generations, "generation \(index + 1) was never freed")
        }
        for listener in world.listeners { world.fail(.handover, "the socket of port \(listener.address.port) never drained") }
        guard let shared = worker.shared else { return }
        for loop in worker.loops {
            loop.streams.forEachLive { stream in
                world.fail(.leakedSlot, "a stream of loop \(loop.index) is left (\(stream.pointee.state))")
            }
            loop.connections.forEachLive { connection in
                if connection.pointee.phase == .idle {
                    loop.closeConnection(connection)
                } else {
                    world.fail(.leakedSlot, "a connection of loop \(loop.index) is left (\(connection.pointee.phase))")
                }
            }
        }
        func zero(_ what: String, _ value: Int32) { if value != 0 { world.fail(.counters, "\(what) is \(value) at the end") } }
        zero("connections", shared.connections.load(ordering: .relaxed))
        zero("idleServerConnections", shared.idleServerConnections.load(ordering: .relaxed))
        worker.registry.forEachServer { server in
            zero("currentStreams", server.pointee.currentStreams.load(ordering: .relaxed))
            zero("idleConnections", server.pointee.idleConnections.load(ordering: .relaxed))
        }
        worker.registry.forEachListener { zero("watchers", $0.pointee.watchers.load(ordering: .relaxed)) }
    }
}
