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
        for section in ["backend", "resolvers", "mailers", "ring", "http-errors"] {
            let (result, _) = try checked("\(section) a b\n", target: .v3_4)
            let found = result.findings.sorted()
            #expect(found.contains { $0.id.rawValue == "ignored-here" } && !found.contains { $0.severity == .error }, "\(section)")
        }
        #expect(try findings("peers a b\n") == ["unexpected-argument"])
    }

    @Test func digitsAndDotsAreNoName() throws {
        let (result, _) = try checked("backend b\n\(timeouts) server s 127.1:80\n", target: .v3_4)
        #expect(!result.findings.sorted().contains { $0.id.rawValue == "unresolved-name" })
    }

    @Test func namesThatMayStayUnresolved() throws {
        func notes(_ text: String) throws -> Int {
            let (result, _) = try checked(text, target: .v3_4)
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
}
