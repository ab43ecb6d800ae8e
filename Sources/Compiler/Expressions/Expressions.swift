import GrammarFormat
import Lexer

/// Text in the expressions' pool.
package struct PoolText: Hashable, Sendable {
    package var offset: UInt32
    package var count: UInt32
    package static var empty: PoolText { PoolText(offset: 0, count: 0) }
}

/// A sample expression: a fetch and the converters behind it (manual 7.1).
package struct SampleRow: Sendable {
    package var fetch: FetchID
    /// The type that comes out at the end.
    package var type: SampleType
    package var argumentCount: UInt8
    package var converterCount: UInt8
    package var firstArgument: UInt32
    package var firstConverter: UInt32
    /// The 22 places in which the fetch can be used.
    package var places: UInt32
    package var source: UInt32
    package var start: UInt32
    package var end: UInt32

    package var range: SourceRange { SourceRange(source: source, start: start, end: end) }
}

package struct ConverterRow: Sendable {
    package var converter: ConverterID
    /// What arrives; the converter's own input type is what it is cast to.
    package var input: SampleType
    package var output: SampleType
    package var argumentCount: UInt8
    package var firstArgument: UInt32
}

/// An argument of a fetch or converter.
package struct ArgumentRow: Sendable {
    package enum Kind: UInt8, Sendable {
        /// Left out, or empty where it may be.
        case absent
        case text
        /// Integers, times in milliseconds, sizes in bytes: `integer`.
        case integer
        /// An address or a mask: `text` is as written, `low` and `high` the bytes in network order, `prefix` the bits of a mask.
        case ipv4
        case ipv6
        /// A name that Resolve finds: `type.refers` says what of.
        case reference
    }

    package var kind: Kind
    /// The name of the parameter in grammar/.
    package var slot: SlotID
    package var type: TypeID
    package var integer: Int64
    /// Decoded: without the quotes and escapes of the second level.
    package var text: PoolText
    package var source: UInt32
    package var start: UInt32
    package var end: UInt32

    package var range: SourceRange { SourceRange(source: source, start: start, end: end) }
}

/// `if` or `unless` and what follows: suites joined by "or", each of terms joined by "and" (manual 7.2).
package struct ConditionRow: Sendable {
    package var isUnless: Bool
    package var firstSuite: UInt32
    package var suiteCount: UInt32
}

package struct SuiteRow: Sendable {
    package var firstTerm: UInt32
    package var termCount: UInt32
}

package struct TermRow: Sendable {
    /// Index into `acls`.
    package var acl: UInt32
    package var isNegated: Bool
}

/// An ACL. Several lines of one name are joined by "or".
package struct ACLRow: Sendable {
    /// Empty for an anonymous one.
    package var name: PoolText
    /// First and last of its expressions, linked by `next`; -1: none (it is broken).
    package var first: Int32
    package var last: Int32
    /// The section in which it was defined.
    package var section: UInt32
    package var isBroken: Bool
    /// Where its name stands first.
    package var source: UInt32
    package var start: UInt32
    package var end: UInt32
    package var nameRange: SourceRange { SourceRange(source: source, start: start, end: end) }
}

package struct ACLExpressionRow: Sendable {
    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// `-i`
        package static let ignoreCase = Flags(rawValue: 1)
        /// `-n`
        package static let noDNS = Flags(rawValue: 2)
        /// `-M`
        package static let asMap = Flags(rawValue: 4)
        /// `-u`
        package static let hasID = Flags(rawValue: 8)
    }

    package var sample: UInt32
    package var method: MatchMethod
    package var flags: Flags
    package var firstPattern: UInt32
    package var patternCount: UInt32
    /// Files of `-f`, each a pattern row whose text is the path.
    package var firstFile: UInt32
    package var fileCount: UInt32
    /// The next expression of the same ACL, or -1.
    package var next: Int32
    package var id: Int32
}

/// How a sample is compared with patterns (manual 7.1.2). In the order of the numbers in grammar/.
package enum MatchMethod: UInt8, CaseIterable, Sendable {
    case found, bool, int, ip, bin, len, str, beg, sub, dir, dom, end, reg
    /// Methods of HTTP, by their names: what a sample of that type is compared by.
    case meth

    /// The method whose name in grammar/ is this; the cases have the names of the words.
    init?(name: WordBytes) {
        let bytes = UnsafeBufferPointer(start: name.base, count: name.count)
        guard let index = Self.names.firstIndex(where: { $0.elementsEqual(bytes) }), let found = Self(rawValue: UInt8(index)),
            found != .meth
        else { return nil }
        self = found
    }

    private static let names: [[UInt8]] = allCases.map { Array("\($0)".utf8) }

    /// The type to which the sample is cast.
    package var sampleType: SampleType {
        switch self {
        case .found: .any
        case .bool, .int: .sint
        case .len: .str
        case .meth: .meth
        case .ip: .addr
        case .bin: .bin
        case .str, .beg, .sub, .dir, .dom, .end, .reg: .str
        }
    }
}

package struct PatternRow: Sendable {
    /// As written.
    package var text: PoolText
    /// Match methods `int` and `len`: the bounds, both included; where there is none, the smallest or largest number.
    package var minimum: Int64
    package var maximum: Int64
    package var source: UInt32
    package var start: UInt32
    package var end: UInt32
    package var range: SourceRange { SourceRange(source: source, start: start, end: end) }
}

/// A log-format string (manual 8.2.6).
package struct FormatRow: Sendable {
    package var firstNode: UInt32
    package var nodeCount: UInt32
}

package struct FormatNodeRow: Sendable {
    package enum Kind: UInt8, Sendable {
        case text
        /// A run of spaces in a log format.
        case separator
        case alias
        case sample
    }

    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }
        package static let quote = Flags(rawValue: 1)
        package static let hex = Flags(rawValue: 2)
        package static let escape = Flags(rawValue: 4)
        package static let mandatory = Flags(rawValue: 8)
        package static let json = Flags(rawValue: 16)
        package static let cbor = Flags(rawValue: 32)
        package static let binary = Flags(rawValue: 64)
    }

    package var kind: Kind
    package var flags: Flags
    /// The alias, for `.alias`.
    package var alias: LogAliasID
    /// `%(name:type)`: what the sample is turned into; `.none` for no conversion.
    package var cast: SampleType
    package var sample: UInt32
    /// The text, or the name of `%(name)`.
    package var text: PoolText
}

/// All expressions of a configuration. Captures point into it: see the notes of ``ExpressionPass``.
package struct Expressions: ~Copyable {
    package var samples = GrowingTable<SampleRow>()
    package var converters = GrowingTable<ConverterRow>()
    package var arguments = GrowingTable<ArgumentRow>()
    package var conditions = GrowingTable<ConditionRow>()
    package var suites = GrowingTable<SuiteRow>()
    package var terms = GrowingTable<TermRow>()
    package var acls = GrowingTable<ACLRow>()
    package var aclExpressions = GrowingTable<ACLExpressionRow>()
    package var patterns = GrowingTable<PatternRow>()
    package var formats = GrowingTable<FormatRow>()
    package var nodes = GrowingTable<FormatNodeRow>()
    package var pool = GrowingTable<UInt8>()

    /// What stands in a capture's value in place of an index where there is a finding.
    package static var broken: UInt64 { .max }

    /// The bytes of `text`; valid until the next text is added.
    package func bytes(_ text: PoolText) -> UnsafeBufferPointer<UInt8> { pool.rows(Int(text.offset), Int(text.count)) }

    package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> PoolText {
        let offset = pool.append(bytes)
        return PoolText(offset: UInt32(truncatingIfNeeded: offset), count: UInt32(truncatingIfNeeded: bytes.count))
    }

    package mutating func intern(_ word: WordBytes) -> PoolText {
        intern(UnsafeBufferPointer(start: word.base, count: word.count))
    }
}
