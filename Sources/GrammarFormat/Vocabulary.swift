/// How a value type's words are read. The types themselves, with their bounds, are declared in grammar/types.txt.
public enum ValueKind: UInt8, CaseIterable, Sendable {
    /// Any word that is not empty.
    case token
    /// Any word, an empty one too.
    case text
    /// A proxy, server or section name: letters, digits, `-`, `_`, `.` and `:`.
    case name
    /// A decimal integer.
    case integer
    /// A time; flag bits say which unit a bare number has and what the result is counted in.
    case duration
    /// A number of bytes: `k`, `m`, `g` multiply.
    case size
    /// A percentage with its sign, or a plain number.
    case percent
    /// An address in one of the forms of the manual's section 2.9; flag bits say which are allowed.
    case address
    /// Several addresses, separated by commas.
    case addressList
    /// An IPv4 or IPv6 address, with an optional mask or prefix length.
    case network
    /// A list of status codes and ranges.
    case statusList
    /// An HTTP method.
    case method
    /// A log-format string; its inside is parsed by whoever checks expressions.
    case logFormat
    /// A sample expression: the word, and the words after it that are converters.
    case sample
    /// `if` or `unless` and all that follows.
    case condition
    /// All words that are left.
    case rest
    /// A regular expression.
    case regex
    /// A path of a file or directory.
    case path
    /// A variable with its scope: `txn.name`.
    case variable
    /// `on` or `off`, true or false and the like.
    case boolean
    /// A string of hexadecimal digits.
    case hex
    /// A header's name.
    case header
    /// CPUs: `0-3,5`.
    case cpuSet
    /// Groups and threads to be bound: `auto:1/1-4`, `all`.
    case processSet
    /// Threads of a socket: `1-4,7`, `odd`, `2/1-4`.
    case threadSet
    /// One thread, or one range of them.
    case threadRange
    /// Status codes that count as something: `+400-410,429`.
    case statusRanges
    /// How many servers a template makes: `5`, `1-5`.
    case serverRange
    /// Which of a number of log lines are sent: `1-2,5:8`.
    case sampleRanges
    /// Columns of a stick table: `gpc0,http_req_rate(10s)`.
    case columns
    /// A word of table `variable-condition`.
    case variableCondition
    /// An octal file mode.
    case mode
    /// A string whose bytes may have escapes, of a stated kind.
    case opaque
    /// An integer that may carry a comparison: `eq 3`, `3:7`, `>=2`.
    case comparison
}

/// What kind of thing a word names; the checker resolves it.
public enum ReferenceKind: UInt8, CaseIterable, Sendable {
    case none
    case frontend
    case backend
    case defaults
    case server
    case table
    case peers
    case resolvers
    case mailers
    case userlist
    case cache
    case httpErrors
    case ring
    case logProfile
    case fcgiApp
    case filter
    case acl
    case variable
    case file
    case directory
    case map
    case certificate
    case caFile
    case errorFile
    case lua
    case user
    case group
    case environment
    case crtStore
    case acme
    case spoeGroup
}

/// Types of samples. `same` is what a converter that keeps its input's type gives.
public enum SampleType: UInt8, CaseIterable, Sendable {
    case none, any, same, bool, sint, addr, ipv4, ipv6, str, bin, meth
}

/// What a fetch or converter may do besides giving a value.
public enum Purity: UInt8, CaseIterable, Sendable {
    /// Depends on the stream's own input only and gives the same value until a rule changes it.
    case pure
    /// May give another value at each call.
    case volatile
    /// May have to wait for more input.
    case waiting
    /// Changes something.
    case effect
}

/// How often a directive may stand.
public enum Repetition: UInt8, CaseIterable, Sendable {
    /// Once: the first one counts, and a warning says so of the others.
    case once
    /// Once: again is an error.
    case unique
    /// As often as one likes, the last one counts.
    case last
    /// Each one adds to a list.
    case list
}

/// What a change needs.
public enum Apply: UInt8, CaseIterable, Sendable {
    /// Taken by the running worker; nothing is dropped.
    case live
    /// Connections that were set up under the old value are drained.
    case drain
    /// The listening socket is bound again.
    case listener
    /// A new worker process.
    case process
}

/// Releases that a target can name; `old` is everything before 2.6, `baton` is Baton's own.
public enum Release: UInt8, CaseIterable, Sendable, Comparable {
    case old, v2_6, v2_8, v3_0, v3_2, v3_4, baton

    /// As written in grammar/ and on the command line.
    public var text: String {
        switch self {
        case .old: "old"
        case .v2_6: "2.6"
        case .v2_8: "2.8"
        case .v3_0: "3.0"
        case .v3_2: "3.2"
        case .v3_4: "3.4"
        case .baton: "baton"
        }
    }

    public static func < (left: Release, right: Release) -> Bool { left.rawValue < right.rawValue }
}

/// Modes of a proxy.
public enum ProxyMode: UInt8, CaseIterable, Sendable {
    case tcp, http, log, spop, haterm
}

/// Run-time state that a change of a word drops.
public enum DroppedState: UInt8, CaseIterable, Sendable {
    case health, tables, idleConnections, sessions, counters, weights, cache, tickets
}

/// Families that an address prefix can name; `any` is told from the text.
public enum AddressFamily: UInt8, CaseIterable, Sendable {
    case any, ipv4, ipv6, unix, abns, abnsz, fd, sockpair, rhttp
}

/// Kinds of sockets that an address prefix can name; `standard` is what the directive means by a bare address.
public enum SocketKind: UInt8, CaseIterable, Sendable {
    case standard, stream, datagram, quic, mptcp
}

/// Flag bits of value types.
public enum TypeFlag {
    /// A bare number counts seconds, and the result is in seconds (else milliseconds).
    public static let seconds = 1
    /// A bare number counts microseconds, and so does the result.
    public static let microseconds = 2
    /// Address: a host name is allowed.
    public static let host = 4
    /// Address: a port may follow.
    public static let port = 8
    /// Address: a port must follow, except for families without ports.
    public static let portRequired = 16
    /// Address: a port range is allowed.
    public static let portRange = 32
    /// Address: the port may have a sign, an offset.
    public static let portOffset = 64
    /// Address: datagram sockets are meant by a bare address.
    public static let datagram = 128
    /// Value: trailing characters after the number are ignored, as the reference does.
    public static let lenient = 256
    /// Address: unix and other local families are refused.
    public static let ipOnly = 512
    /// Sample: a number may stand instead of an expression; it begins with a digit and is captured as a word.
    public static let orNumber = 1024
    /// Sample: its fetches are those of requests, whatever the rules it stands in.
    public static let ofRequest = 2048

    /// Sample: the expression is one word, whatever follows it.
    public static let oneWord = 8192
    /// Sample: evaluated where a server is connected to.
    public static let ofServer = 16384

    /// Address: `hdr_ip(...)` may stand instead, an address from a header.
    public static let fromHeader = 4096

    public static let names: [(String, Int)] = [
        ("seconds", seconds), ("microseconds", microseconds), ("host", host), ("port", port), ("portRequired", portRequired),
        ("portRange", portRange), ("portOffset", portOffset), ("datagram", datagram), ("lenient", lenient), ("ipOnly", ipOnly),
        ("orNumber", orNumber),
        ("ofRequest", ofRequest), ("fromHeader", fromHeader), ("oneWord", oneWord), ("ofServer", ofServer),
    ]
}
