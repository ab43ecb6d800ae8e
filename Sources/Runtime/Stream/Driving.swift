import Plan

/// What a stream does when one of its connections has news.
extension Loop {
    package func driveClient(_ stream: StreamPointer) {
        let client = stream.pointee.client!
        if client.pointee.broken {
            clientBroke(stream)
            return
        }
        switch stream.pointee.state {
        case .tunnel:
            driveTunnel(stream)
        case .responding:
            if client.pointee.output.isEmpty {
                timers.arm(timerNode(client), UInt64.max)
                forwardResponseBody(stream)
            }
            if stream.pointee.state == .responding && !stream.pointee.requestBody.done { forwardRequestBody(stream) }
        case .routing, .queued, .pausing, .connecting, .waitingResponse:
            if !stream.pointee.requestBody.done {
                forwardRequestBody(stream)
                return
            }
            // The rest of the answer before this one is taken: nothing more is asked of the client. In a queue its timer is the queue's.
            if client.pointee.output.isEmpty, stream.pointee.state == .waitingResponse || stream.pointee.state == .connecting {
                armNs(client, UInt64.max)
            }
            if client.pointee.hangup && client.pointee.readable && stream.pointee.isHTTP {
                watchForClientEnd(stream)
            }
        case .ended:
            break
        }
    }

    /// The client announced its end while its answer is under way. As HAProxy does, an end before the answer is an abort; pipelined requests
    /// in front of it are kept.
    private func watchForClientEnd(_ stream: StreamPointer) {
        let client = stream.pointee.client!
        while client.pointee.readable && client.pointee.input.count < RuntimeLimits.pipelinedBytes {
            let n = receiveOnce(client, RuntimeLimits.pipelinedBytes)
            if n > 0 {
                client.pointee.input.append(UnsafeRawBufferPointer(start: receive, count: n))
                continue
            }
            if isWouldBlock(n) { return }
            arena.pointee.reset()
            terminate(stream, 0x43, stream.pointee.state == .waitingResponse ? 0x48 : 0x43)
            stream.pointee.closeClient = true
            if n == 0 { answer(stream, 400) } else { endStream(stream, abort: true) }
            return
        }
    }

    package func driveServer(_ stream: StreamPointer) {
        guard let server = stream.pointee.server else { return }
        if server.pointee.broken && stream.pointee.state != .waitingResponse && stream.pointee.state != .responding {
            serverBroke(stream)
            return
        }
        switch stream.pointee.state {
        case .tunnel:
            driveTunnel(stream)
        case .waitingResponse:
            if server.pointee.readable { receiveResponse(stream) }
            if stream.pointee.state == .waitingResponse || stream.pointee.state == .responding, !stream.pointee.requestBody.done,
                server.pointee.output.isEmpty
            {
                forwardRequestBody(stream)
            }
        case .responding:
            forwardResponseBody(stream)
            if stream.pointee.state == .responding && !stream.pointee.requestBody.done && server.pointee.output.isEmpty {
                forwardRequestBody(stream)
            }
        case .connecting, .routing, .queued, .pausing, .ended:
            break
        }
    }

    /// The client's timer, while a stream runs.
    package func clientTimeout(_ stream: StreamPointer) {
        arena.pointee.reset()
        switch stream.pointee.state {
        case .queued:
            terminate(stream, 0x73, 0x51)
            if stream.pointee.isHTTP { answer(stream, 503) } else { endStream(stream, abort: true) }
        case .pausing:
            redispatch(stream)
        case .tunnel, .responding:
            terminate(stream, 0x63, 0x44)
            endStream(stream, abort: true)
        case .routing, .connecting, .waitingResponse:
            terminate(stream, 0x63, 0x44)
            stream.pointee.closeClient = true
            // A body that does not end: HAProxy answers as to a client that went away.
            if stream.pointee.isHTTP { answer(stream, 400) } else { endStream(stream, abort: true) }
        case .ended:
            break
        }
    }

    /// The server's timer.
    package func serverTimeout(_ stream: StreamPointer) {
        arena.pointee.reset()
        switch stream.pointee.state {
        case .connecting:
            connectFailed(stream, cause: 0x73)
        case .waitingResponse:
            terminate(stream, 0x73, 0x48)
            stream.pointee.closeServer = true
            backend(stream).pointee.state.pointee.responseErrors.wrappingAdd(1, ordering: .relaxed)
            answer(stream, 504)
        case .responding, .tunnel:
            terminate(stream, 0x73, 0x44)
            endStream(stream, abort: true)
        case .routing, .queued, .pausing, .ended:
            break
        }
    }
}
