/// What is wrong with a message. Which side pays follows from whose message it is: see ``H1Error/status``.
@frozen package enum H1ErrorKind: UInt8, Sendable {
    /// Neither a token nor an empty line where a start line begins.
    case badStartLine
    case badMethod
    case badTarget
    /// Target and method do not go together, or the target is malformed.
    case badTargetForm
    /// HTTP/0.9, or not `HTTP/d.d`.
    case badVersion
    case badStatus
    case badHeaderName
    case badHeaderValue
    /// A CR that no LF follows.
    case bareCarriageReturn
    case badHost
    /// Host and Host, or Host and the target's authority, differ.
    case hostMismatch
    case badContentLength
    case badTransferEncoding
    /// A coding besides chunked.
    case unsupportedTransferEncoding
    /// HTTP/1.0 GET, HEAD or DELETE with a body.
    case unexpectedBody
    /// CONNECT with Content-Length or Transfer-Encoding.
    case connectWithBody
    case missingWebSocketKey
    /// 101 that was not asked for.
    case unexpectedUpgrade
    case tooManyHeaders
    case headerNameTooLong
    case startLineTooLong
    case headTooLong
    case badChunkSize
    case badChunkExtension
    case chunkLineTooLong
    /// No CRLF after a chunk's data.
    case badChunkEnd
    case trailersTooLong
}

/// A refusal of the HTTP/1 machine.
@frozen package struct H1Error: Error, Equatable, Sendable {
    package var kind: H1ErrorKind
    /// Offset of the offending byte from the start of what was given to the parser.
    package var offset: UInt32
    /// What the client is answered: 400, 413, 414, 422 or 431 for a request, 502 for a response.
    package var status: UInt16

    @inline(__always) init(_ kind: H1ErrorKind, at offset: Int, status: UInt16) {
        self.kind = kind
        self.offset = UInt32(truncatingIfNeeded: offset)
        self.status = status
    }
}
