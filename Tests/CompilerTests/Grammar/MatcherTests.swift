import Compiler
import GrammarFormat
import Testing

/// The engine on lines.
@Suite struct MatcherTests {
    /// A matcher's results, copied.
    private struct Result {
        var captures: [Capture]
        var findings: [SignatureFinding]
        var count: Int { captures.count }
        func first(_ slot: SlotID) -> Capture? { captures.first { $0.slot == slot } }
    }

    private func match(_ text: String, in section: SectionID, _ body: (Result, Words, DirectiveLookup) throws -> Void) rethrows {
        let line = GrammarLine(text)
        var matcher = Matcher()
        try line.withWords { words in
            let lookup = Grammar.directive(words, in: section)
            #expect(lookup.outcome == .found)
            matcher.match(lookup.row, words, from: lookup.end)
            try body(Result(captures: Array(matcher.captures), findings: matcher.findings), words, lookup)
        }
    }

    @Test func timeoutGivesMilliseconds() {
        match("timeout connect 5s", in: .backend) { matcher, _, lookup in
            #expect(lookup.id == .timeoutConnect)
            #expect(matcher.findings.isEmpty)
            #expect(matcher.first(.time)?.value == 5000)
        }
    }

    @Test func serverOptionsCarryTheirArguments() throws {
        try match("server s1 [::1]:8080 check inter 2s weight 10 backup", in: .backend) { matcher, _, _ in
            #expect(matcher.findings.isEmpty)
            let address = try #require(matcher.first(.address))
            let decoded = AddressValue(address)
            #expect(decoded.family == .ipv6)
            #expect(decoded.portFirst == 8080)
            #expect(decoded.hostStart == 1 && decoded.hostCount == 3)
            var options: [ServerOptionID] = []
            var index = 0
            while index < matcher.count {
                let capture = matcher.captures[index]
                if capture.slot == .option {
                    options.append(capture.keyword(ServerOptionID.self))
                    if capture.keyword(ServerOptionID.self) == .inter {
                        #expect(matcher.captures[index + 1].value == 2000)
                        #expect(capture.argumentsEnd == index + 2)
                    }
                    index = capture.argumentsEnd
                } else {
                    index += 1
                }
            }
            #expect(options == [.check, .inter, .weight, .backup])
        }
    }

    @Test func unknownOptionDoesNotHideTheNext() {
        match("server s1 10.0.0.1:80 chek inter 2x weight 999", in: .backend) { matcher, words, _ in
            #expect(matcher.findings.map(\.kind) == [.unknownKeyword, .badValue, .badValue])
            #expect(matcher.findings[0].help(words) == "did you mean 'check'?")
            #expect(matcher.findings[1].problem == .badUnit)
            #expect(matcher.findings[2].problem == .tooLarge)
        }
    }

    @Test func ruleKeepsActionAndCondition() throws {
        try match("http-request set-var(txn.a,ifset) src,ipmask(24) if { path / }", in: .frontend) { matcher, words, _ in
            #expect(matcher.findings.isEmpty)
            #expect(matcher.first(.action)?.keyword(ActionID.self) == .setVar)
            let variable = try #require(matcher.first(.variable))
            #expect(words[Int(variable.word)].slice(Int(variable.start), Int(variable.count)).string == "txn.a")
            let condition = try #require(matcher.first(.cond))
            #expect(condition.word == 3 && condition.value == 0)
        }
    }

    @Test func noFormIsSeen() {
        match("no option httpchk", in: .backend) { _, _, lookup in
            #expect(lookup.form == .no && lookup.id == .optionHttpchk && lookup.end == 3)
        }
    }

    @Test func unknownDirectiveIsSuggested() {
        GrammarLine("blance roundrobin").withWords { words in
            let lookup = Grammar.directive(words, in: .backend)
            #expect(lookup.outcome == .unknown)
            #expect(Grammar.suggestions(for: lookup, words, in: .backend).first == "balance")
        }
        GrammarLine("option httpchek").withWords { words in
            let lookup = Grammar.directive(words, in: .backend)
            #expect(lookup.outcome == .unknown && lookup.end == 1)
            #expect(Grammar.suggestions(for: lookup, words, in: .backend).first == "option httpchk")
        }
    }
}
