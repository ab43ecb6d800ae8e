/// The bounds of the HTTP/1 machine, each with its reason.
package enum HTTPLimits {
    /// Header lines in one message or trailer section; one more is refused. HAProxy's `tune.http.maxhdr` is 101 by default and
    /// counts the end of the list.
    package static let headerFields = 100

    /// Rows of a ``MessageHead``: what may be parsed, and room for what rules add.
    package static let fieldCapacity = 160

    /// Bytes of a header name, as in HAProxy, which stores the length in one byte.
    package static let headerNameBytes = 255

    /// Bytes of a head (start line, headers, empty line): `tune.bufsize` (16,384) less `tune.maxrewrite` (1,024), HAProxy's defaults.
    /// The reserve is for what rules add.
    package static let headBytes = 16384 - 1024

    /// Hexadecimal digits of a chunk size: values below 2^52, which programs that count in floating point hold exactly.
    package static let chunkSizeDigits = 13

    /// Bytes of a chunk's size line, CRLF excluded. HAProxy is bounded by its buffer only, and a 20,000-byte extension keeps it
    /// busy for ever; RFC 9112 section 7.1.1 asks for a limit.
    package static let chunkLineBytes = 4096

    /// How often an incomplete head is parsed again at a line's end before only its very end counts: keeps slow senders at O(n).
    package static let headRetries: UInt8 = 100
}
