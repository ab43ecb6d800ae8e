import GrammarFormat
import Lexer

/// What a check or compilation is asked for besides the files.
package struct CheckOptions: Sendable {
    /// The release that the configuration is for.
    package var target: Release = .v3_4
    package var inputs: InputPolicy = .warn
    /// How severe findings are in the project.
    package var severities = Severities()
    /// What the environment holds.
    package var environment: [(name: [UInt8], value: [UInt8])] = []
    /// Whether words that Baton cannot run yet are errors (`compile`, `run`) instead of notes.
    package var mustRun = false
    /// What `.if` can ask about the program.
    package var build = BuildDescription()

    package init() {}
}

/// What a check gives.
package struct CheckResult {
    package internal(set) var findings: Findings
    /// The comments that allow findings, in file order; they were obeyed.
    package let suppressions: [Suppression]
    package let configuration: Configuration
    /// The files that it depends on.
    package let inputs: Inputs
    /// The variables that it depends on.
    package let environment: Environment

    /// Takes out the findings that stand in `baseline`. What is left no longer says whether it can be compiled.
    package mutating func take(_ baseline: Baseline, _ sources: SourceSet) {
        baseline.apply(to: &findings, sources: sources)
    }

    /// No errors: it can be compiled.
    package var isValid: Bool { findings.total(.error) == 0 }
}

extension CheckOptions {
    /// Sets the target by its name on a command line; false where there is no such release.
    @discardableResult
    package mutating func setTarget(_ name: String) -> Bool {
        guard let release = Self.release(name) else { return false }
        target = release
        return true
    }

    /// The release of a name on a command line, nil where there is none.
    package static func release(_ name: String) -> Release? { Release.allCases.first { $0.text == name && $0 != .old } }
}
