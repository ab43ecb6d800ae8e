import GrammarFormat

/// `variable-type`: a variable that always holds one type, and a converter or a match method behind `var` that never takes that type: the sample
/// never has a value. Written directly it would be refused; through a variable it shows in no check. Convert the value where it is set, or
/// read it otherwise. Silent where some setter's type is not known, and about what a default may give.
struct VariableTypes {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    /// What a variable that is set holds.
    private enum Held {
        case nothing
        case one(SampleType)
        case unknown
    }

    func run(_ variables: borrowing VariableUses) {
        if variables.sets.isEmpty || variables.reads.isEmpty || context.findings.total(.error) > 0 { return }
        var held = [Held](repeating: .nothing, count: variables.uses.count)
        for set in variables.sets {
            guard let type = set.type else {
                held[set.use] = .unknown
                continue
            }
            switch (type, held[set.use]) {
            case (.any, _), (.none, _), (.same, _): held[set.use] = .unknown
            case (_, .nothing): held[set.use] = .one(type)
            case (_, .one(let other)): if other != type { held[set.use] = .unknown }
            case (_, .unknown): break
            }
        }
        var methods: [UInt32: MatchMethod]?
        var known: [Bool]?
        for read in variables.reads where !read.hasDefault {
            // A string becomes anything, if it reads like that.
            guard case .one(let type) = held[read.use], type != .str else { continue }
            let sample = configuration.expressions.samples[read.sample]
            let taker: String
            let taken: SampleType
            if sample.converterCount > 0 {
                let row = configuration.expressions.converters[Int(sample.firstConverter)].converter.row
                taker = row.name.string
                taken = row.inputType
            } else {
                let all = methods ?? self.methods()
                methods = all
                guard let method = all[UInt32(truncatingIfNeeded: read.sample)] else { continue }
                taker = "-m \(method)"
                taken = method.sampleType
            }
            if Self.canBe(type, taken) { continue }
            let areKnown = known ?? (variables.hasOtherSetters(lines) ? [] : variables.areAllKnown())
            known = areKnown
            if areKnown.isEmpty { return }
            if areKnown[read.use] { report(variables.uses[read.use], read, type, taker, taken) }
        }
    }

    /// Whether some value of the one type can be used as the other. An address is of one of its two families.
    private static func canBe(_ from: SampleType, _ to: SampleType) -> Bool {
        if to == .none || to == .same || CastMatrix.allows(from, to) { return true }
        return from == .addr && (CastMatrix.allows(.ipv4, to) || CastMatrix.allows(.ipv6, to))
    }

    /// By sample: how a bare `var` is compared. A method that is there for one of several ACLs of a name is one all the same: each has a sample
    /// of its own.
    private func methods() -> [UInt32: MatchMethod] {
        var methods: [UInt32: MatchMethod] = [:]
        for expression in configuration.expressions.aclExpressions.rows(0, configuration.expressions.aclExpressions.count) {
            let sample = configuration.expressions.samples[Int(expression.sample)]
            if sample.fetch == .var, sample.converterCount == 0 { methods[expression.sample] = expression.method }
        }
        return methods
    }

    private func report(_ use: VariableUses.Use, _ read: VariableUses.Reading, _ type: SampleType, _ taker: String, _ taken: SampleType) {
        if context.findings.counts(.warning, file: read.range.source) { return }
        context.add(
            Finding(
                .variableType, at: read.range,
                "the variable '\(context.text(use.name))' holds \(type.title), and '\(taker)' takes \(taken.title)",
                label: "gives nothing here", places: use.set.map { [Finding.Place($0, "set here")] } ?? [],
                help: ["set it to \(taken.title), or read it by what takes \(type.title)"]))
    }
}
