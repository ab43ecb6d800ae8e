import Plan
import Synchronization

/// Fetches from proxies, servers and queues (manual section 7.3.2).
extension RuleMachine {
    func fetchState(_ code: FetchCode, _ instruction: Instruction, _ context: RuleContext) -> Sample {
        let tables = context.rules
        let record = context.record
        switch code {
        case .feName: return name(record.pointee.frontend, tables)
        case .beName: return name(record.pointee.backend, tables)
        case .feID: return number(record.pointee.frontend, tables)
        case .beID: return number(record.pointee.backend, tables)
        case .srvName:
            guard let server = record.pointee.server else { return .missing }
            return .str(slice(server.pointee.name))
        case .srvID:
            guard let server = record.pointee.server else { return .missing }
            return .sint(server.pointee.numericID.load(ordering: .relaxed))
        case .soName:
            guard !record.pointee.listener.isNone else { return .missing }
            let text = tables.pointee.plan.listeners.pointer(record.pointee.listener).pointee.name
            return text.isNone ? .missing : .str(tables.pointee.text(text))
        case .soID:
            guard !record.pointee.listener.isNone else { return .missing }
            return .sint(tables.pointee.plan.listeners.pointer(record.pointee.listener).pointee.numericID)

        case .feConn:
            guard let proxy = proxy(instruction, record.pointee.frontend, context) else { return .missing }
            return .sint(proxy.pointee.state.pointee.frontendConnections.load(ordering: .relaxed))
        case .beConn:
            guard let proxy = proxy(instruction, record.pointee.backend, context) else { return .missing }
            return .sint(proxy.pointee.state.pointee.backendStreams.load(ordering: .relaxed))
        case .nbsrv:
            guard let proxy = proxy(instruction, record.pointee.backend, context) else { return .missing }
            return .sint(usableServers(proxy, tables))
        case .queue:
            guard let proxy = proxy(instruction, record.pointee.backend, context) else { return .missing }
            return .sint(pending(proxy, tables))
        case .avgQueue:
            guard let proxy = proxy(instruction, record.pointee.backend, context) else { return .missing }
            let pending = pending(proxy, tables)
            let usable = usableServers(proxy, tables)
            return .sint(usable > 0 ? (pending &+ usable &- 1) / usable : pending &* 2)
        case .connSlots:
            guard let proxy = proxy(instruction, record.pointee.backend, context) else { return .missing }
            return slots(proxy, tables)
        case .beConnFree:
            guard let proxy = proxy(instruction, record.pointee.backend, context) else { return .missing }
            return freeConnections(proxy, tables)

        case .srvConn:
            guard let server = server(instruction, context) else { return .missing }
            return .sint(server.pointee.currentStreams.load(ordering: .relaxed))
        case .srvQueue:
            guard let server = server(instruction, context) else { return .missing }
            return .sint(server.pointee.queueLength.load(ordering: .relaxed))
        case .srvConnFree:
            guard let server = server(instruction, context) else { return .missing }
            let limit = Int64(server.pointee.maxconn.load(ordering: .relaxed))
            // -1: no limit.
            return .sint(limit == 0 ? -1 : max(limit &- Int64(server.pointee.currentStreams.load(ordering: .relaxed)), 0))
        case .srvIsUp:
            guard let server = server(instruction, context) else { return .missing }
            return .bool(isRunning(server))
        default: return .missing
        }
    }

    private func name(_ id: ProxyID, _ tables: UnsafeMutablePointer<RuleTables>) -> Sample {
        id.isNone ? .missing : .str(tables.pointee.text(tables.pointee.plan.proxies.pointer(id).pointee.name))
    }

    private func number(_ id: ProxyID, _ tables: UnsafeMutablePointer<RuleTables>) -> Sample {
        id.isNone ? .missing : .sint(tables.pointee.plan.proxies.pointer(id).pointee.numericID)
    }

    /// The operand's proxy, or the stream's.
    private func proxy(_ instruction: Instruction, _ own: ProxyID, _ context: RuleContext) -> UnsafeMutablePointer<ProxyRuntime>? {
        if let operand = operand(instruction, 0, context), operand.kind == .proxy {
            guard Int(operand.a) < context.rules.pointee.plan.proxies.count else { return nil }
            return context.rules.pointee.proxies + Int(operand.a)
        }
        return own.isNone ? nil : context.rules.pointee.proxies + own.index
    }

    private func server(_ instruction: Instruction, _ context: RuleContext) -> ServerPointer? {
        guard let operand = operand(instruction, 0, context), operand.kind == .server,
            Int(operand.a) < context.rules.pointee.plan.servers.count
        else { return nil }
        return context.rules.pointee.servers[Int(operand.a)]
    }

    /// Up by its checks and not in maintenance: `srv_is_up` counts a draining server as up, as HAProxy does.
    private func isRunning(_ server: ServerPointer) -> Bool {
        let stopped = ServerAdmin.maintenance | ServerAdmin.unresolved | ServerAdmin.removed
        return server.pointee.admin.load(ordering: .relaxed) & stopped == 0
            && server.pointee.health.load(ordering: .relaxed) != ServerHealth.down.rawValue
    }

    private func forEachServer(
        _ proxy: UnsafeMutablePointer<ProxyRuntime>, _ tables: UnsafeMutablePointer<RuleTables>,
        _ body: (_ row: Int, _ server: ServerPointer, _ record: UnsafePointer<ServerRecord>) -> Void
    ) {
        for row in proxy.pointee.record.pointee.servers.range {
            body(row, tables.pointee.servers[row], tables.pointee.plan.servers.base + row)
        }
    }

    /// Active servers, or the backups that would be used without them.
    private func usableServers(_ proxy: UnsafeMutablePointer<ProxyRuntime>, _ tables: UnsafeMutablePointer<RuleTables>) -> Int64 {
        var active: Int64 = 0
        var backup: Int64 = 0
        forEachServer(proxy, tables) { _, server, record in
            guard server.pointee.isUsable else { return }
            if record.pointee.flags.contains(.backup) { backup &+= 1 } else { active &+= 1 }
        }
        if active > 0 || backup == 0 { return active }
        return proxy.pointee.record.pointee.options.contains(.allbackups) ? backup : 1
    }

    private func pending(_ proxy: UnsafeMutablePointer<ProxyRuntime>, _ tables: UnsafeMutablePointer<RuleTables>) -> Int64 {
        var total = Int64(proxy.pointee.state.pointee.queueLength.load(ordering: .relaxed))
        forEachServer(proxy, tables) { _, server, _ in total &+= Int64(server.pointee.queueLength.load(ordering: .relaxed)) }
        return total
    }

    /// Free connections and queue places; -1 as soon as one running server is unlimited.
    private func slots(_ proxy: UnsafeMutablePointer<ProxyRuntime>, _ tables: UnsafeMutablePointer<RuleTables>) -> Sample {
        var total: Int64 = 0
        var unlimited = false
        forEachServer(proxy, tables) { _, server, record in
            guard isRunning(server) else { return }
            let limit = Int64(server.pointee.maxconn.load(ordering: .relaxed))
            let queue = Int64(record.pointee.maxqueue)
            if limit == 0 || queue == 0 { unlimited = true }
            total &+= limit &- Int64(server.pointee.currentStreams.load(ordering: .relaxed))
            total &+= queue &- Int64(server.pointee.queueLength.load(ordering: .relaxed))
        }
        return .sint(unlimited ? -1 : total)
    }

    private func freeConnections(_ proxy: UnsafeMutablePointer<ProxyRuntime>, _ tables: UnsafeMutablePointer<RuleTables>) -> Sample {
        var active: Int64 = 0
        var backup: Int64 = 0
        var hasActive = false
        var unlimited = false
        forEachServer(proxy, tables) { _, server, record in
            guard isRunning(server) else { return }
            let limit = Int64(server.pointee.maxconn.load(ordering: .relaxed))
            if limit == 0 {
                unlimited = true
                return
            }
            let free = max(limit &- Int64(server.pointee.currentStreams.load(ordering: .relaxed)), 0)
            if record.pointee.flags.contains(.backup) {
                backup &+= free
            } else {
                active &+= free
                hasActive = true
            }
        }
        return .sint(unlimited ? -1 : hasActive ? active : backup)
    }

    @inline(__always) func slice(_ buffer: UnsafeRawBufferPointer) -> ByteSlice {
        guard let start = buffer.baseAddress else { return .empty }
        return ByteSlice(start.assumingMemoryBound(to: UInt8.self), buffer.count)
    }
}
