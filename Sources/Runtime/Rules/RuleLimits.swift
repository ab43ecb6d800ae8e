/// The bounds of the rule machine, each with its reason.
package enum RuleLimits {
    /// Instructions of one run. Programs have no loops but `next`, which stays within the values of one message: the largest rule set
    /// of a generated configuration (100,000 rules of ten instructions) still fits.
    package static let instructionBudget: Int32 = 4_000_000

    /// Bytes for what converters make during one sample expression: two buffers of HAProxy's default size.
    package static let temporaryBytes = 32768

    /// Headers of a `return`.
    package static let responseHeaders = 64

    /// PCRE2's match limit, in its own units: some milliseconds. A regex that needs more has not matched; it is counted.
    package static let regexMatchLimit: UInt32 = 100_000

    /// PCRE2's heap limit in KiB when the just-in-time compiler is not there.
    package static let regexHeapKiB: UInt32 = 1024

    /// Stack of the just-in-time compiled regexes of one loop.
    package static let regexStackBytes = 256 * 1024

    /// Up to this many patterns a set is compared one by one, which is faster than any index.
    package static let linearPatterns = 4

    /// Bytes of an environment variable's value that a rule sees (`env`).
    package static let environmentValueBytes = 8192
}
