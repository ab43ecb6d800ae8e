import Plan
import Synchronization

/// One thread's event loop: it owns its connections, streams, timers, buffers and idle server connections. Everything here runs on that
/// thread; others reach it through its ``Mailbox``. Generic over the kernel, so that a simulated one costs nothing.
package final class Loop<K: Kernel> {
    package let index: Int
    package let shared: LoopShared
    package let kernel: K
    /// The control thread's eventfd, woken after a report.
    package let controlWaker: Int32
    package let waker: Int32

    /// Read once per turn.
    package var now: UInt64
    package var wall: Int64 = 0

    package var connections = Slab<Connection>(limit: RuntimeLimits.connectionsPerLoop)
    package var streams = Slab<Stream>(limit: RuntimeLimits.connectionsPerLoop)
    package var timers: TimerWheel
    package let events: UnsafeMutablePointer<PollEvent>
    package let receive: UnsafeMutablePointer<UInt8>
    package let arena: UnsafeMutablePointer<ScratchArena>
    package let requestHead: UnsafeMutablePointer<MessageHead>
    package let responseHead: UnsafeMutablePointer<MessageHead>
    /// For the trailers of requests, whose head may still be in use.
    package let trailerHead: UnsafeMutablePointer<MessageHead>
    package let pieces: UnsafeMutablePointer<IOPiece>
    package var pieceCount = 0
    package var pieceBytes = 0

    /// What new connections and next requests get.
    package var generation: GenerationPointer?
    /// Every generation that this loop counts.
    package var held: [HeldGeneration<K>] = []
    /// By registry slot.
    package var listeners: [LoopListener] = []
    /// Heads of the idle connections by server slot.
    package var pools: [ConnectionPointer?] = []
    package var checks: LoopChecks<K>
    package let environment: UnsafeMutablePointer<RuleEnvironment>
    package let logs: UnsafeMutablePointer<LogSender<K>>

    /// Connections with work left over from an event (budget, pipelined requests).
    package var ready: [ConnectionPointer] = []
    package var readyNext: [ConnectionPointer] = []
    /// Closed in this turn; their slots are freed at its end, so that no pointer held on the stack dangles.
    package var closedConnections: [ConnectionPointer] = []
    package var endedStreams: [StreamPointer] = []
    package var spareBlocks: [UnsafeMutableRawPointer] = []
    package var random: UInt64
    /// A generation may have lost its last pin here.
    package var mayRelease = false
    package var isStopping = false
    package var isStopped = false
    package var acceptPausedUntil: UInt64 = 0
    package let acceptTimer: UnsafeMutablePointer<TimerNode>
    package let stopTimer: UnsafeMutablePointer<TimerNode>

    package init?(index: Int, shared: LoopShared, kernel: K, controlWaker: Int32, environment settings: RuleEnvironment.Settings) {
        self.index = index
        self.shared = shared
        self.kernel = kernel
        self.controlWaker = controlWaker
        let waker = kernel.makeWaker(token: Token(.waker, .none).raw)
        guard waker >= 0 else { return nil }
        self.waker = waker
        shared.wakers[index].value.store(waker, ordering: .releasing)
        now = kernel.now()
        timers = TimerWheel(now: now)
        events = .allocate(capacity: RuntimeLimits.eventsPerTurn)
        receive = .allocate(capacity: RuntimeLimits.receiveBytes)
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: RuntimeLimits.arenaBytes, alignment: 16)
        arena = .allocate(capacity: 1)
        arena.initialize(to: ScratchArena(memory: memory))
        requestHead = .allocate(capacity: 1)
        requestHead.initialize(to: MessageHead.allocate())
        responseHead = .allocate(capacity: 1)
        responseHead.initialize(to: MessageHead.allocate())
        trailerHead = .allocate(capacity: 1)
        trailerHead.initialize(to: MessageHead.allocate())
        pieces = .allocate(capacity: RuntimeLimits.pieces)
        acceptTimer = .allocate(capacity: 1)
        acceptTimer.initialize(to: TimerNode())
        stopTimer = .allocate(capacity: 1)
        stopTimer.initialize(to: TimerNode())
        stopTimer.pointee.token = Token(.waker, .none).raw
        guard let environment = RuleEnvironment.allocate(settings) else { return nil }
        self.environment = environment
        logs = .allocate(capacity: 1)
        logs.initialize(to: LogSender<K>(tag: ByteSlice("batond")))
        checks = LoopChecks<K>(loop: index, loops: shared.loopCount)
        random = now &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    // MARK: One turn

    /// Waits for events at most until the next timer, then handles everything that came. The thread calls it until ``isStopped``.
    package func turn(maxWaitMs: Int32 = -1) {
        var wait = ready.isEmpty ? timers.timeoutMs(now: kernel.now()) : 0
        if maxWaitMs >= 0 && (wait < 0 || wait > maxWaitMs) { wait = maxWaitMs }
        shared.turns[index].value.wrappingAdd(1, ordering: .acquiringAndReleasing)
        let count = kernel.poll(events, capacity: RuntimeLimits.eventsPerTurn, timeoutMs: wait)
        shared.turns[index].value.wrappingAdd(1, ordering: .acquiringAndReleasing)
        now = kernel.now()
        wall = kernel.wallClock()
        environment.pointee.now = now
        environment.pointee.wall = wall

        takeMail()
        for i in 0..<count { handle(events[i]) }
        while let token = timers.nextExpired(now: now) { fire(Token(raw: token)) }
        runReady()
        logs.pointee.flush(kernel)
        sweep()
    }

    private func handle(_ event: PollEvent) {
        let token = Token(raw: event.token)
        switch token.kind {
        case .connection:
            guard let connection = connections.find(token.handle), connection.pointee.phase != .closed else { return }
            connectionEvent(connection, event)
        case .listener:
            acceptConnections(Int(token.handle.index))
        case .check:
            checkEvent(token.handle, event)
        case .waker:
            kernel.drainWaker(waker)
            takeMail()
        case nil:
            break
        }
    }

    private func fire(_ token: Token) {
        switch token.kind {
        case .connection:
            guard let connection = connections.find(token.handle), connection.pointee.phase != .closed else { return }
            connectionTimeout(connection)
        case .check:
            checkTimer(token.handle)
        case .listener:
            resumeAccepting()
        case .waker:
            stopNow()
        case nil:
            break
        }
    }

    /// Puts a connection on the list of those that are looked at again in this turn or the next.
    package func makeReady(_ connection: ConnectionPointer) {
        if connection.pointee.isInReadyList || connection.pointee.phase == .closed { return }
        connection.pointee.isInReadyList = true
        ready.append(connection)
    }

    private func runReady() {
        if ready.isEmpty { return }
        swap(&ready, &readyNext)
        for connection in readyNext {
            connection.pointee.isInReadyList = false
            if connection.pointee.phase == .closed { continue }
            resume(connection)
        }
        readyNext.removeAll(keepingCapacity: true)
    }

    private func sweep() {
        if !endedStreams.isEmpty {
            for stream in endedStreams { streams.release(stream) }
            endedStreams.removeAll(keepingCapacity: true)
        }
        if !closedConnections.isEmpty {
            // One that closed while on the ready list goes when the list has passed it.
            var kept: [ConnectionPointer] = []
            for connection in closedConnections {
                if connection.pointee.isInReadyList {
                    kept.append(connection)
                    continue
                }
                connection.pointee.input.free()
                connections.release(connection)
            }
            closedConnections.removeAll(keepingCapacity: true)
            closedConnections.append(contentsOf: kept)
        }
        releaseGenerations()
        if isStopping { finishStopping() }
    }

    // MARK: Small buffers

    /// Gives an empty buffer one of the loop's spare blocks, if there is one.
    @inline(__always)
    package func lend(_ buffer: inout Buffer) {
        if buffer.capacity == 0, let block = spareBlocks.popLast() { buffer.adopt(block, capacity: RuntimeLimits.spareBlockBytes) }
    }

    /// Empties a buffer, keeping its memory for the next one.
    @inline(__always)
    package func recycle(_ buffer: inout Buffer) {
        if buffer.capacity == 0 { return }
        if buffer.capacity == RuntimeLimits.spareBlockBytes && spareBlocks.count < RuntimeLimits.spareBlocks {
            if let block = buffer.surrender() { spareBlocks.append(block) }
        } else {
            buffer.free()
        }
    }

    package func nextRandom() -> UInt64 {
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        return random
    }

    package func report(_ report: LoopReport) {
        shared.outbox.post(report)
        kernel.wake(controlWaker)
    }

    // MARK: Mail

    package func takeMail() {
        for message in shared.mailboxes[index].take() {
            switch message {
            case .adopt(let generation): adopt(generation)
            case .stopAccepting: beginStopping()
            case .stopNow: stopNow()
            case .queueTurn(let stream, let server): queueTurn(stream, server)
            case .checkNow(let slot): checks.start(slot: slot, now: now, timers: &timers)
            case .wakeQueued(let server): wakeQueued(server)
            case .nameHolders: report(.holders(loop: index, oldestHolders()))
            case .stopAt(let time): timers.arm(stopTimer, time)
            }
        }
    }

    // MARK: Vectored output

    /// Adds a piece. Small ones behind others that end in the arena are copied there: one plain send is cheaper than a vectored one.
    @inline(__always)
    package func push(_ base: UnsafeRawPointer, _ count: Int) {
        if count == 0 { return }
        if pieceCount > 0 {
            let last = pieces + (pieceCount &- 1)
            let end = last.pointee.base! + last.pointee.count
            if end == base {
                last.pointee.count &+= count
                pieceBytes &+= count
                return
            }
            if count <= RuntimeLimits.copiedPieceBytes && end == UnsafeRawPointer(arena.pointee.tail),
                let copy = arena.pointee.allocate(count)
            {
                copy.update(from: base.assumingMemoryBound(to: UInt8.self), count: count)
                last.pointee.count &+= count
                pieceBytes &+= count
                return
            }
        }
        (pieces + pieceCount).initialize(to: IOPiece(base: base, count: count))
        pieceCount &+= 1
        pieceBytes &+= count
    }

    package var hasPieceRoom: Bool { pieceCount < RuntimeLimits.pieces - 4 }

    /// Sends the collected pieces to `connection`; what its socket does not take is copied into its output buffer.
    package func flushPieces(to connection: ConnectionPointer, more: Bool = false) {
        let count = pieceCount
        let bytes = pieceBytes
        pieceCount = 0
        pieceBytes = 0
        if count == 0 { return }
        if connection.pointee.broken || connection.pointee.phase == .closed { return }
        var sent = 0
        if connection.pointee.writable && connection.pointee.output.isEmpty {
            let result =
                count == 1
                ? kernel.write(connection.pointee.descriptor, pieces[0].base!, pieces[0].count, more: more)
                : kernel.writev(connection.pointee.descriptor, pieces, count, more: more)
            if result < 0 {
                if !isWouldBlock(result) {
                    connection.pointee.broken = true
                    return
                }
                connection.pointee.writable = false
            } else {
                sent = result
            }
            if sent == bytes { return }
            connection.pointee.writable = false
        }
        var skip = sent
        for i in 0..<count {
            let piece = pieces[i]
            if skip >= piece.count {
                skip -= piece.count
                continue
            }
            connection.pointee.output.append(UnsafeRawBufferPointer(start: piece.base! + skip, count: piece.count - skip))
            skip = 0
        }
    }

    /// Sends what waits in the output buffer. False: the connection is broken.
    package func flushOutput(_ connection: ConnectionPointer) -> Bool {
        while !connection.pointee.output.isEmpty && connection.pointee.writable {
            let bytes = connection.pointee.output.bytes
            let result = kernel.write(connection.pointee.descriptor, bytes.baseAddress!, bytes.count, more: false)
            if result < 0 {
                connection.pointee.writable = false
                if isWouldBlock(result) { return true }
                connection.pointee.broken = true
                connection.pointee.output.free()
                return false
            }
            connection.pointee.output.consume(result)
            if result < bytes.count { connection.pointee.writable = false }
        }
        if connection.pointee.output.isEmpty && connection.pointee.shutAfterOutput && !connection.pointee.outputShut {
            connection.pointee.outputShut = true
            kernel.shutdownWrite(connection.pointee.descriptor)
        }
        return true
    }
}

/// EAGAIN, as results carry it.
@inline(__always)
package func isWouldBlock(_ result: Int) -> Bool { result == -11 }
