/// A JSON text as a tree (RFC 8259), with where each value begins.
struct JSONValue {
    indirect enum Kind {
        case null
        case bool(Bool)
        /// As written: nothing that is read here needs more of a number than a comparison of small ones.
        case number(String)
        case string(String)
        case array([JSONValue])
        /// Members in order; of a name that is there twice the last one counts.
        case object([(name: String, value: JSONValue)])
    }

    let kind: Kind
    /// In bytes from the start of the text.
    let offset: Int

    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = kind else { return nil }
        return members.last { $0.name == name }?.value
    }

    var string: String? {
        guard case .string(let text) = kind else { return nil }
        return text
    }

    var array: [JSONValue]? {
        guard case .array(let values) = kind else { return nil }
        return values
    }
}

/// Reads JSON.
struct JSONReader {
    struct Failure: Error, Equatable {
        /// In bytes from the start of the text.
        var offset: Int
        /// A sentence without its place.
        var reason: String
    }

    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    /// The one value that `bytes` are.
    static func read(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value()
        reader.skipBlanks()
        if reader.at < bytes.count { throw Failure(offset: reader.at, reason: "text behind the end of the JSON value") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func fail(_ reason: String) -> Failure { Failure(offset: at, reason: reason) }

    private mutating func skipBlanks() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func value() throws(Failure) -> JSONValue {
        skipBlanks()
        let start = at
        guard at < bytes.count else { throw fail("the JSON text ends too early") }
        let kind: JSONValue.Kind
        switch bytes[at] {
        case 0x22: kind = .string(try string())
        case 0x5B: kind = try nested { (reader) throws(Failure) in try reader.array() }
        case 0x7B: kind = try nested { (reader) throws(Failure) in try reader.object() }
        case 0x2D, 0x30...0x39:
            while at < bytes.count, [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(bytes[at]) || (0x30...0x39).contains(bytes[at]) { at += 1 }
            kind = .number(String(decoding: bytes[start..<at], as: UTF8.self))
        default:
            while at < bytes.count, (0x61...0x7A).contains(bytes[at]) { at += 1 }
            switch String(decoding: bytes[start..<at], as: UTF8.self) {
            case "null": kind = .null
            case "true": kind = .bool(true)
            case "false": kind = .bool(false)
            default: throw Failure(offset: start, reason: "no JSON value")
            }
        }
        return JSONValue(kind: kind, offset: start)
    }

    private mutating func nested(_ body: (inout JSONReader) throws(Failure) -> JSONValue.Kind) throws(Failure) -> JSONValue.Kind {
        if depth == ReportLimits.jsonDepth { throw fail("nested deeper than \(ReportLimits.jsonDepth) levels") }
        depth += 1
        at += 1
        let kind = try body(&self)
        depth -= 1
        return kind
    }

    private mutating func array() throws(Failure) -> JSONValue.Kind {
        var values: [JSONValue] = []
        skipBlanks()
        if take(0x5D) { return .array(values) }
        while true {
            values.append(try value())
            skipBlanks()
            if take(0x5D) { return .array(values) }
            if !take(0x2C) { throw fail("',' or ']' should stand here") }
        }
    }

    private mutating func object() throws(Failure) -> JSONValue.Kind {
        var members: [(name: String, value: JSONValue)] = []
        skipBlanks()
        if take(0x7D) { return .object(members) }
        while true {
            skipBlanks()
            if at >= bytes.count || bytes[at] != 0x22 { throw fail("the name of a member should stand here") }
            let name = try string()
            skipBlanks()
            if !take(0x3A) { throw fail("':' should stand here") }
            members.append((name, try value()))
            skipBlanks()
            if take(0x7D) { return .object(members) }
            if !take(0x2C) { throw fail("',' or '}' should stand here") }
        }
    }

    private mutating func string() throws(Failure) -> String {
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x20 { throw fail("a control character in a string") }
            at += 1
            if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
            if byte == 0x5C { text.append(contentsOf: try escape()) } else { text.append(byte) }
        }
        throw fail("a string without an end")
    }

    /// Behind a backslash.
    private mutating func escape() throws(Failure) -> [UInt8] {
        guard at < bytes.count else { throw fail("a string without an end") }
        let byte = bytes[at]
        at += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: return [byte]
        case 0x62: return [0x08]
        case 0x66: return [0x0C]
        case 0x6E: return [0x0A]
        case 0x72: return [0x0D]
        case 0x74: return [0x09]
        case 0x75:
            var unit = try hexadecimal()
            if (0xD800..<0xDC00).contains(unit), at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
                at += 2
                let low = try hexadecimal()
                if !(0xDC00..<0xE000).contains(low) { throw fail("half a surrogate pair") }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw fail("half a surrogate pair") }
            return Array(String(Character(scalar)).utf8)
        default: throw fail("no such escape")
        }
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        guard at + 4 <= bytes.count, bytes[at..<(at + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
        else { throw fail("'\\u' needs four hexadecimal digits") }
        at += 4
        return unit
    }
}
