/// Every bound of this room, each with its reason.
public enum Limits {
    /// Words on a line. The reference's own (it refuses the line that has more).
    public static let maxWordsPerLine = 64

    /// Bytes of a source: offsets are 32-bit, and bit 31 tells a cooked word from one that stands in the source.
    public static let maxSourceBytes = 0x7FFF_FFFF

    /// Bytes of one line's text, before and after expansion, without its comment. The reference doubles its buffer until memory
    /// ends; nobody has a line like this, and `"$A$A$A"` could otherwise ask for any amount.
    public static let maxLineBytes = 16 << 20

    /// Bytes that all cooked words of one source may take together: what quoting and expansion can cost in memory. A source as
    /// large as this that is escaped throughout still fits; beyond it lines are refused as too long.
    public static let maxCookedBytes = 256 << 20

    /// Findings that one reader keeps for one source; what comes after is counted (``Lexer/droppedFindings``). Binary garbage
    /// would otherwise fill memory with them.
    public static let maxFindingsPerSource = 10_000

    /// Nested `.if`: the reference refuses the hundredth.
    public static let maxNestedConditionals = 99

    /// Depth of a condition, counted as the reference counts it: each `||`, `&&`, term and parenthesis is one.
    public static let maxConditionDepth = 1024

    /// Bytes of one decoded argument of a predicate, fetch or converter: the reference decodes into a buffer of
    /// `tune.bufsize` (16384), less one for the terminator.
    public static let maxArgumentBytes = 16383
}
