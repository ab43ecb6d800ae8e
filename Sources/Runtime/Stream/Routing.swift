import Plan
import Synchronization

extension Loop {
    /// Runs the request rules and picks the backend. False: the stream was answered or ended.
    package func routeRequest(_ stream: StreamPointer) -> Bool {
        let front = frontend(stream)
        if !applyRequestRules(stream, front, .tcpRequestContent) || !applyRequestRules(stream, front, .httpRequest) { return false }
        guard chooseBackend(stream, request: requestHead) else { return false }
        let back = backend(stream)
        if back.pointee.id != front.pointee.id {
            if !applyRequestRules(stream, back, .tcpRequestContent) || !applyRequestRules(stream, back, .httpRequest) { return false }
            if back.pointee.record.pointee.options.contains(.httpclose) { stream.pointee.closeClient = true }
        }
        let timeouts = back.pointee.record.pointee.timeouts
        stream.pointee.serverTimeoutNs = nanoseconds(timeouts.serverMs)
        addForwardedFor(stream, front, back)
        return true
    }

    private func applyRequestRules(_ stream: StreamPointer, _ proxy: UnsafeMutablePointer<ProxyRuntime>, _ kind: RuleSetKind) -> Bool {
        if proxy.pointee.entries[kind].isNone { return true }
        let outcome = runRules(kind, proxy, stream, request: requestHead, response: nil)
        switch outcome {
        case .ended, .allow, .accept: return true
        case .deny(let status):
            proxy.pointee.state.pointee.deniedRequests.wrappingAdd(1, ordering: .relaxed)
            terminate(stream, 0x50, 0x52)
            answer(stream, status)
        case .reject:
            proxy.pointee.state.pointee.deniedRequests.wrappingAdd(1, ordering: .relaxed)
            terminate(stream, 0x50, 0x52)
            endStream(stream, abort: true)
        case .respond:
            terminate(stream, 0x4C, 0x52)
            answerBuilt(stream)
        case .redirect(let status):
            terminate(stream, 0x4C, 0x52)
            answerRedirect(stream, status)
        case .useBackend(let id):
            stream.pointee.record.backend = id
            return true
        case .useServer: return true
        case .waiting, .failed:
            terminate(stream, 0x49, 0x52)
            answer(stream, 500)
        }
        return false
    }

    /// `use_backend`, then `default_backend`, then the listen section itself. False: none, and the stream was answered.
    package func chooseBackend(_ stream: StreamPointer, request: UnsafeMutablePointer<MessageHead>?) -> Bool {
        let front = frontend(stream)
        var chosen = ProxyID.none
        switch runRules(.useBackend, front, stream, request: request, response: nil) {
        case .useBackend(let id): chosen = id
        case .failed:
            terminate(stream, 0x49, 0x52)
            if stream.pointee.isHTTP { answer(stream, 500) } else { endStream(stream, abort: true) }
            return false
        default: break
        }
        if chosen.isNone { chosen = front.pointee.record.pointee.defaultBackend }
        if chosen.isNone && front.pointee.record.pointee.capabilities.contains(.backend) { chosen = front.pointee.id }
        guard !chosen.isNone else {
            terminate(stream, 0x53, 0x43)
            if stream.pointee.isHTTP { answer(stream, 503) } else { endStream(stream, abort: true) }
            return false
        }
        stream.pointee.record.backend = chosen
        let back = backend(stream).pointee.state
        stream.pointee.countedInBackend = true
        back.pointee.backendStreamsMax.raise(to: back.pointee.backendStreams.add(1, ordering: .relaxed).newValue)
        back.pointee.backendStreamsTotal.add(1, ordering: .relaxed)
        stream.pointee.triesLeft = UInt8(clamping: backend(stream).pointee.record.pointee.retries)
        return true
    }

    package func leaveBackend(_ stream: StreamPointer) {
        if !stream.pointee.countedInBackend { return }
        stream.pointee.countedInBackend = false
        backend(stream).pointee.state.pointee.backendStreams.subtract(1, ordering: .relaxed)
    }

    /// `option forwardfor`: the frontend's and the backend's, once (manual section 4.2).
    private func addForwardedFor(
        _ stream: StreamPointer, _ front: UnsafeMutablePointer<ProxyRuntime>, _ back: UnsafeMutablePointer<ProxyRuntime>
    ) {
        let frontHas = front.pointee.record.pointee.options.contains(.forwardfor)
        let backHas = back.pointee.record.pointee.options.contains(.forwardfor)
        guard frontHas || backHas else { return }
        // The backend's header name and exception win where both are given.
        let record = backHas ? back.pointee.record : front.pointee.record
        let client = stream.pointee.record.client
        guard client.family == 4 || client.family == 6 else { return }
        let except = record.pointee.forwardforExcept
        if !except.isNone && isInNetwork(client, except) { return }
        let plan = stream.pointee.generation.pointee.plan
        let text = record.pointee.forwardforHeader
        let name: HeaderName
        if text.isNone {
            name = HeaderName(ByteSlice("x-forwarded-for"), id: .xForwardedFor)
        } else {
            let bytes = plan.bytes(text)
            name = HeaderName(ByteSlice(bytes.baseAddress!.assumingMemoryBound(to: UInt8.self), bytes.count))
        }
        if record.pointee.options.contains(.forwardforIfNone) && requestHead.pointee.find(name) != nil { return }
        guard let value = arena.pointee.allocate(48) else { return }
        let count =
            client.family == 4
            ? AddressText.writeIPv4(client.ipv4Word, to: value) : AddressText.writeIPv6(client.high, client.low, to: value)
        _ = requestHead.pointee.add(name, ByteSlice(value, count))
    }

    private func isInNetwork(_ client: PeerAddress, _ network: Address) -> Bool {
        let bits = Int(network.port)
        if client.family == 4 && network.family == .ipv4 {
            let mask = bits == 0 ? 0 : UInt32.max << UInt32(32 - min(bits, 32))
            return UInt32(bigEndian: client.ipv4Word) & mask == UInt32(bigEndian: network.word0) & mask
        }
        if client.family == 6 && network.family == .ipv6 {
            let words = (
                UInt64(network.word0) | UInt64(network.word1) << 32, UInt64(network.word2) | UInt64(network.word3) << 32
            )
            let high = bits >= 64 ? UInt64.max : bits == 0 ? 0 : UInt64.max << UInt64(64 - bits)
            let low = bits <= 64 ? 0 : UInt64.max << UInt64(128 - min(bits, 128))
            return UInt64(bigEndian: client.high) & high == UInt64(bigEndian: words.0) & high
                && UInt64(bigEndian: client.low) & low == UInt64(bigEndian: words.1) & low
        }
        return false
    }

    /// Writes the request's head (and what is here of its body) and gets it a server. Answers how many bytes of `rest` were taken.
    package func sendRequest(_ stream: StreamPointer, _ rest: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        let closeServer =
            backend(stream).pointee.record.pointee.options.contains(.httpServerClose) || stream.pointee.request.method == .connect
        let out = OutgoingHead.request(requestHead.pointee, close: closeServer)
        let room = UnsafeMutableBufferPointer(start: arena.pointee.tail, count: arena.pointee.remaining)
        guard let headBytes = H1Writer.writeRequestHead(requestHead.pointee, out, into: room) else {
            terminate(stream, 0x49, 0x52)
            answer(stream, 500)
            return 0
        }
        let head = arena.pointee.commit(headBytes)
        stream.pointee.closeServer = out.close
        stream.pointee.requestBody.chunkedOut = out.body == .chunked
        assignServer(stream)
        // Refused already: no server is up.
        if stream.pointee.state == .ended { return 0 }
        push(head.base, head.count)
        let used = takeRequestBody(stream, rest, count)
        if stream.pointee.state == .ended {
            pieceCount = 0
            pieceBytes = 0
            return used
        }
        flushToServer(stream)
        if requestHead.pointee.framing != .none && stream.pointee.state == .waitingResponse {
            // The connection was ready before the body was taken: whose turn it is may have changed.
            armForRequestBody(stream)
        } else if !stream.pointee.requestBody.done && stream.pointee.state == .connecting {
            armNs(stream.pointee.client, stream.pointee.clientTimeoutNs)
        }
        return used
    }

    /// Sends the collected pieces to the stream's server, or keeps them until it has one. While the request might have to be sent again
    /// it is kept as well.
    package func flushToServer(_ stream: StreamPointer) {
        if pieceCount == 0 { return }
        let server = stream.pointee.server
        let isConnected = server != nil && server!.pointee.phase == .exchanging
        if !isConnected
            || (server!.pointee.isReused && stream.pointee.replay.count + pieceBytes <= HTTPLimits.headBytes
                && !stream.pointee.hadResponseByte && !stream.pointee.replayLost)
        {
            lend(&stream.pointee.replay)
            for i in 0..<pieceCount { stream.pointee.replay.append(UnsafeRawBufferPointer(start: pieces[i].base, count: pieces[i].count)) }
        } else if isConnected && !stream.pointee.replayLost {
            stream.pointee.replayLost = true
            recycle(&stream.pointee.replay)
        }
        if let server, isConnected {
            flushPieces(to: server)
            if server.pointee.broken { serverBroke(stream) }
        } else {
            pieceCount = 0
            pieceBytes = 0
        }
    }
}
