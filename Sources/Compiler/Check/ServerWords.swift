import GrammarFormat
import Lexer

/// What a server's options come to in the end, of the few that checks across lines ask about: the server's line behind the
/// `default-server` lines before it (manual 5.2).
struct ServerWords {
    /// A word and the line that it stands in.
    struct Place {
        var directive: Int
        var capture: Capture
    }

    /// `check`, `agent-check`; nil where they are off.
    var check: Place?
    var agent: Place?
    /// `ssl`, `check-ssl`.
    var ssl: Place?
    var checkSSL: Place?
    /// What makes it speak TLS.
    var tls: Place? { ssl ?? checkSSL }
    /// What `track` names.
    var track: Place?
    /// Whether something says which port to check, and where the agent is.
    var namesPort = false
    var namesAgentPort = false
    /// `verify`: nil where no line says.
    var verifies: Bool?
    var hasCAFile = false

    /// Takes over what a `server`, `server-template` or `default-server` line says.
    mutating func take(_ at: Int, _ configuration: Configuration) {
        let directive = configuration.directives[at]
        let captures = configuration.captures(of: directive)
        for (index, capture) in captures.enumerated() where capture.slot == .option && capture.type == .keyword {
            let place = Place(directive: at, capture: capture)
            switch capture.keyword(ServerOptionID.self) {
            case .check: check = place
            case .noCheck: check = nil
            case .agentCheck: agent = place
            case .noAgentCheck: agent = nil
            case .ssl: ssl = place
            case .noSsl: ssl = nil
            case .checkSsl: checkSSL = place
            case .noCheckSsl: checkSSL = nil
            case .port, .addr: namesPort = true
            case .agentPort: namesAgentPort = true
            case .caFile: hasCAFile = true
            case .verify:
                if index + 1 < captures.count { verifies = captures[index + 1].literal == .required }
            case .track:
                if index + 1 < captures.count, captures[index + 1].isValid { track = Place(directive: at, capture: captures[index + 1]) }
            default: break
            }
        }
    }
}
