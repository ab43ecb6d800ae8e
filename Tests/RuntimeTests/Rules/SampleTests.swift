import Plan
import Runtime
import Testing

/// Values of fetches and converters, as HAProxy 3.4.0 answered the same expressions over the same request.
@Suite struct SampleTests {
    enum Argument: Sendable {
        case text(String)
        case number(Int64)
        case absent

        func operand(_ b: inout PlanBuilder) -> Operand {
            switch self {
            case .text(let text): Operand(b.intern(text))
            case .number(let number): Operand(number)
            case .absent: Operand(.absent)
            }
        }
    }

    struct Step: Sendable {
        var code: ConverterCode
        var arguments: [Argument] = []
        init(_ code: ConverterCode, _ arguments: Argument...) {
            self.code = code
            self.arguments = arguments
        }
    }

    enum Source: Sendable {
        case string(String)
        case integer(Int64)
        case fetch(FetchCode, [Argument])
    }

    /// The text of `source` through `steps`; nil if missing.
    static func value(_ source: Source, _ steps: [Step], flags: AppendFlags = []) throws -> String? {
        let harness = try RuleHarness { b in
            b.emit(.begin, a: 0)
            switch source {
            case .string(let text):
                let run = b.intern(operands: [Operand(b.intern(text))])
                b.emit(.constant, a: run.first.raw)
            case .integer(let number):
                let run = b.intern(operands: [Operand(number)])
                b.emit(.constant, a: run.first.raw)
            case .fetch(let fetch, let arguments):
                var operands: [Operand] = []
                for argument in arguments { operands.append(argument.operand(&b)) }
                b.emitFetch(fetch, operands)
            }
            for step in steps {
                var operands: [Operand] = []
                for argument in step.arguments { operands.append(argument.operand(&b)) }
                b.emitConvert(step.code, operands)
            }
            b.emit(.append, flags: flags.rawValue)
            b.emit(.found)
            let missing = b.emitJump(.jumpIfTrue)
            b.emit(.reject)
            b.land(missing)
        }
        harness.request(
            "GET /a/b.c?x=1&y=%41+b&x=3;z=9 HTTP/1.1", "Host: ExAmple.com:8080", "x: a, \"b,c\" ,d", "x: e", "empty:",
            "Cookie: k=v1; Q=\"a;b\"; k=v2, z", "Cookie: k=v3", "ip: 10.1.2.3", "ip6: 2001:db8::1", "mapped: ::ffff:1.2.3.4")
        let outcome = harness.run()
        if case .reject = outcome { return nil }
        return harness.machine.result(0, harness.context).string
    }

    static let converters: [(Source, [Step], String?)] = [
        (.string("Ab"), [Step(.lower)], "ab"),
        (.string("Ab"), [Step(.upper)], "AB"),
        (.string("abc"), [Step(.length)], "3"),
        (.string(""), [Step(.length)], "0"),
        (.string("a.b.c.d"), [Step(.field, .number(2), .text("."))], "b"),
        (.string("a.b.c.d"), [Step(.field, .number(-2), .text("."))], "c"),
        (.string("a.b.c.d"), [Step(.field, .number(2), .text("."), .number(2))], "b.c"),
        (.string("a.b.c.d"), [Step(.field, .number(2), .text("."), .number(0))], "b.c.d"),
        (.string("a..c"), [Step(.field, .number(2), .text("."))], ""),
        (.string("a.b"), [Step(.field, .number(5), .text("."))], nil),
        (.string("/a//b/c"), [Step(.word, .number(2), .text("/"))], "b"),
        (.string("/a//b/c"), [Step(.word, .number(-1), .text("/"))], "c"),
        (.string("/a//b/c"), [Step(.word, .number(1), .text("/"), .number(2))], "a//b"),
        (.string("/a//b/c"), [Step(.word, .number(1), .text("/"), .number(0))], "a//b/c"),
        (.string("/a//b/c"), [Step(.word, .number(9), .text("/"))], nil),
        (.string("hello"), [Step(.bytes, .number(1), .number(3))], "ell"),
        (.string("hello"), [Step(.bytes, .number(3))], "lo"),
        (.string("hello"), [Step(.bytes, .number(9))], ""),
        // The manual truncates; 3.4.0 gives all five bytes.
        (.string("hello"), [Step(.bytes, .number(2), .number(100))], "llo"),
        (.string("hello"), [Step(.hex)], "68656C6C6F"),
        (.integer(255), [Step(.hex)], "00000000000000FF"),
        (.fetch(.src, []), [Step(.hex)], "0A010203"),
        (.string("a%20b%2Bc+d"), [Step(.urlDec)], "a b+c+d"),
        (.string("a%20b%2Bc+d"), [Step(.urlDec, .number(1))], "a b+c d"),
        (.string("a%2"), [Step(.urlDec)], nil),
        (.string("a b/c~é"), [Step(.urlEnc)], "a%20b%2Fc~%C3%A9"),
        (.string("hello"), [Step(.base64)], "aGVsbG8="),
        (.string("hell"), [Step(.base64)], "aGVsbA=="),
        (.integer(7), [Step(.add, .number(5))], "12"),
        (.integer(7), [Step(.sub, .number(9))], "-2"),
        (.integer(7), [Step(.mul, .number(-3))], "-21"),
        (.integer(-7), [Step(.div, .number(2))], "-3"),
        (.integer(-7), [Step(.mod, .number(4))], "-3"),
        (.integer(10), [Step(.div, .number(0))], "9223372036854775807"),
        (.integer(Int64.max), [Step(.add, .number(1))], "9223372036854775807"),
        (.integer(-Int64.max), [Step(.sub, .number(10))], "-9223372036854775808"),
        (.integer(Int64.max), [Step(.mul, .number(2))], "9223372036854775807"),
        (.integer(Int64.min), [Step(.neg)], "9223372036854775807"),
        (.integer(5), [Step(.not)], "0"),
        (.integer(0), [Step(.not)], "1"),
        (.integer(6), [Step(.and, .number(3))], "2"),
        (.integer(6), [Step(.or, .number(3))], "7"),
        (.integer(6), [Step(.xor, .number(3))], "5"),
        (.integer(3), [Step(.odd)], "1"),
        (.integer(3), [Step(.even)], "0"),
        (.integer(3), [Step(.iif, .text("yes"), .text("no"))], "yes"),
        (.integer(0), [Step(.iif, .text("yes"), .text("no"))], "no"),
        (.string("abc"), [Step(.concat, .text("-"), .absent, .text("+"))], "abc-+"),
        (.string("abc"), [Step(.crc32)], "891568578"),
        (.string("abc"), [Step(.crc32, .number(1))], "930845320"),
        (.string("abc"), [Step(.djb2)], "193485963"),
        (.string("abc"), [Step(.djb2, .number(1))], "2235766107"),
        (.string("abc"), [Step(.wt6)], "2483038440"),
        (.string("abc"), [Step(.wt6, .number(1))], "266135527"),
        (.string("abc"), [Step(.xxh32)], "852579327"),
        (.string("abcdefghijklmnopqrstuvwxyz"), [Step(.xxh32, .number(7))], "3494231850"),
        (.fetch(.reqHdr, [.text("host")]), [Step(.hostOnly)], "example.com"),
        (.fetch(.reqHdr, [.text("host")]), [Step(.portOnly)], "8080"),
        (.string("[::1]:80"), [Step(.hostOnly)], "[::1]"),
        (.string("[::1]"), [Step(.portOnly)], "0"),
        (.string("[::1]:80"), [Step(.portOnly)], "80"),
        (.string("xxaxx"), [Step(.ltrim, .text("x"))], "axx"),
        (.string("xxaxx"), [Step(.rtrim, .text("x"))], "xxa"),
        (.fetch(.reqHdr, [.text("ip")]), [Step(.ipmask, .number(16))], "10.1.0.0"),
        (.fetch(.reqHdr, [.text("ip6")]), [Step(.ipmask, .number(24), .number(32))], "2001:db8::"),
        (.fetch(.reqHdr, [.text("ip6")]), [Step(.ipmask, .number(24))], nil),
        (.fetch(.reqHdr, [.text("mapped")]), [Step(.ipmask, .number(24))], "1.2.3.0"),
        (.integer(3_735_928_559), [Step(.ipmask, .number(32))], "222.173.190.239"),
        (.string("12abc"), [Step(.add, .number(1))], "13"),
        (.string("abc"), [Step(.add, .number(1))], "1"),
        (.string(""), [Step(.add, .number(1))], nil),
        (.fetch(.src, []), [Step(.lower)], "10.1.2.3"),
    ]

    @Test(arguments: converters) func converter(_ source: Source, _ steps: [Step], _ expected: String?) throws {
        #expect(try Self.value(source, steps) == expected)
    }

    static let fetches: [(FetchCode, [Argument], String?)] = [
        (.alwaysTrue, [], "1"), (.alwaysFalse, [], "0"),
        (.src, [], "10.1.2.3"), (.srcPort, [], "4567"), (.dst, [], "127.0.0.1"), (.dstPort, [], "8080"),
        (.method, [], "GET"), (.path, [], "/a/b.c"), (.pathq, [], "/a/b.c?x=1&y=%41+b&x=3;z=9"),
        (.query, [], "x=1&y=%41+b&x=3;z=9"), (.query, [.number(1)], "?x=1&y=%41+b&x=3;z=9"),
        (.url, [], "/a/b.c?x=1&y=%41+b&x=3;z=9"), (.base, [], "ExAmple.com:8080/a/b.c"), (.reqVer, [], "1.1"),
        (.reqHdr, [.text("x")], "a"), (.reqHdr, [.text("x"), .number(-1)], "e"), (.reqHdr, [.text("x"), .number(1)], "a"),
        (.reqHdr, [.text("X"), .number(2)], "\"b,c\""), (.reqHdr, [.text("x"), .number(-2)], "d"),
        (.reqHdr, [.text("x"), .number(-9)], nil), (.reqHdr, [.text("x"), .number(9)], nil),
        (.reqFhdr, [.text("x"), .number(-1)], "e"), (.reqFhdr, [.text("x"), .number(1)], "a, \"b,c\" ,d"),
        (.reqHdr, [.text("empty")], ""), (.reqHdr, [.text("nope")], nil),
        (.reqHdrCnt, [.text("x")], "4"), (.reqFhdrCnt, [.text("x")], "2"), (.reqHdrCnt, [.text("nope")], "0"),
        (.reqHdrCnt, [], "12"), (.reqFhdrCnt, [], "9"),
        (.reqHdrNames, [.text(";")], "host;x;x;empty;cookie;cookie;ip;ip6;mapped"),
        (.reqCook, [.text("k"), .number(-1)], "v3"), (.reqCook, [.text("k")], "v1"), (.reqCook, [.text("Q")], "\"a;b\""),
        (.reqCook, [.text("z")], nil), (.reqCook, [], "v1"), (.reqCook, [.text("none")], nil),
        (.urlp, [.text("x")], "1"), (.urlp, [.text("y")], "%41+b"), (.urlp, [.text("none")], nil), (.urlp, [.text("z")], "9"),
        (.urlp, [.text("X"), .absent, .text("i")], "1"), (.urlp, [.text("X")], nil),
        (.reqBodySize, [], "0"), (.feName, [], "web"), (.beName, [], "app"), (.feID, [], "2"), (.beID, [], "3"),
        (.soID, [], "1"), (.nbsrv, [], "1"), (.queue, [], "0"), (.avgQueue, [], "0"), (.connSlots, [], "-1"),
        (.beConnFree, [], "-1"), (.feConn, [], "0"), (.beConn, [], "0"), (.nbproc, [], "1"), (.thread, [], "0"),
        (.httpFirstReq, [], "1"), (.http, [], "1"), (.hostname, [], "node1"), (.srvName, [], nil), (.status, [], nil),
        (.env, [.text("HOME")], "/root"), (.env, [.text("EMPTY")], ""), (.env, [.text("X")], "1=2"), (.env, [.text("NOT")], nil),
        (.date, [], "1700000000"), (.date, [.number(-10)], "1699999990"), (.date, [.number(0), .text("ms")], "1700000000123"),
        (.date, [.number(1), .text("us")], "1700000000123457"), (.rand, [.number(1)], "0"),
        (.resVer, [], nil), (.resHdr, [.text("x")], nil), (.resCook, [.text("x")], nil),
    ]

    @Test(arguments: fetches) func fetch(_ code: FetchCode, _ arguments: [Argument], _ expected: String?) throws {
        #expect(try Self.value(.fetch(code, arguments), []) == expected)
    }

    @Test func uuidHasItsForm() throws {
        let four = try #require(try Self.value(.fetch(.uuid, []), []))
        #expect(four.utf8.count == 36)
        #expect(Array(four)[14] == "4")
        let seven = try #require(try Self.value(.fetch(.uuid, [.number(7)]), []))
        #expect(seven.hasPrefix("018bcfe5-687b-7"))
    }

    @Test(arguments: [
        ("::", "::"), ("::1", "::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("::ffff:1.2.3.4", "::ffff:1.2.3.4"),
        ("::1.2.3.4", "::1.2.3.4"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("fe80::", "fe80::"), ("0:0:0:1::", "0:0:0:1::"),
    ]) func ipv6Text(_ text: String, _ expected: String) throws {
        #expect(
            try Self.value(.string(text), [Step(.ipmask, .number(32), .number(128))])
                == (text.contains(".") ? "1.2.3.4" : text == "::" ? "0.0.0.0" : text == "::1" ? "0.0.0.1" : expected))
    }

    @Test(arguments: [
        "", ":", ":::", "1:2:3", "1:2:3:4:5:6:7:8:9", "::g", "1::2::3", "12345::", "1.2.3", "1.2.3.256", "1.2.3.4.5", "1:2:3:4:5:6:7:",
        "::1.2.3",
    ])
    func notAnAddress(_ text: String) throws {
        #expect(try Self.value(.string(text), [Step(.ipmask, .number(32), .number(128))]) == nil)
    }

    @Test(
        arguments: [
            (AppendFlags.quote, "a\"b", "\"a\"b\""), ([.escape], "a\"b]\\", "a\\\"b\\]\\\\"), ([.quote, .escape], "a\"b", "\"a\\\"b\""),
            ([.mandatory], "", "-"), ([.quote, .mandatory], "", "\"\""), ([], "", ""),
        ] as [(AppendFlags, String, String)]) func append(_ flags: AppendFlags, _ text: String, _ expected: String) throws
    {
        #expect(try Self.value(.string(text), [], flags: flags) == expected)
    }

    @Test func followedFile() throws {
        let harness = try RuleHarness { b in
            let file = b.followedFile(b.intern("/etc/status"))
            b.emit(.begin, a: 0)
            b.emitFetch(.file, [Operand(file)])
            b.emit(.append)
        }
        #expect(harness.text() == "")
        "up 1".utf8CString.withUnsafeBytes { bytes in
            _ = harness.files[0].pointee.publish(UnsafeRawBufferPointer(rebasing: bytes[0..<4]))
        }
        #expect(harness.text() == "up 1")
    }
}
