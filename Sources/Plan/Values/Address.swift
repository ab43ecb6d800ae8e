/// The kind of an ``Address``.
@frozen public enum AddressFamily: UInt32, Sendable {
    case none = 0
    case ipv4 = 4
    case ipv6 = 6
    /// A path in the file system; ``Address/text`` holds it.
    case unix = 1
    /// Linux's abstract namespace; ``Address/text`` holds the name without the leading NUL.
    case abstractUnix = 2
    /// A host name, resolved by the runtime and never by the compiler; ``Address/text`` holds it.
    case name = 3
    /// A descriptor inherited from the parent; the number is in ``Address/port``.
    case descriptor = 5
}

/// An address as written: a literal, a path or a name. 32 bytes, no padding (manual section 11).
@frozen public struct Address: Hashable, Sendable {
    public var familyRaw: UInt32
    /// 0 to 65535; for servers see ``ServerFlags/portOffset``.
    public var port: UInt32
    /// Network order; an IPv4 address fills the first four bytes of `word0` and leaves the rest zero.
    public var word0: UInt32
    public var word1: UInt32
    public var word2: UInt32
    public var word3: UInt32
    public var text: Text

    @inlinable public init(
        family: AddressFamily, port: UInt32 = 0, words: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0), text: Text = .none
    ) {
        familyRaw = family.rawValue
        self.port = port
        word0 = words.0
        word1 = words.1
        word2 = words.2
        word3 = words.3
        self.text = text
    }

    @inlinable public static var none: Address { Address(family: .none) }
    @inlinable public var family: AddressFamily { AddressFamily(rawValue: familyRaw) ?? .none }
    @inlinable public var isNone: Bool { familyRaw == 0 }
}
