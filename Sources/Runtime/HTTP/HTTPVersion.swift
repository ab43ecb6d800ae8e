/// A protocol version, `HTTP/major.minor`. HAProxy takes every pair of digits.
@frozen package struct HTTPVersion: Equatable, Comparable, Sendable {
    package var major: UInt8
    package var minor: UInt8

    @inline(__always) package init(_ major: UInt8, _ minor: UInt8) {
        self.major = major
        self.minor = minor
    }

    package static let http10 = HTTPVersion(1, 0)
    package static let http11 = HTTPVersion(1, 1)

    /// At least 1.1: persistent by default, may use chunked.
    @inline(__always) package var isAtLeast11: Bool { major > 1 || (major == 1 && minor >= 1) }

    @inline(__always) package static func < (a: HTTPVersion, b: HTTPVersion) -> Bool {
        a.major < b.major || (a.major == b.major && a.minor < b.minor)
    }
}
