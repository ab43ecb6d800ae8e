import GrammarFormat
import Lexer

/// What a newer release says of a configuration that an older one does not: what breaks, and what is deprecated since.
package enum UpgradeFindings {
    /// The findings under `to` that are none under `from`; equal ones have the same ID at the same place. Notes are left out: they say
    /// nothing about releases.
    package static func between(_ sources: SourceSet, from: Release, to: Release, _ options: CheckOptions) -> Findings {
        var old = options
        old.target = from
        var known: Set<Place> = []
        for finding in Compiler.check(sources, old).findings.sorted() { known.insert(Place(finding)) }
        var new = options
        new.target = to
        var result = Findings()
        for finding in Compiler.check(sources, new).findings.sorted() where finding.severity != .note {
            if !known.contains(Place(finding)) { result.add(finding) }
        }
        return result
    }

    private struct Place: Hashable {
        var id: FindingID
        var severity: UInt8
        var source: UInt32
        var start: UInt32

        init(_ finding: Finding) {
            id = finding.id
            severity = finding.severity.rawValue
            source = finding.span.source
            start = finding.span.start
        }
    }
}
