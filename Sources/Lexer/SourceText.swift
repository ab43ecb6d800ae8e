/// What a ``Source`` owns, behind one pointer, so that a view of it is one trivial word.
@usableFromInline struct SourceStorage {
    /// `count` bytes of the file, then line feeds as a guard for scanning loops.
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var count: UInt32

    /// Text of the words that quoting, escapes or expansion changed, one behind the other. Grows while the source is read.
    @usableFromInline var cooked: UnsafeMutablePointer<UInt8>
    @usableFromInline var cookedCount: Int
    @usableFromInline var cookedCapacity: Int

    /// Where the cooked text comes from: sorted by `cooked`.
    @usableFromInline var segments: UnsafeMutablePointer<CookedSegment>
    @usableFromInline var segmentCount: Int
    @usableFromInline var segmentCapacity: Int
}

/// A run of cooked bytes with one origin. It ends where the next begins.
@usableFromInline struct CookedSegment {
    /// Offset of the first byte in the cooked text.
    @usableFromInline var cooked: UInt32
    /// Where it comes from in the source.
    @usableFromInline var start: UInt32
    /// Length of the origin; 0 when byte i of the run is byte i of the origin. Otherwise every byte of the run comes from
    /// the whole origin (an escape, a variable).
    @usableFromInline var length: UInt32
}

/// A view of a ``Source``: the file's bytes and the text of its words. Trivial to copy.
///
/// Valid as long as the `Source`; the buffers it returns only until the next line of that source is read.
@frozen public struct SourceText: @unchecked Sendable {
    @usableFromInline let storage: UnsafeMutablePointer<SourceStorage>

    @usableFromInline init(storage: UnsafeMutablePointer<SourceStorage>) {
        self.storage = storage
    }

    /// All bytes of the file.
    @inlinable public var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage.pointee.base, count: Int(storage.pointee.count))
    }

    /// The word as a parser sees it: unquoted, unescaped, expanded.
    @inlinable public subscript(word: Word) -> UnsafeBufferPointer<UInt8> {
        let start = Int(word.textBits & Word.offsetMask)
        let base = word.isCooked ? storage.pointee.cooked : storage.pointee.base
        return UnsafeBufferPointer(start: base + start, count: Int(word.textCount))
    }

    /// The word as it stands in the file.
    @inlinable public func raw(_ word: Word) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage.pointee.base + Int(word.rawStart), count: Int(word.rawEnd &- word.rawStart))
    }

    /// The bytes of a range of this source; an empty buffer for a range that does not lie in it.
    public func bytes(in range: SourceRange) -> UnsafeBufferPointer<UInt8> {
        guard range.start <= range.end, range.end <= storage.pointee.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: storage.pointee.base + Int(range.start), count: range.count)
    }

    /// Whether the word's text is `other`.
    @inlinable public func equals(_ word: Word, _ other: StaticString) -> Bool {
        let text = self[word]
        guard text.count == other.utf8CodeUnitCount, let base = text.baseAddress else { return false }
        let wanted = other.utf8Start
        var i = 0
        while i < text.count {
            if base[i] != wanted[i] { return false }
            i &+= 1
        }
        return true
    }

    /// The word's text for people: bytes that are no UTF-8 become U+FFFD.
    public func string(_ word: Word) -> String {
        String(decoding: self[word], as: UTF8.self)
    }

    /// Where bytes `lower..<upper` of the word's text come from. Bytes that came from one escape or one variable map to all of it.
    /// Bounds outside of the text are brought in; an empty stretch gives an empty range at its place.
    public func origin(of word: Word, from lower: Int, to upper: Int, source: UInt32 = 0) -> SourceRange {
        let count = Int(word.textCount)
        let low = min(max(lower, 0), count)
        let high = min(max(upper, low), count)
        if !word.isCooked {
            let base = word.textBits
            return SourceRange(source: source, start: base &+ UInt32(low), end: base &+ UInt32(high))
        }
        if count == 0 { return SourceRange(source: source, start: word.rawStart, end: word.rawEnd) }
        let base = Int(word.textBits & Word.offsetMask)
        if low == high {
            if low == count {
                let last = originOfByte(base + low - 1)
                return SourceRange(source: source, start: last.end, end: last.end)
            }
            let at = originOfByte(base + low)
            return SourceRange(source: source, start: at.start, end: at.start)
        }
        let first = originOfByte(base + low)
        let last = originOfByte(base + high - 1)
        return SourceRange(source: source, start: min(first.start, last.start), end: max(first.end, last.end))
    }

    /// Source bytes of one cooked byte.
    private func originOfByte(_ offset: Int) -> (start: UInt32, end: UInt32) {
        let segments = storage.pointee.segments
        var low = 0
        var high = storage.pointee.segmentCount
        while low < high {
            let mid = (low &+ high) / 2
            if Int(segments[mid].cooked) <= offset { low = mid &+ 1 } else { high = mid }
        }
        guard low > 0 else { return (0, 0) }
        let segment = segments[low - 1]
        if segment.length != 0 { return (segment.start, segment.start &+ segment.length) }
        let start = segment.start &+ UInt32(truncatingIfNeeded: offset) &- segment.cooked
        return (start, start &+ 1)
    }
}
