/// The runtime's end of connections.
extension SimulatedWorld {
    func accept(_ number: Int32, _ loop: Int, _ peer: UnsafeMutablePointer<PeerAddress>) -> Int32 {
        guard let listener = listener(number, "accept") else { return -9 }
        if !listener.isOpen && fault == .skippedDrain && !listener.queue.isEmpty {
            faultCount += 1
            return -11
        }
        guard !listener.queue.isEmpty else { return -11 }
        let link = listener.queue[0]
        if link.nearError != 0 && random.percent(50) {
            listener.queue.removeFirst()
            link.nearClosed = true
            return -103
        }
        let descriptor = allocate(.connection(link))
        if descriptor < 0 { return descriptor }
        listener.queue.removeFirst()
        link.descriptor = descriptor
        link.owner = loop
        peer.pointee = link.farAddress
        trace("loop \(loop) accepts link \(link.number) as \(descriptor)")
        return descriptor
    }

    func connect(_ address: PeerAddress, _ loop: Int) -> Int32 {
        guard let origin = origins[address.port] else { return -101 }
        let link = newLink(peer: origin, isAccepted: false)
        let descriptor = allocate(.connection(link))
        if descriptor < 0 { return descriptor }
        link.descriptor = descriptor
        link.owner = loop
        link.state = .connecting
        link.nearAddress = PeerAddress(ipv4: 10, 9, 9, 9, port: UInt16(truncatingIfNeeded: 20000 + link.number))
        link.farAddress = address
        trace("loop \(loop) connects link \(link.number) to \(address.port) as \(descriptor)")
        if origin.receiveConnection(link) { return descriptor }
        release(descriptor)
        link.nearClosed = true
        weather.connectFault = now
        return -111
    }

    func newLink(peer: SimulatedActor, isAccepted: Bool) -> SimulatedLink {
        linkCount += 1
        return SimulatedLink(
            number: linkCount, nearCapacity: pipeCapacity(), farCapacity: pipeCapacity(), peer: peer, isAccepted: isAccepted)
    }

    private func pipeCapacity() -> Int { random.within(SimulationLimits.smallestPipe...knobs.pipeLimit) }

    func read(_ link: SimulatedLink, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        if link.toNear.count > 0 {
            let wasFull = link.toNear.room == 0
            let n = link.toNear.take(buffer, count)
            if wasFull && !link.farClosed { link.peer.notice() }
            return n
        }
        if link.nearError != 0 {
            let error = link.nearError
            link.nearError = 0
            return -Int(error)
        }
        if link.toNear.isEnded { return 0 }
        return link.state == .open ? -11 : -107
    }

    func write(_ link: SimulatedLink, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        if link.nearError != 0 {
            let error = link.nearError
            link.nearError = 0
            link.toNear.isEnded = true
            link.state = .failed
            return -Int(error)
        }
        if link.nearShut || link.state == .failed { return -32 }
        if link.state == .connecting {
            link.needsRoom = true
            return -11
        }
        if link.farClosed {
            // Into the void; the peer's kernel answers with a reset.
            noteDiscarded(UnsafeBufferPointer(start: bytes, count: count))
            breakNear(link, 104)
            return count
        }
        if !link.isAccepted && link.toFar.written > 0 && link.toFar.count == 0 && commits(.staleConnection, once: 3) {
            putStaleAnswer(link)
        }
        var wanted = min(count, link.toFar.room)
        // Memory pressure: less than there seemed to be room for.
        if wanted > 1 && random.once(in: 10) { wanted = random.within(0...wanted) }
        let n = link.toFar.put(bytes, wanted)
        if n > 0 { link.peer.notice() }
        if n < count {
            link.needsRoom = true
            if link.isWritable { WakeLater(self, link).wake(after: reactionNs()) }
            if n > 0 && commits(.droppedBytes) { return n + 1 }
            if n == 0 { return -11 }
        }
        return n
    }

    /// Half of what another exchange was answered, left in a connection.
    private func putStaleAnswer(_ link: SimulatedLink) {
        let text: StaticString = "HTTP/1.1 200 X\r\nx-exchange: 999999999\r\ncontent-length: 0\r\n\r\n"
        _ = link.toNear.put(text.utf8Start, text.utf8CodeUnitCount)
    }

    func shutNear(_ link: SimulatedLink) {
        if link.nearShut { return }
        link.nearShut = true
        link.toFar.isEnded = true
        link.peer.notice()
    }

    func closeNear(_ link: SimulatedLink, reset: Bool) {
        link.nearClosed = true
        link.isWatched = false
        link.descriptor = -1
        if link.state != .open {
            link.state = .failed
            return
        }
        if reset || link.toNear.count > 0 {
            // Unread bytes, or SO_LINGER 0: the peer gets a reset, and may lose what it has not read.
            breakFar(link)
        } else {
            link.toFar.isEnded = true
        }
        link.peer.notice()
    }

    /// A reset arrives at the peer's end.
    func breakFar(_ link: SimulatedLink) {
        if link.farReset { return }
        link.farReset = true
        if link.toFar.count > 0 && random.percent(50) { link.toFar.loseTail(random.within(0...link.toFar.count)) }
        link.peer.notice()
    }

    /// A reset, or a failed connect, arrives at the runtime's end.
    func breakNear(_ link: SimulatedLink, _ error: Int32) {
        if link.nearClosed { return }
        link.nearError = error
        if link.toNear.count > 0 && random.percent(50) { link.toNear.loseTail(random.within(0...link.toNear.count)) }
        raise(link)
    }

    /// Bytes that the runtime sent are lost: an exchange whose head is among them ran into a connection that was just closing.
    func noteDiscarded(_ bytes: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while i + 3 < bytes.count {
            if bytes[i] == 0x2F && bytes[i + 1] == 0x78 && bytes[i + 2] == 0x2F {
                var id = 0
                var k = i + 3
                while k < bytes.count, bytes[k] >= 0x30, bytes[k] <= 0x39 {
                    id = id &* 10 &+ Int(bytes[k] - 0x30)
                    k += 1
                }
                if exchanges.indices.contains(id) { exchanges[id].faults.insert(.idleRace) }
            }
            i += 1
        }
    }
}

/// Room in a buffer is announced a while after it was refused.
final class WakeLater: SimulatedActor {
    private let link: SimulatedLink

    init(_ world: SimulatedWorld, _ link: SimulatedLink) {
        self.link = link
        super.init(world)
        world.add(self)
    }

    override func move() {
        world.actors[number] = nil
        if link.needsRoom && link.isWritable {
            link.needsRoom = false
            world.raise(link)
        }
    }
}

/// The peer's end of connections.
extension SimulatedWorld {
    /// A connection into a listener's queue; false: refused, or the queue is full.
    func enqueue(_ link: SimulatedLink, _ listener: SimulatedListener) -> Bool {
        guard listener.queue.count < listener.backlog else { return false }
        link.nearAddress = listener.address
        listener.queue.append(link)
        raise(listener)
        return true
    }

    /// Positive: bytes; 0: end; -11: nothing now; -104: reset.
    func readFar(_ link: SimulatedLink, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        let n = link.toFar.take(buffer, count)
        if n > 0 {
            if link.needsRoom && link.isWritable {
                link.needsRoom = false
                raise(link)
            }
            return n
        }
        if link.farReset { return -104 }
        return link.toFar.isEnded ? 0 : -11
    }

    /// Bytes taken, or -104.
    func writeFar(_ link: SimulatedLink, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        if link.farReset { return -104 }
        if link.nearClosed {
            breakFar(link)
            return count
        }
        let n = link.toNear.put(bytes, count)
        if n > 0 { raise(link) }
        return n
    }

    func shutFar(_ link: SimulatedLink) {
        if link.farShut || link.farClosed || link.farReset { return }
        link.farShut = true
        link.toNear.isEnded = true
        raise(link)
    }

    func closeFar(_ link: SimulatedLink, reset: Bool = false) {
        if link.farClosed { return }
        link.farClosed = true
        if link.nearClosed || link.farReset { return }
        if reset || link.toFar.count > 0 {
            let lost = link.toFar.waiting
            lost.withUnsafeBufferPointer { noteDiscarded($0) }
            breakNear(link, 104)
        } else {
            link.toNear.isEnded = true
            raise(link)
        }
    }
}
