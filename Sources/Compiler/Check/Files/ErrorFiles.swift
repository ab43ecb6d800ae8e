import GrammarFormat
import Lexer

/// Files with a whole answer (manual 4.2 `errorfile`), and bodies of answers (`file`, `lf-file` of 4.4.7 `return`): an HTTP/1 answer that
/// HAProxy can parse, and that has room in a buffer.
extension FileContents {
    func errorFile(_ path: String, _ range: SourceRange) -> [FileFault] {
        let file = bytes(path, .errorFile, .badErrorFile, range)
        guard var bytes = file.bytes else { return file.faults }
        // An empty file stands for no answer: the connection is closed.
        if bytes.isEmpty { return [] }
        var faults: [FileFault] = []
        let room = bufferBytes
        if bytes.count > room {
            faults.append(
                FileFault(
                    .badErrorFile, severity: .warning,
                    "the error file '\(path)' has \(bytes.count) bytes, and is cut at the \(room) of a buffer",
                    help: ["make it smaller, or raise '\(DirectiveID.tuneBufsize)'"]))
            bytes.removeLast(bytes.count - room)
        }
        var answer = ErrorAnswer(bytes: bytes)
        if let problem = answer.problem(room: room) {
            let place = problem.line.map { "line \($0) of " } ?? ""
            faults.append(FileFault(.badErrorFile, "\(place)the error file '\(path)': \(problem.what)", help: problem.help))
        }
        return faults
    }

    /// A body that an answer takes from a file.
    func body(_ path: String, _ range: SourceRange) -> [FileFault] {
        guard case .bytes(let bytes) = context.inputs.content(path, .other, at: range), bytes.count > bufferBytes else { return [] }
        return [
            FileFault(
                .badErrorFile, "the file '\(path)' has \(bytes.count) bytes, and an answer has room for the \(bufferBytes) of a buffer",
                help: ["make it smaller, or raise '\(DirectiveID.tuneBufsize)'"])
        ]
    }
}

/// Reads an HTTP/1 answer as HAProxy reads those of error files.
private struct ErrorAnswer {
    struct Problem {
        var what: String
        var line: Int?
        var help: [String] = []
    }

    /// What HAProxy's own form of an answer takes in a buffer beside the text: the head, and each block.
    private enum Room {
        static let head = 77
        static let block = 8
        /// `tune.http.maxhdr` less one.
        static let headers = 100
    }

    let bytes: [UInt8]
    private var at = 0
    private var line = 1

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func wrong(_ what: String, _ help: String...) -> Problem { Problem(what: what, line: line, help: help) }

    private static let shape = "it begins with 'HTTP/1.0 503 Service Unavailable', headers follow, then an empty line, then the body"

    /// Passes over an end of line; false where there is none.
    private mutating func end() -> Bool {
        if byte == 0x0D { at += 1 }
        guard byte == 0x0A else { return false }
        at += 1
        line += 1
        return true
    }

    private func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }

    private mutating func blanks() { while isBlank(byte) { at += 1 } }

    /// Bytes until an end of line.
    private mutating func rest() -> ArraySlice<UInt8> {
        let start = at
        while let byte, byte != 0x0D, byte != 0x0A { at += 1 }
        return bytes[start..<at]
    }

    mutating func problem(room: Int) -> Problem? {
        while byte == 0x0D || byte == 0x0A { if !end() { return wrong("it is no HTTP answer", Self.shape) } }
        let start = at
        while let byte, Self.isVersion(byte) { at += 1 }
        let version = bytes[start..<at]
        if version.isEmpty || version.first == UInt8(ascii: "/") || !isBlank(byte) { return wrong("it is no HTTP answer", Self.shape) }
        blanks()
        let digits = at
        while let byte, byte >= 0x30, byte <= 0x39 { at += 1 }
        let code = bytes[digits..<at].prefix(9).reduce(0) { $0 * 10 + Int($1 & 15) }
        if at == digits || code > 999 || !(isBlank(byte) || byte == 0x0D || byte == 0x0A) {
            return wrong("the status is no number", Self.shape)
        }
        let codeCount = at - digits
        blanks()
        let reason = rest().count
        if at == bytes.count { return wrong("it ends in its first line", Self.shape) }
        if !end() { return wrong("a carriage return stands inside of a line") }
        if version.count != 8 { return Problem(what: "the version is not that of HTTP/1", line: 1, help: [Self.shape]) }
        if code == 100 || (102..<200).contains(code) {
            return Problem(what: "\(code) is not the status of a final answer", line: 1, help: ["use the status that the file is for"])
        }

        var used = Room.head + version.count + codeCount + reason
        var length: Int?
        var count = 0
        while true {
            if byte == 0x0D || byte == 0x0A {
                if end() { break }
                return wrong("a carriage return stands inside of a line")
            }
            let start = at
            while let byte, Self.isToken(byte) { at += 1 }
            let name = bytes[start..<at]
            if at == bytes.count { return Problem(what: "it ends among its headers", help: ["end them by an empty line"]) }
            if name.isEmpty || byte != UInt8(ascii: ":") {
                return wrong("this is no header", "write '<name>: <value>', and an empty line before the body")
            }
            at += 1
            var value: [UInt8] = []
            repeat {
                blanks()
                let part = rest()
                if part.contains(0) { return wrong("there is a NUL byte in a header") }
                value += part
                if at == bytes.count { return Problem(what: "it ends among its headers", help: ["end them by an empty line"]) }
                if !end() { return wrong("a carriage return stands inside of a line") }
            } while isBlank(byte)
            while let last = value.last, isBlank(last) { value.removeLast() }
            count += 1
            if count > Room.headers {
                line -= 1
                return wrong("it has more than \(Room.headers) headers")
            }
            used += Room.block + name.count + value.count
            let lowered = String(decoding: name, as: UTF8.self).lowercased()
            if lowered == "content-length" {
                guard let number = Self.length(value), length ?? number == number else {
                    line -= 1
                    return wrong("the length of the body is not one number", "remove the header, or give the number of bytes of the body")
                }
                length = number
            }
            if lowered == "transfer-encoding", String(decoding: value, as: UTF8.self).lowercased().hasSuffix("chunked") {
                line -= 1
                return wrong("a body in chunks cannot be used", "remove the header, and write the body as it is")
            }
        }

        let body = bytes.count - at
        if code == 204 || code == 304 {
            if body > 0 { return Problem(what: "an answer with status \(code) has no body, and \(body) bytes follow") }
        } else if let length, length != body {
            return Problem(
                what: "its header says that the body has \(length) bytes, and \(body) follow", help: ["remove the header 'Content-Length'"])
        }
        if body > 0 { used += Room.block + body }
        if used > room {
            return Problem(
                what: "it has no room in a buffer of \(room) bytes", help: ["make it smaller, or raise '\(DirectiveID.tuneBufsize)'"])
        }
        return nil
    }

    /// A number, or one several times with commas between.
    private static func length(_ value: [UInt8]) -> Int? {
        var found: Int?
        for part in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let text = String(decoding: part, as: UTF8.self).drop { $0 == " " || $0 == "\t" }
            guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text), found ?? number == number
            else {
                return nil
            }
            found = number
        }
        return found
    }

    private static func isVersion(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x30...0x39, 0x2E, 0x2F: true
        default: false
        }
    }

    /// RFC 9110, 5.6.2.
    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
        default: false
        }
    }
}
