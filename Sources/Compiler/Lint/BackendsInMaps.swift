import GrammarFormat
import Lexer

/// `unknown-backend-in-map`: a `use_backend` whose name comes out of a map, and a value of the map, or what stands in for one that is
/// missing, is the name of no backend: such requests go to the default backend, or get 503. Most often a backend was renamed or removed and
/// the map was not. Correct the map. Silent where what comes out may not be what is sent to: something follows the map, the rule's condition
/// looks at the value, the map may be filled while running; where a name comes from the environment; and in a configuration with errors.
struct BackendsInMaps {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    /// What a map's values come to: a map is read once, however many rules name it.
    private struct Result {
        var line = 0
        var value = ""
        var near: String?
        /// Lines with a value that is no backend.
        var count = 0
    }

    func run(_ names: borrowing SectionNames) {
        // By path; no order comes out of it.
        var known: [String: Result] = [:]
        var isSure: Bool?
        for at in lines[.rule] {
            let directive = configuration.directives[Int(at)]
            guard directive.id == .useBackend, let map = map(of: directive) else { continue }
            let sure = isSure ?? knowsBackends(names)
            isSure = sure
            if !sure { return }
            check(map, directive, names, &known)
        }
    }

    /// Whether all backends stand in this text.
    private func knowsBackends(_ names: borrowing SectionNames) -> Bool {
        if context.inputs.policy == .skip || context.findings.total(.error) > 0 || names.backends.count == 0 { return false }
        for proxy in configuration.proxies where proxy.isBackend {
            let section = configuration.sections[proxy.section]
            let word = configuration.words[Int(section.firstWord) &+ Int(section.nameWord)]
            if !word.isPlain, configuration.sources.text(word.range(in: section.source)).utf8.contains(UInt8(ascii: "$")) { return false }
        }
        return true
    }

    /// The converter that gives the name of a rule's backend, where it is a map.
    private func map(of directive: DirectiveRow) -> ConverterRow? {
        guard !directive.isBroken, let target = configuration.captures(of: directive).first, target.isValid,
            target.type.kind == .logFormat, target.value != Expressions.broken
        else { return nil }
        let format = configuration.expressions.formats[Int(truncatingIfNeeded: target.value)]
        guard format.nodeCount == 1 else { return nil }
        let node = configuration.expressions.nodes[Int(format.firstNode)]
        guard node.kind == .sample, node.flags.isEmpty, node.cast == .none || node.cast == .str else { return nil }
        let sample = configuration.expressions.samples[Int(node.sample)]
        guard sample.converterCount > 0 else { return nil }
        let last = configuration.expressions.converters[Int(sample.firstConverter) + Int(sample.converterCount) - 1]
        return Self.givesValue(last.converter) && last.argumentCount > 0 ? last : nil
    }

    /// Maps that give the value as it stands in the file.
    private static func givesValue(_ converter: ConverterID) -> Bool {
        switch converter {
        case .map, .mapBeg, .mapDir, .mapDom, .mapEnd, .mapInt, .mapIp, .mapReg, .mapStr, .mapSub: true
        default: false
        }
    }

    private func check(
        _ map: ConverterRow, _ directive: DirectiveRow, _ names: borrowing SectionNames, _ known: inout [String: Result]
    ) {
        let file = configuration.expressions.arguments[Int(map.firstArgument)]
        guard file.kind == .reference, file.type.refers == .map, !looksAtValue(directive, file.text) else { return }
        if map.argumentCount > 1 {
            let standIn = configuration.expressions.arguments[Int(map.firstArgument) + 1]
            if standIn.kind == .text, let name = configuration.word(standIn.text), !isBackend(name, names) { report(name, standIn, names) }
        }
        var path = String(decoding: configuration.expressions.bytes(file.text), as: UTF8.self)
        if path.hasPrefix("virt@") || path.hasPrefix("opt@") { return }
        if path.hasPrefix("file@") { path = String(path.dropFirst(5)) }
        let result: Result
        if let found = known[path] {
            result = found
        } else {
            result = read(path, file.range, names)
            known[path] = result
        }
        if result.count == 0 || context.findings.counts(.warning, file: file.range.source) { return }
        context.add(
            Finding(
                .unknownBackendInMap, at: file.range, "line \(result.line) of the map '\(path)': no backend is called '\(result.value)'",
                label: "names a backend that is not there",
                help: [result.near.map { "did you mean '\($0)'?" } ?? "correct the map, or add the backend"],
                notes: result.count > 1 ? ["\(result.count) of its lines name no backend"] : []))
    }

    private func report(_ name: WordBytes, _ argument: ArgumentRow, _ names: borrowing SectionNames) {
        if context.findings.counts(.warning, file: argument.range.source) { return }
        let near = Grammar.nearest(name, names.backends.names(), 1).first
        context.add(
            Finding(
                .unknownBackendInMap, at: argument.range, "no backend is called '\(context.text(name))'",
                label: "taken where the map has no entry",
                help: [
                    near.map { "did you mean '\($0)'?" }
                        ?? "leave it out, or name a backend that is there: '\(DirectiveID.defaultBackend)' takes what no rule sends"
                ]))
    }

    /// `#<number>` means a backend by its ID.
    private func isBackend(_ name: WordBytes, _ names: borrowing SectionNames) -> Bool {
        name.count == 0 || name.base[0] == UInt8(ascii: "#") || names.backends.find(name) != nil
    }

    /// Whether the rule's condition looks at what the map gives, and so may keep some of its values away: at a variable, or at an entry of the
    /// map other than whether it is there.
    private func looksAtValue(_ directive: DirectiveRow, _ file: PoolText) -> Bool {
        guard let capture = configuration.condition(of: directive) else { return false }
        if !capture.isValid || capture.value == Expressions.broken { return true }
        let condition = configuration.expressions.conditions[Int(truncatingIfNeeded: capture.value)]
        for suite in configuration.expressions.suites.rows(Int(condition.firstSuite), Int(condition.suiteCount)) {
            for term in configuration.expressions.terms.rows(Int(suite.firstTerm), Int(suite.termCount)) {
                var next = configuration.expressions.acls[Int(term.acl)].first
                if next < 0 { return true }
                while next >= 0 {
                    let expression = configuration.expressions.aclExpressions[Int(next)]
                    let sample = configuration.expressions.samples[Int(expression.sample)]
                    if expression.method != .found, sample.fetch == .var || reads(sample, file) { return true }
                    if sample.fetch == .acl { return true }
                    next = expression.next
                }
            }
        }
        return false
    }

    private func reads(_ sample: SampleRow, _ file: PoolText) -> Bool {
        for converter in configuration.expressions.converters.rows(Int(sample.firstConverter), Int(sample.converterCount))
        where converter.argumentCount > 0 {
            let argument = configuration.expressions.arguments[Int(converter.firstArgument)]
            guard argument.kind == .reference, argument.type.refers == .map else { continue }
            if let name = configuration.word(argument.text), let own = configuration.word(file), name.equals(own) { return true }
        }
        return false
    }

    // MARK: the file

    private func read(_ path: String, _ range: SourceRange, _ names: borrowing SectionNames) -> Result {
        var result = Result()
        // What cannot be read has its finding where it is looked for.
        guard case .bytes(let bytes) = context.inputs.content(path, .map, at: range) else { return result }
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var at = 0
            var line = 0
            while at < bytes.count {
                line &+= 1
                let start = at
                while at < bytes.count, base[at] != 0x0A { at &+= 1 }
                let value = Self.value(WordBytes(base: base + start, count: at &- start))
                at &+= 1
                if isBackend(value, names) { continue }
                result.count &+= 1
                if result.count > 1 { continue }
                result.line = line
                result.value = context.text(value.slice(0, min(value.count, 100)))
                result.near = Grammar.nearest(value, names.backends.names(), 1).first
            }
        }
        return result
    }

    /// What stands behind the key of a line; empty for a comment, and for a key alone.
    private static func value(_ line: WordBytes) -> WordBytes {
        var at = 0
        while at < line.count, isBlank(line.base[at]) { at &+= 1 }
        if at < line.count, line.base[at] == UInt8(ascii: "#") { return line.slice(0, 0) }
        while at < line.count, !isBlank(line.base[at]), line.base[at] != 0x0D { at &+= 1 }
        while at < line.count, isBlank(line.base[at]) { at &+= 1 }
        var end = at
        while end < line.count, line.base[end] != 0x0D { end &+= 1 }
        while end > at, isBlank(line.base[end &- 1]) { end &-= 1 }
        return line.slice(at, end &- at)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
