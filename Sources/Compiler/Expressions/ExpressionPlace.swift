import GrammarFormat

/// Where the expressions of a directive are evaluated.
struct ExpressionPlace {
    var allowed: SamplePlaces
    /// For messages: `in an 'http-request' rule of a frontend`.
    var user: String
    var isLog: Bool

    init(_ directive: DirectiveRow, _ section: SectionID, _ configuration: Configuration) {
        allowed = .anywhere
        user = "here"
        isLog = false
    }
}
