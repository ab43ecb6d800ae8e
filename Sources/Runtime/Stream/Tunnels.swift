import Plan

/// Bytes both ways without looking at them: TCP sessions, and HTTP after 101 or CONNECT.
extension Loop {
    /// A connection of a TCP frontend starts its only stream.
    package func startSession(_ connection: ConnectionPointer, _ generation: GenerationPointer, _ row: ListenerID) {
        arena.pointee.reset()
        guard let stream = startStream(connection, generation, row) else {
            closeConnection(connection)
            return
        }
        connection.pointee.phase = .exchanging
        connection.pointee.requestCount = 1
        stream.pointee.closeClient = true
        stream.pointee.closeServer = true
        stream.pointee.record.requestAt = now
        stream.pointee.record.requestStartedAt = now
        let front = frontend(stream)
        switch runRules(.tcpRequestContent, front, stream, request: nil, response: nil) {
        case .reject, .deny, .failed:
            front.pointee.state.pointee.deniedRequests.wrappingAdd(1, ordering: .relaxed)
            terminate(stream, 0x50, 0x52)
            endStream(stream, abort: true)
            return
        default: break
        }
        guard chooseBackend(stream, request: nil) else { return }
        let record = backend(stream).pointee.record
        stream.pointee.clientTimeoutNs = nanoseconds(front.pointee.record.pointee.timeouts.clientMs)
        stream.pointee.serverTimeoutNs = nanoseconds(record.pointee.timeouts.serverMs)
        assignServer(stream)
    }

    /// Both ends are connected.
    package func startTunnel(_ stream: StreamPointer) {
        let timeouts = backend(stream).pointee.record.pointee.timeouts
        if timeouts.tunnelMs != Timeouts.unset {
            stream.pointee.clientTimeoutNs = nanoseconds(timeouts.tunnelMs)
            stream.pointee.serverTimeoutNs = nanoseconds(timeouts.tunnelMs)
        }
        stream.pointee.requestBody.done = true
        stream.pointee.responseBody.done = true
        touchTunnel(stream)
        // Bytes that came behind the head of an upgrade.
        let client = stream.pointee.client!
        if let server = stream.pointee.server, !client.pointee.input.isEmpty {
            let bytes = client.pointee.input.bytes
            push(bytes.baseAddress!, bytes.count)
            flushPieces(to: server)
            client.pointee.input.free()
        }
        driveTunnel(stream)
    }

    private func touchTunnel(_ stream: StreamPointer) {
        armNs(stream.pointee.client, stream.pointee.clientTimeoutNs)
        if let server = stream.pointee.server { armNs(server, stream.pointee.serverTimeoutNs) }
    }

    package func driveTunnel(_ stream: StreamPointer) {
        guard let server = stream.pointee.server else { return }
        let client = stream.pointee.client!
        pump(stream, from: client, to: server, fromClient: true)
        if stream.pointee.state != .tunnel { return }
        pump(stream, from: server, to: client, fromClient: false)
        if stream.pointee.state != .tunnel { return }
        if client.pointee.endOfInput && server.pointee.endOfInput && client.pointee.output.isEmpty && server.pointee.output.isEmpty {
            endStream(stream)
        }
    }

    /// Moves bytes one way until the source is empty or the target full.
    private func pump(_ stream: StreamPointer, from source: ConnectionPointer, to target: ConnectionPointer, fromClient: Bool) {
        var reads = 0
        while source.pointee.readable && target.pointee.output.isEmpty {
            reads += 1
            if reads > RuntimeLimits.readsPerTurn {
                makeReady(source)
                return
            }
            let n = receiveOnce(source)
            if n > 0 {
                if fromClient { stream.pointee.record.bytesIn &+= UInt64(n) } else { stream.pointee.record.bytesOut &+= UInt64(n) }
                push(receive, n)
                flushPieces(to: target)
                touchTunnel(stream)
                if target.pointee.broken {
                    terminate(stream, fromClient ? 0x53 : 0x43, 0x44)
                    endStream(stream, abort: true)
                    return
                }
            } else if n == 0 {
                // Half-closed: the other direction goes on.
                target.pointee.shutAfterOutput = true
                _ = flushOutput(target)
                touchTunnel(stream)
            } else if !isWouldBlock(n) {
                terminate(stream, fromClient ? 0x43 : 0x53, 0x44)
                endStream(stream, abort: true)
                return
            }
        }
    }
}
