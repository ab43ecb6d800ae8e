import GrammarFormat
import Lexer

/// Slots that rules capture into by number (`capture ... id <n>`, manual 4.4): a frontend has as many as it declares, wherever the lines
/// stand. Backends fill those of the frontend that a stream came through, so nothing is known of theirs.
struct CaptureSlots {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

    func check(_ section: SectionRow) {
        var requests = 0
        var responses = 0
        var used: [(capture: Capture, directive: DirectiveRow, isRequest: Bool)] = []
        for directive in configuration.directives(of: section) where !directive.isUnknown && !directive.isBroken {
            switch directive.id {
            case .captureRequestHeader: requests += 1
            case .captureResponseHeader: responses += 1
            case .declareCapture:
                if let side = configuration.captures(of: directive).first, side.type == .keyword {
                    if side.literal == .request { requests += 1 } else { responses += 1 }
                }
            case .httpRequest, .httpResponse, .httpAfterResponse, .tcpRequestContent:
                let captures = configuration.captures(of: directive)
                guard let action = captures.first, action.slot == .action, action.isValid else { continue }
                switch action.keyword(ActionID.self) {
                case .captureInTcpRequestContent: requests += 1
                case .capture, .captureOfResponse:
                    guard let id = captures.first(where: { $0.slot == .id }) else {
                        requests += 1
                        continue
                    }
                    if id.isValid { used.append((id, directive, directive.id == .httpRequest)) }
                default: break
                }
            default: break
            }
        }
        // Rules of defaults declare slots, too.
        if !used.isEmpty, inheritsRules(section) { return }
        for use in used {
            let count = use.isRequest ? requests : responses
            if use.capture.integer < count { continue }
            let side = use.isRequest ? WordID.request : WordID.response
            context.add(
                Finding(
                    .unknownReference, at: configuration.range(use.capture, of: use.directive),
                    "\(configuration.title(of: section)) has no \(side) slot \(use.capture.integer) to capture into",
                    help: [
                        count == 0
                            ? "declare one by '\(DirectiveID.declareCapture) \(side) len <length>'"
                            : "they are numbered from 0 to \(count - 1)"
                    ]))
        }
    }

    private func inheritsRules(_ section: SectionRow) -> Bool {
        var next = section.defaults
        while next >= 0 {
            let defaults = configuration.sections[Int(next)]
            let hasRules = configuration.directives(of: defaults).contains {
                !$0.isUnknown && ($0.id == .httpRequest || $0.id == .tcpRequestContent)
            }
            if hasRules { return true }
            next = defaults.defaults
        }
        return false
    }
}
