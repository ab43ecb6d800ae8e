import Lexer

/// ACLs that every section has without defining them (manual 7.4).
enum PredefinedACLs {
    /// The index of a new ACL row for the predefined one of this name, or nil where there is none.
    static func make(_ name: WordBytes, _ context: CheckContext, section: UInt32) -> Int? { nil }
}
