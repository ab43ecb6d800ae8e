/// Writes the fields of a message between master and worker: numbers as they lie in memory (both ends are the same binary), byte
/// strings behind their length.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func write(_ string: [UInt8]) {
        write(UInt32(truncatingIfNeeded: string.count))
        bytes.append(contentsOf: string)
    }

    mutating func write(_ text: String) { write([UInt8](text.utf8)) }

    mutating func write<Element>(_ elements: [Element], _ each: (inout ByteWriter, Element) -> Void) {
        write(UInt32(truncatingIfNeeded: elements.count))
        for element in elements { each(&self, element) }
    }
}

/// Reads what ``ByteWriter`` wrote. A message that ends too early makes every further read answer zero or empty and ``isValid`` false.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var isValid = true

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        guard isValid, count >= 0, count <= bytes.count - position else {
            isValid = false
            return []
        }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number {
        let slice = take(MemoryLayout<Number>.size)
        guard isValid else { return 0 }
        return slice.withUnsafeBytes { $0.loadUnaligned(as: Number.self) }
    }

    mutating func flag() -> Bool { number(UInt8.self) != 0 }
    mutating func string() -> [UInt8] { [UInt8](take(Int(number(UInt32.self)))) }
    mutating func text() -> String { String(decoding: string(), as: UTF8.self) }

    mutating func array<Element>(_ each: (inout ByteReader) -> Element) -> [Element] {
        let count = Int(number(UInt32.self))
        // Every element takes at least a byte, so a count beyond the rest is a broken message.
        guard isValid, count <= bytes.count - position else {
            isValid = false
            return []
        }
        var elements: [Element] = []
        for _ in 0..<count where isValid { elements.append(each(&self)) }
        return elements
    }
}
