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

    /// `major.minor`, each below 65536, as one number.
    static func version(_ text: WordBytes) -> Int64? {
        guard let dot = text.first(0x2E) else { return nil }
        guard let major = integer(text.slice(0, dot)), let minor = integer(text.dropping(dot + 1)) else { return nil }
        guard major >= 0, minor >= 0, major < 65536, minor < 65536 else { return nil }
        return major &<< 16 | minor
    }
}
