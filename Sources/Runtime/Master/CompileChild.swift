import CLinux
import Glibc
import Plan

/// One run of the compile command: `COMMAND... -o fd@3`, where descriptor 3 is an empty memory file for the plan. Ended by its limits
/// when it runs away. What it prints is relayed, bounded.
package final class CompileChild {
    package struct Limits: Sendable {
        package var cpuSeconds = MasterLimits.compileCPUSeconds
        package var memoryBytes = MasterLimits.compileMemoryBytes
        package var wallMs = MasterLimits.compileWallMs
        package init() {}
    }

    package enum Outcome {
        /// A sealed memory file, owned by the receiver.
        case plan(Int32)
        /// A sentence.
        case failed(String)
    }

    package let child: ChildProcess
    /// What it prints, for polling. -1 after its end.
    package private(set) var output: Int32
    package let startedUs: UInt64
    package let deadlineUs: UInt64
    private let limits: Limits
    private var memory: Int32
    private var relayedBytes = 0
    private var isOverdue = false

    private init(child: ChildProcess, output: Int32, memory: Int32, limits: Limits) {
        self.child = child
        self.output = output
        self.memory = memory
        self.limits = limits
        startedUs = Clock.nowUs()
        deadlineUs = startedUs + limits.wallMs * 1000
    }

    deinit {
        if output >= 0 { close(output) }
        if memory >= 0 { close(memory) }
    }

    package static func start(_ command: [String], limits: Limits) -> Result<CompileChild, Explanation> {
        guard let name = command.first, let path = ChildProcess.find(name) else {
            return .failure(Explanation("cannot compile: '\(command.first ?? "")' is not found in PATH"))
        }
        let memory: Int32
        do throws(PlanLoadError) { memory = try SealedMemory.create() } catch {
            return .failure(Explanation("cannot compile: \(error.message)"))
        }
        var ends: [Int32] = [-1, -1]
        let piped = baton_pipe(&ends)
        guard piped >= 0 else {
            close(memory)
            return .failure(Explanation("cannot compile: \(SystemError("pipe", code: -piped))"))
        }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        let spawned = ChildProcess.spawn(
            path: path, arguments: command + ["-o", "fd@3"], descriptors: [-1, ends[1], ends[1], memory], ownGroup: true)
        close(ends[1])
        switch spawned {
        case .failure(let error):
            close(memory)
            close(ends[0])
            return .failure(Explanation("cannot compile: \(error)"))
        case .success(let child):
            // Set from here because posix_spawn cannot; the child may have run for a moment.
            _ = baton_limit(child.process, Int32(RLIMIT_CPU.rawValue), limits.cpuSeconds)
            _ = baton_limit(child.process, Int32(RLIMIT_AS.rawValue), limits.memoryBytes)
            _ = baton_limit(child.process, Int32(RLIMIT_FSIZE.rawValue), UInt64(MasterLimits.planBytes))
            _ = baton_limit(child.process, Int32(RLIMIT_CORE.rawValue), 0)
            return .success(CompileChild(child: child, output: ends[0], memory: memory, limits: limits))
        }
    }

    /// Passes on what the child printed.
    package func relay(to notices: Notices) {
        guard output >= 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 8192)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count == 0 || (count < 0 && errno != EAGAIN) {
                close(output)
                output = -1
            }
            guard count > 0 else { return }
            let room = max(0, MasterLimits.compileOutputBytes - relayedBytes)
            if room > 0 { notices.relay(Array(buffer[..<min(room, count)])) }
            relayedBytes += count
        }
    }

    /// Ends the child when its time is over.
    package func checkDeadline(_ nowUs: UInt64) {
        guard nowUs >= deadlineUs, !isOverdue else { return }
        isOverdue = true
        end()
    }

    package func end() { if child.process > 0 { kill(-child.process, SIGKILL) } }

    /// Nil while it runs.
    package func finish(notices: Notices) -> Outcome? {
        guard let ending = child.reap() else { return nil }
        // Whatever it started in turn ends with it.
        if child.process > 0 { kill(-child.process, SIGKILL) }
        relay(to: notices)
        if relayedBytes > MasterLimits.compileOutputBytes {
            notices.warning("the compiler printed \(relayedBytes) bytes; \(MasterLimits.compileOutputBytes) of them are shown")
        }
        guard ending == .exit(0) else { return .failed(reason(ending)) }
        var status = stat()
        guard fstat(memory, &status) == 0, status.st_size > 0 else { return .failed("the compiler wrote no plan") }
        // Fails while something that the child left behind has it mapped for writing.
        do throws(PlanLoadError) { try SealedMemory.seal(memory) } catch { return .failed(error.message) }
        defer { memory = -1 }
        return .plan(memory)
    }

    private func reason(_ ending: ChildProcess.Ending) -> String {
        if isOverdue { return "the compiler ran longer than \(limits.wallMs) ms and was ended" }
        switch ending {
        case .exit(1): return "the compiler refused the configuration"
        case .exit(let code): return "the compiler failed with exit code \(code)"
        case .signal(SIGXCPU): return "the compiler used more than \(limits.cpuSeconds) s of processor time and was ended"
        // The kernel's way to end who reached the limit, and not only that.
        case .signal(SIGKILL): return "the compiler was killed, or used more than \(limits.cpuSeconds) s of processor time and was ended"
        case .signal(SIGXFSZ): return "the compiler wrote more than \(MasterLimits.planBytes) bytes and was ended"
        case .signal(let number): return "the compiler crashed (signal \(number))"
        }
    }
}
