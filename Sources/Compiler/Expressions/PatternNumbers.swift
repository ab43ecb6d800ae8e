/// Numbers as the reference reads them in patterns.
enum PatternNumbers {
    /// Decimal digits behind an optional sign, all of the word.
    static func integer(_ text: WordBytes) -> Int64? {
        var index = 0
        var isNegative = false
        if text.count > 0, text.base[0] == 0x2D || text.base[0] == 0x2B {
            isNegative = text.base[0] == 0x2D
            index = 1
        }
        if index == text.count { return nil }
        var value: Int64 = 0
        while index < text.count {
            let digit = text.base[index] &- 0x30
            if digit > 9 { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, overflow2) =
                isNegative ? tens.subtractingReportingOverflow(Int64(digit)) : tens.addingReportingOverflow(Int64(digit))
            if overflow || overflow2 { return nil }
            value = next
            index += 1
        }
        return value
    }

    /// `5`, `5:9`, `5:`, `:9`, `5-9`: both bounds included, the smallest or largest number where one is left out. Nil: none of them.
    static func range(_ text: WordBytes, _ number: (WordBytes) -> Int64?) -> (low: Int64, high: Int64)? {
        // The separator cannot be the first character unless the lower bound is left out.
        guard let separator = text.first(0x3A) ?? text.dropping(min(1, text.count)).first(0x2D).map({ $0 + 1 }) else {
            return number(text).map { ($0, $0) }
        }
        let low = text.slice(0, separator)
        let high = text.dropping(separator + 1)
        if low.count == 0, high.count == 0 { return nil }
        guard let first = low.count == 0 ? .min : number(low), let last = high.count == 0 ? .max : number(high) else { return nil }
        return (first, last)
    }

    /// `major.minor`, each below 65536, as one number.
    static func version(_ text: WordBytes) -> Int64? {
        guard let dot = text.first(0x2E) else { return nil }
        guard let major = integer(text.slice(0, dot)), let minor = integer(text.dropping(dot + 1)) else { return nil }
        guard major >= 0, minor >= 0, major < 65536, minor < 65536 else { return nil }
        return major &<< 16 | minor
    }
}
