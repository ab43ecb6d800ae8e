import GrammarFormat
import Lexer

/// `overlapping-binds`: two `bind` lines with the same address and port. The sockets share the port, and the kernel spreads connections
/// over both: each connection comes to one of two proxies by chance. A unix path belongs to who binds it last. Bind it once. Not said of
/// lines that share an address by intent (`thread`, `process`, `interface`, `namespace`), nor of a single address beside a wildcard,
/// where the kernel takes the nearer one.
struct OverlappingBinds {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    private struct Bind {
        enum Kind: UInt8 { case ipv4, ipv6, path }
        var kind: Kind
        var isDatagram: Bool
        /// Empty for a wildcard.
        var host: WordBytes
        var first: UInt16
        var last: UInt16
        var directive: Int
        var capture: Int

        /// Whether the two can meet: all but the ports.
        func isBeside(_ other: Bind) -> Bool { kind == other.kind && isDatagram == other.isDatagram && host.equals(other.host) }
    }

    func run() {
        var binds: [Bind] = []
        for at in lines[.bind] where !configuration.directives[Int(at)].isBroken {
            collect(configuration.directives[Int(at)], Int(at), &binds)
        }
        if binds.count < 2 { return }
        binds.sort(by: Self.isBefore)
        // The one of those before it that reaches furthest.
        var reach = 0
        var disabled: Set<UInt32>?
        for at in 1..<binds.count {
            if !binds[at].isBeside(binds[reach]) {
                reach = at
                continue
            }
            if binds[at].kind == .path || binds[at].first <= binds[reach].last { report(binds[at], binds[reach], &disabled) }
            if binds[at].last > binds[reach].last { reach = at }
        }
    }

    private static func isBefore(_ a: Bind, _ b: Bind) -> Bool {
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        if a.isDatagram != b.isDatagram { return b.isDatagram }
        if a.host.count != b.host.count { return a.host.count < b.host.count }
        for at in 0..<a.host.count where a.host.base[at] != b.host.base[at] { return a.host.base[at] < b.host.base[at] }
        if a.first != b.first { return a.first < b.first }
        return a.directive != b.directive ? a.directive < b.directive : a.capture < b.capture
    }

    private func collect(_ directive: DirectiveRow, _ at: Int, _ binds: inout [Bind]) {
        let captures = configuration.captures(of: directive)
        for capture in captures where capture.type == .keyword && capture.isValid && capture.slot == .option {
            switch capture.keyword(BindOptionID.self) {
            case .thread, .process, .interface, .namespace: return
            default: break
            }
        }
        for (index, capture) in captures.enumerated() where capture.type == .bindAddress && capture.isValid {
            let address = AddressValue(capture)
            if address.isHostName || address.portSign != 0 || configuration.isExpanded(Int(capture.word), of: directive) { continue }
            var host = configuration.bytes(Int(capture.word), of: directive).slice(address.hostStart, address.hostCount)
            let kind: Bind.Kind
            switch address.family {
            case .unix: kind = .path
            case .any, .ipv4:
                kind = .ipv4
                if host.reads("*") || host.reads("0.0.0.0") { host.count = 0 }
            case .ipv6:
                kind = .ipv6
                if host.reads("::") || host.reads("*") { host.count = 0 }
            default: continue
            }
            if kind != .path, address.portFirst == 0 { continue }
            binds.append(
                Bind(
                    kind: kind, isDatagram: address.socket == .quic || address.socket == .datagram, host: host, first: address.portFirst,
                    last: max(address.portFirst, address.portLast), directive: at, capture: index))
        }
    }

    private func report(_ a: Bind, _ b: Bind, _ disabled: inout Set<UInt32>?) {
        // In the order of the text.
        let isInOrder = (b.directive, b.capture) < (a.directive, a.capture)
        let (first, second) = isInOrder ? (b, a) : (a, b)
        let directive = configuration.directives[second.directive]
        let other = configuration.directives[first.directive]
        let off = disabled ?? disabledSections()
        disabled = off
        if off.contains(directive.section) || off.contains(other.section) || context.findings.counts(.warning, file: directive.source) {
            return
        }
        let capture = configuration.captures(of: directive)[second.capture]
        let earlier = configuration.captures(of: other)[first.capture]
        let title = configuration.title(of: configuration.sections[Int(other.section)])
        context.add(
            Finding(
                .overlappingBinds, at: configuration.range(capture, of: directive),
                "\(title) listens on '\(context.text(configuration.text(earlier, of: other)))' already",
                places: [Finding.Place(configuration.range(earlier, of: other), "bound here too")], help: ["bind it once"],
                notes: [
                    second.kind == .path
                        ? "only the socket that is bound last can be reached"
                        : "both are bound, and the kernel spreads connections over them"
                ]))
    }

    private func disabledSections() -> Set<UInt32> {
        var sections: Set<UInt32> = []
        for directive in configuration.allDirectives where directive.id == .disabled && !directive.isUnknown {
            sections.insert(directive.section)
        }
        return sections
    }
}
