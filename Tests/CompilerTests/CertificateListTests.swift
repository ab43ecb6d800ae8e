import Compiler
import Testing

/// Lists of certificates: verdicts are those of HAProxy 3.4.0.
@Suite struct CertificateListTests {
    private let files: Scratch

    init() throws {
        files = Scratch()
        files.add("site.pem", try tls("site.crt", "site.key"))
        files.add("site.crt", try tls("site.crt"))
        files.add("text", "hello\n")
        files.add("empty", "")
    }

    private func list(_ text: String, target: String = "3.4", global: String = "", options: String = "") throws -> [String] {
        // Semicolons stand for ends of lines, "@" for the folder.
        files.add("list", text.replacing(";", with: "\n").replacing("@", with: files.path))
        return try files.findings(
            "global\n\(global)\nfrontend f\n mode http\n bind :443 ssl crt-list @/list \(options)\n timeout client 1s\n", target: target
        ).map { $0.replacing("error bad-certificate-list: line ", with: "").replacing(" of the certificate list '@/list'", with: "") }
    }

    @Test func good() throws {
        let lines = [
            "@/site.pem;", "# all;;\r;  ;@/site.pem a.test !b.test *.c.test;", "@/site.pem [verify none alpn h2,http/1.1] a.test;",
            "@/site.pem [verify none]a.test;", "@/site.pem [];", "@/site.pem [verify none;", "@/site.pem [ocsp-update off];",
            "@/site.pem [ca-file @/site.crt] a.test;", "@/site.crt [key @/site.key];", "@/site.pem\r;",
        ]
        for line in lines { #expect(try list(line) == [], "\(line)") }
        #expect(try list("site.pem;", global: " crt-base @") == [])
        #expect(try list("# nothing;", options: "crt @/site.pem") == [])
    }

    @Test func bad() throws {
        #expect(try list("@/site.pem") == ["1: the file ends without an end of line"])
        #expect(try list("@/site.pem [verify foo];") == ["1: 'foo' cannot stand here"])
        #expect(try list("@/site.pem [verfy none];").first == "1: 'verfy' is no option of a certificate list")
        #expect(try list("@/site.pem [accept-proxy];") == ["1: 'accept-proxy' is no option of a certificate list"])
        #expect(try list("@/site.pem [verify];") == ["1: option 'verify' lacks its value"])
        #expect(try list("@/site.pem [key];") == ["1: option 'key' lacks its value"])
        #expect(try list("@/site.pem [ssl-min-ver TLSv9];") == ["1: 'TLSv9' cannot stand here"])
        #expect(try list(";@/site.pem verify none];") == ["2: ']' has no '[' before it"])
        #expect(try list("[verify none];") == ["1: it begins with '['"])
        #expect(try list("@/site.pem [[];") == ["1: '[' stands there twice"])
        #expect(try list("@/site.pem [] [];") == ["1: '[' stands there twice"])
        #expect(
            try list("@/site.pem a.test [verify none];") == [
                "warning bad-certificate-list: 1: names stand before the options, and are ignored".replacing(": 1:", with: ": line 1:")
            ])
        #expect(
            try list("# nothing;") == [
                "error bad-certificate-list: the certificate list '@/list' names no certificate, and the line has no other"
            ])
        // With strict-sni a listener may lack a certificate.
        let lack = "bad-certificate-list: the certificate list '@/list' names no certificate, and the line has no other"
        #expect(try list("", options: "strict-sni") == ["warning \(lack)"])
        #expect(try list("", options: "strict-sni no-strict-sni") == ["error \(lack)"])
        #expect(try list("", global: " ssl-default-bind-options strict-sni") == ["warning \(lack)"])
        #expect(try list("@/site.pem \(String(repeating: "a", count: 70_000));") == ["1: it is longer than 65535 bytes"])
        #expect(try list("@/site.pem \(String(repeating: "a ", count: 2100));") == ["1: it has more than 2048 words"])
        #expect(try list("@/site.pem \0;@/text;") == ["1: there is a NUL byte in it"])
    }

    @Test func filesOfLines() throws {
        #expect(
            try list("@/site.pem;@/text;") == [
                "error bad-certificate: '@/text' is no certificate: nothing in it begins a PEM block, named in line 2 of '@/list'"
            ])
        #expect(
            try list("@/site.crt;") == [
                "error bad-certificate: the certificate '@/site.crt' has no private key, named in line 1 of '@/list'"
            ])
        #expect(
            try list("@/site.pem [ca-file @/empty];") == ["error bad-ca-file: '@/empty' is empty, named in line 1 of '@/list'"])
        #expect(
            try list("@/none;") == [
                "note missing-file: the file '@/none', named in line 1 of '@/list', cannot be read: No such file or directory"
            ])
    }

    @Test func releases() throws {
        #expect(try list("@/site.pem [jwt on];") == [])
        #expect(
            try list("@/site.pem [jwt on];", target: "2.8") == [
                "1: 'jwt' is no option of a certificate list", "1: 'on' is no option of a certificate list",
            ])
        #expect(try list("@/site.pem [ocsp-update on];", target: "2.8") == [])
        #expect(try list("@/site.pem [ocsp-update on];", target: "2.6").isEmpty == false)
    }

    @Test func hostile() throws {
        files.add("list", (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
        let found = try files.findings("frontend f\n mode http\n bind :443 ssl crt-list @/list\n timeout client 1s\n")
        #expect(!found.isEmpty && found.count <= 5)
        #expect(
            try files.findings("frontend f\n mode http\n bind :443 ssl crt-list @\n timeout client 1s\n").contains {
                $0 == "error bad-certificate-list: the certificate list '@' is a directory"
            })
    }
}
