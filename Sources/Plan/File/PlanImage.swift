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
    public static func load(path: String) throws(PlanLoadError) -> PlanImage { try own(SealedMemory.copy(path: path)) }

    /// Loads from a memory file that someone else filled. Refused unless its seals forbid write, shrink and grow.
    /// The image duplicates `descriptor`, which stays the caller's.
    public static func load(descriptor: Int32) throws(PlanLoadError) -> PlanImage {
        guard SealedMemory.isSealed(descriptor) else {
            throw PlanLoadError(
                .unsealed, "the plan's descriptor is not a memory file sealed against writing, shrinking and growing: it could still change"
            )
        }
        let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        if own < 0 { throw .system("fcntl(F_DUPFD_CLOEXEC)", errno) }
        return try self.own(own)
    }

    /// Loads from bytes in memory, through sealed memory as the others.
    public static func load(bytes: [UInt8]) throws(PlanLoadError) -> PlanImage {
        try own(
            SealedMemory.sealed { (memory) throws(PlanLoadError) in
                let code = bytes.withUnsafeBytes { writeAll(memory, $0) }
                if code != 0 { throw .system("write", code) }
            })
    }

    /// Ends the life of ``plan`` and closes ``descriptor``. Once.
    public func unmap() {
        munmap(base, byteCount)
        close(descriptor)
    }

    static var foreign: PlanLoadError { PlanLoadError(.foreign, "the file is not a plan") }

    private static func own(_ descriptor: Int32) throws(PlanLoadError) -> PlanImage {
        do throws(PlanLoadError) { return try map(descriptor) } catch {
            close(descriptor)
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

extension PlanImage {
    /// Whether the file at `path` begins as a plan does. False where it cannot be read.
    public static func isPlan(path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        if descriptor < 0 { return false }
        defer { close(descriptor) }
        var magic: UInt64 = 0
        return pread(descriptor, &magic, 8, 0) == 8 && magic == PlanFormat.magic
    }
}
