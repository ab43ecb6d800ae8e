import Compiler
import GrammarFormat
import Testing

/// What the lines of a section, and sections together, get wrong. Each rule on text that must and must not have its finding; the
/// verdicts are those of HAProxy 3.4.0.
@Suite struct SectionCheckTests {
    private func findings(_ text: String) throws -> [String] {
        let (result, _) = try checked(text, target: .v3_4)
        return result.findings.sorted().filter { $0.severity == .error }.map(\.id.rawValue)
    }

    private let timeouts = " timeout client 1s\n timeout server 1s\n timeout connect 1s\n mode http\n"

    @Test func rulesOfDefaultsAreForOneKindOfSection() throws {
        let shared = "defaults a\n\(timeouts) http-request deny if FALSE\n"
        #expect(try findings("\(shared)frontend f from a\n bind :1\nfrontend g from a\n bind :2\n") == [])
        #expect(try findings("\(shared)frontend f from a\n bind :1\nbackend b from a\n") == ["inherited-rules"])
        #expect(try findings("\(shared)listen f from a\n bind :1\n") == ["inherited-rules"])
        #expect(try findings("defaults a\n\(timeouts) tcp-request connection accept\nbackend b from a\n") == ["inherited-rules"])
        #expect(try findings("defaults a\n\(timeouts) tcp-response content accept\nfrontend f from a\n bind :1\n") == ["inherited-rules"])
        #expect(try findings("defaults a\n\(timeouts) tcp-response content accept\nbackend b from a\n") == [])
    }

    @Test func modesNeedServersOrListeners() throws {
        #expect(try findings("frontend f\n mode spop\n timeout client 1s\n bind :1\n") == ["mode-mismatch"])
        #expect(try findings("frontend f\n mode log\n timeout client 1s\n bind :1\n") == ["mode-mismatch"])
        #expect(try findings("backend b\n mode spop\n timeout server 1s\n timeout connect 1s\n") == [])
        #expect(try findings("backend b\n mode haterm\n") == ["mode-mismatch"])
        #expect(try findings("frontend f\n mode haterm\n timeout client 1s\n bind :1\n") == [])
    }

    @Test func aProxyHasOneStickTable() throws {
        let table = " stick-table type ip size 1k expire 1m\n"
        #expect(try findings("backend b\n\(table)") == [])
        #expect(try findings("backend b\n\(table)\(table)") == ["duplicate-name"])
    }

    @Test func useServerNamesAServerOfItsSection() throws {
        let own = "listen l\n\(timeouts) bind :1\n server s 127.0.0.1:2\n"
        #expect(try findings("\(own) use-server s if TRUE\n") == [])
        #expect(try findings("\(own) use-server t if TRUE\n") == ["unknown-reference"])
        #expect(try findings("\(own) use-server %[hdr(x)] if TRUE\n") == [])
    }

    @Test func aBackendDeclaresNoCapture() throws {
        #expect(try findings("backend b\n\(timeouts) http-request capture path len 10\n") == ["needs-another-line"])
        #expect(try findings("backend b\n\(timeouts) http-request capture path id 0\n") == [])
        #expect(try findings("listen b\n\(timeouts) bind :1\n http-request capture path len 10\n") == [])
    }

    @Test func timeoutsAreThoseOfTheSectionsSide() throws {
        let front = "frontend f\n\(timeouts) bind :1\n"
        #expect(try findings("\(front) http-request set-timeout client 5s\n") == [])
        #expect(try findings("\(front) http-request set-timeout server 5s\n") == ["action-not-here"])
        #expect(try findings("\(front) http-request set-timeout tarpit 5s\n") == [])
        #expect(try findings("backend b\n\(timeouts) http-request set-timeout tunnel 5s\n") == [])
        #expect(try findings("backend b\n\(timeouts) http-response set-timeout client 5s\n") == ["action-not-here"])
        #expect(try findings("listen b\n\(timeouts) bind :1\n http-request set-timeout client 5s\n") == [])
        #expect(try findings("backend b\n\(timeouts) stats http-request capture path len 5\n") == ["needs-another-line"])
    }

    @Test func bandwidthLimitsAreFiltersOfTheSection() throws {
        let front = "frontend f\n\(timeouts) bind :1\n"
        let filter = " filter bwlim-out x default-limit 1m default-period 1s\n"
        #expect(try findings("\(front)\(filter) http-response set-bandwidth-limit x limit 5\n") == [])
        #expect(try findings("\(front)\(filter) http-response set-bandwidth-limit y limit 5\n") == ["unknown-reference"])
        #expect(
            try findings("\(front) http-request set-bandwidth-limit x limit 5\nbackend b\n\(timeouts)\(filter)") == ["unknown-reference"])
    }

    @Test func headersThatHTTPNeeds() throws {
        #expect(try findings("backend b\n\(timeouts) http-send-name-header Host\n") == ["invalid-value"])
        #expect(try findings("backend b\n\(timeouts) http-send-name-header X-Host\n") == [])
    }

    @Test func externalChecksNeedPermissionAndProgram() throws {
        let proxy = "listen l\n\(timeouts) bind :1\n option external-check\n"
        #expect(try findings(proxy) == ["needs-another-line"])
        #expect(try findings("global\n external-check\n\(proxy)") == ["needs-another-line"])
        #expect(try findings("global\n external-check\n\(proxy) external-check command /bin/true\n") == [])
    }

    @Test func cachesHaveASize() throws {
        #expect(try findings("cache c\n max-age 10\n") == ["needs-another-line"])
        #expect(try findings("cache c\n total-max-size 4\n") == [])
    }

    @Test func aBackendTakesNoNoticeOfAnInheritedDefaultBackend() throws {
        #expect(try findings("defaults\n\(timeouts) default_backend b\nbackend b\nfrontend f\n bind :1\n") == [])
        #expect(try findings("listen b\n\(timeouts) bind :1\n default_backend b\n") == ["unknown-reference"])
    }

    @Test func answersHaveOneBodyAndItsType() throws {
        let start = "listen l\n\(timeouts) bind :1\n server s 127.0.0.1:2\n"
        #expect(try findings("\(start) http-error status 503 content-type text/plain string no\n") == [])
        #expect(try findings("\(start) http-error status 503 string no\n") == ["missing-argument"])
        #expect(try findings("\(start) http-request deny string no default-errorfiles\n") == ["unexpected-argument"])
        #expect(try findings("\(start) http-request return status 200 hdr a b\n") == [])
        #expect(try findings("\(start) http-request return status 200 lf-string %[src]\n") == ["missing-argument"])
    }

    @Test func wordsOfOneLine() throws {
        let start = "listen l\n\(timeouts) bind :1\n server s 127.0.0.1:2\n"
        #expect(try findings("\(start) http-request redirect location /a code 302\n") == [])
        #expect(try findings("\(start) http-request redirect location /a code 300\n") == ["invalid-value"])
        #expect(try findings("\(start) http-request sc-inc-gpc0(2)\n") == [])
        #expect(try findings("\(start) http-request sc-inc-gpc0(3)\n") == ["invalid-value"])
        #expect(try findings("\(start) http-request sc-inc-gpc(3,1)\n") == [])
        #expect(try findings("\(start) http-request sc-inc-gpc(1,3)\n") == ["invalid-value"])
        #expect(try findings("global\n tune.stick-counters 4\n\(start) http-request sc-inc-gpc(1,3)\n") == [])
        #expect(try findings("\(start) filter bwlim-in a default-limit 1m default-period 1s\n") == [])
        #expect(try findings("\(start) filter bwlim-in a default-limit 1m\n") == ["missing-argument"])
        #expect(try findings("\(start) filter bwlim-in a default-limit 1m key src\n") == ["unexpected-argument"])
        #expect(try findings("\(start) tcp-request content use-service prometheus-exporter\n") == ["action-not-here"])
        #expect(try findings("\(start) cookie C insert indirect\n") == [])
        #expect(try findings("\(start) cookie C insert prefix\n") == ["unexpected-argument"])
        #expect(try findings("\(start) cookie C indirect rewrite\n") == ["unexpected-argument"])
        #expect(try findings("global\n log global\n\(start)") == ["unexpected-word"])
        #expect(try findings("global\n h1-case-adjust host HoSt\n\(start)") == [])
        #expect(try findings("global\n h1-case-adjust host Hosts\n\(start)") == ["invalid-value"])
        #expect(try findings("\(start) stats http-request track-sc0 src\n") == [])
    }

    @Test func wordsThatCameLater() throws {
        func old(_ text: String) throws -> [String] {
            let (result, _) = try checked(text, target: .v2_6)
            return result.findings.sorted().filter { $0.severity == .error }.map(\.id.rawValue)
        }
        let start = "listen l\n\(timeouts) bind :1\n server s 127.0.0.1:2\n"
        #expect(try old("\(start) errorloc 503 /a\n") == [])
        #expect(try old("\(start) errorloc 431 /a\n") == ["keyword-too-new"])
        #expect(try old("\(start) option tcplog clf\n") == ["keyword-too-new"])
        #expect(try old("\(start) http-request silent-drop rst-ttl 5 if TRUE\n") == ["keyword-too-new"])
        #expect(try old("\(start) stick-table type ipv4 size 1k\n") == ["keyword-too-new"])
        #expect(try findings("\(start) http-request silent-drop rst-ttl 5 if TRUE\n") == [])
    }

    @Test func wordsBehindSomeSectionNamesAreIgnored() throws {
        for section in ["resolvers", "mailers", "ring", "http-errors"] {
            let (result, _) = try checked("\(section) a b\n", target: .v3_4)
            let found = result.findings.sorted()
            #expect(found.contains { $0.id.rawValue == "ignored-here" } && !found.contains { $0.severity == .error }, "\(section)")
        }
        #expect(try findings("peers a b\n") == ["unexpected-argument"])
        // The line is dropped, and those of the section are refused.
        #expect(try findings("backend a b\n") == ["unexpected-argument"])
    }

    @Test func digitsAndDotsAreNoName() throws {
        let (result, _) = try checked("backend b\n\(timeouts) server s 127.1:80\n", target: .v3_4, inputs: .warn)
        #expect(!result.findings.sorted().contains { $0.id.rawValue == "unresolved-name" })
        #expect(try findings("backend b\n\(timeouts) server s 1270.0.1:80\n") == ["invalid-value"])
        #expect(try findings("frontend f\n\(timeouts) bind 127.00.1:80\n acl a src 127.1 0\n") == [])
        #expect(try findings("frontend f\n\(timeouts) bind 127.0.0.256:80\n") == ["invalid-value"])
        #expect(try findings("frontend f\n\(timeouts) bind :80\n acl a src 99999999999\n") == ["bad-pattern"])
    }

    @Test func olderFormsOfAddresses() {
        for (text, value) in [
            ("127.1", 0x7F00_0001), ("0", 0), ("010.0.0.1", 0x0800_0001), ("1.2.3", 0x0102_0003), ("4294967295", 0xFFFF_FFFF),
            ("127.00.1", 0x7F00_0001), ("4294967296", nil), ("1.2.3.256", nil), ("1.16777216", nil), ("1..2", nil), ("1.2.", nil),
            ("09", nil), ("1.2.3.4.5", nil), ("", nil), ("a", nil),
        ] as [(String, UInt32?)] {
            let bytes = Array(text.utf8)
            bytes.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                #expect(IPText.olderIPv4(WordBytes(base: base, count: buffer.count)) == value, "\(text)")
            }
        }
    }

    @Test func namesThatMayStayUnresolved() throws {
        func notes(_ text: String) throws -> Int {
            let (result, _) = try checked(text, target: .v3_4, inputs: .warn)
            return result.findings.sorted().count { $0.id.rawValue == "unresolved-name" }
        }
        #expect(try notes("backend b\n\(timeouts) server s name.example:80\n") == 1)
        #expect(try notes("backend b\n\(timeouts) server s name.example:80 init-addr last,none\n") == 0)
        #expect(try notes("backend b\n\(timeouts) default-server init-addr none\n server s name.example:80\n") == 0)
        #expect(try notes("backend b\n\(timeouts) default-server init-addr none\n server s name.example:80 init-addr libc\n") == 1)
        #expect(try notes("defaults\n\(timeouts) default-server init-addr none\nbackend b\n server s name.example:80\n") == 0)
    }

    @Test func tablesThatRulesName() throws {
        let table = "backend t\n stick-table type ip size 1k\n"
        #expect(try findings("\(table)frontend f\n\(timeouts) bind :1\n http-request track-sc0 src table t\n") == [])
        #expect(try findings("\(table)frontend f\n\(timeouts) bind :1\n http-request track-sc0 src table u\n") == ["unknown-reference"])
        #expect(try findings("\(table)frontend f\n\(timeouts) bind :1\n http-request track-sc0 src\n") == ["unknown-reference"])
        #expect(try findings("backend t\n\(timeouts) stick-table type ip size 1k\n stick on src\n") == [])
        #expect(try findings("backend t\n\(timeouts) stick on src\n") == ["unknown-reference"])
        #expect(
            try findings("\(table)frontend f\n\(timeouts) bind :1\n http-request deny if { src,in_table(u) }\n") == ["unknown-reference"])
    }

    @Test func errorStatuses() throws {
        #expect(try findings("backend b\n\(timeouts) errorloc 503 /x\n") == [])
        #expect(try findings("backend b\n\(timeouts) errorloc 509 /x\n").count == 1)
        #expect(try findings("backend b\n\(timeouts) errorfile 503 /x\n") == [])
        #expect(try findings("backend b\n\(timeouts) errorfile 509 /x\n") == ["no-such-error-status"])
    }

    @Test func nameServersHaveNamesOfTheirOwn() throws {
        #expect(try findings("resolvers r\n nameserver a 127.0.0.1:53\n nameserver b 127.0.0.1:54\n") == [])
        #expect(try findings("resolvers r\n nameserver a 127.0.0.1:53\n nameserver a 127.0.0.1:54\n") == ["duplicate-name"])
    }

    @Test func regularExpressionsCompile() throws {
        #expect(try findings("backend b\n\(timeouts) acl a path_reg ^/a(b|c)+$\n") == [])
        #expect(try findings("backend b\n\(timeouts) acl a path_reg ^/a(\n") == ["bad-regex"])
        #expect(try findings("backend b\n\(timeouts) acl a path -m reg [z-a]\n") == ["bad-regex"])
        #expect(try findings("backend b\n\(timeouts) http-request replace-path (.* /x\n") == ["bad-regex"])
        #expect(try findings("backend b\n\(timeouts) http-request replace-path (.*) /x\\1\n") == [])
    }

    @Test func usersAndGroupsNameEachOther() throws {
        #expect(try findings("userlist u\n group g users a,b\n user a password x\n user b password x groups g\n") == [])
        #expect(try findings("userlist u\n group g users c\n user a password x\n") == ["unknown-reference"])
        #expect(try findings("userlist u\n user a password x groups g,h\n group g\n") == ["unknown-reference"])
        let (twice, _) = try checked("userlist u\n user a password x\n user a password y\n", target: .v3_4)
        #expect(twice.findings.sorted().contains { $0.id == .duplicateName && $0.severity == .warning })
    }

    @Test func rulesCaptureIntoSlotsThatAreDeclared() throws {
        let start = "frontend f\n\(timeouts) bind :1\n"
        #expect(try findings("\(start) http-response capture str(a) id 0\n") == ["unknown-reference"])
        #expect(try findings("\(start) http-response capture str(a) id 0\n declare capture response len 9\n") == [])
        #expect(
            try findings("\(start) http-after-response capture str(a) id 1\n capture response header x len 9\n") == ["unknown-reference"])
        #expect(
            try findings("\(start) http-request capture path id 1\n http-request capture path len 9\n capture request header x len 9\n")
                == [])
        #expect(try findings("\(start) declare capture request len 9\n http-response capture str(a) id 0\n") == ["unknown-reference"])
        #expect(try findings("backend b\n\(timeouts) http-response capture str(a) id 7\n") == [])
        #expect(try findings("\(start) http-response capture str(a) len 9\n") == ["unexpected-argument"])
        #expect(try findings("\(start) capture request header x len -4\n") == ["invalid-value"])
    }

    @Test func theFirstOfSomeGlobalLinesCounts() throws {
        func warned(_ text: String) throws -> Int {
            let (result, _) = try checked(text, target: .v3_4)
            #expect(!result.findings.sorted().contains { $0.severity == .error })
            return result.findings.sorted().filter { $0.id == .repeatedDirective && $0.severity == .warning }.count
        }
        #expect(try warned("global\n maxconn 10\n") == 0)
        #expect(try warned("global\n maxconn 10\nglobal\n maxconn 20\n") == 1)
        #expect(try warned("global\n user root\n uid 0\n") == 1)
        #expect(try warned("global\n unix-bind prefix a prefix b\n unix-bind prefix c mode 600 mode 600\n") == 2)
        #expect(try warned("global\n maxconn -1\n") == 0)
        #expect(try findings("global\n maxconn 10x\n") == ["invalid-value"])
        #expect(try findings("global\n crt-base /a\n crt-base /a\n") == ["repeated-directive"])
    }

    @Test func listenersThatSpeakTLSHaveACertificate() throws {
        let start = "frontend f\n\(timeouts)"
        #expect(try findings("\(start) bind :1 ssl\n") == ["needs-another-line"])
        #expect(try findings("\(start) bind :1 ssl strict-sni\n") == [])
        #expect(try findings("global\n ssl-default-bind-options strict-sni\n\(start) bind :1 ssl\n") == [])
        #expect(try findings("\(start) bind :1 ssl-min-ver TLSv1.2\n") == [])
    }

    @Test func aBackendThatDefaultsToItself() throws {
        #expect(try findings("backend b\n\(timeouts) default_backend b\n") == ["unknown-reference"])
        #expect(try findings("backend b\n\(timeouts) default_backend c\n") == ["unknown-reference"])
        #expect(try findings("backend b\n\(timeouts) default_backend c\nbackend c\n\(timeouts)") == [])
    }

    @Test func accountsOfThisMachine() throws {
        let (result, _) = try checked("global\n user no-such-user\n group root\n", target: .v3_4, inputs: .warn)
        #expect(result.findings.sorted().filter { $0.id == .unknownAccount }.map(\.severity) == [.note])
        let (strict, _) = try checked("global\n user no-such-user\n", target: .v3_4, inputs: .strict)
        #expect(strict.findings.sorted().filter { $0.id == .unknownAccount }.map(\.severity) == [.error])
    }

    @Test func moreWordsOfOneLine() throws {
        let start = "listen l\n\(timeouts) bind :1\n server s 127.0.0.1:2\n"
        #expect(try findings("\(start) filter trace name a hexdump\n") == [])
        #expect(try findings("\(start) filter trace name a name b\n") == ["unexpected-argument"])
        #expect(try findings("\(start) http-request set-var-fmt(txn.a) %[src] if TRUE\n") == [])
        #expect(try findings("\(start) http-request set-var-fmt(txn.a) if TRUE\n") == ["missing-argument"])
        #expect(try findings("global\n tune.streams-elasticity 0\n tune.h2.fe.max-concurrent-streams 10 min 10\n") == [])
        #expect(try findings("global\n tune.streams-elasticity 99\n") == ["invalid-value"])
        #expect(try findings("global\n tune.h2.fe.max-concurrent-streams 10 min 11\n") == ["invalid-value"])
        #expect(try findings("defaults\n acl a src 10.0.0.1\n") == ["rule-in-anonymous-defaults"])
        #expect(try findings("defaults d\n acl a src 10.0.0.1\n") == [])
        #expect(try findings("ring r\n size 0\n") == ["invalid-value"])
        #expect(try findings("\(start) http-check expect status 200-399,404\n") == [])
        #expect(try findings("\(start) http-check expect ! status ok\n") == ["invalid-value"])
        #expect(try findings("resolvers d\n nameserver n 10.0.0.1:53\n\(start) http-request do-resolve(txn.a,d,ipv6) str(a)\n") == [])
        #expect(
            try findings("resolvers d\n nameserver n 10.0.0.1:53\n\(start) http-request do-resolve(txn.a,d,any) str(a)\n")
                == ["invalid-value"])
    }

    @Test func samplesMeanTheirOwnSectionOrNameAnother() throws {
        let front = "frontend f\n\(timeouts) bind :1\n"
        let back = "backend b\n\(timeouts) server s 127.0.0.1:2\n server-template t 3 127.0.0.1:2\n"
        func rule(_ condition: String) -> String { " http-request deny if { \(condition) gt 1 }\n" }
        for (text, isRefused) in [
            (front + rule("src_http_req_rate"), true), (front + rule("src_http_req_rate(b)"), true),
            (front + " stick-table type ip size 1k store http_req_rate(1s)\n" + rule("src_http_req_rate"), false),
            (front + rule("sc_http_req_rate(0)"), false), (front + rule("fe_conn"), false), (front + rule("avg_queue"), true),
            (front + rule("avg_queue(b)") + back, false), (back + rule("fe_conn"), true), (back + rule("nbsrv"), false),
            (front + back + rule("srv_conn(s)"), false), (front + back + rule("srv_conn(t3)"), false),
            (front + back + rule("srv_conn(t4)"), true), (front + rule("srv_conn(s)") + back, true),
            (front + rule("srv_conn(b/s)") + back, false), (front + rule("srv_conn(c/s)") + back, true),
            (front + " log-format %[nbsrv]\n", true),
            ("defaults d\n\(timeouts)" + rule("srv_conn(b/s)") + back.replacing("backend b", with: "backend b from d"), false),
            ("defaults d\n\(timeouts)" + rule("srv_conn(s)") + back.replacing("backend b", with: "backend b from d"), true),
            ("defaults d\n\(timeouts) http-request track-sc0 src\n" + front, true),
            ("defaults\n\(timeouts) log-format %[nbsrv]\n" + front, false),
            ("defaults d\n\(timeouts)" + rule("fe_conn") + front.replacing("frontend f", with: "frontend f from d"), false),
            ("defaults d\n\(timeouts)" + rule("nbsrv") + front.replacing("frontend f", with: "frontend f from d"), true),
        ] {
            #expect(try findings(text) == (isRefused ? ["unknown-reference"] : []), "\(text)")
        }
    }

    @Test func defaultsWithoutANameMayInherit() throws {
        #expect(try findings("defaults a\n\(timeouts)defaults from a\nfrontend f\n bind :1\n") == [])
        #expect(try findings("defaults from nothing\n") == ["unknown-reference"])
        #expect(try findings("defaults a\n\(timeouts) http-request deny if FALSE\ndefaults from a\n").count == 1)
    }
}

/// What older releases let pass, and how much.
@Suite struct OlderReleaseTests {
    private func findings(_ text: String, _ target: Release) throws -> [String] {
        let (result, _) = try checked(text, target: target)
        return result.findings.sorted().filter { $0.severity != .note && $0.id != .noListener }.map {
            "\($0.severity.name) \($0.id.rawValue)"
        }
    }

    @Test func emptyWordsEndTheLine() throws {
        #expect(try findings("global\n description a '' b\n", .v3_4) == ["error empty-argument"])
        #expect(try findings("global\n description a '' b\n", .v2_6) == ["warning empty-argument"])
        #expect(try findings("global\n nbthread 4 '' b\n", .v3_2) == ["warning empty-argument"])
        #expect(try findings("global\n nbthread ''\n", .v2_6).contains("error missing-argument"))
    }

    @Test func lettersBehindNumbers() throws {
        let frontend = "frontend f\n timeout client 1s\n"
        #expect(try findings("\(frontend) bind :80x\n", .v2_8) == ["warning invalid-value"])
        #expect(try findings("\(frontend) bind :80x\n", .v3_0).first == "error invalid-value")
        #expect(try findings("\(frontend) bind :x\n", .v2_6).first == "error invalid-value")
        #expect(try findings("global\n maxconn 10x\n", .v2_6) == [])
        #expect(try findings("global\n maxconn 10x\n", .v2_8) == ["error invalid-value"])
        #expect(try findings("ring r\n size 32768q\n", .v3_0) == [])
        #expect(try findings("ring r\n size 32768q\n", .v3_2) == ["error invalid-value"])
    }

    @Test func numbersOfThreads() throws {
        for (target, most) in [(Release.v2_6, 64), (.v2_8, 256), (.v3_0, 256), (.v3_2, 1024), (.v3_4, 1024)] {
            #expect(try findings("global\n nbthread \(most)\n", target) == [])
            #expect(try findings("global\n nbthread \(most + 1)\n", target) == ["error invalid-value"])
        }
        #expect(try findings("global\n thread-groups 2\n", .v2_6) == ["error invalid-value"])
        #expect(try findings("global\n thread-groups 2\n", .v2_8) == [])
    }

    @Test func samplesForMarks() throws {
        let start = "listen l\n mode http\n bind :1\n timeout client 1s\n timeout server 1s\n timeout connect 1s\n"
        #expect(try !findings("\(start) http-request set-mark 0x1F\n", .v2_8).contains { $0.hasPrefix("error") })
        #expect(try findings("\(start) http-request set-mark src\n", .v2_8).contains("error invalid-value"))
        #expect(try !findings("\(start) http-request set-mark src\n", .v3_0).contains { $0.hasPrefix("error") })
    }
}
