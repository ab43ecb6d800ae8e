import Plan

/// The cast matrix (manual section 7.2): what HAProxy converts without being asked, before converters, matches and output.
extension Sample {
    /// This sample as `type`, or a missing one where there is no way. New bytes go to `room`.
    func cast(to type: SampleType, _ room: inout ScratchArena) -> Sample {
        if self.type == type { return self }
        switch type {
        case .none: return self
        case .bool, .sint: return asInteger(type)
        case .str: return asString(&room)
        case .bin: return asBinary(&room)
        case .ipv4: return asIPv4()
        case .ipv6: return asIPv6()
        case .meth:
            if self.type == .str || self.type == .bin { return .method(bytes) }
            return .missing
        }
    }

    /// An address of either family, as the pseudo-type `addr` asks.
    func asAddress() -> Sample {
        switch type {
        case .ipv4, .ipv6: return self
        case .sint: return asIPv4()
        case .str:
            if let word = AddressText.parseIPv4(bytes) { return .ipv4(word) }
            if let words = AddressText.parseIPv6(bytes) { return .ipv6(words.0, words.1) }
            return .missing
        default: return .missing
        }
    }

    /// A boolean keeps the whole integer, as in HAProxy: only its use asks whether it is zero.
    private func asInteger(_ wanted: SampleType) -> Sample {
        switch type {
        case .bool, .sint:
            var copy = self
            copy.type = wanted
            return copy
        case .ipv4: return wanted == .sint ? .sint(Int64(ipv4Word.byteSwapped)) : .missing
        case .str:
            if count == 0 { return .missing }
            var copy = Sample.sint(NumberText.readInteger(bytes))
            copy.type = wanted
            return copy
        default: return .missing
        }
    }

    private func asIPv4() -> Sample {
        switch type {
        case .sint: return .ipv4(UInt32(truncatingIfNeeded: integer).byteSwapped)
        case .ipv6:
            guard let word = AddressText.embedded(word0, word1) else { return .missing }
            return .ipv4(word)
        case .str:
            guard let word = AddressText.parseIPv4(bytes) else { return .missing }
            return .ipv4(word)
        default: return .missing
        }
    }

    private func asIPv6() -> Sample {
        switch type {
        case .sint:
            let words = AddressText.mapped(UInt32(truncatingIfNeeded: integer).byteSwapped)
            return .ipv6(words.0, words.1)
        case .ipv4:
            let words = AddressText.mapped(ipv4Word)
            return .ipv6(words.0, words.1)
        case .str:
            guard let words = AddressText.parseIPv6(bytes) else { return .missing }
            return .ipv6(words.0, words.1)
        default: return .missing
        }
    }

    @inline(__always) func asString(_ room: inout ScratchArena) -> Sample {
        switch type {
        case .str: return self
        case .meth: return .str(bytes)
        case .bin:
            // A NUL ends a string.
            return .str(ByteSlice(base, bytes.firstIndex(of: 0) ?? count))
        case .none: return .missing
        case .bool, .sint:
            guard room.remaining >= NumberText.decimalRoom else { return .missing }
            return .str(room.commit(NumberText.writeDecimal(integer, to: room.tail)))
        case .ipv4:
            guard room.remaining >= AddressText.room else { return .missing }
            return .str(room.commit(AddressText.writeIPv4(ipv4Word, to: room.tail)))
        case .ipv6:
            guard room.remaining >= AddressText.room else { return .missing }
            return .str(room.commit(AddressText.writeIPv6(word0, word1, to: room.tail)))
        }
    }

    private func asBinary(_ room: inout ScratchArena) -> Sample {
        switch type {
        case .str, .meth: return .bin(bytes)
        case .bool: return .bigEndian(integer != 0 ? 1 : 0, 8, &room)
        case .sint: return .bigEndian(word0.byteSwapped, 8, &room, swapped: true)
        case .ipv4: return .bigEndian(word0, 4, &room, swapped: true)
        case .ipv6:
            guard let p = room.allocate(16) else { return .missing }
            UnsafeMutableRawPointer(p).storeBytes(of: word0, as: UInt64.self)
            UnsafeMutableRawPointer(p).storeBytes(of: word1, toByteOffset: 8, as: UInt64.self)
            return .bin(ByteSlice(p, 16))
        default: return .missing
        }
    }

    /// The first `count` bytes of `value` as it lies in memory in network order.
    private static func bigEndian(_ value: UInt64, _ count: Int, _ room: inout ScratchArena, swapped: Bool = false) -> Sample {
        guard let p = room.allocate(8) else { return .missing }
        UnsafeMutableRawPointer(p).storeBytes(of: swapped ? value : value.byteSwapped, as: UInt64.self)
        return .bin(ByteSlice(p, count))
    }
}
