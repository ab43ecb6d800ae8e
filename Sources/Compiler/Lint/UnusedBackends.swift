import GrammarFormat
import Lexer

/// `unused-backend`: a backend that nothing names: no `use_backend`, no `default_backend`, no sample, no table, no tracked server, no log
/// target. Its servers are checked for nothing, and the rule that was to send there is missing or sends elsewhere. Remove it, or send to
/// it. Silent where a `use_backend` chooses by an expression, and where one
/// names what is not there: then any of them may be meant.
struct UnusedBackends {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    func run(_ names: borrowing SectionNames) {
        let count = configuration.proxies.count
        var isUsed = [Bool](repeating: false, count: count)
        var listens = false
        var left = 0
        for index in 0..<count {
            if configuration.proxies[index].isFrontend { listens = true }
            if configuration.proxies[index].kind == .backend { left += 1 } else { isUsed[index] = true }
        }
        // A part of a configuration says nothing about the others.
        if !listens || left == 0 { return }
        var sends = false
        for at in [lines[.rule], lines[.defaultBackend]].joined() {
            let directive = configuration.directives[Int(at)]
            guard directive.id == .useBackend || directive.id == .defaultBackend, directive.wordCount > directive.nameEnd else { continue }
            sends = true
            let word = Int(directive.nameEnd)
            let name = configuration.bytes(word, of: directive)
            if let found = names.backends.find(name) {
                if !isUsed[found] { left -= 1 }
                isUsed[found] = true
            } else {
                // An expression, or a name that does not exist: it may be meant for any.
                return
            }
            if configuration.isExpanded(word, of: directive) { return }
        }
        // Nor does one in which nothing is sent anywhere, or whose backends are there to be watched.
        if left <= 0 || !sends { return }
        rare(names, &isUsed)
        let isOpen = configuration.hasAgents(lines)
        for index in 0..<count where !isUsed[index] { report(configuration.proxies[index], isOpen) }
    }

    private func report(_ proxy: ProxyRow, _ isOpen: Bool) {
        let section = configuration.sections[proxy.section]
        // The configuration of an agent, a file of its own, names its backend, which is not in mode HTTP.
        if proxy.isDuplicate || section.isBroken || isOpen && proxy.mode != .http { return }
        for directive in configuration.directives(of: section) where !directive.isUnknown {
            if directive.id == .disabled { return }
            // A table that peers fill is read by the command socket.
            if directive.id == .stickTable, configuration.holds(.peers, directive) { return }
        }
        if context.findings.counts(.warning, file: section.source) { return }
        context.add(
            Finding(
                .unusedBackend, at: configuration.nameRange(of: section), "nothing sends to \(configuration.title(of: section))",
                label: "named nowhere", help: ["remove it, or send to it by '\(DirectiveID.useBackend)' or '\(DirectiveID.defaultBackend)'"]
            ))
    }

    /// The seldom ways to name a backend; looked at only where a backend is left over.
    private func rare(_ names: borrowing SectionNames, _ isUsed: inout [Bool]) {
        let arguments = configuration.expressions.arguments.rows(0, configuration.expressions.arguments.count)
        for argument in arguments where argument.kind == .text || argument.kind == .reference {
            if let text = configuration.word(argument.text) { mark(text, names, &isUsed) }
        }
        for directive in configuration.allDirectives {
            // What is meant by a line that could not be read is not known.
            let isOpen = directive.isUnknown || directive.isBroken
            for at in 0..<Int(directive.wordCount) {
                let word = configuration.bytes(at, of: directive)
                if isOpen {
                    mark(word, names, &isUsed)
                } else if let slash = word.first(UInt8(ascii: "/")), slash > 0 {
                    // A server: `track app/s1`, `rhttp@app/s1`.
                    markAddress(word.slice(0, slash), names, &isUsed)
                } else if word.first(UInt8(ascii: "@")) != nil {
                    markAddress(word, names, &isUsed)
                }
            }
            for capture in configuration.captures(of: directive)
            where capture.type == .tableRef || capture.type == .backendName || capture.type == .backendRef || capture.type == .serverRef {
                mark(configuration.text(capture, of: directive), names, &isUsed)
            }
        }
    }

    private func markAddress(_ word: WordBytes, _ names: borrowing SectionNames, _ isUsed: inout [Bool]) {
        guard let at = word.first(UInt8(ascii: "@")) else { return mark(word, names, &isUsed) }
        mark(word.dropping(at + 1), names, &isUsed)
    }

    private func mark(_ word: WordBytes, _ names: borrowing SectionNames, _ isUsed: inout [Bool]) {
        if let found = names.backends.find(word) { isUsed[found] = true }
        if let slash = word.first(UInt8(ascii: "/")), let found = names.backends.find(word.slice(0, slash)) { isUsed[found] = true }
    }
}
