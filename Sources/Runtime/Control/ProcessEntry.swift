import CLinux
import Glibc
import Plan

/// What `batond` does: the master, or, started by it, a worker.
package enum ProcessEntry {
    /// How the master starts this program as its worker; the channel is descriptor 3.
    private static let workerArgument = "--worker"

    /// Answers the exit code.
    package static func main(_ arguments: [String]) -> Int32 {
        _ = signal(SIGPIPE, SIG_IGN)
        if arguments.dropFirst().first == workerArgument { return worker() }
        switch MasterOptions.parse(Array(arguments.dropFirst())) {
        case .help:
            print(MasterOptions.usage)
            return 0
        case .version:
            print("batond \(BatonVersion.text)")
            return 0
        case .wrong(let reason):
            Notices().alert(reason)
            return 2
        case .options(let options):
            return master(options)
        }
    }

    private static func master(_ options: MasterOptions) -> Int32 {
        _ = baton_raise_descriptor_limit()
        let watched: [Int32] = [SIGHUP, SIGUSR1, SIGUSR2, SIGTERM, SIGINT, SIGQUIT]
        let signals = baton_signalfd(watched, Int32(watched.count))
        guard signals >= 0 else {
            Notices().alert(SystemError("signalfd", code: -signals).description)
            return 2
        }
        guard let program = ownPath() else {
            Notices().alert("cannot find this program: /proc/self/exe is not readable")
            return 2
        }
        let master = Master(options: options, signals: signals) { channel in
            ChildProcess.spawn(path: program, arguments: [program, workerArgument], descriptors: [-1, 1, 2, channel], ownGroup: true)
        }
        return master.run()
    }

    private static func ownPath() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes {
            readlink("/proc/self/exe", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count - 1)
        }
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }

    private static func worker() -> Int32 {
        _ = baton_signal_at_parent_death(SIGKILL)
        _ = baton_raise_descriptor_limit()
        for descriptor: Int32 in [1, 2] { takeOwnStream(descriptor) }
        // The terminal's signals are the master's business.
        let ignored: [Int32] = [SIGHUP, SIGUSR1, SIGUSR2, SIGINT, SIGQUIT]
        for number in ignored { _ = signal(number, SIG_IGN) }
        // Requests take and give back small blocks: without this glibc would hand the memory back to the system each time.
        baton_keep_freed_memory(64 << 20)
        let variables = EnvironmentVariables(environmentStrings())
        let hostname = hostName()
        guard let kernel = LinuxKernel(),
            let core = Worker<LinuxKernel>(
                controlKernel: kernel, defaultLoops: Int(baton_processors()),
                settings: { index in
                    RuleEnvironment.Settings(
                        seed: Clock.nowUs() ^ UInt64(index) << 48, hostname: hostname, pid: getpid(), thread: Int32(index),
                        variables: variables)
                }, makeKernel: { _ in LinuxKernel() }, launch: LoopThread.start)
        else {
            Notices().alert("out of descriptors or memory")
            return 2
        }
        return WorkerProcess(channel: 3, core: core, registry: core.registry).run()
    }

    /// A pipe or terminal that nobody reads must not hold up a loop. O_NONBLOCK belongs to the open file description, which the master and
    /// its parent share, so the worker opens its own; what cannot be opened again (a socket) stays as it is. A file never blocks, and
    /// opening it again would start over at its beginning.
    private static func takeOwnStream(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO || status.st_mode & S_IFMT == S_IFCHR else { return }
        let own = open("/proc/self/fd/\(descriptor)", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard own >= 0 else { return }
        _ = dup2(own, descriptor)
        close(own)
    }

    private static func environmentStrings() -> [String] {
        var strings: [String] = []
        var entry = environ
        while let text = entry.pointee {
            strings.append(String(cString: text))
            entry += 1
        }
        return strings
    }

    /// Lives as long as the process.
    private static func hostName() -> ByteSlice {
        var buffer = [CChar](repeating: 0, count: 256)
        gethostname(&buffer, buffer.count - 1)
        let count = strlen(buffer)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(count, 1))
        for i in 0..<count { (memory + i).initialize(to: UInt8(bitPattern: buffer[i])) }
        return ByteSlice(memory, count)
    }
}

/// One loop's thread.
private enum LoopThread {
    /// The only way a loop passes to another thread.
    private final class Handoff: @unchecked Sendable {
        let loop: Loop<LinuxKernel>
        init(_ loop: Loop<LinuxKernel>) { self.loop = loop }
    }

    static func start(_ loop: Loop<LinuxKernel>) {
        let handoff = Unmanaged.passRetained(Handoff(loop))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let loop = Unmanaged<Handoff>.fromOpaque(argument).takeRetainedValue().loop
                while !loop.isStopped { loop.turn() }
                return nil
            }, handoff.toOpaque())
        if result != 0 {
            Notices().alert("cannot start a thread: \(SystemError("pthread_create", code: result).description)")
            exit(2)
        }
    }
}
