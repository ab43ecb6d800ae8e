/// A signature as a tree; grammar/README.md has the notation.
indirect enum Signature {
    /// A word that stands as written.
    case word(String)
    /// `<slot:type>`.
    case value(slot: String, type: String)
    /// `<slot:a|b|c>`: one of these words.
    case choice(slot: String, words: [String])
    /// `<slot:a|b,...>` or `<slot:a|&type,...>`: a list of these words, and of values of the type, with commas between them.
    case choices(slot: String, words: [String], type: String?)
    /// `<slot:@table>` or `<slot:@table/place>`: one of a table's words with its own arguments.
    case table(slot: String, table: String, place: String?)
    /// `{@table}` or `{@table/place}`: any number of a table's words.
    case options(table: String, place: String?)
    /// `[ a | b ]`.
    case optional([Signature])
    /// `( a | b )`.
    case alternatives([Signature])
    /// `{ a | b <x:t> }`: any number of these, in any order.
    case set([Signature])
    /// `x...`: once or more.
    case repeated(Signature)
    case sequence([Signature])
}

/// Parses the notation.
struct SignatureParser {
    private var bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    static func parse(_ text: String) throws(SignatureError) -> Signature {
        var parser = SignatureParser(text)
        let tree = try parser.sequence(until: [])
        if parser.position < parser.bytes.count { throw SignatureError("unexpected '\(parser.rest)'") }
        return tree
    }

    private var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    }

    private mutating func sequence(until stops: [UInt8]) throws(SignatureError) -> Signature {
        var items: [Signature] = []
        while true {
            skipSpace()
            guard position < bytes.count, !stops.contains(bytes[position]) else { break }
            var item = try self.item()
            if position + 2 < bytes.count + 0, bytes[position...].starts(with: [0x2E, 0x2E, 0x2E]) {
                position += 3
                item = .repeated(item)
            }
            items.append(item)
        }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    private mutating func alternatives(close: UInt8) throws(SignatureError) -> [Signature] {
        position += 1
        var list: [Signature] = []
        while true {
            list.append(try sequence(until: [0x7C, close]))
            guard position < bytes.count else { throw SignatureError("a bracket is not closed") }
            let byte = bytes[position]
            position += 1
            if byte == close { return list }
        }
    }

    private mutating func item() throws(SignatureError) -> Signature {
        switch bytes[position] {
        case 0x5B: return .optional(try alternatives(close: 0x5D))
        case 0x28: return .alternatives(try alternatives(close: 0x29))
        case 0x7B:
            if position + 1 < bytes.count, bytes[position + 1] == 0x40 {
                position += 2
                let name = try take(until: 0x7D)
                let (table, place) = Self.splitPlace(name)
                return .options(table: table, place: place)
            }
            return .set(try alternatives(close: 0x7D))
        case 0x3C:
            position += 1
            let inside = try take(until: 0x3E)
            guard let colon = inside.firstIndex(of: ":") else { throw SignatureError("'<\(inside)>' has no type") }
            let slot = String(inside[..<colon])
            let type = String(inside[inside.index(after: colon)...])
            if slot.isEmpty || type.isEmpty { throw SignatureError("'<\(inside)>' lacks a name or a type") }
            if type.hasPrefix("@") {
                let (table, place) = Self.splitPlace(String(type.dropFirst()))
                return .table(slot: slot, table: table, place: place)
            }
            if type.hasSuffix(",...") {
                let parts = type.dropLast(4).split(separator: "|").map(String.init)
                let other = parts.first { $0.hasPrefix("&") }
                return .choices(slot: slot, words: parts.filter { !$0.hasPrefix("&") }, type: other.map { String($0.dropFirst()) })
            }
            if type.contains("|") { return .choice(slot: slot, words: type.split(separator: "|").map(String.init)) }
            return .value(slot: slot, type: type)
        case 0x5D, 0x29, 0x7D, 0x3E, 0x7C: throw SignatureError("unexpected '\(rest)'")
        default:
            let start = position
            while position < bytes.count, !Self.special.contains(bytes[position]) {
                if bytes[position...].starts(with: [0x2E, 0x2E, 0x2E]) { break }
                position += 1
            }
            return .word(String(decoding: bytes[start..<position], as: UTF8.self))
        }
    }

    private mutating func take(until close: UInt8) throws(SignatureError) -> String {
        let start = position
        while position < bytes.count, bytes[position] != close { position += 1 }
        guard position < bytes.count else { throw SignatureError("a bracket is not closed") }
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }

    private static func splitPlace(_ text: String) -> (String, String?) {
        guard let slash = text.firstIndex(of: "/") else { return (text, nil) }
        return (String(text[..<slash]), String(text[text.index(after: slash)...]))
    }

    /// Space, tab and the brackets of the notation.
    private static let special: Set<UInt8> = [0x20, 0x09, 0x5B, 0x5D, 0x28, 0x29, 0x7B, 0x7D, 0x3C, 0x3E, 0x7C]
}

/// What is wrong with a signature.
struct SignatureError: Error {
    var message: String
    init(_ message: String) { self.message = message }
}
