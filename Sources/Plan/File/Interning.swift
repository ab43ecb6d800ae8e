/// An open-addressing index from a hash to a run of rows or bytes (`first`, `count`). It holds no keys: the caller compares.
/// The hash has no seed, so nothing about a plan can depend on the process that wrote it.
struct RunIndex: Sendable {
    struct Slot: Sendable {
        var hash: UInt64
        var first: UInt32
        var count: UInt32
    }

    private var slots: [Slot]
    private var used = 0

    init(capacity: Int = 64) {
        slots = Array(repeating: Slot(hash: 0, first: UInt32.max, count: 0), count: capacity)
    }

    /// Makes room for `count` runs at once.
    mutating func reserve(_ count: Int) {
        var size = slots.count
        while size < count &* 2 &+ 2 { size &*= 2 }
        if size > slots.count { resize(size) }
    }

    /// The run under `hash` for which `matches` answers true.
    @inline(__always)
    func find(_ hash: UInt64, _ matches: (_ first: UInt32, _ count: UInt32) -> Bool) -> (first: UInt32, count: UInt32)? {
        let mask = slots.count &- 1
        return slots.withUnsafeBufferPointer { slots in
            var place = Int(truncatingIfNeeded: hash) & mask
            while true {
                let slot = slots[place]
                if slot.first == UInt32.max { return nil }
                if slot.hash == hash, matches(slot.first, slot.count) { return (slot.first, slot.count) }
                place = (place &+ 1) & mask
            }
        }
    }

    /// Adds a run that ``find(_:_:)`` did not find.
    @inline(__always)
    mutating func insert(_ hash: UInt64, first: UInt32, count: UInt32) {
        if used &* 2 >= slots.count { resize(slots.count &* 4) }
        used &+= 1
        place(Slot(hash: hash, first: first, count: count))
    }

    private mutating func place(_ slot: Slot) {
        let mask = slots.count &- 1
        var place = Int(truncatingIfNeeded: slot.hash) & mask
        while slots[place].first != UInt32.max { place = (place &+ 1) & mask }
        slots[place] = slot
    }

    @inline(never)
    private mutating func resize(_ size: Int) {
        let old = slots
        slots = []
        LargeMemory.reserve(&slots, size)
        slots.append(contentsOf: repeatElement(Slot(hash: 0, first: UInt32.max, count: 0), count: size))
        for slot in old where slot.first != UInt32.max { place(slot) }
    }
}

/// A hash of bytes for ``RunIndex``: multiply and fold, eight bytes at a time.
@inline(__always)
package func hashBytes(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let k0: UInt64 = 0xa076_1d64_78bd_642f
    let k1: UInt64 = 0xe703_7ed1_a0b4_28db
    var hash = k0 ^ UInt64(truncatingIfNeeded: bytes.count)
    var at = 0
    let count = bytes.count
    while at &+ 8 <= count {
        hash = fold(hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self), k1)
        at &+= 8
    }
    if at < count {
        var tail: UInt64 = 0
        if count >= 8 {
            tail = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        } else {
            while at < count {
                tail = tail << 8 | UInt64(bytes[at])
                at &+= 1
            }
        }
        hash = fold(hash ^ tail, k1)
    }
    return fold(hash, k0)
}

@inline(__always)
private func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
}

/// Bytes, each distinct run stored once, in the order of first use.
struct BytePool: Sendable {
    private(set) var bytes: [UInt8] = []
    private var index = RunIndex(capacity: 1024)

    /// Makes room for so many bytes and distinct texts.
    mutating func reserve(bytes count: Int, texts: Int) {
        LargeMemory.reserve(&bytes, count)
        index.reserve(texts)
    }

    mutating func intern(_ text: UnsafeRawBufferPointer) -> Text {
        if text.count == 0 { return .empty }
        let hash = hashBytes(text)
        let found = bytes.withUnsafeBytes { pool in
            index.find(hash) { first, count in
                Int(count) == text.count && equalBytes(pool, Int(first), text)
            }
        }
        if let found { return Text(offset: found.first, length: found.count) }
        let offset = bytes.count
        bytes.append(contentsOf: text)
        let run = (UInt32(truncatingIfNeeded: offset), UInt32(truncatingIfNeeded: text.count))
        index.insert(hash, first: run.0, count: run.1)
        return Text(offset: run.0, length: run.1)
    }

    /// Appends without looking for an equal run: for the builder's bulk texts (bodies of files).
    mutating func append(_ text: UnsafeRawBufferPointer) -> Text {
        let offset = bytes.count
        bytes.append(contentsOf: text)
        return Text(offset: UInt32(truncatingIfNeeded: offset), length: UInt32(truncatingIfNeeded: text.count))
    }

    @inline(__always)
    private func equalBytes(_ pool: UnsafeRawBufferPointer, _ offset: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        guard let a = pool.baseAddress, let b = text.baseAddress else { return text.count == 0 }
        return memcmpBytes(a + offset, b, text.count) == 0
    }
}
