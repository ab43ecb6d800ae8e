import Lexer

/// Files that the text names.
enum FileReferences {
    /// Looks for a file, and says so where it is not there: a note, or an error under `--inputs strict`. Nil: it is there, or is not
    /// looked for.
    @discardableResult
    static func look(_ path: String, _ kind: InputKind, at range: SourceRange, _ context: CheckContext) -> InputError? {
        var path = path
        if kind == .map || kind == .patterns {
            // Manual 2.7: `virt@` has no file, `opt@` may have one.
            if path.hasPrefix("virt@") || path.hasPrefix("opt@") { return nil }
            if path.hasPrefix("file@") { path = String(path.dropFirst(5)) }
        } else if !path.hasPrefix("/"), let base = context.bases[kind] {
            path = base + "/" + path
        }
        guard let missing = context.inputs.look(path, kind, at: range) else { return nil }
        context.add(
            Finding(
                .missingFile, severity: context.isStrict ? .error : .note, at: range,
                "the \(kind.name) '\(path)' cannot be read: \(missing.reason)",
                notes: context.isStrict ? [] : ["HAProxy refuses the configuration without it"]))
        return missing
    }
}
