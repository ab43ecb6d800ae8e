import Plan
import Synchronization

/// One listening socket as one loop sees it.
package struct LoopListener {
    package var state: ListenerPointer?
    package var descriptor: Int32 = -1
    package var isWatched = false
    /// The plan no longer has it: accept until the queue stays empty past this time, then let go. 0: serving.
    package var drainUntil: UInt64 = 0
    /// While draining: the last generation that had it, pinned, for connections still in its queue.
    package var pinned: GenerationPointer?
    package init() {}
}

extension Loop {
    /// Takes connections off a listener's queue, a bounded number per turn.
    package func acceptConnections(_ slot: Int) {
        guard slot < listeners.count, listeners[slot].descriptor >= 0, let state = listeners[slot].state else { return }
        let descriptor = listeners[slot].descriptor
        for _ in 0..<RuntimeLimits.acceptsPerTurn {
            guard mayAccept(state) else {
                pauseAccepting()
                return
            }
            var peer = PeerAddress()
            let client = kernel.accept(descriptor, peer: &peer)
            if client < 0 {
                // EAGAIN, or a connection that was reset in the queue (the next event brings the others).
                if client == -11 || client == -103 { return }
                if isOutOfResources(client) { pauseAccepting() }
                return
            }
            setUpClient(client, peer, state)
        }
    }

    /// Out of descriptors or memory: EMFILE, ENFILE, ENOBUFS, ENOMEM.
    private func isOutOfResources(_ result: Int32) -> Bool { result == -24 || result == -23 || result == -105 || result == -12 }

    private func mayAccept(_ listener: ListenerPointer) -> Bool {
        let limit = shared.maxconn.load(ordering: .relaxed)
        if limit > 0 && shared.connections.load(ordering: .relaxed) >= limit { return false }
        guard let generation else { return false }
        let row = generation.pointee.listenerRows[listener.pointee.slot]
        if row == UInt32.max { return true }
        let record = generation.pointee.plan.listeners.pointer(ListenerID(row))
        if record.pointee.maxconn > 0
            && listener.pointee.currentConnections.load(ordering: .relaxed) >= Int32(clamping: record.pointee.maxconn)
        {
            return false
        }
        let proxy = generation.pointee.proxies + record.pointee.proxy.index
        let proxyLimit = proxy.pointee.record.pointee.maxconn
        return proxyLimit == 0 || proxy.pointee.state.pointee.frontendConnections.load(ordering: .relaxed) < Int32(clamping: proxyLimit)
    }

    /// Stops watching every listener for a moment: connections wait in the kernel's queues.
    private func pauseAccepting() {
        if acceptPausedUntil != 0 { return }
        acceptPausedUntil = now &+ RuntimeLimits.acceptPauseNs
        for slot in listeners.indices { unwatchListener(slot) }
        acceptTimer.pointee.token = Token(.listener, .none).raw
        timers.arm(acceptTimer, acceptPausedUntil)
    }

    package func resumeAccepting() {
        if acceptPausedUntil != 0 && now >= acceptPausedUntil {
            acceptPausedUntil = 0
            for slot in listeners.indices { watchListener(slot) }
        }
        drainListeners()
    }

    package func watchListener(_ slot: Int) {
        guard listeners[slot].descriptor >= 0, !listeners[slot].isWatched, acceptPausedUntil == 0 else { return }
        let token = Token(.listener, Handle(index: UInt32(slot), reuse: 0))
        if kernel.watchListener(listeners[slot].descriptor, token: token.raw) == 0 { listeners[slot].isWatched = true }
    }

    package func unwatchListener(_ slot: Int) {
        guard listeners[slot].isWatched else { return }
        kernel.unwatch(listeners[slot].descriptor)
        listeners[slot].isWatched = false
    }

    /// Follows the serving generation: watches its sockets, lets the others drain.
    package func adoptListeners(_ generation: GenerationPointer, previous: GenerationPointer?) {
        let table = generation.pointee.plan.listeners
        var kept = [Bool](repeating: false, count: listeners.count)
        for id in table.ids {
            let descriptor = generation.pointee.sockets[id.index]
            if descriptor < 0 || table[id].purpose != .proxy { continue }
            let state = generation.pointee.listeners[id.index]
            let slot = Int(state.pointee.slot)
            while listeners.count <= slot {
                listeners.append(LoopListener())
                kept.append(false)
            }
            kept[slot] = true
            if listeners[slot].descriptor < 0 {
                listeners[slot] = LoopListener()
                listeners[slot].state = state
                listeners[slot].descriptor = descriptor
                state.pointee.watchers.add(1, ordering: .acquiringAndReleasing)
            }
            listeners[slot].drainUntil = 0
            if let old = listeners[slot].pinned {
                listeners[slot].pinned = nil
                unpin(old)
            }
            if listeners[slot].descriptor != descriptor {
                // It left the plan a moment ago and is back under another descriptor, as a unix socket with a queue of its own.
                unwatchListener(slot)
                _ = emptyQueue(slot, state)
                listeners[slot].descriptor = descriptor
            }
            watchListener(slot)
        }
        for slot in listeners.indices where !kept[slot] { startDraining(slot, previous) }
    }

    /// `previous`: the generation that had the socket; nil when the process stops and the serving one still has it.
    package func startDraining(_ slot: Int, _ previous: GenerationPointer?) {
        guard listeners[slot].descriptor >= 0, listeners[slot].drainUntil == 0 else { return }
        if let previous {
            listeners[slot].pinned = previous
            pin(previous)
        }
        listeners[slot].drainUntil = now &+ RuntimeLimits.listenerDrainNs
        acceptTimer.pointee.token = Token(.listener, .none).raw
        timers.arm(acceptTimer, min(acceptTimer.pointee.deadline, listeners[slot].drainUntil))
    }

    /// Takes everything that waits in a socket's queue. False: descriptors or memory ran out before its end.
    private func emptyQueue(_ slot: Int, _ state: ListenerPointer) -> Bool {
        var peer = PeerAddress()
        while true {
            let client = kernel.accept(listeners[slot].descriptor, peer: &peer)
            if client == -103 { continue }
            if client < 0 { return !isOutOfResources(client) }
            setUpClient(client, peer, state)
        }
    }

    /// Lets go of sockets that are out of the plan and whose queues are empty.
    private func drainListeners() {
        var next = acceptPausedUntil == 0 ? UInt64.max : acceptPausedUntil
        for slot in listeners.indices where listeners[slot].drainUntil != 0 {
            if now < listeners[slot].drainUntil {
                next = min(next, listeners[slot].drainUntil)
                continue
            }
            guard let state = listeners[slot].state else { continue }
            unwatchListener(slot)
            // What is still queued is this loop's to take: another loop may already be gone.
            if !emptyQueue(slot, state) {
                // Letting go now would reset who is still queued: again when descriptors may be free.
                listeners[slot].drainUntil = now &+ RuntimeLimits.acceptPauseNs
                next = min(next, listeners[slot].drainUntil)
                continue
            }
            listeners[slot].descriptor = -1
            listeners[slot].drainUntil = 0
            if let old = listeners[slot].pinned {
                listeners[slot].pinned = nil
                unpin(old)
            }
            if state.pointee.watchers.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
                report(.listenerDrained(loop: index, listener: state))
            }
        }
        if next != UInt64.max { timers.arm(acceptTimer, next) }
    }
}
