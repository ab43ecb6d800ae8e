import GrammarFormat

extension Grammar {
    /// Index of the word behind the sample expression that begins at `first`. The expression is one word, and every word behind it that
    /// is a converter (the reference goes on over spaces and commas).
    package static func sampleEnd(_ words: Words, from first: Int) -> Int {
        var index = first &+ 1
        while index < words.count {
            let word = words[index]
            var end = 0
            while end < word.count, word.base[end] != 0x28, word.base[end] != 0x2C { end &+= 1 }
            if end == 0 || find(word.slice(0, end), in: .converter) == nil { return index }
            index &+= 1
        }
        return index
    }
}
