import Plan

/// Where rules find and change things: pointers only, made anew for each run. All must be valid during the run.
package struct RuleContext {
    package let rules: UnsafeMutablePointer<RuleTables>
    package let environment: UnsafeMutablePointer<RuleEnvironment>
    package let record: UnsafeMutablePointer<StreamRecord>
    package let request: UnsafeMutablePointer<MessageHead>?
    package let response: UnsafeMutablePointer<MessageHead>?
    /// Where header values, bodies and log lines go; what a run leaves there lives until the owner resets it.
    package let arena: UnsafeMutablePointer<ScratchArena>

    package init(
        rules: UnsafeMutablePointer<RuleTables>, environment: UnsafeMutablePointer<RuleEnvironment>,
        record: UnsafeMutablePointer<StreamRecord>, request: UnsafeMutablePointer<MessageHead>?,
        response: UnsafeMutablePointer<MessageHead>?, arena: UnsafeMutablePointer<ScratchArena>
    ) {
        self.rules = rules
        self.environment = environment
        self.record = record
        self.request = request
        self.response = response
        self.arena = arena
    }
}
