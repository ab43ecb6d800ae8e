import CLinux
import Glibc
import Plan

/// The worker's control thread: takes plans from the master and the command sockets, obtains what they need, hands them to the serving
/// core, and answers commands. One thread; nothing in it waits for a loop.
package final class WorkerProcess {
    let channel: Channel
    let core: any ServingCore
    let registry: Registry
    private let resolver: Resolver
    /// Of the plan that serves.
    private var book = AddressBook()
    let notices: Notices
    let commands: CommandServer
    private(set) var info = StartInfo()
    private(set) var history = PlanHistory()
    let startedUs = Clock.nowUs()
    private(set) var rates = RateSampler(nowUs: Clock.nowUs())
    /// Who waits to hear what holds old generations.
    private var holderClients: [CommandClientID] = []
    private(set) var lastGeneration: UInt32 = 0
    private var transactions: UInt32 = 0
    private var current: Handover?
    private var queue: [HandoverRequest] = []
    /// A plan was committed by this worker.
    private var isServing = false
    /// Rollbacks that wait for the master to send the plan, by transaction.
    private var fetches: [UInt32: (client: CommandClientID, source: String)] = [:]
    private var exitCode: Int32?

    /// `channel`: this worker's end. Owned.
    package init(
        channel: Int32, core: any ServingCore, registry: Registry, resolver: Resolver = Resolver(), notices: Notices = Notices()
    ) {
        self.resolver = resolver
        self.notices = notices
        self.channel = Channel(descriptor: channel)
        self.core = core
        self.registry = registry
        commands = CommandServer()
        commands.process = self
    }

    /// Runs until the last stream is gone after a stop, or the master is. Answers the exit code.
    package func run() -> Int32 {
        while exitCode == nil { turn() }
        return exitCode ?? 0
    }

    private func turn() {
        var polled: [pollfd] = []
        polled.append(pollfd(fd: channel.descriptor, events: Int16(POLLIN | (channel.hasPending ? POLLOUT : 0)), revents: 0))
        polled.append(pollfd(fd: core.notifications, events: Int16(POLLIN), revents: 0))
        polled.append(pollfd(fd: resolver.notifications, events: Int16(POLLIN), revents: 0))
        let first = polled.count
        commands.addPolled(&polled)
        let result = poll(&polled, nfds_t(polled.count), timeoutMs())
        if result < 0 {
            if errno != EINTR { exitCode = 2 }
            return
        }
        if polled[1].revents != 0 { takeCoreEvents() }
        if polled[0].revents != 0 { readChannel() }
        // Asked again: the names of another plan may be under way by now.
        if resolver.isComplete { resolved() }
        commands.handle(polled[first...])
        let now = Clock.nowUs()
        if let handover = current, !handover.isResolved, now >= handover.resolveDeadlineUs { resolved() }
        commands.checkTimers(now)
        if now >= rates.dueUs { rates.sample(registry, nowUs: now) }
        startNext()
        if channel.isBroken {
            // The master is gone: nobody can reload or stop this worker any more.
            notices.alert("the master is gone; the worker stops")
            exitCode = 2
        }
    }

    private func timeoutMs() -> Int32 {
        var next = min(commands.nextDeadlineUs, rates.dueUs)
        if let handover = current, !handover.isResolved { next = min(next, handover.resolveDeadlineUs) }
        let now = Clock.nowUs()
        return next <= now ? 0 : Int32(clamping: (next - now) / 1000 + 1)
    }

    // MARK: The master

    private func readChannel() {
        channel.flush()
        while let message = channel.receive() {
            guard let decoded = MasterMessage(decoding: message.bytes) else {
                message.descriptors.forEach { close($0) }
                notices.alert("the master sent a message that is none")
                exitCode = 2
                return
            }
            handle(decoded, message.descriptors)
        }
    }

    private func handle(_ message: MasterMessage, _ descriptors: [Int32]) {
        var unused = descriptors
        switch message {
        case .start(let start):
            info = start
            lastGeneration = start.lastGeneration
            history = PlanHistory(entries: start.history)
            if start.hasControl, let control = unused.first {
                unused.removeFirst()
                commands.listen(control, level: .admin, isControl: true)
            }
        case .names(let encoded): book.add(encoded: encoded)
        case .load(let request, let source):
            if let descriptor = unused.first {
                unused.removeFirst()
                ask(HandoverRequest(request: request, source: source, descriptor: descriptor, client: nil))
            }
        case .sockets(let transaction, let rows):
            guard var handover = current, handover.transaction == transaction, rows.count == unused.count else { break }
            for (row, descriptor) in zip(rows, unused) where Int(row) < handover.sockets.count { handover.sockets[Int(row)] = descriptor }
            unused = []
            current = handover
        case .bound(let transaction, let failure):
            guard current?.transaction == transaction else { break }
            if let failure {
                refuse(.prepare, failure.reason, release: true)
            } else {
                current?.isBound = true
                prepareWhenComplete()
            }
        case .activated(let transaction, let failure):
            guard let handover = current, handover.transaction == transaction, let prepared = handover.prepared else { break }
            if let failure {
                core.discard(prepared)
                refuse(.prepare, failure.reason, release: true)
            } else {
                commit(prepared)
            }
        case .line(let path, let line):
            let file = path.withUnsafeBytes { registry.file($0) }
            let replaced: UnsafeMutableRawPointer?
            if let line { replaced = line.withUnsafeBytes { file.pointee.publish($0) } } else { replaced = file.pointee.publish(nil) }
            if let replaced { core.reclaim(replaced) }
        case .followed(let transaction):
            guard current?.transaction == transaction else { break }
            current?.isFollowed = true
            prepareWhenComplete()
        case .plan(let transaction, let generation):
            guard let waiting = fetches.removeValue(forKey: transaction) else { break }
            if generation != 0, let descriptor = unused.first {
                unused.removeFirst()
                ask(HandoverRequest(request: 0, source: waiting.source, descriptor: descriptor, client: waiting.client))
            } else {
                commands.answer(waiting.client, "refused: that generation's plan is no longer kept; see 'history'\n")
            }
        case .stop(let gracefully):
            commands.closeListeners()
            core.stop(gracefully: gracefully, hardStopAfterMs: hardStopAfterMs)
        }
        unused.forEach { close($0) }
    }

    private var hardStopAfterMs: UInt32? {
        guard let serving = core.serving else { return nil }
        let limit = serving.pointee.plan.global.pointee.hardStopAfterMs
        return limit == Timeouts.unset ? nil : limit
    }

    private func send(_ message: WorkerMessage, descriptors: [Int32] = []) { channel.send(message.encoded, descriptors: descriptors) }

    // MARK: Handover

    /// Takes the plan after those under way. Answered later, never before this returns.
    func ask(_ request: HandoverRequest) { queue.append(request) }

    /// Answers `show generations` once the loops have said what holds the old ones.
    func tellGenerations(to client: CommandClientID) {
        holderClients.append(client)
        core.findHolders()
    }

    /// Loads the plan of an older generation; 0: the one before. False: there is none.
    func rollback(to generation: UInt32, client: CommandClientID) -> Bool {
        guard let target = history.find(generation: generation) else { return false }
        transactions &+= 1
        fetches[transactions] = (client, "rollback to \(target.entry.generation)")
        send(.fetchPlan(transaction: transactions, generation: target.entry.generation))
        return true
    }

    /// At the end of a turn, so that nobody is answered who is still asking. The plan that the worker was started for goes first: behind one
    /// that a client brought it would take the place of what the operator asked for.
    private func startNext() {
        while current == nil, let next = queue.firstIndex(where: { isServing || $0.client == nil }) { start(queue.remove(at: next)) }
    }

    private func start(_ request: HandoverRequest) {
        let startUs = Clock.nowUs()
        transactions &+= 1
        let mapped: MappedPlan
        do throws(PlanLoadError) {
            mapped = MappedPlan(try PlanImage.load(descriptor: request.descriptor))
            close(request.descriptor)
        } catch {
            close(request.descriptor)
            answerRefusal(request.request, request.client, .receive, error.message)
            return
        }
        let plan = mapped.plan
        let count = plan.listeners.count
        var handover = Handover(
            transaction: transactions, request: request.request, source: request.source, mapped: mapped, client: request.client,
            addresses: PlanAddresses(plan), sockets: [Int32](repeating: -1, count: count), isKept: [Bool](repeating: false, count: count),
            receivedAtUs: startUs)
        handover.receiveUs = Clock.nowUs() - startUs

        var specs: [ListenSpec] = []
        specs.reserveCapacity(count)
        for id in plan.listeners.ids {
            let record = plan.listeners[id]
            var spec = ListenSpec(record, plan: plan, backlog: backlog(record, plan))
            let held = record.purpose == .command ? commands.descriptor(ofKey: spec.key) : servingSocket(spec.key)
            if let held {
                spec.isHeld = true
                handover.sockets[id.index] = held
                handover.isKept[id.index] = true
            }
            specs.append(spec)
        }
        let paths: [[UInt8]] = plan.followedFiles.ids.map { [UInt8](plan.bytes(plan.followedFiles[$0].path)) }
        let longest = max(specs.map { max($0.key.count, $0.path.count) }.max() ?? 0, paths.map(\.count).max() ?? 0)
        if longest > ControlLimits.namedBytes {
            let reason = "an address or path of \(longest) bytes; at most \(ControlLimits.namedBytes) are possible"
            answerRefusal(request.request, request.client, .receive, reason)
            return
        }
        current = handover
        sendRuns(specs, size: { $0.key.count + $0.path.count + 128 }) { .bind(transaction: handover.transaction, specs: $0, isLast: $1) }
        sendRuns(paths, size: { $0.count + 8 }) { .follow(transaction: handover.transaction, paths: $0, isLast: $1) }
        if handover.addresses.names.isEmpty {
            resolved()
        } else if resolver.start(handover.addresses.names) {
            current?.resolveDeadlineUs = Clock.nowUs() + UInt64(ControlLimits.resolveMs) * 1000
        } else {
            resolved()
        }
    }

    private func sendRuns<Element>(_ all: [Element], size: (Element) -> Int, _ message: ([Element], Bool) -> WorkerMessage) {
        let runs = runsOfMessages(all, atMost: Int.max, size: size)
        if runs.isEmpty {
            send(message([], true))
            return
        }
        for (i, run) in runs.enumerated() { send(message(Array(run), i == runs.count - 1)) }
    }

    private func backlog(_ record: ListenerRecord, _ plan: Plan) -> UInt32 {
        if record.backlog > 0 { return record.backlog }
        guard record.purpose == .proxy, record.proxy.index < plan.proxies.count else { return 128 }
        let proxy = plan.proxies.pointer(record.proxy)
        if proxy.pointee.backlog > 0 { return proxy.pointee.backlog }
        return proxy.pointee.maxconn > 0 ? max(proxy.pointee.maxconn, 1024) : 4096
    }

    /// A socket that is still being emptied is not held: it is closed when that is done, which may be at any time.
    private func servingSocket(_ key: [UInt8]) -> Int32? {
        let state = key.withUnsafeBytes { registry.listener($0) }
        guard let serving = core.serving, serving.pointee.listenerRows[state.pointee.slot] != UInt32.max else { return nil }
        let descriptor = state.pointee.descriptor.load(ordering: .acquiring)
        return descriptor >= 0 ? descriptor : nil
    }

    /// Names are looked up, or took too long.
    private func resolved() {
        let answers = resolver.take()
        guard var handover = current, !handover.isResolved else { return }
        var book = book
        handover.notes += handover.addresses.resolve(answers, book: &book)
        handover.book = book
        handover.isResolved = true
        current = handover
        prepareWhenComplete()
    }

    private func prepareWhenComplete() {
        guard var handover = current, handover.isComplete, handover.prepared == nil else { return }
        let plan = handover.mapped.plan
        let servers: [PeerAddress]
        let checks: [PeerAddress]
        let targets: [PeerAddress]
        switch (handover.addresses.servers(), handover.addresses.checks(), handover.addresses.logTargets()) {
        case (.success(let a), .success(let b), .success(let c)):
            servers = a
            checks = b
            targets = c
        case (.failure(let reason), _, _), (_, .failure(let reason), _), (_, _, .failure(let reason)):
            refuse(.prepare, reason.description, release: true)
            return
        }
        var sockets = handover.sockets
        for id in plan.listeners.ids where plan.listeners[id].purpose == .command { sockets[id.index] = -1 }
        let files: [FollowedFilePointer] = plan.followedFiles.ids.map { self.registry.file(plan.bytes(plan.followedFiles[$0].path)) }
        let input = PreparationInput(
            plan: plan, mapping: handover.mapped, number: lastGeneration &+ 1, sockets: sockets, isKept: handover.isKept, resolved: servers,
            checkAddresses: checks, logTargetAddresses: targets, files: files)
        switch core.prepare(input) {
        case .failure(let refusal):
            refuse(refusal.step, refusal.reason, release: true)
        case .success(let prepared):
            handover.prepared = prepared
            handover.prepareUs = Clock.nowUs() - handover.receivedAtUs - handover.receiveUs
            current = handover
            send(.activate(transaction: handover.transaction))
        }
    }

    private func commit(_ prepared: PreparedGeneration) {
        current?.commitStartedUs = Clock.nowUs()
        lastGeneration = prepared.number
        core.commit(prepared)
    }

    private func committed(_ generation: UInt32, _ coreNotes: [String]) {
        guard let handover = current, handover.prepared?.number == generation else { return }
        current = nil
        isServing = true
        let now = Clock.nowUs()
        var report = CommitReport()
        report.transaction = handover.transaction
        report.request = handover.request
        report.entry.generation = generation
        report.entry.committedWall = Clock.wallUs()
        report.entry.planBytes = UInt64(handover.mapped.image.byteCount)
        report.entry.digest = handover.mapped.digest
        report.entry.source = handover.source.clipped(toBytes: ControlLimits.sourceBytes)
        report.receiveUs = handover.receiveUs
        report.prepareUs = handover.prepareUs
        report.commitUs = now - handover.commitStartedUs
        let notes = handover.notes + coreNotes
        report.notes = notes.prefix(ControlLimits.reportedNotes).map { $0.clipped(toBytes: ControlLimits.reportedNoteBytes) }
        history.add(report.entry, descriptor: -1)
        book = handover.book
        book.keep(handover.addresses.names)
        for (i, piece) in book.encoded(handover.addresses.names).enumerated() { send(.names(encoded: piece, isFirst: i == 0)) }
        send(.committed(report), descriptors: [handover.mapped.descriptor])
        let plan = handover.mapped.plan
        var kept: [(key: [UInt8], descriptor: Int32, level: CommandLevel)] = []
        for id in plan.listeners.ids where plan.listeners[id].purpose == .command {
            kept.append(([UInt8](plan.bytes(plan.listeners[id].key)), handover.sockets[id.index], plan.listeners[id].level))
        }
        for key in commands.adopt(kept, idleMs: plan.global.pointee.statsTimeoutMs, limit: Int(plan.global.pointee.statsMaxconn)) {
            send(.drained(key: key))
        }
        if let client = handover.client {
            var text =
                "committed: generation \(generation) in \(Clock.ms(now - handover.receivedAtUs)) ms (receive \(Clock.ms(report.receiveUs)), prepare \(Clock.ms(report.prepareUs)), commit \(Clock.ms(report.commitUs)))\n"
            for note in notes { text += "note: \(note)\n" }
            commands.answer(client, text)
        }
    }

    private func refuse(_ step: HandoverStep, _ reason: String, release: Bool) {
        guard let handover = current else { return }
        current = nil
        if release {
            // Sockets that came for this plan alone go; kept ones are the serving plan's.
            for (i, descriptor) in handover.sockets.enumerated() where descriptor >= 0 && !handover.isKept[i] { close(descriptor) }
            send(.release(transaction: handover.transaction))
        }
        answerRefusal(handover.request, handover.client, step, reason)
    }

    private func answerRefusal(_ request: UInt32, _ client: CommandClientID?, _ step: HandoverStep, _ reason: String) {
        if let client {
            commands.answer(client, "refused in \(step.rawValue): \(reason)\n")
            notices.warning("reload refused: \(reason)")
        } else {
            send(.refused(request: request, step: step, reason: reason.clipped(toBytes: ControlLimits.reasonBytes)))
        }
    }

    // MARK: The core

    private func takeCoreEvents() {
        for event in core.takeEvents() {
            switch event {
            case .committed(let generation, let notes): committed(generation, notes)
            case .listenerDrained(let key): send(.drained(key: key))
            case .generationFreed: break
            case .holdersFound:
                let clients = holderClients
                holderClients = []
                if clients.isEmpty { continue }
                let text = Commands.generations(self)
                for client in clients { commands.answer(client, text) }
            case .notice(let text): notices.warning(text)
            case .stopped: exitCode = 0
            }
        }
    }
}
