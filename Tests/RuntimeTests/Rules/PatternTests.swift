import Plan
import Runtime
import Testing

/// Pattern sets of every method: behaviours read off HAProxy 3.4.0, and the indexed forms held against the comparison one by one.
@Suite struct PatternTests {
    /// The first row of `set` over a text.
    final class Matcher {
        let harness: RuleHarness
        private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 8)

        init(_ build: (inout PlanBuilder) -> PatternSetID) throws {
            harness = try RuleHarness { b in
                let set = build(&b)
                b.emit(.constant, a: b.intern(operands: [Operand(1)]).first.raw)
                b.emit(.match, a: set.raw)
            }
        }

        deinit { memory.deallocate() }

        func first(_ sample: Sample) -> Int {
            var room = ScratchArena(memory: memory)
            return harness.matchers[0].first(sample, room: &room, regex: harness.environment.pointee.regex)
        }

        func first(_ text: String) -> Int { Array(text.utf8).withUnsafeBufferPointer { first(.str(ByteSlice($0.baseAddress!, $0.count))) } }
    }

    static let strings: [(MatchMethod, PatternSetFlags, [String], String, Int)] = [
        (.str, [], ["a", "b"], "b", 1), (.str, [], ["a"], "A", -1), (.str, [.ignoreCase], ["a"], "A", 0), (.str, [], ["b", "b"], "b", 0),
        (.beg, [], ["/api"], "/api/v1", 0), (.beg, [], ["/api/v2", "/api"], "/api/v1", 1), (.beg, [.ignoreCase], ["/API"], "/api", 0),
        (.beg, [], ["abc"], "ab", -1),
        (.end, [], [".gif", ".png"], "/x.png", 1), (.end, [.ignoreCase], [".PNG"], "/x.png", 0), (.end, [], ["x"], "", -1),
        (.sub, [], ["/b"], "/a/b.c", 0), (.sub, [], ["/B"], "/a/b.c", -1), (.sub, [.ignoreCase], ["/B"], "/a/b.c", 0),
        (.sub, [], [""], "abc", -1),
        (.dir, [], ["/"], "/a/b.c", -1), (.dir, [], ["a"], "/a/b.c", 0), (.dir, [], ["b.c"], "/a/b.c", 0), (.dir, [], ["b"], "/a/b.c", -1),
        (.dir, [], ["/a/b.c/"], "/a/b.c", 0), (.dir, [], ["png/logo"], "/images/png/logo/32x32.png", 0),
        (.dir, [], ["png"], "/images/png2/logo/32x32.png", -1), (.dir, [], ["32x32"], "/images/png/logo/32x32.png", -1),
        (.dom, [], ["b"], "/a/b.c", 0), (.dom, [], ["a/b"], "/a/b.c", 0), (.dom, [], ["A/B"], "/a/b.c", -1),
        (.dom, [.ignoreCase], ["A/B"], "/a/b.c", 0),
        (.dom, [], [":www1:"], "http://www1.dc-eu.example.com:80/blah", 0),
        (.dom, [], ["dc-eu.example"], "http://www1.dc-eu.example.com:80/blah", 0),
        (.dom, [], ["eu"], "http://www1.dc-eu.example.com:80/blah", -1), (.dom, [], ["dc"], "http://www1.dc-eu.example.com:80/blah", -1),
        (.dom, [], ["blah"], "http://www1.dc-eu.example.com:80/blah", 0),
        (.reg, [], ["^/a", "b\\.c$"], "/x/b.c", 1), (.reg, [.ignoreCase], ["^EXAMPLE"], "example.com", 0),
        (.reg, [], ["^Example"], "example", -1),
        (.reg, [], ["(a)(?<n>b)"], "ab", 0),
        (.bin, [], ["ab"], "ab", 0), (.bin, [], ["ab"], "abc", -1),
        // A NUL ends what is compared, but not without case.
        (.str, [], ["x"], "x\0y", 0), (.str, [.ignoreCase], ["x"], "x\0y", -1), (.beg, [], ["x"], "x\0y", 0), (.sub, [], ["y"], "x\0y", 0),
        (.end, [], ["y"], "x\0y", 0),
        (.found, [], [], "", 0), (.str, [], [], "a", -1),
    ]

    @Test(arguments: strings) func string(
        _ method: MatchMethod, _ flags: PatternSetFlags, _ patterns: [String], _ text: String, _ expected: Int
    ) throws {
        let matcher = try Matcher { $0.strings(method, flags: flags, patterns) }
        #expect(matcher.first(text) == expected)
    }

    @Test func integersAndLengths() throws {
        let int = try Matcher { $0.ranges(.int, [10...13, Int64.min ... -1, 100...Int64.max]) }
        for (value, row) in [(12, 0), (13, 0), (14, -1), (-1, 1), (0, -1), (100, 2), (1 << 40, 2)] as [(Int64, Int)] {
            #expect(int.first(.sint(value)) == row)
        }
        #expect(int.first("12") == 0)
        #expect(int.first("12abc") == 0)
        #expect(int.first("") == -1)
        let len = try Matcher { $0.ranges(.len, [6...6, 0...0]) }
        #expect(len.first("/a/b.c") == 0)
        #expect(len.first("") == 1)
        #expect(len.first("abc") == -1)
        let bool = try Matcher { b in b.internPatternSet(.bool, []) }
        #expect(bool.first(.sint(5)) == 0)
        #expect(bool.first(.sint(0)) == -1)
    }

    @Test func addressesOfBothFamilies() throws {
        let matcher = try Matcher {
            $0.networks([
                ([10, 0, 0, 0], 8), ([1, 2, 3, 4], 32), ([0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 32),
                ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 172, 16, 0, 0], 108),
            ])
        }
        for (text, row) in [
            ("10.200.1.1", 0), ("11.0.0.1", -1), ("1.2.3.4", 1), ("::ffff:1.2.3.4", 1), ("::1.2.3.4", 1), ("2002:102:304::", 1),
            ("2002:102:305::", -1),
            ("2001:db8::1", 2), ("2001:db9::1", -1), ("172.20.0.1", 3), ("172.32.0.1", -1), ("not an address", -1), ("", -1),
        ] {
            #expect(matcher.first(text) == row, "\(text)")
        }
        #expect(matcher.first(.ipv4(10 | 9 << 8)) == 0)
    }

    @Test func badRegexIsRefusedWithItsPlace() throws {
        #expect {
            _ = try Matcher { $0.strings(.reg, ["ok", "a(b"]) }
        } throws: { error in
            guard let refusal = error as? RuleRefusal else { return false }
            return refusal.message.contains("'a(b'") && refusal.message.contains("byte 3")
        }
    }

    @Test func explodingRegexIsGivenUp() throws {
        let matcher = try Matcher { $0.strings(.reg, ["^(a+)+$", "b$"]) }
        let text = String(repeating: "a", count: 4000) + "b"
        let start = ContinuousClock.now
        #expect(matcher.first(text) == 1)
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(matcher.harness.environment.pointee.regexLimitHits >= 1)
    }

    // MARK: Indexed forms against one by one

    struct Random {
        var state: UInt64
        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: (state >> 33) % UInt64(bound))
        }
        mutating func text(_ alphabet: [Character], _ most: Int) -> String {
            String((0..<next(most + 1)).map { _ in alphabet[next(alphabet.count)] })
        }
    }

    @Test(arguments: [MatchMethod.str, .beg, .end, .sub, .dir, .dom, .bin], [PatternSetFlags(), .ignoreCase])
    func indexFindsWhatLinearFinds(_ method: MatchMethod, _ flags: PatternSetFlags) throws {
        var random = Random(state: 42 &+ UInt64(method.rawValue))
        let alphabet = Array("aAbB/./?:c")
        for round in 0..<12 {
            let patterns = (0..<(5 + round * 9)).map { _ in random.text(alphabet, 1 + round % 7) }
            let indexed = try Matcher { $0.strings(method, flags: flags, patterns) }
            let single = try patterns.map { pattern in try Matcher { $0.strings(method, flags: flags, [pattern]) } }
            for _ in 0..<150 {
                let text = random.text(alphabet, 14)
                let expected = single.firstIndex { $0.first(text) == 0 } ?? -1
                let found = indexed.first(text)
                #expect(found == expected, "\(method) over \(patterns), text '\(text)'")
                if found != expected { return }
            }
        }
    }

    @Test func rangesAndNetworksByIndex() throws {
        var random = Random(state: 7)
        let bounds = (0..<60).map { _ in
            let low = Int64(random.next(200)) - 100
            return low...(low + Int64(random.next(30)))
        }
        let matcher = try Matcher { $0.ranges(.int, bounds) }
        for value in Int64(-140)...140 { #expect(matcher.first(.sint(value)) == bounds.firstIndex { $0.contains(value) } ?? -1) }

        let networks: [(bytes: [UInt8], prefix: Int64)] = (0..<50).map { _ in
            let six = random.next(2) == 0
            let bytes = (0..<(six ? 16 : 4)).map { _ in UInt8(random.next(3)) }
            return (bytes, Int64(random.next(six ? 129 : 33)))
        }
        let many = try Matcher { $0.networks(networks) }
        let single = try networks.map { network in try Matcher { $0.networks([network]) } }
        for _ in 0..<400 {
            let sample: Sample
            if random.next(2) == 0 {
                sample = .ipv4(
                    UInt32(random.next(3)) | UInt32(random.next(3)) << 8 | UInt32(random.next(3)) << 16 | UInt32(random.next(3)) << 24)
            } else {
                var words: (UInt64, UInt64) = (0, 0)
                for i in 0..<8 {
                    words.0 |= UInt64(random.next(3)) << UInt64(i * 8)
                    words.1 |= UInt64(random.next(3)) << UInt64(i * 8)
                }
                sample = .ipv6(words.0, words.1)
            }
            #expect(many.first(sample) == single.firstIndex { $0.first(sample) == 0 } ?? -1)
        }
    }
}
