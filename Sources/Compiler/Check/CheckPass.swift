import GrammarFormat
import Lexer

/// The last pass: what no single line shows. References, proxies and what they lack, servers, the whole configuration.
struct CheckPass: ~Copyable {
    let context: CheckContext
    let configuration: Configuration
    /// Facts of `defaults` sections, by section; nil for others.
    private var inherited: [Int: ProxyFacts] = [:]
    /// What the `default-server` lines of `defaults` sections come to, by section.
    var inheritedServers: [Int: ServerWords] = [:]
    /// Servers that take their state from others.
    var followers: [TrackedServers.Follower] = []
    let verifiesServers: Bool
    /// Directives of `defaults` that are reported for one proxy are not for the next.
    var reportedInherited: Set<Int> = []

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
        verifiesServers = Self.verifiesServers(context.configuration)
    }

    mutating func run(_ names: borrowing SectionNames) {
        for index in 0..<configuration.sections.count where configuration.sections[index].kind == .defaults {
            let section = configuration.sections[index]
            var facts = inherited[Int(section.defaults)] ?? ProxyFacts()
            collect(section, &facts)
            inherited[index] = facts
            if section.nameWord == 0 { anonymousRules(section) }
        }
        var references = ReferenceChecks(context)
        references.run(names)
        InheritedRules(context: context).run()
        SectionChecks(context: context).run()
        TableReferences(context: context).run()
        var samples = SampleReferences(context)
        samples.run(names)
        Regexes(context: context).run()
        var files = PatternFiles(context)
        files.run()
        var contents = FileContents(context)
        contents.run(names)
        var listens = false
        for index in 0..<configuration.proxies.count {
            let proxy = configuration.proxies[index]
            let section = configuration.sections[proxy.section]
            var facts = inherited[Int(section.defaults)] ?? ProxyFacts()
            collect(section, &facts)
            if facts.has(.bind) { listens = true }
            check(proxy, index, section, facts, names)
        }
        var tracked = TrackedServers(context)
        tracked.run(followers, names)
        if !listens { listens = hasOtherListener() }
        if !listens { reportNoListener() }
    }

    /// Rules can be inherited from named `defaults` only (manual 4.3).
    private func anonymousRules(_ section: SectionRow) {
        let first = Int(section.firstDirective)
        for at in first..<(first + Int(section.directiveCount)) {
            let directive = configuration.directives[at]
            if directive.isUnknown { continue }
            switch directive.id {
            case .httpRequest, .httpResponse, .httpAfterResponse, .tcpRequestConnection, .tcpRequestSession, .tcpRequestContent,
                .tcpResponseContent, .acl:
                let what = directive.id == .acl ? "lines" : "rules"
                context.add(
                    Finding(
                        .ruleInAnonymousDefaults, at: configuration.keywordRange(of: directive),
                        "'\(directive.id)' \(what) cannot stand in a defaults section without a name",
                        help: ["name it, and start from it by 'from <name>'"]))
            default: break
            }
        }
    }

    private func collect(_ section: SectionRow, _ facts: inout ProxyFacts) {
        let topics = ProxyFacts.topics
        let first = Int(section.firstDirective)
        for at in first..<(first + Int(section.directiveCount)) {
            let directive = configuration.directives[at]
            if directive.isUnknown { continue }
            let topic = Int(topics[Int(directive.id.rawValue)])
            if topic > 0 { facts.note(topic &- 1, at, isRemoved: directive.form != .plain) }
        }
    }

    // MARK: the whole configuration

    /// Sections of other kinds that listen: log forwarding, rings, peers.
    private func hasOtherListener() -> Bool {
        for index in 0..<configuration.sections.count {
            switch configuration.sections[index].kind {
            case .logForward, .peers: if configuration.sections[index].directiveCount > 0 { return true }
            default: break
            }
        }
        return false
    }

    private func reportNoListener() {
        guard configuration.sections.count > 0 else { return }
        // At the first section that could have one; else at the first of all.
        let first = configuration.proxies.first.map(\.section) ?? 0
        let section = configuration.sections[first]
        context.add(
            Finding(
                .noListener, at: configuration.keywordRange(of: section), "nothing listens: no frontend has a '\(DirectiveID.bind)' line",
                help: ["add a frontend, or check this file together with the one that has it"],
                notes: ["HAProxy does not start with this, and its -c ends with exit code 2"]))
    }
}
