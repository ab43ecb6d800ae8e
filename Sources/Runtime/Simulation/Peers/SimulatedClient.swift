/// A client of the runtime: one connection after another, on each one request after another or several at once. It knows what must
/// come back and judges everything that does.
final class SimulatedClient: SimulatedActor {
    enum Style: CaseIterable {
        /// Many requests on a connection, perhaps several under way at once.
        case keepAlive
        /// A connection a request.
        case fresh
        /// A TCP session through the echo.
        case session
    }

    let style: Style
    private let address: PeerAddress
    /// Requests or sessions still to be made.
    private var left: Int
    private let depth: Int
    private let writeLimit: Int
    private let readLimit: Int
    private let paceNs: UInt64
    private let thinkNs: UInt64
    private(set) var isDone = false

    private var port: UInt16 = 0
    private var link: SimulatedLink?
    private var listener: SimulatedListener?
    private var knocks = 0
    private var reader = WireReader(isResponse: true)
    private var output = WireOutput()
    /// Under way, first come first.
    private var outstanding: [Int] = []
    private var connectedAt: UInt64 = 0
    private var lastActivity: UInt64 = 0
    private var nextRequestAt: UInt64 = 0
    private var answersHere = 0
    /// Bytes sent on this connection.
    private var trickled = 0
    /// The last answer said that it is the last, or we did.
    private var closeAnnounced = false
    private var saysClose = false
    private var abortAt = UInt64.max
    private var tunnel: Int?
    private var tunnelSent = 0
    private var tunnelBack = 0
    private var isOrigins = false
    /// An answer was complete before its request was: the runtime may close then.
    private var mayCloseEarly = false

    init(_ world: SimulatedWorld, style: Style, number: Int) {
        self.style = style
        address = PeerAddress(ipv4: 10, 1, UInt8(number / 250), UInt8(number % 250 + 1), port: UInt16(30_000 + number))
        let random = world.random.next()
        var own = Xoshiro256(seed: random)
        left = style == .session ? own.within(1...3) : own.within(1...16)
        depth = style == .keepAlive && own.once(in: 3) ? own.within(2...4) : 1
        writeLimit = own.once(in: 4) ? own.within(1...40) : own.once(in: 4) ? 1 : Int.max
        readLimit = own.once(in: 4) ? own.within(800...3000) : 16 * 1024
        paceNs = own.once(in: 2) ? 0 : own.within(0...4 * Span.millisecond)
        thinkNs = own.once(in: 3) ? 0 : own.within(0...2 * Span.second)
        super.init(world)
        world.add(self)
    }

    override var description: String { "client \(number) (\(style)) on link \(link?.number ?? 0)" }

    override func move() {
        if isDone { return }
        if link == nil {
            knock()
            return
        }
        if world.now >= abortAt {
            breakOff()
            return
        }
        receive()
        guard let link else { return }
        if link.farReset {
            ended(reset: true)
            return
        }
        ask()
        send()
    }

    // MARK: Connections

    private func finish() {
        isDone = true
        world.clientsLeft -= 1
    }

    /// Connects, or gives up where the runtime no longer listens.
    private func knock() {
        if left == 0 || (world.weather.stopping != UInt64.max && world.random.once(in: 2)) {
            finish()
            return
        }
        if let listener {
            // The handshake ends.
            self.listener = nil
            guard world.listeners.contains(where: { $0 === listener }) else {
                retry()
                return
            }
            let fresh = world.newLink(peer: self, isAccepted: true)
            fresh.farAddress = address
            if world.enqueue(fresh, listener) {
                begin(fresh)
            } else {
                retry()
            }
            return
        }
        port = style == .session ? 9000 : world.random.once(in: world.fault == .skippedDrain ? 1 : 3) ? 8081 : 8080
        // Only sockets whose address the plan has answer a SYN; the others' queues drain.
        guard let open = world.listeners.first(where: { $0.address.port == port && $0.isOpen }) else {
            retry()
            return
        }
        listener = open
        // A socket that goes away while handshakes are under way: where that is what is looked for, there are many.
        let isSlow = world.fault == .skippedDrain
        wake(after: isSlow ? world.random.within(0...150 * Span.millisecond) : min(world.reactionNs(), 150 * Span.millisecond))
    }

    private func retry() {
        knocks += 1
        if knocks > 40 || world.weather.stopping != UInt64.max {
            finish()
            return
        }
        wake(after: world.random.within(Span.millisecond...300 * Span.millisecond))
    }

    private func begin(_ fresh: SimulatedLink) {
        link = fresh
        knocks = 0
        reader.restart()
        output.drop()
        outstanding.removeAll(keepingCapacity: true)
        connectedAt = world.now
        lastActivity = world.now
        nextRequestAt = world.now
        answersHere = 0
        trickled = 0
        closeAnnounced = false
        saysClose = false
        tunnel = nil
        mayCloseEarly = false
        abortAt = world.random.percent(world.knobs.aborts) ? world.now &+ world.random.within(0...2 * Span.second) : UInt64.max
        if abortAt != UInt64.max { wake(after: abortAt &- world.now) }
        wake(after: world.reactionNs())
    }

    private func breakOff() {
        guard let link else { return }
        for id in outstanding { world.exchanges[id].faults.insert(.clientAborted) }
        world.trace("\(description) breaks off")
        world.closeFar(link, reset: world.random.once(in: 2))
        leave()
    }

    /// This connection is over; what is left goes on another.
    private func leave() {
        if let link { world.closeFar(link) }
        link = nil
        if left == 0 {
            finish()
        } else {
            wake(after: world.random.within(0...200 * Span.millisecond))
        }
    }

    // MARK: Asking

    private func ask() {
        guard link != nil, !closeAnnounced, !saysClose, tunnel == nil else { return }
        if left == 0 && outstanding.isEmpty && output.isEmpty {
            leave()
            return
        }
        while left > 0 && outstanding.count < depth && !saysClose {
            if world.now < nextRequestAt {
                wake(after: nextRequestAt &- world.now)
                return
            }
            if style == .session { beginSession() } else { putRequest() }
            left -= 1
            if tunnel != nil { return }
        }
    }

    private func register(_ draw: Exchange) -> Exchange {
        var exchange = draw
        exchange.client = address
        exchange.startedAt = world.now
        exchange.committedAtStart = world.handovers.committed
        exchange.isFirst = answersHere == 0 && outstanding.isEmpty
        return exchange
    }

    private func beginSession() {
        var exchange = register(Exchange(id: world.exchanges.count))
        exchange.answer = .upgrade
        exchange.tunnelLength = world.random.skewed(30_000)
        world.exchanges.append(exchange)
        outstanding.append(exchange.id)
        beginTunnel(exchange.id)
    }

    private func putRequest() {
        var exchange = register(Exchange(id: world.exchanges.count, &world.random, world.knobs))
        if depth > 1 && exchange.answer == .upgrade { exchange.answer = .length }
        exchange.isLast = style == .fresh ? world.random.percent(80) : left == 1 && world.random.once(in: 4)
        if exchange.answer == .upgrade { exchange.isLast = false }
        if let before = outstanding.last { world.exchanges[before].faults.insert(.pipelined) }
        world.exchanges.append(exchange)
        outstanding.append(exchange.id)
        world.trace("\(description) asks exchange \(exchange.id), \(exchange.method) \(exchange.answer)")
        output.put(exchange.method.text)
        output.put(" /x/")
        output.put(exchange.id)
        output.put(" HTTP/1.1\r\nhost: simulated.test\r\n")
        if exchange.answer == .upgrade { output.put("connection: upgrade\r\nupgrade: echo\r\n") }
        if exchange.isLast {
            output.put("connection: close\r\n")
            saysClose = true
        }
        if exchange.method == .post || exchange.method == .put {
            if exchange.isRequestChunked {
                output.put("transfer-encoding: chunked\r\n\r\n")
                putChunks(exchange)
            } else {
                output.put("content-length: ")
                output.put(exchange.requestLength)
                output.put("\r\n\r\n")
                for i in 0..<exchange.requestLength { output.put(exchange.requestByte(i)) }
            }
        } else {
            output.put("\r\n")
        }
        if exchange.answer == .upgrade { saysClose = true }
        lastActivity = world.now
    }

    private func putChunks(_ exchange: Exchange) {
        var at = 0
        while at < exchange.requestLength {
            let n = min(exchange.requestLength - at, 1 + world.random.skewed(5000))
            output.putHexadecimal(n)
            output.put("\r\n")
            for i in at..<at + n { output.put(exchange.requestByte(i)) }
            output.put("\r\n")
            at += n
        }
        output.put("0\r\n")
        if world.random.once(in: 4) { output.put("x-trailer: yes\r\n") }
        output.put("\r\n")
    }

    private func send() {
        guard let link, !output.isEmpty else {
            if tunnel != nil { feedTunnel() }
            return
        }
        // A trickle goes on for a while, not for as long as the largest body would take.
        let n = output.flush(world, link, limit: trickled < SimulationLimits.trickledBytes ? writeLimit : Int.max)
        if n < 0 {
            ended(reset: true)
            return
        }
        if n > 0 {
            trickled += n
            lastActivity = world.now
            if !output.isEmpty || tunnel != nil { wake(after: paceNs) }
        }
        if output.isEmpty && tunnel != nil { feedTunnel() }
    }

    // MARK: Tunnels

    private func beginTunnel(_ id: Int) {
        tunnel = id
        tunnelSent = 0
        tunnelBack = 0
        feedTunnel()
    }

    private func feedTunnel() {
        guard let id = tunnel, let link, output.isEmpty else { return }
        let exchange = world.exchanges[id]
        if tunnelSent == exchange.tunnelLength {
            world.shutFar(link)
            return
        }
        let n = min(exchange.tunnelLength - tunnelSent, world.random.within(1...4000))
        for i in tunnelSent..<tunnelSent + n { output.put(exchange.requestByte(i)) }
        tunnelSent += n
        // Now and then a tunnel is silent for a while.
        wake(after: world.random.once(in: 6) ? world.random.within(0...3 * Span.second) : world.reactionNs())
    }

    private func takeTunnel(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let id = tunnel else { return }
        for byte in bytes {
            if tunnelBack >= world.exchanges[id].tunnelLength || byte != world.exchanges[id].requestByte(tunnelBack) {
                world.fail(.responseCorrupt, "exchange \(id): byte \(tunnelBack) that came back through the tunnel is wrong")
                return
            }
            tunnelBack += 1
        }
    }

    // MARK: Receiving

    private func receive() {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16 * 1024) { buffer in
            while let link {
                let n = world.readFar(link, buffer.baseAddress!, readLimit)
                if n > 0 {
                    lastActivity = world.now
                    take(UnsafeBufferPointer(start: buffer.baseAddress, count: n))
                    if world.violation != nil { return }
                    if readLimit < buffer.count {
                        wake(after: paceNs)
                        return
                    }
                    continue
                }
                if n != -11 { ended(reset: n == -104) }
                return
            }
        }
    }

    private func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        if tunnel != nil {
            takeTunnel(bytes)
            return
        }
        var at = 0
        while let link {
            guard let id = outstanding.first else {
                if at < bytes.count { unasked(bytes, at) }
                return
            }
            let exchange = world.exchanges[id]
            let step = reader.next(bytes, &at, bodyless: exchange.method == .head) { body, offset in
                guard isOrigins else { return }
                for i in 0..<body.count where offset + i >= exchange.visibleLength || body[i] != exchange.answerByte(offset + i) {
                    world.fail(.responseCorrupt, "exchange \(id): byte \(offset + i) of the answer's body is wrong")
                    return
                }
            }
            switch step {
            case .more: return
            case .bad(let problem):
                if exchange.faults.contains(.cutAnswer) && exchange.answer == .badChunk {
                    world.closeFar(link)
                    leave()
                    return
                }
                world.fail(.responseCorrupt, "exchange \(id): \(problem) in \(reader.text)")
                return
            case .head:
                judgeHead(exchange)
                if reader.status == 101 {
                    outstanding.removeFirst()
                    outstanding.insert(id, at: 0)
                    beginTunnel(id)
                    if at < bytes.count { takeTunnel(UnsafeBufferPointer(rebasing: bytes[at...])) }
                    return
                }
            case .end:
                finishAnswer(exchange)
            }
        }
    }

    private func unasked(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
        let text = String(decoding: bytes[at...], as: UTF8.self)
        // A client that is slow to ask is told so.
        if text.hasPrefix("HTTP/1.1 408") || text.hasPrefix("HTTP/1.0 408") {
            if world.now &- connectedAt < world.shortestRequestTimeNs {
                world.fail(.responseUnexplained, "\(description): 408 after \((world.now &- connectedAt) / Span.millisecond) ms")
            }
            closeAnnounced = true
            return
        }
        world.fail(.responseCorrupt, "\(description): bytes that were not asked for: \(text.prefix(200))")
    }

    private func judgeHead(_ exchange: Exchange) {
        let status = reader.status
        if status >= 100 && status < 200 && status != 101 { return }
        let closes = reader.has("connection", "close")
        if closes { closeAnnounced = true }
        isOrigins = false
        guard let number = reader.number("x-exchange") else {
            world.judgeLocal(status, exchange, description, reader.text)
            return
        }
        isOrigins = true
        if number != exchange.id {
            world.fail(.responseCorrupt, "exchange \(exchange.id): the answer of exchange \(number) came")
            return
        }
        if status != exchange.status {
            world.fail(.responseCorrupt, "exchange \(exchange.id): status \(status) instead of \(exchange.status)")
        }
        guard let plan = reader.number("x-plan").map({ UInt32(clamping: $0) }) else {
            world.fail(.oldPlan, "exchange \(exchange.id): an answer without the plan's header")
            return
        }
        world.judgePlan(plan, exchange, port, closes: closes || exchange.answer == .upgrade || exchange.answer == .untilClose)
    }

    private func finishAnswer(_ exchange: Exchange) {
        let status = reader.status
        if status >= 100 && status < 200 {
            reader.restart()
            return
        }
        if isOrigins && reader.bodyCount != exchange.visibleLength && !exchange.faults.contains(.cutAnswer) {
            world.fail(.streamCut, "exchange \(exchange.id): \(reader.bodyCount) bytes of \(exchange.visibleLength)")
        }
        world.trace("\(description) has its answer to exchange \(exchange.id)")
        outstanding.removeFirst()
        answersHere += 1
        world.answers += 1
        reader.restart()
        if !output.isEmpty || exchange.answer == .early { mayCloseEarly = true }
        nextRequestAt = world.now &+ (thinkNs == 0 ? 0 : world.random.within(0...thinkNs))
        if closeAnnounced || exchange.isLast || !isOrigins && !output.isEmpty {
            // What was asked behind it is asked again elsewhere.
            left += outstanding.count
            outstanding.removeAll(keepingCapacity: true)
            leave()
        } else {
            wake(after: nextRequestAt &- world.now)
        }
    }

    /// The runtime ended the connection.
    private func ended(reset: Bool) {
        guard link != nil else { return }
        if let id = tunnel {
            let exchange = world.exchanges[id]
            if tunnelBack < exchange.tunnelLength && !world.explainsCut(exchange) {
                world.fail(.streamCut, "\(description): tunnel \(id) ended after \(tunnelBack) of \(exchange.tunnelLength) bytes")
            }
            world.answers += 1
            outstanding.removeAll(keepingCapacity: true)
            leave()
            return
        }
        guard let id = outstanding.first else {
            if !closeAnnounced && !saysClose && !mayCloseEarly && !world.explainsIdleClose(lastActivity, connectedAt, answersHere) {
                world.fail(.keepAliveClosed, "\(description): closed while idle, \(answersHere) answers, nothing was announced")
            }
            leave()
            return
        }
        let exchange = world.exchanges[id]
        if case .untilClose = reader.mode, !reset || exchange.faults.contains(.cutAnswer) {
            finishUntilClose(exchange)
            return
        }
        judgeCut(exchange, reset)
        left += outstanding.count
        // The spoiled one is not asked again for ever.
        if left > 0 && exchange.answer.isSpoiled { left -= 1 }
        outstanding.removeAll(keepingCapacity: true)
        leave()
    }

    private func finishUntilClose(_ exchange: Exchange) {
        if isOrigins && reader.bodyCount != exchange.visibleLength && !world.explainsCut(exchange) {
            world.fail(.streamCut, "exchange \(exchange.id): \(reader.bodyCount) bytes of \(exchange.visibleLength), then the end")
        }
        world.answers += 1
        left += outstanding.count - 1
        outstanding.removeAll(keepingCapacity: true)
        leave()
    }

    private func judgeCut(_ exchange: Exchange, _ reset: Bool) {
        if closeAnnounced && reader.isBetweenMessages { return }
        if world.explainsCut(exchange) || mayCloseEarly { return }
        // Requests behind the last one meet a closed connection, and the reset may overtake the answer (RFC 9112 section 9.6).
        if reset && exchange.faults.contains(.pipelined) { return }
        if reader.isBetweenMessages && !exchange.isFirst {
            if world.explainsIdleClose(lastActivity, connectedAt, answersHere) { return }
            world.fail(.keepAliveClosed, "\(description): closed with exchange \(exchange.id) under way, nothing was announced")
            return
        }
        let how = reset ? "reset" : "closed"
        if reader.isBetweenMessages {
            world.fail(
                .requestLost, "\(description): \(how) before any answer to exchange \(exchange.id) (\(exchange.method) \(exchange.answer))")
        } else {
            world.fail(.streamCut, "\(description): \(how) in the answer to exchange \(exchange.id) after \(reader.bodyCount) bytes")
        }
    }
}
