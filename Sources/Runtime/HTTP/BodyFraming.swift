/// How the end of a message's body is known (RFC 9112 section 6.3).
@frozen package enum BodyFraming: Equatable, Sendable {
    /// No body.
    case none
    /// This many bytes, at least 1.
    case length(UInt64)
    case chunked
    /// A response that ends with its connection.
    case untilClose
    /// Not HTTP any more: after 101, or CONNECT with a 2xx answer.
    case tunnel
}
