/// Bounds of the room, each with its reason.
enum GrammarLimits {
    /// Captures that a matcher starts with: a line has at most 64 words in the reference, and few give more than one capture. It grows.
    static let initialCaptures = 128
    /// How deep signatures refer to tables whose words refer to tables: rule, action, its options. The tables hold no cycle; this
    /// keeps a mistake in grammar/ from recursing.
    static let signatureDepth = 8
    /// A suggestion is at most this far from what was written; further is a guess.
    static let suggestionDistance = 3
    /// Longer words are not compared: no keyword is so long, and the comparison takes the square of it.
    static let suggestionLength = 128
    /// How many names of the text are compared for suggestions in one run: a thousand references that are wrong, beside ten thousand names,
    /// would take seconds, and nobody reads so many.
    static let nameComparisons = 100_000
}
