import GrammarFormat
import Lexer

/// `odd-check-port`: of three or more servers of a section that serve on one port and are checked on one port, a single one is checked on
/// another, which no other server uses: mostly a slip of the finger, and the server counts as down, or as up, for a reason of its own.
/// Check it where the others are checked; where the port is meant, say so in a suppression.
struct OddCheckPorts {
    let context: CheckContext
    private var configuration: Configuration { context.configuration }

    func run() {
        for proxy in configuration.proxies where proxy.isBackend { look(configuration.sections[proxy.section]) }
    }

    private struct Checked {
        var directive: DirectiveRow
        var port: Capture
        var own: UInt16
    }

    private func look(_ section: SectionRow) {
        var checked: [Checked] = []
        for directive in configuration.directives(of: section)
        where directive.id == .server && !directive.isUnknown && !directive.isBroken {
            if let one = read(directive) { checked.append(one) }
        }
        guard checked.count >= 3, checked.allSatisfy({ $0.own == checked[0].own }) else { return }
        // With three or more, two of the first three agree where all but one do.
        let usual = checked[0].port.value == checked[1].port.value ? checked[0].port.value : checked[2].port.value
        let odd = checked.filter { $0.port.value != usual }
        guard odd.count == 1, let one = odd.first, let other = checked.first(where: { $0.port.value == usual }) else { return }
        if context.findings.counts(.warning, file: one.directive.source) { return }
        context.add(
            Finding(
                .oddCheckPort, at: configuration.range(one.port, of: one.directive),
                "only this server of \(configuration.title(of: section)) is checked on port \(one.port.integer)",
                places: [
                    Finding.Place(configuration.range(other.port, of: other.directive), "the others are checked on \(other.port.integer)")
                ],
                help: ["did you mean \(other.port.integer)?"]))
    }

    /// A server that is checked on a port of its own; nil for others.
    private func read(_ directive: DirectiveRow) -> Checked? {
        var port: Capture?
        var own: UInt16?
        var isChecked = false
        let captures = configuration.captures(of: directive)
        for (index, capture) in captures.enumerated() {
            if capture.slot == .address, capture.isValid, capture.type.kind == .address {
                let address = AddressValue(capture)
                if address.portSign == 0, own == nil { own = address.portFirst }
            }
            guard capture.slot == .option, capture.type == .keyword else { continue }
            switch capture.keyword(ServerOptionID.self) {
            case .check: isChecked = true
            case .port: port = index + 1 < captures.count && captures[index + 1].isValid ? captures[index + 1] : nil
            default: break
            }
        }
        guard isChecked, let port, let own, !configuration.isExpanded(Int(port.word), of: directive) else { return nil }
        return Checked(directive: directive, port: port, own: own)
    }
}
