/// Why rules or patterns of a plan cannot run: a sentence for the answer to whoever sent the plan.
package struct RuleRefusal: Error {
    package let message: String
    package init(_ message: String) { self.message = message }
}
