import Plan

/// IPv4 and IPv6 networks by prefix length: a table per address family, asked once for every length that occurs.
struct PatternNetworks {
    /// A network in host order.
    struct Network {
        var high: UInt64
        var low: UInt64
        var row: Int32
        var length: UInt8
        var is6: Bool
    }

    private var networks: UnsafeMutablePointer<Network>?
    private var count = 0
    private var index4: PatternIndex?
    private var index6: PatternIndex?
    /// Bit n: some IPv4 network has n prefix bits.
    private var lengths4: UInt64 = 0
    private var lengths6: InlineArray<3, UInt64> = [0, 0, 0]

    init() {}

    init(_ matcher: PatternMatcher) {
        let memory = UnsafeMutablePointer<Network>.allocate(capacity: max(matcher.count, 1))
        for row in 0..<matcher.count {
            let bytes = matcher.bytes(row)
            let is6 = bytes.count == 16
            var high: UInt64 = 0
            var low: UInt64 = 0
            for i in 0..<bytes.count where i < 16 {
                if i < 8 { high = high << 8 | UInt64(bytes.base[i]) } else { low = low << 8 | UInt64(bytes.base[i]) }
            }
            let most: Int64 = is6 ? 128 : 32
            let length = Int(min(max(matcher.patterns[row].low, 0), most))
            if is6 {
                (high, low) = Self.masked6(high, low, length)
            } else {
                high = Self.masked4(high, length)
            }
            (memory + row).initialize(
                to: Network(high: high, low: low, row: Int32(truncatingIfNeeded: row), length: UInt8(length), is6: is6))
        }
        networks = memory
        count = matcher.count
        if count <= RuleLimits.linearPatterns { return }
        var (four, six) = (PatternIndex(rows: count), PatternIndex(rows: count))
        for row in 0..<count {
            let network = memory[row]
            if network.is6 {
                lengths6[Int(network.length) / 64] |= 1 << UInt64(network.length % 64)
            } else {
                lengths4 |= 1 << UInt64(network.length)
            }
            let hash = Self.hash(network.high, network.low, Int(network.length))
            let same: (UInt32) -> Bool = { other in
                memory[Int(other)].high == network.high && memory[Int(other)].low == network.low
                    && memory[Int(other)].length == network.length
            }
            if network.is6 {
                six.insert(hash, row: UInt32(row), same: same)
            } else {
                four.insert(hash, row: UInt32(row), same: same)
            }
        }
        index4 = four
        index6 = six
    }

    func free() {
        networks?.deallocate()
        index4?.free()
        index6?.free()
    }

    @inline(__always) private static func masked4(_ address: UInt64, _ length: Int) -> UInt64 {
        length == 0 ? 0 : address & (0xFFFF_FFFF &<< UInt64(32 &- length)) & 0xFFFF_FFFF
    }

    @inline(__always) private static func masked6(_ high: UInt64, _ low: UInt64, _ length: Int) -> (UInt64, UInt64) {
        if length == 0 { return (0, 0) }
        if length <= 64 { return (high & (UInt64.max &<< UInt64((64 &- length) & 63)), 0) }
        return (high, low & (UInt64.max &<< UInt64((128 &- length) & 63)))
    }

    @inline(__always) private static func hash(_ high: UInt64, _ low: UInt64, _ length: Int) -> UInt64 {
        PatternIndex.finish((high &* 0x9e37_79b9_7f4a_7c15) ^ (low &* 0xff51_afd7_ed55_8ccd) ^ UInt64(length) &<< 17)
    }

    /// Manual section 7.1.6: each family in its own networks first, then the other one's where the address has such a form.
    func first(_ sample: Sample) -> Int {
        switch sample.type {
        case .ipv4:
            let own = first4(UInt64(sample.ipv4Word.byteSwapped))
            let words = AddressText.mapped(sample.ipv4Word)
            return lower(own, first6(words.0.byteSwapped, words.1.byteSwapped))
        case .ipv6:
            let own = first6(sample.word0.byteSwapped, sample.word1.byteSwapped)
            guard let word = AddressText.embedded(sample.word0, sample.word1) else { return own }
            return lower(own, first4(UInt64(word.byteSwapped)))
        default: return -1
        }
    }

    @inline(__always) private func lower(_ a: Int, _ b: Int) -> Int { b >= 0 && (a < 0 || b < a) ? b : a }

    private func first4(_ address: UInt64) -> Int {
        guard let networks else { return -1 }
        guard let index4 else {
            var i = 0
            while i < count {
                if !networks[i].is6, Self.masked4(address, Int(networks[i].length)) == networks[i].high { return i }
                i &+= 1
            }
            return -1
        }
        var best = -1
        var rest = lengths4
        while rest != 0 {
            let length = rest.trailingZeroBitCount
            rest &= rest &- 1
            let masked = Self.masked4(address, length)
            let row = index4.find(Self.hash(masked, 0, length)) {
                networks[Int($0)].high == masked && Int(networks[Int($0)].length) == length
            }
            if let row { best = lower(best, Int(row)) }
        }
        return best
    }

    private func first6(_ high: UInt64, _ low: UInt64) -> Int {
        guard let networks else { return -1 }
        guard let index6 else {
            var i = 0
            while i < count {
                if networks[i].is6 {
                    let masked = Self.masked6(high, low, Int(networks[i].length))
                    if masked.0 == networks[i].high, masked.1 == networks[i].low { return i }
                }
                i &+= 1
            }
            return -1
        }
        var best = -1
        var word = 0
        while word < 3 {
            var rest = lengths6[word]
            while rest != 0 {
                let length = rest.trailingZeroBitCount &+ word &* 64
                rest &= rest &- 1
                let masked = Self.masked6(high, low, length)
                let row = index6.find(Self.hash(masked.0, masked.1, length)) {
                    let network = networks[Int($0)]
                    return network.high == masked.0 && network.low == masked.1 && Int(network.length) == length
                }
                if let row { best = lower(best, Int(row)) }
            }
            word &+= 1
        }
        return best
    }
}
