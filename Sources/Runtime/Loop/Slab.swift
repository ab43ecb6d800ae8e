/// A slot's number with the count of its reuses: a handle to a freed slot finds nothing.
package struct Handle: Equatable {
    package var index: UInt32
    package var reuse: UInt32
    package init(index: UInt32, reuse: UInt32) {
        self.index = index
        self.reuse = reuse
    }

    package static var none: Handle { Handle(index: UInt32.max, reuse: 0) }
    package var isNone: Bool { index == UInt32.max }
}

/// What lives in a ``Slab`` knows its handle.
package protocol SlabElement {
    var handle: Handle { get set }
    /// In use; kept by the slab.
    var isLive: Bool { get set }
    init()
}

/// Values of one type at addresses that never change, in chunks, reused last-in first-out. One loop owns it.
package struct Slab<Element: SlabElement> {
    private var chunks: [UnsafeMutablePointer<Element>] = []
    private var free: [UInt32] = []
    package private(set) var liveCount = 0
    private let limit: Int
    private static var chunkBits: Int { 8 }
    private static var chunkSize: Int { 1 << chunkBits }

    /// `limit`: the most elements alive at once.
    package init(limit: Int) { self.limit = limit }

    /// A fresh element, or nil at the limit.
    package mutating func allocate() -> UnsafeMutablePointer<Element>? {
        guard liveCount < limit else { return nil }
        if free.isEmpty { grow() }
        guard let index = free.popLast() else { return nil }
        let pointer = self.pointer(index)
        let reuse = pointer.pointee.handle.reuse
        pointer.pointee = Element()
        pointer.pointee.handle = Handle(index: index, reuse: reuse)
        pointer.pointee.isLive = true
        liveCount += 1
        return pointer
    }

    package mutating func release(_ pointer: UnsafeMutablePointer<Element>) {
        assert(pointer.pointee.isLive)
        pointer.pointee.isLive = false
        // 24 bits, so that a handle fits in an event's token beside the index and the kind.
        pointer.pointee.handle.reuse = (pointer.pointee.handle.reuse &+ 1) & 0xFF_FFFF
        free.append(pointer.pointee.handle.index)
        liveCount -= 1
    }

    /// The element of `handle`, nil when it was freed since.
    package func find(_ handle: Handle) -> UnsafeMutablePointer<Element>? {
        guard handle.index < UInt32(truncatingIfNeeded: chunks.count << Slab.chunkBits) else { return nil }
        let pointer = self.pointer(handle.index)
        guard pointer.pointee.isLive, pointer.pointee.handle.reuse == handle.reuse else { return nil }
        return pointer
    }

    package func forEachLive(_ body: (UnsafeMutablePointer<Element>) -> Void) {
        for chunk in chunks {
            for i in 0..<Slab.chunkSize where chunk[i].isLive { body(chunk + i) }
        }
    }

    private func pointer(_ index: UInt32) -> UnsafeMutablePointer<Element> {
        chunks[Int(index) >> Slab.chunkBits] + (Int(index) & (Slab.chunkSize - 1))
    }

    private mutating func grow() {
        let base = UInt32(chunks.count << Slab.chunkBits)
        let chunk = UnsafeMutablePointer<Element>.allocate(capacity: Slab.chunkSize)
        for i in 0..<Slab.chunkSize {
            (chunk + i).initialize(to: Element())
            chunk[i].handle = Handle(index: base + UInt32(i), reuse: 0)
        }
        chunks.append(chunk)
        for i in (0..<UInt32(Slab.chunkSize)).reversed() { free.append(base + i) }
    }

    /// Gives the memory back. Nothing may be alive.
    package mutating func destroy() {
        for chunk in chunks { chunk.deinitialize(count: Slab.chunkSize).deallocate() }
        chunks = []
        free = []
    }
}
