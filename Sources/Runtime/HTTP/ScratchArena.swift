/// A bump allocator over memory that somebody else owns: what rules write during one event lives here.
///
/// Nothing is freed singly. ``reset()`` at the end of the event makes all of it free; pointers into it must be gone by then.
/// When it is full, requests are refused (nil) and the caller answers as it does for a message that is too large.
package struct ScratchArena {
    package private(set) var base: UnsafeMutablePointer<UInt8>
    package private(set) var capacity: Int
    package private(set) var used: Int = 0

    /// `memory` must live as long as the arena; the arena does not free it.
    package init(memory: UnsafeMutableRawBufferPointer) {
        base = memory.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? UnsafeMutablePointer(mutating: ByteSlice.empty.base)
        capacity = memory.count
    }

    /// Gives the memory back, where the arena's owner says that it was the last user. Allocated as ``init(memory:)``'s buffer was.
    package mutating func freeMemory() {
        if capacity > 0 { UnsafeMutableRawPointer(base).deallocate() }
        capacity = 0
        used = 0
    }

    @inline(__always) package var remaining: Int { capacity &- used }

    /// `count` uninitialised bytes, or nil if there is no room.
    @inline(__always) package mutating func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8>? {
        guard count >= 0, count <= capacity &- used else { return nil }
        let p = base + used
        used &+= count
        return p
    }

    /// A copy of `bytes`, or nil if there is no room.
    package mutating func copy(_ bytes: ByteSlice) -> ByteSlice? {
        guard let p = allocate(bytes.count) else { return nil }
        p.update(from: bytes.base, count: bytes.count)
        return ByteSlice(p, bytes.count)
    }

    /// Where the next bytes would go, for writing up to ``remaining`` bytes and then taking them with ``commit(_:)``.
    @inline(__always) package var tail: UnsafeMutablePointer<UInt8> { base + used }

    /// Takes the `count` bytes written at ``tail``; `count` must be at most ``remaining``.
    @inline(__always) package mutating func commit(_ count: Int) -> ByteSlice {
        let n = min(max(count, 0), remaining)
        let s = ByteSlice(base + used, n)
        used &+= n
        return s
    }

    /// A mark for ``release(to:)``.
    @inline(__always) package var mark: Int { used }

    /// Frees what was allocated since `mark`.
    @inline(__always) package mutating func release(to mark: Int) {
        if mark >= 0, mark <= used { used = mark }
    }

    @inline(__always) package mutating func reset() { used = 0 }
}
