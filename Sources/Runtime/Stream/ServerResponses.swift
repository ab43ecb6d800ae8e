import Plan
import Synchronization

extension Loop {
    /// The server's socket has bytes (or an end) while a response head is awaited.
    package func receiveResponse(_ stream: StreamPointer) {
        guard let server = stream.pointee.server else { return }
        while stream.pointee.state == .waitingResponse {
            guard server.pointee.readable else { return }
            arena.pointee.reset()
            guard let received = receiveBehindKept(server) else {
                if server.pointee.endOfInput || server.pointee.broken { serverEndedBeforeResponse(stream) }
                return
            }
            if !stream.pointee.hadResponseByte {
                stream.pointee.hadResponseByte = true
                recycle(&stream.pointee.replay)
            }
            let used = takeResponse(stream, received.base, received.count)
            if stream.pointee.state == .ended { return }
            keepServerRest(stream, server, received, used)
            if stream.pointee.client.pointee.broken {
                clientBroke(stream)
                return
            }
        }
        switch stream.pointee.state {
        case .responding:
            if stream.pointee.responseBody.done { finishResponse(stream) } else { forwardResponseBody(stream) }
        case .tunnel:
            startTunnel(stream)
        default: break
        }
    }

    /// Parses response heads (interim ones first) among `count` bytes and forwards them with what follows. Answers how many were taken.
    private func takeResponse(_ stream: StreamPointer, _ base: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        var used = 0
        while used < count {
            let bytes = UnsafeMutableBufferPointer(start: base + used, count: count &- used)
            switch H1Parser.parseResponseHead(bytes, into: &responseHead.pointee, to: stream.pointee.request) {
            case .incomplete:
                if bytes.count > HTTPLimits.headBytes {
                    badResponse(stream)
                    return count
                }
                flushPieces(to: stream.pointee.client)
                return used
            case .invalid:
                badResponse(stream)
                return count
            case .complete(let consumed):
                used &+= consumed
                if responseHead.pointee.flags.contains(.interim) {
                    forwardInterim(stream)
                    continue
                }
                guard forwardHead(stream) else { return count }
                if stream.pointee.state == .responding {
                    used &+= takeResponseBody(stream, base + used, count &- used, isFirst: true)
                } else if used < count {
                    push(base + used, count &- used)
                    used = count
                }
                if stream.pointee.state == .ended { return count }
                flushPieces(to: stream.pointee.client)
                return used
            }
        }
        flushPieces(to: stream.pointee.client)
        return used
    }

    private func forwardInterim(_ stream: StreamPointer) {
        let out = OutgoingHead.response(responseHead.pointee, to: stream.pointee.request, close: false)
        let room = UnsafeMutableBufferPointer(start: arena.pointee.tail, count: arena.pointee.remaining)
        guard hasPieceRoom, let n = H1Writer.writeResponseHead(responseHead.pointee, out, into: room) else { return }
        let bytes = arena.pointee.commit(n)
        push(bytes.base, bytes.count)
        if !stream.pointee.requestBody.done && stream.pointee.client.pointee.readable { makeReady(stream.pointee.client) }
    }

    /// The final response head: rules, then out to the client. False: something else was answered.
    private func forwardHead(_ stream: StreamPointer) -> Bool {
        let head = responseHead
        stream.pointee.record.responseAt = now
        let back = backend(stream)
        let front = frontend(stream)
        if !head.pointee.keepAlive || head.pointee.framing == .untilClose { stream.pointee.closeServer = true }
        if !applyResponseRules(stream, back, .httpResponse) { return false }
        if front.pointee.id != back.pointee.id && !applyResponseRules(stream, front, .httpResponse) { return false }
        _ = runRules(.httpAfterResponse, back, stream, request: nil, response: head)
        if front.pointee.id != back.pointee.id { _ = runRules(.httpAfterResponse, front, stream, request: nil, response: head) }
        stream.pointee.record.status = head.pointee.status
        if isStopping || stream.pointee.client.pointee.pinned != nil { stream.pointee.closeClient = true }
        let out = OutgoingHead.response(head.pointee, to: stream.pointee.request, close: stream.pointee.closeClient)
        let room = UnsafeMutableBufferPointer(start: arena.pointee.tail, count: arena.pointee.remaining)
        guard let n = H1Writer.writeResponseHead(head.pointee, out, into: room) else {
            badResponse(stream)
            return false
        }
        let bytes = arena.pointee.commit(n)
        push(bytes.base, bytes.count)
        stream.pointee.record.bytesOut &+= UInt64(n)
        stream.pointee.closeClient = stream.pointee.closeClient || out.close
        stream.pointee.responseHeadSent = true
        if head.pointee.framing == .tunnel {
            stream.pointee.state = .tunnel
            stream.pointee.closeClient = true
            stream.pointee.closeServer = true
            return true
        }
        stream.pointee.state = .responding
        setUpBody(&stream.pointee.responseBody, head.pointee.framing, ofResponse: true)
        stream.pointee.responseBody.chunkedOut = out.body == .chunked
        return true
    }

    private func applyResponseRules(_ stream: StreamPointer, _ proxy: UnsafeMutablePointer<ProxyRuntime>, _ kind: RuleSetKind) -> Bool {
        if proxy.pointee.entries[kind].isNone { return true }
        switch runRules(kind, proxy, stream, request: nil, response: responseHead) {
        case .ended, .allow, .accept, .useBackend, .useServer: return true
        case .deny(let status):
            proxy.pointee.state.pointee.deniedResponses.wrappingAdd(1, ordering: .relaxed)
            terminate(stream, 0x50, 0x48)
            stream.pointee.closeServer = true
            answer(stream, status)
        case .respond:
            stream.pointee.closeServer = true
            answerBuilt(stream)
        case .redirect(let status):
            stream.pointee.closeServer = true
            answerRedirect(stream, status)
        case .reject, .waiting, .failed:
            terminate(stream, 0x49, 0x48)
            stream.pointee.closeServer = true
            answer(stream, 502)
        }
        return false
    }

    package func badResponse(_ stream: StreamPointer) {
        pieceCount = 0
        pieceBytes = 0
        stream.pointee.record.server?.pointee.responseErrors.wrappingAdd(1, ordering: .relaxed)
        backend(stream).pointee.state.pointee.responseErrors.wrappingAdd(1, ordering: .relaxed)
        terminate(stream, 0x50, 0x48)
        stream.pointee.closeServer = true
        answer(stream, 502)
    }

    /// The server closed before it answered. On a connection that had been idle that is a race: the request goes again on a new one.
    private func serverEndedBeforeResponse(_ stream: StreamPointer) {
        if tryAgain(stream) { return }
        stream.pointee.record.server?.pointee.responseErrors.wrappingAdd(1, ordering: .relaxed)
        backend(stream).pointee.state.pointee.responseErrors.wrappingAdd(1, ordering: .relaxed)
        terminate(stream, 0x53, 0x48)
        stream.pointee.closeServer = true
        answer(stream, 502)
    }

    /// Sends the request again on a fresh connection, if nothing of the answer came, all of the request is kept, and its method says that
    /// twice is as good as once (RFC 9110 section 9.2.2).
    private func tryAgain(_ stream: StreamPointer) -> Bool {
        guard let server = stream.pointee.server, server.pointee.isReused, !stream.pointee.hadResponseByte, !stream.pointee.replayLost,
            stream.pointee.requestBody.done, !stream.pointee.replay.isEmpty
        else { return false }
        switch stream.pointee.request.method {
        case .get, .head, .options, .put, .delete, .trace: break
        case .post, .connect, .other: return false
        }
        stream.pointee.server = nil
        server.pointee.stream = .none
        closeConnection(server)
        connectToServer(stream, mayReuse: false)
        return true
    }

    /// Writing to the server failed.
    package func serverBroke(_ stream: StreamPointer) {
        if stream.pointee.state == .ended { return }
        switch stream.pointee.state {
        case .waitingResponse:
            // The server may have answered before it closed: what it sent is still to be read.
            if let server = stream.pointee.server, !server.pointee.endOfInput {
                server.pointee.readable = true
                server.pointee.broken = false
                if !stream.pointee.requestBody.done {
                    // The rest of the request goes nowhere, so the client's connection cannot carry another one.
                    stream.pointee.requestBody.done = true
                    stream.pointee.closeClient = true
                }
                stream.pointee.closeServer = true
                makeReady(server)
            } else {
                serverEndedBeforeResponse(stream)
            }
        case .responding:
            stream.pointee.closeServer = true
        default:
            terminate(stream, 0x53, 0x44)
            endStream(stream, abort: true)
        }
    }

    /// Writing to the client failed.
    package func clientBroke(_ stream: StreamPointer) {
        terminate(stream, 0x43, 0x44)
        endStream(stream, abort: true)
    }
}
