// What one step of the HTTP/1 machine costs, without sockets: swift run -c release baton-micro
//
// Each figure is the best of many batches, so that other load on the machine shows as little as possible.
import Glibc
import Runtime

func now() -> UInt64 {
    var t = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t)
    return UInt64(t.tv_sec) * 1_000_000_000 + UInt64(t.tv_nsec)
}

func best(_ name: String, bytes: Int, _ body: () -> Int) {
    var least = UInt64.max
    var sum = 0
    for _ in 0..<400 {
        let start = now()
        for _ in 0..<1000 { sum &+= body() }
        least = min(least, now() &- start)
    }
    let tenths = least / 100
    print("\(name): \(tenths / 10).\(tenths % 10) ns, \(bytes) bytes", sum == 0 ? "" : "")
}

/// A buffer filled again before each parse costs too: the parser's work on bytes it has changed already is the same.
func buffer(_ text: String) -> UnsafeMutableBufferPointer<UInt8> {
    let b = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = b.initialize(from: text.utf8)
    return b
}

func measureHTTP1() {
    let tenHeaders = buffer(
        """
        GET /api/v1/items/4711?expand=owner&limit=20 HTTP/1.1\r
        Host: app42.example.com\r
        User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r
        Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r
        Accept-Language: en-US,en;q=0.5\r
        Accept-Encoding: gzip, deflate, br\r
        Referer: https://app42.example.com/api/v1/items\r
        Connection: keep-alive\r
        Cookie: session=0123456789abcdef0123456789abcdef; theme=dark\r
        Cache-Control: max-age=0\r
        X-Requested-With: XMLHttpRequest\r
        \r

        """)
    let twoHeaders = buffer("GET / HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nUser-Agent: load\r\n\r\n")
    let response = buffer(
        """
        HTTP/1.1 200 OK\r
        Date: Tue, 25 Nov 2025 10:00:00 GMT\r
        Server: origin\r
        Content-Type: application/json\r
        Content-Length: 14\r
        Cache-Control: no-store\r
        X-Request-Id: 0123456789abcdef\r
        \r

        """)
    let smallResponse = buffer("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n")
    let chunks = buffer(String(repeating: "400\r\n" + String(repeating: "x", count: 1024) + "\r\n", count: 15) + "0\r\n\r\n")
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 16384)
    var head = MessageHead.allocate()
    let asked = RequestSummary(method: .get, version: .http11, flags: [.keepAlive])

    func parseRequest(_ b: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard case .complete(let n) = H1Parser.parseRequestHead(b, into: &head) else { return 0 }
        return n
    }
    func parseResponse(_ b: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard case .complete(let n) = H1Parser.parseResponseHead(b, into: &head, to: asked) else { return 0 }
        return n
    }

    best("parse request, 10 headers", bytes: tenHeaders.count) { parseRequest(tenHeaders) }
    best("write request, 10 headers", bytes: tenHeaders.count) {
        H1Writer.writeRequestHead(head, OutgoingHead.request(head, close: false), into: output) ?? 0
    }
    let forwarded = HeaderName(.xForwardedFor)
    best("parse, add a header, write, 10 headers", bytes: tenHeaders.count) {
        _ = parseRequest(tenHeaders)
        head.add(forwarded, ByteSlice("192.0.2.1"))
        return H1Writer.writeRequestHead(head, OutgoingHead.request(head, close: false), into: output) ?? 0
    }
    best("parse request, 2 headers", bytes: twoHeaders.count) { parseRequest(twoHeaders) }
    best("write request, 2 headers", bytes: twoHeaders.count) {
        H1Writer.writeRequestHead(head, OutgoingHead.request(head, close: false), into: output) ?? 0
    }
    best("parse response, 6 headers", bytes: response.count) { parseResponse(response) }
    best("write response, 6 headers", bytes: response.count) {
        H1Writer.writeResponseHead(head, OutgoingHead.response(head, to: asked, close: false), into: output) ?? 0
    }
    best("parse response, 1 header", bytes: smallResponse.count) { parseResponse(smallResponse) }
    best("decode 15 chunks of 1 KiB", bytes: chunks.count) {
        var decoder = ChunkedDecoder(ofResponse: true)
        var at = 0
        while true {
            let step = decoder.decode(UnsafeBufferPointer(rebasing: chunks[at...]))
            at += step.consumed
            if step.event != .data { return at }
        }
    }
}

measureHTTP1()
