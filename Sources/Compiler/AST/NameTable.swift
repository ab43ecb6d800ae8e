/// Finds numbers by name. Names are borrowed: their bytes must stay where they are while the table is used. No order comes out of it.
struct NameTable: ~Copyable {
    private struct Slot {
        var hash: UInt64
        var name: UnsafePointer<UInt8>?
        var count: Int32
        var value: Int32
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private(set) var count = 0

    init(capacity: Int = 16) {
        var size = 16
        while size < capacity &* 2 { size &*= 2 }
        slots = .allocate(capacity: size)
        slots.initialize(repeating: Slot(hash: 0, name: nil, count: 0, value: -1), count: size)
        mask = size &- 1
    }

    deinit { slots.deallocate() }

    /// FNV-1a over eight bytes at a time: names of a configuration are short, and nothing depends on the hash but speed. Colliding names
    /// cost comparisons; a file made for that costs its own author's time only.
    @inline(__always)
    private static func hash(_ name: WordBytes) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 &+ UInt64(truncatingIfNeeded: name.count)
        let raw = UnsafeRawPointer(name.base)
        var index = 0
        while index &+ 8 <= name.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash &>> 29
            index &+= 8
        }
        while index < name.count {
            hash = (hash ^ UInt64(name.base[index])) &* 0x0000_0100_0000_01B3
            index &+= 1
        }
        hash ^= hash &>> 32
        hash &*= 0xD6E8_FEB8_6659_FD93
        return hash ^ hash &>> 32
    }

    /// The number of `name`, or nil.
    @inline(__always)
    func find(_ name: WordBytes) -> Int? {
        if count == 0 { return nil }
        let hash = Self.hash(name)
        var index = Int(truncatingIfNeeded: hash) & mask
        while let key = slots[index].name {
            if slots[index].hash == hash, Int(slots[index].count) == name.count,
                WordBytes(base: key, count: name.count).equals(name)
            {
                return Int(slots[index].value)
            }
            index = (index &+ 1) & mask
        }
        return nil
    }

    /// Adds `name` and returns nil, or returns the number that it has already.
    @inline(__always)
    mutating func insert(_ name: WordBytes, _ value: Int) -> Int? {
        if (count &+ 1) &* 2 > mask { grow() }
        let hash = Self.hash(name)
        var index = Int(truncatingIfNeeded: hash) & mask
        while let key = slots[index].name {
            if slots[index].hash == hash, Int(slots[index].count) == name.count,
                WordBytes(base: key, count: name.count).equals(name)
            {
                return Int(slots[index].value)
            }
            index = (index &+ 1) & mask
        }
        slots[index] = Slot(
            hash: hash, name: name.base, count: Int32(truncatingIfNeeded: name.count), value: Int32(truncatingIfNeeded: value))
        count &+= 1
        return nil
    }

    /// Gives a name that is there another number.
    mutating func replace(_ name: WordBytes, _ value: Int) {
        let hash = Self.hash(name)
        var index = Int(truncatingIfNeeded: hash) & mask
        while let key = slots[index].name {
            if slots[index].hash == hash, Int(slots[index].count) == name.count,
                WordBytes(base: key, count: name.count).equals(name)
            {
                slots[index].value = Int32(truncatingIfNeeded: value)
                return
            }
            index = (index &+ 1) & mask
        }
    }

    mutating func removeAll() {
        if count == 0 { return }
        // A table that was large once is not swept for every small section that follows.
        if mask > 1 << 10, count &* 16 < mask {
            self = NameTable()
            return
        }
        slots.update(repeating: Slot(hash: 0, name: nil, count: 0, value: -1), count: mask &+ 1)
        count = 0
    }

    private mutating func grow() {
        let old = slots
        let oldSize = mask &+ 1
        let size = oldSize &* 2
        slots = .allocate(capacity: size)
        slots.initialize(repeating: Slot(hash: 0, name: nil, count: 0, value: -1), count: size)
        mask = size &- 1
        for index in 0..<oldSize where old[index].name != nil {
            var at = Int(truncatingIfNeeded: old[index].hash) & mask
            while slots[at].name != nil { at = (at &+ 1) & mask }
            slots[at] = old[index]
        }
        old.deallocate()
    }

    /// The names in the order in which `value`s rise; for suggestions.
    func names() -> [WordBytes] {
        var found: [(Int32, WordBytes)] = []
        for index in 0...mask {
            if let key = slots[index].name { found.append((slots[index].value, WordBytes(base: key, count: Int(slots[index].count)))) }
        }
        found.sort { $0.0 < $1.0 }
        return found.map { $0.1 }
    }
}
