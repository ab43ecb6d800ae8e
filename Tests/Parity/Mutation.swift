/// One small thing made wrong (or, by luck, not) in a configuration.
enum Mutation: CaseIterable {
    case dropWord, doubleWord, swapWords, misspell, moveLine, spoilNumber, openQuote, breakReference, dropLine, doubleLine

    /// The text with this change at a random place; nil where there is no place for it.
    func apply(to text: String, _ random: inout SeededRandom) -> String? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let candidates = lines.indices.filter { !lines[$0].trimmed.isEmpty && !lines[$0].trimmed.hasPrefix("#") }
        guard !candidates.isEmpty else { return nil }
        let at = random.pick(candidates)
        let indentation = String(lines[at].prefix { $0 == " " || $0 == "\t" })
        var words = lines[at].split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
        func join() { lines[at] = indentation + words.joined(separator: " ") }
        switch self {
        case .dropWord:
            words.remove(at: random.below(words.count))
            join()
        case .doubleWord:
            let word = random.below(words.count)
            words.insert(words[word], at: word)
            join()
        case .swapWords:
            guard words.count > 1 else { return nil }
            let word = random.below(words.count - 1)
            words.swapAt(word, word + 1)
            join()
        case .misspell:
            let word = random.below(words.count)
            guard let changed = Self.misspelt(words[word], &random) else { return nil }
            words[word] = changed
            join()
        case .moveLine:
            let line = lines.remove(at: at)
            lines.insert(line, at: random.below(lines.count))
        case .spoilNumber:
            let numbers = words.indices.filter { words[$0].first?.isNumber ?? false }
            guard !numbers.isEmpty else { return nil }
            let word = random.pick(numbers)
            words[word] = random.pick(["-1", "99999999999", words[word] + "x", "0", "1.5", "x" + words[word]])
            join()
        case .openQuote:
            let word = random.below(words.count)
            words[word] = random.pick(["\"", "'"]) + words[word]
            join()
        case .breakReference:
            let names = words.indices.dropFirst().filter { words[$0].allSatisfy { $0.isLetter || $0.isNumber } }
            guard !names.isEmpty else { return nil }
            words[random.pick(names)] += "q"
            join()
        case .dropLine: lines.remove(at: at)
        case .doubleLine: lines.insert(lines[at], at: at)
        }
        let result = lines.joined(separator: "\n")
        return result == text ? nil : result
    }

    private static func misspelt(_ word: String, _ random: inout SeededRandom) -> String? {
        var letters = Array(word.utf8)
        guard letters.count > 2 else { return nil }
        let at = random.below(letters.count)
        switch random.below(3) {
        case 0: letters.remove(at: at)
        case 1: letters.insert(UInt8(ascii: "z"), at: at)
        default: letters[at] = letters[at] == UInt8(ascii: "y") ? UInt8(ascii: "w") : UInt8(ascii: "y")
        }
        return String(decoding: letters, as: UTF8.self)
    }
}

extension String {
    var trimmed: Substring { drop { $0 == " " || $0 == "\t" } }
}
