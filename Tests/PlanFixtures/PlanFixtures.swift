import Plan

/// Small plans written by hand, for tests of the runtime and the simulator.
public struct HTTPPlan: Sendable {
    public struct Server: Sendable {
        public var name: String
        public var address: (UInt8, UInt8, UInt8, UInt8) = (127, 0, 0, 1)
        public var port: UInt16
        public var weight: UInt32 = 1
        public var check = false
        public var backup = false
        public var maxconn: UInt32 = 0

        public init(_ name: String, port: UInt16, weight: UInt32 = 1, check: Bool = false, backup: Bool = false, maxconn: UInt32 = 0) {
            self.name = name
            self.port = port
            self.weight = weight
            self.check = check
            self.backup = backup
            self.maxconn = maxconn
        }
    }

    /// Where the frontend listens, on 127.0.0.1.
    public var port: UInt16
    public var servers: [Server]
    public var forwardfor = true
    public var nbthread: UInt32 = 1
    public var timeouts = Timeouts()
    public var keepAlive = true
    public var mode = ProxyMode.http
    /// `http-response set-header`, when not empty: a header by which clients recognise the plan.
    public var responseHeader: (name: String, value: String)?
    /// Path of a command socket, level admin.
    public var commandSocket: String?
    /// `log stdout format raw local0` with the http format, when true.
    public var logsToStdout = false

    public init(port: UInt16, servers: [Server]) {
        self.port = port
        self.servers = servers
        timeouts.connectMs = 5_000
        timeouts.clientMs = 30_000
        timeouts.serverMs = 30_000
        timeouts.httpRequestMs = 10_000
    }

    /// A builder holding one frontend `web` with default backend `app`.
    public func builder() -> PlanBuilder {
        var b = PlanBuilder()
        b.global.nbthread = nbthread
        b.global.maxconn = 10_000

        var front = ProxyRecord()
        front.name = b.intern("web")
        front.key = b.intern("proxy:web/frontend")
        front.numericID = 2
        front.capabilitiesRaw = ProxyCapabilities.frontend.rawValue
        front.modeRaw = mode.rawValue
        front.timeouts = timeouts
        front.defaultBackend = ProxyID(1)
        front.maxconn = 10_000
        front.ruleSets = Rows(first: 0, count: 0)
        var options: ProxyOptions = keepAlive ? [.httpKeepAlive] : [.httpclose]
        if forwardfor { options.insert(.forwardfor) }
        front.optionsRaw = options.rawValue
        front.forwardforHeader = b.intern("x-forwarded-for")

        var listener = ListenerRecord()
        listener.proxy = ProxyID(0)
        listener.address = loopback(port)
        listener.key = b.intern("ipv4:127.0.0.1:\(port)")
        listener.numericID = 1
        front.listeners = Rows(first: 0, count: 1)
        b.listeners.append(listener)

        let firstSet = b.ruleSets.count
        if let header = responseHeader {
            let entry = b.here
            b.beginRule(proxy: ProxyID(0), kind: .httpResponse, text: b.intern("set-header \(header.name) \(header.value)"))
            b.emit(.begin, a: 0)
            b.emit(.appendText, a: 0, text: b.intern(header.value))
            b.emit(.setHeader, a: 0, text: b.intern(header.name))
            b.endRuleSet(.httpResponse, entry: entry, firstRule: 0)
        }
        if logsToStdout {
            var target = LogTargetRecord()
            target.kindRaw = LogTargetKind.stdout.rawValue
            target.envelopeRaw = LogEnvelope.raw.rawValue
            front.logTargets = Rows(first: 0, count: 1)
            b.logTargets.append(target)
            let entry = b.here
            let firstRule = b.rules.count
            b.emit(.begin, a: 0)
            b.emit(.appendAlias, flags: AppendFlags.mandatory.rawValue, a: LogAlias.clientIP.rawValue)
            b.emit(.appendText, a: 0, text: b.intern(" "))
            b.emit(.appendAlias, flags: AppendFlags.mandatory.rawValue, a: LogAlias.status.rawValue)
            b.emit(.appendText, a: 0, text: b.intern(" "))
            b.emit(.appendAlias, flags: AppendFlags.mandatory.rawValue, a: LogAlias.requestLine.rawValue)
            b.endRuleSet(.logFormat, entry: entry, firstRule: firstRule)
        }
        front.ruleSets = Rows(first: 0, count: UInt32(b.ruleSets.count - firstSet))
        b.proxies.append(front)

        var back = ProxyRecord()
        back.name = b.intern("app")
        back.key = b.intern("proxy:app/backend")
        back.numericID = 3
        back.capabilitiesRaw = ProxyCapabilities.backend.rawValue
        back.modeRaw = mode.rawValue
        back.timeouts = timeouts
        back.optionsRaw = (keepAlive ? ProxyOptions.httpKeepAlive : ProxyOptions.httpclose).rawValue
        back.servers = Rows(first: 0, count: UInt32(servers.count))
        if servers.contains(where: \.check) {
            back.check = CheckID(0)
            b.checks.append(CheckRecord())
        }
        b.proxies.append(back)
        addServers(to: &b)

        b.addObject(.global, row: 0, key: b.intern("global"), settings: Rows())
        b.addObject(.proxy, row: 0, key: front.key, settings: Rows())
        b.addObject(.proxy, row: 1, key: back.key, settings: Rows())
        b.addObject(.listener, row: 0, key: listener.key, settings: Rows())
        addCommandSocket(to: &b)
        return b
    }

    /// The plan, loaded.
    public func image() throws -> PlanImage { try PlanImage.load(bytes: builder().encode()) }

    private func addServers(to b: inout PlanBuilder) {
        for (index, server) in servers.enumerated() {
            var s = ServerRecord()
            s.proxy = ProxyID(1)
            s.name = b.intern(server.name)
            s.key = b.intern("app/\(server.name)")
            s.address = loopback(server.port)
            let (o0, o1, o2, o3) = server.address
            s.address.word0 = UInt32(o0) | UInt32(o1) << 8 | UInt32(o2) << 16 | UInt32(o3) << 24
            s.weight = server.weight
            s.maxconn = server.maxconn
            s.numericID = UInt32(index + 1)
            var flags: ServerFlags = []
            if server.check { flags.insert(.check) }
            if server.backup { flags.insert(.backup) }
            s.flagsRaw = flags.rawValue
            b.servers.append(s)
            let text = "127.0.0.1:\(server.port) weight \(server.weight)\(server.check ? " check" : "")"
            let setting = text.withUTF8Bytes { b.internSetting($1, $0, apply: .live) }
            b.addObject(.server, row: UInt32(index), key: s.key, settings: b.internSettings([setting]))
        }
    }

    private func addCommandSocket(to b: inout PlanBuilder) {
        guard let path = commandSocket else { return }
        var socket = ListenerRecord()
        socket.purposeRaw = ListenerPurpose.command.rawValue
        socket.address = Address(family: .unix, text: b.intern(path))
        socket.key = b.intern("unix:\(path)")
        socket.levelRaw = CommandLevel.admin.rawValue
        b.listeners.append(socket)
        b.addObject(.commandSocket, row: UInt32(b.listeners.count - 1), key: socket.key, settings: Rows())
    }

    private func loopback(_ port: UInt16) -> Address {
        Address(family: .ipv4, port: UInt32(port), words: (UInt32(127) | UInt32(1) << 24, 0, 0, 0))
    }
}

extension String {
    /// The bytes of this text as a value, and of the word `server`.
    fileprivate func withUTF8Bytes<R>(_ body: (_ value: UnsafeRawBufferPointer, _ word: UnsafeRawBufferPointer) -> R) -> R {
        let (value, word) = (Array(utf8), Array("server".utf8))
        return value.withUnsafeBytes { value in word.withUnsafeBytes { word in body(value, word) } }
    }
}
