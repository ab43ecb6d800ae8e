/// Which rules a program holds, in the order in which a stream meets them (manual section 4.2).
@frozen public enum RuleSetKind: UInt32, Sendable, CaseIterable {
    case tcpRequestConnection = 0
    case tcpRequestSession = 1
    case tcpRequestContent = 2
    case httpRequest = 3
    /// `use_backend`; falls through to the default backend.
    case useBackend = 4
    case useServer = 5
    case tcpResponseContent = 6
    case httpResponse = 7
    case httpAfterResponse = 8
    /// Leaves the log line in the output register.
    case logFormat = 9
    case errorLogFormat = 10
    case logFormatStructuredData = 11
    case uniqueIDFormat = 12
}

/// The rules of one kind in one proxy, inherited ones first.
@frozen public struct RuleSetRecord: Sendable {
    public var kindRaw: UInt32 = 0
    public var entry: CodeIndex = .none
    public var rules: Rows<RuleID> = Rows()
    public init() {}

    @inlinable public var kind: RuleSetKind? { RuleSetKind(rawValue: kindRaw) }
}

/// A rule as written, for logs, counters and `explain`.
@frozen public struct RuleRecord: Sendable {
    public var proxy: ProxyID = .none
    public var kindRaw: UInt32 = 0
    /// The rule's text without its first word.
    public var text: Text = .none
    public var code: CodeIndex = .none
    public var reserved: UInt32 = 0
    public init() {}
}

/// Types of samples (manual section 7.2).
@frozen public enum SampleType: UInt8, Sendable {
    case none = 0
    case bool = 1
    case sint = 2
    case ipv4 = 3
    case ipv6 = 4
    case str = 5
    case bin = 6
    case meth = 7
}

/// The machine that runs rules: a sample register S (with its iterator), a flag F, and output registers for strings.
/// A program starts at a rule set's entry and runs to ``end`` or to a final action.
@frozen public enum Opcode: UInt16, Sendable {
    /// The program is over: no final action was taken.
    case end = 0
    /// Rule `a` (``RuleID``) begins.
    case rule = 1
    /// Continue at `a`.
    case jump = 2
    case jumpIfTrue = 3
    case jumpIfFalse = 4
    /// F = (`a` != 0).
    case setFlag = 5

    /// S = first value of fetch `a` (``FetchCode``) with operands `b..<b+c`.
    case fetch = 16
    /// S = converter `a` (``ConverterCode``) of S, operands `b..<b+c`. A missing S stays missing.
    case convert = 17
    /// S = S as ``SampleType`` `a`; missing where the matrix has no way.
    case cast = 18
    /// F = S matches pattern set `a`. A missing S gives false.
    case match = 19
    /// If F is false and the fetch has another value: S = that value, continue at `a`.
    case next = 20
    /// F = S exists.
    case found = 21
    /// F = S as a boolean.
    case truth = 22
    /// S = the constant in operand `a`.
    case constant = 23

    /// Output register `a` starts empty; appends go to it.
    case begin = 32
    /// Append the text (offset `b`, length `c`).
    case appendText = 33
    /// Append S as a string; ``AppendFlags`` in `flags`.
    case append = 34
    /// Append the log alias `a` (``LogAlias``); ``AppendFlags`` in `flags`.
    case appendAlias = 35

    /// Header actions act on the message of the rule set. Name: text (`b`, `c`); value: output register `a`.
    case setHeader = 48
    case addHeader = 49
    case delHeader = 50

    /// Final: continue with the next stage; no more rules of this set.
    case allow = 64
    /// Final: answer with status `a` (an error response, subject to errorfiles).
    case deny = 65
    /// A `return` with status `a` is built: headers, then body, then ``returnEnd``.
    case returnBegin = 66
    /// Header name (`b`, `c`), value in output register `a`.
    case returnHeader = 67
    /// Body in output register `a`, content type (`b`, `c`).
    case returnBody = 68
    /// Body is asset `a`, content type (`b`, `c`).
    case returnAsset = 69
    /// Final: send it.
    case returnEnd = 70
    /// Final (tcp rules): accept or reject the connection.
    case accept = 71
    case reject = 72
    /// Final: redirect with status `a` to the location in output register `b`; `c` bit 0 drops the query.
    case redirect = 73
    /// Final: the backend is `a` (``ProxyID``).
    case useBackend = 80
    /// Final: the backend's name is in output register `a`; unknown names fall through to the default.
    case useBackendNamed = 81
    /// Final: the server is `a` (``ServerID``).
    case useServer = 82
    /// Table `a` (``PatternSetID``) over S: pattern number n continues at operand `b + n`, else fall through.
    case dispatch = 83
    /// Log level of the stream = `a` (0 to 7), 8 = silent.
    case setLogLevel = 96
    /// Method, path, query or URI from output register `a`.
    case setMethod = 97
    case setPath = 98
    case setQuery = 99
    case setURI = 100
    /// Status `a` and reason (`b`, `c`).
    case setStatus = 101
}

/// How ``Opcode/append`` writes (manual section 8.2.6).
@frozen public struct AppendFlags: OptionSet, Sendable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// `+Q`
    @inlinable public static var quote: AppendFlags { .init(rawValue: 1) }
    /// `+X`
    @inlinable public static var hex: AppendFlags { .init(rawValue: 2) }
    /// `+E`
    @inlinable public static var escape: AppendFlags { .init(rawValue: 4) }
    /// `-` for a missing value (logs); otherwise nothing is written.
    @inlinable public static var mandatory: AppendFlags { .init(rawValue: 8) }
}

/// 16 bytes, no padding.
@frozen public struct Instruction: Hashable, Sendable {
    public var opcodeRaw: UInt16
    public var flags: UInt16
    public var a: UInt32
    public var b: UInt32
    public var c: UInt32

    @inlinable public init(_ opcode: Opcode, flags: UInt16 = 0, a: UInt32 = 0, b: UInt32 = 0, c: UInt32 = 0) {
        opcodeRaw = opcode.rawValue
        self.flags = flags
        self.a = a
        self.b = b
        self.c = c
    }

    /// Checked when the plan is loaded.
    @inlinable public var opcode: Opcode { Opcode(rawValue: opcodeRaw) ?? .end }
}

@frozen public enum OperandKind: UInt32, Sendable {
    /// `a` offset, `b` length.
    case text = 0
    /// `a` low half, `b` high half of an Int64.
    case sint = 1
    /// `a` network-order address, `b` network-order mask.
    case ipv4 = 2
    /// `a` offset of 16 bytes in the pool, `b` 16, `c` prefix length.
    case ipv6 = 3
    case proxy = 4
    case server = 5
    /// `a`: ``FollowedFileID``
    case file = 6
    /// `a`: ``CodeIndex``
    case code = 7
    case patternSet = 8
    /// The argument was left out.
    case absent = 9
}

/// An argument of a fetch or converter. 16 bytes.
@frozen public struct Operand: Hashable, Sendable {
    public var kindRaw: UInt32
    public var a: UInt32
    public var b: UInt32
    public var c: UInt32

    @inlinable public init(_ kind: OperandKind, a: UInt32 = 0, b: UInt32 = 0, c: UInt32 = 0) {
        kindRaw = kind.rawValue
        self.a = a
        self.b = b
        self.c = c
    }

    @inlinable public var kind: OperandKind { OperandKind(rawValue: kindRaw) ?? .absent }
    @inlinable public var text: Text { Text(offset: a, length: b) }
    @inlinable public var sint: Int64 { Int64(bitPattern: UInt64(a) | UInt64(b) << 32) }
}
