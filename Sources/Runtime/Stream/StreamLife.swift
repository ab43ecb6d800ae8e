import Plan
import Synchronization

extension Loop {
    /// A stream on `connection`, pinned to `generation`.
    package func startStream(_ connection: ConnectionPointer, _ generation: GenerationPointer, _ row: ListenerID) -> StreamPointer? {
        guard let stream = streams.allocate() else { return nil }
        pin(generation)
        let frontend = generation.pointee.plan.listeners.pointer(row).pointee.proxy
        stream.pointee.generation = generation
        stream.pointee.client = connection
        stream.pointee.record.frontend = frontend
        stream.pointee.record.backend = frontend
        stream.pointee.record.listener = row
        stream.pointee.record.client = connection.pointee.peer
        stream.pointee.record.acceptedAt = connection.pointee.acceptedAt
        stream.pointee.record.acceptedWall = connection.pointee.acceptedWall
        stream.pointee.record.isFirstRequest = connection.pointee.requestCount == 0
        if connection.pointee.local.family == 0 { connection.pointee.local = kernel.localAddress(connection.pointee.descriptor) }
        stream.pointee.record.local = connection.pointee.local
        connection.pointee.stream = stream.pointee.handle
        return stream
    }

    /// Ends a stream that was only made to run rules.
    package func discardStream(_ stream: StreamPointer) {
        stream.pointee.client.pointee.stream = .none
        finish(stream)
    }

    private func finish(_ stream: StreamPointer) {
        stream.pointee.state = .ended
        recycle(&stream.pointee.replay)
        if let line = stream.pointee.requestLine {
            line.deallocate()
            stream.pointee.requestLine = nil
        }
        unpin(stream.pointee.generation)
        endedStreams.append(stream)
    }

    @inline(__always)
    package func frontend(_ stream: StreamPointer) -> UnsafeMutablePointer<ProxyRuntime> {
        stream.pointee.generation.pointee.proxies + stream.pointee.record.frontend.index
    }

    @inline(__always)
    package func backend(_ stream: StreamPointer) -> UnsafeMutablePointer<ProxyRuntime> {
        stream.pointee.generation.pointee.proxies + stream.pointee.record.backend.index
    }

    package func runRules(
        _ kind: RuleSetKind, _ proxy: UnsafeMutablePointer<ProxyRuntime>, _ stream: StreamPointer,
        request: UnsafeMutablePointer<MessageHead>?, response: UnsafeMutablePointer<MessageHead>?
    ) -> RuleOutcome {
        let entry = proxy.pointee.entries[kind]
        if entry.isNone { return .ended }
        var machine = RuleMachine()
        return machine.run(kind, entry: entry, ruleContext(stream, request: request, response: response))
    }

    @inline(__always)
    package func ruleContext(
        _ stream: StreamPointer, request: UnsafeMutablePointer<MessageHead>?, response: UnsafeMutablePointer<MessageHead>?
    ) -> RuleContext {
        RuleContext(
            rules: stream.pointee.generation.pointee.rules, environment: environment, record: streamRecord(stream), request: request,
            response: response, arena: arena)
    }

    private func streamRecord(_ stream: StreamPointer) -> UnsafeMutablePointer<StreamRecord> {
        let offset = MemoryLayout<Stream>.offset(of: \Stream.record)!
        return (UnsafeMutableRawPointer(stream) + offset).assumingMemoryBound(to: StreamRecord.self)
    }

    /// Marks why the stream ends (manual section 8.5), once.
    @inline(__always)
    package func terminate(_ stream: StreamPointer, _ cause: UInt8, _ phase: UInt8) {
        if stream.pointee.record.terminationCause == 0x2D {
            stream.pointee.record.terminationCause = cause
            stream.pointee.record.terminationPhase = phase
        }
    }

    /// The stream is over: its connections are kept or closed, it is counted and logged.
    package func endStream(_ stream: StreamPointer, abort: Bool = false) {
        if stream.pointee.state == .ended { return }
        if stream.pointee.state == .queued { leaveQueue(stream) }
        let client = stream.pointee.client!
        let server = stream.pointee.server
        stream.pointee.record.endedAt = now
        stream.pointee.server = nil
        if let server { letGo(server, stream, abort: abort) }
        countEnd(stream)
        logStream(stream)
        if stream.pointee.holdsPlace, let state = stream.pointee.record.server { releasePlace(state, stream) }
        leaveBackend(stream)

        let keep =
            stream.pointee.isHTTP && !abort && !stream.pointee.closeClient && stream.pointee.requestBody.done && !client.pointee.broken
            && !isStopping
        finish(stream)
        if client.pointee.phase == .closed { return }
        client.pointee.stream = .none
        if keep {
            awaitNextRequest(client)
        } else if abort {
            closeConnection(client)
        } else {
            beginClosing(client, mayHaveInput: !client.pointee.endOfInput && (client.pointee.readable || !stream.pointee.requestBody.done))
        }
    }

    private func letGo(_ server: ConnectionPointer, _ stream: StreamPointer, abort: Bool) {
        if server.pointee.phase == .closed { return }
        let reusable =
            stream.pointee.isHTTP && !abort && !stream.pointee.closeServer && server.pointee.phase == .exchanging
            && stream.pointee.requestBody.done && stream.pointee.responseBody.done && stream.pointee.responseHeadSent
            && server.pointee.input.isEmpty && server.pointee.output.isEmpty && !server.pointee.hangup && !server.pointee.readable
            && !server.pointee.broken
        server.pointee.stream = .none
        if reusable { makeIdle(server, stream) } else { closeConnection(server) }
    }

    private func countEnd(_ stream: StreamPointer) {
        let front = frontend(stream).pointee.state
        let record = stream.pointee.record
        front.pointee.bytesIn.wrappingAdd(record.bytesIn, ordering: .relaxed)
        front.pointee.bytesOut.wrappingAdd(record.bytesOut, ordering: .relaxed)
        if stream.pointee.isHTTP { countStatus(front, record.status) }
        if record.backend != record.frontend {
            let back = backend(stream).pointee.state
            back.pointee.bytesIn.wrappingAdd(record.bytesIn, ordering: .relaxed)
            back.pointee.bytesOut.wrappingAdd(record.bytesOut, ordering: .relaxed)
            if stream.pointee.isHTTP { countStatus(back, record.status) }
        }
        if let server = record.server {
            server.pointee.bytesIn.wrappingAdd(record.bytesIn, ordering: .relaxed)
            server.pointee.bytesOut.wrappingAdd(record.bytesOut, ordering: .relaxed)
        }
    }

    private func countStatus(_ proxy: ProxyPointer, _ status: UInt16) {
        switch status / 100 {
        case 1: proxy.pointee.responses1xx.wrappingAdd(1, ordering: .relaxed)
        case 2: proxy.pointee.responses2xx.wrappingAdd(1, ordering: .relaxed)
        case 3: proxy.pointee.responses3xx.wrappingAdd(1, ordering: .relaxed)
        case 4: proxy.pointee.responses4xx.wrappingAdd(1, ordering: .relaxed)
        case 5: proxy.pointee.responses5xx.wrappingAdd(1, ordering: .relaxed)
        default: proxy.pointee.responsesOther.wrappingAdd(1, ordering: .relaxed)
        }
    }

    /// Queues the stream's log lines, where its frontend logs.
    private func logStream(_ stream: StreamPointer) {
        let proxy = frontend(stream)
        if proxy.pointee.record.pointee.logTargets.isEmpty { return }
        let back = backend(stream).pointee.state
        stream.pointee.record.actconn = shared.connections.load(ordering: .relaxed)
        stream.pointee.record.feconn = proxy.pointee.state.pointee.frontendConnections.load(ordering: .relaxed)
        stream.pointee.record.beconn = back.pointee.backendStreams.load(ordering: .relaxed)
        stream.pointee.record.srvconn = stream.pointee.record.server?.pointee.currentStreams.load(ordering: .relaxed) ?? 0
        if let line = stream.pointee.requestLine { stream.pointee.record.requestLine = UnsafeRawBufferPointer(line) }
        environment.pointee.actconn = stream.pointee.record.actconn
        logs.pointee.logStream(kernel, ruleContext(stream, request: nil, response: nil))
    }
}
