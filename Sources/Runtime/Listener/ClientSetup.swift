import Plan
import Synchronization

extension Loop {
    /// A connection was accepted: counts it, runs the rules of the connection, and waits for its first request (or starts its TCP session).
    package func setUpClient(_ descriptor: Int32, _ peer: PeerAddress, _ listener: ListenerPointer) {
        let slot = Int(listener.pointee.slot)
        let pinned = listeners[slot].pinned
        guard let serving = pinned ?? generation else {
            kernel.close(descriptor)
            return
        }
        let row = serving.pointee.listenerRows[listener.pointee.slot]
        guard row != UInt32.max, let connection = connections.allocate() else {
            kernel.close(descriptor)
            return
        }
        let record = serving.pointee.plan.listeners.pointer(ListenerID(row))
        let proxy = serving.pointee.proxies + record.pointee.proxy.index
        connection.pointee.side = .client
        connection.pointee.phase = .waitingRequest
        connection.pointee.descriptor = descriptor
        connection.pointee.writable = true
        connection.pointee.peer = peer
        connection.pointee.listener = listener
        connection.pointee.setup = record.pointee.setupDigest
        connection.pointee.frontend = proxy.pointee.state
        connection.pointee.acceptedAt = now
        connection.pointee.acceptedWall = wall
        let token = Token(.connection, connection.pointee.handle).raw
        connection.pointee.timer.token = token
        if let pinned {
            connection.pointee.pinned = pinned
            pin(pinned)
        }
        shared.connections.add(1, ordering: .relaxed)
        shared.connectionsTotal.add(1, ordering: .relaxed)
        listener.pointee.currentConnections.add(1, ordering: .relaxed)
        listener.pointee.totalConnections.add(1, ordering: .relaxed)
        let count = proxy.pointee.state.pointee.frontendConnections.add(1, ordering: .relaxed).newValue
        proxy.pointee.state.pointee.frontendConnectionsMax.raise(to: count)
        proxy.pointee.state.pointee.frontendConnectionsTotal.add(1, ordering: .relaxed)
        kernel.setOptions(descriptor, .noDelay)
        if proxy.pointee.record.pointee.options.contains(.tcpka) || proxy.pointee.record.pointee.options.contains(.clitcpka) {
            kernel.setOptions(descriptor, .keepAlive)
        }
        if kernel.watchConnection(descriptor, token: token) != 0 {
            closeConnection(connection)
            return
        }
        if !admitClient(connection, serving, ListenerID(row), proxy) {
            closeConnection(connection)
            return
        }
        if proxy.pointee.record.pointee.mode == .tcp {
            startSession(connection, serving, ListenerID(row))
        } else {
            let timeouts = proxy.pointee.record.pointee.timeouts
            armMs(connection, timeouts.httpRequestMs != Timeouts.unset ? timeouts.httpRequestMs : timeouts.clientMs)
        }
    }

    /// `tcp-request connection` and `tcp-request session` rules. False: rejected.
    private func admitClient(
        _ connection: ConnectionPointer, _ serving: GenerationPointer, _ row: ListenerID, _ proxy: UnsafeMutablePointer<ProxyRuntime>
    ) -> Bool {
        if proxy.pointee.entries[.tcpRequestConnection].isNone && proxy.pointee.entries[.tcpRequestSession].isNone { return true }
        guard let stream = startStream(connection, serving, row) else { return false }
        var verdict = true
        for kind in [RuleSetKind.tcpRequestConnection, .tcpRequestSession] {
            switch runRules(kind, proxy, stream, request: nil, response: nil) {
            case .reject, .deny, .failed: verdict = false
            default: break
            }
            if !verdict { break }
        }
        if !verdict { proxy.pointee.state.pointee.deniedRequests.add(1, ordering: .relaxed) }
        discardStream(stream)
        return verdict
    }

    /// Arms a connection's timer in milliseconds from now; ``Timeouts/unset`` disarms.
    @inline(__always)
    package func armMs(_ connection: ConnectionPointer, _ milliseconds: UInt32) {
        armNs(connection, milliseconds == Timeouts.unset ? UInt64.max : UInt64(milliseconds) &* 1_000_000)
    }

    @inline(__always)
    package func armNs(_ connection: ConnectionPointer, _ nanoseconds: UInt64) {
        let node = timerNode(connection)
        timers.arm(node, nanoseconds == UInt64.max ? UInt64.max : now &+ nanoseconds)
    }

    @inline(__always)
    package func timerNode(_ connection: ConnectionPointer) -> UnsafeMutablePointer<TimerNode> {
        let offset = MemoryLayout<Connection>.offset(of: \Connection.timer)!
        return (UnsafeMutableRawPointer(connection) + offset).assumingMemoryBound(to: TimerNode.self)
    }

    /// Closes the descriptor and gives back what the connection counted. Its slot is freed at the end of the turn.
    package func closeConnection(_ connection: ConnectionPointer, reset: Bool = false) {
        if connection.pointee.phase == .closed { return }
        if connection.pointee.phase == .idle { unlinkIdle(connection) }
        connection.pointee.phase = .closed
        timers.cancel(timerNode(connection))
        // The input buffer is freed with the slot: a head parsed in this turn may still point into it.
        connection.pointee.output.free()
        if connection.pointee.descriptor >= 0 {
            if reset { kernel.closeWithReset(connection.pointee.descriptor) } else { kernel.close(connection.pointee.descriptor) }
            connection.pointee.descriptor = -1
        }
        if connection.pointee.side == .client {
            shared.connections.subtract(1, ordering: .relaxed)
            connection.pointee.listener?.pointee.currentConnections.subtract(1, ordering: .relaxed)
            connection.pointee.frontend?.pointee.frontendConnections.subtract(1, ordering: .relaxed)
            if let pinned = connection.pointee.pinned {
                connection.pointee.pinned = nil
                unpin(pinned)
            }
        }
        closedConnections.append(connection)
    }
}
