/// A stretch of one source: bytes `start..<end` of the source whose index is `source`.
///
/// Offsets are 32-bit (a source is at most `Limits.maxSourceBytes`). Line and column are derived when somebody asks:
/// see ``Source/position(of:)``.
@frozen public struct SourceRange: Hashable, Sendable {
    /// Index of the source among the inputs, in the order in which they are read (``Source/index``).
    public var source: UInt32
    public var start: UInt32
    public var end: UInt32

    @inlinable public init(source: UInt32, start: UInt32, end: UInt32) {
        self.source = source
        self.start = start
        self.end = end
    }

    /// Length in bytes.
    @inlinable public var count: Int { Int(end &- start) }
    @inlinable public var isEmpty: Bool { start == end }
}

/// Line and column as people count them.
@frozen public struct Position: Hashable, Sendable {
    /// From 1; lines end at line feeds, as the reference counts them.
    public var line: UInt32
    /// From 1, in bytes.
    public var column: UInt32

    @inlinable public init(line: UInt32, column: UInt32) {
        self.line = line
        self.column = column
    }
}
