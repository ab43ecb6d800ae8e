import Compiler
import Testing

/// Authorities, revocations, DH parameters and ticket keys: verdicts are those of HAProxy 3.4.0.
@Suite struct AuthorityFileTests {
    private func bind(_ words: String) -> String { "frontend f\n mode http\n bind :443 ssl crt @/site.pem \(words)\n timeout client 1s\n" }

    private func scratch() throws -> Scratch {
        let files = Scratch()
        files.add("site.pem", try tls("site.crt", "site.key"))
        files.add("ca.pem", try tls("ca.pem"))
        files.add("empty", "")
        return files
    }

    @Test func authorities() throws {
        let files = try scratch()
        files.add("crl", try tls("crl.pem"))
        files.add("both", try tls("ca.pem", "crl.pem", "site.key"))
        files.add("key", try tls("site.key"))
        files.add("cut", try tls("ca.pem") + String(try tls("site.crt").prefix(300)))
        files.add("old", try tls("expired.crt"))
        files.add("der", [0x30, 0x82, 0x01, 0x00])
        for name in ["ca.pem", "crl", "both", "site.pem"] {
            #expect(try files.findings(bind("ca-file @/\(name) crl-file @/\(name) ca-verify-file @/\(name)")) == [], "\(name)")
        }
        #expect(try files.findings("global\n ca-base @\n" + bind("ca-file ca.pem")) == [])
        let bad: [(String, String)] = [
            ("empty", "is empty"), ("key", "holds 'EC PRIVATE KEY', but no certificate and no revocation list"),
            ("cut", "is damaged (bad end line)"), ("der", "is in DER form"),
        ]
        for (name, what) in bad {
            for word in ["ca-file", "crl-file", "ca-verify-file"] {
                #expect(try files.findings(bind("\(word) @/\(name)")) == ["error bad-ca-file: '@/\(name)' \(what)"])
            }
        }
        #expect(try files.findings(bind("ca-file @/old")) == ["warning expired-certificate: a certificate in '@/old' is expired"])
        #expect(
            try files.findings(
                "backend b\n mode http\n server s 192.0.2.1:443 ca-file @/empty\n server t 192.0.2.1:443 ssl ca-file @/empty\n"
            )
            .filter { $0.hasPrefix("error") } == [
                "error bad-ca-file: '@/empty' is empty", "error bad-ca-file: '@/empty' is empty",
            ])
    }

    @Test func directories() throws {
        let files = try scratch()
        files.folder("all")
        #expect(
            try files.findings(bind("ca-file @/all")) == ["warning bad-ca-file: the directory '@/all' has no authority"])
        files.add("all/ca.pem", try tls("ca.pem"))
        files.add("all/readme", "x")
        #expect(try files.findings(bind("ca-file @/all")) == [])
        files.add("all/bad.crt", "x")
        #expect(
            try files.findings(bind("ca-file @/all")) == [
                "warning bad-ca-file: '@/all/bad.crt' is passed over: it holds no certificate and no revocation list"
            ])
    }

    @Test func signing() throws {
        let files = try scratch()
        files.add("sign", try tls("ca.pem"))
        #expect(try files.findings(bind("ca-sign-file @/empty")) == [])
        #expect(try files.findings(bind("generate-certificates ca-sign-file @/site.pem")) == [])
        #expect(
            try files.findings(bind("generate-certificates ca-sign-file @/sign")) == [
                "error bad-certificate: the certificate '@/sign' has no private key"
            ])
    }

    @Test func internalClient() throws {
        let files = try scratch()
        func client(_ lines: String, _ target: String) throws -> [String] {
            try files.findings("global\n\(lines)\nfrontend f\n mode http\n bind :80\n timeout client 1s\n", target: target)
        }
        #expect(try client(" httpclient.ssl.ca-file @/ca.pem", "3.4") == [])
        #expect(try client(" httpclient.ssl.ca-file @/empty", "3.4") == ["warning bad-ca-file: '@/empty' is empty"])
        #expect(try client(" httpclient.ssl.ca-file @/empty", "2.6") == ["error bad-ca-file: '@/empty' is empty"])
        #expect(try client(" httpclient.ssl.verify none\n httpclient.ssl.ca-file @/empty", "3.4") == [])
    }

    @Test func parameters() throws {
        let files = try scratch()
        files.add("dh", try tls("dh.pem"))
        files.add("behind", try tls("site.crt", "dh.pem"))
        func global(_ name: String) throws -> [String] {
            try files.findings("global\n ssl-dh-param-file @/\(name)\nfrontend f\n mode http\n bind :80\n timeout client 1s\n")
        }
        #expect(try global("dh") == [])
        #expect(try global("behind") == [])
        for name in ["empty", "site.pem"] {
            #expect(try global(name) == ["error bad-dh-parameters: '@/\(name)' holds no parameters for Diffie-Hellman"])
        }
        #expect(try global("") == ["error bad-dh-parameters: the file '@/' is a directory"])
    }

    @Test func tickets() throws {
        let files = try scratch()
        let short = String(repeating: "A", count: 64)
        let long = String(repeating: "B", count: 107) + "="
        func keys(_ lines: [String], end: String = "\n") throws -> [String] {
            files.add("keys", lines.joined(separator: "\n") + end)
            return try files.findings(bind("tls-ticket-keys @/keys")).map { $0.replacing("error bad-ticket-keys: ", with: "") }
        }
        #expect(try keys([short, short, short]) == [])
        #expect(try keys([short, short, short, short], end: "") == [])
        #expect(try keys([long, long, long]) == [])
        #expect(try keys([short + "\r", short + "\r", short + "\r"]) == [])
        #expect(try keys([short, short]) == ["the ticket keys '@/keys' are 2, and at least 3 are needed"])
        #expect(
            try keys([short, long, short]) == ["line 2 of the ticket keys '@/keys' has 80 bytes, and those before it 48"])
        #expect(
            try keys(["# keys", short, "AAAA", "", short, short]) == [
                "line 1 of the ticket keys '@/keys' is not base64", "line 3 of the ticket keys '@/keys' is a key of 3 bytes",
                "line 4 of the ticket keys '@/keys' is a key of 0 bytes",
            ])
        #expect(try keys([String](repeating: "!", count: 100)).count == 5)
    }
}
