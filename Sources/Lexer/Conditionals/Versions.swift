// Comparing versions as the reference does.

/// Reads a decimal number as C's strtol does: blanks, a sign, digits; 0 and no progress without digits. Saturates.
func decimal(_ bytes: [UInt8], _ position: inout Int) -> Int {
    var i = position
    while i < bytes.count, ByteClass.has(bytes[i], ByteClass.blank) { i += 1 }
    var isNegative = false
    if i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") {
        isNegative = bytes[i] == UInt8(ascii: "-")
        i += 1
    }
    let digits = i
    var value = 0
    while i < bytes.count, let digit = hexDigit(bytes[i]), digit < 10 {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, more) = product.addingReportingOverflow(Int(digit))
        value = overflow || more ? Int.max : sum
        i += 1
    }
    if i == digits { return 0 }
    position = i
    return isNegative ? -value : value
}

/// A version of the program, comparable: `3.4.0`, `3.5-dev2-14`, `2.4`.
struct ProgramVersion: Comparable, Equatable {
    /// Four numbers, 3 for a release or less for what comes before it, the number of that, the commit.
    var parts: [UInt32] = [0, 0, 0, 0, 3, 0, 0]

    /// Nil for what the reference cannot read.
    init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return nil }
        var position = 0
        for i in 0..<4 {
            parts[i] = UInt32(truncatingIfNeeded: decimal(bytes, &position))
            guard position < bytes.count else { return }
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "-") { break }
            guard byte == UInt8(ascii: "."), i < 3 else { return nil }
        }
        var rest = Array(bytes[position...])
        if let first = rest.first, hexDigit(first).map({ $0 < 10 }) != true {
            var at = 0
            for (name, rank) in [("dev", 1), ("rc", 2), ("pre", 2)] as [(String, UInt32)] where rest.starts(with: name.utf8) {
                parts[4] = rank
                at = name.utf8.count
            }
            if at > 0 {
                parts[5] = UInt32(truncatingIfNeeded: decimal(rest, &at))
                guard at < rest.count else { return }
                guard rest[at] == UInt8(ascii: "-") else { return nil }
                rest = Array(rest[(at + 1)...])
            }
        }
        if let dash = rest.lastIndex(of: UInt8(ascii: "-")) {
            guard dash + 1 < rest.count else { return nil }
            rest = Array(rest[(dash + 1)...])
        }
        var at = 0
        let commit = decimal(rest, &at)
        parts[6] = at == rest.count ? UInt32(truncatingIfNeeded: commit) : 0
    }

    static func < (a: ProgramVersion, b: ProgramVersion) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}

/// A version of OpenSSL as a number, in the way of OpenSSL 1 (`1.1.1f`, `3.0.0-beta2`); nil for what the reference cannot read.
func opensslVersionNumber(_ bytes: [UInt8]) -> UInt32? {
    guard !bytes.isEmpty else { return nil }
    var position = 0
    func number(_ limit: UInt32) -> UInt32? {
        let value = UInt32(truncatingIfNeeded: decimal(bytes, &position))
        return value > limit ? nil : value
    }
    func dot() -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: ".") else { return false }
        position += 1
        return true
    }
    guard let major = number(0xF), dot(), let minor = number(0xFF), dot(), let fix = number(0xFF) else { return nil }
    var patch: UInt32 = 0
    var status: UInt32 = 0xF
    if position < bytes.count {
        if bytes[position] == UInt8(ascii: "-") {
            status = 0
            if bytes[(position + 1)...].starts(with: "beta".utf8) {
                position += 5
                guard let beta = number(14) else { return nil }
                status = beta
            }
        } else {
            patch = 1
            for byte in bytes[position...] {
                // Bytes are signed in the reference; only the low eight bits of the sum count.
                let letter = Int32(Int8(bitPattern: byte)) & ~0x20
                patch = patch &+ UInt32(bitPattern: letter &- 0x41)
            }
        }
    }
    let value = (major & 0xF) << 28 | (minor & 0xFF) << 20 | (fix & 0xFF) << 12 | (patch & 0xFF) << 4 | (status & 0xF)
    return value == 0 ? nil : value
}
