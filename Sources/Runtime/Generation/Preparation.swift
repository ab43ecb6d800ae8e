import Plan
import Synchronization

/// A generation between prepare and commit, with what its commit will change in the registry.
package final class CorePreparedGeneration: PreparedGeneration {
    package let generation: GenerationPointer
    package let changes: [ServerChange]

    init(_ generation: GenerationPointer, changes: [ServerChange], notes: [String]) {
        self.generation = generation
        self.changes = changes
        super.init(number: generation.pointee.number, notes: notes)
    }
}

/// What a commit does to one server's run-time state.
package struct ServerChange {
    package let server: ServerPointer
    package var weight: UInt32?
    package var maxconn: UInt32?
    package var numericID: UInt32?
    package var setAdmin: UInt32 = 0
    package var clearAdmin: UInt32 = 0
    package var health: ServerHealth?

    package var isEmpty: Bool {
        weight == nil && maxconn == nil && numericID == nil && setAdmin == 0 && clearAdmin == 0 && health == nil
    }
}

extension Registry {
    /// Builds a generation from a verified plan, touching nothing that serves. `previous`: the serving one.
    package func prepare(_ input: PreparationInput, previous: GenerationPointer?, loops: Int, wall: Int64) -> Result<
        CorePreparedGeneration, Refusal
    > {
        let plan = input.plan
        let proxies = UnsafeMutablePointer<ProxyRuntime>.allocate(capacity: max(plan.proxies.count, 1))
        for id in plan.proxies.ids {
            let record = plan.proxies.pointer(id)
            var runtime = ProxyRuntime(
                id: id, record: record, state: proxy(plan.bytes(record.pointee.key), name: plan.bytes(record.pointee.name)))
            for i in record.pointee.ruleSets.range {
                let set = plan.ruleSets.base[i]
                if let kind = set.kind { runtime.entries[kind] = set.entry }
            }
            runtime.keepsRequestLine =
                record.pointee.mode == .http && !record.pointee.logTargets.isEmpty && record.pointee.capabilities.contains(.frontend)
            (proxies + id.index).initialize(to: runtime)
        }
        let servers = UnsafeMutablePointer<ServerPointer>.allocate(capacity: max(plan.servers.count, 1))
        let addresses = copy(input.resolved, plan.servers.count)
        let checkAddresses = copy(input.checkAddresses, plan.servers.count)
        let logAddresses = copy(input.logTargetAddresses, plan.logTargets.count)
        var changes: [ServerChange] = []
        var notes: [String] = []
        for id in plan.servers.ids {
            let record = plan.servers.pointer(id)
            let owner = proxies[record.pointee.proxy.index].state
            let (state, _) = server(plan.bytes(record.pointee.key), name: plan.bytes(record.pointee.name), proxy: owner)
            (servers + id.index).initialize(to: state)
            let change = compare(state, record, addresses[id.index], previous, &notes)
            if !change.isEmpty { changes.append(change) }
        }
        let listeners = UnsafeMutablePointer<ListenerPointer>.allocate(capacity: max(plan.listeners.count, 1))
        for id in plan.listeners.ids {
            (listeners + id.index).initialize(to: listener(plan.bytes(plan.listeners.pointer(id).pointee.key)))
        }
        let serverRows = SlotMap(count: serverCount)
        for id in plan.servers.ids { serverRows.set(servers[id.index].pointee.slot, id.raw) }
        let proxyRows = SlotMap(count: proxyCount)
        for id in plan.proxies.ids { proxyRows.set(proxies[id.index].state.pointee.slot, id.raw) }
        let listenerRows = SlotMap(count: listenerCount)
        for id in plan.listeners.ids where plan.listeners.pointer(id).pointee.purpose == .proxy {
            listenerRows.set(listeners[id.index].pointee.slot, id.raw)
        }
        let sockets = UnsafeMutablePointer<Int32>.allocate(capacity: max(plan.listeners.count, 1))
        for i in 0..<plan.listeners.count { (sockets + i).initialize(to: i < input.sockets.count ? input.sockets[i] : -1) }
        let files = UnsafeMutablePointer<FollowedFilePointer>.allocate(capacity: max(plan.followedFiles.count, 1))
        for i in 0..<plan.followedFiles.count { (files + i).initialize(to: input.files[i]) }
        let matchers = UnsafeMutablePointer<PatternMatcher>.allocate(capacity: max(plan.patternSets.count, 1))
        var builtMatchers = 0
        func giveUp(_ reason: String) -> Result<CorePreparedGeneration, Refusal> {
            for i in 0..<builtMatchers { matchers[i].free() }
            matchers.deallocate()
            files.deallocate()
            sockets.deallocate()
            listeners.deallocate()
            serverRows.free()
            listenerRows.free()
            proxyRows.free()
            proxies.deallocate()
            servers.deallocate()
            addresses.deallocate()
            checkAddresses.deallocate()
            logAddresses.deallocate()
            return .failure(Refusal(.prepare, reason))
        }
        let rules: UnsafeMutablePointer<RuleTables>
        do throws(RuleRefusal) {
            for id in plan.patternSets.ids {
                (matchers + id.index).initialize(to: try PatternMatcher.build(plan, id))
                builtMatchers += 1
            }
            rules = try RuleTables.build(plan: plan, matchers: matchers, proxies: proxies, servers: servers, files: files)
        } catch {
            return giveUp(error.message)
        }
        for id in plan.logTargets.ids where logAddresses[id.index].family != 0 { rules.pointee.setLogAddress(id, logAddresses[id.index]) }
        let pins = UnsafeMutablePointer<Int>.allocate(capacity: loops * Generation.pinStride)
        pins.initialize(repeating: 0, count: loops * Generation.pinStride)
        let generation = GenerationPointer.allocate(capacity: 1)
        generation.initialize(
            to: Generation(
                number: input.number, plan: plan, mapping: input.mapping, proxies: proxies, servers: servers, serverAddresses: addresses,
                checkAddresses: checkAddresses, logTargetAddresses: logAddresses, matchers: matchers, rules: rules, files: files,
                listeners: listeners, sockets: sockets, serverRows: serverRows, listenerRows: listenerRows, proxyRows: proxyRows,
                createdWall: wall, pins: pins,
                holders: Atomic(Int32(clamping: loops))))
        return .success(CorePreparedGeneration(generation, changes: changes, notes: notes))
    }

    private func copy(_ list: [PeerAddress], _ count: Int) -> UnsafeMutablePointer<PeerAddress> {
        let memory = UnsafeMutablePointer<PeerAddress>.allocate(capacity: max(count, 1))
        for i in 0..<count { (memory + i).initialize(to: i < list.count ? list[i] : PeerAddress()) }
        return memory
    }

    /// Compares the old plan's values, the new plan's, and the running ones: what the new plan changed wins, what it did not change stays
    /// as it runs (DESIGN section 7).
    private func compare(
        _ state: ServerPointer, _ record: UnsafePointer<ServerRecord>, _ address: PeerAddress, _ previous: GenerationPointer?,
        _ notes: inout [String]
    ) -> ServerChange {
        var change = ServerChange(server: state)
        let row = previous?.pointee.serverRows[state.pointee.slot] ?? UInt32.max
        let unresolved = address.family == 0 && record.pointee.address.family == .name
        let admin = state.pointee.admin.load(ordering: .relaxed)
        if unresolved != (admin & ServerAdmin.unresolved != 0) {
            if unresolved { change.setAdmin |= ServerAdmin.unresolved } else { change.clearAdmin |= ServerAdmin.unresolved }
        }
        let isDisabled = record.pointee.flags.contains(.disabled)
        guard let previous, row != UInt32.max else {
            // New under this key: begins with the plan's values.
            change.weight = record.pointee.weight
            change.maxconn = record.pointee.maxconn
            change.numericID = record.pointee.numericID
            change.clearAdmin |= ServerAdmin.drain | ServerAdmin.removed | (isDisabled ? 0 : ServerAdmin.maintenance)
            if isDisabled { change.setAdmin |= ServerAdmin.maintenance }
            change.health = previous != nil && record.pointee.flags.contains(.check) ? .starting : .up
            return change
        }
        let old = previous.pointee.plan.servers.pointer(ServerID(row))
        if old.pointee.weight != record.pointee.weight {
            let running = state.pointee.weight.load(ordering: .relaxed)
            if running != old.pointee.weight && running != record.pointee.weight {
                notes.append(
                    "server \(String(decoding: state.pointee.key, as: UTF8.self)): its weight was set to \(running) at run time; the plan changed it from \(old.pointee.weight) to \(record.pointee.weight), which is now in force"
                )
            }
            change.weight = record.pointee.weight
        }
        if old.pointee.maxconn != record.pointee.maxconn { change.maxconn = record.pointee.maxconn }
        if old.pointee.numericID != record.pointee.numericID { change.numericID = record.pointee.numericID }
        let wasDisabled = old.pointee.flags.contains(.disabled)
        if wasDisabled != isDisabled {
            if isDisabled { change.setAdmin |= ServerAdmin.maintenance } else { change.clearAdmin |= ServerAdmin.maintenance }
        }
        if old.pointee.flags.contains(.check) && !record.pointee.flags.contains(.check) { change.health = .up }
        return change
    }
}

extension Generation {
    /// Frees everything that belongs to the generation, which no loop may use any more. Control thread.
    package static func free(_ generation: GenerationPointer) {
        let plan = generation.pointee.plan
        RuleTables.free(generation.pointee.rules)
        for i in 0..<plan.patternSets.count { generation.pointee.matchers[i].free() }
        generation.pointee.matchers.deallocate()
        generation.pointee.proxies.deinitialize(count: plan.proxies.count).deallocate()
        generation.pointee.servers.deallocate()
        generation.pointee.serverAddresses.deallocate()
        generation.pointee.checkAddresses.deallocate()
        generation.pointee.logTargetAddresses.deallocate()
        generation.pointee.files.deallocate()
        generation.pointee.listeners.deallocate()
        generation.pointee.sockets.deallocate()
        generation.pointee.serverRows.free()
        generation.pointee.listenerRows.free()
        generation.pointee.proxyRows.free()
        generation.pointee.pins.deallocate()
        generation.deinitialize(count: 1)
        generation.deallocate()
    }
}
