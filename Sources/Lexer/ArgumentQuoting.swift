/// One argument within parentheses, as a stretch of the text that was scanned.
@frozen public struct Argument: Equatable, Sendable {
    /// First byte, after the parenthesis or comma.
    public var start: Int
    /// The comma or parenthesis that ends it, or the end of the text.
    public var end: Int
    /// Whether it reads as it is written: no quotes, no escapes.
    public var isPlain: Bool

    /// The argument's bytes, decoded. `text` is the text that was scanned.
    public func decoded(in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard start >= 0, end <= text.count, start <= end else { return [] }
        if isPlain { return Array(text[start..<end]) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end - start)
        var state = ArgumentState(position: start)
        while let byte = state.step(text, end) { bytes.append(byte.value) }
        return bytes
    }

    /// The offset in `text` of the byte, or the escape, that decoded byte `index` comes from; `end` when there are fewer.
    public func origin(ofDecoded index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        guard start >= 0, end <= text.count else { return start }
        if isPlain { return min(start + max(index, 0), end) }
        var left = index
        var state = ArgumentState(position: start)
        while let byte = state.step(text, end) {
            if left <= 0 { return byte.at }
            left -= 1
        }
        return end
    }
}

/// Reads the arguments of a fetch, a converter or a predicate: `(a,"b,c",d)`. This is the second level of quoting (end of manual
/// 2.2): quotes and `\\ \" \' \r \n \t`, backslash and space, once more; no `\#`, `\$`, `\xNN`, no variables. It works on a
/// word's text, where the first level is done.
///
///     var scanner = ArgumentScanner(text, at: open, maximum: 3)
///     while let argument = scanner.next() { ... }
///     if let problem = scanner.problem { ... }      // else scanner.position is behind the closing parenthesis
///
/// Without an opening parenthesis there are no arguments and no problem. `()` is one empty argument, and so is what follows a
/// comma: whether an empty one is allowed is the signature's affair. Bounds-checked; allocates nothing.
public struct ArgumentScanner {
    public enum Problem: Equatable, Sendable {
        /// The text ended before the closing parenthesis; `quote` is where a quote stands that was left open.
        case unclosed(quote: Int?)
        /// Something other than `)` after the last argument allowed: at ``ArgumentScanner/position``.
        case unexpected
        /// The text ends in a backslash.
        case trailingBackslash
        /// An argument longer than `Limits.maxArgumentBytes`, decoded.
        case tooLong
    }

    public let text: UnsafeBufferPointer<UInt8>
    public let hasParentheses: Bool
    public let maximum: Int
    /// Where scanning is: after the end, the first byte behind the arguments, or the one that a problem is at.
    public private(set) var position: Int
    public private(set) var problem: Problem?
    /// Arguments returned so far.
    public private(set) var count = 0
    private var isDone = false

    /// `position` is where a parenthesis may open; `maximum` how many arguments the signature has at most.
    public init(_ text: UnsafeBufferPointer<UInt8>, at position: Int, maximum: Int) {
        self.text = text
        self.maximum = maximum
        hasParentheses = position >= 0 && position < text.count && text[position] == UInt8(ascii: "(")
        self.position = hasParentheses ? position + 1 : min(max(position, 0), text.count)
        isDone = !hasParentheses
        if hasParentheses, maximum <= 0 { close() }
    }

    public mutating func next() -> Argument? {
        guard !isDone else { return nil }
        let start = position
        var state = ArgumentState(position: start)
        var length = 0
        var isPlain = true
        while true {
            let before = state.position
            guard let byte = state.step(text, text.count, stopsAtDelimiter: true) else {
                if state.position != before { isPlain = false }
                break
            }
            if byte.at != before || state.position != before + 1 { isPlain = false }
            length += 1
            if length > Limits.maxArgumentBytes {
                position = before
                problem = .tooLong
                isDone = true
                return nil
            }
        }
        position = state.position
        if state.isTrailingBackslash {
            problem = .trailingBackslash
            isDone = true
            return nil
        }
        count += 1
        let argument = Argument(start: start, end: position, isPlain: isPlain)
        if position < text.count, text[position] == UInt8(ascii: ","), count < maximum {
            position += 1
        } else {
            close(quote: state.quote != 0 ? state.quoteStart : nil)
        }
        return argument
    }

    private mutating func close(quote: Int? = nil) {
        isDone = true
        if position >= text.count {
            problem = .unclosed(quote: quote)
        } else if text[position] == UInt8(ascii: ")") {
            position += 1
        } else {
            problem = .unexpected
        }
    }
}

/// One decoded byte at a time.
private struct ArgumentState {
    var position: Int
    var quote: UInt8 = 0
    var quoteStart = 0
    var isTrailingBackslash = false

    init(position: Int) { self.position = position }

    /// The next decoded byte and where it comes from; nil at `end`, at a delimiter outside of quotes, or at a backslash that ends the text.
    mutating func step(
        _ text: UnsafeBufferPointer<UInt8>, _ end: Int, stopsAtDelimiter: Bool = false
    ) -> (value: UInt8, at: Int)? {
        while position < end {
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if quote == byte {
                    quote = 0
                } else if quote == 0 {
                    quote = byte
                    quoteStart = position
                } else {
                    break
                }
                position += 1
                continue
            case UInt8(ascii: "\\") where quote != UInt8(ascii: "'"):
                let at = position
                guard position + 1 < text.count else {
                    isTrailingBackslash = true
                    return nil
                }
                let next = text[position + 1]
                position += 2
                switch next {
                case UInt8(ascii: "\\"), UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "'"): return (next, at)
                case UInt8(ascii: "r"): return (0x0D, at)
                case UInt8(ascii: "n"): return (0x0A, at)
                case UInt8(ascii: "t"): return (0x09, at)
                default:
                    position = at + 1
                    return (byte, at)
                }
            case UInt8(ascii: ","), UInt8(ascii: ")"):
                if quote == 0, stopsAtDelimiter { return nil }
            default:
                break
            }
            position += 1
            return (byte, position - 1)
        }
        return nil
    }
}
