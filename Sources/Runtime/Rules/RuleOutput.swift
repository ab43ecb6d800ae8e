/// Where a program writes its strings: straight into the tail of an arena, one register at a time.
struct RuleOutput {
    private var base: UnsafeMutablePointer<UInt8>
    var cursor: UnsafeMutablePointer<UInt8>
    private var end: UnsafeMutablePointer<UInt8>
    /// Something did not fit: a log line is cut there, a header value fails.
    private(set) var overflowed = false

    @inline(__always) init() {
        base = UnsafeMutablePointer(mutating: ByteSlice.empty.base)
        cursor = base
        end = base
    }

    @inline(__always) mutating func open(_ arena: ScratchArena) {
        base = arena.tail
        cursor = base
        end = base + arena.remaining
        overflowed = false
    }

    @inline(__always) var written: Int { cursor - base }
    @inline(__always) var room: Int { end - cursor }

    /// Marks that something was left out.
    @inline(__always) mutating func overflow() { overflowed = true }

    @inline(__always) mutating func put(_ byte: UInt8) {
        if cursor == end {
            overflowed = true
            return
        }
        cursor.pointee = byte
        cursor += 1
    }

    /// As much as fits.
    @inline(__always) mutating func put(_ bytes: ByteSlice) {
        var n = bytes.count
        if n > end - cursor {
            n = end - cursor
            overflowed = true
        }
        if n < 24 {
            var i = 0
            while i < n {
                cursor[i] = bytes.base[i]
                i &+= 1
            }
        } else {
            UnsafeMutableRawPointer(cursor).copyMemory(from: bytes.base, byteCount: n)
        }
        cursor += n
    }

    @inline(__always) mutating func put(_ literal: StaticString) { put(ByteSlice(literal)) }

    /// Room for `count` bytes that the caller writes and then takes with ``advance(_:)``; nil (and overflow) if there is none.
    @inline(__always) mutating func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8>? {
        if end - cursor < count {
            overflowed = true
            return nil
        }
        return cursor
    }

    @inline(__always) mutating func advance(_ count: Int) { cursor += count }

    @inline(__always) mutating func put(decimal value: Int64) {
        if end - cursor >= NumberText.decimalRoom {
            cursor += NumberText.writeDecimal(value, to: cursor)
        } else {
            putAtEnd(decimal: value)
        }
    }

    /// Where there may be room for some digits only.
    private mutating func putAtEnd(decimal value: Int64) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NumberText.decimalRoom) { room in
            guard let digits = room.baseAddress else { return }
            put(ByteSlice(digits, NumberText.writeDecimal(value, to: digits)))
        }
    }

    mutating func put(hex value: UInt64, minimum digits: Int) {
        guard let p = reserve(16) else { return }
        cursor += NumberText.writeHex(value, minimum: digits, to: p)
    }

    /// `bytes` with those of `map` as `mark` and two hexadecimal digits.
    mutating func put(_ bytes: ByteSlice, encoding map: EncodeMap, mark: UInt8) {
        var i = 0
        if room >= bytes.count {
            // Most need no encoding: their bytes go over until one does.
            while i < bytes.count, !map.contains(bytes.base[i]) {
                cursor[i] = bytes.base[i]
                i &+= 1
            }
            cursor += i
        }
        while i < bytes.count {
            let c = bytes.base[i]
            if map.contains(c) {
                guard let p = reserve(3) else { return }
                p[0] = mark
                p[1] = NumberText.hexDigit(c &>> 4)
                p[2] = NumberText.hexDigit(c)
                cursor += 3
            } else {
                put(c)
            }
            i &+= 1
        }
    }

    /// `bytes` with a backslash before `"`, `\` and `]` (RFC 5424 section 6.3.3).
    mutating func put(escaped bytes: ByteSlice) {
        var i = 0
        while i < bytes.count {
            let c = bytes.base[i]
            if c == 0x22 || c == 0x5C || c == 0x5D {
                guard room >= 2 else {
                    overflowed = true
                    return
                }
                put(0x5C)
            }
            put(c)
            i &+= 1
        }
    }
}

/// Sets of bytes that logs and headers cannot hold as they are (manual section 8.6).
struct EncodeMap {
    private let low: UInt64
    private let high: UInt64
    private let top: UInt64

    /// Request lines and what is cut from them: control characters, `"`, `#`, and all from 127 on.
    static let url = EncodeMap(low: 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x23, high: 1 << 63, top: UInt64.max)
    /// Captured headers: besides, `{`, `|` and `}`.
    static let header = EncodeMap(
        low: 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x23, high: 1 << 63 | 1 << (0x7B - 64) | 1 << (0x7C - 64) | 1 << (0x7D - 64), top: UInt64.max)
    /// Values put into headers: control characters but for the tab.
    static let http = EncodeMap(low: 0xFFFF_FFFF & ~(1 << 9), high: 1 << 63, top: 0)

    @inline(__always) func contains(_ c: UInt8) -> Bool {
        let bits = c < 64 ? low : c < 128 ? high : top
        return bits &>> UInt64(c & 63) & 1 != 0
    }
}
