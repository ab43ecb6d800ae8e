import HTTPFixtures
import Runtime
import Testing

/// Broken messages, by seed: nothing traps, nothing is read or written out of bounds, and cuts never change the verdict.
@Suite struct HTTPMutationTests {
    private static let seeds: [String] = [
        "GET / HTTP/1.1\r\nHost: a\r\nX-Foo: Bar\r\nConnection: close, foo\r\n\r\n",
        "POST http://a:80/x?y HTTP/1.1\r\nHost: a:80\r\nContent-Length: 5, 5\r\n\r\nhello",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTrailer: x\r\n\r\n2;a=\"b\"\r\nhi\r\n0\r\nX: y\r\n z\r\n\r\n",
        "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n",
        "GET /w HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c, websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        "HTTP/1.1 103 Early\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.0 304 Not Modified\r\nConnection: keep-alive\r\nContent-Length: 77\r\n\r\n",
    ]
    private static let spice: [String] = [
        "\r\n", "\n", "\r", "\u{0}", ":", ",", " ", "\t", "\"", "\\", "0", "ffffffffffffffff", "chunked", "Content-Length: 1\r\n",
        "Transfer-Encoding: chunked\r\n", "Host: b\r\n", "Connection: close\r\n", "\u{80}", "//", "@", "[", "HTTP/1.1",
    ]

    @Test(arguments: [1, 2, 3] as [UInt64]) func mutants(seed: UInt64) {
        var random = seed &* 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return Int(random % UInt64(max(bound, 1)))
        }
        var relay = Relay()
        defer { relay.free() }
        for _ in 0..<1500 {
            var bytes = Self.seeds[next(Self.seeds.count)].bytes
            for _ in 0...next(4) {
                let at = next(bytes.count + 1)
                switch next(4) {
                case 0: if at < bytes.count { bytes[at] = UInt8(next(256)) }
                case 1: bytes.insert(contentsOf: Self.spice[next(Self.spice.count)].bytes, at: at)
                case 2: bytes.removeSubrange(at..<min(bytes.count, at + next(8)))
                default:
                    let from = next(bytes.count + 1)
                    bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + next(24))], at: at)
                }
            }
            relay.answering = bytes.starts(with: "HT".bytes) ? .of([.get, .head, .connect][next(3)]) : nil
            let whole = relay.run(bytes, endOfInput: true)
            var cuts: [Int] = []
            for _ in 0..<next(6) { cuts.append(next(bytes.count + 1)) }
            var pieces = relay.run(bytes, cuts: cuts.sorted(), endOfInput: true)
            if whole.status != 0, pieces.status == 0 {
                // The scanner waits for the end of the line before it has a name judged.
                pieces = relay.run(bytes + [0x0A, 0x0A], cuts: cuts.sorted() + [bytes.count])
                #expect(pieces.status == whole.status, "seed \(seed) cuts \(cuts) \(bytes.printable)")
                continue
            }
            #expect(pieces == whole, "seed \(seed) cuts \(cuts) \(bytes.printable)")
            // What was written is itself a message that passes unchanged.
            if whole.finished, whole.status == 0, !whole.wire.isEmpty, relay.answering == nil {
                let again = relay.run(whole.wire, endOfInput: true)
                #expect(again.wire.printable == whole.wire.printable, "seed \(seed) \(bytes.printable)")
            }
        }
    }
}
