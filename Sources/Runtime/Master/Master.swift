import CLinux
import Glibc

/// The master: single-threaded, small, privileged. It holds the listening sockets and the plans that served, opens what the worker may
/// not, runs the compiler as a child, and starts another worker when one ends (DESIGN section 6 and 7). It looks into no plan.
package final class Master {
    /// Starts a worker whose end of the channel is the given descriptor.
    package typealias Launch = (Int32) -> Result<ChildProcess, SystemError>

    struct Worker {
        let channel: Channel
        let child: ChildProcess
        let startedUs: UInt64
        /// It has committed a plan.
        var isServing = false
    }

    /// A plan that waits for a worker, or that one is taking.
    struct Load {
        let source: String
        /// Sealed; owned.
        let descriptor: Int32
        /// When the reload was asked for.
        let askedUs: UInt64
        /// 0: nothing was compiled.
        let compileUs: UInt64
        var request: UInt32 = 0
    }

    enum Stop {
        case no
        case gracefully
        case now
    }

    let options: MasterOptions
    let notices: Notices
    let launch: Launch
    let limits: CompileChild.Limits
    private let signals: Int32
    let startedWall = Clock.wallUs()

    var sockets = ListeningSockets()
    /// The control socket, open for the process's life.
    var control: Int32 = -1
    private var controlSpec: ListenSpec?
    var history = PlanHistory()
    let watcher = DirectoryWatcher()
    let files: FollowedFiles
    /// Directory of ``MasterOptions/watchPath``.
    private var watchedDirectory: Int32?
    var followList: [[UInt8]] = []
    /// What the serving plan's names stood for, for the next worker: not looked into.
    var names: [[UInt8]] = []

    var worker: Worker?
    var lastGeneration: UInt32 = 0
    var requests: UInt32 = 0
    /// What a worker is taking now.
    var inFlight: Load?
    /// What it takes next.
    var waiting: Load?
    var compile: CompileChild?
    var compileAskedUs: UInt64 = 0
    /// A reload was asked for while another was under way: one more follows, however often it was asked for.
    var isReloadWanted = false
    /// The same for a plan that arrived at the watched path.
    var isArrivalWanted = false

    /// Workers that ended in a row, each soon after its start.
    var crashes: UInt32 = 0
    /// When to start the next worker; nil: not.
    var restartAtUs: UInt64?
    var stop = Stop.no
    var killAtUs: UInt64?
    private var pollFilesAtUs: UInt64?
    /// Set when the master is to end.
    var exitCode: Int32?

    /// `signals` gives `signalfd_siginfo` records: a signalfd, or a pipe that a test writes to. Not owned.
    package init(
        options: MasterOptions, signals: Int32, notices: Notices = Notices(), limits: CompileChild.Limits = CompileChild.Limits(),
        launch: @escaping Launch
    ) {
        self.options = options
        self.signals = signals
        self.notices = notices
        self.limits = limits
        self.launch = launch
        files = FollowedFiles(watcher: watcher, notices: notices)
    }

    /// Runs until a signal stops it. Exit codes: 0 stopped, 1 the first plan was refused, 2 it could not start.
    package func run() -> Int32 {
        guard openControl(), watchPlan() else { return 2 }
        startWorker()
        loadFirst()
        while exitCode == nil { turn() }
        finish()
        return exitCode ?? 0
    }

    // MARK: Start and end

    private func openControl() -> Bool {
        guard let path = options.controlPath else { return true }
        // Access to it is the file's: it can replace what is served.
        let spec = ListenSpec(unixPath: [UInt8](path.utf8), mode: 0o600)
        sockets.collect(0, [spec])
        switch sockets.bind(0) {
        case .failure(let failure):
            notices.alert("control socket: \(failure.reason)")
            return false
        case .success(let opened):
            if let failure = sockets.activate(0) {
                notices.alert("control socket: \(failure.reason)")
                return false
            }
            // It leaves the store, which holds what plans name.
            control = opened.first.map { fcntl($0.descriptor, F_DUPFD_CLOEXEC, 3) } ?? -1
            controlFile = FileIdentity(path: spec.path)
            sockets.forget(0)
            controlSpec = spec
            return control >= 0
        }
    }

    private var controlFile: FileIdentity?

    private func watchPlan() -> Bool {
        guard let path = options.watchPath else { return true }
        watchedDirectory = watcher.watch(DirectoryWatcher.directory(of: [UInt8](path.utf8)))
        if watchedDirectory == nil { notices.alert("cannot watch the directory of \(path): \(SystemError("").message)") }
        return watchedDirectory != nil
    }

    func closeControl() {
        guard control >= 0 else { return }
        if let spec = controlSpec, let file = controlFile, file == FileIdentity(path: spec.path) {
            SocketBinder.withPath(spec.path) { _ = unlink($0) }
        }
        close(control)
        control = -1
    }

    private func finish() {
        compile?.end()
        worker?.child.end(SIGKILL)
        sockets.closeAll()
        closeControl()
        for load in [inFlight, waiting] { if let load { close(load.descriptor) } }
    }

    // MARK: The loop

    /// Waits for one round of events and handles them.
    private func turn() {
        var polled: [pollfd] = []
        func add(_ descriptor: Int32, _ events: Int32 = POLLIN) -> Int? {
            guard descriptor >= 0 else { return nil }
            polled.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
            return polled.count - 1
        }
        let signalSlot = add(signals)
        let watchSlot = add(watcher.descriptor)
        let channelSlot = worker.flatMap { add($0.channel.descriptor, POLLIN | ($0.channel.hasPending ? POLLOUT : 0)) }
        let workerSlot = worker.flatMap { add($0.child.descriptor) }
        let outputSlot = compile.flatMap { add($0.output) }
        let compileSlot = compile.flatMap { add($0.child.descriptor) }
        let result = poll(&polled, nfds_t(polled.count), timeoutMs())
        if result < 0 && errno != EINTR {
            notices.alert("poll: \(SystemError("").message)")
            exitCode = 2
            return
        }
        func isReady(_ slot: Int?) -> Bool { slot.map { polled[$0].revents != 0 } ?? false }
        if isReady(signalSlot) { readSignals() }
        // What a worker said before it ended comes first.
        if isReady(channelSlot) || isReady(workerSlot) { serveWorker() }
        if isReady(workerSlot) { reapWorker() }
        if isReady(outputSlot) { compile?.relay(to: notices) }
        if isReady(compileSlot) { compileEnded() }
        if isReady(watchSlot) { filesChanged() }
        checkTimers(Clock.nowUs())
    }

    private func timeoutMs() -> Int32 {
        if pollFilesAtUs == nil, files.needsPolling { pollFilesAtUs = Clock.nowUs() + UInt64(MasterLimits.followedPollMs) * 1000 }
        let deadlines = [compile?.deadlineUs, restartAtUs, killAtUs, pollFilesAtUs].compactMap { $0 }
        guard let next = deadlines.min() else { return -1 }
        let now = Clock.nowUs()
        return next <= now ? 0 : Int32(clamping: (next - now) / 1000 + 1)
    }

    private func checkTimers(_ now: UInt64) {
        compile?.checkDeadline(now)
        if let at = restartAtUs, now >= at {
            restartAtUs = nil
            startWorker()
        }
        if let at = killAtUs, now >= at {
            killAtUs = nil
            notices.warning("the worker did not stop within \(MasterLimits.stopMs) ms and is ended")
            worker?.child.end(SIGKILL)
            if worker?.child.process == 0 { exitCode = 0 }
        }
        if let at = pollFilesAtUs, now >= at {
            pollFilesAtUs = nil
            send(files.poll())
        }
    }

    private func readSignals() {
        var information = signalfd_siginfo()
        while read(signals, &information, MemoryLayout<signalfd_siginfo>.size) == MemoryLayout<signalfd_siginfo>.size {
            switch Int32(truncatingIfNeeded: information.ssi_signo) {
            case SIGHUP, SIGUSR2: reload()
            case SIGUSR1, SIGQUIT: stop(gracefully: true)
            case SIGTERM, SIGINT: stop(gracefully: false)
            default: break
            }
            if exitCode != nil { return }
        }
    }

    private func filesChanged() {
        let changes = watcher.changes()
        send(files.take(changes))
        guard let path = options.watchPath, let directory = watchedDirectory else { return }
        let name = DirectoryWatcher.name(of: [UInt8](path.utf8))
        if changes.contains(where: { $0.directory == directory && $0.isGone }) {
            notices.warning("the directory of \(path) is gone: it is no longer watched, and HUP still loads it")
            watchedDirectory = nil
        }
        let isReplaced = changes.contains {
            $0.directory == directory && $0.isArrival && $0.name == name || $0.isOverflow
        }
        if isReplaced { reload(from: path) }
    }

    private func send(_ lines: [FollowedFiles.Line]) {
        guard let worker, worker.isServing || inFlight != nil else { return }
        for line in lines { worker.channel.send(MasterMessage.line(path: line.path, line: line.line).encoded) }
    }
}
