import Plan

/// How a loop ends (manual section 9.3 and management.txt section 4: soft stop and hard stop).
extension Loop {
    /// Stops accepting; streams in progress finish. Idle client connections end now, as on HAProxy's soft stop.
    package func beginStopping() {
        if isStopping { return }
        isStopping = true
        shared.stopping.store(true, ordering: .releasing)
        for slot in listeners.indices { startDraining(slot, nil) }
        connections.forEachLive { connection in
            if connection.pointee.side == .client && connection.pointee.phase == .waitingRequest { self.closeConnection(connection) }
        }
    }

    /// Cuts every connection and leaves.
    package func stopNow() {
        isStopping = true
        connections.forEachLive { connection in
            guard connection.pointee.phase != .closed else { return }
            if let stream = self.streams.find(connection.pointee.stream), stream.pointee.state != .ended {
                self.terminate(stream, 0x4B, 0x44)
                self.endStream(stream, abort: true)
            }
            self.closeConnection(connection)
        }
        for slot in listeners.indices where listeners[slot].descriptor >= 0 {
            unwatchListener(slot)
            listeners[slot].descriptor = -1
            if let old = listeners[slot].pinned {
                listeners[slot].pinned = nil
                unpin(old)
            }
            if let state = listeners[slot].state, state.pointee.watchers.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
                report(.listenerDrained(loop: index, listener: state))
            }
        }
    }

    /// While stopping: leaves when the last client is gone.
    package func finishStopping() {
        if isStopped { return }
        for listener in listeners where listener.descriptor >= 0 { return }
        var hasClient = false
        connections.forEachLive { if $0.pointee.side == .client && $0.pointee.phase != .closed { hasClient = true } }
        if hasClient { return }
        // Places of servers that are on their way to streams of this loop go back.
        takeMail()
        isStopped = true
        report(.stopped(loop: index))
    }
}
