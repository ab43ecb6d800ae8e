import Glibc

/// Why a plan was refused. Nothing of a refused plan stays mapped.
public struct PlanLoadError: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// Not a plan at all.
        case foreign
        /// A plan of another format version.
        case version
        case truncated
        /// A digest or a bound does not hold.
        case damaged
        /// A descriptor that could still change.
        case unsealed
        /// The file could not be read, or the system lacks something.
        case unreadable
    }

    public let kind: Kind
    /// One sentence for people, without the plan's name.
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    static func damaged(_ what: String) -> PlanLoadError {
        PlanLoadError(.damaged, "the plan is damaged: \(what)")
    }

    static func system(_ call: String, _ code: Int32) -> PlanLoadError {
        PlanLoadError(.unreadable, "cannot read the plan: \(call): \(String(cString: strerror(code)))")
    }
}
