/// The bounds of this room, each with its reason.
package enum ReportLimits {
    /// Findings of one severity that are kept for one file. A person acts on the first few; a generated file with an error on each of
    /// its million lines must not need memory for all of them. What is beyond is counted and said.
    package static let findingsPerFile = 1_000
    /// Bytes of source text quoted inside a message: longer ones push the sentence off the screen.
    package static let quotedText = 120
    /// Cells of a source line shown above the carets.
    package static let lineWidth = 140
    /// Bytes of a line that are counted as characters to find a column; beyond, a column counts bytes.
    package static let columnWalk = 1 << 20
    /// Secondary places that one finding shows.
    package static let places = 8
    /// Bytes of a line that stand beside a finding in reports for programs: enough to know the line again, and a generated line of
    /// megabytes with a thousand findings does not become gigabytes.
    package static let lineText = 400
    /// Levels of arrays and objects in a JSON text that is read; a report has five, and each costs stack.
    package static let jsonDepth = 64
}
