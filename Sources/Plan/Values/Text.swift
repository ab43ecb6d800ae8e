/// A run of bytes in the plan's byte pool. Not NUL-terminated; any byte may occur.
@frozen public struct Text: Hashable, Sendable {
    public var offset: UInt32
    public var length: UInt32

    @inlinable public init(offset: UInt32, length: UInt32) {
        self.offset = offset
        self.length = length
    }

    /// No text, as opposed to an empty one.
    @inlinable public static var none: Text { Text(offset: UInt32.max, length: 0) }
    @inlinable public static var empty: Text { Text(offset: 0, length: 0) }
    @inlinable public var isNone: Bool { offset == UInt32.max }
}

/// Consecutive rows of one table.
@frozen public struct Rows<ID: PlanIndex>: Hashable, Sendable {
    public var first: UInt32
    public var count: UInt32

    @inlinable public init(first: UInt32, count: UInt32) {
        self.first = first
        self.count = count
    }

    @inlinable public init() {
        first = 0
        count = 0
    }

    @inlinable public var isEmpty: Bool { count == 0 }
    @inlinable public subscript(i: Int) -> ID { ID(first &+ UInt32(truncatingIfNeeded: i)) }
    @inlinable public var range: Range<Int> { Int(first)..<Int(first) &+ Int(count) }
}

/// Where something stands in the configuration: `line` and `column` from 1; line 0 means nowhere.
@frozen public struct SourceLocation: Hashable, Sendable {
    public var file: SourceFileID
    public var line: UInt32
    public var column: UInt32

    @inlinable public init(file: SourceFileID, line: UInt32, column: UInt32) {
        self.file = file
        self.line = line
        self.column = column
    }

    @inlinable public static var nowhere: SourceLocation { SourceLocation(file: .none, line: 0, column: 0) }
}

/// 128 bits of SHA-256, as stored beside each object: equal digests mean equal objects.
@frozen public struct ObjectDigest: Hashable, Sendable {
    public var high: UInt64
    public var low: UInt64

    @inlinable public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}
