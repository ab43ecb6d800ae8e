import GrammarFormat

extension ValueReader {
    /// An HTTP method: a token of RFC 9110.
    static func method(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var index = 0
        while index < bytes.count {
            let byte = bytes.base[index]
            if byte <= 0x20 || byte >= 0x7F || byte == 0x2F || byte == 0x3A {
                return ReadProblem(kind: .badMethod, start: index, count: 1)
            }
            index &+= 1
        }
        return .none
    }

    /// A variable, manual 2.8: a scope of table `variable-scope`, a dot, letters, digits, dots and underscores.
    static func variable(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        guard let dot = bytes.first(0x2E) else { return ReadProblem(kind: .missingScope, count: bytes.count) }
        if Grammar.find(bytes.slice(0, dot), in: .variableScope) == nil { return ReadProblem(kind: .badScope, count: dot) }
        if dot &+ 1 == bytes.count { return ReadProblem(kind: .empty, start: dot, count: 1) }
        var index = dot &+ 1
        while index < bytes.count {
            let byte = bytes.base[index]
            if !isDigit(byte), (byte | 0x20) &- 0x61 >= 26, byte != 0x5F, byte != 0x2E {
                return ReadProblem(kind: .badCharacter, start: index, count: 1)
            }
            index &+= 1
        }
        return .none
    }

    /// A word of table `boolean-word`; the value is 1 for those that mean true.
    static func boolean(_ bytes: WordBytes, _ capture: inout Capture) -> ReadProblem {
        guard let row = Grammar.find(bytes, in: .booleanWord) else { return ReadProblem(kind: .badBoolean, count: bytes.count) }
        capture.value = row.outputType == .bool ? 1 : 0
        return .none
    }
}
