import Plan
import Runtime
import Testing

/// Random programs over odd requests: whatever the loader lets through must run to an end without a trap.
@Suite struct RuleFuzzTests {
    struct Random {
        var state: UInt64
        mutating func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(truncatingIfNeeded: state % UInt64(bound))
        }
        mutating func pick<T>(_ list: [T]) -> T { list[next(list.count)] }
    }

    static let texts = [
        "", "a", "x", "host", "cookie", ".", "/", "-", "ms", "us", "i", "?", "&;", "%41", String(repeating: "long ", count: 60), "1.2.3.4",
        "::1",
    ]
    static let numbers: [Int64] = [0, 1, -1, 2, -2, 7, 16, 24, 32, 33, 64, 128, 129, -128, 1 << 31, 1 << 40, Int64.max, Int64.min]

    static func operands(_ random: inout Random, _ b: inout PlanBuilder) -> [Operand] {
        (0..<random.next(4)).map { _ in
            switch random.next(8) {
            case 0: Operand(.absent)
            case 1: Operand(ProxyID(UInt32(random.next(2))))
            case 2: Operand(ServerID(UInt32(random.next(2))))
            case 3: Operand(.ipv4, a: UInt32(truncatingIfNeeded: random.state), b: 0xFFFF)
            case 4, 5: Operand(random.pick(numbers))
            default: Operand(b.intern(random.pick(texts)))
            }
        }
    }

    static func program(_ random: inout Random, _ b: inout PlanBuilder) {
        let fetches = FetchCode.allCases.filter { RuntimeSupport.runs(fetch: $0) && $0 != .file }
        let converters = ConverterCode.allCases.filter { RuntimeSupport.runs(converter: $0) }
        let aliases = LogAlias.allCases.filter { RuntimeSupport.runs(alias: $0) }
        let sets = [
            b.strings(.str, texts), b.strings(.beg, flags: .ignoreCase, texts), b.strings(.sub, texts), b.strings(.dom, texts),
            b.strings(.end, ["a"]),
            b.strings(.reg, ["a.*b", "^$"]), b.ranges(.int, [0...3]), b.ranges(.len, [Int64.min...0]),
            b.networks([([1, 2, 3, 4], 32), ([10, 0, 0, 0], 0)]),
        ]
        b.emit(.begin, a: 0)
        for _ in 0..<(5 + random.next(40)) {
            switch random.next(12) {
            case 0, 1, 2:
                b.emitFetch(random.pick(fetches), operands(&random, &b))
                let again = b.here
                for _ in 0..<random.next(4) { b.emitConvert(random.pick(converters), operands(&random, &b)) }
                if random.next(2) == 0 { b.emitMatch(random.pick(sets), again: again) }
            case 3: b.emitConvert(random.pick(converters), operands(&random, &b))
            case 4: b.emit(.cast, a: UInt32(random.next(8)))
            case 5: b.emit(.append, flags: UInt16(random.next(16)))
            case 6: b.emit(.appendAlias, flags: UInt16(random.next(16)), a: random.pick(aliases).rawValue)
            case 7: b.emit(.appendText, text: b.intern(random.pick(texts)))
            case 8: b.emit(.begin, a: UInt32(random.next(4)))
            case 9:
                let jump = b.emitJump(random.pick([.jump, .jumpIfTrue, .jumpIfFalse]))
                b.emit(.append)
                b.land(jump)
            case 10:
                let name = b.intern(random.pick(["x", "host", "x-new", "cookie"]))
                b.emit(random.pick([.setHeader, .addHeader, .delHeader]), a: UInt32(random.next(4)), text: name)
            default:
                b.emit(random.pick([.setPath, .setQuery, .setURI, .setMethod, .truth, .found]), a: UInt32(random.next(4)))
            }
        }
    }

    @Test(arguments: 1...300) func program(_ seed: Int) throws {
        var random = Random(state: UInt64(seed) &* 0x9e37_79b9_7f4a_7c15)
        let harness = try RuleHarness(arenaBytes: random.pick([16, 256, 65536])) { b in Self.program(&random, &b) }
        harness.environment.pointee.wall = random.pick([0, -1, 1_700_000_000_123_456, Int64.max / 2])
        for kind in [RuleSetKind.httpRequest, .httpResponse, .logFormat, .uniqueIDFormat, .tcpRequestConnection] {
            harness.arena.pointee.reset()
            harness.hasRequest = false
            harness.hasResponse = false
            if random.next(4) > 0 {
                harness.request(
                    random.pick([
                        "GET / HTTP/1.1", "OPTIONS * HTTP/1.1", "GET http://h/p?q=%zz&x HTTP/1.1", "GET /a?b=c;d=%41+%2 HTTP/1.0",
                        "X /?? HTTP/1.1",
                    ]), "Host: h",
                    "x: a,,\"b,c,", "Cookie: a=b; c; =d; $x=1; q=\"a;",
                    "x: \(random.pick(["", ",", "::ffff:1.2.3.4", "-9223372036854775809", "%"]))")
            }
            if random.next(2) == 0 { harness.response("HTTP/1.1 200 OK", "Set-Cookie: a=b; Path=/", "x: ,") }
            _ = harness.run(kind)
            _ = harness.machine.result(0, harness.context)
        }
    }
}
