import BenchSupport
import Glibc

/// What the origin answers: one path after another. Answers go into the connection's output; long ones set a phase that sends the rest.
extension Loop {
    mutating func answer(_ request: Request, _ connection: UnsafeMutablePointer<Connection>) {
        if request.pathLength == 1 { return usual(connection) }
        if request.isPath("/health") { return health(connection) }
        if let bytes = request.number(after: "/size/") { return size(bytes, connection) }
        if let bytes = request.number(after: "/chunked/") { return chunked(bytes, request, connection) }
        if let wait = request.number(after: "/slow/") { return slow(wait, connection) }
        if request.isPath("/stream") { return stream(Bounds.streamIntervalNs, request, connection) }
        if let wait = request.number(after: "/stream/") { return stream(UInt64(max(1, wait)) &* 1_000_000, request, connection) }
        if request.isPath("/upgrade") { return upgrade(request, connection) }
        if request.isPath("/echo") { return echo(request, withHead: true, connection) }
        if request.isPath("/echo/body") { return echo(request, withHead: false, connection) }
        if let status = request.number(after: "/status/") {
            return status < 200 || status > 599 ? usual(connection) : answer(status, connection)
        }
        if request.isPath("/requests") { return text("\(requests)\n", connection) }
        if request.isPath("/health/off") { return toggle(false, connection) }
        if request.isPath("/health/on") { return toggle(true, connection) }
        if request.isPath("/close") {
            connection.pointee.keepsAlive = false
            return usual(connection)
        }
        if request.isPath("/close/silent") {
            usual(connection)
            connection.pointee.keepsAlive = false
            return
        }
        if request.isPath("/until-close") { return untilClose(connection) }
        if request.pathLength > 7, memcmp(request.path, "/fault/", 7) == 0 { return fault(request, connection) }
        usual(connection)
    }

    mutating func usual(_ connection: UnsafeMutablePointer<Connection>) {
        connection.pointee.phase = .head
        if !connection.pointee.keepsAlive {
            answers.head(200, length: answers.body.count, closes: true, to: &connection.pointee.output)
            if !connection.pointee.isHead { connection.pointee.output.append(answers.body) }
        } else {
            connection.pointee.output.append(connection.pointee.isHead ? answers.usualHead : answers.usual)
        }
    }

    private func answer(_ status: Int, body: [UInt8] = [], _ connection: UnsafeMutablePointer<Connection>) {
        let hasLength = status != 204 && status != 304
        answers.head(status, length: hasLength ? body.count : nil, closes: !connection.pointee.keepsAlive, to: &connection.pointee.output)
        if hasLength, !connection.pointee.isHead { connection.pointee.output.append(body) }
    }

    private func text(_ text: String, _ connection: UnsafeMutablePointer<Connection>) {
        answer(200, body: Array(text.utf8), connection)
    }

    private func health(_ connection: UnsafeMutablePointer<Connection>) {
        answer(isHealthy ? 200 : 503, body: Array((isHealthy ? "up\n" : "down\n").utf8), connection)
    }

    private mutating func toggle(_ healthy: Bool, _ connection: UnsafeMutablePointer<Connection>) {
        isHealthy = healthy
        text(healthy ? "up\n" : "down\n", connection)
    }

    private func size(_ bytes: Int, _ connection: UnsafeMutablePointer<Connection>) {
        answers.head(200, length: bytes, closes: !connection.pointee.keepsAlive, to: &connection.pointee.output)
        if connection.pointee.isHead { return }
        if bytes <= Bounds.copiedBodyBytesMax {
            connection.pointee.output.append(pattern.block, bytes)
            return
        }
        connection.pointee.phase = .pattern
        connection.pointee.remaining = bytes
        connection.pointee.offset = 0
    }

    /// A peer that cannot read chunks gets the same bytes up to the end of the connection.
    private func chunked(_ bytes: Int, _ request: Request, _ connection: UnsafeMutablePointer<Connection>) {
        if !request.takesChunks { connection.pointee.keepsAlive = false }
        answers.head(200, length: nil, chunked: request.takesChunks, closes: !connection.pointee.keepsAlive, to: &connection.pointee.output)
        if connection.pointee.isHead { return }
        connection.pointee.phase = request.takesChunks ? .chunks : .pattern
        connection.pointee.remaining = bytes
        connection.pointee.offset = 0
    }

    private mutating func slow(_ waitMs: Int, _ connection: UnsafeMutablePointer<Connection>) {
        connection.pointee.phase = .slow
        let waitNs = UInt64(min(waitMs, Bounds.slowMsMax)) * 1_000_000
        timers.add(deadlineNs: now() + waitNs, token: connection.pointee.token)
    }

    private mutating func stream(_ intervalNs: UInt64, _ request: Request, _ connection: UnsafeMutablePointer<Connection>) {
        guard request.takesChunks, !connection.pointee.isHead else { return usual(connection) }
        answers.head(200, length: nil, chunked: true, closes: !connection.pointee.keepsAlive, to: &connection.pointee.output)
        connection.pointee.output.append("6\r\nstart\n\r\n")
        connection.pointee.phase = .stream
        connection.pointee.streamIntervalNs = intervalNs
        timers.add(deadlineNs: now() + intervalNs, token: connection.pointee.token)
    }

    private func upgrade(_ request: Request, _ connection: UnsafeMutablePointer<Connection>) {
        guard let (word, length) = request.upgrade else { return answer(426, connection) }
        connection.pointee.output.append("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ")
        connection.pointee.output.append(word, length)
        connection.pointee.output.append("\r\n")
        connection.pointee.output.append(answers.originLine)
        connection.pointee.output.append("\r\n")
        connection.pointee.phase = .echo
    }

    /// Without a request body the head is still in the input; with one, both are in `kept`.
    private func echo(_ request: Request, withHead: Bool, _ connection: UnsafeMutablePointer<Connection>) {
        var body: [UInt8] = []
        if case .none = request.body {
            if withHead { body = Array(UnsafeBufferPointer(start: connection.pointee.input.head, count: request.headLength)) }
        } else {
            body = withHead ? connection.pointee.kept : Array(connection.pointee.kept.dropFirst(request.headLength))
        }
        answer(200, body: body, connection)
    }

    private func untilClose(_ connection: UnsafeMutablePointer<Connection>) {
        connection.pointee.keepsAlive = false
        answers.head(200, length: nil, closes: true, to: &connection.pointee.output)
        if !connection.pointee.isHead { connection.pointee.output.append(answers.body) }
    }

    private func fault(_ request: Request, _ connection: UnsafeMutablePointer<Connection>) {
        if request.isPath("/fault/hang") {
            connection.pointee.phase = .hang
        } else if request.isPath("/fault/truncate") {
            answers.head(200, length: answers.body.count + 100, closes: false, to: &connection.pointee.output)
            connection.pointee.output.append(answers.body)
            connection.pointee.keepsAlive = false
        } else if request.isPath("/fault/framing") {
            answers.head(200, length: nil, chunked: true, closes: false, to: &connection.pointee.output)
            connection.pointee.output.append("zz\r\nnot a chunk\r\n")
        } else if request.isPath("/fault/reset") {
            connection.pointee.closesWithReset = true
            connection.pointee.keepsAlive = false
        } else if request.isPath("/fault/close") {
            connection.pointee.keepsAlive = false
        } else {
            answer(404, body: Array("no such fault\n".utf8), connection)
        }
    }
}
