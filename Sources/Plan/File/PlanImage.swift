import Glibc

/// A verified plan in memory, and its owner: everything that ``plan`` points to lives until ``unmap()``.
/// The bytes are those of a sealed memory file, so no one can change them after they were checked.
public struct PlanImage: @unchecked Sendable {
    public let plan: Plan
    /// The sealed memory file, close-on-exec; it can be passed to another process, which loads it by ``load(descriptor:)``.
    public let descriptor: Int32
    /// Bytes of the file.
    public let byteCount: Int
    public let compilerVersion: String
    public let target: String
    private let base: UnsafeMutableRawPointer

    /// Copies the file into sealed memory, then checks every bound and both digests.
    public static func load(path: String) throws(PlanLoadError) -> PlanImage {
        let source = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        if source < 0 { throw .system("open", errno) }
        defer { close(source) }
        var status = stat()
        if fstat(source, &status) != 0 { throw .system("fstat", errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw PlanLoadError(.unreadable, "cannot read the plan: not a regular file")
        }
        if Int(status.st_size) > PlanLimits.fileBytes { throw PlanLoadError(.foreign, "the file is larger than any plan") }
        if Int(status.st_size) < 8 { throw status.st_size == 0 ? PlanLoadError(.truncated, "the file is empty") : foreign }
        var magic: UInt64 = 0
        if pread(source, &magic, 8, 0) == 8, magic != PlanFormat.magic { throw foreign }
        return try loadSealing { (memory) throws(PlanLoadError) in
            while true {
                let count = copy_file(source, memory, Int(status.st_size))
                if count == 0 { return }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw .system("read", errno)
                }
            }
        }
    }

    /// Loads from a memory file that someone else filled. Refused unless its seals forbid write, shrink and grow.
    /// The image owns `descriptor` only when this succeeds.
    public static func load(descriptor: Int32) throws(PlanLoadError) -> PlanImage {
        guard SealedMemory.isSealed(descriptor) else {
            throw PlanLoadError(
                .unsealed, "the plan's descriptor is not a memory file sealed against writing, shrinking and growing: it could still change"
            )
        }
        return try map(descriptor)
    }

    /// Loads from bytes in memory, through sealed memory as the others.
    public static func load(bytes: [UInt8]) throws(PlanLoadError) -> PlanImage {
        try loadSealing { (memory) throws(PlanLoadError) in
            let code = bytes.withUnsafeBytes { writeAll(memory, $0) }
            if code != 0 { throw .system("write", code) }
        }
    }

    /// Ends the life of ``plan`` and closes ``descriptor``. Once.
    public func unmap() {
        munmap(base, byteCount)
        close(descriptor)
    }

    static var foreign: PlanLoadError { PlanLoadError(.foreign, "the file is not a plan") }

    private static func loadSealing(_ fill: (Int32) throws(PlanLoadError) -> Void) throws(PlanLoadError) -> PlanImage {
        let memory: Int32
        switch SealedMemory.create() {
        case .success(let descriptor): memory = descriptor
        case .failure(let error): throw .system(error.call, error.code)
        }
        do throws(PlanLoadError) {
            try fill(memory)
            if let error = SealedMemory.seal(memory) { throw PlanLoadError.system(error.call, error.code) }
            return try map(memory)
        } catch {
            close(memory)
            throw error
        }
    }

    private static func map(_ descriptor: Int32) throws(PlanLoadError) -> PlanImage {
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw .system("fstat", errno) }
        let count = Int(status.st_size)
        if count > PlanLimits.fileBytes { throw PlanLoadError(.foreign, "the file is larger than any plan") }
        if count < 8 { throw count == 0 ? PlanLoadError(.truncated, "the file is empty") : foreign }
        // Populated at once: every page is about to be read, and a fault each would cost more.
        guard let base = mmap(nil, count, PROT_READ, MAP_SHARED | MAP_POPULATE, descriptor, 0), base != MAP_FAILED else {
            throw .system("mmap", errno)
        }
        do throws(PlanLoadError) {
            let file = UnsafeRawBufferPointer(start: base, count: count)
            let layout = try PlanLayout(file)
            let plan = layout.plan
            try PlanVerifier(plan, meaningPoolBytes: layout.meaningPoolBytes).verify()
            return PlanImage(
                plan: plan, descriptor: descriptor, byteCount: count, compilerVersion: layout.compilerVersion, target: layout.target,
                base: base)
        } catch {
            munmap(base, count)
            throw error
        }
    }
}

/// Copies some bytes from the current position of one file to another: their number, 0 at the end, -1 with errno.
private func copy_file(_ source: Int32, _ destination: Int32, _ size: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 1 << 20, alignment: 4096) { buffer in
        let count = read(source, buffer.baseAddress, buffer.count)
        if count <= 0 { return count }
        let code = writeAll(destination, UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        if code != 0 {
            errno = code
            return -1
        }
        return count
    }
}
