import Plan
import Synchronization

extension Loop {
    /// Balances: takes a server and connects to it, waits in the backend's queue, or answers 503.
    package func assignServer(_ stream: StreamPointer, avoid: ServerPointer? = nil) {
        let back = backend(stream)
        guard let schedule = schedule(stream.pointee.generation, stream.pointee.record.backend) else {
            noServer(stream)
            return
        }
        let random = nextRandom()
        switch takeServer(
            schedule.pointee, algorithm: back.pointee.record.pointee.balance, position: back.pointee.state.pointee,
            client: stream.pointee.record.client, random: random, avoid: avoid)
        {
        case .success(let server): useServer(stream, server)
        case .failure(let failure):
            if failure.reason == .allDown { noServer(stream) } else { enterQueue(stream) }
        }
    }

    private func noServer(_ stream: StreamPointer) {
        terminate(stream, 0x53, 0x43)
        if stream.pointee.isHTTP { answer(stream, 503) } else { endStream(stream, abort: true) }
    }

    /// `server` has a place reserved for the stream.
    private func useServer(_ stream: StreamPointer, _ server: ServerPointer) {
        stream.pointee.holdsPlace = true
        stream.pointee.record.server = server
        stream.pointee.record.assignedAt = now
        server.pointee.totalStreams.wrappingAdd(1, ordering: .relaxed)
        connectToServer(stream, mayReuse: stream.pointee.isHTTP)
    }

    /// Uses an idle connection, or starts a new one.
    package func connectToServer(_ stream: StreamPointer, mayReuse: Bool) {
        guard let server = stream.pointee.record.server else { return }
        let generation = stream.pointee.generation!
        let row = generation.pointee.serverRows[server.pointee.slot]
        guard row != UInt32.max else {
            connectFailed(stream, cause: 0x53)
            return
        }
        let record = generation.pointee.plan.servers.pointer(ServerID(row))
        var address = generation.pointee.serverAddresses[Int(row)]
        if record.pointee.flags.contains(.portFromClient) {
            address.port = stream.pointee.record.local.port
        } else if record.pointee.flags.contains(.portOffset) {
            address.port = stream.pointee.record.local.port &+ UInt16(truncatingIfNeeded: record.pointee.address.port)
        }
        stream.pointee.record.serverAddress = address
        let shape = connectionShape(address)
        if mayReuse, let idle = takeIdle(server, shape) {
            attach(idle, stream)
            idle.pointee.isReused = true
            serverReady(stream)
            return
        }
        let path = address.family == 1 ? unixPath(generation, record) : UnsafeRawBufferPointer(start: nil, count: 0)
        var options: SocketOptions = .noDelay
        let proxyOptions = backend(stream).pointee.record.pointee.options
        if proxyOptions.contains(.tcpka) || proxyOptions.contains(.srvtcpka) { options.insert(.keepAlive) }
        let descriptor = address.family == 0 ? -113 : kernel.connect(address, path: path, options: options)
        guard descriptor >= 0, let connection = connections.allocate() else {
            if descriptor >= 0 { kernel.close(descriptor) }
            connectFailed(stream, cause: descriptor == -24 || descriptor == -23 ? 0x52 : 0x53)
            return
        }
        connection.pointee.side = .server
        connection.pointee.phase = .connecting
        connection.pointee.descriptor = descriptor
        connection.pointee.peer = address
        connection.pointee.server = server
        connection.pointee.shape = shape
        connection.pointee.connectStartedAt = now
        let token = Token(.connection, connection.pointee.handle).raw
        connection.pointee.timer.token = token
        attach(connection, stream)
        connection.pointee.phase = .connecting
        stream.pointee.state = .connecting
        if kernel.watchConnection(descriptor, token: token) != 0 {
            connectFailed(stream, cause: 0x52)
            return
        }
        armMs(connection, backend(stream).pointee.record.pointee.timeouts.connectMs)
    }

    private func attach(_ connection: ConnectionPointer, _ stream: StreamPointer) {
        connection.pointee.phase = .exchanging
        connection.pointee.stream = stream.pointee.handle
        stream.pointee.server = connection
    }

    /// The path of a unix server as `sockaddr` wants it: abstract names with their leading NUL, in the arena.
    package func unixPath(_ generation: GenerationPointer, _ record: UnsafePointer<ServerRecord>) -> UnsafeRawBufferPointer {
        let text = generation.pointee.plan.bytes(record.pointee.address.text)
        if record.pointee.address.family != .abstractUnix { return text }
        guard let copy = arena.pointee.allocate(text.count + 1) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        copy[0] = 0
        for i in 0..<text.count { copy[i + 1] = text[i] }
        return UnsafeRawBufferPointer(start: copy, count: text.count + 1)
    }

    /// Of everything that shapes a connection to a server: connections of equal shape are interchangeable.
    private func connectionShape(_ address: PeerAddress) -> UInt64 {
        var hash = address.high ^ UInt64(address.family) << 56 ^ UInt64(address.port) << 40
        hash = hash &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ hash >> 32 ^ address.low) &* 0xBF58_476D_1CE4_E5B9
        return hash ^ hash >> 29
    }

    /// The descriptor became writable, or failed.
    package func finishConnecting(_ connection: ConnectionPointer) {
        guard connection.pointee.writable || connection.pointee.hangup,
            let stream = streams.find(connection.pointee.stream)
        else { return }
        let result = kernel.connectResult(connection.pointee.descriptor)
        if result != 0 {
            connectFailed(stream, cause: 0x53)
            return
        }
        connection.pointee.phase = .exchanging
        connection.pointee.writable = true
        serverReady(stream)
        // The server may have spoken, or left, already.
        if stream.pointee.state != .ended && (connection.pointee.readable || connection.pointee.hangup) { driveServer(stream) }
    }

    /// The stream's server connection can be written to: sends what waits for it.
    private func serverReady(_ stream: StreamPointer) {
        guard let server = stream.pointee.server else { return }
        stream.pointee.record.connectedAt = now
        if !stream.pointee.isHTTP {
            stream.pointee.state = .tunnel
            startTunnel(stream)
            return
        }
        stream.pointee.state = .waitingResponse
        armNs(server, stream.pointee.requestBody.done ? stream.pointee.serverTimeoutNs : UInt64.max)
        if !stream.pointee.replay.isEmpty {
            let bytes = stream.pointee.replay.bytes
            push(bytes.baseAddress!, bytes.count)
            flushPieces(to: server)
            if server.pointee.broken {
                serverBroke(stream)
                return
            }
            if !server.pointee.isReused {
                stream.pointee.replay.free()
                stream.pointee.replayLost = true
            }
        }
        if !stream.pointee.requestBody.done {
            // In the queue, or before another try, the client's timer was for that.
            armForRequestBody(stream)
            if stream.pointee.client.pointee.readable { makeReady(stream.pointee.client) }
        }
    }

    /// The connection could not be made: another try, another server, or 503. `cause`: S, s (time-out) or R.
    package func connectFailed(_ stream: StreamPointer, cause: UInt8) {
        let server = stream.pointee.record.server
        server?.pointee.connectErrors.wrappingAdd(1, ordering: .relaxed)
        if let connection = stream.pointee.server {
            stream.pointee.server = nil
            connection.pointee.stream = .none
            closeConnection(connection)
        }
        giveBackPlace(stream)
        let back = backend(stream)
        guard stream.pointee.triesLeft > 0 else {
            back.pointee.state.pointee.connectErrors.wrappingAdd(1, ordering: .relaxed)
            terminate(stream, cause, 0x43)
            if stream.pointee.isHTTP { answer(stream, 503) } else { endStream(stream, abort: true) }
            return
        }
        stream.pointee.triesLeft &-= 1
        stream.pointee.record.retries &+= 1
        back.pointee.state.pointee.retries.wrappingAdd(1, ordering: .relaxed)
        server?.pointee.retries.wrappingAdd(1, ordering: .relaxed)
        stream.pointee.lastFailed = server
        let hasOther = schedule(stream.pointee.generation, stream.pointee.record.backend).map { $0.pointee.usableCount > 1 } ?? false
        if hasOther || cause == 0x73 {
            redispatch(stream)
        } else {
            // The same server again, after a pause.
            stream.pointee.state = .pausing
            let timeout = nanoseconds(back.pointee.record.pointee.timeouts.connectMs)
            armNs(stream.pointee.client, min(RuntimeLimits.retryPauseNs, timeout))
        }
    }

    package func redispatch(_ stream: StreamPointer) {
        if let failed = stream.pointee.lastFailed {
            failed.pointee.redispatches.wrappingAdd(1, ordering: .relaxed)
            backend(stream).pointee.state.pointee.redispatches.wrappingAdd(1, ordering: .relaxed)
        }
        stream.pointee.record.redispatched = true
        stream.pointee.state = .routing
        assignServer(stream, avoid: stream.pointee.lastFailed)
    }

    // MARK: Places and queues

    private func giveBackPlace(_ stream: StreamPointer) {
        guard stream.pointee.holdsPlace, let server = stream.pointee.record.server else { return }
        stream.pointee.record.server = nil
        releasePlace(server, stream)
    }

    /// Gives a server's place back, to the first stream in its backend's queue if there is one.
    package func releasePlace(_ server: ServerPointer, _ stream: StreamPointer) {
        stream.pointee.holdsPlace = false
        server.pointee.currentStreams.subtract(1, ordering: .acquiringAndReleasing)
        wakeQueued(server)
    }

    /// Hands places of `server` to waiting streams, whichever loop they are on.
    package func wakeQueued(_ server: ServerPointer) {
        let proxy = server.pointee.proxy
        while proxy.pointee.queueLength.load(ordering: .acquiring) > 0 && server.pointee.isUsable {
            guard server.pointee.reserve() else { return }
            guard let next = proxy.pointee.queue.withLock({ $0.popFirst(for: server.pointee.slot) }) else {
                server.pointee.currentStreams.subtract(1, ordering: .acquiringAndReleasing)
                return
            }
            proxy.pointee.queueLength.subtract(1, ordering: .acquiringAndReleasing)
            let loop = Int(next.loop)
            if shared.mailboxes[loop].post(.queueTurn(stream: next.stream, server: server)) {
                kernel.wake(shared.wakers[loop].value.load(ordering: .acquiring))
            }
        }
    }

    private func enterQueue(_ stream: StreamPointer) {
        let back = backend(stream)
        stream.pointee.state = .queued
        let entry = queueEntry(stream)
        back.pointee.state.pointee.queue.withLock { $0.append(entry) }
        let length = back.pointee.state.pointee.queueLength.add(1, ordering: .acquiringAndReleasing).newValue
        back.pointee.state.pointee.queueLengthMax.raise(to: length)
        let timeouts = back.pointee.record.pointee.timeouts
        armMs(stream.pointee.client, timeouts.queueMs != Timeouts.unset ? timeouts.queueMs : timeouts.connectMs)
        // A place may have become free between the attempt and the entry.
        if let schedule = schedule(stream.pointee.generation, stream.pointee.record.backend), let usable = schedule.pointee.usable {
            for i in 0..<schedule.pointee.usableCount where usable[i].pointee.hasRoom { wakeQueued(usable[i]) }
        }
    }

    private func queueEntry(_ stream: StreamPointer) -> StreamQueue.Entry {
        StreamQueue.Entry(
            loop: UInt32(index), stream: stream.pointee.handle, servers: stream.pointee.generation.pointee.serverRows)
    }

    package func leaveQueue(_ stream: StreamPointer) {
        let back = backend(stream)
        let entry = queueEntry(stream)
        if back.pointee.state.pointee.queue.withLock({ $0.remove(entry) }) {
            back.pointee.state.pointee.queueLength.subtract(1, ordering: .acquiringAndReleasing)
        }
    }

    /// A place of `server` is this stream's, if it still waits.
    package func queueTurn(_ handle: Handle, _ server: ServerPointer) {
        guard let stream = streams.find(handle), stream.pointee.state == .queued else {
            server.pointee.currentStreams.subtract(1, ordering: .acquiringAndReleasing)
            wakeQueued(server)
            return
        }
        arena.pointee.reset()
        timers.arm(timerNode(stream.pointee.client), UInt64.max)
        stream.pointee.state = .routing
        useServer(stream, server)
    }

    // MARK: Idle connections

    package func makeIdle(_ connection: ConnectionPointer, _ stream: StreamPointer) {
        guard let server = connection.pointee.server else {
            closeConnection(connection)
            return
        }
        let row = stream.pointee.generation.pointee.serverRows[server.pointee.slot]
        let slot = Int(server.pointee.slot)
        while pools.count <= slot { pools.append(nil) }
        connection.pointee.phase = .idle
        connection.pointee.previousIdle = nil
        connection.pointee.nextIdle = pools[slot]
        pools[slot]?.pointee.previousIdle = connection
        pools[slot] = connection
        server.pointee.idleConnections.add(1, ordering: .relaxed)
        shared.idleServerConnections.add(1, ordering: .relaxed)
        let delay =
            row == UInt32.max ? 1000 : stream.pointee.generation.pointee.plan.servers.pointer(ServerID(row)).pointee.poolPurgeDelayMs
        armMs(connection, delay)
    }

    package func unlinkIdle(_ connection: ConnectionPointer) {
        guard let server = connection.pointee.server else { return }
        let slot = Int(server.pointee.slot)
        if let previous = connection.pointee.previousIdle {
            previous.pointee.nextIdle = connection.pointee.nextIdle
        } else {
            pools[slot] = connection.pointee.nextIdle
        }
        connection.pointee.nextIdle?.pointee.previousIdle = connection.pointee.previousIdle
        connection.pointee.nextIdle = nil
        connection.pointee.previousIdle = nil
        server.pointee.idleConnections.subtract(1, ordering: .relaxed)
        shared.idleServerConnections.subtract(1, ordering: .relaxed)
    }

    /// The most recently used idle connection of this shape.
    private func takeIdle(_ server: ServerPointer, _ shape: UInt64) -> ConnectionPointer? {
        let slot = Int(server.pointee.slot)
        guard slot < pools.count else { return nil }
        var candidate = pools[slot]
        while let connection = candidate {
            candidate = connection.pointee.nextIdle
            if connection.pointee.shape != shape || connection.pointee.readable || connection.pointee.hangup { continue }
            unlinkIdle(connection)
            return connection
        }
        return nil
    }
}
