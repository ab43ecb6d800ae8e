import Plan

/// What a loop lends to its rules: clock readings of the event, random state, names, scratch memory, counters. One per loop, behind a
/// pointer, only its loop touches it.
package struct RuleEnvironment {
    /// Clock readings, taken once per event: monotonic nanoseconds, and microseconds since 1970.
    package var now: UInt64 = 0
    package var wall: Int64 = 0
    /// Connections of the process (`%ac`, `act_conn`), refreshed by the loop.
    package var actconn: Int32 = 0

    package var random: Xoshiro256
    package let hostname: ByteSlice
    package let pid: Int32
    /// From 0.
    package let thread: Int32
    package let variables: EnvironmentVariables
    package let regex: RegexScratch
    package var response = BuiltResponse()
    var calendar = Calendar()
    /// What converters make; emptied by every fetch.
    var temporary: ScratchArena
    private let temporaryMemory: UnsafeMutableRawBufferPointer

    /// Lines logged by this loop (`%lc`).
    package var logCount: UInt64 = 0

    /// Programs stopped by ``RuleLimits/instructionBudget``.
    package var budgetStops: UInt64 = 0
    /// Rewrites that found no room.
    package var failedRewrites: UInt64 = 0

    package struct Settings {
        package var seed: UInt64
        package var hostname: ByteSlice
        package var pid: Int32
        package var thread: Int32
        package var variables: EnvironmentVariables
        /// `hostname` and `variables` must outlive the loop.
        package init(seed: UInt64, hostname: ByteSlice, pid: Int32, thread: Int32, variables: EnvironmentVariables) {
            self.seed = seed
            self.hostname = hostname
            self.pid = pid
            self.thread = thread
            self.variables = variables
        }
    }

    /// nil without memory for PCRE2's data.
    package static func allocate(_ settings: Settings) -> UnsafeMutablePointer<RuleEnvironment>? {
        guard let regex = RegexScratch.make() else { return nil }
        let environment = UnsafeMutablePointer<RuleEnvironment>.allocate(capacity: 1)
        environment.initialize(to: RuleEnvironment(settings, regex))
        return environment
    }

    package static func free(_ environment: UnsafeMutablePointer<RuleEnvironment>) {
        environment.pointee.regex.free()
        environment.pointee.response.free()
        environment.pointee.temporaryMemory.deallocate()
        environment.deinitialize(count: 1)
        environment.deallocate()
    }

    private init(_ settings: Settings, _ regex: RegexScratch) {
        random = Xoshiro256(seed: settings.seed)
        hostname = settings.hostname
        pid = settings.pid
        thread = settings.thread
        variables = settings.variables
        self.regex = regex
        temporaryMemory = .allocate(byteCount: RuleLimits.temporaryBytes, alignment: 8)
        temporary = ScratchArena(memory: temporaryMemory)
    }

    /// Regex matches given up at a limit.
    package var regexLimitHits: UInt64 { regex.limitHits.pointee }
}

/// xoshiro256**, seeded by splitmix64.
package struct Xoshiro256 {
    private var s0: UInt64
    private var s1: UInt64
    private var s2: UInt64
    private var s3: UInt64

    package init(seed: UInt64) {
        var state = seed
        func next() -> UInt64 {
            state = state &+ 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
        s0 = next()
        s1 = next()
        s2 = next()
        s3 = next()
    }

    @inline(__always) private static func rotate(_ x: UInt64, _ k: UInt64) -> UInt64 { (x &<< k) | (x &>> (64 &- k)) }

    package mutating func next() -> UInt64 {
        let result = Self.rotate(s1 &* 5, 7) &* 9
        let t = s1 &<< 17
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= t
        s3 = Self.rotate(s3, 45)
        return result
    }
}

/// The process environment as it was at the start, shared by all loops and never changed.
package struct EnvironmentVariables {
    package struct Entry {
        package var name: ByteSlice
        package var value: ByteSlice
    }

    private let entries: UnsafeMutablePointer<Entry>
    private let count: Int

    package static let none = EnvironmentVariables([])

    /// Copies `NAME=value` strings; kept for the life of the process.
    package init(_ strings: [String]) {
        entries = .allocate(capacity: max(strings.count, 1))
        var n = 0
        for string in strings {
            let bytes = Array(string.utf8)
            guard let equals = bytes.firstIndex(of: 0x3D), bytes.count - equals - 1 <= RuleLimits.environmentValueBytes else { continue }
            let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
            memory.initialize(from: bytes, count: bytes.count)
            let whole = ByteSlice(memory, bytes.count)
            (entries + n).initialize(to: Entry(name: whole.slice(0, equals), value: whole.slice(equals + 1, bytes.count)))
            n += 1
        }
        count = n
    }

    func value(_ name: ByteSlice) -> ByteSlice? {
        var i = 0
        while i < count {
            if entries[i].name.equals(name) { return entries[i].value }
            i &+= 1
        }
        return nil
    }
}

extension EnvironmentVariables: @unchecked Sendable {}
