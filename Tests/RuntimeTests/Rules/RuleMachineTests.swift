import Plan
import Runtime
import Testing

/// Programs of the rule machine: actions, conditions, several values, bounds.
@Suite struct RuleMachineTests {
    @Test func headersAreSetAddedDeleted() throws {
        let harness = try RuleHarness { b in
            b.setHeader("X-A", "1")
            b.emit(.begin, a: 1)
            b.emit(.appendText, text: b.intern("from "))
            b.emitFetch(.src)
            b.emit(.append)
            b.emit(.addHeader, a: 1, text: b.intern("x-b"))
            b.emit(.delHeader, text: b.intern("Cookie"))
        }
        harness.request("GET / HTTP/1.1", "Host: a", "x-a: old", "x-b: first", "Cookie: c", "x-a: older")
        guard case .ended = harness.run() else {
            Issue.record("not ended")
            return
        }
        #expect(harness.headers(harness.request) == ["host: a", "x-b: first", "X-A: 1", "x-b: from 10.1.2.3"])
    }

    @Test func responseRulesChangeTheResponse() throws {
        let harness = try RuleHarness { b in b.setHeader("server", "baton") }
        harness.request("GET / HTTP/1.1", "Host: a").response("HTTP/1.1 200 OK", "Server: x", "Content-Length: 0")
        _ = harness.run(.httpResponse)
        #expect(harness.headers(harness.response).contains("server: baton"))
        #expect(!harness.headers(harness.request).contains("server: baton"))
    }

    @Test func lineEndsDoNotMakeHeaders() throws {
        let harness = try RuleHarness { b in
            b.emit(.begin, a: 0)
            b.emitFetch(.query)
            b.emitConvert(.urlDec)
            b.emit(.append)
            b.emit(.setHeader, a: 0, text: b.intern("x-q"))
        }
        harness.request("GET /?a%0d%0aevil:1%00 HTTP/1.1", "Host: a")
        _ = harness.run()
        #expect(harness.headers(harness.request).contains("x-q: a  evil:1 "))
    }

    /// `if !{ hdr(host) -i a.com } or { path_beg /x }`
    @Test(arguments: [("a.com", "/y", false), ("A.COM", "/x1", true), ("b.com", "/y", true)])
    func conditions(_ host: String, _ path: String, _ denied: Bool) throws {
        let harness = try RuleHarness { b in
            let hosts = b.strings(.str, flags: [.ignoreCase], ["a.com"])
            let paths = b.strings(.beg, ["/x"])
            b.condition(.reqHdr, [Operand(b.intern("host"))], matches: hosts)
            let deny = b.emitJump(.jumpIfFalse)
            b.condition(.path, matches: paths)
            let skip = b.emitJump(.jumpIfFalse)
            b.land(deny)
            b.emit(.deny, a: 403)
            b.land(skip)
            b.emit(.allow)
        }
        harness.request("GET \(path) HTTP/1.1", "Host: \(host)")
        switch harness.run() {
        case .deny(let status): #expect(denied && status == 403)
        case .allow: #expect(!denied)
        default: Issue.record("neither")
        }
    }

    @Test func everyValueIsMatched() throws {
        let harness = try RuleHarness { b in
            let set = b.strings(.str, ["D"])
            b.condition(.reqHdr, [Operand(b.intern("x"))], [(.upper, [])], matches: set)
            let no = b.emitJump(.jumpIfFalse)
            b.emit(.accept)
            b.land(no)
        }
        harness.request("GET / HTTP/1.1", "Host: a", "x: a, \"b,c\"", "x: c,d")
        guard case .accept = harness.run() else {
            Issue.record("d was not found")
            return
        }
        harness.request("GET / HTTP/1.1", "Host: a", "x: a")
        guard case .ended = harness.run() else {
            Issue.record("found what is not there")
            return
        }
    }

    /// The lowest rule over all values wins, whatever the values' order, and converters run for each.
    @Test(arguments: [("b", 1), ("c", 2), ("c,B", 1), ("c, b, A", 0), ("z", -1), ("z,c", 2)])
    func dispatchTakesTheLowest(_ value: String, _ expected: Int) throws {
        let names = ["a", "b", "c", "d", "e", "f"]
        let harness = try RuleHarness { b in
            let set = b.strings(.str, names)
            b.emitFetch(.reqHdr, [Operand(b.intern("x"))])
            b.emitConvert(.lower)
            let first = UInt32(b.operands.count)
            let dispatch = b.emit(.dispatch, a: set.raw, b: first)
            b.emit(.allow)
            for row in 0..<names.count {
                b.operands.append(Operand(.code, a: b.here.raw))
                b.emit(.deny, a: 400 + UInt32(row))
            }
            b.code[dispatch.index].b = first
        }
        harness.request("GET / HTTP/1.1", "Host: a", "x: \(value)")
        switch harness.run() {
        case .deny(let status): #expect(Int(status) - 400 == expected)
        case .allow: #expect(expected == -1)
        default: Issue.record("neither")
        }
    }

    @Test func returnIsBuilt() throws {
        let harness = try RuleHarness { b in
            b.emit(.returnBegin, a: 418)
            b.emit(.begin, a: 0)
            b.emit(.appendText, text: b.intern("yes"))
            b.emit(.returnHeader, a: 0, text: b.intern("x-tea"))
            b.emit(.begin, a: 1)
            b.emit(.appendText, text: b.intern("path "))
            b.emitFetch(.path)
            b.emit(.append)
            b.emit(.appendText, text: b.intern("\n"))
            b.emit(.returnBody, a: 1, text: b.intern("text/plain"))
            b.emit(.returnEnd)
        }
        harness.request("GET /pot HTTP/1.1", "Host: a")
        guard case .respond = harness.run() else {
            Issue.record("no answer")
            return
        }
        let response = harness.environment.pointee.response
        #expect(response.status == 418)
        #expect(response.contentType.string == "text/plain")
        #expect(response.body.string == "path /pot\n")
        #expect(response.headerCount == 1)
        #expect(response.headers[0].name.bytes.string == "x-tea")
        #expect(response.headers[0].value.string == "yes")
    }

    @Test func backendsAndServers() throws {
        let direct = try RuleHarness { $0.emit(.useBackend, a: 1) }
        guard case .useBackend(let id) = direct.run(.useBackend), id == ProxyID(1) else {
            Issue.record("no backend")
            return
        }
        for (name, known) in [("app", true), ("web", false), ("nope", false)] {
            let named = try RuleHarness { b in
                b.emit(.begin, a: 0)
                b.emitFetch(.reqHdr, [Operand(b.intern("be"))])
                b.emit(.append)
                b.emit(.useBackendNamed, a: 0)
                b.emit(.deny, a: 500)
            }
            named.request("GET / HTTP/1.1", "Host: a", "be: \(name)")
            switch named.run(.useBackend) {
            case .useBackend(let id): #expect(known && id == ProxyID(1))
            case .ended: #expect(!known)
            default: Issue.record("neither")
            }
        }
        let server = try RuleHarness { $0.emit(.useServer, a: 1) }
        guard case .useServer(ServerID(1)) = server.run(.useServer) else {
            Issue.record("no server")
            return
        }
    }

    @Test func redirect() throws {
        let harness = try RuleHarness { b in
            b.emit(.begin, a: 0)
            b.emit(.appendText, text: b.intern("https://"))
            b.emitFetch(.base)
            b.emit(.append)
            b.emit(.redirect, a: 301, b: 0, c: 1)
        }
        harness.request("GET /x?y HTTP/1.1", "Host: a.com")
        guard case .redirect(status: 301) = harness.run() else {
            Issue.record("no redirect")
            return
        }
        #expect(harness.environment.pointee.response.location.string == "https://a.com/x")
        #expect(harness.environment.pointee.response.dropQuery)
    }

    @Test(arguments: [
        (Opcode.setPath, "/new", "/new?q=1"), (.setQuery, "a=b", "/old?a=b"), (.setQuery, "", "/old"), (.setURI, "*", "*"),
    ]) func startLine(_ opcode: Opcode, _ value: String, _ expected: String) throws {
        let harness = try RuleHarness { b in
            b.emit(.begin, a: 0)
            b.emit(.appendText, text: b.intern(value))
            b.emit(opcode, a: 0)
        }
        harness.request("GET /old?q=1 HTTP/1.1", "Host: a")
        _ = harness.run()
        #expect(harness.request.pointee.target.string == expected)
    }

    @Test func methodStatusAndLogLevel() throws {
        let harness = try RuleHarness { b in
            b.emit(.begin, a: 0)
            b.emit(.appendText, text: b.intern("PUT"))
            b.emit(.setMethod, a: 0)
            b.emit(.setStatus, a: 503, text: b.intern("Busy"))
            b.emit(.setLogLevel, a: 8)
        }
        harness.request("GET / HTTP/1.1", "Host: a").response("HTTP/1.1 200 OK", "Content-Length: 0")
        _ = harness.run()
        #expect(harness.request.pointee.methodID == .put)
        #expect(harness.response.pointee.status == 503)
        #expect(harness.response.pointee.reason.string == "Busy")
        #expect(harness.record.pointee.logLevel == 8)
    }

    @Test func fullArenaFailsTheRewrite() throws {
        let harness = try RuleHarness(arenaBytes: 8) { b in
            b.emit(.begin, a: 0)
            b.emitFetch(.reqHdr, [Operand(b.intern("host"))])
            b.emit(.append)
            b.emit(.setHeader, a: 0, text: b.intern("x"))
        }
        harness.request("GET / HTTP/1.1", "Host: longer.than.eight")
        guard case .failed(.noRoom) = harness.run() else {
            Issue.record("it went on")
            return
        }
        #expect(harness.environment.pointee.failedRewrites == 1)
        #expect(!harness.headers(harness.request).contains { $0.hasPrefix("x:") })
    }

    @Test func fullHeadFailsTheRewrite() throws {
        let harness = try RuleHarness { b in
            for i in 0..<200 {
                b.emit(.begin, a: 0)
                b.emit(.appendText, text: b.intern("v"))
                b.emit(.addHeader, a: 0, text: b.intern("x-\(i)"))
            }
        }
        harness.request("GET / HTTP/1.1", "Host: a")
        guard case .failed(.noRoom) = harness.run() else {
            Issue.record("it went on")
            return
        }
    }

    @Test func namesTheRule() throws {
        let harness = try RuleHarness { b in
            b.beginRule(proxy: ProxyID(0), kind: .httpRequest, text: b.intern("set-header a b"))
            b.setHeader("a", "b")
            b.beginRule(proxy: ProxyID(0), kind: .httpRequest, text: b.intern("deny"))
            b.emit(.deny, a: 403)
        }
        harness.request("GET / HTTP/1.1", "Host: a")
        _ = harness.run()
        #expect(harness.machine.rule == RuleID(1))
    }

    @Test func unknownWorkIsRefusedWhenLoaded() throws {
        #expect {
            _ = try RuleHarness { $0.emitFetch(.feReqRate) }
        } throws: { error in
            (error as? RuleRefusal)?.message.contains("feReqRate") ?? false
        }
        #expect(throws: RuleRefusal.self) {
            _ = try RuleHarness { b in
                b.emitFetch(.path)
                b.emitConvert(.digest, [Operand(b.intern("sha256"))])
            }
        }
    }

    @Test func noRulesEnd() throws {
        let harness = try RuleHarness { _ in }
        guard case .ended = harness.machine.run(.httpRequest, entry: .none, harness.context) else {
            Issue.record("not ended")
            return
        }
    }
}
