/// What text converters do to bytes; see each one's entry in manual section 7.3.1.
enum TextPieces {
    /// `field(number,delimiters,count)`: delimiters are not joined; from 1, or from the end with negative numbers; count 0 takes the rest.
    static func field(_ text: ByteSlice, _ number: Int64, _ delimiters: ByteSlice, _ count: Int64) -> ByteSlice? {
        if number == 0 { return nil }
        var left = count
        if number < 0 {
            var field: Int64 = -1
            var start = text.count
            var end = text.count
            while start > 0 {
                if delimiters.firstIndex(of: text.base[start &- 1]) != nil {
                    if field == number {
                        if left == 1 { return text.slice(start, end) }
                        if left > 1 { left &-= 1 }
                    } else {
                        end = start &- 1
                        field &-= 1
                    }
                }
                start &-= 1
            }
            return field == number ? text.slice(start, end) : nil
        }
        var field: Int64 = 1
        var start = 0
        var end = 0
        while end < text.count {
            if delimiters.firstIndex(of: text.base[end]) != nil {
                if field == number {
                    if left == 1 { return text.slice(start, end) }
                    if left > 1 { left &-= 1 }
                } else {
                    start = end &+ 1
                    field &+= 1
                }
            }
            end &+= 1
        }
        return field == number ? text.slice(start, end) : nil
    }

    /// `word(number,delimiters,count)`: runs of delimiters count as one, and empty words do not count.
    static func word(_ text: ByteSlice, _ number: Int64, _ delimiters: ByteSlice, _ count: Int64) -> ByteSlice? {
        if number == 0 { return nil }
        var left = count
        var word: Int64 = 0
        var inWord = false
        if number < 0 {
            var start = text.count
            var end = text.count
            while start > 0 {
                let separates = delimiters.firstIndex(of: text.base[start &- 1]) != nil
                if !inWord {
                    if !separates {
                        if word != number {
                            word &-= 1
                            end = start
                        }
                        inWord = true
                    }
                } else if separates {
                    if word == number {
                        if left == 1 { return text.slice(start, end) }
                        if left > 1 { left &-= 1 }
                    }
                    inWord = false
                }
                start &-= 1
            }
            return word == number ? text.slice(start, end) : nil
        }
        var start = 0
        var end = 0
        while end < text.count {
            let separates = delimiters.firstIndex(of: text.base[end]) != nil
            if !inWord {
                if !separates {
                    if word != number {
                        word &+= 1
                        start = end
                    }
                    inWord = true
                }
            } else if separates {
                if word == number {
                    if left == 1 { return text.slice(start, end) }
                    if left > 1 { left &-= 1 }
                }
                inWord = false
            }
            end &+= 1
        }
        return word == number ? text.slice(start, end) : nil
    }

    /// `host_only`: without the port; an IPv6 address keeps its brackets.
    static func host(_ text: ByteSlice) -> ByteSlice { text.slice(0, portColon(text) ?? text.count) }

    /// `port_only`: 0 without one.
    static func port(_ text: ByteSlice) -> Int64 {
        guard let colon = portColon(text) else { return 0 }
        var value: UInt32 = 0
        var i = colon &+ 1
        while i < text.count, text.base[i] &- 0x30 <= 9 {
            value = value &* 10 &+ UInt32(text.base[i] &- 0x30)
            i &+= 1
        }
        return Int64(value)
    }

    /// The last colon, unless a bracket closes behind it.
    private static func portColon(_ text: ByteSlice) -> Int? {
        var i = text.count
        while i > 0 {
            let c = text.base[i &- 1]
            if c == 0x3A { return i &- 1 }
            if c == 0x5D { return nil }
            i &-= 1
        }
        return nil
    }

    /// `url_dec`: `%XX`; `+` is a space behind the question mark, or everywhere in a form. nil for a broken escape.
    static func urlDecode(_ text: ByteSlice, inForm: Bool, to p: UnsafeMutablePointer<UInt8>) -> Int? {
        var form = inForm
        var n = 0
        var i = 0
        while i < text.count {
            var c = text.base[i]
            if c == 0x2B {
                if form { c = 0x20 }
            } else if c == 0x3F {
                form = true
            } else if c == 0x25 {
                guard i &+ 2 < text.count, let a = NumberText.hexValue(text.base[i &+ 1]), let b = NumberText.hexValue(text.base[i &+ 2])
                else {
                    return nil
                }
                c = a &<< 4 | b
                i &+= 2
            }
            p[n] = c
            n &+= 1
            i &+= 1
        }
        return n
    }

    /// `url_enc`: all but letters, digits and `-._~` (RFC 3986 section 2.3).
    static func urlEncode(_ text: ByteSlice, to p: UnsafeMutablePointer<UInt8>) -> Int {
        var n = 0
        var i = 0
        while i < text.count {
            let c = text.base[i]
            switch c {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                p[n] = c
                n &+= 1
            default:
                p[n] = 0x25
                p[n &+ 1] = NumberText.hexDigit(c &>> 4)
                p[n &+ 2] = NumberText.hexDigit(c)
                n &+= 3
            }
            i &+= 1
        }
        return n
    }

    /// RFC 4648 section 4, with padding.
    static func base64(_ bytes: ByteSlice, to p: UnsafeMutablePointer<UInt8>) -> Int {
        let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        let a = alphabet.utf8Start
        var n = 0
        var i = 0
        while i < bytes.count {
            let left = bytes.count &- i
            let word =
                UInt32(bytes.base[i]) &<< 16 | (left > 1 ? UInt32(bytes.base[i &+ 1]) &<< 8 : 0)
                | (left > 2 ? UInt32(bytes.base[i &+ 2]) : 0)
            p[n] = a[Int(word &>> 18 & 63)]
            p[n &+ 1] = a[Int(word &>> 12 & 63)]
            p[n &+ 2] = left > 1 ? a[Int(word &>> 6 & 63)] : 0x3D
            p[n &+ 3] = left > 2 ? a[Int(word & 63)] : 0x3D
            n &+= 4
            i &+= 3
        }
        return n
    }
}
