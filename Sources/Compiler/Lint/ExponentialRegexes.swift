import GrammarFormat
import Lexer

/// `exponential-regex`: a repeated group that is nothing but a repetition, like `(a+)+`: a text that does not match is tried in all ways
/// to cut it into pieces, twice as many with each character, and clients choose the text. Write one repetition: `a+`.
struct ExponentialRegexes {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    func run() {
        let expressions = configuration.expressions.aclExpressions.rows(0, configuration.expressions.aclExpressions.count)
        for expression in expressions where expression.method == .reg {
            for at in Int(expression.firstPattern)..<Int(expression.firstPattern) + Int(expression.patternCount) {
                let pattern = configuration.expressions.patterns[at]
                if let text = configuration.word(pattern.text), Self.isExponential(text) { report(pattern.range) }
            }
        }
        let converters = configuration.expressions.converters.rows(0, configuration.expressions.converters.count)
        for converter in converters where converter.converter == .regsub && converter.argumentCount > 0 {
            let argument = configuration.expressions.arguments[Int(converter.firstArgument)]
            if let text = configuration.word(argument.text), Self.isExponential(text) { report(argument.range) }
        }
        for at in lines[.rule] {
            let directive = configuration.directives[Int(at)]
            for capture in configuration.captures(of: directive)
            where capture.type.kind == .regex && capture.isValid
                && Self.isExponential(configuration.text(capture, of: directive))
            {
                report(configuration.range(capture, of: directive))
            }
        }
    }

    private func report(_ range: SourceRange) {
        if context.findings.counts(.warning, file: range.source) { return }
        context.add(
            Finding(
                .exponentialRegex, at: range, "a repeated group in this expression is a repetition itself",
                label: "takes exponential time", help: ["repeat once: 'a+' for '(a+)+'"],
                notes: ["a text that nearly matches is tried in all ways to cut it into pieces"]))
    }

    // MARK: the expression

    /// Groups nested deeper are not looked into.
    private static let depth = 32

    /// Whether a group that is repeated without a bound has an alternative that is one atom, itself repeated without a bound.
    static func isExponential(_ text: WordBytes) -> Bool {
        // Most expressions have no group that is repeated.
        guard text.first(UInt8(ascii: "(")) != nil else { return false }
        // For each open group: the atoms of the alternative so far; whether it is one repeated atom; whether some alternative was.
        var atoms = [Int](repeating: 0, count: depth + 1)
        var isRepeated = [Bool](repeating: false, count: depth + 1)
        var isBad = [Bool](repeating: false, count: depth + 1)
        // The group is not tried again in other ways: atomic, or looks around.
        var isAtomic = [Bool](repeating: false, count: depth + 1)
        var level = 0
        // Whether the atom just read is a group with such an alternative.
        var closed = false
        var at = 0
        func byte(_ index: Int) -> UInt8 { index < text.count ? text.base[index] : 0 }
        while at < text.count {
            let character = byte(at)
            switch character {
            case UInt8(ascii: "\\"):
                // What stands for a place is no atom.
                let next = byte(at + 1)
                if next != UInt8(ascii: "b"), next != UInt8(ascii: "B") {
                    atoms[level] += 1
                    isRepeated[level] = false
                }
                closed = false
                at += 2
            case UInt8(ascii: "["):
                at += 1
                if byte(at) == UInt8(ascii: "^") { at += 1 }
                if byte(at) == UInt8(ascii: "]") { at += 1 }
                while at < text.count, byte(at) != UInt8(ascii: "]") {
                    if byte(at) == UInt8(ascii: "\\") {
                        at += 1
                    } else if byte(at) == UInt8(ascii: "["), byte(at + 1) == UInt8(ascii: ":") {
                        while at < text.count, byte(at) != UInt8(ascii: "]") { at += 1 }
                    }
                    at += 1
                }
                at += 1
                atoms[level] += 1
                isRepeated[level] = false
                closed = false
            case UInt8(ascii: "("):
                if level == depth { return false }
                level += 1
                atoms[level] = 0
                isRepeated[level] = false
                isBad[level] = false
                isAtomic[level] = false
                at += 1
                if byte(at) == UInt8(ascii: "?") {
                    at += 1
                    switch byte(at) {
                    case UInt8(ascii: ":"): at += 1
                    case UInt8(ascii: "P"), UInt8(ascii: "<"):
                        // A name, or a look behind.
                        if byte(at + 1) == UInt8(ascii: "=") || byte(at + 1) == UInt8(ascii: "!") { isAtomic[level] = true }
                        while at < text.count, byte(at) != UInt8(ascii: ">"), byte(at) != UInt8(ascii: "="), byte(at) != UInt8(ascii: "!") {
                            at += 1
                        }
                        at += 1
                    case UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"):
                        isAtomic[level] = true
                        at += 1
                    default: break
                    }
                }
                closed = false
            case UInt8(ascii: ")"):
                at += 1
                if level == 0 { return false }
                closed = !isAtomic[level] && (isBad[level] || atoms[level] == 1 && isRepeated[level])
                level -= 1
                atoms[level] += 1
                // A group that is one repetition is that to the group around it too.
                isRepeated[level] = closed
            case UInt8(ascii: "|"):
                if atoms[level] == 1, isRepeated[level] { isBad[level] = true }
                atoms[level] = 0
                isRepeated[level] = false
                closed = false
                at += 1
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"):
                var isUnbounded = true
                if character == UInt8(ascii: "{") {
                    guard let end = text.dropping(at).first(UInt8(ascii: "}")) else { return false }
                    isUnbounded = byte(at + end - 1) == UInt8(ascii: ",")
                    at += end
                }
                at += 1
                // A possessive one gives nothing back.
                if byte(at) == UInt8(ascii: "+") {
                    isUnbounded = false
                    at += 1
                } else if byte(at) == UInt8(ascii: "?") {
                    at += 1
                }
                if isUnbounded, closed { return true }
                if isUnbounded { isRepeated[level] = true }
                closed = false
            case UInt8(ascii: "^"), UInt8(ascii: "$"):
                // The beginning or the end: what stands beside it cannot be cut at will.
                atoms[level] += 1
                isRepeated[level] = false
                closed = false
                at += 1
            case UInt8(ascii: "?"):
                at += 1
                closed = false
            default:
                atoms[level] += 1
                isRepeated[level] = false
                closed = false
                at += 1
            }
        }
        return false
    }
}
