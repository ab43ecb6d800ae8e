import Plan
import Synchronization

/// A generation that this loop counts, with what the loop derived from it.
package struct HeldGeneration<K: Kernel> {
    package let generation: GenerationPointer
    /// By ``ProxyID``, made when first used.
    package let schedules: UnsafeMutablePointer<UnsafeMutablePointer<Schedule>?>
    package let proxyCount: Int
}

extension Loop {
    @inline(__always)
    package func pin(_ generation: GenerationPointer) {
        generation.pointee.pins[index * Generation.pinStride] &+= 1
    }

    @inline(__always)
    package func unpin(_ generation: GenerationPointer) {
        generation.pointee.pins[index * Generation.pinStride] &-= 1
        if generation != self.generation && generation.pointee.pins[index * Generation.pinStride] == 0 { mayRelease = true }
    }

    /// The serving generation changes for this loop, between two events.
    package func adopt(_ next: GenerationPointer) {
        let previous = generation
        let schedules = UnsafeMutablePointer<UnsafeMutablePointer<Schedule>?>.allocate(capacity: max(next.pointee.plan.proxies.count, 1))
        schedules.initialize(repeating: nil, count: max(next.pointee.plan.proxies.count, 1))
        held.append(HeldGeneration(generation: next, schedules: schedules, proxyCount: next.pointee.plan.proxies.count))
        if let previous { pinChangedClients(previous, next) }
        generation = next
        mayRelease = true
        adoptListeners(next, previous: previous)
        checks.adopt(next, previous: previous, now: now, timers: &timers)
        report(.adopted(loop: index, generation: next))
    }

    /// Connections whose set-up differs in the next generation, or whose address it does not have, keep the one they were set up under
    /// for one more request.
    private func pinChangedClients(_ previous: GenerationPointer, _ next: GenerationPointer) {
        var changed = [Bool](repeating: false, count: listeners.count)
        var any = false
        for slot in listeners.indices where listeners[slot].descriptor >= 0 {
            let row = next.pointee.listenerRows[UInt32(slot)]
            let old = previous.pointee.listenerRows[UInt32(slot)]
            if old == UInt32.max { continue }
            if row == UInt32.max
                || next.pointee.plan.listeners[ListenerID(row)].setupDigest != previous.pointee.plan.listeners[ListenerID(old)].setupDigest
            {
                changed[slot] = true
                any = true
            }
        }
        if !any { return }
        connections.forEachLive { connection in
            guard connection.pointee.side == .client, connection.pointee.phase != .closed, connection.pointee.pinned == nil,
                let listener = connection.pointee.listener, Int(listener.pointee.slot) < changed.count,
                changed[Int(listener.pointee.slot)]
            else { return }
            connection.pointee.pinned = previous
            pin(previous)
        }
    }

    /// Lets go of generations that nothing of this loop uses any more.
    package func releaseGenerations() {
        if !mayRelease { return }
        mayRelease = false
        held.removeAll { entry in
            guard entry.generation != generation, entry.generation.pointee.pins[index * Generation.pinStride] == 0 else { return false }
            for i in 0..<entry.proxyCount {
                if let schedule = entry.schedules[i] {
                    schedule.pointee.free()
                    schedule.deallocate()
                }
            }
            entry.schedules.deallocate()
            if entry.generation.pointee.holders.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
                report(.released(loop: index, generation: entry.generation))
            }
            return true
        }
    }

    /// The backend's schedule in `generation`, rebuilt when a server's state changed.
    package func schedule(_ generation: GenerationPointer, _ backend: ProxyID) -> UnsafeMutablePointer<Schedule>? {
        var i = held.count - 1
        while i >= 0 && held[i].generation != generation { i -= 1 }
        guard i >= 0 else { return nil }
        let place = held[i].schedules + backend.index
        let schedule: UnsafeMutablePointer<Schedule>
        if let known = place.pointee {
            schedule = known
        } else {
            schedule = .allocate(capacity: 1)
            schedule.initialize(to: Schedule())
            place.pointee = schedule
        }
        let proxy = generation.pointee.proxies + backend.index
        let version = proxy.pointee.state.pointee.serversVersion.load(ordering: .acquiring)
        if schedule.pointee.version != version {
            let rows = proxy.pointee.record.pointee.servers
            let first = Int(rows.first)
            schedule.pointee.rebuild(
                servers: generation.pointee.servers + first, records: generation.pointee.plan.servers.base + first, count: Int(rows.count),
                allBackups: proxy.pointee.record.pointee.options.contains(.allbackups), version: version)
        }
        return schedule
    }
}
