import CLinux
import Glibc
import Plan
import PlanFixtures
import Synchronization
import Testing

@testable import Runtime

/// A master whose workers are the test: it takes their ends of the channel.
private final class MasterRig {
    let directory: TemporaryDirectory
    let sink: NoticeSink
    private let signals: Pipe
    private let ended: Pipe
    /// Descriptors of workers' ends, as bytes of numbers.
    private let launched: Pipe
    private var played: [PlayedWorker] = []
    private var hasEnded = false

    init(_ configure: (TemporaryDirectory, inout MasterOptions) throws -> Void) throws {
        directory = try TemporaryDirectory()
        sink = try NoticeSink()
        (signals, ended, launched) = (try Pipe(), try Pipe(), try Pipe())
        _ = fcntl(signals.reader, F_SETFL, O_NONBLOCK)
        var options = MasterOptions()
        try configure(directory, &options)
        let (settings, notices, reader, writer, workers) = (options, sink.notices, signals.reader, ended.writer, launched.writer)
        onThread {
            let master = Master(options: settings, signals: reader, notices: notices) { channel in
                var copy = fcntl(channel, F_DUPFD_CLOEXEC, 3)
                _ = write(workers, &copy, 4)
                return .success(ChildProcess(process: 0, descriptor: -1))
            }
            var code = UInt8(truncatingIfNeeded: master.run())
            _ = write(writer, &code, 1)
        }
    }

    deinit {
        if hasEnded { return }
        signal(SIGTERM)
        // The workers of the test end with it, one that is started in this moment too.
        while !isReadable(ended.reader, withinMs: 5) {
            while hasStartedAnother, (try? worker()) != nil {}
            played.forEach { $0.end() }
        }
    }

    func signal(_ number: Int32) {
        var information = signalfd_siginfo()
        information.ssi_signo = UInt32(number)
        _ = write(signals.writer, &information, MemoryLayout<signalfd_siginfo>.size)
    }

    /// The master has read them: it has handled all but the last, and handles that before it hears a worker's next word.
    func awaitSignalsRead() { while isReadable(signals.reader, withinMs: 0) { usleep(200) } }

    func exitCode() -> UInt8? {
        var code: UInt8 = 0
        guard isReadable(ended.reader, withinMs: 10_000), read(ended.reader, &code, 1) == 1 else { return nil }
        hasEnded = true
        return code
    }

    /// The worker that was started next.
    func worker() throws -> PlayedWorker {
        var descriptor: Int32 = -1
        try #require(isReadable(launched.reader, withinMs: 10_000) && read(launched.reader, &descriptor, 4) == 4, "no worker is started")
        let worker = PlayedWorker(Channel(descriptor: descriptor))
        played.append(worker)
        return worker
    }

    /// The worker that was started next, with the plan that it is given as this generation.
    func serving(_ generation: UInt32) throws -> PlayedWorker {
        let worker = try worker()
        _ = try worker.start()
        worker.commit(try worker.load(), generation: generation)
        return worker
    }

    var hasStartedAnother: Bool { isReadable(launched.reader, withinMs: 0) }
}

/// A worker's end of the channel. Its end is the worker's.
private final class PlayedWorker {
    private var channel: Channel?
    init(_ channel: Channel) { self.channel = channel }

    func end() { channel = nil }

    func send(_ message: WorkerMessage, descriptors: [Int32] = []) { channel?.send(message.encoded, descriptors: descriptors) }
    func send(raw bytes: [UInt8]) { channel?.send(bytes) }

    func next() throws -> (message: MasterMessage, descriptors: [Int32]) {
        let channel = try #require(channel)
        try #require(isReadable(channel.descriptor, withinMs: 10_000), "the master says nothing")
        let incoming = try #require(channel.receive())
        return (try #require(MasterMessage(decoding: incoming.bytes)), incoming.descriptors)
    }

    var hasMessage: Bool { channel.map { isReadable($0.descriptor, withinMs: 0) } ?? false }

    func start() throws -> StartInfo {
        guard case (.start(let info), let descriptors) = try next() else { throw Unexpected() }
        descriptors.forEach { close($0) }
        return info
    }

    /// The plan's descriptor is the caller's.
    func load() throws -> (request: UInt32, source: String, plan: Int32) {
        guard case (.load(let request, let source), let descriptors) = try next(), let plan = descriptors.first else { throw Unexpected() }
        return (request, source, plan)
    }

    /// Says that the plan serves as this generation.
    func commit(_ load: (request: UInt32, source: String, plan: Int32), generation: UInt32, transaction: UInt32 = 0) {
        var report = CommitReport()
        report.transaction = transaction
        report.request = load.request
        report.entry.generation = generation
        report.entry.digest = "digest \(generation)"
        report.entry.source = load.source
        send(.committed(report), descriptors: [load.plan])
        close(load.plan)
    }

    /// Asks for sockets; by row, with what failed.
    func bind(_ transaction: UInt32, _ specs: [ListenSpec]) throws -> (sockets: [UInt32: Int32], failure: BindFailure?) {
        send(.bind(transaction: transaction, specs: specs, isLast: true))
        var sockets: [UInt32: Int32] = [:]
        while true {
            let (message, descriptors) = try next()
            switch message {
            case .sockets(transaction, let rows): for (row, descriptor) in zip(rows, descriptors) { sockets[row] = descriptor }
            case .bound(transaction, let failure): return (sockets, failure)
            default: throw Unexpected()
            }
        }
    }

    struct Unexpected: Error {}
}

@Suite struct MasterTests {
    private func plan() throws -> [UInt8] { try HTTPPlan(port: 80, servers: []).builder().encode() }

    private func rig() throws -> MasterRig {
        try MasterRig { directory, options in
            try directory.write("plan", try plan())
            options.planPath = directory["plan"]
        }
    }

    @Test func theFirstPlan() throws {
        let rig = try rig()
        let worker = try rig.worker()
        let info = try worker.start()
        #expect(info.lastGeneration == 0 && !info.hasControl && info.masterProcess == getpid() && info.history == [])
        let load = try worker.load()
        #expect(load.source == "start" && SealedMemory.isSealed(load.plan))
        worker.commit(load, generation: 1)
        rig.signal(SIGTERM)
        #expect(try worker.next().message == .stop(gracefully: false))
        worker.end()
        #expect(rig.exitCode() == 0)
        #expect(rig.sink.text.contains("[NOTICE] generation 1 committed: start, in "))
    }

    @Test func aFirstPlanThatIsRefusedOrKillsTheWorker() throws {
        let refused = try rig()
        let worker = try refused.worker()
        _ = try worker.start()
        let load = try worker.load()
        close(load.plan)
        worker.send(.refused(request: load.request + 1, step: .prepare, reason: "another's"))
        worker.send(.refused(request: load.request, step: .prepare, reason: "no room"))
        #expect(refused.exitCode() == 1)
        #expect(refused.sink.text == "[ALERT] prepare: no room; nothing is served\n")

        let killed = try rig()
        try killed.worker().end()
        #expect(killed.exitCode() == 1)
        #expect(killed.sink.text.contains("while it took the first plan; nothing is served"))
    }

    /// What the next worker gets: the number to count on from, the history, the plan, what names stood for, and the same sockets.
    @Test func aWorkerThatEndsHasASuccessor() throws {
        let rig = try rig()
        let first = try rig.worker()
        _ = try first.start()
        let load = try first.load()
        let spec = ListenSpec(loopback: 0, key: "web")
        let bound = try first.bind(5, [spec])
        let socket = try #require(bound.sockets[0])
        first.send(.activate(transaction: 5))
        #expect(try first.next().message == .activated(transaction: 5, failure: nil))
        for isFirst in [true, false] { first.send(.names(encoded: [9], isFirst: isFirst)) }
        first.send(.names(encoded: [1, 2], isFirst: true))
        first.send(.names(encoded: [3], isFirst: false))
        first.commit(load, generation: 7, transaction: 5)
        // Somebody connects while nobody is there.
        first.end()
        let client = try TestSocket.connect(TestSocket.port(socket)).get()
        defer { close(client) }
        close(socket)

        let second = try rig.worker()
        let info = try second.start()
        #expect(info.lastGeneration == 7 && info.history.map(\.generation) == [7])
        #expect(try second.next().message == .names(encoded: [1, 2]))
        #expect(try second.next().message == .names(encoded: [3]))
        let again = try second.load()
        #expect(again.source == "restart" && SealedMemory.isSealed(again.plan))
        let inherited = try #require(try second.bind(1, [spec]).sockets[0])
        #expect(TestSocket.accepts(inherited))
        close(inherited)
        second.commit(again, generation: 8, transaction: 1)
        #expect(rig.sink.text.contains("the worker ended with exit code 0; another takes its listening sockets"))
    }

    /// The second restart in a row waits.
    @Test func restartsInARowAreSlowedDown() throws {
        let rig = try rig()
        let first = try rig.serving(1)
        first.end()
        let second = try rig.worker()
        let beganUs = Clock.nowUs()
        second.end()
        let third = try rig.worker()
        #expect(Clock.nowUs() - beganUs >= MasterLimits.restartDelayMs * 1000)
        #expect(rig.sink.text.contains("restart number 2 in a row: waiting 100 ms"))
        _ = try third.start()
        #expect(try third.load().source == "restart")
    }

    @Test func aSuccessorThatCannotTakeThePlanIsReplaced() throws {
        let rig = try rig()
        let first = try rig.serving(1)
        first.end()
        let second = try rig.worker()
        _ = try second.start()
        second.send(.refused(request: try second.load().request, step: .prepare, reason: "out of descriptors"))
        _ = try rig.serving(2)
        #expect(rig.sink.text.contains("[ALERT] the new worker could not take the plan that served: prepare: out of descriptors"))
    }

    /// However often it is asked for meanwhile, one reload follows the one under way.
    @Test func reloadsAreBundled() throws {
        let rig = try rig()
        let worker = try rig.serving(1)
        rig.signal(SIGHUP)
        let second = try worker.load()
        #expect(second.source == "reload")
        for _ in 0..<5 { rig.signal(SIGHUP) }
        rig.awaitSignalsRead()
        worker.send(.refused(request: second.request, step: .prepare, reason: "no"))
        let third = try worker.load()
        #expect(third.request == second.request + 1)
        worker.commit(third, generation: 2)
        worker.send(.fetchPlan(transaction: 3, generation: 99))
        #expect(try worker.next().message == .plan(transaction: 3, generation: 0))
        #expect(rig.sink.text.contains("reload refused: prepare: no; generation 1 goes on serving"))
    }

    @Test func aReloadThatKillsTheWorkerIsRefused() throws {
        let rig = try rig()
        let first = try rig.serving(1)
        rig.signal(SIGHUP)
        close(try first.load().plan)
        first.end()
        let second = try rig.worker()
        _ = try second.start()
        let load = try second.load()
        #expect(load.source == "restart")
        second.commit(load, generation: 2)
        #expect(rig.sink.text.contains("reload refused: the worker ended with exit code 0 while it took the plan; generation 1"))
    }

    @Test func plansAreFetchedFromTheHistory() throws {
        let rig = try rig()
        let worker = try rig.worker()
        _ = try worker.start()
        let load = try worker.load()
        let copy = fcntl(load.plan, F_DUPFD_CLOEXEC, 3)
        defer { close(copy) }
        worker.commit(load, generation: 1)
        worker.send(.fetchPlan(transaction: 8, generation: 1))
        let (message, descriptors) = try worker.next()
        #expect(message == .plan(transaction: 8, generation: 1))
        #expect(TestSocket.isSame(try #require(descriptors.first), copy))
        descriptors.forEach { close($0) }
        worker.send(.fetchPlan(transaction: 9, generation: 0))
        #expect(try worker.next().message == .plan(transaction: 9, generation: 0))
    }

    @Test func linesAreSentWhenTheyChange() throws {
        let rig = try rig()
        let worker = try rig.worker()
        _ = try worker.start()
        let (a, b) = (rig.directory.bytes("a"), rig.directory.bytes("b"))
        try rig.directory.write("a", "one")
        worker.send(.follow(transaction: 3, paths: [a], isLast: false))
        worker.send(.follow(transaction: 3, paths: [b], isLast: true))
        let load = try worker.load()
        #expect(try worker.next().message == .line(path: a, line: [UInt8]("one".utf8)))
        #expect(try worker.next().message == .line(path: b, line: nil))
        #expect(try worker.next().message == .followed(transaction: 3))
        worker.commit(load, generation: 1)
        try rig.directory.replace("b", "two")
        #expect(try worker.next().message == .line(path: b, line: [UInt8]("two".utf8)))
        unlink(rig.directory["a"])
        #expect(try worker.next().message == .line(path: a, line: nil))
    }

    @Test func socketsOfARefusedPlanAreReleased() throws {
        let rig = try rig()
        let worker = try rig.serving(1)
        let path = rig.directory["a.sock"]
        let unix = ListenSpec(unixPath: [UInt8](path.utf8), mode: 0o600)
        let bound = try worker.bind(2, [unix])
        #expect(bound.failure == nil && bound.sockets.count == 1)
        bound.sockets.values.forEach { close($0) }
        worker.send(.activate(transaction: 2))
        #expect(try worker.next().message == .activated(transaction: 2, failure: nil))
        #expect(rig.directory.names.contains("a.sock"))
        worker.send(.release(transaction: 2))
        let failed = try worker.bind(3, [unix, unix])
        #expect(failed.sockets.isEmpty && failed.failure?.row == 1)
        #expect(!rig.directory.names.contains { $0.hasPrefix("a.sock") })
    }

    @Test func aWorkerThatTalksNonsenseIsNotHeard() throws {
        let rig = try rig()
        let worker = try rig.serving(1)
        worker.send(raw: [77])
        worker.send(.fetchPlan(transaction: 1, generation: 1))
        worker.end()
        _ = try rig.worker().start()
        #expect(rig.sink.text.contains("[ALERT] the worker sent a message that is none"))
    }

    @Test func stoppingWithoutAWorker() throws {
        let rig = try rig()
        let first = try rig.serving(1)
        first.end()
        for _ in 0..<4 { try rig.worker().end() }
        // The next one comes after most of a second: nobody is there.
        rig.signal(SIGUSR1)
        #expect(rig.exitCode() == 0)
        #expect(!rig.hasStartedAnother)
    }
}

@Suite struct MasterOptionsTests {
    private func parse(_ line: String) -> MasterOptions.Parsed { MasterOptions.parse(line.split(separator: " ").map(String.init)) }

    @Test func arguments() {
        var options = MasterOptions()
        options.planPath = "p"
        #expect(parse("--plan p") == .options(options))
        options.watchPath = "w"
        options.controlPath = "c"
        #expect(parse("--control c --watch w --plan p") == .options(options))
        options.compile = ["baton", "compile", "--plan", "x"]
        #expect(parse("--control c --watch w --plan p --compile baton compile --plan x") == .options(options))
        #expect(parse("--plan p --help") == .help && parse("-h") == .help)
        #expect(parse("--version") == .version && parse("-v --nonsense") == .version)
    }

    @Test func mistakesAreNamed() {
        for (line, reason) in [
            ("", "nothing to serve: give --plan PLAN, or --compile COMMAND; see --help"),
            ("--watch w", "nothing to serve: give --plan PLAN, or --compile COMMAND; see --help"),
            ("--plan", "--plan needs a value"), ("--plan p --compile", "--compile needs a command"),
            ("-f haproxy.cfg", "unknown argument '-f'; see --help"), ("plan", "unknown argument 'plan'; see --help"),
            ("--plan p --control /\(String(repeating: "x", count: 100))", "--control: the path is longer than the 96 bytes that fit"),
        ] { #expect(parse(line) == .wrong(reason), "\(line)") }
        #expect(MasterOptions.parse(["--plan", ""]) == .wrong("--plan needs a value"))
    }
}

@Suite struct NoticesTests {
    @Test func oneLineEachWithoutControlBytes() throws {
        let sink = try NoticeSink()
        sink.notices.notice("a\nb\u{1B}[31m ü")
        sink.notices.warning("")
        sink.notices.alert("c\u{7F}")
        sink.notices.relay([0x1B, 0x0A])
        #expect(sink.text == "[NOTICE] a?b?[31m ü\n[WARNING] \n[ALERT] c?\n\u{1B}\n")
    }

    @Test func nobodyReads() throws {
        let pipe = try Pipe()
        _ = fcntl(pipe.writer, F_SETFL, O_NONBLOCK)
        Notices(descriptor: pipe.writer).relay([UInt8](repeating: 0x78, count: 1 << 20))
        Notices(descriptor: -1).alert("lost")
        #expect(isReadable(pipe.reader))
    }

    @Test func milliseconds() {
        #expect(Clock.ms(0) == "0.0" && Clock.ms(49) == "0.0" && Clock.ms(50) == "0.1")
        #expect(Clock.ms(12_345) == "12.3" && Clock.ms(999_950) == "1000.0")
    }
}
