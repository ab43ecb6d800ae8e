import Compiler
import Testing

/// Files with answers: verdicts are those of HAProxy 3.4.0.
@Suite struct ErrorFileTests {
    private let files = Scratch()

    private func file(_ bytes: [UInt8], _ global: String = "") throws -> [String] {
        files.add("answer", bytes)
        return try files.findings(
            "global\n\(global)\nfrontend f\n mode http\n bind :80\n errorfile 503 @/answer\n timeout client 1s\n"
        ).map { $0.replacing("error bad-error-file: ", with: "").replacing("the error file '@/answer': ", with: "") }
    }

    /// Each `\n` of the text stands for CRLF.
    private func file(_ text: String) throws -> [String] { try file(Array(text.replacing("\n", with: "\r\n").utf8)) }

    @Test(arguments: [
        "", "HTTP/1.0 503 Service Unavailable\nA: b\n\nbody", "HTTP/1.1 503\nContent-Length: 4\n\nbody", "HTTP/1.1 200 OK\n\n",
        "HTTP/1.1 101 OK\n\n", "HTTP/1.1 20 OK\n\n", "HTTP/1.1 503 X\nA: b\n c\n\n", "HTTP/2.0 503 X\n\n", "HTTP/1.1  503 X\n\n",
        "HTTP/1.1 503 X\nContent-Length: 4\nContent-Length: 4\n\nbody", "HTTP/1.1 503 X\nContent-Length: 4, 4\n\nbody",
        "HTTP/1.1 304 X\nContent-Length: 9\n\n", "\n\nHTTP/1.1 503 X\n\n", "HTTP/1.1 503 X\nA: \u{1}b\u{FF}\n\n",
        "HTTP/1.1 503 X\nTransfer-Encoding: gzip\n\n",
    ]) func good(text: String) throws {
        #expect(try file(text) == [])
        #expect(try file(Array(text.utf8)) == [])
    }

    @Test(arguments: [
        ("<html>", "line 1 of it is no HTTP answer"), ("http/1.1 503 X\n\n", "line 1 of it is no HTTP answer"),
        ("HTTP/1.1 5x3 X\n\n", "line 1 of the status is no number"), ("HTTP/1.1 1000 X\n\n", "line 1 of the status is no number"),
        ("HTTP/1.1 503 X", "line 1 of it ends in its first line"), ("HTTP/1.10 503 X\n\n", "line 1 of the version is not that of HTTP/1"),
        ("HTTP/1.1 100 X\n\n", "line 1 of 100 is not the status of a final answer"),
        ("HTTP/1.1 503 X\nA: b\n", "it ends among its headers"), ("HTTP/1.1 503 X\nA: b", "it ends among its headers"),
        ("HTTP/1.1 503 X\n folded\n\n", "line 2 of this is no header"), ("HTTP/1.1 503 X\nA: b\nA b: c\n\n", "line 3 of this is no header"),
        ("HTTP/1.1 503 X\n<html>\n\n", "line 2 of this is no header"),
        ("HTTP/1.1 503 X\nA: \0b\n\n", "line 2 of there is a NUL byte in a header"),
        ("HTTP/1.1 503 X\nTransfer-Encoding: chunked\n\n0\n\n", "line 2 of a body in chunks cannot be used"),
        ("HTTP/1.1 503 X\nContent-Length: 5\n\nbody", "its header says that the body has 5 bytes, and 4 follow"),
        ("HTTP/1.1 503 X\nContent-Length: 4\nContent-Length: 5\n\nbody", "line 3 of the length of the body is not one number"),
        ("HTTP/1.1 503 X\nContent-Length: x\n\nbody", "line 2 of the length of the body is not one number"),
        ("HTTP/1.1 204 X\n\nbody", "an answer with status 204 has no body, and 4 bytes follow"),
        ("HTTP/1.1 503 X\n" + String(repeating: "A: b\n", count: 101) + "\n", "line 102 of it has more than 100 headers"),
    ]) func bad(text: String, message: String) throws {
        #expect(try file(text) == [message])
    }

    @Test func room() throws {
        let head = Array("HTTP/1.0 503 X\r\n\r\n".utf8)
        func large(_ count: Int) -> [UInt8] { head + [UInt8](repeating: 0x61, count: count) }
        #expect(try file(large(16287)) == [])
        #expect(try file(large(16288)) == ["it has no room in a buffer of 16384 bytes"])
        #expect(try file(large(16288), " tune.bufsize 32768") == [])
        #expect(
            try file(large(20000))
                == [
                    "warning bad-error-file: the error file '@/answer' has 20018 bytes, and is cut at the 16384 of a buffer",
                    "it has no room in a buffer of 16384 bytes",
                ])
    }

    @Test func everyPlace() throws {
        files.add("answer", "nonsense")
        files.add("large", [UInt8](repeating: 0x61, count: 16385))
        let start = "frontend f\n mode http\n bind :80\n timeout client 1s\n"
        for line in [
            "http-request return status 200 errorfile @/answer", "http-request deny errorfile @/answer",
            "http-error status 404 errorfile @/answer", "errorfiles e\nhttp-errors e\n errorfile 404 @/answer",
        ] {
            #expect(
                try files.findings("\(start) \(line)\n") == [
                    "error bad-error-file: line 1 of the error file '@/answer': it is no HTTP answer"
                ])
        }
        for line in [
            "http-request return status 200 content-type a/b file @/large", "http-error status 404 content-type a/b lf-file @/large",
        ] {
            #expect(
                try files.findings("\(start) \(line)\n") == [
                    "error bad-error-file: the file '@/large' has 16385 bytes, and an answer has room for the 16384 of a buffer"
                ])
        }
    }

    @Test func hostile() throws {
        #expect(try file([UInt8](repeating: 0, count: 100_000)).count == 2)
        #expect(try file(Array("HTTP/1.1 503 X\r\n".utf8) + [UInt8](repeating: 0x41, count: 100_000)).count == 2)
        #expect(try file(Array("HTTP/1.1 \(String(repeating: "9", count: 10_000)) X\r\n\r\n".utf8)).count == 1)
        files.pipe("pipe")
        let start = "frontend f\n mode http\n bind :80\n timeout client 1s\n"
        #expect(try files.findings("\(start) errorfile 503 @/pipe\n") == [])
        #expect(try files.findings("\(start) errorfile 503 /dev/null\n") == [])
        #expect(try files.findings("\(start) errorfile 503 @\n") == ["error bad-error-file: the error file '@' is a directory"])
    }
}
