import GrammarFormat

/// What a newer release says of a configuration that an older one does not: what breaks, and what is deprecated since.
package enum UpgradeFindings {
    /// The findings of a check for both releases that hold for `to` alone. Notes are left out: they say nothing about releases.
    package static func between(_ sources: SourceSet, from: Release, to: Release, _ options: CheckOptions) -> Findings {
        var result = Findings()
        for var finding in Compiler.check(sources, options, targets: [from, to]).findings.sorted()
        where finding.severity != .note && finding.targets == [to.text] {
            finding.targets = []
            result.add(finding)
        }
        return result
    }
}
