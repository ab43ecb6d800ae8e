import Plan
import Synchronization

/// `show stat`: CSV with HAProxy's column names (manual section 9.1), and `show servers state`.
enum ShowStat {
    private static let columns =
        "# pxname,svname,qcur,qmax,scur,smax,slim,stot,bin,bout,dreq,dresp,ereq,econ,eresp,wretr,wredis,status,weight,act,bck,chkfail,chkdown,lastchg,downtime,qlimit,pid,iid,sid,throttle,lbtot,tracked,type,rate,rate_lim,rate_max,check_status,check_code,check_duration,hrsp_1xx,hrsp_2xx,hrsp_3xx,hrsp_4xx,hrsp_5xx,hrsp_other,hanafail,req_rate,req_rate_max,req_tot,\n"

    /// One row; columns without a value stay empty.
    private struct Row {
        private static let names = ShowStat.columns.dropFirst(2).dropLast().split(separator: ",").map(String.init)
        private var values = [String](repeating: "", count: names.count)
        mutating func set(_ name: String, _ value: some CustomStringConvertible) {
            if let i = Row.names.firstIndex(of: name) { values[i] = value.description }
        }
        /// Nothing where the rate is not taken.
        mutating func set(_ name: String, _ rates: [Rate], _ slot: UInt32) {
            guard Int(slot) < rates.count else { return }
            set(name, rates[Int(slot)].perSecond)
            set(name + "_max", rates[Int(slot)].most)
        }
        var text: String { values.joined(separator: ",") + ",\n" }
    }

    static func text(_ process: WorkerProcess) -> String {
        var text = columns
        guard let serving = process.core.serving else { return text }
        let plan = serving.pointee.plan
        for id in plan.proxies.ids {
            let proxy = plan.proxies.pointer(id)
            let state = (serving.pointee.proxies + id.index).pointee.state
            let name = plan.string(proxy.pointee.name)
            if proxy.pointee.capabilities.contains(.frontend) {
                var row = common(name, "FRONTEND", state, proxy)
                row.set("scur", state.pointee.frontendConnections.load(ordering: .relaxed))
                row.set("stot", state.pointee.frontendConnectionsTotal.load(ordering: .relaxed))
                row.set("smax", state.pointee.frontendConnectionsMax.load(ordering: .relaxed))
                row.set("slim", proxy.pointee.maxconn)
                row.set("rate", process.rates.connections, state.pointee.slot)
                row.set("req_rate", process.rates.requests, state.pointee.slot)
                row.set("req_tot", state.pointee.frontendRequests.load(ordering: .relaxed))
                row.set("dreq", state.pointee.deniedRequests.load(ordering: .relaxed))
                row.set("ereq", state.pointee.requestErrors.load(ordering: .relaxed))
                row.set("status", "OPEN")
                row.set("type", 0)
                text += row.text
            }
            guard proxy.pointee.capabilities.contains(.backend) else { continue }
            var active = 0
            var backup = 0
            for rowNumber in proxy.pointee.servers.range {
                let server = serving.pointee.servers[rowNumber]
                let record = plan.servers.base[rowNumber]
                let isBackup = record.flags.contains(.backup)
                if server.pointee.isUsable { if isBackup { backup += 1 } else { active += 1 } }
                text += serverRow(name, server, record, plan, proxy.pointee.numericID, process.rates).text
            }
            var row = common(name, "BACKEND", state, proxy)
            row.set("qcur", state.pointee.queueLength.load(ordering: .relaxed))
            row.set("qmax", state.pointee.queueLengthMax.load(ordering: .relaxed))
            row.set("scur", state.pointee.backendStreams.load(ordering: .relaxed))
            row.set("smax", state.pointee.backendStreamsMax.load(ordering: .relaxed))
            row.set("rate", process.rates.streams, state.pointee.slot)
            row.set("stot", state.pointee.backendStreamsTotal.load(ordering: .relaxed))
            row.set("econ", state.pointee.connectErrors.load(ordering: .relaxed))
            row.set("eresp", state.pointee.responseErrors.load(ordering: .relaxed))
            row.set("wretr", state.pointee.retries.load(ordering: .relaxed))
            row.set("wredis", state.pointee.redispatches.load(ordering: .relaxed))
            row.set("status", proxy.pointee.servers.isEmpty || active + backup > 0 ? "UP" : "DOWN")
            row.set("act", active)
            row.set("bck", backup)
            row.set("type", 1)
            text += row.text
        }
        return text
    }

    private static func common(_ name: String, _ part: String, _ state: ProxyPointer, _ proxy: UnsafePointer<ProxyRecord>) -> Row {
        var row = Row()
        row.set("pxname", name)
        row.set("svname", part)
        row.set("bin", state.pointee.bytesIn.load(ordering: .relaxed))
        row.set("bout", state.pointee.bytesOut.load(ordering: .relaxed))
        row.set("dresp", state.pointee.deniedResponses.load(ordering: .relaxed))
        row.set("pid", 1)
        row.set("iid", proxy.pointee.numericID)
        row.set("sid", 0)
        row.set("hrsp_1xx", state.pointee.responses1xx.load(ordering: .relaxed))
        row.set("hrsp_2xx", state.pointee.responses2xx.load(ordering: .relaxed))
        row.set("hrsp_3xx", state.pointee.responses3xx.load(ordering: .relaxed))
        row.set("hrsp_4xx", state.pointee.responses4xx.load(ordering: .relaxed))
        row.set("hrsp_5xx", state.pointee.responses5xx.load(ordering: .relaxed))
        row.set("hrsp_other", state.pointee.responsesOther.load(ordering: .relaxed))
        return row
    }

    private static func serverRow(
        _ proxy: String, _ server: ServerPointer, _ record: ServerRecord, _ plan: Plan, _ proxyID: UInt32, _ rates: RateSampler
    ) -> Row {
        var row = Row()
        row.set("pxname", proxy)
        row.set("svname", plan.string(record.name))
        row.set("scur", server.pointee.currentStreams.load(ordering: .relaxed))
        row.set("smax", server.pointee.currentStreamsMax.load(ordering: .relaxed))
        row.set("rate", rates.servers, server.pointee.slot)
        if record.maxconn > 0 { row.set("slim", record.maxconn) }
        row.set("stot", server.pointee.totalStreams.load(ordering: .relaxed))
        row.set("bin", server.pointee.bytesIn.load(ordering: .relaxed))
        row.set("bout", server.pointee.bytesOut.load(ordering: .relaxed))
        row.set("econ", server.pointee.connectErrors.load(ordering: .relaxed))
        row.set("eresp", server.pointee.responseErrors.load(ordering: .relaxed))
        row.set("wretr", server.pointee.retries.load(ordering: .relaxed))
        row.set("wredis", server.pointee.redispatches.load(ordering: .relaxed))
        row.set("status", status(server, record))
        row.set("weight", server.pointee.weight.load(ordering: .relaxed))
        row.set("act", record.flags.contains(.backup) ? 0 : 1)
        row.set("bck", record.flags.contains(.backup) ? 1 : 0)
        row.set("chkfail", server.pointee.checkFailures.load(ordering: .relaxed))
        row.set("chkdown", server.pointee.downTransitions.load(ordering: .relaxed))
        row.set("pid", 1)
        row.set("iid", proxyID)
        row.set("sid", server.pointee.numericID.load(ordering: .relaxed))
        row.set("lbtot", server.pointee.totalStreams.load(ordering: .relaxed))
        row.set("type", 2)
        let last = server.pointee.lastCheck.load(ordering: .relaxed)
        if record.flags.contains(.check), let outcome = CheckOutcome(rawValue: UInt32(truncatingIfNeeded: last >> 48)) {
            row.set("check_status", outcome.name)
            let code = (last >> 32) & 0xFFFF
            if code > 0 { row.set("check_code", code) }
            row.set("check_duration", last & 0xFFFF_FFFF)
        }
        return row
    }

    private static func status(_ server: ServerPointer, _ record: ServerRecord) -> String {
        let admin = server.pointee.admin.load(ordering: .relaxed)
        if admin & ServerAdmin.maintenance != 0 { return "MAINT" }
        if admin & ServerAdmin.unresolved != 0 { return "MAINT (resolution)" }
        if admin & ServerAdmin.drain != 0 { return "DRAIN" }
        if !record.flags.contains(.check) { return "no check" }
        switch ServerHealth(rawValue: server.pointee.health.load(ordering: .relaxed)) ?? .up {
        case .up, .starting: return "UP"
        case .down: return "DOWN"
        case .stopping: return "NOLB"
        }
    }

    static func serversState(_ process: WorkerProcess) -> String {
        var text = "1\n# be_id be_name srv_id srv_name srv_op_state srv_admin_state srv_uweight srv_iweight\n"
        guard let serving = process.core.serving else { return text }
        let plan = serving.pointee.plan
        for id in plan.servers.ids {
            let record = plan.servers[id]
            let proxy = plan.proxies.pointer(record.proxy)
            let server = serving.pointee.servers[id.index]
            // 0 stopped, 2 running, 3 stopping; admin: 1 forced maintenance, 8 forced drain.
            let health = ServerHealth(rawValue: server.pointee.health.load(ordering: .relaxed)) ?? .up
            let state = health == .down ? 0 : health == .stopping ? 3 : 2
            let admin = server.pointee.admin.load(ordering: .relaxed)
            let bits = (admin & ServerAdmin.maintenance != 0 ? 1 : 0) | (admin & ServerAdmin.drain != 0 ? 8 : 0)
            text += "\(proxy.pointee.numericID) \(plan.string(proxy.pointee.name)) \(server.pointee.numericID.load(ordering: .relaxed)) "
            text += "\(plan.string(record.name)) \(state) \(bits) \(server.pointee.weight.load(ordering: .relaxed)) \(record.weight)\n"
        }
        return text
    }
}
