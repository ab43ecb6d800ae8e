import BenchSupport
import Glibc

/// A connection's way through its phases: what one event makes possible is done until the socket would block.
extension Loop {
    /// What a step of `advance` came to.
    private enum Step {
        case again
        /// Waits for the socket or a timer.
        case wait
        case closed
    }

    mutating func advance(_ connection: UnsafeMutablePointer<Connection>) {
        while true {
            let step: Step
            switch connection.pointee.phase {
            case .head: step = readHead(connection)
            case .body: step = readBody(connection)
            case .pattern: step = sendPattern(connection)
            case .chunks: step = sendChunks(connection)
            case .echo: step = echo(connection)
            case .linger, .hang, .slow, .stream: step = discard(connection)
            }
            switch step {
            case .again: continue
            case .wait, .closed: return
            }
        }
    }

    /// A timer of this connection has come.
    mutating func expire(_ connection: UnsafeMutablePointer<Connection>, _ time: UInt64) {
        switch connection.pointee.phase {
        case .slow:
            usual(connection)
            advance(connection)
        case .stream:
            if connection.pointee.output.count < Bounds.outputBytes { connection.pointee.output.append("5\r\ntick\n\r\n") }
            timers.add(deadlineNs: time + connection.pointee.streamIntervalNs, token: connection.pointee.token)
            _ = flush(connection)
        case .linger:
            close(connection)
        default:
            break
        }
    }

    private mutating func readHead(_ connection: UnsafeMutablePointer<Connection>) -> Step {
        let count = connection.pointee.input.count
        if count > 0 {
            switch Request.parse(connection.pointee.input.head, count) {
            case .request(let request):
                requests += 1
                return begin(request, connection)
            case .malformed:
                answers.head(400, length: 0, closes: true, to: &connection.pointee.output)
                connection.pointee.closesWhenSent = true
                connection.pointee.input.removeAll()
                return flush(connection)
            case .incomplete: break
            }
        }
        // No whole request is left: now the answers to all that came together go out in one call.
        let flushed = flush(connection)
        if case .closed = flushed { return .closed }
        if !connection.pointee.output.isEmpty { return .wait }
        return fill(connection)
    }

    private mutating func begin(_ request: Request, _ connection: UnsafeMutablePointer<Connection>) -> Step {
        connection.pointee.keepsAlive = request.keepsAlive
        connection.pointee.isHead = request.method == .head
        if case .none = request.body {
            // The path must be read before its bytes are consumed.
            answer(request, connection)
            if connection.pointee.phase == .echo || connection.pointee.phase == .stream {
                return startOpenEnded(request, connection)
            }
            connection.pointee.input.consume(request.headLength)
            return settle(connection)
        }
        keepForBody(request, connection)
        if request.expectsContinue { connection.pointee.output.append("HTTP/1.1 100 Continue\r\n\r\n") }
        connection.pointee.body = Body(request.body)
        connection.pointee.phase = .body
        return .again
    }

    private mutating func startOpenEnded(_ request: Request, _ connection: UnsafeMutablePointer<Connection>) -> Step {
        connection.pointee.input.consume(request.headLength)
        let flushed = flush(connection)
        if case .closed = flushed { return .closed }
        return .again
    }

    /// A body comes first: the head stays in front of it in the input, for `/echo` and for the answer.
    private mutating func keepForBody(_ request: Request, _ connection: UnsafeMutablePointer<Connection>) {
        connection.pointee.kept.removeAll(keepingCapacity: true)
        connection.pointee.kept.append(contentsOf: UnsafeBufferPointer(start: connection.pointee.input.head, count: request.headLength))
        connection.pointee.remaining = request.headLength
        connection.pointee.keepsBody = request.isPath("/echo") || request.isPath("/echo/body")
        connection.pointee.input.consume(request.headLength)
    }

    private mutating func readBody(_ connection: UnsafeMutablePointer<Connection>) -> Step {
        while connection.pointee.input.count > 0, !connection.pointee.body.isDone {
            let bytes = connection.pointee.input.head
            let piece = connection.pointee.body.next(bytes, connection.pointee.input.count)
            let isTooLarge = connection.pointee.keepsBody && connection.pointee.kept.count + piece.dataCount > Bounds.echoBytesMax
            if piece.malformed || isTooLarge {
                answers.head(isTooLarge ? 413 : 400, length: 0, closes: true, to: &connection.pointee.output)
                connection.pointee.closesWhenSent = true
                connection.pointee.input.removeAll()
                return flush(connection)
            }
            if connection.pointee.keepsBody {
                connection.pointee.kept.append(contentsOf: UnsafeBufferPointer(start: bytes + piece.dataOffset, count: piece.dataCount))
            }
            connection.pointee.input.consume(piece.used)
        }
        guard connection.pointee.body.isDone else {
            if case .closed = flush(connection) { return .closed }
            return fill(connection)
        }
        connection.pointee.phase = .head
        let kept = connection.pointee.kept
        kept.withUnsafeBufferPointer { bytes in
            if let first = bytes.baseAddress, case .request(let request) = Request.parse(first, connection.pointee.remaining) {
                answer(request, connection)
            }
        }
        return settle(connection)
    }

    /// After an answer was put into the output: the next request, or the end.
    private mutating func settle(_ connection: UnsafeMutablePointer<Connection>) -> Step {
        if connection.pointee.phase == .head, !connection.pointee.keepsAlive {
            connection.pointee.closesWhenSent = true
            return flush(connection)
        }
        return .again
    }

    private mutating func sendPattern(_ connection: UnsafeMutablePointer<Connection>) -> Step {
        if case .closed = flush(connection, more: true) { return .closed }
        guard connection.pointee.output.isEmpty else { return .wait }
        while connection.pointee.remaining > 0 {
            let piece = min(connection.pointee.remaining, Pattern.blockBytes)
            switch Sockets.send(connection.pointee.fd, pattern.bytes(from: connection.pointee.offset), piece) {
            case .bytes(let sent):
                connection.pointee.remaining -= sent
                connection.pointee.offset += sent
            case .wouldBlock:
                return .wait
            case .end, .failed:
                close(connection)
                return .closed
            }
        }
        connection.pointee.phase = .head
        return settle(connection)
    }

    private mutating func sendChunks(_ connection: UnsafeMutablePointer<Connection>) -> Step {
        while true {
            if case .closed = flush(connection) { return .closed }
            guard connection.pointee.output.isEmpty else { return .wait }
            let piece = min(connection.pointee.remaining, Bounds.chunkBytes)
            connection.pointee.output.append(hex: piece)
            connection.pointee.output.append("\r\n")
            if piece > 0 { connection.pointee.output.append(pattern.bytes(from: connection.pointee.offset), piece) }
            connection.pointee.output.append("\r\n")
            connection.pointee.remaining -= piece
            connection.pointee.offset += piece
            if piece == 0 {
                connection.pointee.phase = .head
                return settle(connection)
            }
        }
    }

    private mutating func echo(_ connection: UnsafeMutablePointer<Connection>) -> Step {
        while true {
            if connection.pointee.output.isEmpty, connection.pointee.input.count > 0 {
                swap(&connection.pointee.input, &connection.pointee.output)
            }
            if case .closed = flush(connection) { return .closed }
            guard connection.pointee.output.isEmpty else { return .wait }
            switch fill(connection) {
            case .again: continue
            case .wait: return .wait
            case .closed: return .closed
            }
        }
    }

    /// In phases that expect nothing from the client: notices its end.
    private mutating func discard(_ connection: UnsafeMutablePointer<Connection>) -> Step {
        if case .closed = flush(connection) { return .closed }
        while connection.pointee.isReadable {
            // A pipelined request behind a slow one stays where it is.
            if connection.pointee.phase == .slow, connection.pointee.input.room == 0 { return .wait }
            if connection.pointee.phase != .slow { connection.pointee.input.removeAll() }
            if case .closed = fill(connection) { return .closed }
        }
        return .wait
    }

    /// Reads once. `.again` when bytes came.
    private mutating func fill(_ connection: UnsafeMutablePointer<Connection>) -> Step {
        guard connection.pointee.isReadable else { return .wait }
        if connection.pointee.input.room == 0 { connection.pointee.input.reserve(Bounds.inputBytes) }
        let room = connection.pointee.input.room
        switch Sockets.receive(connection.pointee.fd, connection.pointee.input.tail, room) {
        case .bytes(let count):
            connection.pointee.input.wrote(count)
            // Fewer bytes than asked for: the socket is empty, and a new event will say when it is not. At the end of a stream it says nothing more.
            if count < room, !connection.pointee.peerEnded { connection.pointee.isReadable = false }
            return .again
        case .wouldBlock:
            connection.pointee.isReadable = false
            return .wait
        case .end, .failed:
            close(connection)
            return .closed
        }
    }

    /// Sends what the output holds. `.closed` when the connection is gone, else `.wait`.
    private mutating func flush(_ connection: UnsafeMutablePointer<Connection>, more: Bool = false) -> Step {
        while !connection.pointee.output.isEmpty {
            switch Sockets.send(connection.pointee.fd, connection.pointee.output.head, connection.pointee.output.count, more: more) {
            case .bytes(let sent):
                connection.pointee.output.consume(sent)
            case .wouldBlock:
                return .wait
            case .end, .failed:
                close(connection)
                return .closed
            }
        }
        if connection.pointee.closesWhenSent, connection.pointee.phase != .linger {
            if connection.pointee.closesWithReset {
                close(connection, reset: true)
                return .closed
            }
            connection.pointee.phase = .linger
            shutdown(connection.pointee.fd, Int32(SHUT_WR))
            timers.add(deadlineNs: now() + Bounds.lingerNs, token: connection.pointee.token)
            return discard(connection)
        }
        return .wait
    }
}
