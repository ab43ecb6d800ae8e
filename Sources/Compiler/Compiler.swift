import GrammarFormat
import Lexer

/// The compiler: text to checked tree, and (Lower) to a plan. All passes run however much the ones before them found.
package enum Compiler {
    /// Checks a configuration for several targets in one run; ``CheckOptions/target`` is not looked at.
    ///
    /// - Parameter targets: at least one; one that is named again counts once.
    /// - Returns: findings that say which targets they hold for, and the tree for the last target.
    package static func check(_ sources: SourceSet, _ options: CheckOptions, targets: [Release]) -> CheckResult {
        precondition(!targets.isEmpty, "a check is for a target")
        var runs: [(target: String, findings: Findings)] = []
        var options = options
        var suppressions: [Suppression] = []
        var last: CheckResult?
        for target in targets where !runs.contains(where: { $0.target == target.text }) {
            options.target = target
            let result = examine(sources, options)
            suppressions += result.suppressions
            runs.append((target.text, result.findings))
            last = result
        }
        guard let last else { preconditionFailure("a check is for a target") }
        var result = last
        result.findings = TargetFindings.merge(runs, files: sources.files.count)
        SuppressionPass.apply(suppressions, to: &result.findings)
        return result
    }

    /// Checks a configuration.
    package static func check(_ sources: SourceSet, _ options: CheckOptions) -> CheckResult {
        var result = examine(sources, options)
        SuppressionPass.apply(result.suppressions, to: &result.findings)
        return result
    }

    /// The check, with everything that it finds.
    private static func examine(_ sources: SourceSet, _ options: CheckOptions) -> CheckResult {
        let context = CheckContext(sources: sources, options: options)
        var parser = ConfigurationParser(context)
        parser.parse()
        var expressions = ExpressionPass(context)
        expressions.run()
        var names = SectionNames()
        var resolve = ResolvePass(context)
        resolve.run(&names)
        var check = CheckPass(context)
        check.run(names)
        LintPass(context: context).run(names)
        return CheckResult(
            findings: context.findings, suppressions: context.suppressions.all, configuration: context.configuration,
            inputs: context.inputs, environment: context.environment)
    }
}
