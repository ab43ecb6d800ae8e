import GrammarFormat
import Lexer

/// Keys of TLS tickets (manual 5.1 `tls-ticket-keys`): at least three lines, each of 48 or 80 bytes in base64, all of one size.
extension FileContents {
    private enum Ticket {
        static let keys = 3
        static let sizes = [48, 80]
    }

    func ticketKeys(_ path: String, _ range: SourceRange) -> [FileFault] {
        let file = bytes(path, .other, .badTicketKeys, range)
        guard let bytes = file.bytes else { return file.faults }
        var faults: [FileFault] = []
        var size = 0
        let lines = Self.lines(bytes)
        for (index, line) in lines.enumerated() {
            let text = line.last == 0x0D ? line.dropLast() : line
            guard let count = Self.base64Size(text) else {
                faults.append(
                    FileFault(
                        .badTicketKeys, "line \(index + 1) of the ticket keys '\(path)' is not base64",
                        help: ["each line is one key: openssl rand -base64 80 | tr -d '\\n'"]))
                continue
            }
            if !Ticket.sizes.contains(count) {
                faults.append(
                    FileFault(
                        .badTicketKeys, "line \(index + 1) of the ticket keys '\(path)' is a key of \(count) bytes",
                        help: [text.isEmpty ? "remove the empty line" : "a key has 48 or 80 bytes"]))
            } else if size == 0 {
                size = count
            } else if size != count {
                faults.append(
                    FileFault(
                        .badTicketKeys, "line \(index + 1) of the ticket keys '\(path)' has \(count) bytes, and those before it \(size)",
                        help: ["use keys of one size"]))
            }
        }
        if lines.count < Ticket.keys {
            faults.append(
                FileFault(
                    .badTicketKeys, "the ticket keys '\(path)' are \(lines.count), and at least \(Ticket.keys) are needed",
                    help: ["add lines: openssl rand -base64 80 | tr -d '\\n'"]))
        }
        return faults
    }

    /// How many bytes a text in base64, with its padding, stands for. Nil where it is none.
    static func base64Size(_ text: ArraySlice<UInt8>) -> Int? {
        if text.count % 4 != 0 { return nil }
        var digits = text
        var padding = 0
        while digits.last == UInt8(ascii: "="), padding < 2 {
            digits.removeLast()
            padding += 1
        }
        let isSound = digits.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F: true
            default: false
            }
        }
        if !isSound { return nil }
        return digits.count * 6 / 8
    }
}
