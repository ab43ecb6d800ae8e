import Glibc

/// Dates as text, with the second's text kept: most lines of a busy second share it. The local offset is asked of the C library once per
/// quarter of an hour, which is as often as it can change.
struct Calendar {
    struct Civil {
        var year: Int
        /// 1 to 12.
        var month: Int
        var day: Int
        var hour: Int
        var minute: Int
        var second: Int
    }

    /// Bytes of `25/Nov/2026:04:39:20`.
    static let logLength = 20

    private var offsetQuarter = Int64.min
    private var offset: Int64 = 0
    private var cachedSecond: InlineArray<4, Int64> = [Int64.min, Int64.min, Int64.min, Int64.min]
    private var cachedText: InlineArray<4, InlineArray<20, UInt8>> = InlineArray(repeating: InlineArray(repeating: 0))

    /// Seconds that local time is ahead of UTC at `second`.
    mutating func localOffset(_ second: Int64) -> Int64 {
        let quarter = second / 900
        if quarter != offsetQuarter {
            var time = time_t(second)
            var parts = tm()
            offset = localtime_r(&time, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
            offsetQuarter = quarter
        }
        return offset
    }

    /// `second` since 1970, split without leap seconds (proleptic Gregorian calendar).
    static func civil(_ second: Int64) -> Civil {
        var days = second / 86400
        var rest = second % 86400
        if rest < 0 {
            rest += 86400
            days -= 1
        }
        let z = days &+ 719468
        let era = (z >= 0 ? z : z &- 146096) / 146097
        let dayOfEra = z &- era &* 146097
        let yearOfEra = (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36524 &- dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
        let m = (5 &* dayOfYear &+ 2) / 153
        let month = m < 10 ? m &+ 3 : m &- 9
        let year = yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0)
        return Civil(
            year: Int(year), month: Int(month), day: Int(dayOfYear &- (153 &* m &+ 2) / 5 &+ 1), hour: Int(rest / 3600),
            minute: Int(rest / 60 % 60), second: Int(rest % 60))
    }

    /// `Jan` to `Dec`.
    @inline(__always) static func writeMonth(_ month: Int, to p: UnsafeMutablePointer<UInt8>) {
        let names: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
        let at = names.utf8Start + (month &- 1) &* 3
        p[0] = at[0]
        p[1] = at[1]
        p[2] = at[2]
    }

    /// `25/Nov/2026:04:39:20` in local time; 20 bytes.
    @inline(__always) mutating func writeLog(local second: Int64, to p: UnsafeMutablePointer<UInt8>) {
        let place = Int(truncatingIfNeeded: second & 3)
        if cachedSecond[place] != second { fill(place, second) }
        cachedText[place].span.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return }
            p.update(from: base, count: 20)
        }
    }

    private mutating func fill(_ place: Int, _ second: Int64) {
        let ahead = localOffset(second)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { room in
            guard let base = room.baseAddress else { return }
            Self.writeLog(Self.civil(second &+ ahead), to: base)
            for i in 0..<20 { cachedText[place][i] = base[i] }
        }
        cachedSecond[place] = second
    }

    /// 20 bytes.
    static func writeLog(_ date: Civil, to p: UnsafeMutablePointer<UInt8>) {
        NumberText.writePadded(date.day, digits: 2, to: p)
        p[2] = 0x2F
        writeMonth(date.month, to: p + 3)
        p[6] = 0x2F
        NumberText.writePadded(date.year, digits: 4, to: p + 7)
        p[11] = 0x3A
        writeTime(date, to: p + 12)
    }

    /// `04:39:20`, 8 bytes.
    static func writeTime(_ date: Civil, to p: UnsafeMutablePointer<UInt8>) {
        NumberText.writePadded(date.hour, digits: 2, to: p)
        p[2] = 0x3A
        NumberText.writePadded(date.minute, digits: 2, to: p + 3)
        p[5] = 0x3A
        NumberText.writePadded(date.second, digits: 2, to: p + 6)
    }

    /// `+0200` or, with `colon`, `+02:00`; the number of bytes.
    static func writeOffset(_ seconds: Int64, colon: Bool, to p: UnsafeMutablePointer<UInt8>) -> Int {
        p[0] = seconds < 0 ? 0x2D : 0x2B
        let minutes = Int(seconds.magnitude / 60)
        NumberText.writePadded(minutes / 60, digits: 2, to: p + 1)
        if colon { p[3] = 0x3A }
        NumberText.writePadded(minutes % 60, digits: 2, to: p + (colon ? 4 : 3))
        return colon ? 6 : 5
    }

    /// `2026-11-25T04:39:20.407993+00:00`, 32 bytes, local time.
    mutating func writeISO(_ wall: Int64, to p: UnsafeMutablePointer<UInt8>) -> Int {
        let (second, micros) = Self.split(wall)
        let ahead = localOffset(second)
        let date = Self.civil(second &+ ahead)
        NumberText.writePadded(date.year, digits: 4, to: p)
        p[4] = 0x2D
        NumberText.writePadded(date.month, digits: 2, to: p + 5)
        p[7] = 0x2D
        NumberText.writePadded(date.day, digits: 2, to: p + 8)
        p[10] = 0x54
        Self.writeTime(date, to: p + 11)
        p[19] = 0x2E
        NumberText.writePadded(micros, digits: 6, to: p + 20)
        return 26 &+ Self.writeOffset(ahead, colon: true, to: p + 26)
    }

    /// `Nov 25 04:39:20`, 15 bytes, local time.
    mutating func writeLegacy(_ wall: Int64, to p: UnsafeMutablePointer<UInt8>) -> Int {
        let (second, _) = Self.split(wall)
        let date = Self.civil(second &+ localOffset(second))
        Self.writeMonth(date.month, to: p)
        p[3] = 0x20
        p[4] = date.day >= 10 ? 0x30 &+ UInt8(truncatingIfNeeded: date.day / 10) : 0x20
        p[5] = 0x30 &+ UInt8(truncatingIfNeeded: date.day % 10)
        p[6] = 0x20
        Self.writeTime(date, to: p + 7)
        return 15
    }

    /// Seconds and microseconds of a wall clock reading.
    @inline(__always) static func split(_ wall: Int64) -> (second: Int64, micros: Int) {
        let second = wall >= 0 ? wall / 1_000_000 : (wall &- 999_999) / 1_000_000
        return (second, Int(truncatingIfNeeded: wall &- second &* 1_000_000))
    }
}
