import CLinux
import Glibc
import Plan

/// Memory files that hold plans, as the master handles them: bytes that it never looks into.
package enum PlanFile {
    /// An empty memory file that can be sealed; close-on-exec.
    package static func create() -> Result<Int32, SystemError> {
        let descriptor = baton_memfd_create("baton-plan")
        return descriptor >= 0 ? .success(descriptor) : .failure(SystemError("memfd_create", code: -descriptor))
    }

    /// After this nobody can change the bytes any more. Fails while somebody has them mapped for writing.
    package static func seal(_ descriptor: Int32) -> SystemError? {
        let result = baton_add_seals(descriptor, BATON_SEAL_SEAL | BATON_SEAL_SHRINK | BATON_SEAL_GROW | BATON_SEAL_WRITE)
        return result < 0 ? SystemError("fcntl(F_ADD_SEALS)", code: -result) : nil
    }

    package static func isSealed(_ descriptor: Int32) -> Bool {
        let needed = BATON_SEAL_SHRINK | BATON_SEAL_GROW | BATON_SEAL_WRITE
        let seals = baton_get_seals(descriptor)
        return seals >= 0 && seals & needed == needed
    }

    package static func size(_ descriptor: Int32) -> Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Copies the file at `path` into sealed memory. The failure is a sentence.
    package static func copy(path: String) -> Result<Int32, PlanFileFailure> {
        // A pipe or a device in its place must not make the master wait.
        let source = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard source >= 0 else { return .failure(PlanFileFailure("\(path): \(SystemError("open").message)")) }
        defer { close(source) }
        var status = stat()
        guard fstat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return .failure(PlanFileFailure("\(path): not a regular file"))
        }
        guard Int(status.st_size) <= MasterLimits.planBytes else {
            return .failure(PlanFileFailure("\(path): larger than any plan (\(MasterLimits.planBytes) bytes)"))
        }
        switch create() {
        case .failure(let error): return .failure(PlanFileFailure(error.description))
        case .success(let memory):
            if let error = transfer(source, memory) ?? seal(memory) {
                close(memory)
                return .failure(PlanFileFailure("\(path): \(error)"))
            }
            return .success(memory)
        }
    }

    private static func transfer(_ source: Int32, _ memory: Int32) -> SystemError? {
        var total = 0
        while true {
            let count = sendfile(memory, source, nil, 1 << 24)
            if count == 0 { return nil }
            if count < 0 {
                if errno == EINTR { continue }
                return SystemError("sendfile")
            }
            total += count
            // A file that grows while it is read.
            if total > MasterLimits.planBytes { return SystemError("read", code: EFBIG) }
        }
    }
}

/// A sentence for people.
package struct PlanFileFailure: Error, CustomStringConvertible {
    package let description: String
    init(_ description: String) { self.description = description }
}
