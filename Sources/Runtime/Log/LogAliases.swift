import Plan

/// The log-format aliases (manual section 8.2.6): what they print of a stream, written as HAProxy writes it.
extension RuleMachine {
    mutating func appendAlias(_ raw: UInt32, _ flags: AppendFlags, _ context: RuleContext) {
        guard let alias = LogAlias(rawValue: raw) else { return }
        let record = UnsafePointer(context.record)
        let timers = LogTimers(record: record)
        switch alias {
        case .clientIP: appendAddress(record.pointee.client, flags)
        case .clientPort: appendPort(record.pointee.client, flags, context)
        case .frontendIP: appendAddress(record.pointee.local, flags)
        case .frontendPort: appendPort(record.pointee.local, flags, context)
        case .backendSourceIP: appendAddress(record.pointee.source, flags)
        case .backendSourcePort: appendPort(record.pointee.source, flags, context)
        case .serverIP: appendAddress(record.pointee.serverAddress, flags)
        case .serverPort: appendPort(record.pointee.serverAddress, flags, context)

        case .acceptDate: appendDate(record.pointee.acceptedWall, context)
        case .requestDate: appendDate(requestWall(record), context)
        case .gmtDate: appendZoned(record.pointee.acceptedWall, local: false, context)
        case .gmtRequestDate: appendZoned(requestWall(record), local: false, context)
        case .localDate: appendZoned(record.pointee.acceptedWall, local: true, context)
        case .localRequestDate: appendZoned(requestWall(record), local: true, context)
        case .timestamp: appendNumber(Calendar.split(record.pointee.acceptedWall).second, flags, digits: 4)
        case .milliseconds:
            let ms = Calendar.split(record.pointee.acceptedWall).micros / 1000
            if flags.contains(.hex) {
                output.put(hex: UInt64(ms), minimum: 2)
            } else if let p = output.reserve(3) {
                NumberText.writePadded(ms, digits: 3, to: p)
                output.advance(3)
            }

        case .frontendName: appendText(proxyName(record.pointee.frontend, context), flags)
        case .frontendNameTransport: appendVariable(proxyName(record.pointee.frontend, context), flags)
        case .backendName:
            // A stream that never left its frontend names that one.
            let id = record.pointee.backend.isNone ? record.pointee.frontend : record.pointee.backend
            appendText(proxyName(id, context), flags)
        case .serverName: appendText(record.pointee.server.map { slice($0.pointee.name) } ?? ByteSlice("<NOSRV>"), flags)

        case .timeHandshake: output.put(decimal: 0)
        case .timeIdle: output.put(decimal: timers.idle)
        case .timeRequest: output.put(decimal: timers.request < 0 ? -1 : timers.request &- max(timers.idle, 0))
        case .timeQuery: output.put(decimal: timers.request)
        case .timeWait: output.put(decimal: timers.queue < 0 ? -1 : timers.queue &- max(timers.request, 0))
        case .timeConnect: output.put(decimal: timers.connect < 0 ? -1 : timers.connect &- timers.queue)
        case .timeResponse: output.put(decimal: timers.data < 0 ? -1 : timers.data &- timers.connect)
        case .timeData: output.put(decimal: timers.dataTime(isHTTP: isHTTP(record, context)))
        case .timeActive:
            putPlusIfEarly(record, context)
            output.put(decimal: timers.close &- max(timers.idle, 0))
        case .timeTotal:
            putPlusIfEarly(record, context)
            output.put(decimal: timers.close)
        case .timeUser:
            putPlusIfEarly(record, context)
            output.put(decimal: timers.close &- max(timers.idle, 0))

        case .status: output.put(decimal: Int64(record.pointee.status))
        case .bytesRead:
            putPlusIfEarly(record, context)
            output.put(decimal: Int64(truncatingIfNeeded: record.pointee.bytesOut))
        case .bytesUploaded: output.put(decimal: Int64(truncatingIfNeeded: record.pointee.bytesIn))
        // Nothing is captured without `capture cookie`, which is not supported yet.
        case .requestCookie, .responseCookie: appendText(.empty, flags)
        case .terminationState:
            output.put(record.pointee.terminationCause)
            output.put(record.pointee.terminationPhase)
        case .terminationStateCookie:
            output.put(record.pointee.terminationCause)
            output.put(record.pointee.terminationPhase)
            output.put("--")

        case .actconn: output.put(decimal: Int64(record.pointee.actconn))
        case .feconn: output.put(decimal: Int64(record.pointee.feconn))
        case .beconn: output.put(decimal: Int64(record.pointee.beconn))
        case .srvconn: output.put(decimal: Int64(record.pointee.srvconn))
        case .retries:
            if record.pointee.redispatched { output.put(0x2B) }
            output.put(decimal: Int64(record.pointee.retries))
        case .srvQueue: output.put(decimal: Int64(record.pointee.srvQueue))
        case .backendQueue: output.put(decimal: Int64(record.pointee.backendQueue))

        // Nothing is captured without `capture request header`: they print nothing, not even `-`.
        case .requestHeaders, .responseHeaders, .requestHeadersList, .responseHeadersList: break

        case .requestLine, .method, .uri, .path, .pathOnly, .query, .version: appendRequest(alias, flags, context)

        case .hostname: appendText(context.environment.pointee.hostname, flags)
        case .pid: appendNumber(Int64(context.environment.pointee.pid), flags, digits: 4)
        case .requestCounter: appendNumber(Int64(truncatingIfNeeded: record.pointee.requestNumber), flags, digits: 4)
        case .logCounter: appendNumber(Int64(truncatingIfNeeded: context.environment.pointee.logCount), flags, digits: 4)
        case .originConnect: appendConnect(record, context)
        case .uniqueID, .sslVersion, .sslCiphers: appendText(.empty, flags)
        }
    }

    // MARK: Pieces

    private mutating func appendNumber(_ value: Int64, _ flags: AppendFlags, digits: Int) {
        if flags.contains(.hex) {
            output.put(hex: UInt64(UInt32(truncatingIfNeeded: value)), minimum: digits)
        } else {
            output.put(decimal: value)
        }
    }

    /// Text that is never replaced by `-`; quoted if asked.
    private mutating func appendVariable(_ text: ByteSlice, _ flags: AppendFlags) {
        if flags.contains(.quote) { output.put(0x22) }
        output.put(text)
        if flags.contains(.quote) { output.put(0x22) }
    }

    private mutating func appendAddress(_ address: PeerAddress, _ flags: AppendFlags) {
        guard let p = output.reserve(AddressText.room &+ 2) else { return }
        if flags.contains(.hex), address.family == 4 || address.family == 6 {
            var high = address.high.byteSwapped
            if address.family == 4 { high &>>= 32 }
            var n = NumberText.writeHex(high, minimum: address.family == 4 ? 8 : 16, to: p)
            if address.family == 6 { n &+= NumberText.writeHex(address.low.byteSwapped, minimum: 16, to: p + n) }
            output.advance(n)
            return
        }
        let quoted = flags.contains(.quote)
        switch address.family {
        case 4, 6:
            if quoted { output.put(0x22) }
            let q = p + (quoted ? 1 : 0)
            output.advance(
                address.family == 4
                    ? AddressText.writeIPv4(address.ipv4Word, to: q) : AddressText.writeIPv6(address.high, address.low, to: q))
            if quoted { output.put(0x22) }
        case 1: appendText(ByteSlice("unix"), flags)
        default: appendText(.empty, flags)
        }
    }

    /// Of a unix socket the listener's number.
    private mutating func appendPort(_ address: PeerAddress, _ flags: AppendFlags, _ context: RuleContext) {
        switch address.family {
        case 4, 6: appendNumber(Int64(address.port), flags, digits: 4)
        case 1:
            let listener = context.record.pointee.listener
            output.put(decimal: listener.isNone ? 0 : Int64(context.rules.pointee.plan.listeners.pointer(listener).pointee.numericID))
        default: appendText(.empty, flags)
        }
    }

    /// `25/Nov/2026:04:39:20.406`, local time.
    private mutating func appendDate(_ wall: Int64, _ context: RuleContext) {
        guard let p = output.reserve(24) else { return }
        let (second, micros) = Calendar.split(wall)
        context.environment.pointee.calendar.writeLog(local: second, to: p)
        p[20] = 0x2E
        NumberText.writePadded(micros / 1000, digits: 3, to: p + 21)
        output.advance(24)
    }

    /// `25/Nov/2026:04:39:20 +0000`
    private mutating func appendZoned(_ wall: Int64, local: Bool, _ context: RuleContext) {
        guard let p = output.reserve(26) else { return }
        let second = Calendar.split(wall).second
        let ahead = local ? context.environment.pointee.calendar.localOffset(second) : 0
        Calendar.writeLog(Calendar.civil(second &+ ahead), to: p)
        p[20] = 0x20
        output.advance(21 &+ Calendar.writeOffset(ahead, colon: false, to: p + 21))
    }

    private func requestWall(_ record: UnsafePointer<StreamRecord>) -> Int64 {
        record.pointee.requestWall == 0 ? record.pointee.acceptedWall : record.pointee.requestWall
    }

    @inline(__always) private func proxyName(_ id: ProxyID, _ context: RuleContext) -> ByteSlice {
        id.isNone ? .empty : context.rules.pointee.text(context.rules.pointee.plan.proxies.pointer(id).pointee.name)
    }

    /// With `option logasap` totals are not final: a plus says so (manual section 8.3.2).
    private mutating func putPlusIfEarly(_ record: UnsafePointer<StreamRecord>, _ context: RuleContext) {
        let frontend = record.pointee.frontend
        if !frontend.isNone, context.rules.pointee.plan.proxies.pointer(frontend).pointee.options.contains(.logasap) { output.put(0x2B) }
    }

    private func isHTTP(_ record: UnsafePointer<StreamRecord>, _ context: RuleContext) -> Bool {
        let id = record.pointee.backend.isNone ? record.pointee.frontend : record.pointee.backend
        return !id.isNone && context.rules.pointee.plan.proxies.pointer(id).pointee.mode == .http
    }

    /// The old default line: `Connect from 10.0.1.2:33312 to 10.0.3.31:8012 (www/HTTP)` (manual section 8.2.1).
    private mutating func appendConnect(_ record: UnsafePointer<StreamRecord>, _ context: RuleContext) {
        output.put("Connect from ")
        appendAddress(record.pointee.client, [])
        output.put(0x3A)
        appendPort(record.pointee.client, [], context)
        output.put(" to ")
        appendAddress(record.pointee.local, [])
        output.put(0x3A)
        appendPort(record.pointee.local, [], context)
        output.put(" (")
        let frontend = record.pointee.frontend
        output.put(proxyName(frontend, context))
        let isHTTP = !frontend.isNone && context.rules.pointee.plan.proxies.pointer(frontend).pointee.mode == .http
        output.put(isHTTP ? "/HTTP)" : "/TCP)")
    }
}

/// A stream's times in milliseconds since it was accepted, -1 where it did not get that far (manual section 8.4). Each is computed when asked.
struct LogTimers {
    let record: UnsafePointer<StreamRecord>

    @inline(__always) private func ms(_ at: UInt64) -> Int64 {
        if at == 0 { return -1 }
        let start = record.pointee.acceptedAt
        return at < start ? 0 : Int64(truncatingIfNeeded: (at &- start) / 1_000_000)
    }

    @inline(__always) var idle: Int64 { ms(record.pointee.requestStartedAt) }
    @inline(__always) var request: Int64 { ms(record.pointee.requestAt) }
    @inline(__always) var queue: Int64 { ms(record.pointee.assignedAt) }
    @inline(__always) var connect: Int64 { ms(record.pointee.connectedAt) }
    @inline(__always) var data: Int64 { ms(record.pointee.responseAt) }
    @inline(__always) var close: Int64 { max(ms(record.pointee.endedAt), 0) }

    /// From the response's headers, or from the connection in TCP.
    func dataTime(isHTTP: Bool) -> Int64 {
        let from = isHTTP ? data : connect
        return from < 0 ? -1 : close &- from
    }
}
