import GrammarFormat
import Lexer

/// Users and groups of a `userlist` name each other (manual 12.1): a name that is not there is refused, one that is there twice is ignored.
struct UserLists {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

    func check(_ section: SectionRow) {
        var users = NameTable()
        var groups = NameTable()
        let first = Int(section.firstDirective)
        let all = first..<first + Int(section.directiveCount)
        for at in all {
            let directive = configuration.directives[at]
            guard !directive.isUnknown, directive.wordCount > directive.nameEnd else { continue }
            let name = configuration.bytes(Int(directive.nameEnd), of: directive)
            let isUser = directive.id == .userlistUser
            guard isUser || directive.id == .userlistGroup else { continue }
            guard let known = isUser ? users.insert(name, at) : groups.insert(name, at) else { continue }
            let other = configuration.directives[known]
            context.add(
                Finding(
                    .duplicateName, severity: .warning, at: configuration.range(Int(directive.nameEnd), of: directive),
                    "\(isUser ? "a user" : "a group") called '\(context.text(name))' already exists in \(configuration.title(of: section))",
                    places: [Finding.Place(configuration.range(Int(other.nameEnd), of: other), "this one counts")],
                    help: ["remove one of them"]))
        }
        for at in all {
            let directive = configuration.directives[at]
            if directive.isUnknown || directive.isBroken { continue }
            for capture in configuration.captures(of: directive) {
                switch (directive.id, capture.slot) {
                case (.userlistUser, .groups): members(capture, directive, section, groups, "group")
                case (.userlistGroup, .users): members(capture, directive, section, users, "user")
                default: break
                }
            }
        }
    }

    /// Names with commas between them.
    private func members(
        _ capture: Capture, _ directive: DirectiveRow, _ section: SectionRow, _ known: borrowing NameTable, _ noun: String
    ) {
        let text = configuration.text(capture, of: directive)
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text.base[end] != UInt8(ascii: ",") { end += 1 }
            let name = text.slice(start, end - start)
            start = end + 1
            if name.count == 0 || known.find(name) != nil || context.findings.counts(.error, file: directive.source) { continue }
            var finding = Finding(
                .unknownReference, at: configuration.range(capture, of: directive),
                "\(configuration.title(of: section)) has no \(noun) called '\(context.text(name))'")
            if let near = context.nearest(name, known.names()) { finding.help = ["did you mean '\(near)'?"] }
            context.add(finding)
        }
    }
}
