import Plan

/// The run-time form of one ``PatternSetRecord``: built once from the plan's bytes, then immutable and usable from any thread.
/// Lives no longer than the plan; ``free()`` gives its memory back.
///
/// Every form answers with the lowest number of the patterns that match, which is what first-match order needs.
package struct PatternMatcher {
    enum Form: UInt8 {
        /// Nothing can match: a set without patterns.
        case never
        case found
        case bool
        /// One by one, in order.
        case linear
        case ranges
        case exact
        case prefixes
        case suffixes
        case words
        case substrings
        case networks
        case regexes
    }

    /// What a form needs beside the patterns. Apart, so that the matcher itself is small enough to be passed in registers.
    struct Storage {
        var index: PatternIndex?
        var lengths = PatternLengths()
        var ranges = PatternRanges()
        var networks = PatternNetworks()
        var grams = PatternGrams()
        var regexes = PatternRegexes()
    }

    var form: Form = .never
    var method: MatchMethod = .str
    var fold = false
    var count: Int = 0
    var patterns: UnsafePointer<PatternRecord>
    var pool: UnsafePointer<UInt8>
    /// Owned; nil for the forms that need nothing.
    var storage: UnsafeMutablePointer<Storage>?

    /// Matches nothing.
    package init() {
        patterns = UnsafePointer(bitPattern: 8).unsafelyUnwrapped
        pool = ByteSlice.empty.base
    }

    package func free() {
        guard let storage else { return }
        storage.pointee.index?.free()
        storage.pointee.lengths.free()
        storage.pointee.ranges.free()
        storage.pointee.networks.free()
        storage.pointee.grams.free()
        storage.pointee.regexes.free()
        storage.deinitialize(count: 1)
        storage.deallocate()
    }

    @inline(__always) func bytes(_ row: Int) -> ByteSlice {
        let text = patterns[row].text
        return ByteSlice(pool + (text.length == 0 ? 0 : Int(text.offset)), Int(text.length))
    }

    // MARK: Matching

    @inline(__always) package func matches(_ sample: Sample, _ room: inout ScratchArena, _ regex: RegexScratch) -> Bool {
        first(sample, room: &room, regex: regex) >= 0
    }

    /// The number of the first pattern, in the order written, that `sample` matches; -1 for none, and for a missing sample.
    package func first(_ sample: Sample, room: inout ScratchArena, regex: RegexScratch) -> Int {
        if sample.type == .none { return -1 }
        if form == .linear, sample.type == .str, method != .str { return firstLinear(sample.bytes) }
        switch method {
        case .found: return 0
        case .bool:
            let value = sample.cast(to: .sint, &room)
            return value.exists && value.integer != 0 ? 0 : -1
        case .int:
            let value = sample.cast(to: .sint, &room)
            return value.exists ? firstRange(value.integer) : -1
        case .len:
            let value = sample.cast(to: .str, &room)
            return value.exists ? firstRange(Int64(value.count)) : -1
        case .ip:
            return storage?.pointee.networks.first(sample.asAddress()) ?? -1
        case .bin:
            let value = sample.cast(to: .bin, &room)
            return value.exists ? firstString(value.bytes) : -1
        case .reg:
            let value = sample.cast(to: .str, &room)
            return value.exists ? storage?.pointee.regexes.first(value.bytes, regex) ?? -1 : -1
        default:
            let value = sample.asString(&room)
            if !value.exists { return -1 }
            let row = firstString(value.bytes)
            if row >= 0 || method != .str || fold { return row }
            // As in HAProxy a NUL ends what is compared, but not with `-i` (manual section 7.1.3).
            guard let end = value.bytes.firstIndex(of: 0) else { return -1 }
            return firstString(value.bytes.slice(0, end))
        }
    }

    @inline(__always) var index: PatternIndex? { storage?.pointee.index }

    private func firstRange(_ value: Int64) -> Int {
        if let storage, storage.pointee.ranges.isBuilt { return storage.pointee.ranges.first(value) }
        var row = 0
        while row < count {
            if patterns[row].low <= value, value <= patterns[row].high { return row }
            row &+= 1
        }
        return -1
    }

    @inline(__always) private func firstString(_ text: ByteSlice) -> Int {
        switch form {
        case .linear: return firstLinear(text)
        case .exact: return firstExact(text)
        case .prefixes: return storage?.pointee.lengths.firstPrefix(text, self) ?? -1
        case .suffixes: return storage?.pointee.lengths.firstSuffix(text, self) ?? -1
        case .words: return storage?.pointee.lengths.firstWord(text, self) ?? -1
        case .substrings: return storage?.pointee.grams.first(text, self) ?? -1
        default: return -1
        }
    }

    private func firstExact(_ text: ByteSlice) -> Int {
        guard let index else { return -1 }
        let hash = PatternIndex.whole(text.base, text.count, fold: fold)
        let row = index.find(hash) { row in
            let pattern = bytes(Int(row))
            return pattern.count == text.count && PatternBytes.equal(pattern.base, text.base, text.count, fold: fold)
        }
        return row.map { Int($0) } ?? -1
    }

    private func firstLinear(_ text: ByteSlice) -> Int {
        var row = 0
        while row < count {
            if matchesOne(bytes(row), text) { return row }
            row &+= 1
        }
        return -1
    }

    @inline(__always) private func matchesOne(_ pattern: ByteSlice, _ text: ByteSlice) -> Bool {
        let n = pattern.count
        if n > text.count, method != .dir, method != .dom { return false }
        switch method {
        case .str, .bin: return n == text.count && PatternBytes.equal(pattern.base, text.base, n, fold: fold)
        case .beg: return PatternBytes.equal(pattern.base, text.base, n, fold: fold)
        case .end: return PatternBytes.equal(pattern.base, text.end - n, n, fold: fold)
        case .sub: return PatternText.contains(text, pattern, fold: fold)
        case .dir: return PatternText.containsWord(text, pattern, .directory, fold: fold)
        case .dom: return PatternText.containsWord(text, pattern, .domain, fold: fold)
        default: return false
        }
    }
}

/// Looking for one pattern inside a text.
enum PatternText {
    /// HAProxy never finds an empty pattern inside a text.
    static func contains(_ text: ByteSlice, _ pattern: ByteSlice, fold: Bool) -> Bool {
        let n = pattern.count
        if n == 0 || n > text.count { return false }
        let first = PatternBytes.fold(pattern.base[0], fold)
        let last = text.count &- n
        var i = 0
        while i <= last {
            if PatternBytes.fold(text.base[i], fold) == first, PatternBytes.equal(pattern.base, text.base + i, n, fold: fold) {
                return true
            }
            i &+= 1
        }
        return false
    }

    enum Delimiters {
        /// `-m dir`: `/` and `?`.
        case directory
        /// `-m dom`: `/`, `?`, `.` and `:`.
        case domain

        @inline(__always) func contains(_ c: UInt8) -> Bool {
            if c == 0x2F || c == 0x3F { return true }
            return self == .domain && (c == 0x2E || c == 0x3A)
        }
    }

    /// The pattern without delimiters at its ends.
    static func stripped(_ pattern: ByteSlice, _ delimiters: Delimiters) -> ByteSlice {
        var from = 0
        var to = pattern.count
        while from < to, delimiters.contains(pattern.base[from]) { from &+= 1 }
        while to > from, delimiters.contains(pattern.base[to &- 1]) { to &-= 1 }
        return pattern.slice(from, to)
    }

    /// Between delimiters, or an end of the text (manual section 7.1.3). A pattern of delimiters alone is never found.
    static func containsWord(_ text: ByteSlice, _ whole: ByteSlice, _ delimiters: Delimiters, fold: Bool) -> Bool {
        let pattern = stripped(whole, delimiters)
        let n = pattern.count
        if n == 0 || n > text.count { return false }
        let last = text.count &- n
        var atStart = true
        var i = 0
        while i <= last {
            if delimiters.contains(text.base[i]) {
                atStart = true
            } else if atStart {
                if i == last || delimiters.contains(text.base[i &+ n]), PatternBytes.equal(pattern.base, text.base + i, n, fold: fold) {
                    return true
                }
                atStart = false
            }
            i &+= 1
        }
        return false
    }
}
