import CLinux
import Glibc

/// A child process and the descriptor that tells of its end. Spawned only by posix_spawn: nothing here forks.
package struct ChildProcess {
    /// 0 where a thread plays the child (tests).
    package let process: Int32
    /// Readable when it has ended; -1 with `process` 0. Owned.
    package let descriptor: Int32

    package enum Ending: Equatable, CustomStringConvertible {
        case exit(Int32)
        case signal(Int32)

        package var description: String {
            switch self {
            case .exit(let code): "exit code \(code)"
            case .signal(let number): "signal \(number)"
            }
        }
    }

    package init(process: Int32, descriptor: Int32) {
        self.process = process
        self.descriptor = descriptor
    }

    /// `descriptors[i]` becomes descriptor i of the child, -1 stands for /dev/null; nothing else is inherited.
    package static func spawn(
        path: String, arguments: [String], descriptors: [Int32], ownGroup: Bool
    ) -> Result<ChildProcess, SystemError> {
        let copies = arguments.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        var pointers = copies + [nil]
        let process = baton_spawn(path, &pointers, descriptors, Int32(descriptors.count), ownGroup ? 1 : 0)
        guard process > 0 else { return .failure(SystemError("cannot start \(path)", code: -process)) }
        let descriptor = baton_pidfd_open(process)
        guard descriptor >= 0 else {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
            return .failure(SystemError("pidfd_open", code: -descriptor))
        }
        return .success(ChildProcess(process: process, descriptor: descriptor))
    }

    /// Nil while it runs. Closes ``descriptor`` otherwise: to be called once more at most.
    package func reap() -> Ending? {
        guard process > 0 else { return .exit(0) }
        var status: Int32 = 0
        while true {
            let result = waitpid(process, &status, WNOHANG)
            if result == 0 { return nil }
            if result < 0 && errno == EINTR { continue }
            close(descriptor)
            if result < 0 { return .exit(-1) }
            let signal = status & 0x7F
            return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
        }
    }

    package func end(_ signal: Int32) { if process > 0 { kill(process, signal) } }

    /// Where a command without a slash stands, by PATH.
    package static func find(_ command: String) -> String? {
        find(command, in: getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin")
    }

    /// `path`: directories with colons between them; an empty one is the present directory.
    static func find(_ command: String, in path: String) -> String? {
        if command.utf8.contains(0x2F) { return command }
        for directory in path.split(separator: ":", omittingEmptySubsequences: false) {
            let candidate = (directory.isEmpty ? "." : String(directory)) + "/" + command
            // A directory may be entered, which access calls executable too.
            var status = stat()
            if stat(candidate, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(candidate, X_OK) == 0 { return candidate }
        }
        return nil
    }
}
