import Runtime

/// What came of a message that was sent through the machine as a proxy would use it.
struct Relayed: Equatable, CustomStringConvertible {
    /// The bytes written to the other side.
    var wire: [UInt8] = []
    /// The refusal's status, 0 if the message was taken.
    var status: UInt16 = 0
    /// The side that the message came from stays open after it.
    var keepAlive = false
    /// Bytes taken from the input; what is left belongs to the next message.
    var consumed = 0
    /// The whole message was there.
    var finished = false

    var text: String { String(decoding: wire, as: UTF8.self) }
    var description: String {
        "status \(status) keepAlive \(keepAlive) consumed \(consumed) finished \(finished) wire \(text.debugDescription)"
    }
}

/// Sends a message through parser, decoder and writer, in pieces, with buffers of its own.
struct Relay {
    var head = MessageHead.allocate()
    var room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 32768)
    var output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 65536)
    /// Set to relay responses to that request instead of requests.
    var answering: RequestSummary?
    var edit: ((inout MessageHead) -> Void)?
    var close = false

    func free() {
        head.deallocate()
        room.deallocate()
        output.deallocate()
    }

    /// Relays `bytes`, given in pieces that end at `cuts` (ascending offsets) and at the end.
    mutating func run(_ bytes: [UInt8], cuts: [Int] = [], endOfInput: Bool = false) -> Relayed {
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
            for i in fed..<cut { room[i] = bytes[i] }
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
                        let written =
                            answering == nil
                            ? H1Writer.writeRequestHead(head, out, into: output) : H1Writer.writeResponseHead(head, out, into: output)
                        result.wire += output[..<(written ?? 0)]
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

    private func put(_ data: Slice<UnsafeMutableBufferPointer<UInt8>>, chunked: Bool, _ result: inout Relayed) {
        // Pieces of a chunk become one again, so that the wire does not depend on how the input was cut.
        if !chunked {
            result.wire += data
            return
        }
        for byte in data {
            let n = H1Writer.writeChunkHeader(1, into: output) ?? 0
            result.wire += output[..<n]
            result.wire.append(byte)
            result.wire += [0x0D, 0x0A]
        }
    }
}

extension RequestSummary {
    static func of(_ method: Method, _ version: HTTPVersion = .http11, _ flags: HeadFlags = [.keepAlive]) -> RequestSummary {
        RequestSummary(method: method, version: version, flags: flags)
    }
}
