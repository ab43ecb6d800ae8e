import Plan
import Synchronization

extension Loop {
    /// The client's connection is free for another request.
    package func awaitNextRequest(_ connection: ConnectionPointer) {
        connection.pointee.phase = .waitingRequest
        connection.pointee.requestStartedAt = 0
        connection.pointee.scanner.reset()
        let frontend = servingFrontend(connection)
        if let timeouts = frontend?.pointee.record.pointee.timeouts {
            armMs(
                connection,
                timeouts.httpKeepAliveMs != Timeouts.unset
                    ? timeouts.httpKeepAliveMs : timeouts.httpRequestMs != Timeouts.unset ? timeouts.httpRequestMs : timeouts.clientMs)
        }
        if !connection.pointee.input.isEmpty || connection.pointee.readable { makeReady(connection) }
    }

    /// The proxy that would serve this connection's next request.
    private func servingFrontend(_ connection: ConnectionPointer) -> UnsafeMutablePointer<ProxyRuntime>? {
        guard let serving = connection.pointee.pinned ?? generation, let listener = connection.pointee.listener else { return nil }
        let row = serving.pointee.listenerRows[listener.pointee.slot]
        if row == UInt32.max { return nil }
        return serving.pointee.proxies + serving.pointee.plan.listeners.pointer(ListenerID(row)).pointee.proxy.index
    }

    /// Reads and serves requests until the socket is empty or a stream needs to wait.
    package func receiveRequests(_ connection: ConnectionPointer) {
        var rounds = 0
        while connection.pointee.phase == .waitingRequest || connection.pointee.phase == .readingRequest {
            rounds += 1
            if rounds > RuntimeLimits.readsPerTurn {
                makeReady(connection)
                return
            }
            arena.pointee.reset()
            // Pipelined bytes first; bytes that were parsed once already need more behind them.
            if !connection.pointee.input.isEmpty && connection.pointee.phase == .waitingRequest {
                if !parseKept(connection) { return }
                continue
            }
            guard connection.pointee.readable else { return }
            if connection.pointee.input.isEmpty {
                let count = receiveOnce(connection)
                if count <= 0 {
                    if !isWouldBlock(count) { clientEndedEarly(connection) }
                    return
                }
                noteRequestStart(connection)
                let bytes = UnsafeMutableBufferPointer(start: receive, count: count)
                switch H1Parser.parseRequestHead(bytes, into: &requestHead.pointee) {
                case .complete(let consumed):
                    let used = consumed &+ serveRequest(connection, receive + consumed, count &- consumed, headBytes: consumed)
                    if used < count && connection.pointee.phase != .closed && connection.pointee.phase != .closing {
                        connection.pointee.input.append(UnsafeRawBufferPointer(start: receive + used, count: count &- used))
                    }
                case .incomplete(let phase):
                    if count > HTTPLimits.headBytes {
                        refuseRequest(connection, H1Parser.tooLong(phase, response: false, at: count).status)
                        return
                    }
                    connection.pointee.input.append(UnsafeRawBufferPointer(bytes))
                    connection.pointee.scanner.parsed(count)
                    awaitRestOfHead(connection)
                case .invalid(let error):
                    refuseRequest(connection, error.status)
                    return
                }
            } else {
                connection.pointee.input.reserve(HTTPLimits.headBytes &+ 1 &- min(connection.pointee.input.count, HTTPLimits.headBytes))
                let room = connection.pointee.input.tail
                let count = kernel.read(connection.pointee.descriptor, room.baseAddress!, room.count)
                noteRead(connection, count, room.count)
                if count <= 0 {
                    if !isWouldBlock(count) { clientEndedEarly(connection) }
                    return
                }
                connection.pointee.input.produced(count)
                if !parseKept(connection) { return }
            }
        }
    }

    private func noteRequestStart(_ connection: ConnectionPointer) {
        if connection.pointee.requestStartedAt == 0 { connection.pointee.requestStartedAt = now }
    }

    /// Parses the bytes that were kept. False: nothing more can be done now.
    private func parseKept(_ connection: ConnectionPointer) -> Bool {
        noteRequestStart(connection)
        let kept = connection.pointee.input.bytes
        let base = UnsafeMutablePointer(mutating: kept.baseAddress!.assumingMemoryBound(to: UInt8.self))
        if connection.pointee.phase == .readingRequest
            && kept.count <= HTTPLimits.headBytes
            && !connection.pointee.scanner.shouldParse(UnsafeBufferPointer(start: base, count: kept.count))
        {
            return true
        }
        switch H1Parser.parseRequestHead(UnsafeMutableBufferPointer(start: base, count: kept.count), into: &requestHead.pointee) {
        case .complete(let consumed):
            let used = consumed &+ serveRequest(connection, base + consumed, kept.count &- consumed, headBytes: consumed)
            if connection.pointee.phase != .closed { connection.pointee.input.consume(used) }
            return true
        case .incomplete(let phase):
            if kept.count > HTTPLimits.headBytes {
                refuseRequest(connection, H1Parser.tooLong(phase, response: false, at: kept.count).status)
                return false
            }
            connection.pointee.scanner.parsed(kept.count)
            awaitRestOfHead(connection)
            return true
        case .invalid(let error):
            refuseRequest(connection, error.status)
            return false
        }
    }

    /// `timeout http-request` runs from the first byte to the end of the head.
    private func awaitRestOfHead(_ connection: ConnectionPointer) {
        let isFirstPart = connection.pointee.phase == .waitingRequest
        connection.pointee.phase = .readingRequest
        guard let timeouts = servingFrontend(connection)?.pointee.record.pointee.timeouts else { return }
        if timeouts.httpRequestMs != Timeouts.unset {
            if isFirstPart {
                // The first request's time runs from the accept.
                let start = connection.pointee.requestCount == 0 ? connection.pointee.acceptedAt : connection.pointee.requestStartedAt
                timers.arm(timerNode(connection), start &+ UInt64(timeouts.httpRequestMs) &* 1_000_000)
            }
        } else {
            armMs(connection, timeouts.clientMs)
        }
    }

    /// The client closed or broke its connection before a whole head came.
    private func clientEndedEarly(_ connection: ConnectionPointer) {
        if connection.pointee.broken || (connection.pointee.requestCount > 0 && connection.pointee.input.isEmpty) {
            closeConnection(connection)
            return
        }
        guard let proxy = servingFrontend(connection), !proxy.pointee.record.pointee.options.contains(.httpIgnoreProbes) else {
            closeConnection(connection)
            return
        }
        refuseRequest(connection, 400, cause: 0x43)
    }

    package func requestTimeout(_ connection: ConnectionPointer) {
        if connection.pointee.phase == .waitingRequest && connection.pointee.requestCount > 0 {
            closeConnection(connection)
            return
        }
        refuseRequest(connection, 408, cause: 0x63)
    }

    /// Answers a request that never became one, and closes.
    private func refuseRequest(_ connection: ConnectionPointer, _ status: UInt16, cause: UInt8 = 0x50) {
        guard let serving = connection.pointee.pinned ?? generation, let listener = connection.pointee.listener,
            serving.pointee.listenerRows[listener.pointee.slot] != UInt32.max,
            let stream = startStream(connection, serving, ListenerID(serving.pointee.listenerRows[listener.pointee.slot]))
        else {
            closeConnection(connection)
            return
        }
        arena.pointee.reset()
        stream.pointee.isHTTP = true
        stream.pointee.record.requestStartedAt = connection.pointee.requestStartedAt
        stream.pointee.record.bytesIn = UInt64(connection.pointee.input.count)
        stream.pointee.closeClient = true
        stream.pointee.requestBody.done = false
        connection.pointee.phase = .exchanging
        frontend(stream).pointee.state.pointee.requestErrors.wrappingAdd(1, ordering: .relaxed)
        terminate(stream, cause, 0x52)
        answer(stream, status)
    }

    /// A whole request head is in `requestHead`: routes it. `rest`: what was received behind it. Answers how much of `rest` was taken as body.
    private func serveRequest(_ connection: ConnectionPointer, _ rest: UnsafeMutablePointer<UInt8>, _ count: Int, headBytes: Int) -> Int {
        guard let serving = connection.pointee.pinned ?? generation, let listener = connection.pointee.listener,
            serving.pointee.listenerRows[listener.pointee.slot] != UInt32.max,
            let stream = startStream(connection, serving, ListenerID(serving.pointee.listenerRows[listener.pointee.slot]))
        else {
            closeConnection(connection)
            return 0
        }
        let head = requestHead
        stream.pointee.isHTTP = true
        stream.pointee.record.requestStartedAt = connection.pointee.requestStartedAt
        stream.pointee.record.requestWall = wall
        stream.pointee.record.requestAt = now
        stream.pointee.record.bytesIn = UInt64(headBytes)
        stream.pointee.record.requestNumber = shared.requestsTotal.wrappingAdd(1, ordering: .relaxed).oldValue
        stream.pointee.request = head.pointee.summary
        stream.pointee.closeClient =
            !head.pointee.keepAlive || connection.pointee.pinned != nil || isStopping
            || frontend(stream).pointee.record.pointee.options.contains(.httpclose)
        connection.pointee.requestCount &+= 1
        connection.pointee.phase = .exchanging
        connection.pointee.scanner.reset()
        timers.arm(timerNode(connection), UInt64.max)
        let front = frontend(stream)
        front.pointee.state.pointee.frontendRequests.wrappingAdd(1, ordering: .relaxed)
        setUpBody(&stream.pointee.requestBody, head.pointee.framing, ofResponse: false)
        if front.pointee.keepsRequestLine { keepRequestLine(stream) }
        stream.pointee.clientTimeoutNs = nanoseconds(front.pointee.record.pointee.timeouts.clientMs)

        guard routeRequest(stream) else { return 0 }
        return sendRequest(stream, rest, count)
    }

    @inline(__always)
    package func nanoseconds(_ milliseconds: UInt32) -> UInt64 {
        milliseconds == Timeouts.unset ? UInt64.max : UInt64(milliseconds) &* 1_000_000
    }

    package func setUpBody(_ body: inout BodyState, _ framing: BodyFraming, ofResponse: Bool) {
        body.framing = framing
        body.chunkedOut = false
        switch framing {
        case .none:
            body.done = true
        case .length(let count):
            body.remaining = count
            body.done = count == 0
        case .chunked:
            body.decoder = ChunkedDecoder(ofResponse: ofResponse)
            body.done = false
        case .untilClose:
            body.done = false
        case .tunnel:
            body.done = true
        }
    }

    /// A copy of the request line for the log.
    private func keepRequestLine(_ stream: StreamPointer) {
        let head = requestHead.pointee
        let count = head.method.count &+ 1 &+ head.target.count &+ 9
        let line = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        guard let base = line.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        var cursor = Cursor(p: base)
        cursor.put(head.method)
        cursor.put(0x20)
        cursor.put(head.target)
        cursor.put(0x20)
        cursor.putVersion(head.version)
        stream.pointee.requestLine = line
        stream.pointee.record.methodLength = UInt16(truncatingIfNeeded: head.method.count)
    }
}
