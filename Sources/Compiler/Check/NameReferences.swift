/// Names that something outside of the configuration resolves.
enum NameReferences {
    /// Whether this can be a host's name.
    static func isHostName(_ word: WordBytes) -> Bool {
        if word.count == 0 || word.count > 253 { return false }
        for index in 0..<word.count {
            switch word.base[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: break
            default: return false
            }
        }
        return true
    }
}

extension NameReferences {
    /// Digits and dots alone, which no name is: an IPv4 address in one of its older forms (`127.1`, `0`), or nothing.
    static func isNumeric(_ name: WordBytes) -> Bool {
        for index in 0..<name.count where name.base[index] != 0x2E && (name.base[index] < 0x30 || name.base[index] > 0x39) { return false }
        return name.count > 0
    }

    /// A name that every machine knows.
    static func isLocal(_ name: WordBytes) -> Bool { name.count == 9 && name.string == "localhost" }
}
