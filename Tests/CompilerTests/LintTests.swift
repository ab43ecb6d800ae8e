import Compiler
import GrammarFormat
import Testing

/// Warnings beyond the reference: each rule on text that must and that must not have its finding. All of it is accepted.
@Suite struct LintTests {
    /// `id line:column` of the lints in `text`, in order; other findings are left out.
    private func lints(_ text: String, environment: [String: String] = [:], inputs: InputPolicy = .skip) throws -> [String] {
        let (result, sources) = try checked(text, target: .v3_4, inputs: inputs, environment: environment)
        return result.findings.sorted().filter { Self.ids.contains($0.id.rawValue) }.map { finding in
            let place = sources.place(finding.span)
            return "\(finding.id.rawValue) \(place.line):\(place.column)"
        }
    }

    private static let ids: Set<String> = [
        "unused-acl", "unused-backend", "unreachable-rule", "condition-always-true", "condition-always-false", "variable-never-read",
        "variable-never-set", "overlapping-binds", "senseless-timeout", "cancelling-options", "plain-secret", "exponential-regex",
        "unknown-backend-in-map", "variable-set-after-read", "variable-type", "odd-check-port",
    ]

    private let front = "frontend f\n mode http\n timeout client 1s\n bind :1\n"
    private let back = " mode http\n timeout server 1s\n timeout connect 1s\n"

    // MARK: ACLs

    @Test func anACLThatNothingUses() throws {
        #expect(try lints("\(front) acl a path /\n http-request deny\n") == ["unused-acl 5:6"])
        #expect(try lints("\(front) acl a path /\n acl a path /b\n") == ["unused-acl 5:6"])
        // Another section's ACL of the same name is another one.
        #expect(
            try lints("\(front) acl a path /\nlisten l\n\(back) timeout client 1s\n bind :2\n acl a path /\n http-request deny if a\n")
                .count == 1)
    }

    @Test func anACLThatIsUsed() throws {
        #expect(try lints("\(front) acl a path /\n http-request deny if !a\n") == [])
        #expect(try lints("\(front) acl a path /\n acl b src 1.2.3.4\n http-request deny if b or a\n") == [])
        #expect(try lints("\(front) acl a path /\n http-request deny if { acl(!a) }\n") == [])
        #expect(try lints("\(front) acl a path /\n use_backend b if a\nbackend b\n\(back)") == [])
        // Lines that cannot be read may use it.
        #expect(try lints("\(front) acl a path /\n http-request use-service lua.x if METH_GET a\n") == [])
        #expect(try lints("\(front) acl a path /\n http-request set-heeder x y if a\n") == [])
        #expect(try lints("\(front) acl a path /\n http-request deny if a b\n") == [])
    }

    // MARK: backends

    @Test func aBackendThatNothingNames() throws {
        #expect(try lints("\(front) default_backend a\nbackend a\n\(back)backend b\n\(back)") == ["unused-backend 10:9"])
        #expect(try lints("\(front) default_backend a\nbackend a\n\(back)backend b\n\(back) stick-table type ip size 1k\n").count == 1)
    }

    @Test func aBackendThatIsNamed() throws {
        let b = "backend b\n\(back)"
        // Something is sent somewhere.
        let sends = "backend a\n\(back)\(front) default_backend a\n"
        #expect(try lints("\(front) default_backend b\n\(b)") == [])
        #expect(try lints("defaults\n default_backend b\n\(front)\(b)") == [])
        #expect(try lints("\(front) use_backend b if { path / }\n\(b)") == [])
        #expect(try lints("\(front) use_backend %[path] if { path / }\n\(b)") == [])
        #expect(try lints("\(sends) monitor fail if { nbsrv(b) lt 1 }\n\(b)") == [])
        #expect(try lints("\(sends) monitor fail if { srv_is_up(b/s) }\n\(b) server s 127.0.0.1:1\n") == [])
        #expect(try lints("\(sends) http-request deny if { src,table_http_req_rate(b) gt 1 }\n\(b) stick-table type ip size 1k\n") == [])
        #expect(try lints("\(sends) http-request track-sc0 src table b\n\(b) stick-table type ip size 1k\n") == [])
        #expect(
            try lints("\(front) default_backend a\nbackend a\n\(back) server s 127.0.0.1:1 track b/t\n\(b) server t 127.0.0.1:2 check\n")
                == [])
        #expect(try lints("\(sends) log backend@b local0\nbackend b\n mode log\n server s 127.0.0.1:1\n") == [])
        #expect(try lints("\(front) default_backend a\nbackend a\n\(back)\(b) disabled\n") == [])
        // A table that peers fill.
        #expect(
            try lints(
                "peers p\n peer a 127.0.0.1:1\n\(front) default_backend a\nbackend a\n\(back)\(b) stick-table type ip size 1k peers p\n")
                == [])
        // Nothing is sent anywhere: a part, or backends that are only watched.
        #expect(try lints("\(front)\(b)") == [])
        // A name that is not there may be meant for it.
        #expect(try lints("\(front) default_backend a\n\(b)") == [])
        // The part of a configuration that has no frontend.
        #expect(try lints(b) == [])
        // An agent's own configuration names its backend.
        #expect(
            try lints(
                "\(front) default_backend a\n filter spoe engine e config /e.cfg\nbackend a\n\(back)backend b\n mode tcp\n timeout server 1s\n timeout connect 1s\n"
            ) == [])
        // What the environment says elsewhere is not known.
        #expect(
            try lints("\(front) default_backend \"$NAME\"\nbackend a\n\(back)\(b)", environment: ["NAME": "a"]) == [])
    }

    // MARK: rules

    @Test func rulesBehindOneThatEndsTheirSet() throws {
        #expect(try lints("\(front) http-request deny\n http-request set-header A b\n http-request deny\n") == ["unreachable-rule 6:2"])
        #expect(try lints("\(front) http-request redirect location /\n http-request deny\n") == ["unreachable-rule 6:2"])
        #expect(try lints("\(front) tcp-request connection accept\n tcp-request connection reject\n") == ["unreachable-rule 6:2"])
        #expect(
            try lints("\(front) use_backend b\n use_backend c if { path / }\nbackend b\n\(back)backend c\n\(back)")
                == ["unreachable-rule 6:2"])
        #expect(
            try lints("\(front) http-request deny if TRUE\n http-request allow\n")
                == ["condition-always-true 5:20", "unreachable-rule 6:2"])
    }

    @Test func rulesThatRun() throws {
        #expect(try lints("\(front) http-request deny if { path / }\n http-request deny\n") == [])
        #expect(try lints("\(front) http-request set-header A b\n http-request deny\n") == [])
        #expect(try lints("\(front) http-request deny\n http-response set-header A b\n") == [])
        #expect(try lints("\(front) http-request redirect location %[path] ignore-empty\n http-request deny\n") == [])
        #expect(try lints("\(front) http-request allow\nlisten l\n\(back) timeout client 1s\n bind :2\n http-request deny\n") == [])
        #expect(try lints("\(front) use_backend b\n default_backend c\nbackend b\n\(back)backend c\n\(back)") == [])
    }

    // MARK: conditions

    @Test func conditionsWithOneAnswer() throws {
        #expect(try lints("\(front) http-request set-header A b if TRUE\n") == ["condition-always-true 5:30"])
        #expect(try lints("\(front) http-request set-header A b unless FALSE\n") == ["condition-always-true 5:30"])
        #expect(try lints("\(front) http-request set-header A b if !TRUE\n") == ["condition-always-false 5:30"])
        #expect(try lints("\(front) http-request set-header A b if { always_false }\n") == ["condition-always-false 5:30"])
        #expect(try lints("\(front) http-request set-header A b if { path / } FALSE\n") == ["condition-always-false 5:30"])
        #expect(try lints("\(front) acl a path /\n http-request set-header A b if a !a\n") == ["condition-always-false 6:30"])
        #expect(try lints("\(front) acl a path /\n http-request set-header A b if a or !a\n") == ["condition-always-true 6:30"])
        #expect(try lints("\(front) acl a path /\n http-request set-header A b if a or TRUE\n") == ["condition-always-true 6:30"])
    }

    @Test func conditionsWithTwo() throws {
        #expect(try lints("\(front) http-request set-header A b if METH_GET\n") == [])
        #expect(try lints("\(front) acl a path /\n acl b src 1.2.3.4\n http-request set-header A b if a !b or b !a\n") == [])
        #expect(try lints("\(front) acl a rand(10) lt 5\n http-request set-header A b if a !a\n") == [])
        // A switch with a name.
        #expect(try lints("\(front) acl maintenance always_false\n http-request deny if maintenance\n") == [])
        // A condition that must stand.
        #expect(try lints("\(front) stats admin if TRUE\n") == [])
        #expect(try lints("listen l\n\(back) timeout client 1s\n bind :2\n use-server s if TRUE\n server s 127.0.0.1:1\n") == [])
    }

    // MARK: variables

    @Test func variablesOfWhichHalfIsMissing() throws {
        #expect(try lints("\(front) http-request set-var(txn.a) path\n") == ["variable-never-read 5:23"])
        #expect(try lints("\(front) http-request deny if { var(txn.a) -m int 1 }\n") == ["variable-never-set 5:29"])
        #expect(
            try lints("\(front) http-request set-var(req.a) path\n http-response set-header A %[var(txn.a)]\n")
                == ["variable-never-read 5:23", "variable-never-set 6:35"])
        #expect(try lints("\(front) http-request set-header A %[path,set-var(txn.a)]\n") == ["variable-never-read 5:43"])
        #expect(try lints("backend b\n\(back) http-check set-var(check.a) int(1)\n") == ["variable-never-read 5:13"])
    }

    @Test func variablesThatAreSetAndRead() throws {
        let set = "\(front) http-request set-var(txn.a) path\n"
        #expect(try lints("\(set) http-request deny if { var(txn.a) -m int 1 }\n") == [])
        #expect(try lints("\(set) log-format %[var(txn.a)]\n") == [])
        #expect(try lints("\(set)backend b\n\(back) http-response set-header A %[var(txn.a)]\n") == [])
        #expect(try lints("\(set) http-request deny if { path,strcmp(txn.a) eq 0 }\n") == [])
        #expect(try lints("\(set) http-request set-header A %[path,concat(-,txn.a)]\n") == [])
        #expect(try lints("\(front) http-request set-var-fmt(txn.a) x\n http-request deny if { var(txn.a) -m str x }\n") == [])
        #expect(try lints("\(front) http-request set-var(txn.a,ifnotexists) path\n http-request deny if { var(txn.a) -m str x }\n") == [])
        #expect(
            try lints(
                "resolvers r\n nameserver n 127.0.0.1:53\n\(front) http-request do-resolve(txn.a,r) path\n http-request set-dst var(txn.a)\n"
            )
                == [])
        // Not read as samples.
        #expect(try lints("\(set)backend b\n\(back) server s 127.0.0.1:1 ssl verify none sni var(txn.a)\n") == [])
        #expect(
            try lints(
                "backend b\n\(back) http-check set-var(check.a) int(1)\n http-check expect hdr name-lf -m str %[var(check.a)]\n") == [])
        // Provided for.
        #expect(try lints("\(front) http-request deny if { var(txn.a,0) -m int 1 }\n") == [])
        // Known to the process.
        #expect(try lints("\(front) http-request deny if { var(proc.a) -m int 1 }\n") == [])
        // Others may know them.
        #expect(try lints("global\n lua-load /x.lua\n\(set)") == [])
        #expect(try lints("\(front) filter spoe engine e config /e.cfg\n http-request deny if { var(txn.e.a) -m int 1 }\n") == [])
        #expect(try lints("\(set) http-request return lf-file /x content-type text/plain\n") == [])
        // The line in error may be the other half.
        #expect(try lints("\(set) http-request set-header A %[var(txn.a)x]\n") == [])
    }

    @Test func variablesReadBeforeTheyAreSet() throws {
        let deny = "http-request deny if { var(txn.a) -m found }\n"
        let set = "http-request set-var(txn.a) path\n"
        #expect(try lints("\(front) \(deny) \(set)") == ["variable-set-after-read 5:29"])
        #expect(try lints("\(front) \(set) tcp-request content reject if { var(txn.a) -m found }\n") == ["variable-set-after-read 6:38"])
        #expect(try lints("\(front) \(deny) http-response set-var(txn.a) status\n") == ["variable-set-after-read 5:29"])
        #expect(
            try lints("\(front) http-response set-var(txn.a) status\n use_backend b if { var(txn.a) -m found }\nbackend b\n\(back)")
                == ["variable-set-after-read 6:25"])
        // By the name of an ACL, which may stand anywhere.
        #expect(
            try lints("\(front) acl a var(txn.a) -m found\n http-request deny if a\n http-request allow if a\n \(set)")
                == ["variable-set-after-read 5:12"])
        #expect(try lints("\(front) \(deny) http-request set-header A %[path,set-var(txn.a)]\n") == ["variable-set-after-read 5:29"])
        #expect(
            try lints("\(front) \(deny) http-request set-var(txn.a) path if { var(txn.b) -m found }\n http-request set-var(txn.b) path\n")
                == ["variable-set-after-read 5:29", "variable-set-after-read 6:44"])
        #expect(
            try lints(
                "\(front) tcp-request connection reject if { var(sess.a) -m found }\n tcp-request session set-var(sess.a) src\n")
                == ["variable-set-after-read 5:41"])
    }

    @Test func variablesThatAnotherRuleMayHaveSet() throws {
        let deny = "http-request deny if { var(txn.a) -m found }\n"
        let set = "http-request set-var(txn.a) path\n"
        let response = "http-response set-header A %[var(txn.a)]\n"
        #expect(try lints("\(front) \(set) \(deny)") == [])
        #expect(try lints("\(front) \(response) \(set)") == [])
        // Read later too, or set before too.
        #expect(try lints("\(front) \(deny) \(set) \(response)") == [])
        #expect(try lints("\(front) \(set) \(deny) \(set)") == [])
        #expect(try lints("\(front) http-request set-var(txn.a) path unless { var(txn.a) -m found }\n") == [])
        #expect(try lints("\(front) acl a var(txn.a) -m found\n \(set) http-request deny if a\n") == [])
        #expect(try lints("\(front) log-format %[var(txn.a)]\n \(set)") == [])
        #expect(try lints("\(front) monitor fail if { var(txn.a) -m found }\n \(set)") == [])
        // An ACL of which not all uses are rules.
        #expect(try lints("\(front) acl a var(txn.a) -m found\n http-request deny if a\n \(set) monitor fail if a\n") == [])
        #expect(
            try lints("\(front) acl a var(txn.a) -m found\n http-request deny if a\n \(set) http-request deny if { acl(a) }\n") == [])
        // Other sections.
        #expect(try lints("\(front) \(deny) default_backend b\nbackend b\n\(back) \(set)") == [])
        #expect(try lints("\(front) \(deny) \(set)frontend g\n mode http\n timeout client 1s\n bind :2\n \(set)") == [])
        #expect(try lints("defaults d\n mode http\n \(set)\(front) \(deny)") == [])
        // An earlier request of the session, and rules that run again when more data came.
        #expect(
            try lints("\(front) http-request deny if { var(sess.a) -m found }\n http-request set-var(sess.a) path\n") == [])
        #expect(
            try lints(
                "\(front) tcp-request content reject if { var(txn.a) -m found }\n tcp-request content set-var(txn.a) path if HTTP\n")
                == [])
        // Provided for, and others that may set it.
        #expect(try lints("\(front) http-request set-header A %[var(txn.a,-)]\n \(set)") == [])
        #expect(try lints("global\n lua-load /x.lua\n\(front) \(deny) \(set)") == [])
        #expect(try lints("\(front) filter spoe engine e config /e.cfg\n \(deny) \(set)") == [])
        #expect(try lints("\(front) \(deny) \(set)backend b\n\(back) server s 127.0.0.1:1 ssl verify none sni var(txn.a)\n") == [])
    }

    /// The lints of `http-request` rules: one that sets txn.a, and one that reads it.
    private func types(_ value: String, _ read: String, more: String = "") throws -> [String] {
        try lints("\(front) http-request set-var(txn.a) \(value)\n\(more) http-request \(read)\n")
    }

    @Test func variablesOfATypeThatIsNotTaken() throws {
        #expect(try types("method", "deny if { var(txn.a) -m int 1 }") == ["variable-type 6:29"])
        #expect(try types("ssl_fc", "deny if { var(txn.a) -m ip 10.0.0.0/8 }") == ["variable-type 6:29"])
        #expect(try types("ssl_fc", "set-header A %[var(txn.a),ipmask(24)]") == ["variable-type 6:34"])
        #expect(try types("path,sha1", "set-header A %[var(txn.a),add(1)]") == ["variable-type 6:34"])
        #expect(try types("method", "deny if a", more: " acl a var(txn.a) -m int 1\n") == ["variable-type 6:12"])
        #expect(
            try types("ssl_fc", "deny if { var(txn.a) -m ip 1.2.3.4 }", more: " http-request set-var(txn.a) ssl_fc_is_resumed\n")
                == ["variable-type 7:29"])
        #expect(
            try lints("\(front) http-request set-header A %[path,sha1,set-var(txn.a)]\n http-request deny if { var(txn.a) -m int 1 }\n")
                == ["variable-type 6:29"])
    }

    @Test func variablesOfATypeThatMayBeTaken() throws {
        #expect(try types("path", "deny if { var(txn.a) -m int 1 }") == [])
        #expect(try types("path", "deny if { var(txn.a) -m ip 1.2.3.4 }") == [])
        #expect(try types("path,sha1", "deny if { var(txn.a) -m str x }") == [])
        #expect(try types("path,sha1", "deny if { var(txn.a) -m found }") == [])
        #expect(try types("path,sha1", "set-header A %[var(txn.a),hex]") == [])
        #expect(try types("src", "deny if { var(txn.a) -m ip 1.2.3.4 }") == [])
        // An IPv4 address becomes a number while running.
        #expect(try types("src", "set-header A %[var(txn.a),add(1)]") == [])
        #expect(try types("ssl_fc", "deny if { var(txn.a) -m int 1 }") == [])
        // Several types, an unknown one, a default.
        #expect(
            try types("method", "deny if { var(txn.a) -m int 1 }", more: " http-request set-var(txn.a) int(1) if { path / }\n") == [])
        #expect(
            try types("method", "deny if { var(txn.a) -m int 1 }", more: " http-request set-var(txn.a) var(txn.a) if { path / }\n") == [])
        #expect(try types("method", "set-header A %[var(txn.a,1),add(1)]") == [])
        #expect(try types("method", "deny if { var(txn.a) -m int 1 }", more: " filter spoe engine e config /e.cfg\n") == [])
        #expect(try types("method", "deny if { var(txn.a) -m int 1 }", more: " http-request unset-var(txn.a)\n") == [])
    }

    // MARK: addresses

    @Test func addressesBoundTwice() throws {
        #expect(try lints("\(front) bind *:1\n") == ["overlapping-binds 5:7"])
        #expect(try lints("\(front)frontend g\n timeout client 1s\n bind 0.0.0.0:1\n") == ["overlapping-binds 7:7"])
        #expect(try lints("\(front) bind 127.0.0.1:10-20,127.0.0.1:15\n") == ["overlapping-binds 5:23"])
        #expect(try lints("\(front) bind [::1]:5\n bind [::1]:5 ssl crt /x\n") == ["overlapping-binds 6:7"])
        #expect(try lints("\(front) bind /run/a.sock\n bind unix@/run/a.sock\n") == ["overlapping-binds 6:7"])
    }

    @Test func addressesBesideEachOther() throws {
        #expect(try lints("\(front) bind :2\n bind 127.0.0.1:1\n bind [::]:1 v6only\n bind /run/a\n bind /run/b\n") == [])
        #expect(try lints("\(front) bind :5 thread 1\n bind :5 thread 2\n") == [])
        #expect(try lints("\(front) bind :5 interface eth0\n bind :5 interface eth1\n") == [])
        #expect(try lints("\(front) bind :5 ssl crt /x\n bind quic4@:5 ssl crt /x\n") == [])
        #expect(try lints("\(front)frontend g\n timeout client 1s\n disabled\n bind :1\n") == [])
        #expect(try lints("\(front) bind \"$A:1\"\n", environment: ["A": ""]) == [])
    }

    // MARK: timeouts

    @Test func timeoutsThatAreNone() throws {
        #expect(try lints("frontend f\n bind :1\n timeout client 0\n") == ["senseless-timeout 3:17"])
        #expect(try lints("frontend f\n bind :1\n timeout client 30\n") == ["senseless-timeout 3:17"])
    }

    @Test func timeoutsThatMakeSense() throws {
        #expect(try lints("frontend f\n bind :1\n timeout client 30ms\n timeout http-request 0\n timeout http-keep-alive 500\n") == [])
        #expect(try lints("frontend f\n bind :1\n timeout client 30s\n") == [])
    }

    // MARK: check ports

    @Test func oneServerIsCheckedElsewhere() throws {
        func backend(_ ports: [Int], own: [Int] = [80, 80, 80, 80]) -> String {
            "backend b\n\(back)"
                + ports.enumerated().map { " server s\($0.offset) 10.0.0.1:\(own[$0.offset]) check port \($0.element)\n" }.joined()
        }
        #expect(try lints(backend([81, 81, 18])) == ["odd-check-port 7:35"])
        #expect(try lints(backend([18, 81, 81])) == ["odd-check-port 5:35"])
        #expect(try lints(backend([81, 18, 81, 81])) == ["odd-check-port 6:35"])
        #expect(try lints(backend([81, 81, 81])) == [])
        #expect(try lints(backend([81, 18])) == [])
        #expect(try lints(backend([81, 81, 18, 18])) == [])
        #expect(try lints(backend([81, 82, 83])) == [])
        // Servers on ports of their own are checked on ports of their own.
        #expect(try lints(backend([81, 81, 91], own: [80, 80, 90])) == [])
    }

    // MARK: options

    @Test func optionsThatCancelEachOther() throws {
        #expect(try lints("\(front) option httpclose\n option http-keep-alive\n") == ["cancelling-options 5:2"])
        #expect(try lints("backend b\n\(back) option httpchk\n option tcp-check\n") == ["cancelling-options 5:2"])
    }

    @Test func optionsThatDoNot() throws {
        #expect(try lints("\(front) option httpclose\n no option http-keep-alive\n") == [])
        #expect(try lints("\(front) option httpclose\n option httpclose\n") == [])
        #expect(try lints("defaults\n option httpclose\n\(front) option http-keep-alive\n") == [])
        #expect(try lints("backend b\n\(back) option httpchk\n option httpclose\n") == [])
    }

    // MARK: secrets

    @Test func passwordsInTheFile() throws {
        #expect(try lints("userlist u\n user a insecure-password x\n") == ["plain-secret 2:27"])
        #expect(try lints("\(front) stats enable\n stats auth a:b\n") == ["plain-secret 6:13"])
    }

    @Test func passwordsElsewhere() throws {
        #expect(try lints("userlist u\n user a password $5$x$y\n") == [])
        #expect(try lints("userlist u\n user a insecure-password \"$SECRET\"\n", environment: ["SECRET": "x"]) == [])
        #expect(try lints("\(front) stats auth \"a:$SECRET\"\n", environment: ["SECRET": "x"]) == [])
    }

    // MARK: regular expressions

    @Test(arguments: [
        "^(a+)+$", "(a*)*b", "([a-z]+)*x", #"(\w+|-)+x"#, "(?:a+)+x", "((a+))+x", "(x+){2,}y", "(?<n>a+)+x", "(a+?)+x", "(-|b*)+x",
        "([])]+)+",
    ]) func expressionsOfExponentialTime(_ text: String) throws {
        #expect(try lints("\(front) http-request deny if { path -m reg '\(text)' }\n") == ["exponential-regex 5:37"])
        #expect(try lints("\(front) http-request replace-path '\(text)' /\n").count == 1)
    }

    @Test(arguments: [
        "^/a+$", #"^([a-z]+\.)+$"#, "(a|b)+", "(ab)+", "(a+b)+", "(a{1,3})+", "(a+)?", "(a+){2}", "(?>a+)+", "(a++)+", "(a+)++",
        #"\(a+\)+"#,
        "[(a+]+", "((a+)b)+", "(?=a+)+", "(a?)+", "^(/[^/]+)*$", "(?i)a+", "(a+", "a)+", "(^a+)+", #"(a+\))+"#,
    ]) func expressionsOfOrdinaryTime(_ text: String) throws {
        #expect(try lints("\(front) http-request deny if { path -m reg '\(text)' }\n") == [])
    }

    // MARK: maps

    /// `@` stands for the map.
    private func maps(_ rule: String, _ map: String, inputs: InputPolicy = .warn, more: String = "") throws -> [String] {
        let files = Scratch()
        let path = files.add("a.map", map)
        let text = "\(more)\(front) \(rule.replacing("@", with: path))\nbackend app\n\(back)backend api\n\(back)"
        let (result, _) = try checked(text, target: .v3_4, inputs: inputs, environment: ["NAME": "b"])
        return result.findings.sorted().filter { $0.id.rawValue == "unknown-backend-in-map" }.map {
            ([$0.message] + $0.help + $0.notes).joined(separator: "; ").replacing(path, with: "@")
        }
    }

    @Test func mapsWithBackendsThatAreNotThere() throws {
        let rule = "use_backend %[path,map_beg(@)]"
        #expect(
            try maps(rule, "# all\n\n/a app\n/b aap\r\n/c\n /d\tnone \n") == [
                "line 4 of the map '@': no backend is called 'aap'; did you mean 'app'?; 2 of its lines name no backend"
            ])
        #expect(
            try maps("\(rule) if { path,map_beg(@) -m found }", "/a gone\n") == [
                "line 1 of the map '@': no backend is called 'gone'; correct the map, or add the backend"
            ])
        #expect(try maps("use_backend %[src,map_ip(@)]", "1.2.3.4 ap\n").count == 1)
        // Where there is no entry.
        #expect(try maps("use_backend %[path,map(@,ap)]", "/a app\n") == ["no backend is called 'ap'; did you mean 'app'?"])
        // One finding a rule; the map is read once.
        #expect(try maps("\(rule) if { method GET }\n \(rule)", "/a gone\n").count == 2)
    }

    @Test func mapsWithBackendsThatAreThere() throws {
        let rule = "use_backend %[path,map_beg(@)]"
        #expect(try maps(rule, "/a app\n/b  api\n/c\n#/d gone\n") == [])
        #expect(try maps(rule, "/a #5\n") == [])
        #expect(try maps("use_backend %[path,map(@,app)]", "") == [])
        // What comes out is not what is sent to.
        #expect(try maps("use_backend %[path,map(@),lower]", "/a APP\n") == [])
        #expect(try maps("use_backend b%[path,map(@)]", "/a x\n") == [])
        #expect(try maps("http-request set-header a %[path,map(@,x)]", "/a x\n") == [])
        #expect(try maps("use_backend %[path,map_beg_key(@)]", "/a x\n") == [])
        #expect(try maps("use_backend %[path,map_regm(@)]", "(.*) x\\1\n") == [])
        // A condition may keep values away.
        #expect(try maps("\(rule) unless { path,map_beg(@) -m beg http }", "/a http://a/\n") == [])
        #expect(try maps("\(rule) if { var(txn.kind) -m str app }", "/a http://a/\n") == [])
        // Filled while running.
        #expect(try maps("use_backend %[path,map(virt@a)]", "") == [])
        // Not looked at, or not known.
        #expect(try maps(rule, "/a gone\n", inputs: .skip) == [])
        #expect(try maps("use_backend %[path,map(@/none)]", "/a gone\n") == [])
        #expect(try maps(rule, "/a gone\n", more: "backend \"$NAME\"\n\(back)") == [])
        #expect(try maps("\(rule)\n http-request nothing", "/a gone\n") == [])
    }

    // MARK: certificates

    /// `@` stands for the folder of the lists and certificates; semicolons for ends of lines.
    private func names(_ bind: String, _ list: String, _ other: String = "", inputs: InputPolicy = .warn) throws -> [String] {
        let files = Scratch()
        files.add("a.pem", try tls("site.crt", "site.key"))
        files.add("copy.pem", try tls("site.crt", "site.key"))
        files.add("b.pem", try tls("expired.crt", "site.key"))
        files.add("rsa.pem", try tls("rsa.crt", "rsa.key"))
        files.add("list", list.replacing(";", with: "\n").replacing("@", with: files.path))
        files.add("other", other.replacing(";", with: "\n").replacing("@", with: files.path))
        let text = "\(front) \(bind.replacing("@", with: files.path))\n"
        let (result, _) = try checked(text, inputs: inputs)
        return result.findings.sorted().filter { $0.id.rawValue == "duplicate-sni" }.map {
            ([$0.message] + $0.notes).joined(separator: "; ").replacing(files.path, with: "@")
        }
    }

    @Test func namesWithTwoCertificates() throws {
        let one = "bind :443 ssl crt-list @/list"
        #expect(
            try names(one, "# all;@/a.pem a.test b.test;;@/b.pem [verify none] B.test c.test;") == [
                "line 4 of the certificate list '@/list': 'b.test' has a certificate already, by line 2; "
                    + "'@/a.pem' is sent for it, and never '@/b.pem'"
            ])
        #expect(
            try names(one, "@/a.pem a.test b.test;@/b.pem b.test a.test;") == [
                "line 2 of the certificate list '@/list': 'b.test' has a certificate already, by line 1; "
                    + "'@/a.pem' is sent for it, and never '@/b.pem'; 2 of its names have one already"
            ])
        #expect(
            try names("bind :443 ssl crt-list @/list crt-list @/other", "@/a.pem a.test;", "@/b.pem a.test;") == [
                "line 1 of the certificate list '@/other': 'a.test' has a certificate already, by line 1 of '@/list'; "
                    + "'@/a.pem' is sent for it, and never '@/b.pem'"
            ])
        // Said once, where several lines name the list.
        #expect(try names("\(one)\n bind :444 ssl crt-list @/list", "@/a.pem a.test;@/b.pem a.test;").count == 1)
        #expect(
            try names("\(one)\n bind :444 ssl crt-list @/other crt-list @/list", "@/a.pem a.test;@/b.pem a.test;", "@/a.pem c.test;").count
                == 1)
    }

    @Test func namesWithOneCertificate() throws {
        let one = "bind :443 ssl crt-list @/list"
        #expect(try names(one, "@/a.pem a.test;@/b.pem b.test;") == [])
        #expect(try names(one, "@/a.pem a.test;@/a.pem [verify none] a.test;@/copy.pem a.test;") == [])
        // Keys of two types: clients choose.
        #expect(try names(one, "@/a.pem a.test;@/rsa.pem a.test;") == [])
        // Exceptions, wildcards, and what is not a name.
        #expect(try names(one, "@/a.pem *.test !a.test;@/b.pem *.test !a.test;#@/b.pem a.test;") == [])
        #expect(try names(one, "@/a.pem [verify none];@/b.pem [verify none];") == [])
        // Other listeners.
        #expect(try names("\(one)\n bind :444 ssl crt-list @/other", "@/a.pem a.test;", "@/b.pem a.test;") == [])
        // Not read.
        #expect(try names(one, "@/a.pem a.test;@/none.pem a.test;") == [])
        #expect(try names(one, "@/a.pem a.test;@/b.pem a.test;", inputs: .skip) == [])
    }
}
