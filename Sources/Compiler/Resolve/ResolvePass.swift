import GrammarFormat
import Lexer

/// The third pass: which `defaults` each proxy starts from, the table of proxies, and the names of all sections.
struct ResolvePass: ~Copyable {
    private let context: CheckContext
    private let configuration: Configuration
    /// What each section says of its mode, by section; nil: not looked at yet.
    private var modes: [OwnMode?]

    private enum OwnMode {
        case unsaid
        case said(ProxyMode)
    }

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
        modes = [OwnMode?](repeating: nil, count: configuration.sections.count)
    }

    mutating func run(_ names: inout SectionNames) {
        inherit(&names)
        for index in 0..<configuration.sections.count {
            let section = configuration.sections[index]
            switch section.kind {
            case .frontend, .backend, .listen: proxy(index, section, &names)
            case .defaults, .global: break
            default: other(index, section, &names)
            }
        }
    }

    /// `defaults` are found in the order of the text: a proxy without `from` starts from the last one before it (manual 4).
    private func inherit(_ names: inout SectionNames) {
        var last: Int32 = -1
        var referenced: Set<Int> = []
        for index in 0..<configuration.sections.count {
            let section = configuration.sections[index]
            switch section.kind {
            case .defaults, .frontend, .backend, .listen: break
            default: continue
            }
            var from: Int32 = section.kind == .defaults ? -1 : last
            if let reference = reference(section) {
                if let found = names.defaults.find(reference.name) {
                    from = Int32(truncatingIfNeeded: found)
                    referenced.insert(found)
                } else {
                    var finding = Finding(
                        .unknownReference, at: reference.range, "no defaults section is called '\(context.text(reference.name))'")
                    if let near = context.nearest(reference.name, names.defaults.names()) {
                        finding.help = ["did you mean '\(near)'?"]
                    } else {
                        finding.help = ["it stands above the sections that start from it"]
                    }
                    context.add(finding)
                    from = -1
                    // What it would have inherited is not known: what it lacks is not said.
                    configuration.sections[index].flags |= SectionRow.broken
                }
            }
            configuration.sections[index].defaults = from
            if section.kind == .defaults {
                last = Int32(truncatingIfNeeded: index)
                if let name = configuration.name(of: section) { nameDefaults(name, index, section, referenced, &names) }
            }
        }
    }

    private func nameDefaults(
        _ name: WordBytes, _ index: Int, _ section: SectionRow, _ referenced: Set<Int>, _ names: inout SectionNames
    ) {
        guard let known = names.defaults.insert(name, index) else { return }
        if referenced.contains(known) {
            context.add(
                Finding(
                    .duplicateName, at: configuration.nameRange(of: section),
                    "a defaults section named '\(context.text(name))' exists and is in use",
                    places: [Finding.Place(configuration.nameRange(of: configuration.sections[known]), "first defined here")],
                    help: ["rename one of them"]))
        } else {
            names.defaults.replace(name, index)
        }
    }

    /// `from <name>` in a section's first line.
    private func reference(_ section: SectionRow) -> (name: WordBytes, range: SourceRange)? {
        let captures = configuration.captures.rows(Int(section.firstCapture), Int(section.captureCount))
        for capture in captures where capture.slot == .defaults {
            let word = configuration.words[Int(section.firstWord) + Int(capture.word)]
            return (configuration.text(of: word, source: section.source), word.range(in: section.source))
        }
        return nil
    }

    // MARK: proxies

    private mutating func proxy(_ index: Int, _ section: SectionRow, _ names: inout SectionNames) {
        guard let name = configuration.name(of: section) else { return }
        var row = ProxyRow(
            section: index, kind: section.kind, name: name.string, mode: mode(index), defaultBackend: -1,
            isDuplicate: false)
        if let known = names.proxies.insert(name, configuration.proxies.count) {
            row.isDuplicate = true
            duplicate(name, section, configuration.proxies[known])
        } else if let known = names.defaults.find(name), configuration.sections[known].firstWord < section.firstWord {
            clash(name, section, known)
        } else if let known = names.find(.logForward, name) {
            clash(name, section, known)
        }
        if row.isBackend { _ = names.backends.insert(name, configuration.proxies.count) }
        if row.isFrontend { _ = names.frontends.insert(name, configuration.proxies.count) }
        configuration.proxies.append(row)
    }

    /// The mode of a section: its own, or that of the defaults that it starts from.
    private mutating func mode(_ index: Int) -> ProxyMode {
        var walked: [Int] = []
        var mode = ProxyMode.tcp
        var at = index
        while at >= 0 {
            if case .said(let own) = ownMode(at) {
                mode = own
                break
            }
            walked.append(at)
            at = Int(configuration.sections[at].defaults)
        }
        // Whoever else starts from these need not walk.
        for section in walked { modes[section] = .said(mode) }
        return mode
    }

    /// The last `mode` line of a section. Sections are looked at once, however many start from one.
    private mutating func ownMode(_ index: Int) -> OwnMode {
        if let known = modes[index] { return known }
        var mode = OwnMode.unsaid
        let section = configuration.sections[index]
        let first = Int(section.firstDirective)
        for at in first..<(first + Int(section.directiveCount)) {
            let directive = configuration.directives[at]
            if directive.id != .mode || directive.isUnknown { continue }
            for capture in configuration.captures(of: directive) where capture.isValid {
                if let found = ProxyMode(literal: capture.literal) { mode = .said(found) }
            }
        }
        modes[index] = mode
        return mode
    }

    private func duplicate(_ name: WordBytes, _ section: SectionRow, _ first: ProxyRow) {
        let kind = String(describing: section.kind.text)
        let other = String(describing: first.kind.text)
        let range = configuration.nameRange(of: section)
        let known = configuration.sections[first.section]
        var finding = Finding(
            .duplicateProxy, at: range, "\(Self.article(other)) named '\(context.text(name))' already exists",
            places: [Finding.Place(configuration.nameRange(of: known), "first defined here")])
        if kind == other {
            finding.help = ["rename one, or join the two sections"]
        } else {
            finding.help = ["rename one (HAProxy refuses a \(kind) with the name of a \(other) since 3.3)"]
            if context.options.target < .v3_4, section.kind != .listen, first.kind != .listen {
                // Until 3.2 a frontend and a backend could share a name.
                return
            }
        }
        context.add(finding)
    }

    private func clash(_ name: WordBytes, _ section: SectionRow, _ known: Int) {
        let other = configuration.sections[known]
        context.add(
            Finding(
                .duplicateProxy, at: configuration.nameRange(of: section),
                "\(Self.article("\(other.kind.text) section")) named '\(context.text(name))' already exists",
                places: [Finding.Place(configuration.nameRange(of: other), "defined here")], help: ["rename one of them"]))
    }

    private static func article(_ noun: String) -> String { "a \(noun)" }

    // MARK: other sections

    private func other(_ index: Int, _ section: SectionRow, _ names: inout SectionNames) {
        guard let name = configuration.name(of: section) else { return }
        guard let known = names.insert(section.kind, name, index) else { return }
        // The reference passes over a second user list, and refuses all others.
        let severity = section.kind == .userlist ? Severity.warning : .error
        context.add(
            Finding(
                .duplicateName, severity: severity, at: configuration.nameRange(of: section),
                "a \(section.kind.text) section named '\(context.text(name))' already exists",
                places: [Finding.Place(configuration.nameRange(of: configuration.sections[known]), "first defined here")],
                help: ["rename one of them"]))
    }
}

extension ProxyMode {
    /// The words of the cases, which have their names.
    private static let words: [UInt16] = allCases.map { mode in
        let name = "\(mode)"
        return (0..<UInt16(WordRows.count)).first { WordID(rawValue: $0).description == name } ?? .max
    }

    /// The mode whose name is this word.
    init?(literal: WordID) {
        guard let found = ProxyMode.words.firstIndex(of: literal.rawValue) else { return nil }
        self = ProxyMode.allCases[found]
    }
}
