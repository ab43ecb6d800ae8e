import GrammarFormat

/// Numbers, ranges and lists of them in one word.
extension ValueReader {
    /// Digits from `index` on, as a number; -1 where there is none.
    @inline(__always)
    static func digits(_ bytes: WordBytes, _ index: inout Int) -> Int {
        let start = index
        var value = 0
        while index < bytes.count, isDigit(bytes.base[index]) {
            value = min(value &* 10 &+ Int(bytes.base[index] &- 0x30), 99_999_999)
            index &+= 1
        }
        return index == start ? -1 : value
    }

    private static func bad(_ start: Int, _ end: Int) -> ReadProblem {
        ReadProblem(kind: .notNumber, start: start, count: max(0, end &- start))
    }

    /// CPUs: numbers and ranges below 1024 with commas between them; what follows a number is let pass, as in the reference.
    static func cpuSet(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        if !isDigit(bytes.base[0]) { return bad(0, bytes.count) }
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes.base[index] != 0x2C { index &+= 1 }
            let piece = bytes.slice(start, index &- start)
            var at = 0
            let low = digits(piece, &at)
            var high = low
            if let dash = piece.first(0x2D) {
                at = dash &+ 1
                high = digits(piece, &at)
            }
            if low > 1023 || high > 1023 { return bad(start, index) }
            index &+= 1
        }
        return .none
    }

    /// Groups of threads, and behind a slash threads of them, each `all`, `odd`, `even`, a number from 1 to 64 or a range; `auto:` may
    /// stand before.
    static func processSet(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var start = 0
        let auto: StaticString = "auto:"
        if bytes.count >= 5, bytes.slice(0, 5).equals(WordBytes(base: auto.utf8Start, count: 5)) { start = 5 }
        let rest = bytes.dropping(start)
        let slash = rest.first(0x2F) ?? rest.count
        if !process(rest.slice(0, slash)) { return bad(start, start &+ slash) }
        if slash < rest.count, !process(rest.dropping(slash &+ 1)) { return bad(start &+ slash &+ 1, bytes.count) }
        return .none
    }

    private static func process(_ bytes: WordBytes) -> Bool {
        if Grammar.find(bytes, in: .numberSetWord) != nil { return true }
        var index = 0
        let low = digits(bytes, &index)
        if low < 1 || low > 64 { return false }
        if index == bytes.count { return true }
        if bytes.base[index] != 0x2D { return false }
        index &+= 1
        if index == bytes.count { return true }
        let high = digits(bytes, &index)
        return index == bytes.count && high >= 1 && high <= 64
    }

    /// Threads: `all`, `odd`, `even`, numbers and ranges with commas between them; or the same behind a group's number and a slash, each.
    static func threadSet(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var index = 0
        _ = digits(bytes, &index)
        let isRelative = index < bytes.count && bytes.base[index] == 0x2F
        let most = isRelative ? 64 : 1024
        index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes.base[index] != 0x2C { index &+= 1 }
            var piece = bytes.slice(start, index &- start)
            if isRelative {
                var at = 0
                let group = digits(piece, &at)
                if group < 1 || group > 32 || at >= piece.count || piece.base[at] != 0x2F { return bad(start, index) }
                piece = piece.dropping(at &+ 1)
            }
            if !(isRelative && piece.count == 0), !threads(piece, most) { return bad(start, index) }
            index &+= 1
        }
        return .none
    }

    private static func threads(_ bytes: WordBytes, _ most: Int) -> Bool {
        if Grammar.find(bytes, in: .numberSetWord) != nil { return true }
        var index = 0
        var low = digits(bytes, &index)
        // A range may begin with its dash.
        if low < 0, bytes.count > 0, bytes.base[0] == 0x2D { low = 1 }
        if low < 1 || low > most { return false }
        if index == bytes.count { return true }
        if bytes.base[index] != 0x2D { return false }
        index &+= 1
        if index == bytes.count { return true }
        let high = digits(bytes, &index)
        return index == bytes.count && high >= 1 && high <= most
    }

    /// A thread or a range of threads, from 1 to 1024; blanks and signs as the reference's library reads numbers.
    static func threadRange(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var index = bytes.base[0] == 0x2B ? 1 : 0
        let low = digits(bytes, &index)
        var high = low
        if index < bytes.count, bytes.base[index] == 0x2D {
            index &+= 1
            high = digits(bytes, &index)
        }
        return index == bytes.count && low >= 1 && low <= 1024 && high >= 1 && high <= 1024 ? .none : bad(0, bytes.count)
    }

    /// Status codes from 100 to 599 and ranges of them with commas between them; the whole may begin with a sign.
    static func statusRanges(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var index = bytes.base[0] == 0x2B || bytes.base[0] == 0x2D ? 1 : 0
        while true {
            let start = index
            let low = digits(bytes, &index)
            var high = low
            if index < bytes.count, bytes.base[index] == 0x2D {
                index &+= 1
                high = digits(bytes, &index)
            }
            if low < 100 || high < low || high > 599 { return bad(start, max(index, start &+ 1)) }
            if index == bytes.count { return .none }
            if bytes.base[index] != 0x2C { return bad(start, bytes.count) }
            index &+= 1
        }
    }

    /// How many servers, or from which number to which; characters behind a number are let pass, as in the reference.
    static func serverRange(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var index = 0
        let low = max(0, digits(bytes, &index))
        guard let dash = bytes.first(0x2D) else { return low >= 1 ? .none : bad(0, bytes.count) }
        if dash == 0 { return bad(0, bytes.count) }
        index = dash &+ 1
        return max(0, digits(bytes, &index)) >= low ? .none : bad(0, bytes.count)
    }

    /// `<ranges>:<size>`: which of each `size` lines are taken, numbers from 1 on.
    static func sampleRanges(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        guard let colon = bytes.first(0x3A) else { return bad(0, bytes.count) }
        var index = colon &+ 1
        let size = digits(bytes, &index)
        if size < 1 || index < bytes.count { return bad(colon &+ 1, bytes.count) }
        let ranges = bytes.slice(0, colon)
        index = 0
        var isEmpty = true
        while index < colon {
            let start = index
            if ranges.base[index] == 0x2C {
                index &+= 1
                continue
            }
            let low = digits(ranges, &index)
            var high = low
            if index < colon, ranges.base[index] == 0x2D {
                index &+= 1
                high = digits(ranges, &index)
            }
            if low < 1 || high < low || high > size || (index < colon && ranges.base[index] != 0x2C) { return bad(start, colon) }
            isEmpty = false
            index &+= 1
        }
        return isEmpty ? bad(0, bytes.count) : .none
    }

    /// Columns of a stick table, words of table `table-column` with their arguments, with commas between them.
    static func columns(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes.base[index] != 0x2C, bytes.base[index] != 0x28 { index &+= 1 }
            guard let row = Grammar.find(bytes.slice(start, index &- start), in: .tableColumn) else { return bad(start, index) }
            var pc = ProgramPool.table.utf8Start + row.glued
            let takesArguments = row.glued != 0
            if index < bytes.count, bytes.base[index] == 0x28 {
                let open = index
                while index < bytes.count, bytes.base[index] != 0x29 { index &+= 1 }
                if index == bytes.count || !takesArguments { return bad(start, index) }
                var from = open &+ 1
                while pc[0] == Opcode.glued {
                    let type = TypeID(rawValue: UInt16(truncatingIfNeeded: Alphabet.read2(pc + 3)))
                    pc += 6
                    if from > index { return bad(start, index &+ 1) }
                    var stop = from
                    while stop < index, bytes.base[stop] != 0x2C { stop &+= 1 }
                    var capture = Capture(
                        slot: .word, type: type, word: 0, start: 0, count: 0, isValid: true, value: 0, aux: 0)
                    if read(type.kind, type, bytes.slice(from, stop &- from), &capture).kind != .none { return bad(start, index &+ 1) }
                    from = stop &+ 1
                }
                // What follows the parenthesis is let pass.
                while index < bytes.count, bytes.base[index] != 0x2C { index &+= 1 }
            } else if takesArguments {
                return bad(start, index)
            }
            index &+= 1
        }
        return .none
    }
}
