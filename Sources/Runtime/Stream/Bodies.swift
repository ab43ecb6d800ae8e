import Plan

extension Loop {
    /// Takes body bytes of the request out of `count` received ones and pushes them towards the server. Answers how many were taken.
    package func takeRequestBody(_ stream: StreamPointer, _ base: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        if stream.pointee.requestBody.done { return 0 }
        var body = stream.pointee.requestBody
        let result = takeBody(&body, base, count, isResponse: false) { self.flushToServer(stream) }
        stream.pointee.requestBody = body
        stream.pointee.record.bytesIn &+= UInt64(max(result, 0))
        if result < 0 {
            terminate(stream, 0x43, 0x44)
            stream.pointee.closeClient = true
            if stream.pointee.responseHeadSent { endStream(stream, abort: true) } else { answer(stream, 400) }
            return count
        }
        return result
    }

    /// Pushes the body bytes among `count` received ones as pieces, framed as the other side wants them. Answers how many were taken; fewer
    /// than `count` when the body is over or a trailer section is not complete; -1: malformed. `flush` empties the pieces when they are full.
    private func takeBody(
        _ body: inout BodyState, _ base: UnsafeMutablePointer<UInt8>, _ count: Int, isResponse: Bool, flush: () -> Void
    ) -> Int {
        switch body.framing {
        case .none, .tunnel:
            return 0
        case .length:
            let n = Int(truncatingIfNeeded: min(UInt64(count), body.remaining))
            push(base, n)
            body.remaining &-= UInt64(n)
            if body.remaining == 0 { body.done = true }
            return n
        case .untilClose:
            push(base, count)
            return count
        case .chunked:
            var used = 0
            while used < count || body.decoder.isDone {
                let step = body.decoder.decode(UnsafeBufferPointer(start: base + used, count: count &- used))
                switch step.event {
                case .needMore:
                    return used &+ step.consumed
                case .data:
                    pushChunk(base + used + step.dataOffset, step.dataCount, framed: body.chunkedOut, flush)
                    used &+= step.consumed
                case .end:
                    used &+= step.consumed
                    body.done = true
                    if body.chunkedOut { push(H1Writer.lastChunk.utf8Start, H1Writer.lastChunk.utf8CodeUnitCount) }
                    return used
                case .trailers:
                    used &+= step.consumed
                    let head = isResponse ? responseHead : trailerHead
                    let section = UnsafeMutableBufferPointer(start: base + used, count: count &- used)
                    switch H1Parser.parseTrailers(section, into: &head.pointee, ofResponse: isResponse) {
                    case .complete(let consumed):
                        used &+= consumed
                        body.decoder.finishTrailers()
                        body.done = true
                        if body.chunkedOut { pushTrailers(head, flush) }
                        return used
                    case .incomplete:
                        return section.count > HTTPLimits.headBytes ? -1 : used
                    case .invalid:
                        return -1
                    }
                case .invalid:
                    return -1
                }
            }
            return used
        }
    }

    private func pushChunk(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, framed: Bool, _ flush: () -> Void) {
        if !hasPieceRoom || arena.pointee.remaining < 4096 {
            flush()
            if arena.pointee.remaining < 4096 { arena.pointee.reset() }
        }
        if !framed {
            push(data, count)
            return
        }
        let room = UnsafeMutableBufferPointer(start: arena.pointee.tail, count: arena.pointee.remaining)
        guard let n = H1Writer.writeChunkHeader(UInt64(count), into: room) else { return }
        let header = arena.pointee.commit(n)
        push(header.base, header.count)
        push(data, count)
        push(H1Writer.chunkEnd.utf8Start, 2)
    }

    private func pushTrailers(_ head: UnsafeMutablePointer<MessageHead>, _ flush: () -> Void) {
        if H1Writer.bound(head.pointee) > arena.pointee.remaining {
            flush()
            arena.pointee.reset()
        }
        let room = UnsafeMutableBufferPointer(start: arena.pointee.tail, count: arena.pointee.remaining)
        guard let n = H1Writer.writeLastChunk(trailers: head.pointee, into: room) else { return }
        let bytes = arena.pointee.commit(n)
        push(bytes.base, bytes.count)
    }

    /// Goes on receiving a request's body, as long as the server takes it.
    package func forwardRequestBody(_ stream: StreamPointer) {
        let client = stream.pointee.client!
        var reads = 0
        while stream.pointee.state != .ended && !stream.pointee.requestBody.done {
            guard let server = stream.pointee.server, server.pointee.phase == .exchanging, server.pointee.output.isEmpty else { return }
            // The server had not taken what it was sent, and now it has.
            if client.pointee.timer.deadline == UInt64.max { armForRequestBody(stream) }
            arena.pointee.reset()
            if !client.pointee.input.isEmpty {
                let kept = client.pointee.input.bytes
                let before = kept.count
                let base = UnsafeMutablePointer(mutating: kept.baseAddress!.assumingMemoryBound(to: UInt8.self))
                let used = takeRequestBody(stream, base, before)
                if stream.pointee.state == .ended { return }
                flushToServer(stream)
                if stream.pointee.state == .ended { return }
                client.pointee.input.consume(used)
                if stream.pointee.requestBody.done { armForRequestBody(stream) }
                if used > 0 { continue }
            }
            guard client.pointee.readable else { return }
            reads += 1
            if reads > RuntimeLimits.readsPerTurn {
                makeReady(client)
                return
            }
            if !client.pointee.input.isEmpty {
                // Part of a trailer section or of a chunk's end: behind it in the same buffer.
                client.pointee.input.reserve(4096)
                let room = client.pointee.input.tail
                let n = kernel.read(client.pointee.descriptor, room.baseAddress!, room.count)
                noteRead(client, n, room.count)
                if n <= 0 {
                    if !isWouldBlock(n) { clientEndedInBody(stream) }
                    return
                }
                client.pointee.input.produced(n)
                continue
            }
            let n = receiveOnce(client)
            if n <= 0 {
                if !isWouldBlock(n) { clientEndedInBody(stream) }
                return
            }
            let used = takeRequestBody(stream, receive, n)
            if stream.pointee.state == .ended { return }
            flushToServer(stream)
            if stream.pointee.state == .ended { return }
            if used < n { client.pointee.input.append(UnsafeRawBufferPointer(start: receive + used, count: n &- used)) }
            armForRequestBody(stream)
        }
    }

    /// Whose turn it is while a request's body is sent: the client's to send more, or the server's to take it and, at the end, to answer.
    package func armForRequestBody(_ stream: StreamPointer) {
        let isDone = stream.pointee.requestBody.done
        let isBlocked = stream.pointee.server.map { !$0.pointee.output.isEmpty } ?? false
        // An early answer that the client does not take keeps its time running, too.
        let isTaking = stream.pointee.client.pointee.output.isEmpty
        armNs(stream.pointee.client, (isDone || isBlocked) && isTaking ? UInt64.max : stream.pointee.clientTimeoutNs)
        guard let server = stream.pointee.server, stream.pointee.state == .waitingResponse else { return }
        armNs(server, isDone || isBlocked ? stream.pointee.serverTimeoutNs : UInt64.max)
    }

    /// The client stopped sending in the middle of its request's body.
    private func clientEndedInBody(_ stream: StreamPointer) {
        terminate(stream, 0x43, 0x44)
        stream.pointee.closeClient = true
        if stream.pointee.client.pointee.broken || stream.pointee.responseHeadSent {
            endStream(stream, abort: true)
        } else {
            answer(stream, 400)
        }
    }

    /// Pushes body bytes of the response towards the client. Answers how many of `count` were taken.
    /// `isFirst`: its head is among the pieces, so that another answer is possible while they have not gone.
    package func takeResponseBody(
        _ stream: StreamPointer, _ base: UnsafeMutablePointer<UInt8>, _ count: Int, isFirst: Bool = false
    ) -> Int {
        if stream.pointee.responseBody.done { return 0 }
        var body = stream.pointee.responseBody
        let client = stream.pointee.client!
        let before = pieceBytes
        var isFlushed = !isFirst
        let result = takeBody(&body, base, count, isResponse: true) {
            isFlushed = true
            self.flushPieces(to: client)
        }
        stream.pointee.responseBody = body
        stream.pointee.record.bytesOut &+= UInt64(max(pieceBytes &- before, 0))
        if result < 0 && !isFlushed {
            stream.pointee.responseHeadSent = false
            stream.pointee.record.bytesOut = 0
            badResponse(stream)
            return count
        }
        if result < 0 {
            terminate(stream, 0x53, 0x44)
            stream.pointee.closeServer = true
            flushPieces(to: client)
            endStream(stream, abort: true)
            return count
        }
        return result
    }

    /// Goes on forwarding a response's body, as long as the client takes it.
    package func forwardResponseBody(_ stream: StreamPointer) {
        guard let server = stream.pointee.server else { return }
        let client = stream.pointee.client!
        var reads = 0
        while stream.pointee.state == .responding && !stream.pointee.responseBody.done {
            if !client.pointee.output.isEmpty {
                // The client is slower than the server: its timeout runs, the server's does not.
                armNs(client, stream.pointee.clientTimeoutNs)
                timers.arm(timerNode(server), UInt64.max)
                return
            }
            guard server.pointee.readable else { break }
            reads += 1
            if reads > RuntimeLimits.readsPerTurn {
                makeReady(server)
                return
            }
            arena.pointee.reset()
            guard let received = receiveBehindKept(server) else {
                if server.pointee.endOfInput || server.pointee.broken { serverEndedInBody(stream) }
                break
            }
            let used = takeResponseBody(stream, received.base, received.count)
            if stream.pointee.state == .ended { return }
            flushPieces(to: client, more: false)
            keepServerRest(stream, server, received, used)
            if client.pointee.broken {
                clientBroke(stream)
                return
            }
        }
        if stream.pointee.state == .ended { return }
        if stream.pointee.responseBody.done { finishResponse(stream) } else { armNs(server, stream.pointee.serverTimeoutNs) }
    }

    /// Bytes behind what was taken: part of a trailer section is kept, anything after the body's end spoils the connection.
    package func keepServerRest(
        _ stream: StreamPointer, _ server: ConnectionPointer, _ received: ReceivedBytes, _ used: Int
    ) {
        // Before the final head there is no body yet: what is left is part of a head.
        let isOver = stream.pointee.responseBody.done && stream.pointee.state != .waitingResponse
        if isOver && used < received.count { stream.pointee.closeServer = true }
        if received.isKept {
            server.pointee.input.consume(used)
        } else if used < received.count && !isOver {
            server.pointee.input.append(UnsafeRawBufferPointer(start: received.base + used, count: received.count &- used))
        }
    }

    private func serverEndedInBody(_ stream: StreamPointer) {
        if stream.pointee.responseBody.framing == .untilClose && !(stream.pointee.server?.pointee.broken ?? true) {
            stream.pointee.responseBody.done = true
            stream.pointee.closeServer = true
            if stream.pointee.responseBody.chunkedOut {
                push(H1Writer.lastChunk.utf8Start, H1Writer.lastChunk.utf8CodeUnitCount)
                flushPieces(to: stream.pointee.client)
            }
            return
        }
        terminate(stream, 0x53, 0x44)
        stream.pointee.record.server?.pointee.responseErrors.wrappingAdd(1, ordering: .relaxed)
        // What was forwarded of the body still goes out; the missing rest shows in its framing.
        stream.pointee.closeClient = true
        stream.pointee.closeServer = true
        stream.pointee.responseBody.done = true
    }

    /// The response is complete: ends the stream when the request is, too.
    package func finishResponse(_ stream: StreamPointer) {
        if stream.pointee.requestBody.done || stream.pointee.closeClient || stream.pointee.closeServer {
            endStream(stream)
            return
        }
        // The server answered before it had the whole request: the rest is not wanted.
        stream.pointee.closeClient = true
        stream.pointee.closeServer = true
        endStream(stream)
    }
}
