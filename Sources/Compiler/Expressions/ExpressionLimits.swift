/// The bounds of this room, each with its reason.
enum ExpressionLimits {
    /// Arguments of a fetch or converter: the reference's own bound.
    static let arguments = 12
}
