import Plan

extension Loop {
    /// Readiness of a connection changed.
    package func connectionEvent(_ connection: ConnectionPointer, _ event: PollEvent) {
        if event.readable || event.hangup { connection.pointee.readable = true }
        if event.hangup { connection.pointee.hangup = true }
        if event.writable {
            connection.pointee.writable = true
            if !connection.pointee.output.isEmpty || connection.pointee.shutAfterOutput { _ = flushOutput(connection) }
        }
        resume(connection)
    }

    /// Does what a connection's readiness now allows.
    package func resume(_ connection: ConnectionPointer) {
        switch connection.pointee.phase {
        case .waitingRequest, .readingRequest:
            receiveRequests(connection)
        case .exchanging:
            guard let stream = streams.find(connection.pointee.stream), stream.pointee.state != .ended else { return }
            if connection.pointee.side == .client { driveClient(stream) } else { driveServer(stream) }
        case .connecting:
            finishConnecting(connection)
        case .idle:
            // A server has nothing to say on an idle connection but goodbye.
            if connection.pointee.readable || connection.pointee.hangup { closeConnection(connection) }
        case .closing:
            drainAndClose(connection)
        case .closed:
            break
        }
    }

    /// Reads once into the loop's buffer. Positive: bytes; 0: the peer's end; -11: nothing there; other negative: broken.
    @inline(__always)
    package func receiveOnce(_ connection: ConnectionPointer, _ limit: Int = RuntimeLimits.receiveBytes) -> Int {
        let count = kernel.read(connection.pointee.descriptor, receive, limit)
        noteRead(connection, count, limit)
        return count
    }

    /// Reads once, behind what was kept of earlier reads where there is any. Nil: nothing came; ``Connection/endOfInput`` and
    /// ``Connection/broken`` say why.
    @inline(__always)
    package func receiveBehindKept(_ connection: ConnectionPointer) -> ReceivedBytes? {
        if connection.pointee.input.isEmpty {
            let count = receiveOnce(connection)
            return count > 0 ? ReceivedBytes(base: receive, count: count, isKept: false) : nil
        }
        connection.pointee.input.reserve(RuntimeLimits.keptReadBytes)
        let room = connection.pointee.input.tail
        let count = kernel.read(connection.pointee.descriptor, room.baseAddress!, room.count)
        noteRead(connection, count, room.count)
        guard count > 0 else { return nil }
        connection.pointee.input.produced(count)
        let kept = connection.pointee.input.bytes
        let base = UnsafeMutablePointer(mutating: kept.baseAddress!.assumingMemoryBound(to: UInt8.self))
        return ReceivedBytes(base: base, count: kept.count, isKept: true)
    }

    @inline(__always)
    package func noteRead(_ connection: ConnectionPointer, _ count: Int, _ asked: Int) {
        if count > 0 {
            // A short read emptied the socket: the next bytes, or the peer's end, come with an event. When the end was announced
            // already there will be none.
            if count < asked && !connection.pointee.hangup { connection.pointee.readable = false }
        } else if isWouldBlock(count) {
            connection.pointee.readable = false
        } else {
            if count == 0 { connection.pointee.endOfInput = true } else { connection.pointee.broken = true }
            connection.pointee.readable = false
        }
    }

    /// The last answer is on its way: closes when it is sent and the client has stopped sending, or after a while.
    package func beginClosing(_ connection: ConnectionPointer, mayHaveInput: Bool) {
        if connection.pointee.phase == .closed { return }
        if connection.pointee.broken || (connection.pointee.output.isEmpty && !mayHaveInput) {
            closeConnection(connection)
            return
        }
        connection.pointee.phase = .closing
        connection.pointee.stream = .none
        connection.pointee.shutAfterOutput = true
        armNs(connection, connection.pointee.output.isEmpty ? RuntimeLimits.lingerNs : closingTimeoutNs(connection))
        _ = flushOutput(connection)
        drainAndClose(connection)
    }

    private func closingTimeoutNs(_ connection: ConnectionPointer) -> UInt64 {
        guard let generation, let listener = connection.pointee.listener else { return RuntimeLimits.lingerNs }
        let row = generation.pointee.listenerRows[listener.pointee.slot]
        if row == UInt32.max { return RuntimeLimits.lingerNs }
        let proxy = generation.pointee.plan.listeners.pointer(ListenerID(row)).pointee.proxy
        let timeout = (generation.pointee.proxies + proxy.index).pointee.record.pointee.timeouts.clientMs
        return timeout == Timeouts.unset ? UInt64.max : UInt64(timeout) &* 1_000_000
    }

    private func drainAndClose(_ connection: ConnectionPointer) {
        var reads = 0
        while connection.pointee.readable && !connection.pointee.endOfInput && !connection.pointee.broken {
            _ = receiveOnce(connection)
            reads += 1
            if reads >= RuntimeLimits.readsPerTurn {
                makeReady(connection)
                return
            }
        }
        if connection.pointee.broken || (connection.pointee.output.isEmpty && connection.pointee.endOfInput) { closeConnection(connection) }
    }

    /// A connection's deadline has come.
    package func connectionTimeout(_ connection: ConnectionPointer) {
        switch connection.pointee.phase {
        case .waitingRequest, .readingRequest:
            requestTimeout(connection)
        case .exchanging, .connecting:
            guard let stream = streams.find(connection.pointee.stream), stream.pointee.state != .ended else {
                closeConnection(connection)
                return
            }
            if connection.pointee.side == .client { clientTimeout(stream) } else { serverTimeout(stream) }
        case .idle, .closing:
            closeConnection(connection)
        case .closed:
            break
        }
    }
}

/// What one read gave, in the loop's buffer or, with what was kept before it, in the connection's. Valid during the event.
package struct ReceivedBytes {
    package let base: UnsafeMutablePointer<UInt8>
    package let count: Int
    package let isKept: Bool
}
