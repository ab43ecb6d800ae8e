import Lexer

/// Collects findings. Costs nothing while there are none, and bounded memory however many there are: per file and severity the first
/// ``ReportLimits/findingsPerFile`` are kept and the rest counted.
package struct Findings: Sendable {
    private var kept: [Finding] = []
    // Three counters a file, in the order of ``Severity``.
    private var counts: [Int] = []

    package init() {}

    package var isEmpty: Bool { counts.isEmpty }

    /// Adds what `make` gives. It is not called where the file has its fill, so that text is built only for what is shown.
    package mutating func add(_ id: FindingID, severity: Severity? = nil, at span: SourceRange, _ make: () -> Finding) {
        if !count(severity ?? id.severity, file: span.source) { return }
        kept.append(make())
    }

    package mutating func add(_ finding: Finding) {
        if count(finding.severity, file: finding.span.source) { kept.append(finding) }
    }

    package func isFull(_ severity: Severity, file: UInt32) -> Bool {
        let slot = Int(file) &* 3 &+ Int(severity.rawValue)
        return slot < counts.count && counts[slot] >= ReportLimits.findingsPerFile
    }

    /// Counts a finding that will not be shown, where its file has its fill of this severity; then true. Asked before text is built that
    /// costs more than a few strings, such as suggestions.
    package mutating func counts(_ severity: Severity, file: UInt32) -> Bool {
        let slot = Int(file) &* 3 &+ Int(severity.rawValue)
        guard slot < counts.count, counts[slot] >= ReportLimits.findingsPerFile else { return false }
        counts[slot] &+= 1
        return true
    }

    private mutating func count(_ severity: Severity, file: UInt32) -> Bool {
        let slot = Int(file) &* 3 &+ Int(severity.rawValue)
        while counts.count <= slot { counts.append(0) }
        counts[slot] &+= 1
        return counts[slot] <= ReportLimits.findingsPerFile
    }

    /// How many there were, kept or not.
    package func total(_ severity: Severity) -> Int {
        var sum = 0
        var slot = Int(severity.rawValue)
        while slot < counts.count {
            sum &+= counts[slot]
            slot &+= 3
        }
        return sum
    }

    /// How many of `file` were counted but not kept.
    package func hidden(file: UInt32) -> Int {
        var sum = 0
        for severity in 0..<3 {
            let slot = Int(file) &* 3 &+ severity
            if slot < counts.count { sum &+= max(0, counts[slot] &- ReportLimits.findingsPerFile) }
        }
        return sum
    }

    /// Whether a finding of this file starts inside `range`.
    package func touches(file: UInt32, _ range: Range<UInt32>) -> Bool {
        kept.contains { $0.span.source == file && range.contains($0.span.start) }
    }

    /// The kept ones by file, offset and ID; equal ones in the order in which they were found.
    package func sorted() -> [Finding] {
        let order = kept.indices.sorted { a, b in
            let x = kept[a]
            let y = kept[b]
            if x.span.source != y.span.source { return x.span.source < y.span.source }
            if x.span.start != y.span.start { return x.span.start < y.span.start }
            if x.id != y.id { return x.id.rawValue < y.id.rawValue }
            return a < b
        }
        return order.map { kept[$0] }
    }
}
