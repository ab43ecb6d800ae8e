import Glibc

/// Memory files whose bytes can no longer change (memfd_create(2), fcntl(2) F_ADD_SEALS).
enum SealedMemory {
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
    static func create() -> Result<Int32, SystemError> {
        guard let symbol = dlsym(nil, "memfd_create") else { return .failure(SystemError("memfd_create", ENOSYS)) }
        let descriptor = unsafeBitCast(symbol, to: MemfdCreate.self)("baton-plan", closeOnExec | allowSealing)
        return descriptor < 0 ? .failure(SystemError("memfd_create", errno)) : .success(descriptor)
    }

    /// After this nobody can change the bytes or the length, nor the seals.
    static func seal(_ descriptor: Int32) -> SystemError? {
        fcntl(descriptor, addSeals, sealSeal | sealShrink | sealGrow | sealWrite) < 0 ? SystemError("fcntl(F_ADD_SEALS)", errno) : nil
    }

    /// Whether the seals forbid writing, shrinking and growing.
    static func isSealed(_ descriptor: Int32) -> Bool {
        let seals = fcntl(descriptor, getSeals)
        let needed = sealShrink | sealGrow | sealWrite
        return seals >= 0 && seals & needed == needed
    }
}

struct SystemError: Error {
    let call: String
    let code: Int32

    init(_ call: String, _ code: Int32) {
        self.call = call
        self.code = code
    }
}
