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
        if let previous { retireStreams(previous, next) }
        report(.adopted(loop: index, generation: next))
    }

    /// Streams that are past their rules go over to the next generation, so that long ones do not hold old plans (DESIGN section 7, retire).
    /// They keep their timeouts; what they still take from a plan is their log line, so a stream whose frontend logs stays with its
    /// generation unless the frontend is the same in both.
    private func retireStreams(_ previous: GenerationPointer, _ next: GenerationPointer) {
        let sameGlobal = globalDigest(previous) == globalDigest(next)
        streams.forEachLive { stream in
            let old = stream.pointee.generation!
            guard old != next, stream.pointee.state == .tunnel || stream.pointee.state == .responding else { return }
            let front = frontend(stream)
            let back = backend(stream)
            let frontRow = next.pointee.proxyRows[front.pointee.state.pointee.slot]
            let backRow = next.pointee.proxyRows[back.pointee.state.pointee.slot]
            let listener = stream.pointee.client.pointee.listener.map { next.pointee.listenerRows[$0.pointee.slot] } ?? UInt32.max
            guard frontRow != UInt32.max, backRow != UInt32.max, listener != UInt32.max else { return }
            if !front.pointee.record.pointee.logTargets.isEmpty {
                guard sameGlobal, old == previous,
                    objectDigest(previous, front.pointee.record) == objectDigest(next, next.pointee.proxies[Int(frontRow)].record)
                else { return }
            }
            stream.pointee.record.frontend = ProxyID(frontRow)
            stream.pointee.record.backend = ProxyID(backRow)
            stream.pointee.record.listener = ListenerID(listener)
            stream.pointee.generation = next
            pin(next)
            unpin(old)
        }
    }

    private func objectDigest(_ generation: GenerationPointer, _ record: UnsafePointer<ProxyRecord>) -> ObjectDigest? {
        let id = record.pointee.object
        return id.isNone ? nil : generation.pointee.plan.objects.pointer(id).pointee.digest
    }

    private func globalDigest(_ generation: GenerationPointer) -> ObjectDigest? {
        // Objects are sorted by kind, and the global section's is the first of all.
        let objects = generation.pointee.plan.objects
        guard objects.count > 0, objects[ObjectID(0)].kind == .global else { return nil }
        return objects[ObjectID(0)].digest
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

    /// The oldest connection on each old generation. Looks at every stream and connection: for an operator's question.
    package func oldestHolders() -> [GenerationHolder] {
        var oldest: [(generation: GenerationPointer, client: ConnectionPointer)] = []
        func note(_ generation: GenerationPointer, _ client: ConnectionPointer) {
            if generation == self.generation { return }
            guard let i = oldest.firstIndex(where: { $0.generation == generation }) else {
                oldest.append((generation, client))
                return
            }
            if client.pointee.acceptedAt < oldest[i].client.pointee.acceptedAt { oldest[i].client = client }
        }
        if held.count > 1 {
            streams.forEachLive { stream in if stream.pointee.state != .ended { note(stream.pointee.generation, stream.pointee.client) } }
            connections.forEachLive { connection in
                guard connection.pointee.phase != .closed, let pinned = connection.pointee.pinned else { return }
                note(pinned, connection)
            }
        }
        return oldest.map { generation, client in
            let frontend = client.pointee.frontend.map { String(decoding: $0.pointee.name, as: UTF8.self) } ?? "-"
            return GenerationHolder(
                number: generation.pointee.number, client: client.pointee.peer, frontend: frontend, acceptedAt: client.pointee.acceptedAt)
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
