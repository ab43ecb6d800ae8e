import Compiler

/// `baton explain`: what a finding means.
let explainCommand = Command(
    name: "explain", synopsis: "[ID]",
    summary: "Says what a finding means, and what to write instead; without an ID, which findings there are.",
    options: [Option("--markdown", help: "all of them as one document")],
    operands: 0...1, exitCodes: ["0  explained", "2  no finding has this ID"], words: FindingID.all.map(\.rawValue), run: explain)

@Sendable private func explain(_ arguments: Arguments) -> Int32 {
    if arguments.has("--markdown") {
        if let operand = arguments.operands.first {
            Terminal.error("--markdown writes all findings; leave out '\(operand)'")
            return 2
        }
        Terminal.out(FindingPage.markdown)
        return 0
    }
    guard let name = arguments.operands.first else {
        let width = FindingID.all.map(\.rawValue.count).max() ?? 0
        let rows = FindingID.all.map { id in
            let gap = String(repeating: " ", count: width - id.rawValue.count)
            let severity = id.severity.name.padded(7)
            return "\(id.rawValue)\(gap)  \(severity)  \(FindingPage.page(id)?.meaning ?? "")\n"
        }
        Terminal.out(rows.joined())
        return 0
    }
    guard let id = FindingID.named(name), let page = FindingPage.page(id) else {
        let near = FindingID.nearest(name).map { "; did you mean '\($0)'?" } ?? "; 'baton explain' lists them"
        Terminal.error("no finding is called '\(name)'\(near)")
        return 2
    }
    Terminal.out(page.text(id.severity))
    return 0
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
