import GrammarFormat

/// What releases before 3.4 let pass that 3.4 refuses, and that no signature says. For such a target it is a warning.
enum OlderReleases {
    /// An empty word ended the line for whoever looked at it, without an error, until 3.2.
    static func endLinesAtEmptyWords(_ target: Release) -> Bool { target < .v3_4 }

    /// Ports were read up to the first character that is no digit until 2.8: `80x` was 80. Nil where this is not what is wrong.
    static func portRead(_ found: SignatureFinding, _ words: Words, _ target: Release) -> Int? {
        guard target < .v3_0, found.kind == .badValue, found.problem == .badPort, found.word < words.count else { return nil }
        let word = words[found.word]
        let from = min(found.start, word.count)
        let text = word.slice(from, min(found.count, word.count - from))
        var port = 0
        var index = 0
        while index < text.count, index < 6, ValueReader.isDigit(text.base[index]) {
            port = port * 10 + Int(text.base[index] &- 0x30)
            index += 1
        }
        // A range of ports has a reading of its own.
        return index > 0 && index < text.count && 1...65535 ~= port && text.first(UInt8(ascii: "-")) == nil ? port : nil
    }
}
