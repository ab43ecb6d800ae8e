/// What the parser made of the bytes so far.
@frozen package enum H1Result: Equatable, Sendable {
    /// The head ends after `consumed` bytes, leading empty lines included. The body, or the next message, follows.
    case complete(consumed: Int)
    /// More bytes are needed. Nothing in the head is valid.
    case incomplete(H1Phase)
    case invalid(H1Error)
}

/// How far an incomplete head got: decides between 414 and 431 when the buffer is full, and what a time-out is called.
@frozen package enum H1Phase: UInt8, Sendable {
    /// No byte of the message, only empty lines at most.
    case before
    case startLine
    case headers
}

/// Parses heads and trailer sections of HTTP/1 (RFC 9112), accepting and refusing what HAProxy 3.4 does.
///
/// No I/O and no allocation. The bytes are changed in place: names go to lower case, folded lines are joined with spaces. Parsing the same
/// bytes again gives the same result, so a caller with an incomplete head keeps it and calls again with more; ``HeadScanner`` says when
/// that is worth while.
package enum H1Parser {
    /// Parses a request head at `bytes`.
    package static func parseRequestHead(_ bytes: UnsafeMutableBufferPointer<UInt8>, into head: inout MessageHead) -> H1Result {
        guard let base = bytes.baseAddress else { return .incomplete(.before) }
        head.reset()
        let end = base + bytes.count
        var p = base
        var error = H1Error(.badStartLine, at: 0, status: 400)

        switch skipEmptyLines(&p, end, base, &error) {
        case .ok: break
        case .more: return incomplete(.before, bytes.count, response: false)
        case .bad: return .invalid(error)
        }
        switch requestLine(&p, end, base, &head, &error) {
        case .ok: break
        case .more: return incomplete(.startLine, bytes.count, response: false)
        case .bad: return .invalid(error)
        }
        if p - base > HTTPLimits.headBytes { return .invalid(tooLong(.startLine, response: false, at: HTTPLimits.headBytes)) }
        switch FieldParser.parse(&p, end, base, &head, .request, &error) {
        case .ok: break
        case .more: return incomplete(.headers, bytes.count, response: false)
        case .bad: return .invalid(error)
        }
        if p - base > HTTPLimits.headBytes { return .invalid(tooLong(.headers, response: false, at: HTTPLimits.headBytes)) }
        if let e = finishRequest(&head, base) { return .invalid(e) }
        return .complete(consumed: p - base)
    }

    /// Parses a response head at `bytes`; `request` is the summary of what it answers.
    package static func parseResponseHead(
        _ bytes: UnsafeMutableBufferPointer<UInt8>, into head: inout MessageHead, to request: RequestSummary
    ) -> H1Result {
        guard let base = bytes.baseAddress else { return .incomplete(.before) }
        head.reset()
        head.flags = [.response]
        let end = base + bytes.count
        var p = base
        var error = H1Error(.badStartLine, at: 0, status: 502)

        switch skipEmptyLines(&p, end, base, &error) {
        case .ok: break
        case .more: return incomplete(.before, bytes.count, response: true)
        case .bad: return .invalid(error)
        }
        switch statusLine(&p, end, base, &head, &error) {
        case .ok: break
        case .more: return incomplete(.startLine, bytes.count, response: true)
        case .bad: return .invalid(error)
        }
        switch FieldParser.parse(&p, end, base, &head, .response, &error) {
        case .ok: break
        case .more: return incomplete(.headers, bytes.count, response: true)
        case .bad: return .invalid(error)
        }
        if p - base > HTTPLimits.headBytes { return .invalid(tooLong(.headers, response: true, at: HTTPLimits.headBytes)) }
        if let kind = finishResponse(&head, request) { return .invalid(H1Error(kind, at: 0, status: 502)) }
        return .complete(consumed: p - base)
    }

    /// The same for whoever sends requests of its own, such as health checks: nothing but the method matters.
    package static func parseResponseHead(
        _ bytes: UnsafeMutableBufferPointer<UInt8>, into head: inout MessageHead, requestMethod: Method
    ) -> H1Result {
        parseResponseHead(bytes, into: &head, to: RequestSummary(method: requestMethod, version: .http11, flags: [.keepAlive]))
    }

    /// Parses a trailer section at `bytes`, up to and with its empty line, after ``ChunkedDecoder`` reported it. The lines are appended to
    /// `head`, which must have been reset.
    package static func parseTrailers(
        _ bytes: UnsafeMutableBufferPointer<UInt8>, into head: inout MessageHead, ofResponse: Bool
    ) -> H1Result {
        guard let base = bytes.baseAddress else { return .incomplete(.headers) }
        head.reset()
        var p = base
        var error = H1Error(.badHeaderName, at: 0, status: ofResponse ? 502 : 400)
        switch FieldParser.parse(&p, base + bytes.count, base, &head, ofResponse ? .responseTrailer : .requestTrailer, &error) {
        case .ok: return .complete(consumed: p - base)
        case .more:
            if bytes.count > HTTPLimits.headBytes { return .invalid(H1Error(.trailersTooLong, at: bytes.count, status: error.status)) }
            return .incomplete(.headers)
        case .bad: return .invalid(error)
        }
    }

    /// Every byte given belongs to an incomplete head, so their number is bounded.
    @inline(__always)
    private static func incomplete(_ phase: H1Phase, _ count: Int, response: Bool) -> H1Result {
        count > HTTPLimits.headBytes ? .invalid(tooLong(phase, response: response, at: count)) : .incomplete(phase)
    }

    /// The refusal of a head that is still incomplete when a buffer smaller than ``HTTPLimits/headBytes`` is full. The parser itself refuses
    /// what is longer than that.
    package static func tooLong(_ phase: H1Phase, response: Bool, at offset: Int) -> H1Error {
        if response { return H1Error(.headTooLong, at: offset, status: 502) }
        return phase == .headers ? H1Error(.headTooLong, at: offset, status: 431) : H1Error(.startLineTooLong, at: offset, status: 414)
    }

    /// Empty lines before a message are skipped (RFC 9112 section 2.2), with bare LF too. A token character must follow.
    @inline(__always)
    private static func skipEmptyLines(
        _ p: inout UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, _ base: UnsafeMutablePointer<UInt8>,
        _ error: inout H1Error
    ) -> Progress {
        while true {
            guard p < end else { return .more }
            if H1Grammar.tokenLower[Int(p[0])] != 0 { return .ok }
            if p[0] == 0x0D {
                p += 1
                guard p < end else { return .more }
            }
            guard p[0] == 0x0A else {
                error.offset = UInt32(truncatingIfNeeded: p - base)
                return .bad
            }
            p += 1
        }
    }

    /// `method SP target SP HTTP/d.d CRLF`. Runs of spaces and tabs separate too; HTTP/0.9 is refused.
    @inline(__always)
    private static func requestLine(
        _ p: inout UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, _ base: UnsafeMutablePointer<UInt8>,
        _ head: inout MessageHead, _ error: inout H1Error
    ) -> Progress {
        @inline(__always) func bad(_ kind: H1ErrorKind) -> Progress {
            error.kind = kind
            error.offset = UInt32(truncatingIfNeeded: p - base)
            return .bad
        }
        let token = H1Grammar.tokenLower
        var start = p
        while true {
            guard p < end else { return .more }
            if token[Int(p[0])] == 0 { break }
            p += 1
        }
        guard H1Grammar.isSpaceOrTab(p[0]) else { return bad(isEndOfLine(p[0]) ? .badVersion : .badMethod) }
        head.method = ByteSlice(start, p - start)
        head.methodID = Method(head.method)

        repeat {
            p += 1
            guard p < end else { return .more }
        } while H1Grammar.isSpaceOrTab(p[0])
        start = p
        while true {
            H1Grammar.skipTargetBytes(&p, end)
            guard p < end else { return .more }
            while H1Grammar.isTarget(p[0]) {
                p += 1
                guard p < end else { return .more }
                // Long targets with a few '!' or '"' come back here and go on by eights.
                if p[0] >= 0x24 { break }
            }
            if !H1Grammar.isTarget(p[0]) { break }
        }
        guard H1Grammar.isSpaceOrTab(p[0]) else { return bad(isEndOfLine(p[0]) ? .badVersion : .badTarget) }
        head.target = ByteSlice(start, p - start)
        if head.target.isEmpty { return bad(.badTarget) }

        repeat {
            p += 1
            guard p < end else { return .more }
        } while H1Grammar.isSpaceOrTab(p[0])
        switch version(&p, end, &head) {
        case .ok: break
        case .more: return .more
        case .bad: return bad(.badVersion)
        }
        guard p < end else { return .more }
        return endOfLine(&p, end, base, &error, .badVersion)
    }

    /// `HTTP/d.d SP status [SP reason] CRLF`. One to three digits make a status, as in HAProxy.
    @inline(__always)
    private static func statusLine(
        _ p: inout UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, _ base: UnsafeMutablePointer<UInt8>,
        _ head: inout MessageHead, _ error: inout H1Error
    ) -> Progress {
        @inline(__always) func bad(_ kind: H1ErrorKind) -> Progress {
            error.kind = kind
            error.offset = UInt32(truncatingIfNeeded: p - base)
            return .bad
        }
        switch version(&p, end, &head) {
        case .ok: break
        case .more: return .more
        case .bad: return bad(.badVersion)
        }
        guard p < end else { return .more }
        guard H1Grammar.isSpaceOrTab(p[0]) else { return bad(.badVersion) }
        repeat {
            p += 1
            guard p < end else { return .more }
        } while H1Grammar.isSpaceOrTab(p[0])

        let start = p
        var status: UInt16 = 0
        while H1Grammar.isDigit(p[0]) {
            if p - start >= 3 { return bad(.badStatus) }
            status = status &* 10 &+ UInt16(p[0] &- 0x30)
            p += 1
            guard p < end else { return .more }
        }
        guard p > start, H1Grammar.isSpaceOrTab(p[0]) || isEndOfLine(p[0]) else { return bad(.badStatus) }
        head.method = ByteSlice(start, p - start)
        head.status = status

        while H1Grammar.isSpaceOrTab(p[0]) {
            p += 1
            guard p < end else { return .more }
        }
        let reason = p
        while !isEndOfLine(p[0]) {
            p += 1
            guard p < end else { return .more }
        }
        head.reason = ByteSlice(reason, p - reason)
        return endOfLine(&p, end, base, &error, .badStatus)
    }

    /// `HTTP/d.d` at `p`. Incomplete only while what is there could still become one.
    @inline(__always)
    private static func version(
        _ p: inout UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, _ head: inout MessageHead
    ) -> Progress {
        if end - p >= 8 {
            let x = UnsafeRawPointer(p).loadUnaligned(as: UInt64.self).littleEndian
            // "HTTP/" then d '.' d, little-endian.
            guard x & 0x00FF_00FF_FFFF_FFFF == 0x002E_002F_5054_5448, H1Grammar.isDigit(p[5]), H1Grammar.isDigit(p[7]) else { return .bad }
            head.version = HTTPVersion(p[5] &- 0x30, p[7] &- 0x30)
            p += 8
            return .ok
        }
        let pattern: StaticString = "HTTP/0.0"
        var i = 0
        while p + i < end {
            let digit = i == 5 || i == 7
            if digit ? !H1Grammar.isDigit(p[i]) : p[i] != pattern.utf8Start[i] { return .bad }
            i &+= 1
        }
        return .more
    }

    /// CRLF or LF at `p`, which is not yet `end`.
    @inline(__always)
    private static func endOfLine(
        _ p: inout UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, _ base: UnsafeMutablePointer<UInt8>,
        _ error: inout H1Error, _ otherwise: H1ErrorKind
    ) -> Progress {
        var kind = otherwise
        if p[0] == 0x0D {
            p += 1
            guard p < end else { return .more }
            kind = .bareCarriageReturn
        }
        guard p[0] == 0x0A else {
            error.kind = kind
            error.offset = UInt32(truncatingIfNeeded: p - base)
            return .bad
        }
        p += 1
        return .ok
    }
}

/// Outcome of one step of a parser.
enum Progress {
    case ok
    case more
    case bad
}

@inline(__always) func isEndOfLine(_ c: UInt8) -> Bool { c == 0x0D || c == 0x0A }
