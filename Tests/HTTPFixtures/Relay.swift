import Runtime

/// What came of a message that was sent through the machine as a proxy would use it.
package struct Relayed: Equatable, CustomStringConvertible {
    /// The bytes written to the other side.
    package var wire: [UInt8] = []
    /// The refusal's status, 0 if the message was taken.
    package var status: UInt16 = 0
    /// The side that the message came from stays open after it.
    package var keepAlive = false
    /// Bytes taken from the input; what is left belongs to the next message.
    package var consumed = 0
    /// The whole message was there.
    package var finished = false

    package var text: String { String(decoding: wire, as: UTF8.self) }
    package var description: String {
        "status \(status) keepAlive \(keepAlive) consumed \(consumed) finished \(finished) wire \(text.debugDescription)"
    }
}

/// Sends a message through parser, decoder and writer, in pieces, with buffers of its own.
package struct Relay {
    private var head = MessageHead.allocate()
    // Rooms are exactly as large as they must be, so that the address sanitizer sees a byte too far.
    private var room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
    private var output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)

    package init() {}

    package init(answering: RequestSummary) {
        self.answering = answering
    }

    /// Set to relay responses to that request instead of requests.
    package var answering: RequestSummary?
    package var edit: ((inout MessageHead) -> Void)?
    package var close = false

    package func free() {
        head.deallocate()
        room.deallocate()
        output.deallocate()
    }

    /// Relays `bytes`, given in pieces that end at `cuts` (ascending offsets) and at the end.
    package mutating func run(_ bytes: [UInt8], cuts: [Int] = [], endOfInput: Bool = false) -> Relayed {
        var result = Relayed()
        var scanner = HeadScanner()
        var decoder = ChunkedDecoder(ofResponse: answering != nil)
        var body = BodyFraming.none
        var outBody = BodyFraming.none
        var drops = false
        var left: UInt64 = 0
        var phase = 0  // 0 head, 1 body, 2 trailers, 3 done
        var fed = 0
        for cut in cuts + [bytes.count] where cut >= fed && result.status == 0 {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: cut)
            for i in 0..<fed { larger[i] = room[i] }
            for i in fed..<cut { larger[i] = bytes[i] }
            room.deallocate()
            room = larger
            fed = cut
            while phase < 3, result.status == 0 {
                let start = result.consumed
                let view = UnsafeMutableBufferPointer(rebasing: room[start..<fed])
                if phase == 0 {
                    guard scanner.shouldParse(UnsafeBufferPointer(view)) else { break }
                    let outcome =
                        if let answering {
                            H1Parser.parseResponseHead(view, into: &head, to: answering)
                        } else {
                            H1Parser.parseRequestHead(view, into: &head)
                        }
                    switch outcome {
                    case .incomplete:
                        scanner.parsed(view.count)
                        break
                    case .invalid(let e):
                        result.status = e.status
                    case .complete(let n):
                        result.consumed += n
                        edit?(&head)
                        let out =
                            if let answering {
                                OutgoingHead.response(head, to: answering, close: close)
                            } else {
                                OutgoingHead.request(head, close: close)
                            }
                        makeRoom(H1Writer.bound(head))
                        let written =
                            answering == nil
                            ? H1Writer.writeRequestHead(head, out, into: output) : H1Writer.writeResponseHead(head, out, into: output)
                        guard let written else { preconditionFailure("the writer refused the room that it asked for") }
                        result.wire += output[..<written]
                        result.keepAlive = answering == nil ? head.keepAlive : !out.close
                        body = head.framing
                        outBody = out.body
                        drops = out.dropsBody
                        if head.flags.contains(.interim) {
                            scanner.reset()
                            continue
                        }
                        switch body {
                        case .none: phase = 3
                        case .length(let n): (left, phase) = (n, 1)
                        default: phase = 1
                        }
                        continue
                    }
                    break
                }
                if phase == 1 {
                    switch body {
                    case .length:
                        let n = min(UInt64(view.count), left)
                        if !drops { result.wire += view[..<Int(n)] }
                        result.consumed += Int(n)
                        left -= n
                        if left == 0 { phase = 3 }
                    case .chunked:
                        let step = decoder.decode(UnsafeBufferPointer(view))
                        result.consumed += step.consumed
                        switch step.event {
                        case .needMore: break
                        case .data:
                            let data = view[step.dataOffset..<step.dataOffset + step.dataCount]
                            if !drops { put(data, chunked: outBody == .chunked, &result) }
                            continue
                        case .trailers:
                            phase = 2
                            continue
                        case .end:
                            if outBody == .chunked { result.wire += Array("0\r\n\r\n".utf8) }
                            phase = 3
                        case .invalid(let e): result.status = e.status
                        }
                    default:
                        result.wire += view
                        result.consumed = fed
                        if endOfInput, fed == bytes.count { phase = 3 }
                    }
                    break
                }
                switch H1Parser.parseTrailers(view, into: &head, ofResponse: answering != nil) {
                case .incomplete: break
                case .invalid(let e): result.status = e.status
                case .complete(let n):
                    result.consumed += n
                    decoder.finishTrailers()
                    if outBody == .chunked {
                        makeRoom(H1Writer.bound(head))
                        let n = H1Writer.writeLastChunk(trailers: head, into: output) ?? 0
                        result.wire += output[..<n]
                    }
                    phase = 3
                }
                break
            }
        }
        result.finished = phase == 3
        if result.status != 0 { result.wire = [] }
        return result
    }

    private mutating func makeRoom(_ count: Int) {
        output.deallocate()
        output = .allocate(capacity: count)
    }

    private mutating func put(_ data: Slice<UnsafeMutableBufferPointer<UInt8>>, chunked: Bool, _ result: inout Relayed) {
        // Pieces of a chunk become one again, so that the wire does not depend on how the input was cut.
        if !chunked {
            result.wire += data
            return
        }
        makeRoom(18)
        for byte in data {
            let n = H1Writer.writeChunkHeader(1, into: output) ?? 0
            result.wire += output[..<n]
            result.wire.append(byte)
            result.wire += [0x0D, 0x0A]
        }
    }
}

extension RequestSummary {
    package static func of(_ method: Method, _ version: HTTPVersion = .http11, _ flags: HeadFlags = [.keepAlive]) -> RequestSummary {
        RequestSummary(method: method, version: version, flags: flags)
    }
}

extension String {
    /// Characters up to U+00FF as one byte each, so that tables can hold any byte.
    package var bytes: [UInt8] { unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}
