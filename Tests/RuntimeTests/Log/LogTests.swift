import Glibc
import Plan
import Runtime
import Testing

/// Log lines as HAProxy 3.4.0 writes them, and what becomes of them at their targets.
@Suite(.serialized) struct LogTests {
    /// Takes what is sent; can refuse.
    final class Wire: Kernel {
        var written: [Int32: [UInt8]] = [:]
        var datagrams: [(PeerAddress, String, String)] = []
        /// Bytes that a write takes; negative: EAGAIN.
        var room = Int.max

        func now() -> UInt64 { 0 }
        func wallClock() -> Int64 { 0 }
        func poll(_ events: UnsafeMutablePointer<PollEvent>, capacity: Int, timeoutMs: Int32) -> Int { 0 }
        func watchConnection(_ descriptor: Int32, token: UInt64) -> Int32 { 0 }
        func watchListener(_ descriptor: Int32, token: UInt64) -> Int32 { 0 }
        func unwatch(_ descriptor: Int32) {}
        func wake(_ waker: Int32) {}
        func makeWaker(token: UInt64) -> Int32 { -1 }
        func drainWaker(_ waker: Int32) {}
        func accept(_ listener: Int32, peer: UnsafeMutablePointer<PeerAddress>) -> Int32 { -1 }
        func connect(_ address: PeerAddress, path: UnsafeRawBufferPointer, options: SocketOptions) -> Int32 { -1 }
        func connectResult(_ descriptor: Int32) -> Int32 { 0 }
        func localAddress(_ descriptor: Int32) -> PeerAddress { PeerAddress() }
        func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int { 0 }
        func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int, more: Bool) -> Int {
            if room <= 0 { return -11 }
            let n = min(count, room)
            written[descriptor, default: []].append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: n))
            room -= n
            return n
        }
        func writev(_ descriptor: Int32, _ pieces: UnsafePointer<IOPiece>, _ count: Int, more: Bool) -> Int { 0 }
        func shutdownWrite(_ descriptor: Int32) {}
        func close(_ descriptor: Int32) {}
        func closeWithReset(_ descriptor: Int32) {}
        func setOptions(_ descriptor: Int32, _ options: SocketOptions) {}
        func datagramSocket(family: UInt8) -> Int32 { Int32(family) + 100 }
        func sendDatagram(_ descriptor: Int32, to address: PeerAddress, path: UnsafeRawBufferPointer, _ bytes: UnsafeRawBufferPointer)
            -> Int
        {
            if room <= 0 { return -11 }
            datagrams.append((address, String(decoding: path, as: UTF8.self), String(decoding: bytes, as: UTF8.self)))
            return bytes.count
        }

        func text(_ descriptor: Int32 = 1) -> String { String(decoding: written[descriptor] ?? [], as: UTF8.self) }
    }

    static let httpFormat: [(alias: LogAlias, flags: AppendFlags, after: String)] = [
        (.clientIP, .mandatory, ":"), (.clientPort, .mandatory, " ["), (.requestDate, .mandatory, "] "),
        (.frontendNameTransport, .mandatory, " "),
        (.backendName, .mandatory, "/"), (.serverName, .mandatory, " "), (.timeRequest, .mandatory, "/"), (.timeWait, .mandatory, "/"),
        (.timeConnect, .mandatory, "/"), (.timeResponse, .mandatory, "/"), (.timeActive, .mandatory, " "), (.status, .mandatory, " "),
        (.bytesRead, .mandatory, " "), (.requestCookie, .mandatory, " "), (.responseCookie, .mandatory, " "),
        (.terminationStateCookie, .mandatory, " "), (.actconn, .mandatory, "/"), (.feconn, .mandatory, "/"), (.beconn, .mandatory, "/"),
        (.srvconn, .mandatory, "/"), (.retries, .mandatory, " "), (.srvQueue, .mandatory, "/"), (.backendQueue, .mandatory, " "),
        (.requestHeaders, .mandatory, " "), (.responseHeaders, .mandatory, " "), (.requestLine, [.quote, .mandatory], ""),
    ]

    static func program(_ format: [(alias: LogAlias, flags: AppendFlags, after: String)]) -> (inout PlanBuilder) -> Void {
        { b in
            b.emit(.begin, a: 0)
            for (alias, flags, after) in format {
                b.emit(.appendAlias, flags: flags.rawValue, a: alias.rawValue)
                if !after.isEmpty { b.emit(.appendText, text: b.intern(after)) }
            }
        }
    }

    static func fill(_ harness: RuleHarness) {
        let record = harness.record
        let ms: UInt64 = 1_000_000
        record.pointee.acceptedAt = 1000 * ms
        record.pointee.acceptedWall = 1_795_581_560_406_789
        record.pointee.requestStartedAt = 1005 * ms
        record.pointee.requestWall = 1_795_581_560_411_789
        record.pointee.requestAt = 1007 * ms
        record.pointee.assignedAt = 1010 * ms
        record.pointee.connectedAt = 1014 * ms
        record.pointee.responseAt = 1030 * ms
        record.pointee.endedAt = 1100 * ms + 999_999
        record.pointee.bytesIn = 77
        record.pointee.bytesOut = 1234
        record.pointee.status = 200
        record.pointee.server = harness.servers[0]
        record.pointee.serverAddress = PeerAddress(ipv4: 127, 0, 0, 1, port: 9001)
        record.pointee.actconn = 5
        record.pointee.feconn = 4
        record.pointee.beconn = 3
        record.pointee.srvconn = 2
        record.pointee.retries = 1
    }

    static func zone() {
        setenv("TZ", "UTC", 1)
        tzset()
    }

    @Test func httpLine() throws {
        Self.zone()
        let harness = try RuleHarness(Self.program(Self.httpFormat))
        Self.fill(harness)
        harness.request("GET /p?q=1\"|{ HTTP/1.1", "Host: a")
        #expect(
            harness.text(.logFormat)
                == #"10.1.2.3:4567 [25/Nov/2026:04:39:20.411] web app/s1 2/3/4/16/95 200 1234 - - ---- 5/4/3/2/1 0/0 "GET /p?q=1#22|{ HTTP/1.1""#
        )
    }

    @Test func lineOfAStreamThatDidNothing() throws {
        Self.zone()
        let harness = try RuleHarness(Self.program(Self.httpFormat))
        harness.record.pointee.backend = ProxyID(0)
        harness.record.pointee.acceptedAt = 1
        harness.record.pointee.endedAt = 1
        harness.record.pointee.acceptedWall = 1_795_581_560_452_000
        harness.record.pointee.terminationCause = 0x50
        harness.record.pointee.terminationPhase = 0x52
        harness.record.pointee.status = 400
        #expect(
            harness.text(.logFormat)
                == #"10.1.2.3:4567 [25/Nov/2026:04:39:20.452] web web/<NOSRV> -1/-1/-1/-1/0 400 0 - - PR-- 0/0/0/0/0 0/0 "<BADREQ>""#)
    }

    static let aliases: [(LogAlias, AppendFlags, String)] = [
        (.acceptDate, [], "25/Nov/2026:04:39:20.406"), (.gmtDate, [], "25/Nov/2026:04:39:20 +0000"),
        (.localDate, [], "25/Nov/2026:04:39:20 +0000"),
        (.timestamp, [], "1795581560"), (.timestamp, .hex, "6B066678"), (.milliseconds, [], "406"), (.milliseconds, .hex, "196"),
        (.clientIP, .hex, "0A010203"), (.clientPort, .hex, "11D7"), (.clientIP, .quote, "\"10.1.2.3\""),
        (.serverIP, [], "127.0.0.1"), (.serverPort, [], "9001"), (.backendSourceIP, .mandatory, "-"), (.backendSourceIP, [], ""),
        (.frontendName, .quote, "\"web\""), (.timeQuery, [], "7"), (.timeIdle, [], "5"), (.timeHandshake, [], "0"), (.timeTotal, [], "100"),
        (.timeUser, [], "95"), (.timeData, [], "70"), (.bytesUploaded, [], "77"), (.terminationState, [], "--"),
        (.hostname, [], "node1"), (.pid, [], "4711"), (.pid, .hex, "1267"), (.requestCounter, [], "9"), (.requestCounter, .hex, "0009"),
        (.method, [], "GET"), (.uri, [], "/p%20x?a=%22"), (.path, [], "/p%20x"), (.pathOnly, [], "/p%20x"), (.query, [], "?a=%22"),
        (.version, [], "HTTP/1.1"),
        (.requestLine, [.escape, .quote], "\"GET /p%20x?a=%22 HTTP/1.1\""), (.requestCookie, [], ""), (.requestHeaders, .mandatory, ""),
        (.originConnect, [], "Connect from 10.1.2.3:4567 to 127.0.0.1:8080 (web/HTTP)"),
    ]

    @Test(arguments: aliases) func alias(_ alias: LogAlias, _ flags: AppendFlags, _ expected: String) throws {
        Self.zone()
        let harness = try RuleHarness(Self.program([(alias, flags, "")]))
        Self.fill(harness)
        harness.record.pointee.requestNumber = 9
        let line = Array("GET /p%20x?a=%22 HTTP/1.1".utf8)
        line.withUnsafeBytes { bytes in
            harness.record.pointee.requestLine = bytes
            #expect(harness.text(.logFormat) == expected)
        }
    }

    @Test func spacesMergeOnlyInLogs() throws {
        let code: (inout PlanBuilder) -> Void = { b in
            b.emit(.begin, a: 0)
            b.emit(.appendText, text: b.intern("  a  b "))
            b.emit(.appendAlias, a: LogAlias.requestHeaders.rawValue)
            b.emit(.appendText, text: b.intern(" c"))
        }
        #expect(try RuleHarness(code).text(.logFormat) == "a b c")
        #expect(try RuleHarness(code).text(.httpRequest) == "  a  b  c")
    }

    @Test func controlBytesAreEncoded() throws {
        let harness = try RuleHarness(Self.program([(.requestLine, .quote, "")]))
        let line = Array("GET /\u{1}\u{7f}é# HTTP/1.1".utf8)
        line.withUnsafeBytes { bytes in
            harness.record.pointee.requestLine = bytes
            #expect(harness.text(.logFormat) == #""GET /#01#7F#C3#A9#23 HTTP/1.1""#)
        }
    }

    // MARK: Targets

    static func harness(options: ProxyOptions = [], _ targets: [(LogTargetKind, LogEnvelope, (inout LogTargetRecord) -> Void)]) throws
        -> RuleHarness
    {
        try RuleHarness(
            configure: { b in
                b.ruleSets[b.ruleSets.count - 1].kindRaw = RuleSetKind.logFormat.rawValue
                for (kind, envelope, change) in targets {
                    var target = LogTargetRecord()
                    target.kindRaw = kind.rawValue
                    target.envelopeRaw = envelope.rawValue
                    target.address = Address(family: .ipv4, port: 514, words: (0x0100_007F, 0, 0, 0))
                    change(&target)
                    if target.address.family == .name { target.address.text = b.intern("loghost") }
                    b.logTargets.append(target)
                }
                b.proxies[0].logTargets = Rows(first: 0, count: UInt32(targets.count))
                b.proxies[0].optionsRaw |= options.rawValue
                b.global.logTargets = Rows(first: 0, count: 1)
            },
            { b in
                b.emit(.begin, a: 0)
                b.emit(.appendAlias, flags: AppendFlags.mandatory.rawValue, a: LogAlias.status.rawValue)
                b.emit(.appendText, text: b.intern(" x"))
            })
    }

    @Test(arguments: [
        (LogEnvelope.raw, "200 x\n"), (.short, "<6>200 x\n"), (.priority, "<134>200 x\n"),
        (.rfc3164, "<134>Nov 25 04:39:20 localhost baton[4711]: 200 x\n"), (.local, "<134>Nov 25 04:39:20 baton[4711]: 200 x\n"),
        (.rfc5424, "<134>1 2026-11-25T04:39:20.406789+00:00 - baton 4711 - - 200 x\n"),
        (.timed, "<6>2026-11-25T04:39:20.406789+00:00 200 x\n"), (.iso, "2026-11-25T04:39:20.406789+00:00 200 x\n"),
    ]) func envelope(_ envelope: LogEnvelope, _ expected: String) throws {
        Self.zone()
        let harness = try Self.harness([(.stdout, envelope, { _ in }), (.udp, envelope, { _ in })])
        Self.fill(harness)
        harness.environment.pointee.wall = 1_795_581_560_406_789
        let wire = Wire()
        var sender = LogSender<Wire>(tag: ByteSlice("baton"))
        defer { sender.free(wire) }
        sender.logStream(wire, harness.context)
        #expect(wire.written.isEmpty && wire.datagrams.isEmpty)
        sender.flush(wire)
        #expect(wire.text() == expected)
        #expect(wire.datagrams.map { $0.2 } == [expected])
        #expect(wire.datagrams[0].0 == PeerAddress(ipv4: 127, 0, 0, 1, port: 514))
    }

    @Test func levelsFilterAndRaise() throws {
        let harness = try Self.harness(
            options: [.logSeparateErrors],
            [
                (.stdout, .short, { $0.maxLevel = 3 }), (.stderr, .short, { $0.minLevel = 5 }),
                (
                    .unix, .short,
                    {
                        $0.maxLevel = 6; $0.length = 6
                    }
                ),
            ])
        Self.fill(harness)
        harness.record.pointee.retries = 0
        let wire = Wire()
        var sender = LogSender<Wire>(tag: ByteSlice("baton"))
        defer { sender.free(wire) }
        sender.logStream(wire, harness.context)
        harness.record.pointee.status = 503
        sender.logStream(wire, harness.context)
        harness.record.pointee.logLevel = 7
        sender.logStream(wire, harness.context)
        harness.record.pointee.logLevel = 8
        sender.logStream(wire, harness.context)
        sender.flush(wire)
        #expect(wire.text(1) == "<3>503 x\n")
        #expect(wire.text(2) == "<6>200 x\n<5>503 x\n<7>503 x\n")
        #expect(wire.datagrams.map { $0.2 } == ["<6>20\n", "<3>50\n"])
    }

    @Test func quietOptions() throws {
        let harness = try Self.harness(options: [.dontlognull, .dontlogNormal], [(.stdout, .raw, { _ in })])
        Self.fill(harness)
        let wire = Wire()
        var sender = LogSender<Wire>(tag: ByteSlice("baton"))
        defer { sender.free(wire) }
        harness.record.pointee.retries = 0
        sender.logStream(wire, harness.context)
        harness.record.pointee.terminationCause = 0x43
        sender.logStream(wire, harness.context)
        harness.record.pointee.bytesIn = 0
        sender.logStream(wire, harness.context)
        sender.flush(wire)
        #expect(wire.text() == "200 x\n")
    }

    @Test func slowReaderDropsWholeLinesAndCounts() throws {
        let harness = try Self.harness([(.stdout, .raw, { _ in })])
        Self.fill(harness)
        let wire = Wire()
        var sender = LogSender<Wire>(tag: ByteSlice("baton"))
        defer { sender.free(wire) }
        wire.room = 3
        for _ in 0..<60_000 { sender.logStream(wire, harness.context) }
        sender.flush(wire)
        #expect(sender.dropped > 0)
        #expect(sender.isPending)
        wire.room = Int.max
        sender.flush(wire)
        #expect(!sender.isPending)
        let lines = wire.text().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.dropLast().allSatisfy { $0 == "200 x" })
        #expect(UInt64(lines.count - 1) + sender.dropped == 60_000)
    }

    @Test func refusedDatagramsCount() throws {
        let harness = try Self.harness([
            (.udp, .raw, { _ in }), (.udp, .raw, { $0.address = Address(family: .name, port: 514, text: .empty) }),
        ])
        Self.fill(harness)
        let wire = Wire()
        var sender = LogSender<Wire>(tag: ByteSlice("baton"))
        defer { sender.free(wire) }
        sender.logStream(wire, harness.context)
        #expect(sender.dropped == 1)
        harness.rules.pointee.setLogAddress(LogTargetID(1), PeerAddress(ipv4: 127, 0, 0, 9, port: 514))
        sender.logStream(wire, harness.context)
        wire.room = 0
        sender.flush(wire)
        #expect(sender.dropped == 4)
        wire.room = Int.max
        sender.logStream(wire, harness.context)
        sender.flush(wire)
        #expect(wire.datagrams.count == 2)
    }

    @Test func notices() throws {
        let harness = try Self.harness([(.stdout, .short, { _ in })])
        let wire = Wire()
        var sender = LogSender<Wire>(tag: ByteSlice("baton"))
        defer { sender.free(wire) }
        sender.notice(wire, harness.rules, harness.environment, level: 1, proxy: ProxyID(0), "Server app/s1 is DOWN.")
        sender.notice(wire, harness.rules, harness.environment, level: 5, proxy: nil, "Proxy web started.")
        sender.notice(wire, harness.rules, harness.environment, level: 5, proxy: ProxyID(1), "No target.")
        sender.flush(wire)
        #expect(wire.text() == "<1>Server app/s1 is DOWN.\n<5>Proxy web started.\n")
    }
}
