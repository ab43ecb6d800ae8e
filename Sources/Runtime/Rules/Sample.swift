import Plan

/// A value that rules work on (manual section 7.2). 40 bytes, no ownership.
///
/// Bytes are valid during the event: they lie in the message, in the plan's pool, in a followed file's line, or in the environment's
/// temporary area, which the next fetch empties.
@frozen package struct Sample {
    package var type: SampleType
    /// Bytes of a str, bin or meth.
    package var base: UnsafePointer<UInt8>
    package var count: Int
    /// The integer of a bool or sint as bits; the first eight bytes of an address in network order, as memory (IPv4: the first four).
    package var word0: UInt64
    package var word1: UInt64

    @inline(__always) package init(_ type: SampleType, base: UnsafePointer<UInt8>, count: Int, word0: UInt64, word1: UInt64) {
        self.type = type
        self.base = base
        self.count = count
        self.word0 = word0
        self.word1 = word1
    }

    /// No value.
    @inline(__always) package static var missing: Sample { Sample(.none, base: ByteSlice.empty.base, count: 0, word0: 0, word1: 0) }

    @inline(__always) package static func bool(_ value: Bool) -> Sample {
        Sample(.bool, base: ByteSlice.empty.base, count: 0, word0: value ? 1 : 0, word1: 0)
    }

    @inline(__always) package static func sint(_ value: Int64) -> Sample {
        Sample(.sint, base: ByteSlice.empty.base, count: 0, word0: UInt64(bitPattern: value), word1: 0)
    }

    @inline(__always) package static func sint(_ value: some FixedWidthInteger) -> Sample { .sint(Int64(truncatingIfNeeded: value)) }

    @inline(__always) package static func str(_ bytes: ByteSlice) -> Sample {
        Sample(.str, base: bytes.base, count: bytes.count, word0: 0, word1: 0)
    }

    @inline(__always) package static func bin(_ bytes: ByteSlice) -> Sample {
        Sample(.bin, base: bytes.base, count: bytes.count, word0: 0, word1: 0)
    }

    @inline(__always) package static func method(_ bytes: ByteSlice) -> Sample {
        Sample(.meth, base: bytes.base, count: bytes.count, word0: 0, word1: 0)
    }

    /// `word`: network order read as host memory.
    @inline(__always) package static func ipv4(_ word: UInt32) -> Sample {
        Sample(.ipv4, base: ByteSlice.empty.base, count: 0, word0: UInt64(word), word1: 0)
    }

    @inline(__always) package static func ipv6(_ word0: UInt64, _ word1: UInt64) -> Sample {
        Sample(.ipv6, base: ByteSlice.empty.base, count: 0, word0: word0, word1: word1)
    }

    /// The address without its port; missing for unix sockets.
    @inline(__always) package static func address(_ peer: PeerAddress) -> Sample {
        switch peer.family {
        case 4: .ipv4(peer.ipv4Word)
        case 6: .ipv6(peer.high, peer.low)
        default: .missing
        }
    }

    @inline(__always) package var exists: Bool { type != .none }
    @inline(__always) package var bytes: ByteSlice { ByteSlice(base, count) }
    @inline(__always) package var integer: Int64 { Int64(bitPattern: word0) }
    @inline(__always) package var ipv4Word: UInt32 { UInt32(truncatingIfNeeded: word0) }
}
