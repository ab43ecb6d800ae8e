/// A server: decides what becomes of connections to it.
final class SimulatedOrigin: SimulatedActor {
    let port: UInt16
    /// Sends back what it gets, instead of HTTP.
    let echoes: Bool

    init(_ world: SimulatedWorld, port: UInt16, echoes: Bool) {
        self.port = port
        self.echoes = echoes
        super.init(world)
        world.add(self)
        world.origins[port] = self
    }

    /// False: refused at once.
    func receiveConnection(_ link: SimulatedLink) -> Bool {
        let draw = world.random.below(100)
        if draw < world.knobs.blackHoles {
            world.weather.connectFault = world.now
            return true
        }
        if draw < world.knobs.blackHoles + world.knobs.refusals {
            world.weather.connectFault = world.now
            if world.random.once(in: 3) { return false }
            RefusedLater(world, link).wake(after: world.reactionNs())
            return true
        }
        let connection = OriginConnection(self, link)
        link.peer = connection
        connection.wake(after: world.reactionNs())
        return true
    }
}

/// A connect that fails after a while.
final class RefusedLater: SimulatedActor {
    private let link: SimulatedLink

    init(_ world: SimulatedWorld, _ link: SimulatedLink) {
        self.link = link
        super.init(world)
        world.add(self)
    }

    override func move() {
        world.actors[number] = nil
        link.state = .failed
        world.breakNear(link, 111)
    }
}

/// One connection of an origin.
final class OriginConnection: SimulatedActor {
    private let origin: SimulatedOrigin
    private let link: SimulatedLink
    private var reader = WireReader(isResponse: false)
    private var output = WireOutput()
    private var current: Int?
    private var requestIsRead = false
    /// Body bytes of the answer put out so far, and whether its head is.
    private var answered = 0
    private var isAnswering = false
    private var answerIsWhole = false
    private var isTunnel: Bool
    private var sawEnd = false
    private var closesWhenSent = false
    private var isStalled = false
    private var nextPieceAt: UInt64 = 0
    private var closesIdleAt: UInt64

    init(_ origin: SimulatedOrigin, _ link: SimulatedLink) {
        self.origin = origin
        self.link = link
        isTunnel = origin.echoes
        closesIdleAt = origin.world.now &+ origin.world.random.within(Span.second...30 * Span.second)
        super.init(origin.world)
        world.add(self)
    }

    override var description: String { "origin \(origin.port) on link \(link.number)" }

    override func move() {
        if link.farClosed { return }
        if link.state == .connecting {
            link.state = .open
            world.raise(link)
        }
        if link.state == .failed { return }
        receive()
        if link.farClosed { return }
        produce()
        send()
        if link.farClosed { return }
        closeIdle()
    }

    private func receive() {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16 * 1024) { buffer in
            let limit = world.random.once(in: 6) ? world.random.within(1...64) : buffer.count
            while !link.farClosed {
                // An echo that is not sent yet holds back what comes behind it.
                if isTunnel && output.count > 64 * 1024 { return }
                let n = world.readFar(link, buffer.baseAddress!, limit)
                if n > 0 {
                    if isTunnel {
                        for i in 0..<n { output.put(buffer[i]) }
                    } else {
                        take(UnsafeBufferPointer(start: buffer.baseAddress, count: n))
                    }
                    if limit < buffer.count {
                        wake(after: world.reactionNs())
                        return
                    }
                    continue
                }
                if n == -11 { return }
                if n == -104 {
                    world.closeFar(link)
                    return
                }
                sawEnd = true
                if !isTunnel && (current == nil || !requestIsRead) { world.closeFar(link) }
                if isTunnel { closesWhenSent = true }
                return
            }
        }
    }

    private func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while !link.farClosed {
            let id = current
            let step = reader.next(bytes, &at, bodyless: false) { body, offset in
                guard let id else { return }
                for i in 0..<body.count where body[i] != world.exchanges[id].requestByte(offset + i) {
                    world.fail(.requestCorrupt, "exchange \(id): byte \(offset + i) of the request's body differs at \(description)")
                    return
                }
            }
            switch step {
            case .more: return
            case .head: beginExchange()
            case .end:
                requestIsRead = true
                if let id, reader.bodyCount != world.exchanges[id].requestLength {
                    world.fail(
                        .requestCorrupt,
                        "exchange \(id): \(reader.bodyCount) bytes of the request's body instead of \(world.exchanges[id].requestLength)")
                }
                isAnswering = true
                if at < bytes.count {
                    // Who answered before it had the whole request finds the next one right behind it.
                    if answerIsWhole && output.isEmpty {
                        finishAnswer()
                        continue
                    }
                    let rest = String(decoding: bytes[at...].prefix(100), as: UTF8.self)
                    world.fail(.requestCorrupt, "\(bytes.count - at) bytes behind the request of exchange \(current ?? -1): \(rest)")
                }
                return
            case .bad(let problem):
                world.fail(.requestCorrupt, "\(description): \(problem) in \(reader.text)")
                return
            }
        }
    }

    private func beginExchange() {
        requestIsRead = false
        answered = 0
        answerIsWhole = false
        guard let id = reader.exchange else {
            // A health check.
            output.put("HTTP/1.0 200 OK\r\n\r\n")
            closesWhenSent = true
            answerIsWhole = true
            return
        }
        guard world.exchanges.indices.contains(id) else {
            world.fail(.requestCorrupt, "no exchange \(id): \(reader.text)")
            return
        }
        current = id
        let exchange = world.exchanges[id]
        world.trace("\(description) has the head of exchange \(id), \(exchange.method) \(exchange.answer)")
        world.exchanges[id].timesSeen += 1
        if exchange.timesSeen > 0 && !exchange.method.isIdempotent {
            world.fail(.requestDuplicated, "exchange \(id): its \(exchange.method) was sent twice")
        }
        let forwarded = reader.value("x-forwarded-for").map { String(decoding: $0, as: UTF8.self) } ?? "nothing"
        let address = exchange.client.high
        let expected = "\(address & 0xFF).\(address >> 8 & 0xFF).\(address >> 16 & 0xFF).\(address >> 24 & 0xFF)"
        if forwarded != expected { world.fail(.requestCorrupt, "exchange \(id): forwarded for \(forwarded) instead of \(expected)") }
        switch exchange.answer {
        case .resetBefore:
            world.exchanges[id].faults.insert(.badAnswer)
            world.closeFar(link, reset: true)
        case .closeBefore:
            world.exchanges[id].faults.insert(.badAnswer)
            world.closeFar(link)
        case .stallBefore:
            world.exchanges[id].faults.insert(.stalled)
            isStalled = true
        case .early:
            isAnswering = true
        default:
            break
        }
    }

    /// Puts out as much of the answer as its pace allows.
    private func produce() {
        guard let id = current, isAnswering, !answerIsWhole, !isStalled else { return }
        let exchange = world.exchanges[id]
        if answered == 0 && nextPieceAt == 0 {
            putHead(exchange)
            nextPieceAt = world.now
            if exchange.answer == .upgrade {
                isTunnel = true
                answerIsWhole = true
                return
            }
        }
        while !answerIsWhole && output.count < 32 * 1024 {
            if world.now < nextPieceAt {
                wake(after: nextPieceAt &- world.now)
                return
            }
            if spoils(exchange) { return }
            let n = min(exchange.visibleLength - answered, exchange.pieceLimit, 8192)
            let isChunked = exchange.answer == .chunked || exchange.answer == .badChunk
            if n > 0 {
                if isChunked {
                    output.putHexadecimal(n)
                    output.put("\r\n")
                }
                for i in 0..<n { output.put(exchange.answerByte(answered + i)) }
                if isChunked { output.put("\r\n") }
                answered += n
                if exchange.paceNs > 0 { nextPieceAt = world.now &+ exchange.paceNs }
            }
            if answered == exchange.visibleLength {
                if isChunked && exchange.method != .head { output.put("0\r\n\r\n") }
                answerIsWhole = true
            }
        }
    }

    private func putHead(_ exchange: Exchange) {
        for _ in 0..<exchange.interimAnswers { output.put("HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n") }
        if exchange.answer == .garbage {
            world.exchanges[exchange.id].faults.insert(.badAnswer)
            output.put("200 this is not HTTP\r\n\r\n")
            return
        }
        output.put("HTTP/1.1 ")
        output.put(exchange.status)
        output.put(" X\r\nx-exchange: ")
        output.put(exchange.id)
        output.put("\r\n")
        switch exchange.answer {
        case .chunked, .badChunk: output.put("transfer-encoding: chunked\r\n")
        case .untilClose: output.put("connection: close\r\n")
        case .upgrade: output.put("connection: upgrade\r\nupgrade: echo\r\n")
        case .noContent, .notModified: break
        default:
            output.put("content-length: ")
            output.put(exchange.answerLength)
            output.put("\r\n")
        }
        if exchange.announcesClose && exchange.answer != .untilClose && exchange.answer != .upgrade { output.put("connection: close\r\n") }
        output.put("\r\n")
    }

    /// The middle of an answer that is to end badly.
    private func spoils(_ exchange: Exchange) -> Bool {
        guard exchange.answer.isSpoiled else { return false }
        if exchange.answer == .garbage {
            answerIsWhole = true
            closesWhenSent = true
            return true
        }
        guard answered >= exchange.visibleLength / 2 else { return false }
        world.exchanges[exchange.id].faults.insert(.cutAnswer)
        switch exchange.answer {
        case .closeDuring:
            answerIsWhole = true
            closesWhenSent = true
        case .resetDuring:
            _ = output.flush(world, link)
            world.closeFar(link, reset: true)
        case .badChunk:
            output.put("zz\r\n")
            answerIsWhole = true
            closesWhenSent = true
        default:
            world.exchanges[exchange.id].faults.insert(.stalled)
            isStalled = true
        }
        return true
    }

    private func send() {
        while !output.isEmpty && !link.farClosed {
            let n = output.flush(world, link, limit: world.random.once(in: 5) ? world.random.within(1...512) : Int.max)
            if n < 0 {
                world.closeFar(link)
                return
            }
            if n == 0 { return }
            if world.random.once(in: 4) && !output.isEmpty {
                wake(after: world.reactionNs())
                return
            }
            produce()
            if link.farClosed { return }
        }
        if !link.farClosed { finishAnswer() }
    }

    private func finishAnswer() {
        if closesWhenSent && (isTunnel || answerIsWhole) {
            world.closeFar(link)
            return
        }
        guard answerIsWhole, requestIsRead, !isTunnel, let id = current else { return }
        let exchange = world.exchanges[id]
        current = nil
        isAnswering = false
        answerIsWhole = false
        nextPieceAt = 0
        reader.restart()
        if exchange.answer == .untilClose || exchange.announcesClose || sawEnd {
            world.closeFar(link)
            return
        }
        let idle = exchange.closesSilently ? world.reactionNs() : world.random.within(Span.second...30 * Span.second)
        closesIdleAt = world.now &+ idle
    }

    /// Origins end idle connections when they like.
    private func closeIdle() {
        guard current == nil, !isTunnel, reader.isBetweenMessages, output.isEmpty, !closesWhenSent else { return }
        if world.now >= closesIdleAt {
            world.closeFar(link)
        } else {
            wake(after: closesIdleAt &- world.now)
        }
    }
}
