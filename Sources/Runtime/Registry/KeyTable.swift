import Glibc

/// From stable key bytes to a value; open addressing, keys owned. Nothing is ever removed: state is dropped by its owner.
/// Control thread only.
package struct KeyTable<Value: BitwiseCopyable> {
    private struct Entry {
        var hash: UInt64
        var key: UnsafeRawBufferPointer
        var value: Value
    }

    private var entries: [Entry] = []
    /// Entry number + 1; 0: free.
    private var buckets: [UInt32] = [UInt32](repeating: 0, count: 16)

    package init() {}

    package var count: Int { entries.count }

    package func find(_ key: UnsafeRawBufferPointer) -> Value? {
        let hash = bytesHash(key)
        let mask = buckets.count - 1
        var i = Int(truncatingIfNeeded: hash) & mask
        while buckets[i] != 0 {
            let entry = entries[Int(buckets[i] - 1)]
            if entry.hash == hash && bytesEqual(entry.key, key) { return entry.value }
            i = (i + 1) & mask
        }
        return nil
    }

    /// Adds a key that is not there. The table copies the bytes and answers its copy, which lives as long as the process.
    package mutating func add(_ key: UnsafeRawBufferPointer, _ make: (UnsafeRawBufferPointer) -> Value) -> Value {
        if (entries.count + 1) * 2 > buckets.count { grow() }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(key.count, 1), alignment: 1)
        if let base = key.baseAddress { copy.baseAddress?.copyMemory(from: base, byteCount: key.count) }
        let owned = UnsafeRawBufferPointer(start: copy.baseAddress, count: key.count)
        let value = make(owned)
        let hash = bytesHash(key)
        entries.append(Entry(hash: hash, key: owned, value: value))
        place(hash, UInt32(entries.count))
        return value
    }

    /// In the order of arrival.
    package func forEach(_ body: (Value) -> Void) { for entry in entries { body(entry.value) } }

    private mutating func place(_ hash: UInt64, _ number: UInt32) {
        let mask = buckets.count - 1
        var i = Int(truncatingIfNeeded: hash) & mask
        while buckets[i] != 0 { i = (i + 1) & mask }
        buckets[i] = number
    }

    private mutating func grow() {
        buckets = [UInt32](repeating: 0, count: buckets.count * 2)
        for (n, entry) in entries.enumerated() { place(entry.hash, UInt32(n + 1)) }
    }
}

/// FNV-1a over eight bytes at a time with a final mix. Not for hostile keys: these are names from the configuration.
package func bytesHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
    var i = 0
    while i &+ 8 <= bytes.count {
        hash = (hash ^ bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        i &+= 8
    }
    while i < bytes.count {
        hash = (hash ^ UInt64(bytes[i])) &* 0x0000_0100_0000_01B3
        i &+= 1
    }
    hash ^= hash >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
}

package func bytesEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    guard let x = a.baseAddress, let y = b.baseAddress else { return true }
    return memcmp(x, y, a.count) == 0
}
