import CLinux
import Glibc
import Plan
import PlanFixtures
import Synchronization
import Testing

@testable import Runtime

/// What `batond` runs in two processes, on threads of this one: a master, a worker, its loops. Ended by ``stop(_:)`` or with this object.
final class Instance {
    let directory: TemporaryDirectory
    let sink: NoticeSink
    let control: String
    private let signals: Pipe
    private let ended: Pipe
    /// Ends with the last worker.
    private let workers: Pipe
    private var hasEnded = false

    /// The first plan stands in `plan`, unless there is none and a compile command makes it.
    init(
        plan: [UInt8]?, loops: Int = 1, in directory: TemporaryDirectory? = nil, limits: CompileChild.Limits = CompileChild.Limits(),
        configure: (TemporaryDirectory, inout MasterOptions) -> Void = { _, _ in }
    ) throws {
        let directory = try directory ?? TemporaryDirectory()
        let sink = try NoticeSink()
        self.directory = directory
        self.sink = sink
        signals = try Pipe()
        ended = try Pipe()
        workers = try Pipe()
        _ = fcntl(signals.reader, F_SETFL, O_NONBLOCK)
        control = directory["control.sock"]
        var options = MasterOptions()
        options.controlPath = control
        if let plan {
            try directory.write("plan", plan)
            options.planPath = directory["plan"]
        }
        configure(directory, &options)
        let (settings, notices, reader, writer) = (options, sink.notices, signals.reader, ended.writer)
        let workers = workers.takeWriter()
        onThread {
            let master = Master(options: settings, signals: reader, notices: notices, limits: limits) { channel in
                let (copy, alive) = (fcntl(channel, F_DUPFD_CLOEXEC, 3), fcntl(workers, F_DUPFD_CLOEXEC, 3))
                onThread {
                    Instance.work(copy, loops, notices)
                    close(alive)
                }
                return .success(ChildProcess(process: 0, descriptor: -1))
            }
            var code = UInt8(truncatingIfNeeded: master.run())
            close(workers)
            _ = write(writer, &code, 1)
        }
    }

    deinit {
        // The threads use what goes with this object.
        if !hasEnded { _ = stop(SIGTERM) }
        _ = workers.isEnded()
    }

    private static func work(_ channel: Int32, _ loops: Int, _ notices: Notices) {
        guard let kernel = LinuxKernel(),
            let core = Worker<LinuxKernel>(
                controlKernel: kernel, defaultLoops: loops,
                settings: { RuleEnvironment.Settings(seed: UInt64($0), hostname: .empty, pid: 1, thread: Int32($0), variables: .none) },
                makeKernel: { _ in LinuxKernel() }, launch: run)
        else { return }
        _ = WorkerProcess(channel: channel, core: core, registry: core.registry, notices: notices).run()
    }

    private static func run(_ loop: Loop<LinuxKernel>) {
        struct Handoff: @unchecked Sendable { let loop: Loop<LinuxKernel> }
        let handoff = Handoff(loop: loop)
        onThread { while !handoff.loop.isStopped { handoff.loop.turn() } }
    }

    func signal(_ number: Int32) {
        var information = signalfd_siginfo()
        information.ssi_signo = UInt32(number)
        _ = write(signals.writer, &information, MemoryLayout<signalfd_siginfo>.size)
    }

    /// The exit code after the signal; nil: it does not end.
    func stop(_ number: Int32) -> UInt8? {
        signal(number)
        return exitCode()
    }

    /// Waits for the end.
    func exitCode() -> UInt8? {
        guard isReadable(ended.reader, withinMs: 10_000) else { return nil }
        var code: UInt8 = 0
        guard read(ended.reader, &code, 1) == 1 else { return nil }
        hasEnded = true
        return code
    }

    /// A notice with this text; looked for until it comes.
    func notice(_ text: String, withinMs ms: Int = 10_000) -> Bool {
        let deadline = Clock.nowUs() + UInt64(ms) * 1000
        while Clock.nowUs() < deadline {
            if sink.text.contains(text) { return true }
            usleep(2000)
        }
        Issue.record("no notice says '\(text)': \(sink.text)")
        return false
    }

    /// One line of commands on the control socket, and the answer to its end.
    func ask(_ line: String, descriptor: Int32 = -1) throws -> String {
        try CommandConnection(path: control).ask(line + "\n", descriptor: descriptor)
    }

    /// Asks a running instance to serve the plan, as `baton apply` does.
    func apply(_ plan: HTTPPlan, source: String = "test") throws -> String { try apply(plan.builder().encode(), source: source) }

    func apply(_ bytes: [UInt8], source: String = "test", isSealed: Bool = true) throws -> String {
        let memory = try SealedMemory.create()
        defer { close(memory) }
        try #require(write(memory, bytes, bytes.count) == bytes.count)
        if isSealed { try SealedMemory.seal(memory) }
        return try ask("apply \(source)", descriptor: memory)
    }
}

/// A client of a command socket.
final class CommandConnection {
    let descriptor: Int32

    /// Waits until the socket stands under the path.
    init(path: String) throws {
        let deadline = Clock.nowUs() + 10_000_000
        while true {
            switch try TestSocket.connect(path: path) {
            case .success(let descriptor):
                self.descriptor = descriptor
                return
            case .failure(let error):
                try #require(Clock.nowUs() < deadline, "\(path): \(error)")
                usleep(2000)
            }
        }
    }

    deinit { close(descriptor) }

    func send(_ text: String, descriptor passed: Int32 = -1) throws {
        let bytes = [UInt8](text.utf8)
        let sent = bytes.withUnsafeBytes { bytes in
            withUnsafePointer(to: passed) { baton_send_message(descriptor, bytes.baseAddress, bytes.count, $0, passed >= 0 ? 1 : 0) }
        }
        try #require(sent == bytes.count)
    }

    /// What comes until the other side closes, or until the text does.
    func receive(until end: String? = nil) -> String {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while end.map({ !String(decoding: received, as: UTF8.self).hasSuffix($0) }) ?? true, isReadable(descriptor, withinMs: 10_000) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { return String(decoding: received, as: UTF8.self) }
            received += buffer[..<count]
        }
        if end == nil { Issue.record("the connection is not closed") }
        return String(decoding: received, as: UTF8.self)
    }

    func ask(_ text: String, descriptor: Int32 = -1) throws -> String {
        try send(text, descriptor: descriptor)
        return receive()
    }
}

/// A server whose connections are taken by the test, or by nobody: then requests wait in it.
final class TestOrigin {
    let descriptor: Int32
    var port: UInt16 { TestSocket.port(descriptor) }

    init() throws { descriptor = try TestSocket.listening() }
    deinit { close(descriptor) }

    /// Reads a request's head and answers it. False: none comes.
    func answer(_ text: String = "ok") -> Bool {
        guard isReadable(descriptor) else { return false }
        let client = accept(descriptor, nil, nil)
        guard client >= 0 else { return false }
        defer { close(client) }
        var head = ""
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !head.hasSuffix("\r\n\r\n"), isReadable(client) {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return false }
            head += String(decoding: buffer[..<count], as: UTF8.self)
        }
        let response = "HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n\(text)"
        return send(client, response, response.utf8.count, Int32(MSG_NOSIGNAL)) == response.utf8.count
    }
}

/// A client of the proxy.
final class TestClient {
    let descriptor: Int32

    init(port: UInt16) throws { descriptor = try TestSocket.connect(port).get() }
    init(path: String) throws { descriptor = try TestSocket.connect(path: path).get() }
    deinit { close(descriptor) }

    func send(_ text: String = "GET / HTTP/1.1\r\nHost: a\r\n\r\n") {
        _ = Glibc.send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL))
    }

    /// What comes up to the end of the text, or of the connection.
    func receive(until end: String) -> String {
        var received = ""
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !received.hasSuffix(end), isReadable(descriptor, withinMs: 10_000) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { break }
            received += String(decoding: buffer[..<count], as: UTF8.self)
        }
        return received
    }
}
