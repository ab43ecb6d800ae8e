import BenchSupport
import Glibc

/// One request and its answer: connecting, sending, reading, judging.
extension Load {
    /// Sends the next request (or batch) of a keep-alive or fresh client.
    mutating func begin(_ index: Int, _ dueNs: UInt64) {
        let client = clients[index]
        let batch = client.pointee.kind == .keepalive ? options.pipeline : 1
        client.pointee.batch = batch
        client.pointee.variant = nextVariant()
        client.pointee.sentBytes = 0
        client.pointee.sinceNs = options.rate > 0 ? now() : dueNs
        counters.requests += batch
        outstanding += batch
        let isConnected = client.pointee.state == .idle
        if !isConnected { client.pointee.markEpoch = 0 }
        for _ in 0..<batch { client.pointee.pending.append(pending(client, dueNs)) }
        if isConnected {
            client.pointee.state = .busy
            send(index)
        } else {
            connect(index)
        }
    }

    private func pending(_ client: UnsafeMutablePointer<Client>, _ dueNs: UInt64) -> Client.Pending {
        let epoch = expectation.epoch
        if client.pointee.markEpoch != epoch {
            client.pointee.markEpoch = epoch
            client.pointee.sentSinceMark = 0
        }
        client.pointee.sentSinceMark += 1
        // --expect-header is in force before the first request, so that one is judged too.
        let isStrict = epoch == 1 && options.expectHeader != nil
        return Client.Pending(startNs: dueNs, epoch: epoch, isFirst: client.pointee.sentSinceMark == 1 && !isStrict)
    }

    mutating func connect(_ index: Int) {
        let client = clients[index]
        let address = client.pointee.kind == .tcp ? options.tcpTargets[client.pointee.target] : options.targets[client.pointee.target]
        let (fd, error) = Sockets.connect(address)
        client.pointee.generation = client.pointee.generation == .max ? 1 : client.pointee.generation + 1
        client.pointee.isReadable = false
        client.pointee.peerEnded = false
        client.pointee.answered = 0
        client.pointee.inBody = false
        client.pointee.input.removeAll()
        client.pointee.state = .connecting
        guard fd >= 0 else { return connectFailed(index, error) }
        client.pointee.fd = fd
        poller.add(connection: fd, token: token(index))
        if error == 0 { connected(index) }
    }

    private mutating func connectFailed(_ index: Int, _ error: Int32) {
        switch error {
        case ECONNREFUSED, ENOENT, EAGAIN: fail(index, .refused)
        case EMFILE, ENFILE, EADDRNOTAVAIL, ENOBUFS, ENOMEM: fail(index, .local)
        case ETIMEDOUT: fail(index, .timeout)
        default: fail(index, .reset)
        }
    }

    private mutating func connected(_ index: Int) {
        counters.connectionsOpened += 1
        let client = clients[index]
        if client.pointee.kind == .tcp { return opened(index) }
        client.pointee.state = .busy
        send(index)
    }

    /// What one event makes possible.
    mutating func advance(_ index: Int, writable: Bool) {
        let client = clients[index]
        if client.pointee.state == .connecting {
            guard writable else { return }
            let error = Sockets.pendingError(client.pointee.fd)
            if error != 0 { return connectFailed(index, error) }
            connected(index)
        } else if writable, client.pointee.state == .busy {
            send(index)
        }
        receive(index)
    }

    private mutating func send(_ index: Int) {
        let client = clients[index]
        let bytes = requests.bytes(for: client)
        let result: Sockets.Transfer = bytes.withUnsafeBufferPointer { bytes in
            guard let first = bytes.baseAddress else { return .wouldBlock }
            while client.pointee.sentBytes < bytes.count {
                let sent = Sockets.send(client.pointee.fd, first + client.pointee.sentBytes, bytes.count - client.pointee.sentBytes)
                guard case .bytes(let count) = sent else { return sent }
                client.pointee.sentBytes += count
            }
            return .wouldBlock
        }
        guard case .failed = result else { return }
        if client.pointee.kind == .keepalive, client.pointee.answered > 0, client.pointee.sentBytes == 0 {
            // Nothing of the request left: the connection was closed while idle, and the request goes to a new one.
            counters.closedIdle += 1
            describe(index, "kept-alive connection closed while idle")
            release(index)
            client.pointee.markEpoch = 0
            for position in client.pointee.pendingFirst..<client.pointee.pending.count {
                client.pointee.pending[position] = pending(client, client.pointee.pending[position].startNs)
            }
            connect(index)
            return
        }
        // An answer that was sent before the reset may still be there.
        client.pointee.isReadable = true
        receive(index)
        if client.pointee.state == .busy { fail(index, .reset) }
    }

    private mutating func receive(_ index: Int) {
        let client = clients[index]
        while client.pointee.isReadable, client.pointee.fd >= 0 {
            if client.pointee.input.room == 0 { client.pointee.input.reserve(Bounds.inputBytes) }
            let room = client.pointee.input.room
            switch Sockets.receive(client.pointee.fd, client.pointee.input.tail, room) {
            case .bytes(let count):
                counters.bytesReceived += count
                client.pointee.input.wrote(count)
                if count < room, !client.pointee.peerEnded { client.pointee.isReadable = false }
                if client.pointee.kind == .tcp || client.pointee.kind == .upgrade && client.pointee.state == .open {
                    takePings(index)
                } else {
                    judge(index)
                }
            case .wouldBlock: client.pointee.isReadable = false
            case .end: return peerClosed(index, reset: false)
            case .failed: return peerClosed(index, reset: true)
            }
        }
    }

    /// Reads answers out of the input.
    private mutating func judge(_ index: Int) {
        let client = clients[index]
        while client.pointee.fd >= 0, !client.pointee.input.isEmpty {
            if !client.pointee.inBody {
                guard client.pointee.outstanding > 0 || client.pointee.isLongLived else { return unsolicited(index) }
                let isToHead = options.method == "HEAD" && !client.pointee.isLongLived
                switch Response.parse(client.pointee.input.head, client.pointee.input.count, toHead: isToHead, tracked: expectation.name) {
                case .incomplete: return
                case .malformed: return fail(index, .badFraming)
                case .response(let response):
                    if !start(index, response) { return }
                }
            } else {
                take(index)
            }
        }
    }

    /// A head is complete. False when the connection is no longer this function's business.
    private mutating func start(_ index: Int, _ response: Response) -> Bool {
        let client = clients[index]
        if response.status < 200, response.status != 101 {
            client.pointee.input.consume(response.headLength)
            return true
        }
        if client.pointee.isLongLived { return startLongLived(index, response) }
        counters.count(status: response.status)
        let pending = client.pointee.pending[client.pointee.pendingFirst]
        if pending.epoch > 0 { checkHeader(index, response, pending) }
        client.pointee.statusIsWrong = response.status != options.expectStatus
        client.pointee.bodyIsWrong = false
        client.pointee.announcesClose = response.announcesClose
        client.pointee.body = Body(response.framing)
        client.pointee.inBody = true
        client.pointee.input.consume(response.headLength)
        if client.pointee.body.isDone { complete(index) }
        return true
    }

    private mutating func checkHeader(_ index: Int, _ response: Response, _ pending: Client.Pending) {
        let client = clients[index]
        let value = UnsafeBufferPointer(
            start: UnsafePointer(client.pointee.input.head) + max(0, response.trackedOffset), count: response.trackedLength)
        if pending.isFirst {
            if !expectation.isAtLeast(value, pending.epoch) { counters.oldOnFirst += 1 }
            return
        }
        guard case .undecided = expectation.judge(value, sentIn: pending.epoch) else { return }
        let shown = String(decoding: value, as: UTF8.self)
        describe(
            index, "shows '\(shown)', due is '\(String(decoding: expectation.due, as: UTF8.self))': stale unless the next mark says so")
    }

    private mutating func take(_ index: Int) {
        let client = clients[index]
        let bytes = client.pointee.input.head
        let offset = client.pointee.body.received
        let piece = client.pointee.body.next(bytes, client.pointee.input.count)
        if piece.malformed { return fail(index, .badFraming) }
        if options.verify, !client.pointee.isLongLived, piece.dataCount > 0, !client.pointee.bodyIsWrong {
            client.pointee.bodyIsWrong = !pattern.matches(bytes + piece.dataOffset, piece.dataCount, at: offset)
        }
        if client.pointee.isLongLived { client.pointee.sinceNs = now() }
        client.pointee.input.consume(piece.used)
        guard client.pointee.body.isDone else { return }
        if client.pointee.isLongLived { lose(index, .cut) } else { complete(index) }
    }

    private mutating func unsolicited(_ index: Int) {
        counters.unsolicited += 1
        describe(index, "bytes that no request asked for")
        release(index)
    }
}
