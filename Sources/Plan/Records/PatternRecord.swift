/// `-m <method>` (manual section 7.1.3).
@frozen public enum MatchMethod: UInt32, Sendable {
    case found = 0
    case bool = 1
    case int = 2
    case ip = 3
    case bin = 4
    case len = 5
    case str = 6
    case sub = 7
    case beg = 8
    case end = 9
    case dir = 10
    case dom = 11
    case reg = 12
}

@frozen public struct PatternSetFlags: OptionSet, Sendable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// `-i`
    @inlinable public static var ignoreCase: PatternSetFlags { .init(rawValue: 1) }
}

/// What one ACL compares a sample with.
@frozen public struct PatternSetRecord: Sendable {
    public var methodRaw: UInt32 = 0
    public var flagsRaw: UInt32 = 0
    public var patterns: Rows<PatternID> = Rows()
    /// The stable key by which the command socket edits it (`-u`, or the file's name); none for inline patterns.
    public var key: Text = .none
    public init() {}

    @inlinable public var method: MatchMethod { MatchMethod(rawValue: methodRaw) ?? .str }
    @inlinable public var flags: PatternSetFlags { PatternSetFlags(rawValue: flagsRaw) }
}

/// One pattern. Strings and regexes: `text`. Numbers and lengths: the inclusive range `low...high`.
/// Networks: `text` holds the 4 or 16 address bytes, `low` the prefix length.
@frozen public struct PatternRecord: Sendable {
    public var text: Text = .none
    public var low: Int64 = Int64.min
    public var high: Int64 = Int64.max
    public init() {}
}
