import Lexer

/// Collects findings. Costs nothing while there are none, and bounded memory however many there are: per file and severity the first
/// ``ReportLimits/findingsPerFile`` are kept and the rest counted.
package struct Findings: Sendable {
    var kept: [Finding] = []
    // Three counters a file, in the order of ``Severity``: all that there were, and those of them that are kept.
    private var counts: [Int] = []
    private var keptCounts: [Int] = []
    /// The targets checked, where there were several; else empty.
    package internal(set) var targets: [Target] = []

    /// What the project says of severities; set before the first finding.
    var severities = Severities()
    /// Findings that comments in the text took out (``Suppression``).
    package internal(set) var suppressed = 0
    /// Findings that a ``Baseline`` took out.
    package internal(set) var inBaseline = 0

    /// One of several targets.
    package struct Target: Sendable {
        package let name: String
        /// Findings that were counted for it and not kept, by ``Severity``.
        let hidden: [Int]
    }

    package init() {}

    package var isEmpty: Bool { !counts.contains { $0 > 0 } && suppressed == 0 && inBaseline == 0 }

    /// Adds what `make` gives. It is not called where the file has its fill, so that text is built only for what is shown.
    package mutating func add(_ id: FindingID, severity: Severity? = nil, at span: SourceRange, _ make: () -> Finding) {
        guard let severity = severities.severity(id, severity ?? id.severity), count(severity, file: span.source) else { return }
        var finding = make()
        finding.severity = severity
        kept.append(finding)
    }

    package mutating func add(_ finding: Finding) {
        guard let severity = severities.severity(finding.id, finding.severity), count(severity, file: finding.span.source) else { return }
        var finding = finding
        finding.severity = severity
        kept.append(finding)
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
        grow(slot)
        counts[slot] &+= 1
        if counts[slot] > ReportLimits.findingsPerFile { return false }
        keptCounts[slot] &+= 1
        return true
    }

    private mutating func grow(_ slot: Int) {
        while counts.count <= slot {
            counts.append(0)
            keptCounts.append(0)
        }
    }

    /// Keeps `finding` however many there are: for findings that were counted against the bound before.
    mutating func keep(_ finding: Finding) {
        let slot = Int(finding.span.source) &* 3 &+ Int(finding.severity.rawValue)
        grow(slot)
        counts[slot] &+= 1
        keptCounts[slot] &+= 1
        kept.append(finding)
    }

    /// Puts what `change` gives in the place of each kept finding, and takes it out where that is nil.
    mutating func rewrite(_ change: (Finding) -> Finding?) {
        let before = kept
        kept = []
        for finding in before {
            let slot = Int(finding.span.source) &* 3 &+ Int(finding.severity.rawValue)
            counts[slot] &-= 1
            keptCounts[slot] &-= 1
            if let changed = change(finding) { keep(changed) }
        }
    }

    /// Counts `count` findings that are not kept.
    mutating func hide(_ count: Int, _ severity: Severity, file: UInt32) {
        if count == 0 { return }
        let slot = Int(file) &* 3 &+ Int(severity.rawValue)
        grow(slot)
        counts[slot] &+= count
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

    /// How many hold for `target`, kept or not.
    package func total(_ severity: Severity, target: Target) -> Int {
        var sum = target.hidden[Int(severity.rawValue)]
        for finding in kept where finding.severity == severity {
            if finding.targets.isEmpty || finding.targets.contains(target.name) { sum &+= 1 }
        }
        return sum
    }

    /// How many of `file` were counted but not kept.
    package func hidden(file: UInt32) -> Int {
        Severity.allCases.reduce(0) { $0 &+ hidden($1, file: file) }
    }

    /// How many of `file` and `severity` were counted but not kept.
    package func hidden(_ severity: Severity, file: UInt32) -> Int {
        let slot = Int(file) &* 3 &+ Int(severity.rawValue)
        return slot < counts.count ? counts[slot] &- keptCounts[slot] : 0
    }

    /// The targets that `finding` holds for, where several were checked; else empty.
    package func targets(of finding: Finding) -> [String] {
        finding.targets.isEmpty ? targets.map(\.name) : finding.targets
    }

    /// Whether a finding of this file starts inside `range`.
    package func touches(file: UInt32, _ range: Range<UInt32>) -> Bool {
        kept.contains { $0.span.source == file && range.contains($0.span.start) }
    }

    /// The kept ones by file, offset and ID; equal ones in the order in which they were found.
    package func sorted() -> [Finding] { order().map { kept[$0] } }

    /// The rows of ``kept`` in the order of ``sorted()``.
    func order() -> [Int] {
        kept.indices.sorted { a, b in
            let x = kept[a]
            let y = kept[b]
            if x.span.source != y.span.source { return x.span.source < y.span.source }
            if x.span.start != y.span.start { return x.span.start < y.span.start }
            if x.id != y.id { return x.id.rawValue < y.id.rawValue }
            return a < b
        }
    }
}
