import GrammarFormat
import Lexer

/// Servers that take their state from another one (`track [<backend>/]<server>`, manual 5.2): it must be there, be checked or track
/// another one itself, and not track its way back. Linear in the servers of the proxies that are asked about.
struct TrackedServers {
    private let context: CheckContext
    private let configuration: Configuration
    /// The servers of proxies that were asked about: by name, and templates.
    private var servers: [Int: ProxyServers] = [:]

    /// A server line that tracks, and the proxy that it belongs to.
    struct Follower {
        var proxy: Int
        var directive: Int
        var words: ServerWords
    }

    private struct Target {
        var proxy: Int
        var directive: Int
        var words: ServerWords
    }

    private struct ProxyServers {
        var named: [[UInt8]: Target] = [:]
        var templates: [Target] = []
    }

    init(_ context: CheckContext) {
        self.context = context
        configuration = context.configuration
    }

    mutating func run(_ followers: [Follower], _ names: borrowing SectionNames) {
        if followers.isEmpty { return }
        var next: [Int: Int] = [:]
        for follower in followers {
            guard let track = follower.words.track else { continue }
            let line = configuration.directives[track.directive]
            let range = configuration.range(track.capture, of: line)
            guard let target = find(configuration.text(track.capture, of: line), from: follower.proxy, names, range) else { continue }
            next[follower.directive] = target.directive
            if target.words.track != nil || target.words.check != nil || target.words.agent != nil { continue }
            let server = configuration.directives[target.directive]
            context.add(
                Finding(
                    .needsAnother, at: range, "the server to track is not checked",
                    places: [Finding.Place(configuration.range(Int(server.nameEnd), of: server), "has no checks")],
                    help: ["add '\(ServerOptionID.check)' to it"]))
        }
        loops(followers, next)
    }

    /// Chains that lead back: each is followed once.
    private func loops(_ followers: [Follower], _ next: [Int: Int]) {
        var done: Set<Int> = []
        var looping: Set<Int> = []
        for follower in followers {
            var path: [Int] = []
            var onPath: Set<Int> = []
            var at = follower.directive
            while !done.contains(at), onPath.insert(at).inserted {
                path.append(at)
                guard let following = next[at] else { break }
                at = following
            }
            if !done.contains(at), let start = path.firstIndex(of: at), next[path[path.count - 1]] == at {
                looping.formUnion(path[start...])
            }
            done.formUnion(path)
        }
        for follower in followers where looping.contains(follower.directive) {
            guard let track = follower.words.track else { continue }
            context.add(
                Finding(
                    .unknownReference, at: configuration.range(track.capture, of: configuration.directives[track.directive]),
                    "the servers that this one tracks lead back to it",
                    help: ["check one of them, and let the others track it"]))
        }
    }

    /// The server of this name; where there is none, says so at `range`.
    private mutating func find(
        _ text: WordBytes, from proxy: Int, _ names: borrowing SectionNames, _ range: SourceRange
    ) -> Target? {
        var owner = proxy
        var server = text
        if let slash = text.first(UInt8(ascii: "/")) {
            let name = text.slice(0, slash)
            server = text.dropping(slash + 1)
            guard let found = names.backends.find(name) else {
                context.add(Finding(.unknownReference, at: range, "no backend is called '\(context.text(name))'"))
                return nil
            }
            owner = found
        }
        let known = servers[owner] ?? collect(owner)
        servers[owner] = known
        if let target = known.named[server.array] { return target }
        if let target = known.templates.first(where: { configuration.makesServer(configuration.directives[$0.directive], called: server) })
        {
            return target
        }
        let title = configuration.title(of: configuration.sections[configuration.proxies[owner].section])
        context.add(Finding(.unknownReference, at: range, "\(title) has no server called '\(context.text(server))'"))
        return nil
    }

    private func collect(_ proxy: Int) -> ProxyServers {
        var found = ProxyServers()
        var defaults = ServerWords()
        let row = configuration.proxies[proxy]
        for index in configuration.chain(of: row) {
            let section = configuration.sections[index]
            for at in Int(section.firstDirective)..<Int(section.firstDirective) + Int(section.directiveCount) {
                let directive = configuration.directives[at]
                if directive.isUnknown { continue }
                switch directive.id {
                case .defaultServer: defaults.take(at, configuration)
                case .server, .serverTemplate:
                    guard index == row.section, directive.wordCount > directive.nameEnd else { continue }
                    var words = defaults
                    words.take(at, configuration)
                    let target = Target(proxy: proxy, directive: at, words: words)
                    if directive.id == .serverTemplate {
                        found.templates.append(target)
                    } else {
                        let name = configuration.bytes(Int(directive.nameEnd), of: directive).array
                        if found.named[name] == nil { found.named[name] = target }
                    }
                default: break
                }
            }
        }
        return found
    }
}
