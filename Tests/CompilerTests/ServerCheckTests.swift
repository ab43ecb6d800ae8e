import Compiler
import GrammarFormat
import Testing

/// Servers: their checks, their TLS, whom they track, their numbers. Each rule on text that must and must not have its finding; the verdicts
/// are those of HAProxy 3.4.0.
@Suite struct ServerCheckTests {
    private func findings(_ lines: String, _ before: String = "") throws -> [String] {
        let text = """
            \(before)defaults
             mode http
             timeout client 1s
             timeout server 1s
             timeout connect 1s
            frontend f
             bind :1
            backend b
            \(lines)
            """
        let (result, _) = try checked(text + "\n", target: .v3_4)
        return result.findings.sorted().filter { $0.severity == .error }.map(\.id.rawValue)
    }

    @Test func aCheckedServerHasAPort() throws {
        #expect(try findings(" server s 127.0.0.1 check") == ["check-without-port"])
        #expect(try findings(" server s 127.0.0.1 check port 80") == [])
        #expect(try findings(" default-server port 80\n server s 127.0.0.1 check") == [])
        #expect(try findings(" default-server check\n server s 127.0.0.1") == ["check-without-port"])
        #expect(try findings(" server-template s 3 127.0.0.1 check") == ["check-without-port"])
        #expect(try findings(" server s 127.0.0.1 check\n tcp-check connect port 80") == [])
        #expect(try findings(" server s 127.0.0.1:80 agent-check") == ["check-without-port"])
        #expect(try findings(" default-server agent-check\n server s 127.0.0.1:80 agent-port 5") == [])
    }

    @Test func serversAreVerified() throws {
        #expect(try findings(" server s 127.0.0.1:2 ssl") == ["needs-another-line"])
        #expect(try findings(" server s 127.0.0.1:2 check-ssl") == ["needs-another-line"])
        #expect(try findings(" server s 127.0.0.1:2 ssl verify none") == [])
        #expect(try findings(" server s 127.0.0.1:2 ssl verify required") == ["needs-another-line"])
        #expect(try findings(" server s 127.0.0.1:2 ssl ca-file @system-ca") == [])
        #expect(try findings(" server s 127.0.0.1:2 ssl no-ssl") == [])
        #expect(try findings(" server s 127.0.0.1:2 ssl no-check-ssl") == ["needs-another-line"])
        #expect(
            try findings(" default-server ssl verify none\n server s 127.0.0.1:2\n server t 127.0.0.1:3 verify required")
                == ["needs-another-line"])
        #expect(try findings(" server s 127.0.0.1:2\n http-check connect ssl") == ["needs-another-line"])
        #expect(try findings(" server s 127.0.0.1:2 verify none\n http-check connect ssl") == [])
        #expect(try findings(" disabled\n server s 127.0.0.1:2 ssl") == [])
        #expect(try findings(" server s 127.0.0.1:2 ssl", "global\n ssl-server-verify none\n") == [])
    }

    @Test func trackedServersAreThereAndChecked() throws {
        #expect(try findings(" server s 127.0.0.1:2 check\n server t 127.0.0.1:3 track s") == [])
        #expect(try findings(" server s 127.0.0.1:2 check\n server t 127.0.0.1:3 track b/s\n server u 127.0.0.1:3 track t") == [])
        #expect(try findings(" server s 127.0.0.1:2 agent-check agent-port 5\n server t 127.0.0.1:3 track s") == [])
        #expect(try findings(" server s 127.0.0.1:2\n server t 127.0.0.1:3 track s") == ["needs-another-line"])
        #expect(try findings(" server t 127.0.0.1:3 track s") == ["unknown-reference"])
        #expect(try findings(" server t 127.0.0.1:3 track c/s") == ["unknown-reference"])
        #expect(try findings(" server t 127.0.0.1:3 track t") == ["unknown-reference"])
        #expect(
            try findings(" server t 127.0.0.1:3 track u\n server u 127.0.0.1:2 track t") == ["unknown-reference", "unknown-reference"])
        #expect(try findings(" server t 127.0.0.1:3 check track u\n server u 127.0.0.1:2 check") == ["unexpected-argument"])
        #expect(try findings(" server-template x 3 127.0.0.1:2 check\n server t 127.0.0.1:3 track x3") == [])
        #expect(try findings(" server-template x 3 127.0.0.1:2 check\n server t 127.0.0.1:3 track x4") == ["unknown-reference"])
    }

    @Test func numbersAreUsedOnce() throws {
        #expect(try findings(" server s 127.0.0.1:2 id 5\n server t 127.0.0.1:3 id 6") == [])
        #expect(try findings(" server s 127.0.0.1:2 id 5\n server t 127.0.0.1:3 id 5") == ["duplicate-id"])
        #expect(try findings(" server s 127.0.0.1:2 id 5\n server t 127.0.0.1:3 id 5 id 6") == [])
        #expect(try findings(" id 5\nbackend c\n id 5") == ["duplicate-id"])
        #expect(try findings(" id 5\n id 5") == ["duplicate-id"])
        #expect(try findings("frontend g\n bind :2 id 5\n bind :3 id 5") == ["duplicate-id"])
        #expect(try findings("frontend g\n bind :2 id 5\nfrontend h\n bind :3 id 5") == [])
    }

    @Test func expressionsOfServers() throws {
        #expect(try findings(" server s 127.0.0.1:2 ssl verify none sni req.hdr(host)") == [])
        #expect(try findings(" server s 127.0.0.1:2 ssl verify none sni req.hdr(host),lower pool-conn-name str(a)") == [])
        #expect(try findings(" server s 127.0.0.1:2 ssl verify none sni nothing") == ["unknown-fetch"])
        #expect(try findings(" server s 127.0.0.1:2 ssl verify none sni some\\ text") == ["unknown-fetch"])
        #expect(try findings(" server s 127.0.0.1:2 pool-conn-name nothing") == ["unknown-fetch"])
        #expect(try findings(" server s 127.0.0.1:2 ssl verify none sni res.hdr(host)") == ["fetch-not-available-here"])
    }

    @Test func usesrcFollowsSource() throws {
        #expect(try findings(" server s 127.0.0.1:2 source 10.0.0.1 usesrc clientip") == [])
        #expect(try findings(" server s 127.0.0.1:2 usesrc") == ["unexpected-argument"])
        #expect(try findings(" server s 127.0.0.1:2 source 10.0.0.1 weight 2 usesrc") == ["unexpected-argument"])
    }
}
