import Compiler
import GrammarFormat
import Plan
import Testing

/// What a configuration comes to in the plan.
@Suite struct LowerTests {
    private func compile(_ text: String, _ body: (Plan) throws -> Void) throws {
        let (result, sources) = try checked(text + "\n", target: .baton)
        #expect(result.isValid, "\(report(result, sources))")
        let lowered = Compiler.lower(result, target: .baton)
        #expect(lowered.findings.isEmpty)
        let image = try PlanImage.load(bytes: lowered.builder.encode())
        defer { image.unmap() }
        try body(image.plan)
    }

    private func proxy(_ name: String, _ plan: Plan) throws -> ProxyRecord {
        let id = try #require(plan.proxies.ids.first { plan.string(plan.proxies[$0].name) == name })
        return plan.proxies[id]
    }

    /// A rule set's instructions, jumps as distances, with the texts that they name.
    private func program(_ kind: RuleSetKind, of proxy: ProxyRecord, _ plan: Plan) -> [String] {
        guard let row = proxy.ruleSets.range.first(where: { plan.ruleSets.base[$0].kind == kind }) else { return [] }
        var at = plan.ruleSets.base[row].entry
        var lines: [String] = []
        while true {
            let i = plan.code[at]
            let text = plan.string(Text(offset: i.b, length: i.c))
            switch i.opcode {
            case .jump, .jumpIfTrue, .jumpIfFalse: lines.append("\(i.opcode) +\(i.a - at.raw)")
            case .next: lines.append("next -\(at.raw - i.a)")
            case .fetch: lines.append("fetch \(FetchCode(rawValue: i.a).map { "\($0)" } ?? "?")")
            case .convert: lines.append("convert \(ConverterCode(rawValue: i.a).map { "\($0)" } ?? "?")")
            case .match:
                let set = plan.patternSets[PatternSetID(i.a)]
                let patterns = set.patterns.range.map { plan.string(plan.patterns.base[$0].text) }
                lines.append("match \(set.method)\(set.flags.contains(.ignoreCase) ? " -i" : "") \(patterns.joined(separator: " "))")
            case .dispatch:
                let set = plan.patternSets[PatternSetID(i.a)]
                let targets = (0..<set.patterns.count).map { plan.operands[OperandID(i.b + $0)].a - at.raw }
                lines.append("dispatch " + targets.map { "+\($0)" }.joined(separator: " "))
            case .useBackend: lines.append("useBackend \(plan.string(plan.proxies[ProxyID(i.a)].name))")
            case .appendText: lines.append("appendText '\(text)'")
            case .setHeader, .addHeader, .delHeader: lines.append("\(i.opcode) \(text)")
            case .deny: lines.append("deny \(i.a)")
            case .rule: lines.append("rule \(plan.string(plan.rules[RuleID(i.a)].text))")
            default: lines.append("\(i.opcode)")
            }
            if i.opcode == .end { return lines }
            at = CodeIndex(at.raw + 1)
        }
    }

    private static let timeouts = "  timeout connect 5s\n  timeout client 6s\n  timeout server 7s\n"

    @Test func settingsAreInherited() throws {
        try compile(
            """
            defaults
              mode http
            \(Self.timeouts)
              retries 5
              option forwardfor header X-Client if-none
            frontend web
              bind 127.0.0.1:8000-8002 name a
              bind :::9000 v6only
              default_backend app
            backend app
              timeout server 9s
              balance leastconn
              default-server inter 3s
              server s1 10.0.0.1:80 check weight 7
              server s2 10.0.0.2:81 backup
            """
        ) { plan in
            let (web, app) = (try proxy("web", plan), try proxy("app", plan))
            #expect(web.mode == .http && app.mode == .http)
            #expect(app.timeouts.connectMs == 5000 && app.timeouts.serverMs == 9000 && web.timeouts.clientMs == 6000)
            #expect(app.retries == 5 && app.balance == .leastconn)
            #expect(web.options.contains([.forwardfor, .forwardforIfNone]))
            #expect(plan.string(web.forwardforHeader) == "X-Client")
            #expect(plan.string(plan.proxies[web.defaultBackend].name) == "app")
            #expect(
                web.listeners.range.map { plan.string(plan.listeners.base[$0].key) } == [
                    "ipv4:127.0.0.1:8000", "ipv4:127.0.0.1:8001", "ipv4:127.0.0.1:8002", "ipv6:[0:0:0:0:0:0:0:0]:9000",
                ])
            let servers = app.servers.range.map { plan.servers.base[$0] }
            #expect(servers.map(\.interMs) == [3000, 3000] && servers.map(\.weight) == [7, 1] && servers.map(\.numericID) == [1, 2])
            #expect(servers[0].flags == .check && servers[1].flags == .backup)
            #expect(servers[0].address.word0 == 0x0100_000a && servers[0].address.port == 80)
            #expect(!app.check.isNone && plan.checks[app.check].kind == .tcp)
            // A timeout that says nothing to a frontend is no setting of it.
            let words = plan.settings(of: plan.objects[web.object]).map { plan.string($0.word) }
            #expect(words == ["default_backend", "mode", "option forwardfor", "timeout client"])
        }
    }

    @Test func withoutBalanceTwoServersAreDrawn() throws {
        try compile("defaults\n\(Self.timeouts)listen app\n  bind :80\n  server s 10.0.0.1:80\n") { plan in
            let app = try proxy("app", plan)
            #expect(app.balance == .random && app.balanceArgument == 2)
            #expect(plan.string(plan.proxies[app.defaultBackend].name) == "app")
        }
    }

    @Test func conditionsBecomeJumps() throws {
        try compile(
            """
            defaults
              mode http
            \(Self.timeouts)
            frontend web
              bind :80
              acl api path_beg /api
              acl local src 127.0.0.0/8
              http-request deny if api !local or { method PUT }
              http-request set-header X-A "a %[src]" unless local
              default_backend app
            backend app
            """
        ) { plan in
            let web = try proxy("web", plan)
            #expect(
                program(.httpRequest, of: web, plan) == [
                    "rule deny if api !local or { method PUT }",
                    "fetch path", "match beg /api", "next -1", "jumpIfFalse +6",
                    "fetch src", "match ip \u{7F}\0\0\0", "next -1", "jumpIfTrue +2",
                    "jump +5",
                    "fetch method", "match str PUT", "next -1", "jumpIfFalse +2",
                    "deny 403",
                    "rule set-header X-A a %[src] unless local",
                    "fetch src", "match ip \u{7F}\0\0\0", "next -1", "jumpIfFalse +2", "jump +6",
                    "begin", "appendText 'a '", "fetch src", "append", "setHeader X-A",
                    "end",
                ])
        }
    }

    @Test func chainsOfHostsBecomeALookUp() throws {
        let names = ["a", "b", "c", "d"]
        let rules = names.map { "  use_backend \($0) if { hdr(host) -i \($0).com www.\($0).com }\n" }.joined()
        let extra = "  use_backend a if { hdr(host) -i e.com } { path /x }\n  use_backend b if { path / }\n"
        let backends = names.map { "backend \($0)\n" }.joined()
        try compile("defaults\n  mode http\n\(Self.timeouts)frontend web\n  bind :80\n\(rules)\(extra)\(backends)") { plan in
            let lines = program(.useBackend, of: try proxy("web", plan), plan)
            // Every string goes to the beginning of its rule; a miss goes behind the chain.
            #expect(
                Array(lines.prefix(4)) == [
                    "fetch reqHdr", "dispatch +2 +2 +8 +8 +14 +14 +20 +20 +26", "jump +35",
                    "rule a if { hdr(host) -i a.com www.a.com }",
                ])
            #expect(lines[37] == "rule b if { path / }")
            #expect(lines.filter { $0.hasPrefix("rule ") }.count == 6)
        }
    }

    @Test func rulesThatAreNoChainStayAsTheyAre() throws {
        // Another sample, another case, a negation, `unless`: each keeps its neighbours from being a chain.
        let rules = [
            "if { hdr(host) -i a }", "if { hdr(host) b }", "if { hdr(x) -i c }", "if !{ hdr(host) -i d }", "unless { hdr(host) -i e }",
            "if { hdr_beg(host) -i f }", "if { hdr(host) -i g } or { path / }", "",
        ]
        let lines = rules.map { "  use_backend app \($0)\n" }.joined()
        try compile("defaults\n  mode http\n\(Self.timeouts)frontend web\n  bind :80\n\(lines)backend app\n") { plan in
            let web = try proxy("web", plan)
            #expect(!program(.useBackend, of: web, plan).contains { $0.hasPrefix("dispatch") })
        }
    }

    @Test func checksMergeTheirLines() throws {
        try compile(
            """
            defaults
              mode http
            \(Self.timeouts)
            backend app
              option httpchk GET /health
              http-check send ver HTTP/1.1 hdr Host app.example.com
              http-check expect status 200,300-399
              http-check send-state
              server s 10.0.0.1:80 check
            backend unchecked
              option httpchk
              server s 10.0.0.1:80
            """
        ) { plan in
            let app = try proxy("app", plan)
            let check = plan.checks[app.check]
            #expect(check.kind == .http && check.flags == .sendState && check.expect == .status)
            #expect(plan.string(check.method) == "GET" && plan.string(check.uri) == "/health" && plan.string(check.version) == "HTTP/1.1")
            let headers = check.headers.range.map { plan.checkHeaders.base[$0] }
            #expect(headers.map { plan.string($0.name) } == ["Host"] && headers.map { plan.string($0.value) } == ["app.example.com"])
            let patterns = plan.patternSets[check.expectPatterns].patterns.range.map { plan.patterns.base[$0] }
            #expect(patterns.map(\.low) == [200, 300] && patterns.map(\.high) == [200, 399])
            let unchecked = try proxy("unchecked", plan)
            #expect(unchecked.check.isNone)
        }
    }

    @Test func theSameTextGivesTheSameBytes() throws {
        let text =
            "defaults\n  mode http\n\(Self.timeouts)listen app\n  bind :80\n  server a 10.0.0.1:80 check\n  server b 10.0.0.2:80 check\n"
        var digests: [PlanDigest] = []
        for _ in 0..<2 { try compile(text) { digests.append($0.bytesDigest) } }
        try compile("# a comment\n" + text) { plan in
            #expect(plan.bytesDigest != digests[0] && digests[0] == digests[1])
        }
        var meanings: [PlanDigest] = []
        for prefix in ["", "# a comment\n\n"] { try compile(prefix + text) { meanings.append($0.meaningDigest) } }
        #expect(meanings[0] == meanings[1])
    }

    /// Twenty thousand `defaults`, each from the one before.
    @Test func deepInheritance() throws {
        var text = "defaults d0\n mode http\n timeout client 1s\n timeout server 2s\n timeout connect 3s\n"
        for i in 1...20_000 { text += "defaults d\(i) from d\(i - 1)\n" }
        text += "frontend f from d20000\n bind 127.0.0.1:80"
        try compile(text) { plan in
            let front = try proxy("f", plan)
            #expect(front.timeouts.clientMs == 1000)
        }
    }

    /// A plan holds addresses only: what is none is refused here, not when the plan is loaded.
    @Test(arguments: ["localhost", "1.5"]) func addressesByName(name: String) throws {
        let (result, _) = try checked(
            "frontend f\n mode http\n timeout client 1s\n bind 127.0.0.1:80\n http-request deny if { src \(name) }\n", target: .baton)
        #expect(result.isValid)
        let lowered = Compiler.lower(result, target: .baton)
        #expect(lowered.findings.sorted().map(\.id.rawValue) == ["not-supported-yet"])
    }
}
