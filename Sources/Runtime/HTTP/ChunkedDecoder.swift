/// What ``ChunkedDecoder/decode(_:)`` found.
@frozen package enum ChunkedEvent: Equatable, Sendable {
    /// All bytes are consumed; call again with more.
    case needMore
    /// `data` of ``ChunkedStep`` is a piece of the body; call again from `consumed`.
    case data
    /// The last chunk is past and trailer lines begin at `consumed`: ``H1Parser/parseTrailers(_:into:ofResponse:)`` takes them.
    case trailers
    /// The body is complete, without trailers. What follows is the next message.
    case end
    case invalid(H1Error)
}

/// One step of decoding. Offsets count from the start of the bytes that were given.
@frozen package struct ChunkedStep: Equatable, Sendable {
    package var event: ChunkedEvent
    /// Bytes that are done with; never more than were given.
    package var consumed: Int
    /// Body bytes in the caller's buffer, for ``ChunkedEvent/data``.
    package var dataOffset: Int
    package var dataCount: Int

    @inline(__always) package init(event: ChunkedEvent, consumed: Int, dataOffset: Int, dataCount: Int) {
        self.event = event
        self.consumed = consumed
        self.dataOffset = dataOffset
        self.dataCount = dataCount
    }
}

/// Takes the chunk framing of a body apart (RFC 9112 section 7.1), in place and byte by byte resumable: 16 bytes of state.
///
/// Strict as HAProxy is: CRLF only, sizes below 2^52, quotes in extensions closed; and the size line is bounded
/// (``HTTPLimits/chunkLineBytes``). Extensions are dropped.
package struct ChunkedDecoder {
    private enum State: UInt8 {
        case size
        case sizeSpace
        case `extension`
        case quoted
        case escaped
        case sizeLineFeed
        case data
        case dataReturn
        case dataLineFeed
        /// After the last chunk's line: an empty line is the end, anything else begins trailers.
        case afterLast
        case lastLineFeed
        case done
    }

    /// Of the current chunk, data not seen yet.
    package private(set) var remaining: UInt64 = 0
    private var lineLength: UInt16 = 0
    private var digits: UInt8 = 0
    private var state: State = .size
    private var status: UInt16

    /// `ofResponse`: errors answer 502 instead of 400.
    package init(ofResponse: Bool) {
        status = ofResponse ? 502 : 400
    }

    /// The body is complete.
    @inline(__always) package var isDone: Bool { state == .done }

    /// The caller has taken a trailer section that the decoder announced.
    package mutating func finishTrailers() { state = .done }

    /// Data of the current chunk that may be moved past the decoder (splice): at most ``remaining`` bytes, when nothing buffered is left.
    package mutating func skip(_ count: UInt64) {
        guard state == .data, count <= remaining else { return }
        remaining &-= count
        if remaining == 0 { state = .dataReturn }
    }

    /// Decodes until the next event.
    package mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> ChunkedStep {
        guard let p = bytes.baseAddress, bytes.count > 0 else {
            return ChunkedStep(event: .needMore, consumed: 0, dataOffset: 0, dataCount: 0)
        }
        let count = bytes.count
        var i = 0

        if state == .data { return takeData(from: 0, count) }
        while i < count {
            let c = p[i]
            switch state {
            case .size:
                if let value = H1Grammar.hexValue(c) {
                    // Leading zeros are no digits of the value, but they count for the line.
                    let next = remaining &<< 4 | UInt64(value)
                    if next >> (4 * UInt64(HTTPLimits.chunkSizeDigits)) != 0 { return invalid(.badChunkSize, i) }
                    remaining = next
                    digits = 1
                } else if digits == 0 {
                    return invalid(.badChunkSize, i)
                } else {
                    state = .sizeSpace
                    continue
                }
            case .sizeSpace:
                switch c {
                case 0x20, 0x09: break
                case 0x0D: state = .sizeLineFeed
                case 0x3B: state = .extension
                default: return invalid(.badChunkSize, i)
                }
            case .extension:
                switch c {
                case 0x22: state = .quoted
                case 0x5C: return invalid(.badChunkExtension, i)
                case 0x0D: state = .sizeLineFeed
                default: if c < 0x20 && c != 0x09 || c == 0x7F { return invalid(.badChunkExtension, i) }
                }
            case .quoted:
                switch c {
                case 0x22: state = .extension
                case 0x5C: state = .escaped
                default: if c < 0x20 && c != 0x09 || c == 0x7F { return invalid(.badChunkExtension, i) }
                }
            case .escaped:
                if c < 0x20 && c != 0x09 || c == 0x7F { return invalid(.badChunkExtension, i) }
                state = .quoted
            case .sizeLineFeed:
                guard c == 0x0A else { return invalid(.badChunkSize, i) }
                i &+= 1
                digits = 0
                lineLength = 0
                if remaining == 0 {
                    state = .afterLast
                    continue
                }
                state = .data
                if i == count { return ChunkedStep(event: .needMore, consumed: count, dataOffset: 0, dataCount: 0) }
                return takeData(from: i, count)
            case .data:
                return takeData(from: i, count)
            case .dataReturn:
                guard c == 0x0D else { return invalid(.badChunkEnd, i) }
                state = .dataLineFeed
                i &+= 1
                continue
            case .dataLineFeed:
                guard c == 0x0A else { return invalid(.badChunkEnd, i) }
                state = .size
                i &+= 1
                continue
            case .afterLast:
                // An empty line is header grammar, not chunk framing: a bare LF ends it too.
                if c == 0x0A { return end(i &+ 1) }
                guard c == 0x0D else { return ChunkedStep(event: .trailers, consumed: i, dataOffset: 0, dataCount: 0) }
                state = .lastLineFeed
            case .lastLineFeed:
                guard c == 0x0A else { return invalid(.bareCarriageReturn, i) }
                return end(i &+ 1)
            case .done:
                return end(i)
            }
            i &+= 1
            lineLength &+= 1
            if Int(lineLength) > HTTPLimits.chunkLineBytes { return invalid(.chunkLineTooLong, i &- 1) }
        }
        return ChunkedStep(event: .needMore, consumed: count, dataOffset: 0, dataCount: 0)
    }

    @inline(__always)
    private mutating func takeData(from offset: Int, _ count: Int) -> ChunkedStep {
        let available = UInt64(truncatingIfNeeded: count &- offset)
        let n = available < remaining ? available : remaining
        remaining &-= n
        if remaining == 0 { state = .dataReturn }
        let end = offset &+ Int(truncatingIfNeeded: n)
        return ChunkedStep(event: .data, consumed: end, dataOffset: offset, dataCount: end &- offset)
    }

    private mutating func end(_ consumed: Int) -> ChunkedStep {
        state = .done
        return ChunkedStep(event: .end, consumed: consumed, dataOffset: 0, dataCount: 0)
    }

    private func invalid(_ kind: H1ErrorKind, _ at: Int) -> ChunkedStep {
        ChunkedStep(event: .invalid(H1Error(kind, at: at, status: status)), consumed: at, dataOffset: 0, dataCount: 0)
    }
}
