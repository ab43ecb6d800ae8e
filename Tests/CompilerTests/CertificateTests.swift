import Compiler
import Testing

/// Certificates, keys and the files beside them: verdicts are those of HAProxy 3.4.0.
@Suite struct CertificateTests {
    private func bind(_ words: String, _ global: String = "") -> String {
        "global\n\(global)\nfrontend f\n mode http\n bind :443 ssl \(words)\n timeout client 1s\n"
    }

    @Test func good() throws {
        let files = Scratch()
        files.add("site.pem", try tls("site.crt", "site.key"))
        files.add("first.pem", try tls("site.key", "site.crt"))
        files.add("chain.pem", try tls("site.crt", "ca.pem", "site.key", "dh.pem"))
        files.add("apart.crt", try tls("site.crt"))
        files.add("apart.crt.key", try tls("site.key"))
        files.add("other.crt", try tls("site.crt"))
        files.add("other.key", try tls("site.key"))
        files.add("both.pem.ecdsa", try tls("site.crt", "site.key"))
        for name in ["site.pem", "first.pem", "chain.pem", "apart.crt", "both.pem"] {
            #expect(try files.findings(bind("crt @/\(name)"), strict: true) == [], "\(name)")
        }
        #expect(try files.findings(bind("crt @/other.crt", " ssl-load-extra-del-ext")) == [])
        #expect(try files.findings(bind("crt site.pem", " crt-base @")) == [])
        #expect(try files.findings(bind("crt @/other.crt")) == ["error bad-certificate: the certificate '@/other.crt' has no private key"])
        #expect(
            try files.findings(bind("crt @/apart.crt", " ssl-load-extra-files bundle")) == [
                "error bad-certificate: the certificate '@/apart.crt' has no private key"
            ])
        #expect(
            try files.findings(bind("crt @/both.pem", " ssl-load-extra-files none"), strict: true) == [
                "error missing-file: the certificate '@/both.pem' cannot be read: No such file or directory"
            ])
    }

    @Test func bad() throws {
        let files = Scratch()
        let site = try tls("site.crt")
        let key = try tls("site.key")
        let cases: [(String, String, String)] = [
            ("empty", "", "'@/empty' is no certificate: it is empty"),
            ("text", "hello\n", "'@/text' is no certificate: nothing in it begins a PEM block"),
            ("key", key, "'@/key' is no certificate: it is a private key, and has no certificate"),
            ("crl", try tls("crl.pem"), "'@/crl' is no certificate: it holds 'X509 CRL', and no certificate"),
            ("cut", String(site.prefix(300)), "'@/cut' is no certificate: its certificate is damaged (bad end line)"),
            ("lonely", site, "the certificate '@/lonely' has no private key"),
            ("mixed", site + (try tls("other.key")), "the private key in '@/mixed' does not belong to the certificate there"),
            ("locked", site + (try tls("encrypted.key")), "the private key of the certificate '@/locked' is protected by a passphrase"),
            (
                "chain", site + key + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "what follows the first certificate in '@/chain' is damaged (wrong tag)"
            ),
        ]
        for (name, text, message) in cases {
            files.add(name, text)
            #expect(try files.findings(bind("crt @/\(name)")) == ["error bad-certificate: \(message)"], "\(name)")
        }
        files.add("der", [0x30, 0x82, 0x01, 0x00])
        #expect(try files.findings(bind("crt @/der")) == ["error bad-certificate: '@/der' is no certificate: it is in DER form"])
        #expect(try files.findings(bind("crt @/locked", " ssl-passphrase-cmd /bin/true")) == [])
        files.add("old", try tls("expired.crt", "site.key"))
        #expect(
            try files.findings(bind("crt @/old")) == [
                "warning expired-certificate: the certificate '@/old' expired on Jan  1 00:00:00 2001 GMT"
            ])
    }

    @Test func hostile() throws {
        let files = Scratch()
        files.pipe("pipe")
        files.add("nul", [UInt8](repeating: 0, count: 70_000))
        files.add("line", [UInt8](repeating: UInt8(ascii: "-"), count: 300_000))
        files.add("binary", (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
        files.add("begin", "-----BEGIN CERTIFICATE-----")
        #expect(try files.findings(bind("crt @/pipe ca-file @/pipe tls-ticket-keys @/pipe crt-list @/pipe")) == [])
        for name in ["nul", "line", "binary", "begin"] {
            let found = try files.findings(bind("crt @/\(name)"))
            #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("error bad-certificate") }, "\(name): \(found)")
        }
    }

    @Test func nothingIsLookedAtUnderSkip() throws {
        let (result, _) = try checked(bind("crt /dev/null ca-file /dev/null"), inputs: .skip)
        #expect(result.findings.sorted().filter { $0.severity != .note }.isEmpty)
    }

    @Test func beside() throws {
        let files = Scratch()
        for name in ["list", "answer", "chain", "issuer"] { files.add(name, try tls("site.crt", "site.key")) }
        files.add("list.sctl", "garbage")
        files.add("answer.ocsp", "garbage")
        files.add("chain", try tls("site.crt", "ca.pem", "site.key"))
        files.add("chain.ocsp", "garbage")
        files.add("issuer.ocsp", "garbage")
        files.add("issuer.issuer", try tls("other.key"))
        #expect(
            try files.findings(bind("crt @/list")) == ["error bad-certificate: '@/list.sctl' is no list of certificate timestamps"])
        #expect(
            try files.findings(bind("crt @/answer")) == [
                "error bad-certificate: there is an OCSP response for the certificate '@/answer', but not the certificate of its issuer"
            ])
        #expect(
            try files.findings(bind("crt @/chain")) == [
                "warning bad-certificate: the OCSP response '@/chain.ocsp' is ignored: it is no OCSP response"
            ])
        #expect(
            try files.findings(bind("crt @/issuer")).first
                == "error bad-certificate: '@/issuer.issuer' is no certificate: it is a private key, and has no certificate")
        files.add("issuer.issuer", try tls("site.crt"))
        #expect(
            try files.findings(bind("crt @/issuer")).first
                == "error bad-certificate: '@/issuer.issuer' is not the issuer of the certificate '@/issuer'")
        #expect(try files.findings(bind("crt @/list crt @/answer", " ssl-load-extra-files none")) == [])
    }

    @Test func directories() throws {
        let files = Scratch()
        files.folder("all")
        files.folder("none")
        files.add("all/a.pem", try tls("site.crt", "site.key"))
        files.add("all/.hidden", "x")
        files.add("all/b.key", "x")
        files.pipe("all/pipe")
        #expect(try files.findings(bind("crt @/all")) == [])
        #expect(try files.findings(bind("crt @/all crt @/none")) == [])
        #expect(
            try files.findings(bind("crt @/none")) == [
                "error bad-certificate: the directory '@/none' holds no certificate, and the line has no other"
            ])
        files.add("all/README", "x")
        #expect(
            try files.findings(bind("crt @/all")) == [
                "error bad-certificate: '@/all/README' is no certificate: nothing in it begins a PEM block"
            ])
    }

    @Test func servers() throws {
        let files = Scratch()
        files.add("text", "hello\n")
        files.folder("all")
        func server(_ words: String, _ lines: String = "") throws -> [String] {
            try files.findings(
                "frontend f\n mode http\n bind :80\n default_backend b\nbackend b\n mode http\n\(lines)\n server s 192.0.2.1:443 \(words)\n"
            )
        }
        let bad = ["error bad-certificate: '@/text' is no certificate: nothing in it begins a PEM block"]
        #expect(try server("crt @/text") == [])
        #expect(try server("ssl verify none crt @/text") == bad)
        #expect(try server("check-ssl verify none crt @/text") == bad)
        #expect(try server("crt @/text", " default-server ssl verify none") == bad)
        #expect(
            try server("ssl verify none crt @/all") == [
                "error bad-certificate: '@/all' is a directory, and a server has one certificate"
            ])
    }

    @Test func stores() throws {
        let files = Scratch()
        files.add("site.crt", try tls("site.crt"))
        files.add("site.key", try tls("site.key"))
        files.add("other.key", try tls("other.key"))
        files.add("text", "hello\n")
        func store(_ lines: String, _ crt: String) throws -> [String] {
            // The folder stands for '@' everywhere else.
            try files.findings(
                "crt-store web\n\(lines)\nfrontend f\n mode http\n bind :443 ssl crt \"\\x40\(crt)\"\n timeout client 1s\n")
        }
        let bases = " crt-base @\n key-base @\n"
        #expect(try store(bases + " load crt site.crt key site.key", "web/site.crt") == [])
        #expect(try store(bases + " load crt site.crt key site.key alias a", "web/a") == [])
        #expect(
            try store(bases + " load crt site.crt alias a", "web/a") == [
                "error bad-certificate: the certificate '@web/a' has no private key"
            ])
        #expect(
            try store(bases + " load crt site.crt key other.key alias a", "web/a") == [
                "warning bad-certificate: the private key of '@web/a' does not belong to its certificate"
            ])
        #expect(
            try store(" load crt @/site.crt key @/text alias a", "web/a") == [
                "error bad-certificate: '@/text' is no private key: nothing in it begins a private key"
            ])
        #expect(
            try store(" load crt @/site.crt key @/site.crt alias a", "web/a") == [
                "error bad-certificate: '@/site.crt' is no private key: it is a certificate"
            ])
        #expect(
            try store(bases + " load crt site.crt key site.key", "web/none") == [
                "error unknown-reference: no crt-store above has a certificate called '@web/none'"
            ])
        #expect(
            try store(bases + " load crt site.crt key site.key\n load crt site.crt key site.key", "web/site.crt") == [
                "error duplicate-name: a certificate is stored as '@web/site.crt' already"
            ])
        #expect(
            try store(" load crt @/site.crt key @/site.key issuer @/text sctl @/text alias a", "web/a") == [
                "error bad-certificate: '@/text' is no certificate: nothing in it begins a PEM block",
                "error bad-certificate: '@/text' is no list of certificate timestamps",
            ])
        #expect(try store(" load crt @/none alias a generate-dummy on", "web/a") == [])
    }
}
