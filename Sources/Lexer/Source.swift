/// One file's bytes, its name, and its place among the inputs. Owns the text of the words that were cooked from it.
///
/// Reading (``Lexer``) appends to it, so one thread at a time; the rest is reading.
public final class Source: @unchecked Sendable {
    /// As the caller names it in messages, and as `.FILE` gives it to the configuration.
    public let name: String
    /// Its place in the order in which the inputs are read; stands in every ``SourceRange``.
    public let index: UInt32
    /// The bytes, and the words' text.
    public let text: SourceText
    let nameBytes: [UInt8]
    private var lineStarts: [UInt32] = []

    /// A file too large for 32-bit offsets: more than `Limits.maxSourceBytes`.
    public struct TooLarge: Error, Sendable, Equatable {
        public let bytes: Int
        public init(bytes: Int) { self.bytes = bytes }
    }

    /// Copies `bytes`.
    public convenience init(name: String, index: UInt32, bytes: [UInt8]) throws(TooLarge) {
        let count = bytes.count
        try self.init(name: name, index: index, capacity: count)
        bytes.withUnsafeBufferPointer { from in
            if let base = from.baseAddress { text.storage.pointee.base.update(from: base, count: count) }
        }
        text.storage.pointee.count = UInt32(count)
        seal()
    }

    /// A buffer of `capacity` bytes that `fill` writes (a file's size, `read(2)`); it returns how many bytes it wrote.
    public convenience init(
        name: String, index: UInt32, capacity: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws {
        try self.init(name: name, index: index, capacity: capacity)
        let written = try fill(UnsafeMutableRawBufferPointer(start: text.storage.pointee.base, count: capacity))
        text.storage.pointee.count = UInt32(min(max(written, 0), capacity))
        seal()
    }

    private init(name: String, index: UInt32, capacity: Int) throws(TooLarge) {
        guard capacity <= Limits.maxSourceBytes, capacity >= 0 else { throw TooLarge(bytes: capacity) }
        self.name = name
        self.nameBytes = Array(name.utf8)
        self.index = index
        let storage = UnsafeMutablePointer<SourceStorage>.allocate(capacity: 1)
        storage.initialize(
            to: SourceStorage(
                base: .allocate(capacity: capacity + Self.guardBytes), count: 0,
                cooked: .allocate(capacity: 64), cookedCount: 0, cookedCapacity: 64,
                segments: .allocate(capacity: 16), segmentCount: 0, segmentCapacity: 16))
        self.text = SourceText(storage: storage)
    }

    deinit {
        let storage = text.storage
        storage.pointee.base.deallocate()
        storage.pointee.cooked.deallocate()
        storage.pointee.segments.deallocate()
        storage.deallocate()
    }

    /// Bytes of the file.
    public var count: Int { Int(text.storage.pointee.count) }

    /// Scanning loops stop at a line feed and may look a few bytes ahead; the guard lets them do without a bounds check.
    private static let guardBytes = 16

    private func seal() {
        let storage = text.storage
        (storage.pointee.base + Int(storage.pointee.count)).initialize(repeating: 0x0A, count: Self.guardBytes)
    }

    /// Line and column of an offset. The table of lines is built when first asked for: 4 bytes a line.
    public func position(of offset: UInt32) -> Position {
        buildLines()
        var low = 0
        var high = lineStarts.count
        while low < high {
            let mid = (low + high) / 2
            if lineStarts[mid] <= offset { low = mid + 1 } else { high = mid }
        }
        // low >= 1: line 1 starts at 0.
        return Position(line: UInt32(low), column: offset &- lineStarts[low - 1] &+ 1)
    }

    /// Lines of the file; a last one without a line feed counts.
    public var lineCount: Int {
        buildLines()
        guard count > 0 else { return 0 }
        return lineStarts.count - (Int(lineStarts[lineStarts.count - 1]) == count ? 1 : 0)
    }

    /// Range of line `number` (from 1) without its line end; nil when there is no such line.
    public func line(_ number: UInt32) -> SourceRange? {
        buildLines()
        guard number >= 1, Int(number) <= lineStarts.count else { return nil }
        let bytes = text.bytes
        let start = Int(lineStarts[Int(number) - 1])
        var end = Int(number) < lineStarts.count ? Int(lineStarts[Int(number)]) - 1 : count
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return SourceRange(source: index, start: UInt32(start), end: UInt32(end))
    }

    private func buildLines() {
        guard lineStarts.isEmpty else { return }
        let base = UnsafePointer(text.storage.pointee.base)
        let end = base + count
        lineStarts.reserveCapacity(count / 32 + 2)
        lineStarts.append(0)
        var p = findLineFeed(base)
        while p < end {
            lineStarts.append(UInt32(p - base) &+ 1)
            p = findLineFeed(p + 1)
        }
    }
}
