import Plan

/// What plan number n of a run looks like.
struct PlanShape {
    static let httpRequestMs: UInt32 = 6_000
    static let httpKeepAliveMs: UInt32 = 5_000
    static let queueMs: UInt32 = 3_000

    let number: UInt32
    var servers: [Server] = []
    /// The socket on 8081.
    var hasSecond = true
    /// Stands for all that would set up a connection to 8080 or 8081 differently.
    var firstSetup = 0
    var secondSetup = 0
    var serverTimeoutMs: UInt32 = 20_000
    var balance = BalanceAlgorithm.roundrobin
    var logs = false

    struct Server {
        var port: UInt16
        var weight: UInt32 = 1
        var maxconn: UInt32 = 0
        var isChecked = false
        var isBackup = false
    }

    /// How a connection to `port` would be set up; nil: the plan has no such address.
    func setup(_ port: UInt16) -> Int? {
        switch port {
        case 8080: firstSetup
        case 8081: hasSecond ? secondSetup : nil
        default: 0
        }
    }

    /// The next plan differs from this one in something.
    func next(_ random: inout Xoshiro256, _ knobs: SimulationKnobs, togglesSecond: Bool) -> PlanShape {
        var shape = PlanShape(number: number + 1)
        shape.servers = servers
        shape.hasSecond = hasSecond
        shape.firstSetup = firstSetup
        shape.secondSetup = secondSetup
        shape.serverTimeoutMs = serverTimeoutMs
        shape.balance = balance
        shape.logs = logs
        if togglesSecond { shape.hasSecond.toggle() }
        for _ in 0..<random.within(1...2) {
            switch random.below(8) {
            case 0: shape.servers = PlanShape.drawServers(&random, knobs)
            case 1: shape.hasSecond.toggle()
            case 2: shape.firstSetup += 1
            case 3: shape.secondSetup += 1
            case 4: shape.serverTimeoutMs = UInt32(random.within(15_000...25_000))
            case 5: shape.balance = [.roundrobin, .leastconn, .first, .random, .source][random.below(5)]
            case 6:
                if !shape.servers.isEmpty { shape.servers[random.below(shape.servers.count)].weight = UInt32(random.within(1...5)) }
            default: shape.logs.toggle()
            }
        }
        return shape
    }

    static func first(_ random: inout Xoshiro256, _ knobs: SimulationKnobs) -> PlanShape {
        var shape = PlanShape(number: 1)
        shape.servers = drawServers(&random, knobs)
        shape.hasSecond = random.once(in: 2)
        return shape
    }

    private static func drawServers(_ random: inout Xoshiro256, _ knobs: SimulationKnobs) -> [Server] {
        var servers: [Server] = []
        for port in UInt16(7001)...7004 where random.percent(60) {
            var server = Server(port: port)
            server.weight = random.once(in: 2) ? 1 : UInt32(random.within(1...4))
            if knobs.limitsServers { server.maxconn = UInt32(random.within(1...3)) }
            if knobs.checksServers { server.isChecked = random.percent(70) }
            server.isBackup = !servers.isEmpty && random.once(in: 8)
            servers.append(server)
        }
        if servers.isEmpty { servers.append(Server(port: 7001)) }
        return servers
    }
}

extension PlanShape {
    /// The plan's file: frontends `web` and `echo`, backends `app` and `echoes`.
    func encode(loops: Int) throws(PlanWriteError) -> [UInt8] {
        var b = PlanBuilder()
        b.global.nbthread = UInt32(loops)
        b.global.maxconn = 1000
        var timeouts = Timeouts()
        timeouts.connectMs = 4_000
        timeouts.clientMs = 20_000
        timeouts.serverMs = serverTimeoutMs
        timeouts.httpRequestMs = PlanShape.httpRequestMs
        timeouts.httpKeepAliveMs = PlanShape.httpKeepAliveMs
        timeouts.queueMs = PlanShape.queueMs
        timeouts.tunnelMs = 60_000

        var web = proxy(&b, "web", "proxy:web/frontend", .frontend, .http, timeouts)
        web.defaultBackend = ProxyID(1)
        web.optionsRaw = ProxyOptions([.httpKeepAlive, .forwardfor]).rawValue
        let entry = b.here
        b.beginRule(proxy: ProxyID(0), kind: .httpResponse, text: b.intern("set-header x-plan \(number)"))
        b.emit(.begin, a: 0)
        b.emit(.appendText, a: 0, text: b.intern("\(number)"))
        b.emit(.setHeader, a: 0, text: b.intern("x-plan"))
        b.endRuleSet(.httpResponse, entry: entry, firstRule: 0)
        if logs { addLog(&b, &web) }
        web.ruleSets = Rows(first: 0, count: UInt32(b.ruleSets.count))
        addListener(&b, &web, ProxyID(0), 8080, firstSetup)
        if hasSecond { addListener(&b, &web, ProxyID(0), 8081, secondSetup) }

        var app = proxy(&b, "app", "proxy:app/backend", .backend, .http, timeouts)
        app.balanceRaw = balance.rawValue
        if servers.contains(where: \.isChecked) {
            app.check = CheckID(0)
            var check = CheckRecord()
            check.kindRaw = number % 2 == 0 ? CheckKind.http.rawValue : CheckKind.tcp.rawValue
            b.checks.append(check)
        }
        for server in servers { addServer(&b, &app, ProxyID(1), "app", server) }

        var echo = proxy(&b, "echo", "proxy:echo/frontend", .frontend, .tcp, timeouts)
        echo.defaultBackend = ProxyID(3)
        addListener(&b, &echo, ProxyID(2), 9000, 0)
        var echoes = proxy(&b, "echoes", "proxy:echoes/backend", .backend, .tcp, timeouts)
        addServer(&b, &echoes, ProxyID(3), "echoes", Server(port: 7101))

        for (row, record) in [web, app, echo, echoes].enumerated() {
            b.proxies.append(record)
            b.addObject(.proxy, row: UInt32(row), key: record.key, settings: Rows())
        }
        b.addObject(.global, row: 0, key: b.intern("global"), settings: Rows())
        return try b.encode()
    }

    private func proxy(
        _ b: inout PlanBuilder, _ name: StaticString, _ key: StaticString, _ capabilities: ProxyCapabilities, _ mode: ProxyMode,
        _ timeouts: Timeouts
    ) -> ProxyRecord {
        var record = ProxyRecord()
        record.name = b.intern(name)
        record.key = b.intern(key)
        record.numericID = UInt32(b.proxies.count + 2)
        record.capabilitiesRaw = capabilities.rawValue
        record.modeRaw = mode.rawValue
        record.timeouts = timeouts
        record.optionsRaw = ProxyOptions.httpKeepAlive.rawValue
        record.listeners = Rows(first: UInt32(b.listeners.count), count: 0)
        record.servers = Rows(first: UInt32(b.servers.count), count: 0)
        return record
    }

    private func addListener(_ b: inout PlanBuilder, _ record: inout ProxyRecord, _ proxy: ProxyID, _ port: UInt16, _ setup: Int) {
        var listener = ListenerRecord()
        listener.proxy = proxy
        listener.address = Address(family: .ipv4, port: UInt32(port), words: (UInt32(127) | UInt32(1) << 24, 0, 0, 0))
        listener.key = b.intern("ipv4:127.0.0.1:\(port)")
        listener.numericID = UInt32(port)
        listener.setupDigest = ObjectDigest(high: UInt64(port), low: UInt64(setup) + 1)
        if record.listeners.count == 0 { record.listeners = Rows(first: UInt32(b.listeners.count), count: 0) }
        record.listeners = Rows(first: record.listeners.first, count: record.listeners.count + 1)
        b.listeners.append(listener)
        b.addObject(.listener, row: UInt32(b.listeners.count - 1), key: listener.key, settings: Rows())
    }

    private func addServer(_ b: inout PlanBuilder, _ record: inout ProxyRecord, _ proxy: ProxyID, _ name: String, _ server: Server) {
        var row = ServerRecord()
        row.proxy = proxy
        row.name = b.intern("s\(server.port)")
        row.key = b.intern("\(name)/s\(server.port)")
        row.address = Address(family: .ipv4, port: UInt32(server.port), words: (UInt32(127) | UInt32(1) << 24, 0, 0, 0))
        row.weight = server.weight
        row.maxconn = server.maxconn
        row.numericID = UInt32(server.port)
        var flags: ServerFlags = []
        if server.isChecked { flags.insert(.check) }
        if server.isBackup { flags.insert(.backup) }
        row.flagsRaw = flags.rawValue
        b.servers.append(row)
        record.servers = Rows(first: record.servers.first, count: record.servers.count + 1)
        b.addObject(.server, row: UInt32(b.servers.count - 1), key: row.key, settings: Rows())
    }

    private func addLog(_ b: inout PlanBuilder, _ web: inout ProxyRecord) {
        var target = LogTargetRecord()
        target.kindRaw = LogTargetKind.stdout.rawValue
        target.envelopeRaw = LogEnvelope.raw.rawValue
        web.logTargets = Rows(first: 0, count: 1)
        b.logTargets.append(target)
        let entry = b.here
        let firstRule = b.rules.count
        b.emit(.begin, a: 0)
        b.emit(.appendAlias, flags: AppendFlags.mandatory.rawValue, a: LogAlias.clientIP.rawValue)
        b.emit(.appendText, a: 0, text: b.intern(" "))
        b.emit(.appendAlias, flags: AppendFlags.mandatory.rawValue, a: LogAlias.requestLine.rawValue)
        b.endRuleSet(.logFormat, entry: entry, firstRule: firstRule)
    }
}
