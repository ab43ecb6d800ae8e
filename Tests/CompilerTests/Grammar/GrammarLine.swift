import Compiler

/// A line of words for tests: split at spaces, with quotes and backslashes taken off in the simplest way.
final class GrammarLine {
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var list: [WordBytes] = []

    init(_ text: String) {
        var cooked: [UInt8] = []
        var bounds: [(Int, Int)] = []
        var start: Int?
        var quote: UInt8 = 0
        var escaped = false
        for byte in text.utf8 {
            if escaped {
                cooked.append(byte)
                escaped = false
            } else if byte == 0x5C, quote != 0x27 {
                start = start ?? cooked.count
                escaped = true
            } else if quote != 0 {
                if byte == quote { quote = 0 } else { cooked.append(byte) }
            } else if byte == 0x22 || byte == 0x27 {
                start = start ?? cooked.count
                quote = byte
            } else if byte == 0x20 || byte == 0x09 {
                if let from = start { bounds.append((from, cooked.count - from)) }
                start = nil
            } else {
                start = start ?? cooked.count
                cooked.append(byte)
            }
        }
        if let from = start { bounds.append((from, cooked.count - from)) }
        storage = .allocate(capacity: cooked.count + 8)
        storage.initialize(repeating: 0)
        for (index, byte) in cooked.enumerated() { storage[index] = byte }
        if let base = storage.baseAddress {
            list = bounds.map { WordBytes(base: UnsafePointer(base) + $0.0, count: $0.1) }
        }
    }

    deinit { storage.deallocate() }

    func withWords<T>(_ body: (Words) throws -> T) rethrows -> T { try list.withUnsafeBufferPointer(body) }
}
