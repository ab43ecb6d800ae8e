import Compiler
import GrammarFormat

/// A configuration that every release accepts, with room for lines in each of its sections.
struct Scaffold {
    /// Lines to be put into sections, by kind.
    var extra: [SectionID: [String]] = [:]

    /// Kinds that lines can be generated for.
    static let kinds: [SectionID] = [.global, .defaults, .frontend, .backend, .listen, .peers, .resolvers, .userlist, .mailers, .cache]

    var text: String {
        var lines: [String] = []
        func section(_ kind: SectionID, _ head: String, _ own: [String]) {
            lines.append(head)
            for line in own + (extra[kind] ?? []) { lines.append("    " + line) }
        }
        section(.global, "global", ["maxconn 100"])
        section(.userlist, "userlist users1", ["user u1 insecure-password p1"])
        section(.peers, "peers peers1", ["peer p1 127.0.0.1:10001"])
        section(.resolvers, "resolvers dns1", ["nameserver ns1 127.0.0.1:53"])
        section(.mailers, "mailers mail1", ["mailer m1 127.0.0.1:25"])
        section(.cache, "cache cache1", ["total-max-size 4"])
        section(.httpErrors, "http-errors errors1", [])
        section(.ring, "ring ring1", ["size 32768"])
        section(
            .defaults, "defaults base", ["mode http", "timeout connect 5s", "timeout client 30s", "timeout server 30s"])
        section(.frontend, "frontend front", ["bind 127.0.0.1:18080", "acl a1 src 127.0.0.1", "default_backend back"])
        section(
            .backend, "backend back",
            ["stick-table type ip size 1k expire 1m store http_req_rate(10s)", "acl a1 src 127.0.0.1", "server s1 127.0.0.1:18081"])
        section(.listen, "listen both", ["bind 127.0.0.1:18082", "acl a1 src 127.0.0.1", "server s1 127.0.0.1:18083"])
        return lines.joined(separator: "\n") + "\n"
    }
}
