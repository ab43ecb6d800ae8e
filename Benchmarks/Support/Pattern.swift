import Glibc

/// The body that the origin sends on `/size/N` and `/chunked/N`, and that the load generator compares with: byte `i` depends on `i % 64` only.
/// A proxy that loses, repeats or mixes bytes therefore shows, and both sides work with one block of memory.
package struct Pattern: @unchecked Sendable {
    package static let period = 64
    /// Long enough for one system call to be worth it, short enough for the cache.
    package static let blockBytes = 65_536

    /// `blockBytes + period` bytes, so that a block may start at any phase. Never written after `init`, never freed.
    package let block: UnsafePointer<UInt8>

    package init() {
        let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+\n"
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.blockBytes + Self.period)
        for index in 0..<(Self.blockBytes + Self.period) {
            bytes[index] = alphabet.utf8Start[index % Self.period]
        }
        block = UnsafePointer(bytes)
    }

    /// The bytes of the body from `offset` on; at least `blockBytes` of them are there.
    package func bytes(from offset: Int) -> UnsafePointer<UInt8> {
        block + offset % Self.period
    }

    package func matches(_ bytes: UnsafePointer<UInt8>, _ length: Int, at offset: Int) -> Bool {
        var done = 0
        while done < length {
            let piece = min(length - done, Self.blockBytes)
            if memcmp(bytes + done, self.bytes(from: offset + done), piece) != 0 { return false }
            done += piece
        }
        return true
    }
}
