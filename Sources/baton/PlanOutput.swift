import Glibc
import Plan

/// Where a compiled plan goes.
enum PlanOutput {
    /// `fd@N` is written from its current position. Only its owner can read a file. It is not synced: a plan cut short by a power failure is
    /// refused by its digests.
    static func write(_ builder: PlanBuilder, to output: String) throws(FileOutput.Failure) {
        if output.hasPrefix("fd@") {
            guard let descriptor = Int32(output.dropFirst(3)), descriptor >= 0, fcntl(descriptor, F_GETFD) >= 0 else {
                throw FileOutput.Failure(message: "'\(output)' names no open descriptor")
            }
            return try write(builder, descriptor, output)
        }
        try FileOutput.replace(output, mode: 0o600) { descriptor throws(FileOutput.Failure) in try write(builder, descriptor, output) }
    }

    private static func write(_ builder: PlanBuilder, _ descriptor: Int32, _ output: String) throws(FileOutput.Failure) {
        do throws(PlanWriteError) { try builder.write(to: descriptor) } catch {
            throw FileOutput.Failure(message: "\(output): \(error.message)")
        }
    }
}
