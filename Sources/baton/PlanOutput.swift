import Glibc
import Plan

/// Where a compiled plan goes.
enum PlanOutput {
    /// `fd@N` is written from its current position. A file is replaced by rename, so that nobody ever sees half a plan, and only its
    /// owner can read it. It is not synced: a plan cut short by a power failure is refused by its digests.
    static func write(_ builder: PlanBuilder, to output: String) throws(PlanFailure) {
        if output.hasPrefix("fd@") {
            guard let descriptor = Int32(output.dropFirst(3)), descriptor >= 0, fcntl(descriptor, F_GETFD) >= 0 else {
                throw PlanFailure(message: "'\(output)' names no open descriptor")
            }
            try write(builder, descriptor, output)
            return
        }
        var status = stat()
        if stat(output, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            // A device or a pipe is written to; renaming would put a file in its place.
            let descriptor = open(output, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            if descriptor < 0 { throw system(output, errno) }
            defer { close(descriptor) }
            try write(builder, descriptor, output)
            return
        }
        let temporary = "\(output).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        // The file that was asked for, unless the reason is the one beside it.
        if descriptor < 0 { throw errno == EEXIST ? system(temporary, EEXIST) : system(output, errno) }
        do throws(PlanFailure) {
            defer { close(descriptor) }
            try write(builder, descriptor, output)
        } catch {
            unlink(temporary)
            throw error
        }
        if rename(temporary, output) != 0 {
            let code = errno
            unlink(temporary)
            throw system(output, code)
        }
    }

    private static func write(_ builder: PlanBuilder, _ descriptor: Int32, _ output: String) throws(PlanFailure) {
        do throws(PlanWriteError) { try builder.write(to: descriptor) } catch {
            throw PlanFailure(message: "\(output): \(error.message)")
        }
    }

    private static func system(_ path: String, _ code: Int32) -> PlanFailure {
        PlanFailure(message: "\(path): \(String(cString: strerror(code)))")
    }
}
