import Glibc

/// The lines of an HTTP/1 head: hands out one line after another, without its line end.
package struct HeadLines {
    private let base: UnsafePointer<UInt8>
    private let count: Int
    /// Where the next line starts; after the empty line this is the length of the head.
    package private(set) var offset = 0

    package init(_ base: UnsafePointer<UInt8>, _ count: Int) {
        self.base = base
        self.count = count
    }

    package enum Next {
        case line(UnsafePointer<UInt8>, Int)
        /// The empty line that ends the head.
        case end
        case incomplete
        /// A line that ends in a bare LF, which neither program's peers send.
        case bareNewline
    }

    package mutating func next() -> Next {
        let line = base + offset
        guard let newline = memchr(line, 10, count - offset) else { return .incomplete }
        let length = newline.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(mutating: line)
        guard length > 0, line[length - 1] == 13 else { return .bareNewline }
        offset += length + 1
        return length == 1 ? .end : .line(line, length - 1)
    }
}

/// A name and a value inside a header line; the value without spaces around it.
package struct Header {
    package let name: UnsafePointer<UInt8>
    package let nameLength: Int
    package let value: UnsafePointer<UInt8>
    package let valueLength: Int

    /// nil when the line has no name followed by a colon.
    package init?(_ line: UnsafePointer<UInt8>, _ length: Int) {
        guard let found = memchr(line, 58, length) else { return nil }
        let colon = found.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(mutating: line)
        guard colon > 0 else { return nil }
        var first = colon + 1
        var last = length
        while first < last, line[first] == 32 || line[first] == 9 { first += 1 }
        while last > first, line[last - 1] == 32 || line[last - 1] == 9 { last -= 1 }
        name = line
        nameLength = colon
        value = line + first
        valueLength = last - first
    }

    package func isNamed(_ other: StaticString) -> Bool {
        equalsIgnoringCase(name, nameLength, other)
    }

    /// Whether the comma-separated list in the value holds `word`.
    package func lists(_ word: StaticString) -> Bool {
        var start = 0
        while start < valueLength {
            var end = start
            while end < valueLength, value[end] != 44 { end += 1 }
            var first = start
            var last = end
            while first < last, value[first] == 32 || value[first] == 9 { first += 1 }
            while last > first, value[last - 1] == 32 || value[last - 1] == 9 { last -= 1 }
            if equalsIgnoringCase(value + first, last - first, word) { return true }
            start = end + 1
        }
        return false
    }

    /// The value as a length; nil unless it is digits that fit.
    package var length: Int? {
        guard valueLength > 0, valueLength < 19 else { return nil }
        return decimal(value, valueLength)
    }
}

/// ASCII letters compared without case.
package func equalsIgnoringCase(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ other: StaticString) -> Bool {
    length == other.utf8CodeUnitCount && strncasecmp(cString(bytes), cString(other.utf8Start), length) == 0
}

private func cString(_ bytes: UnsafePointer<UInt8>) -> UnsafePointer<CChar> {
    UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self)
}

/// Up to 18 digits as a number, nil when another byte is among them or there are none.
package func decimal(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int? {
    guard length > 0, length < 19 else { return nil }
    var value = 0
    for index in 0..<length {
        let digit = Int(bytes[index]) - 48
        guard digit >= 0, digit <= 9 else { return nil }
        value = value * 10 + digit
    }
    return value
}
