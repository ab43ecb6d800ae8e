import GrammarFormat
import Lexer

/// Servers that take their state from another one (`track [<backend>/]<server>`, manual 5.2): it must be there, be checked or track
/// another one itself, and not track its way back.
struct TrackedServers {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

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

    func run(_ followers: [Follower], _ names: borrowing SectionNames) {
        for follower in followers {
            guard let track = follower.words.track else { continue }
            let line = configuration.directives[track.directive]
            let range = configuration.range(track.capture, of: line)
            var target = find(configuration.text(track.capture, of: line), from: follower.proxy, names, saying: range)
            var steps = 0
            while let found = target {
                if found.directive == follower.directive || steps > configuration.directives.count {
                    context.add(
                        Finding(
                            .unknownReference, at: range, "the servers that this one tracks lead back to it",
                            help: ["check one of them, and let the others track it"]))
                    break
                }
                guard let next = found.words.track else {
                    if found.words.check == nil, found.words.agent == nil {
                        let server = configuration.directives[found.directive]
                        context.add(
                            Finding(
                                .needsAnother, at: range, "the server to track is not checked",
                                places: [Finding.Place(configuration.range(Int(server.nameEnd), of: server), "has no checks")],
                                help: ["add '\(ServerOptionID.check)' to it"]))
                    }
                    break
                }
                let text = configuration.text(next.capture, of: configuration.directives[next.directive])
                target = find(text, from: found.proxy, names, saying: nil)
                steps += 1
            }
        }
    }

    /// The server of this name; where there is none, says so at `range`.
    private func find(_ text: WordBytes, from proxy: Int, _ names: borrowing SectionNames, saying range: SourceRange?) -> Target? {
        var owner = proxy
        var server = text
        if let slash = text.first(UInt8(ascii: "/")) {
            let name = text.slice(0, slash)
            server = text.dropping(slash + 1)
            guard let found = names.backends.find(name) else {
                if let range { context.add(Finding(.unknownReference, at: range, "no backend is called '\(context.text(name))'")) }
                return nil
            }
            owner = found
        }
        var words = ServerWords()
        let row = configuration.proxies[owner]
        for index in row.chain {
            let section = configuration.sections[index]
            for at in Int(section.firstDirective)..<Int(section.firstDirective) + Int(section.directiveCount) {
                let directive = configuration.directives[at]
                if directive.isUnknown { continue }
                switch directive.id {
                case .defaultServer: words.take(at, configuration)
                case .server, .serverTemplate:
                    guard index == row.section, configuration.makesServer(directive, called: server) else { continue }
                    words.take(at, configuration)
                    return Target(proxy: owner, directive: at, words: words)
                default: break
                }
            }
        }
        if let range {
            let title = configuration.title(of: configuration.sections[row.section])
            context.add(Finding(.unknownReference, at: range, "\(title) has no server called '\(context.text(server))'"))
        }
        return nil
    }
}
