/// Counts of nanoseconds in buckets that are each less than 1% wide: 128 to an octave.
struct Histogram {
    private var counts = [UInt64](repeating: 0, count: 58 * 128 + 128)
    private(set) var total: UInt64 = 0
    private(set) var minNs: UInt64 = .max
    private(set) var maxNs: UInt64 = 0

    mutating func record(_ valueNs: UInt64) {
        counts[Self.bucket(valueNs)] += 1
        total += 1
        minNs = min(minNs, valueNs)
        maxNs = max(maxNs, valueNs)
    }

    mutating func removeAll() {
        self = Histogram()
    }

    /// The value that `share` (0 to 1) of all values do not exceed, rounded up to its bucket's end.
    func percentileNs(_ share: Double) -> UInt64 {
        guard total > 0 else { return 0 }
        let wanted = max(1, UInt64((share * Double(total)).rounded(.up)))
        var seen: UInt64 = 0
        for index in counts.indices {
            seen += counts[index]
            if seen >= wanted { return min(Self.lastValue(index), maxNs) }
        }
        return maxNs
    }

    /// Below 256 each value has its own bucket; above, the seven bits after the first choose it.
    private static func bucket(_ value: UInt64) -> Int {
        let shift = max(0, 56 - value.leadingZeroBitCount)
        return shift * 128 + Int(value >> UInt64(shift))
    }

    private static func lastValue(_ index: Int) -> UInt64 {
        if index < 256 { return UInt64(index) }
        let shift = UInt64(index / 128 - 1)
        let first = UInt64(index % 128 + 128)
        return (first + 1) << shift - 1
    }
}
