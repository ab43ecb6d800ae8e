/// Collects one word's text. As long as it is one stretch of the source it stays there; the first byte that does not fit moves it to the
/// cooked text of the source.
struct WordBuilder {
    let storage: UnsafeMutablePointer<SourceStorage>
    /// First byte of the word as written.
    let rawStart: UInt32
    /// Size of the cooked text at the start of the line: bounds what a line may take.
    let lineStart: Int
    /// Set when a bound was met; what came after was dropped.
    private(set) var isOverflown = false

    private var runStart: UInt32
    private var runEnd: UInt32
    private var isPooled = false
    private var poolStart = 0
    private var firstSegment = 0
    /// The text is over, though the word goes on: an escaped NUL.
    private var isClosed = false

    init(storage: UnsafeMutablePointer<SourceStorage>, rawStart: UInt32, lineStart: Int) {
        self.storage = storage
        self.rawStart = rawStart
        self.lineStart = lineStart
        runStart = rawStart
        runEnd = rawStart
    }

    /// Appends `count` bytes of the source as they are.
    mutating func literal(_ start: UInt32, _ count: Int) {
        guard count > 0, !isClosed else { return }
        let end = start &+ UInt32(truncatingIfNeeded: count)
        if !isPooled {
            if runStart == runEnd {
                runStart = start
                runEnd = end
                return
            }
            if runEnd == start {
                runEnd = end
                return
            }
            pool()
        }
        append(UnsafePointer(storage.pointee.base) + Int(start), count, start: start, length: 0)
    }

    /// Appends one byte that an escape of `length` bytes at `start` stands for. NUL ends the text.
    mutating func converted(_ byte: UInt8, _ start: UInt32, length: UInt32) {
        guard !isClosed else { return }
        if byte == 0 {
            isClosed = true
            return
        }
        if !isPooled { pool() }
        withUnsafePointer(to: byte) { append($0, 1, start: start, length: length) }
    }

    /// Appends a variable's value, or a part of it; the variable is written as `length` bytes at `start`.
    mutating func expanded(_ bytes: UnsafeBufferPointer<UInt8>, _ start: UInt32, length: UInt32) {
        guard !isClosed, let base = bytes.baseAddress, !bytes.isEmpty else { return }
        if !isPooled { pool() }
        append(base, bytes.count, start: start, length: length)
    }

    /// The finished word, and a fresh beginning for the next one out of the same raw word.
    mutating func take() -> Word {
        let word: Word
        if isPooled {
            word = Word(
                rawStart: rawStart, rawEnd: rawStart, textBits: UInt32(truncatingIfNeeded: poolStart) | Word.cookedFlag,
                textCount: UInt32(truncatingIfNeeded: storage.pointee.cookedCount &- poolStart))
        } else {
            word = Word(rawStart: rawStart, rawEnd: rawStart, textBits: runStart, textCount: runEnd &- runStart)
        }
        isPooled = false
        isClosed = false
        runStart = rawStart
        runEnd = rawStart
        return word
    }

    private mutating func pool() {
        isPooled = true
        poolStart = storage.pointee.cookedCount
        firstSegment = storage.pointee.segmentCount
        if runEnd > runStart {
            append(
                UnsafePointer(storage.pointee.base) + Int(runStart), Int(runEnd &- runStart), start: runStart, length: 0)
        }
    }

    private mutating func append(_ from: UnsafePointer<UInt8>, _ count: Int, start: UInt32, length: UInt32) {
        let at = storage.pointee.cookedCount
        guard count <= Limits.maxLineBytes, at &- lineStart &+ count <= Limits.maxLineBytes,
            at &+ count <= Limits.maxCookedBytes
        else {
            isOverflown = true
            return
        }
        if at &+ count > storage.pointee.cookedCapacity { growCooked(to: at &+ count) }
        (storage.pointee.cooked + at).update(from: from, count: count)
        storage.pointee.cookedCount = at &+ count

        let segments = storage.pointee.segmentCount
        if length == 0, segments > firstSegment {
            // The same run, going on.
            let last = storage.pointee.segments[segments &- 1]
            if last.length == 0, last.start &+ UInt32(truncatingIfNeeded: at) &- last.cooked == start { return }
        }
        if segments == storage.pointee.segmentCapacity { growSegments() }
        storage.pointee.segments[segments] = CookedSegment(cooked: UInt32(truncatingIfNeeded: at), start: start, length: length)
        storage.pointee.segmentCount = segments &+ 1
    }

    private func growCooked(to needed: Int) {
        let capacity = max(needed, storage.pointee.cookedCapacity &* 2)
        let area = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        area.update(from: storage.pointee.cooked, count: storage.pointee.cookedCount)
        storage.pointee.cooked.deallocate()
        storage.pointee.cooked = area
        storage.pointee.cookedCapacity = capacity
    }

    private func growSegments() {
        let capacity = storage.pointee.segmentCapacity &* 2
        let area = UnsafeMutablePointer<CookedSegment>.allocate(capacity: capacity)
        area.update(from: storage.pointee.segments, count: storage.pointee.segmentCount)
        storage.pointee.segments.deallocate()
        storage.pointee.segments = area
        storage.pointee.segmentCapacity = capacity
    }
}
