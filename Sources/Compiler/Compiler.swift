import Lexer

/// The compiler: text to checked tree, and (Lower) to a plan. All passes run however much the ones before them found.
package enum Compiler {
    /// Checks a configuration.
    package static func check(_ sources: SourceSet, _ options: CheckOptions) -> CheckResult {
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
        LintPass(context).run(names)
        return CheckResult(
            findings: context.findings, configuration: context.configuration, inputs: context.inputs, environment: context.environment)
    }
}
