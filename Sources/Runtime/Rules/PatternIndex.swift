/// Byte strings by hash: open addressing over rows of patterns. Built once, then only read; freed with the matcher.
///
/// The hash has a form that grows byte by byte, so that every prefix of a sample (or every suffix) is looked up in one pass over it.
/// Its input is bounded and its table comes from the configuration, so it needs no secret: a client cannot make the table collide.
struct PatternIndex {
    struct Slot {
        var hash: UInt32
        /// Row of the pattern set; UInt32.max: free.
        var row: UInt32
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int

    init(rows: Int) {
        var size = 16
        while size < rows &* 2 { size &*= 2 }
        slots = .allocate(capacity: size)
        slots.initialize(repeating: Slot(hash: 0, row: UInt32.max), count: size)
        mask = size &- 1
    }

    func free() { slots.deallocate() }

    /// Adds a row; the lowest row of equal keys must come first: `same` tells whether a row in the table has the same key.
    mutating func insert(_ hash: UInt64, row: UInt32, same: (_ row: UInt32) -> Bool) {
        let short = Self.short(hash)
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].row != UInt32.max {
            if slots[place].hash == short, same(slots[place].row) { return }
            place = (place &+ 1) & mask
        }
        slots[place] = Slot(hash: short, row: row)
    }

    @inline(__always) func find(_ hash: UInt64, _ same: (_ row: UInt32) -> Bool) -> UInt32? {
        let short = Self.short(hash)
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[place]
            if slot.row == UInt32.max { return nil }
            if slot.hash == short, same(slot.row) { return slot.row }
            place = (place &+ 1) & mask
        }
    }

    @inline(__always) private static func short(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

    // MARK: The growing hash

    static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always) static func grow(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    /// What a table is asked with: the growing hash's low bits are weak.
    @inline(__always) static func finish(_ hash: UInt64) -> UInt64 {
        let h = (hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15
        return h ^ (h >> 29)
    }

    // MARK: The hash of a whole string

    /// Eight bytes at a time; `fold`: ASCII letters without case.
    @inline(__always) static func whole(_ base: UnsafePointer<UInt8>, _ count: Int, fold: Bool) -> UInt64 {
        var hash = 0xa076_1d64_78bd_642f ^ UInt64(truncatingIfNeeded: count)
        let p = UnsafeRawPointer(base)
        var i = 0
        while i &+ 8 <= count {
            var word = p.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            if fold { word = folded(word) }
            hash = mix(hash ^ word)
            i &+= 8
        }
        if i < count {
            var word: UInt64 = 0
            if count >= 8 {
                word = p.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            } else {
                while i < count {
                    word = word &<< 8 | UInt64(base[i])
                    i &+= 1
                }
            }
            if fold { word = folded(word) }
            hash = mix(hash ^ word)
        }
        return hash
    }

    @inline(__always) private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
        return product.high ^ product.low
    }

    /// Eight bytes with ASCII letters in lower case.
    @inline(__always) static func folded(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = word & (ones &* 0x7F)
        let fromA = low &+ ones &* (0x80 &- 0x41)
        let pastZ = low &+ ones &* (0x80 &- 0x5B)
        let letters = (fromA & ~pastZ & ~word) & (ones &* 0x80)
        return word | (letters &>> 2)
    }
}

/// Comparison of bytes, with or without case.
enum PatternBytes {
    @inline(__always) static func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int, fold: Bool) -> Bool {
        let p = UnsafeRawPointer(a)
        let q = UnsafeRawPointer(b)
        var i = 0
        while i &+ 8 <= count {
            let x = p.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            let y = q.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            if x != y {
                if !fold || PatternIndex.folded(x) != PatternIndex.folded(y) { return false }
            }
            i &+= 8
        }
        while i < count {
            if a[i] != b[i] {
                if !fold || asciiLower(a[i]) != asciiLower(b[i]) { return false }
            }
            i &+= 1
        }
        return true
    }

    @inline(__always) static func fold(_ c: UInt8, _ fold: Bool) -> UInt8 { fold ? asciiLower(c) : c }
}
