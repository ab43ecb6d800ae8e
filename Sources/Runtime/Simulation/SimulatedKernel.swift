/// Plays an operating system from a seed: descriptors, sockets with bounded buffers, edges and levels as Linux reports them, a clock that
/// goes on only where nothing is ready. One per loop, all with the same ``SimulatedWorld``.
package struct SimulatedKernel: Kernel {
    unowned(unsafe) let world: SimulatedWorld
    /// The loop, or the number of loops for the control side.
    let loop: Int

    package init(_ world: SimulatedWorld, loop: Int) {
        self.world = world
        self.loop = loop
    }

    package func now() -> UInt64 { world.now }
    package func wallClock() -> Int64 { Int64(world.now / 1000) &+ world.wallOffset }

    package func poll(_ events: UnsafeMutablePointer<PollEvent>, capacity: Int, timeoutMs: Int32) -> Int {
        world.poll(loop, events, capacity)
    }

    package func watchConnection(_ descriptor: Int32, token: UInt64) -> Int32 {
        guard let link = world.link(descriptor, loop, "watch") else { return -9 }
        link.isWatched = true
        link.token = token
        world.raiseAtWatch(link)
        return 0
    }

    package func watchListener(_ descriptor: Int32, token: UInt64) -> Int32 {
        guard let listener = world.listener(descriptor, "watch") else { return -9 }
        if listener.watchers[loop] != nil {
            world.fail(.badDescriptor, "loop \(loop) watches listener \(descriptor) twice")
            return -17
        }
        listener.watchers[loop] = token
        listener.isReady[loop] = !listener.queue.isEmpty
        return 0
    }

    package func unwatch(_ descriptor: Int32) {
        guard let listener = world.listener(descriptor, "unwatch") else { return }
        if listener.watchers[loop] == nil {
            world.fail(.badDescriptor, "loop \(loop) unwatches listener \(descriptor), which it does not watch")
        }
        listener.watchers[loop] = nil
        listener.isReady[loop] = false
    }

    package func makeWaker(token: UInt64) -> Int32 {
        let descriptor = world.allocate(.waker(loop))
        world.pollers[loop].waker = descriptor
        world.pollers[loop].wakerToken = token
        return descriptor
    }

    package func wake(_ waker: Int32) {
        guard case .waker(let target) = world.descriptor(waker) else {
            world.fail(.badDescriptor, "wake of \(waker), which is no waker")
            return
        }
        if target != world.loopCount && world.commits(.lostWakeup) { return }
        world.pollers[target].wakes += 1
    }

    package func drainWaker(_ waker: Int32) {
        guard case .waker(let target) = world.descriptor(waker), target == loop else {
            world.fail(.badDescriptor, "\(waker) drained by loop \(loop)")
            return
        }
        world.pollers[target].wakes = 0
    }

    package func accept(_ listener: Int32, peer: UnsafeMutablePointer<PeerAddress>) -> Int32 {
        world.meanwhile()
        return world.accept(listener, loop, peer)
    }

    package func connect(_ address: PeerAddress, path: UnsafeRawBufferPointer, options: SocketOptions) -> Int32 {
        world.meanwhile()
        return world.connect(address, loop)
    }

    package func connectResult(_ descriptor: Int32) -> Int32 {
        guard let link = world.link(descriptor, loop, "connectResult") else { return -9 }
        let error = link.nearError
        link.nearError = 0
        return -error
    }

    package func localAddress(_ descriptor: Int32) -> PeerAddress {
        world.link(descriptor, loop, "localAddress")?.nearAddress ?? PeerAddress()
    }

    package func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
        world.meanwhile()
        guard let link = world.link(descriptor, loop, "read") else { return -9 }
        return world.read(link, buffer.assumingMemoryBound(to: UInt8.self), count)
    }

    package func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int, more: Bool) -> Int {
        world.meanwhile()
        if case .standard = world.descriptor(descriptor) { return world.writeStandard(count) }
        guard let link = world.link(descriptor, loop, "write") else { return -9 }
        return world.write(link, buffer.assumingMemoryBound(to: UInt8.self), count)
    }

    package func writev(_ descriptor: Int32, _ pieces: UnsafePointer<IOPiece>, _ count: Int, more: Bool) -> Int {
        world.meanwhile()
        guard let link = world.link(descriptor, loop, "writev") else { return -9 }
        var sum = 0
        for i in 0..<count {
            guard let base = pieces[i].base, pieces[i].count > 0 else { continue }
            let n = world.write(link, base.assumingMemoryBound(to: UInt8.self), pieces[i].count)
            if n < 0 { return sum > 0 ? sum : n }
            sum += n
            if n < pieces[i].count { break }
        }
        return sum
    }

    package func shutdownWrite(_ descriptor: Int32) {
        guard let link = world.link(descriptor, loop, "shutdown") else { return }
        world.shutNear(link)
    }

    package func close(_ descriptor: Int32) {
        world.meanwhile()
        world.close(descriptor, loop, reset: false)
    }

    package func closeWithReset(_ descriptor: Int32) { world.close(descriptor, loop, reset: true) }

    package func setOptions(_ descriptor: Int32, _ options: SocketOptions) { _ = world.link(descriptor, loop, "setOptions") }

    package func datagramSocket(family: UInt8) -> Int32 { world.allocate(.datagram) }

    package func sendDatagram(
        _ descriptor: Int32, to address: PeerAddress, path: UnsafeRawBufferPointer, _ bytes: UnsafeRawBufferPointer
    ) -> Int {
        guard case .datagram = world.descriptor(descriptor) else {
            world.fail(.badDescriptor, "datagram on \(descriptor)")
            return -9
        }
        return world.random.percent(90) ? bytes.count : -11
    }
}
