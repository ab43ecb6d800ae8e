/// What an event belongs to, in the 64 bits that the kernel carries: kind (8 bits), reuse count (24), index (32).
package struct Token {
    package enum Kind: UInt8 {
        case waker = 1
        case listener = 2
        case connection = 3
        case check = 4
    }

    package let raw: UInt64

    package init(raw: UInt64) { self.raw = raw }

    package init(_ kind: Kind, _ handle: Handle) {
        raw = UInt64(kind.rawValue) << 56 | UInt64(handle.reuse & 0xFF_FFFF) << 32 | UInt64(handle.index)
    }

    package var kind: Kind? { Kind(rawValue: UInt8(truncatingIfNeeded: raw >> 56)) }
    package var handle: Handle {
        Handle(index: UInt32(truncatingIfNeeded: raw), reuse: UInt32(truncatingIfNeeded: raw >> 32) & 0xFF_FFFF)
    }
}
