import HTTPFixtures
import Runtime
import Testing

@Suite struct HTTPPieceTests {
    @Test func listValues() {
        func values(_ lines: [String], whole: Bool = false) -> [String] {
            var bytes = ("GET / HTTP/1.1\r\nX: no\r\n" + lines.map { "A:" + $0 + "\r\n" }.joined() + "\r\n").bytes
            var head = MessageHead.allocate()
            defer { head.deallocate() }
            return bytes.withUnsafeMutableBufferPointer { buffer in
                guard case .complete = H1Parser.parseRequestHead(buffer, into: &head) else { return ["?"] }
                var iterator = HeaderValues(HeaderName(literal: "a"), whole: whole)
                var result: [String] = []
                while let v = iterator.next(head) { result.append(v.string) }
                #expect(iterator.next(head) == nil)
                return result
            }
        }
        #expect(values(["1, 2 ,3", "4"]) == ["1", "2", "3", "4"])
        #expect(values(["1, 2 ,3", "4"], whole: true) == ["1, 2 ,3", "4"])
        #expect(values([""]) == [""])
        #expect(values(["a,"]) == ["a", ""])
        #expect(values([",a,,b"]) == ["", "a", "", "b"])
        #expect(values(["\"a,b\",c\\,d,\"e\\\",f\",g"]) == ["\"a,b\"", "c\\", "d", "\"e\\\",f\"", "g"])
        #expect(values(["\"open, end"]) == ["\"open, end"])
        #expect(values([]) == [])
    }

    @Test func knownNames() {
        for header in KnownHeader.allCases {
            let name = ByteSlice(header.name)
            #expect(KnownHeader(name: name) == header)
            guard header != .other else { continue }
            let upper = header.name.description.uppercased().bytes
            upper.withUnsafeBufferPointer { b in
                guard let base = b.baseAddress else { return }
                #expect(KnownHeader(name: ByteSlice(base, b.count)) == header)
                // One byte more, less or other is another name.
                #expect(KnownHeader(name: ByteSlice(base, b.count - 1)) != header)
            }
            for i in upper.indices {
                var other = upper
                other[i] = 0x5A &+ UInt8(i % 2) * 6
                guard other != upper else { continue }
                other.withUnsafeBufferPointer { b in
                    guard let base = b.baseAddress else { return }
                    #expect(KnownHeader(name: ByteSlice(base, b.count)) != header)
                }
            }
        }
        #expect(KnownHeader.allCases.count <= 64)
    }

    @Test func methods() {
        for m: Method in [.options, .get, .head, .post, .put, .delete, .trace, .connect] {
            #expect(Method(ByteSlice(m.name)) == m)
        }
        for n: StaticString in ["", "G", "GEt", "GETS", "PUS", "POSS", "PATCH", "get", "CONNECTS"] {
            #expect(Method(ByteSlice(n)) == .other)
        }
    }

    @Test func targets() {
        func parts(_ target: StaticString) -> [String] {
            var head = MessageHead.allocate()
            defer { head.deallocate() }
            head.replaceTarget(ByteSlice(target))
            return [head.path.string, head.query.string, head.authority.string]
        }
        #expect(parts("/") == ["/", "", ""])
        #expect(parts("/a?b?c") == ["/a", "b?c", ""])
        #expect(parts("/a?") == ["/a", "", ""])
        #expect(parts("*") == ["", "", ""])
        #expect(parts("http://u@h:1/p?q") == ["/p", "q", "h:1"])
        #expect(parts("http://h") == ["", "", "h"])
        #expect(parts("h:80") == ["", "", "h:80"])
        #expect(parts("http:/x") == ["", "", "http:"])
    }

    @Test func edits() {
        var bytes = "GET / HTTP/1.1\r\nA: 1\r\nHost: h\r\na: 2\r\n\r\n".bytes
        var head = MessageHead.allocate()
        defer { head.deallocate() }
        bytes.withUnsafeMutableBufferPointer { buffer in
            guard case .complete = H1Parser.parseRequestHead(buffer, into: &head) else {
                Issue.record("not parsed")
                return
            }
            let a = HeaderName(literal: "A")
            #expect(head.find(a) == 0 && head.find(a, from: 1) == 2 && head.find(a, from: 3) == nil)
            #expect(head.find(.cookie) == nil && head.value(.host)?.string == "h")
            #expect(head.delete(a) == 2 && head.find(a) == nil && head.liveCount == 1)
            #expect(head.add(a, ByteSlice("3")) && head.find(a) == 3)
            head.replaceValue(at: 3, ByteSlice("4"))
            #expect(head.fields[3].valueBytes.string == "4")
            #expect(head.delete(.host) == 1 && head.value(.host) == nil)
            let nameless = head.add(HeaderName(ByteSlice.empty), ByteSlice("x"))
            #expect(!nameless)
            while head.add(a, ByteSlice("x")) {}
            #expect(head.count == HTTPLimits.fieldCapacity)

            // The buffer moves.
            guard case .complete = H1Parser.parseRequestHead(buffer, into: &head), let old = buffer.baseAddress else { return }
            let new = UnsafeMutablePointer<UInt8>.allocate(capacity: buffer.count)
            defer { new.deallocate() }
            new.update(from: old, count: buffer.count)
            head.rebase(from: old, length: buffer.count, to: new)
            for i in buffer.indices { buffer[i] = 0x21 }
            #expect(head.value(.host)?.string == "h" && head.method.string == "GET" && head.target.string == "/")
        }
    }

    @Test func arena() {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 8)
        defer { memory.deallocate() }
        var arena = ScratchArena(memory: memory)
        let mark = arena.mark
        #expect(arena.copy(ByteSlice("0123456789"))?.string == "0123456789")
        #expect(arena.allocate(7) == nil && arena.allocate(-1) == nil && arena.remaining == 6)
        arena.tail[0] = 0x41
        #expect(arena.commit(1).string == "A" && arena.commit(99).count == 5 && arena.remaining == 0)
        arena.release(to: mark)
        #expect(arena.remaining == 16)
        var none = ScratchArena(memory: UnsafeMutableRawBufferPointer(start: nil, count: 0))
        #expect(none.allocate(1) == nil && none.allocate(0) != nil)
    }

    @Test func scannerIsLinear() {
        // A slow sender of single bytes: few attempts, the last one at the end.
        let bytes = ("GET / HTTP/1.1\r\n" + (0..<90).map { "x\($0): yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n" }.joined() + "\r\n").bytes
        var scanner = HeadScanner()
        var attempts = 0
        bytes.withUnsafeBufferPointer { b in
            for n in 1...bytes.count {
                if scanner.shouldParse(UnsafeBufferPointer(rebasing: b[..<n])) {
                    attempts += 1
                    if n == bytes.count { return }
                    scanner.parsed(n)
                }
            }
            Issue.record("the end of the head was not noticed")
        }
        #expect(attempts <= 94)
        // Nothing but line ends, for ever: attempts stop.
        let lines = [UInt8](repeating: 0x20, count: 16000).enumerated().map { $0.offset % 3 == 0 ? UInt8(0x0A) : UInt8(0x61) }
        scanner.reset()
        attempts = 0
        lines.withUnsafeBufferPointer { b in
            for n in 1...lines.count where scanner.shouldParse(UnsafeBufferPointer(rebasing: b[..<n])) {
                attempts += 1
                scanner.parsed(n)
            }
        }
        #expect(attempts <= Int(HTTPLimits.headRetries) + 12)
    }

    @Test func chunkWriting() {
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 32)
        defer { output.deallocate() }
        for (n, text) in [(0, "0\r\n"), (1, "1\r\n"), (10, "A\r\n"), (255, "FF\r\n"), (4096, "1000\r\n"), (.max, "FFFFFFFFFFFFFFFF\r\n")]
            as [(UInt64, String)]
        {
            let count = H1Writer.writeChunkHeader(n, into: output) ?? 0
            #expect(String(decoding: output[..<count], as: UTF8.self) == text)
        }
        #expect(H1Writer.writeChunkHeader(1, into: UnsafeMutableBufferPointer(rebasing: output[..<4])) == nil)
    }

    @Test func decoderSkips() {
        var decoder = ChunkedDecoder(ofResponse: false)
        let first = "A\r\nab".bytes
        let rest = "j\r\n0\r\n\r\nX".bytes
        first.withUnsafeBufferPointer { b in
            let step = decoder.decode(b)
            #expect(step == ChunkedStep(event: .data, consumed: 5, dataOffset: 3, dataCount: 2))
        }
        #expect(decoder.remaining == 8)
        decoder.skip(9)
        #expect(decoder.remaining == 8)
        decoder.skip(7)
        rest.withUnsafeBufferPointer { b in
            var step = decoder.decode(b)
            #expect(step.event == .data && step.dataCount == 1 && step.consumed == 1)
            step = decoder.decode(UnsafeBufferPointer(rebasing: b[1...]))
            #expect(step.event == .end && step.consumed == 7 && decoder.isDone)
        }
    }
}
