import Lexer

/// Directives that change how the lines after them are read.
enum LineEffects {
    /// `first`: index of the first word behind the directive's name.
    static func apply(_ id: DirectiveID, _ words: Words, _ first: Int, _ context: CheckContext) {
        switch id {
        case .setenv: if let (name, value) = pair(words, first) { context.environment.set(name, to: value) }
        case .presetenv: if let (name, value) = pair(words, first) { context.environment.preset(name, to: value) }
        case .unsetenv: for index in first..<words.count { context.environment.unset(bytes(words[index])) }
        case .resetenv: context.environment.reset(keeping: (first..<words.count).map { bytes(words[$0]) })
        case .crtBase: if words.count > first { context.bases[.certificate] = words[first].string }
        case .caBase: if words.count > first { context.bases[.caFile] = words[first].string }
        case .exposeExperimentalDirectives: context.allowsExperimental = true
        default: break
        }
    }

    private static func pair(_ words: Words, _ first: Int) -> (name: [UInt8], value: [UInt8])? {
        guard words.count > first + 1 else { return nil }
        return (bytes(words[first]), bytes(words[first + 1]))
    }

    private static func bytes(_ word: WordBytes) -> [UInt8] { Array(UnsafeBufferPointer(start: word.base, count: word.count)) }
}
