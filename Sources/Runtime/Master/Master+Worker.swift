import Glibc

/// The worker's life, and what it asks for.
extension Master {
    func startWorker() {
        guard stop == .no else { return }
        let ends: (Int32, Int32)
        switch Channel.pair() {
        case .success(let pair): ends = pair
        case .failure(let error): return workerFailed(error.description)
        }
        let channel = Channel(descriptor: ends.0)
        switch launch(ends.1) {
        case .failure(let error):
            close(ends.1)
            return workerFailed(error.description)
        case .success(let child):
            close(ends.1)
            worker = Worker(channel: channel, child: child, startedUs: Clock.nowUs())
        }
        var info = StartInfo()
        info.lastGeneration = lastGeneration
        info.hasControl = control >= 0
        info.masterProcess = getpid()
        info.masterStartedWall = startedWall
        info.history = history.entries
        channel.send(MasterMessage.start(info).encoded, descriptors: control >= 0 ? [control] : [])
        for encoded in names { channel.send(MasterMessage.names(encoded: encoded).encoded) }
        if let serving = history.serving {
            // Its own copy: the history may drop the plan while it is under way.
            let copy = fcntl(serving.descriptor, F_DUPFD_CLOEXEC, 3)
            guard copy >= 0 else { return workerFailed(SystemError("fcntl").description) }
            requests += 1
            inFlight = Load(source: Master.restart, descriptor: copy, askedUs: Clock.nowUs(), compileUs: 0, request: requests)
            channel.send(MasterMessage.load(request: requests, source: Master.restart).encoded, descriptors: [copy])
        } else {
            sendWaiting()
        }
    }

    private func workerFailed(_ reason: String) {
        notices.alert("cannot start a worker: \(reason)")
        if history.serving == nil { exitCode = 2 } else { scheduleRestart() }
    }

    /// Reads what the worker sent, and sends what waits for it.
    func serveWorker() {
        guard let channel = worker?.channel else { return }
        channel.flush()
        while let message = channel.receive() {
            guard let decoded = WorkerMessage(decoding: message.bytes) else {
                message.descriptors.forEach { close($0) }
                notices.alert("the worker sent a message that is none")
                worker?.child.end(SIGKILL)
                break
            }
            handle(decoded, message.descriptors, channel)
        }
        guard channel.isBroken, let worker, worker.channel === channel else { return }
        // With a process the end is certain once it is reaped; until then nothing more is said.
        if worker.child.process > 0 {
            worker.child.end(SIGKILL)
            waitForEnd(worker)
        } else {
            workerEnded(.exit(0))
        }
    }

    /// A killed process ends within microseconds, and its channel would wake the loop until then.
    private func waitForEnd(_ worker: Worker) {
        var polled = pollfd(fd: worker.child.descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&polled, 1, 1000)
        reapWorker()
    }

    func reapWorker() {
        guard let worker, worker.child.process > 0, let ending = worker.child.reap() else { return }
        workerEnded(ending)
    }

    private func workerEnded(_ ending: ChildProcess.Ending) {
        guard let ended = worker else { return }
        worker = nil
        killAtUs = nil
        sockets.workerIsGone()
        let load = inFlight
        inFlight = nil
        if let load { close(load.descriptor) }
        guard stop == .no else {
            if ending != .exit(0), stop == .gracefully { notices.warning("the worker ended with \(ending) before its last stream") }
            exitCode = 0
            return
        }
        let name = ended.child.process > 0 ? "worker \(ended.child.process)" : "the worker"
        guard history.serving != nil else {
            notices.alert("\(name) ended with \(ending) while it took the first plan; nothing is served")
            exitCode = 1
            return
        }
        let hasSettled = ended.isServing && Clock.nowUs() - ended.startedUs >= MasterLimits.workerSettledMs * 1000
        crashes = hasSettled ? 0 : crashes
        notices.alert("\(name) ended with \(ending); another takes its listening sockets")
        if let load, load.source != Master.restart { refused("the worker ended with \(ending) while it took the plan") }
        scheduleRestart()
    }

    private func scheduleRestart() {
        var delayMs: UInt64 = 0
        if crashes > 0 {
            delayMs = MasterLimits.restartDelayMs << UInt64(min(crashes - 1, 16))
            delayMs = min(delayMs, MasterLimits.restartDelayLongestMs)
            notices.warning("restart number \(crashes + 1) in a row: waiting \(delayMs) ms")
        }
        crashes += 1
        restartAtUs = Clock.nowUs() + delayMs * 1000
    }

    // MARK: Messages

    private func handle(_ message: WorkerMessage, _ descriptors: [Int32], _ channel: Channel) {
        var unused = descriptors
        defer { unused.forEach { close($0) } }
        switch message {
        case .bind(let transaction, let specs, let isLast):
            sockets.collect(transaction, specs)
            if isLast { bind(transaction, channel) }
        case .activate(let transaction):
            channel.send(MasterMessage.activated(transaction: transaction, failure: sockets.activate(transaction)).encoded)
        case .release(let transaction): sockets.release(transaction)
        case .drained(let key): sockets.drained(key)
        case .follow(let transaction, let paths, let isLast):
            followList.append(contentsOf: paths)
            guard isLast else { return }
            let lines = files.follow(followList)
            followList = []
            for line in lines { channel.send(MasterMessage.line(path: line.path, line: line.line).encoded) }
            channel.send(MasterMessage.followed(transaction: transaction).encoded)
        case .fetchPlan(let transaction, let generation):
            let plan = history.find(generation: generation)
            channel.send(
                MasterMessage.plan(transaction: transaction, generation: plan?.entry.generation ?? 0).encoded,
                descriptors: plan.map { [$0.descriptor] } ?? [])
        case .names(let encoded, let isFirst):
            if isFirst { names = [] }
            names.append(encoded)
        case .committed(let report):
            guard let plan = unused.first else { return }
            unused.removeFirst()
            committed(report, plan: plan)
        case .refused(let request, let step, let reason):
            guard let load = inFlight, load.request == request else { return }
            inFlight = nil
            close(load.descriptor)
            loadRefused(load, "\(step.rawValue): \(reason)")
        }
    }

    private func bind(_ transaction: UInt32, _ channel: Channel) {
        switch sockets.bind(transaction) {
        case .failure(let failure): channel.send(MasterMessage.bound(transaction: transaction, failure: failure).encoded)
        case .success(let opened):
            for run in runsOfMessages(opened, atMost: 64, size: { _ in 4 }) where !run.isEmpty {
                channel.send(
                    MasterMessage.sockets(transaction: transaction, rows: run.map(\.row)).encoded, descriptors: run.map(\.descriptor))
            }
            channel.send(MasterMessage.bound(transaction: transaction, failure: nil).encoded)
        }
    }

    private func committed(_ report: CommitReport, plan: Int32) {
        sockets.commit(report.transaction)
        history.add(report.entry, descriptor: plan)
        lastGeneration = report.entry.generation
        worker?.isServing = true
        var steps = "receive \(Clock.ms(report.receiveUs)), prepare \(Clock.ms(report.prepareUs)), commit \(Clock.ms(report.commitUs))"
        var totalUs = report.receiveUs + report.prepareUs + report.commitUs
        let load = inFlight
        if let load, load.request == report.request {
            inFlight = nil
            close(load.descriptor)
            totalUs = Clock.nowUs() - load.askedUs
            if load.compileUs > 0 { steps = "compile \(Clock.ms(load.compileUs)), " + steps }
        }
        notices.notice(
            "generation \(report.entry.generation) committed: \(report.entry.source), in \(Clock.ms(totalUs)) ms (\(steps)), plan "
                + "\(report.entry.digest.prefix(12))")
        for note in report.notes { notices.notice("generation \(report.entry.generation): \(note)") }
        if inFlight == nil { reloadFinished() }
    }

    private func loadRefused(_ load: Load, _ reason: String) {
        guard load.source == Master.restart else { return refused(reason) }
        // The plan served before; what it needs is gone for now. The worker is of no use without it.
        notices.alert("the new worker could not take the plan that served: \(reason)")
        worker?.child.end(SIGKILL)
        if worker?.child.process == 0 { workerEnded(.exit(1)) }
    }

    // MARK: Stop

    func stop(gracefully: Bool) {
        if stop == .now || (stop == .gracefully && gracefully) { return }
        stop = gracefully ? .gracefully : .now
        isReloadWanted = false
        isArrivalWanted = false
        compile?.end()
        restartAtUs = nil
        notices.notice(gracefully ? "stopping: streams in progress finish" : "stopping now")
        guard let worker else {
            exitCode = 0
            return
        }
        closeControl()
        sockets.drainAll()
        if !gracefully {
            sockets.closeAll()
            killAtUs = Clock.nowUs() + MasterLimits.stopMs * 1000
        }
        worker.channel.send(MasterMessage.stop(gracefully: gracefully).encoded)
    }
}
