/// The bounds of this room, each with its reason.
package enum InputLimits {
    /// Bytes of one configuration file: what offsets of 31 bits can address (the lexer refuses more).
    package static let configurationBytes = Int(Int32.max)
    /// Bytes of a file that the text names (a map, an ACL list, an error file). Large maps are tens of megabytes; beyond this a path
    /// names a device or something else that never ends.
    package static let fileBytes = 1 << 30
    /// Bytes of an environment file.
    package static let environmentFileBytes = 16 << 20
    /// Bytes of a project file: every ID that there is, with comments, takes a hundredth of it.
    package static let projectFileBytes = 1 << 20
    /// Bytes of a baseline: a report of a few hundred files that all have their fill of findings.
    package static let baselineBytes = 256 << 20
    /// Files of a directory given by `-f`.
    package static let filesPerDirectory = 100_000
}
