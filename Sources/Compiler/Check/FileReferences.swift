import Lexer

/// Files that the text names.
enum FileReferences {
    /// Looks for a file, and says so where it is not there: a note, or an error under `--inputs strict`. Nil: it is there, or is not
    /// looked for.
    @discardableResult
    static func look(_ path: String, _ kind: InputKind, at range: SourceRange, _ context: CheckContext) -> InputError? {
        guard let missing = context.inputs.look(path, kind, at: range) else { return nil }
        context.add(
            Finding(
                .missingFile, severity: context.isStrict ? .error : .note, at: range,
                "the \(kind.name) '\(path)' cannot be read: \(missing.reason)",
                notes: context.isStrict ? [] : ["HAProxy refuses the configuration without it"]))
        return missing
    }
}
