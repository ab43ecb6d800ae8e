/// The instructions into which a signature is compiled, each one printable byte followed by its operands in `Alphabet` digits.
///
/// `slot`, `word` and `type` take two digits, `table` and `place` one, lists and jumps three. Jumps are offsets from the start of the
/// program pool. A *list* is a count (two digits) and that many words (two digits each).
public enum Opcode {
    /// `L word`: the current word must be this one; it is consumed and not captured.
    @inlinable public static var literal: UInt8 { 0x4C }
    /// `l word`: like `L`, and captured.
    @inlinable public static var capturedLiteral: UInt8 { 0x6C }
    /// `V slot type`: one word, a value of this type.
    @inlinable public static var value: UInt8 { 0x56 }
    /// `K slot list`: one word, one of the list; the capture's value is the word's ID.
    @inlinable public static var choice: UInt8 { 0x4B }
    /// `k slot list type`: one word, a list of these words with commas between them; others are values of the type, where it is not
    /// ``noType``. Captured as one word; an empty one at the end is none.
    @inlinable public static var choices: UInt8 { 0x6B }
    /// The type of ``choices`` without other words.
    @inlinable public static var noType: Int { 4095 }
    /// `N list`: one of the list must have been captured since the program began.
    @inlinable public static var needs: UInt8 { 0x4E }
    /// `? list jump`: jumps unless the current word is one of the list.
    @inlinable public static var testWords: UInt8 { 0x3F }
    /// `E jump`: jumps where no word is left, or a condition begins.
    @inlinable public static var testEnd: UInt8 { 0x45 }
    /// `C jump`: jumps unless a condition begins.
    @inlinable public static var testCondition: UInt8 { 0x43 }
    /// `J jump`.
    @inlinable public static var jump: UInt8 { 0x4A }
    /// `Q slot`: a condition, to the end of the line.
    @inlinable public static var condition: UInt8 { 0x51 }
    /// `S slot table place stop`: any number of the table's options, each with its own arguments. `stop` 1: a condition may follow,
    /// 2: something else may follow, so an unknown word ends the options instead of being a finding.
    @inlinable public static var options: UInt8 { 0x53 }
    /// `T slot table place`: one of the table's words with its own arguments.
    @inlinable public static var oneOfTable: UInt8 { 0x54 }
    /// `R slot type stop`: all words that are left, up to a condition where `stop` is 1.
    @inlinable public static var rest: UInt8 { 0x52 }
    /// `Y slot type`: a sample expression: one word, and the words after it that are converters.
    @inlinable public static var sample: UInt8 { 0x59 }
    /// `X list`: none of the alternatives is here: one of the list was expected. Ends the line.
    @inlinable public static var expected: UInt8 { 0x58 }
    /// `U list stop jump`: end of an unordered set. Where a word is left that no option of the set is, a finding, and on with the
    /// next word that is one.
    @inlinable public static var setEnd: UInt8 { 0x55 }
    /// `g slot type need`: one argument in parentheses. `need` 0 required, 1 optional, 2 repeated and optional.
    @inlinable public static var glued: UInt8 { 0x67 }
    /// `.`: the end.
    @inlinable public static var end: UInt8 { 0x2E }
}
