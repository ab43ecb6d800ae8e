import Plan
import Synchronization

/// Health checks: connect, send, look at the answer (manual section 4.2, `option httpchk`; section 5.2, `check`).
extension Loop {
    /// A check's timer: time for the next one, or the present one took too long.
    package func checkTimer(_ handle: Handle) {
        guard let task = checks.task(handle.index) else { return }
        if task.pointee.descriptor >= 0 {
            finishCheck(task, task.pointee.isConnected && isHTTPCheck(task) ? .l7timeout : .l4timeout, status: 0)
            return
        }
        startCheck(task)
    }

    private func row(_ task: UnsafeMutablePointer<CheckTask>) -> ServerID? {
        guard task.pointee.isEnabled, let generation else { return nil }
        let row = generation.pointee.serverRows[task.pointee.slot]
        return row == UInt32.max ? nil : ServerID(row)
    }

    private func check(_ row: ServerID) -> UnsafePointer<CheckRecord>? {
        guard let generation else { return nil }
        let proxy = generation.pointee.plan.servers.pointer(row).pointee.proxy
        let id = generation.pointee.plan.proxies.pointer(proxy).pointee.check
        return id.isNone ? nil : generation.pointee.plan.checks.pointer(id)
    }

    private func isHTTPCheck(_ task: UnsafeMutablePointer<CheckTask>) -> Bool {
        guard let row = row(task) else { return false }
        return check(row)?.pointee.kind == .http
    }

    private func startCheck(_ task: UnsafeMutablePointer<CheckTask>) {
        guard let row = row(task), let generation, !isStopping else {
            task.pointee.isEnabled = false
            return
        }
        let record = generation.pointee.plan.servers.pointer(row)
        let server = generation.pointee.servers[row.index]
        let interval = UInt64(record.pointee.interMs) &* 1_000_000
        // A server in maintenance is not checked.
        let admin = server.pointee.admin.load(ordering: .relaxed)
        if admin & (ServerAdmin.maintenance | ServerAdmin.unresolved) != 0 {
            timers.arm(checks.timer(task), now &+ interval)
            return
        }
        if checks.inFlight >= RuntimeLimits.checksInFlight {
            timers.arm(checks.timer(task), now &+ 10_000_000)
            return
        }
        var address = generation.pointee.checkAddresses[row.index]
        let own = generation.pointee.serverAddresses[row.index]
        if address.family == 0 { address = own }
        if record.pointee.checkPort != 0 { address.port = UInt16(truncatingIfNeeded: record.pointee.checkPort) }
        task.pointee.startedAt = now
        task.pointee.isConnected = false
        arena.pointee.reset()
        let path = address.family == 1 ? unixPath(generation, record) : UnsafeRawBufferPointer(start: nil, count: 0)
        let descriptor = kernel.connect(address, path: path, options: [.noDelay, .lingerZero])
        if descriptor < 0 {
            finishCheck(task, descriptor == -24 || descriptor == -23 ? .socketError : .l4connect, status: 0)
            return
        }
        task.pointee.descriptor = descriptor
        task.pointee.attempt = (task.pointee.attempt &+ 1) & 0xFF_FFFF
        checks.inFlight += 1
        let token = Token(.check, Handle(index: task.pointee.slot, reuse: task.pointee.attempt)).raw
        if kernel.watchConnection(descriptor, token: token) != 0 {
            finishCheck(task, .socketError, status: 0)
            return
        }
        let timeouts = (generation.pointee.proxies + record.pointee.proxy.index).pointee.record.pointee.timeouts
        var limit = interval
        if timeouts.checkMs != Timeouts.unset {
            // `timeout check` is for the answer; the connection has the lesser of it and `timeout connect`, or the interval.
            limit = nanoseconds(timeouts.checkMs) &+ min(nanoseconds(timeouts.connectMs), interval)
        } else if timeouts.connectMs != Timeouts.unset {
            limit = min(interval, max(nanoseconds(timeouts.connectMs), 1_000_000))
        }
        task.pointee.deadline = now &+ limit
        timers.arm(checks.timer(task), task.pointee.deadline)
    }

    package func checkEvent(_ handle: Handle, _ event: PollEvent) {
        guard let task = checks.task(handle.index), task.pointee.descriptor >= 0, task.pointee.attempt == handle.reuse else { return }
        if !task.pointee.isConnected {
            guard event.writable || event.hangup else { return }
            let result = kernel.connectResult(task.pointee.descriptor)
            if result != 0 {
                finishCheck(task, .l4connect, status: 0)
                return
            }
            task.pointee.isConnected = true
            guard let row = row(task), let check = check(row), check.pointee.kind == .http else {
                finishCheck(task, .l4ok, status: 0)
                return
            }
            writeCheckRequest(task, row, check)
        }
        if event.writable, !sendCheckRequest(task) { return }
        if event.readable || event.hangup { receiveCheckAnswer(task) }
    }

    private func sendCheckRequest(_ task: UnsafeMutablePointer<CheckTask>) -> Bool {
        while !task.pointee.output.isEmpty {
            let bytes = task.pointee.output.bytes
            let n = kernel.write(task.pointee.descriptor, bytes.baseAddress!, bytes.count, more: false)
            if n < 0 {
                if isWouldBlock(n) { return true }
                finishCheck(task, .l4connect, status: 0)
                return false
            }
            task.pointee.output.consume(n)
        }
        return true
    }

    private func receiveCheckAnswer(_ task: UnsafeMutablePointer<CheckTask>) {
        var ended = false
        while true {
            let n = kernel.read(task.pointee.descriptor, receive, RuntimeLimits.checkAnswerBytes)
            if n > 0 {
                task.pointee.input.append(UnsafeRawBufferPointer(start: receive, count: n))
                if task.pointee.input.count >= RuntimeLimits.checkAnswerBytes { ended = true }
                if n < RuntimeLimits.checkAnswerBytes && !ended { continue }
                if ended { break }
            } else if isWouldBlock(n) {
                break
            } else {
                ended = true
                break
            }
        }
        guard let row = row(task), let check = check(row) else {
            finishCheck(task, .none, status: 0)
            return
        }
        let kept = task.pointee.input.bytes
        guard let start = kept.baseAddress else {
            if ended { finishCheck(task, .l7response, status: 0) }
            return
        }
        let base = UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: UInt8.self))
        let bytes = UnsafeMutableBufferPointer(start: base, count: kept.count)
        switch H1Parser.parseResponseHead(bytes, into: &responseHead.pointee, to: checkSummary) {
        case .incomplete:
            if ended { finishCheck(task, .l7response, status: 0) }
        case .invalid:
            finishCheck(task, .l7response, status: 0)
        case .complete(let consumed):
            let body = ByteSlice(base + consumed, kept.count &- consumed)
            let needsBody = check.pointee.expect == .string || check.pointee.expect == .rstring
            if needsBody && !ended {
                if case .length(let length) = responseHead.pointee.framing, UInt64(body.count) >= length {
                    // All of it is here.
                } else if responseHead.pointee.framing == .none {
                    // There is none.
                } else {
                    return
                }
            }
            judge(task, check, status: responseHead.pointee.status, body: body)
        }
    }

    /// Checks ask as a GET over HTTP/1.1 would, and want no upgrade.
    private var checkSummary: RequestSummary { RequestSummary(method: .get, version: .http11, flags: []) }

    private func judge(_ task: UnsafeMutablePointer<CheckTask>, _ check: UnsafePointer<CheckRecord>, status: UInt16, body: ByteSlice) {
        if check.pointee.flags.contains(.disableOn404) && status == 404 {
            finishCheck(task, .l7okConditional, status: status)
            return
        }
        var matches: Bool
        switch check.pointee.expect {
        case .standard: matches = status >= 200 && status < 400
        case .status: matches = matcherMatches(check, Sample.sint(Int64(status)))
        case .rstatus:
            guard let text = arena.pointee.allocate(8) else { return }
            var cursor = Cursor(p: text)
            cursor.putDecimal(UInt64(status), atLeast: 3)
            matches = matcherMatches(check, Sample.str(ByteSlice(text, cursor.p - text)))
        case .string, .rstring: matches = matcherMatches(check, Sample.str(body))
        }
        if check.pointee.flags.contains(.negate) { matches.toggle() }
        finishCheck(task, matches ? .l7ok : .l7status, status: status)
    }

    private func matcherMatches(_ check: UnsafePointer<CheckRecord>, _ sample: Sample) -> Bool {
        guard let generation, !check.pointee.expectPatterns.isNone else { return false }
        return (generation.pointee.matchers + check.pointee.expectPatterns.index).pointee.matches(
            sample, &arena.pointee, environment.pointee.regex)
    }

    /// Records a check's outcome and arms the next one.
    private func finishCheck(_ task: UnsafeMutablePointer<CheckTask>, _ outcome: CheckOutcome, status: UInt16) {
        if task.pointee.descriptor >= 0 {
            kernel.close(task.pointee.descriptor)
            task.pointee.descriptor = -1
            checks.inFlight -= 1
        }
        task.pointee.output.free()
        task.pointee.input.free()
        guard let row = row(task), let generation else {
            timers.cancel(checks.timer(task))
            return
        }
        let record = generation.pointee.plan.servers.pointer(row)
        let server = generation.pointee.servers[row.index]
        let elapsedMs = (now &- task.pointee.startedAt) / 1_000_000
        server.pointee.lastCheck.store(
            UInt64(outcome.rawValue) << 48 | UInt64(status) << 32 | (elapsedMs & 0xFFFF_FFFF), ordering: .relaxed)
        let rise = max(record.pointee.rise, 1)
        let fall = max(record.pointee.fall, 1)
        let health = ServerHealth(rawValue: server.pointee.health.load(ordering: .relaxed)) ?? .up
        if outcome.passed {
            let goesUp = task.pointee.counter.succeed(rise: rise, fall: fall)
            let wanted: ServerHealth = outcome == .l7okConditional ? .stopping : .up
            if goesUp || (health != wanted && HealthCounter.isUp(task.pointee.counter.value, rise: rise)) {
                setHealth(server, wanted, row, outcome, status, elapsedMs)
            }
        } else {
            server.pointee.checkFailures.wrappingAdd(1, ordering: .relaxed)
            let goesDown = task.pointee.counter.fail(rise: rise, fall: fall)
            if goesDown || health == .starting { setHealth(server, .down, row, outcome, status, elapsedMs) }
        }
        let up = HealthCounter.isUp(task.pointee.counter.value, rise: rise)
        let settled = task.pointee.counter.value == 0 || task.pointee.counter.value == rise &+ fall &- 1
        var interval = record.pointee.interMs
        if !settled && record.pointee.fastInterMs > 0 {
            interval = record.pointee.fastInterMs
        } else if !up && record.pointee.downInterMs > 0 {
            interval = record.pointee.downInterMs
        }
        // The rhythm counts from the start of the check.
        let next = max(task.pointee.startedAt &+ UInt64(interval) &* 1_000_000, now &+ 1_000_000)
        timers.arm(checks.timer(task), next)
    }

    private func setHealth(
        _ server: ServerPointer, _ health: ServerHealth, _ row: ServerID, _ outcome: CheckOutcome, _ status: UInt16, _ elapsedMs: UInt64
    ) {
        let previous = ServerHealth(rawValue: server.pointee.health.exchange(health.rawValue, ordering: .acquiringAndReleasing)) ?? .up
        if previous == health { return }
        server.pointee.lastChange.store(now, ordering: .relaxed)
        if health == .down { server.pointee.downTransitions.wrappingAdd(1, ordering: .relaxed) }
        server.pointee.proxy.pointee.serversVersion.wrappingAdd(1, ordering: .acquiringAndReleasing)
        if health == .up { wakeQueued(server) }
        if previous == .starting && health == .up { return }
        announce(server, health, row, outcome, status, elapsedMs)
    }

    /// `Server b/s is DOWN, reason: ...` to the backend's log and to the operator.
    private func announce(
        _ server: ServerPointer, _ health: ServerHealth, _ row: ServerID, _ outcome: CheckOutcome, _ status: UInt16, _ elapsedMs: UInt64
    ) {
        guard let generation else { return }
        let proxy = generation.pointee.plan.servers.pointer(row).pointee.proxy
        var text = "Server \(String(decoding: server.pointee.proxy.pointee.name, as: UTF8.self))/"
        text += String(decoding: server.pointee.name, as: UTF8.self)
        switch health {
        case .up, .starting: text += " is UP"
        case .down: text += " is DOWN"
        case .stopping: text += " is stopping"
        }
        text += ", reason: \(outcome.text)"
        if status != 0 { text += ", code: \(status)" }
        text += ", check duration: \(elapsedMs)ms. "
        let rows = generation.pointee.plan.proxies.pointer(proxy).pointee.servers
        var active = 0
        var backup = 0
        for i in rows.range where generation.pointee.servers[i].pointee.isUsable {
            if generation.pointee.plan.servers.base[i].flags.contains(.backup) { backup += 1 } else { active += 1 }
        }
        text += "\(active) active and \(backup) backup servers \(health == .up ? "online" : "left")."
        text += " \(server.pointee.currentStreams.load(ordering: .relaxed)) sessions active"
        text += ", 0 requeued, \(server.pointee.queueLength.load(ordering: .relaxed)) \(health == .up ? "total" : "remaining") in queue."
        logs.pointee.notice(kernel, generation.pointee.rules, environment, level: health == .up ? 5 : 1, proxy: proxy, text)
        report(.notice(text))
        if active == 0 && backup == 0 && health == .down {
            let none = "backend \(String(decoding: server.pointee.proxy.pointee.name, as: UTF8.self)) has no server available!"
            logs.pointee.notice(kernel, generation.pointee.rules, environment, level: 0, proxy: proxy, none)
            report(.notice(none))
        }
    }

    /// The request of an HTTP check, with what `http-check send` and `send-state` add.
    private func writeCheckRequest(_ task: UnsafeMutablePointer<CheckTask>, _ row: ServerID, _ check: UnsafePointer<CheckRecord>) {
        guard let generation else { return }
        let plan = generation.pointee.plan
        arena.pointee.reset()
        let server = generation.pointee.servers[row.index]
        var out = task.pointee.output
        func put(_ text: Text, _ standard: StaticString) {
            if text.isNone {
                out.append(UnsafeRawBufferPointer(start: standard.utf8Start, count: standard.utf8CodeUnitCount))
            } else {
                out.append(plan.bytes(text))
            }
        }
        func put(_ literal: StaticString) { out.append(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)) }
        put(check.pointee.method, "OPTIONS")
        put(" ")
        put(check.pointee.uri, "/")
        put(" ")
        put(check.pointee.version, "HTTP/1.0")
        put("\r\n")
        for i in check.pointee.headers.range {
            let header = plan.checkHeaders.base[i]
            out.append(plan.bytes(header.name))
            put(": ")
            out.append(plan.bytes(header.value))
            put("\r\n")
        }
        if check.pointee.flags.contains(.sendState) {
            var text = "x-haproxy-server-state: \(stateText(task, server, plan.servers.pointer(row)))\r\n"
            text.withUTF8 { out.append(UnsafeRawBufferPointer($0)) }
        }
        if !check.pointee.body.isNone {
            var text = "content-length: \(check.pointee.body.length)\r\n"
            text.withUTF8 { out.append(UnsafeRawBufferPointer($0)) }
        }
        put("connection: close\r\n\r\n")
        out.append(plan.bytes(check.pointee.body))
        task.pointee.output = out
    }

    /// As the manual shows it: `UP 2/3; name=bck/srv2; node=lb1; weight=1/2; scur=13/22; qcur=0`.
    private func stateText(_ task: UnsafeMutablePointer<CheckTask>, _ server: ServerPointer, _ record: UnsafePointer<ServerRecord>)
        -> String
    {
        let rise = max(record.pointee.rise, 1)
        let fall = max(record.pointee.fall, 1)
        let value = task.pointee.counter.value
        var text: String
        if HealthCounter.isUp(value, rise: rise) {
            text = value == rise &+ fall &- 1 ? "UP" : "UP \(value &- rise &+ 1)/\(fall)"
        } else {
            text = value == 0 ? "DOWN" : "DOWN \(value)/\(rise)"
        }
        if server.pointee.health.load(ordering: .relaxed) == ServerHealth.stopping.rawValue { text = "NOLB" }
        let proxy = server.pointee.proxy
        text += "; name=\(String(decoding: proxy.pointee.name, as: UTF8.self))/\(String(decoding: server.pointee.name, as: UTF8.self))"
        if let generation {
            let node = generation.pointee.plan.global.pointee.node
            text += "; node=\(node.isNone ? environment.pointee.hostname.string : generation.pointee.plan.string(node))"
            var total: UInt32 = 0
            for i in generation.pointee.plan.proxies.pointer(record.pointee.proxy).pointee.servers.range {
                let other = generation.pointee.servers[i]
                if other.pointee.isUsable { total &+= other.pointee.weight.load(ordering: .relaxed) }
            }
            text += "; weight=\(server.pointee.weight.load(ordering: .relaxed))/\(total)"
        }
        let streams = server.pointee.currentStreams.load(ordering: .relaxed)
        text += "; scur=\(streams)/\(proxy.pointee.backendStreams.load(ordering: .relaxed))"
        text += "; qcur=\(server.pointee.queueLength.load(ordering: .relaxed))"
        return text
    }
}
