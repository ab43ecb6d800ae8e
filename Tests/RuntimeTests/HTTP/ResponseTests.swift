import HTTPFixtures
import Runtime
import Testing

/// A response, the request it answers, and what the client gets. Seen on HAProxy 3.4.0 unless a comment says otherwise.
private struct ResponseCase {
    var raw: String
    var request: RequestSummary
    var wire: String = ""
    var status: UInt16 = 0
    var keepAlive = true

    init(_ raw: String, to request: RequestSummary = .of(.get), _ wire: String, keepAlive: Bool = true) {
        self.raw = raw
        self.request = request
        self.wire = wire
        self.keepAlive = keepAlive
    }

    init(refused raw: String, to request: RequestSummary = .of(.get)) {
        self.raw = raw
        self.request = request
        status = 502
    }
}

private func check(_ cases: [ResponseCase], edit: ((inout MessageHead) -> Void)? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    for c in cases {
        let bytes = c.raw.bytes
        var relay = Relay()
        relay.answering = c.request
        relay.edit = edit
        defer { relay.free() }
        let whole = relay.run(bytes, endOfInput: true)
        #expect(whole.status == c.status, "\(c.raw.debugDescription): \(whole)", sourceLocation: sourceLocation)
        guard whole.status == 0, c.status == 0 else { continue }
        #expect(whole.wire.printable == c.wire.bytes.printable, "\(c.raw.debugDescription)", sourceLocation: sourceLocation)
        #expect(whole.keepAlive == c.keepAlive, "\(c.raw.debugDescription)", sourceLocation: sourceLocation)
        #expect(whole.finished, "\(c.raw.debugDescription)", sourceLocation: sourceLocation)
        for cut in 0..<bytes.count {
            let halves = relay.run(bytes, cuts: [cut], endOfInput: true)
            #expect(halves == whole, "cut at \(cut): \(c.raw.debugDescription)", sourceLocation: sourceLocation)
        }
        #expect(relay.run(bytes, cuts: Array(0..<bytes.count), endOfInput: true) == whole, "single bytes: \(c.raw.debugDescription)")
    }
}

@Suite struct ResponseTests {
    let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    let head: RequestSummary = .of(.head)
    let old: RequestSummary = .of(.get, .http10, [])
    let oldKeepAlive: RequestSummary = .of(.get, .http10, [.keepAlive])
    let closing: RequestSummary = .of(.get, .http11, [])
    let upgrading: RequestSummary = .of(.get, .http11, [.keepAlive, .upgrade])

    @Test func persistence() {
        check([
            .init(ok, "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"),
            .init(ok, to: old, "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok", keepAlive: false),
            .init(ok, to: oldKeepAlive, "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: keep-alive\r\n\r\nok"),
            .init(ok, to: closing, "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok", keepAlive: false),
            .init(
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.0 200 OK\r\ncontent-length: 2\r\nconnection: keep-alive\r\n\r\nok"
            ),
            .init("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"),
            .init("HTTP/1.1 200 OK\r\n\r\nok", "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nok", keepAlive: false),
            .init("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n\r\nok", "HTTP/1.0 200 OK\r\n\r\nok", keepAlive: false),
            .init("HTTP/2.0 200\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"),
            .init("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"),
        ])
    }

    @Test func statusLines() {
        check([
            .init("HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 20 OK\r\ncontent-length: 2\r\n\r\nok"),
            .init("HTTP/1.1 000 OK\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 000 OK\r\ncontent-length: 2\r\n\r\nok"),
            .init("HTTP/1.1 999 OK\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 999 OK\r\ncontent-length: 2\r\n\r\nok"),
            .init("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"),
            .init("HTTP/1.1 599 \r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 599 Server Error\r\ncontent-length: 2\r\n\r\nok"),
            .init("HTTP/1.1 0\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 0 Other\r\ncontent-length: 2\r\n\r\nok"),
            .init(
                "HTTP/1.1 200 a\u{0}b\u{80}\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 a\u{0}b\u{80}\r\ncontent-length: 2\r\n\r\nok"),
            .init("\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"),
            .init(refused: "HTTP/1.1 1000 OK\r\nContent-Length: 2\r\n\r\nok"),
            .init(refused: "HTTP/1.1 2x0 OK\r\nContent-Length: 2\r\n\r\nok"),
            .init(refused: "HTTP/1.1  \r\n\r\n"),
            .init(refused: "HTTP/1.1 200 a\rb\r\n\r\n"),
            .init(refused: "HTTP/1.10 200 OK\r\n\r\n"),
            .init(refused: "http/1.1 200 OK\r\n\r\n"),
            .init(refused: "ICY 200 OK\r\n\r\nok"),
            .init(refused: "HTTP/1.1 200 OK\r\nA B: 2\r\n\r\n"),
            .init(refused: "HTTP/1.1 200 OK\r\nA: \u{0}\r\n\r\n"),
        ])
    }

    @Test func withoutBody() {
        check([
            .init("HTTP/1.1 204 No Content\r\nContent-Length: 2\r\nX: y\r\n\r\n", "HTTP/1.1 204 No Content\r\nx: y\r\n\r\n"),
            .init("HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n"),
            .init("HTTP/1.1 304 Not Modified\r\nContent-Length: 200\r\n\r\n", "HTTP/1.1 304 Not Modified\r\ncontent-length: 200\r\n\r\n"),
            .init(
                "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\ntransfer-encoding: chunked\r\n\r\n"),
            .init("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n", to: head, "HTTP/1.1 200 OK\r\ncontent-length: 200\r\n\r\n"),
            .init(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n", to: head, "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"),
            .init("HTTP/1.1 200 OK\r\n\r\n", to: head, "HTTP/1.1 200 OK\r\n\r\n"),
        ])
    }

    @Test func framing() {
        let te = "Transfer-Encoding: chunked\r\n"
        let body = "1\r\no\r\n0\r\n\r\n"
        check([
            .init(
                "HTTP/1.1 200 OK\r\n\(te)Content-Length: 2\r\n\r\n" + body, "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + body),
            .init("HTTP/1.0 200 OK\r\n\(te)\r\n" + body, "HTTP/1.0 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + body, keepAlive: false),
            .init(
                "HTTP/1.1 200 OK\r\n\(te)\r\n" + body, to: old,
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n" + body, keepAlive: false),
            .init(
                "HTTP/1.1 200 OK\r\n\(te)\r\n1;e=1\r\no\r\n0\r\nX: 1\r\nContent-Length: 4\r\n\r\n",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\no\r\n0\r\nx: 1\r\ncontent-length: 4\r\n\r\n"),
            .init(
                "HTTP/1.1 200 OK\r\nHost: 3\r\nHost: /\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nhost: 3\r\nhost: /\r\ncontent-length: 2\r\n\r\nok"),
            .init(
                "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=5\r\nTE: x\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nkeep-alive: timeout=5\r\ncontent-length: 2\r\n\r\nok"),
            .init(refused: "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nok"),
            .init(refused: "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
            .init(refused: "HTTP/1.1 200 OK\r\nTransfer-Encoding:\r\n\r\n0\r\n\r\n"),
            .init(refused: "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 2\r\n\r\nok"),
            .init(refused: "HTTP/1.1 200 OK\r\n\(te)\r\nZ\r\n"),
        ])
    }

    @Test func interimAndUpgrade() {
        let final = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"
        check([
            .init(
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\nContent-Length: 4\r\nConnection: close\r\n\r\n" + ok,
                "HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n" + final),
            .init(
                "HTTP/1.1 100 Continue\r\n\r\n" + ok, to: old,
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok", keepAlive: false),
            .init("HTTP/1.1 199 Foo\r\n\r\n" + ok, "HTTP/1.1 199 Foo\r\n\r\n" + final),
            .init(
                "HTTP/1.1 101 S\r\nConnection: upgrade, close\r\nUpgrade: foo\r\nContent-Length: 5\r\n\r\nhi", to: upgrading,
                "HTTP/1.1 101 S\r\nconnection: upgrade\r\nupgrade: foo\r\n\r\nhi"),
            .init("HTTP/1.1 101 S\r\nConnection: upgrade\r\n\r\nhi", to: upgrading, "HTTP/1.1 101 S\r\nconnection: upgrade\r\n\r\nhi"),
            .init(
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\nback", to: .of(.connect),
                "HTTP/1.1 200 OK\r\n\r\nback"),
            .init(
                "HTTP/1.1 426 Upgrade Required\r\nConnection: Upgrade, close\r\nUpgrade: foo\r\nContent-Length: 2\r\n\r\nok", to: closing,
                "HTTP/1.1 426 Upgrade Required\r\nconnection: Upgrade\r\nupgrade: foo\r\ncontent-length: 2\r\n\r\nok", keepAlive: false),
            .init(refused: "HTTP/1.1 101 S\r\nConnection: upgrade\r\nUpgrade: foo\r\n\r\nhi"),
            .init(refused: "HTTP/1.1 101 S\r\n\r\nhi", to: upgrading),
            .init(refused: "HTTP/1.1 101 S\r\nUpgrade: foo\r\n\r\nhi", to: upgrading),
            .init(refused: "HTTP/1.1 101 S\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nhi", to: upgrading),
        ])
    }

    @Test func edits() {
        check(
            [
                .init(ok, "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nok", keepAlive: false),
                .init("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n", keepAlive: false),
                .init(
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", to: head, "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n",
                    keepAlive: false),
            ],
            edit: { $0.delete(.contentLength) })
        check(
            [.init(ok, "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok", keepAlive: false)],
            edit: { $0.set(HeaderName(.connection), ByteSlice("close")) })
    }

    @Test func ownAnswers() {
        var head = MessageHead.allocate()
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)
        defer {
            head.deallocate()
            output.deallocate()
        }
        head.flags = [.response]
        head.status = 200
        head.add(HeaderName(literal: "X-Ret"), ByteSlice("yes"))
        head.framing = .length(5)
        var out = OutgoingHead.response(head, to: .of(.get), close: false)
        var n = H1Writer.writeResponseHead(head, out, into: output) ?? 0
        #expect(String(decoding: output[..<n], as: UTF8.self) == "HTTP/1.1 200 OK\r\nx-ret: yes\r\ncontent-length: 5\r\n\r\n")
        head.framing = .none
        out = OutgoingHead.response(head, to: closing, close: false)
        n = H1Writer.writeResponseHead(head, out, into: output) ?? 0
        #expect(
            String(decoding: output[..<n], as: UTF8.self)
                == "HTTP/1.1 200 OK\r\nx-ret: yes\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
        #expect(H1Writer.writeResponseHead(head, out, into: UnsafeMutableBufferPointer(rebasing: output[..<20])) == nil)
    }

    @Test func defaultAnswers() {
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)
        defer { output.deallocate() }
        var relay = Relay()
        relay.answering = .of(.get)
        defer { relay.free() }
        for status in ErrorResponses.statuses {
            guard let n = ErrorResponses.write(status, close: false, into: output) else {
                Issue.record("\(status) does not fit")
                continue
            }
            let text = String(decoding: output[..<n], as: UTF8.self)
            #expect(text.hasPrefix("HTTP/1.1 \(status) "))
            #expect(text.contains("\r\ncache-control: no-cache\r\ncontent-type: text/html\r\n"))
            #expect(text.contains("connection: close") == (status == 400 || status == 408))
            // What it says of its length is true: the parser takes it whole.
            let parsed = relay.run(Array(output[..<n]))
            #expect(parsed.finished && parsed.consumed == n, "\(status)")
            let bodyless = ErrorResponses.write(status, close: false, bodyless: true, into: output) ?? 0
            #expect(text.hasPrefix(String(decoding: output[..<bodyless], as: UTF8.self)) && text[..<text.endIndex].utf8.count > bodyless)
        }
        #expect(ErrorResponses.write(200, close: true, into: UnsafeMutableBufferPointer(rebasing: output[..<64])) == nil)
    }
}
