import Glibc

/// Memory files whose bytes can no longer change (memfd_create(2), fcntl(2) F_ADD_SEALS).
public enum SealedMemory {
    // Behind _GNU_SOURCE in the C headers, so the Glibc module does not show them.
    private static let closeOnExec: UInt32 = 1
    private static let allowSealing: UInt32 = 2
    private static let addSeals: Int32 = 1033
    private static let getSeals: Int32 = 1034
    private static let sealSeal: Int32 = 1
    private static let sealShrink: Int32 = 2
    private static let sealGrow: Int32 = 4
    private static let sealWrite: Int32 = 8

    private typealias MemfdCreate = @convention(c) (UnsafePointer<CChar>, UInt32) -> Int32

    /// An empty memory file that can be sealed, or an errno.
    public static func create() throws(PlanLoadError) -> Int32 {
        guard let symbol = dlsym(nil, "memfd_create") else { throw .system("memfd_create", ENOSYS) }
        let descriptor = unsafeBitCast(symbol, to: MemfdCreate.self)("baton-plan", closeOnExec | allowSealing)
        if descriptor < 0 { throw .system("memfd_create", errno) }
        return descriptor
    }

    /// After this nobody can change the bytes or the length, nor the seals.
    public static func seal(_ descriptor: Int32) throws(PlanLoadError) {
        if fcntl(descriptor, addSeals, sealSeal | sealShrink | sealGrow | sealWrite) < 0 { throw .system("fcntl(F_ADD_SEALS)", errno) }
    }

    /// A sealed copy of the file at `path`: whatever happens to the file afterwards, the copy stays. Close-on-exec; the caller closes it.
    public static func copy(path: String) throws(PlanLoadError) -> Int32 {
        // A pipe that nobody writes to is refused below instead of waited for.
        let source = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        if source < 0 { throw .system("open", errno) }
        defer { close(source) }
        var status = stat()
        if fstat(source, &status) != 0 { throw .system("fstat", errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw PlanLoadError(.unreadable, "cannot read the plan: not a regular file")
        }
        // Before gigabytes of something else are copied.
        if Int(status.st_size) > PlanLimits.fileBytes { throw PlanLoadError(.foreign, "the file is larger than any plan") }
        var magic: UInt64 = 0
        if pread(source, &magic, 8, 0) == 8, magic != PlanFormat.magic { throw PlanImage.foreign }
        return try sealed { (memory) throws(PlanLoadError) in
            while true {
                let count = copyBytes(source, memory)
                if count == 0 { return }
                if count < 0, errno != EINTR { throw .system("read", errno) }
            }
        }
    }

    /// A sealed memory file that `fill` has written.
    static func sealed(_ fill: (Int32) throws(PlanLoadError) -> Void) throws(PlanLoadError) -> Int32 {
        let memory = try create()
        do throws(PlanLoadError) {
            try fill(memory)
            try seal(memory)
            return memory
        } catch {
            close(memory)
            throw error
        }
    }

    /// Copies some bytes from the current position of one file to another: their number, 0 at the end, -1 with errno.
    private static func copyBytes(_ source: Int32, _ destination: Int32) -> Int {
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

    /// Whether the seals forbid writing, shrinking and growing.
    public static func isSealed(_ descriptor: Int32) -> Bool {
        let seals = fcntl(descriptor, getSeals)
        let needed = sealShrink | sealGrow | sealWrite
        return seals >= 0 && seals & needed == needed
    }
}
