import Runtime
import Testing

@Suite struct SlabTests {
    private struct Element: SlabElement {
        var handle = Handle.none
        var isLive = false
        var value = 0
        init() {}
    }

    @Test func aHandleToAFreedSlotFindsNothing() throws {
        var slab = Slab<Element>(limit: 10)
        defer { slab.destroy() }
        let taken = slab.allocate()
        let first = try #require(taken)
        let handle = first.pointee.handle
        #expect(slab.find(handle) == first)
        slab.release(first)
        #expect(slab.find(handle) == nil)
        let again = slab.allocate()
        let second = try #require(again)
        #expect(second == first, "the freed slot is taken first")
        #expect(slab.find(handle) == nil)
        #expect(slab.find(second.pointee.handle) == second)
    }

    @Test func theLimitHolds() throws {
        var slab = Slab<Element>(limit: 300)
        defer { slab.destroy() }
        var all: [UnsafeMutablePointer<Element>] = []
        for i in 0..<300 {
            let taken = slab.allocate()
            let element = try #require(taken)
            element.pointee.value = i
            all.append(element)
        }
        let beyond = slab.allocate()
        #expect(beyond == nil)
        for (i, element) in all.enumerated() { #expect(element.pointee.value == i) }
        slab.release(all[7])
        let reused = slab.allocate()
        #expect(reused == all[7])
    }

    @Test func tokensCarryKindAndHandle() {
        let handle = Handle(index: 0xDEAD_BEEF, reuse: 0xAB_CDEF)
        for kind in [Token.Kind.waker, .listener, .connection, .check] {
            let token = Token(raw: Token(kind, handle).raw)
            #expect(token.kind == kind)
            #expect(token.handle == handle)
        }
    }

    @Test func buffersKeepOrderAcrossConsumeAndGrowth() {
        var buffer = Buffer()
        var expected: [UInt8] = []
        var random = SplitMix(7)
        for _ in 0..<500 {
            if random.next() % 3 == 0 && !expected.isEmpty {
                let n = Int(random.next() % UInt64(expected.count)) + 1
                buffer.consume(n)
                expected.removeFirst(n)
            } else {
                let piece = (0..<Int(random.next() % 3000)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                piece.withUnsafeBytes { buffer.append($0) }
                expected += piece
            }
            #expect(Array(buffer.bytes) == expected)
        }
        buffer.free()
        #expect(buffer.isEmpty && buffer.capacity == 0)
    }
}
