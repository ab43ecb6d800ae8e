import GrammarFormat
import Lexer
import Plan

/// What lowering gives: a plan that can be encoded, if there are no findings.
package struct LoweredPlan {
    package var builder: PlanBuilder
    /// Errors only: what the plan cannot hold.
    package var findings: Findings
}

extension Compiler {
    /// Turns a checked configuration without errors into a plan.
    package static func lower(_ checked: CheckResult, target: Release) -> LoweredPlan {
        var lowerer = Lowerer(configuration: checked.configuration, inputs: checked.inputs)
        lowerer.run()
        var builder = lowerer.builder
        builder.target = target.text
        return LoweredPlan(builder: builder, findings: lowerer.findings)
    }
}
