import GrammarFormat
import Plan

/// Neighbouring `use_backend` rules whose conditions begin by comparing one sample with fixed strings: a hash of the strings finds the
/// first rule that can hold, and its program goes on from there.
///
/// Exactness: a rule before the one found has a first term that matches no value of the sample, so it cannot hold. The rules from
/// there on stand as they would without the hash, so a rule whose further terms fail falls through to the next, as ever. Only pure
/// samples are taken: looking once gives what looking again would. No rule between changes the sample, since `use_backend` either
/// ends the set or does nothing.
struct DispatchChain {
    /// A sample that all of its rules compare.
    var sample: Int
    var ignoresCase: Bool
    /// Strings in the order of the rules, and which rule each belongs to, counted from the chain's first.
    var patterns: [PlanPatternRecord] = []
    var rules: [Int] = []
    var count = 0

    /// Below this many rules looking at each is as fast.
    static let leastRules = 4
}

extension Lowerer {
    /// The chain that begins at `lines[first]`, if one does.
    mutating func dispatchChain(_ lines: [ProxyState.RuleLine], from first: Int) -> DispatchChain? {
        guard var chain = dispatchStart(lines[first].directive) else { return nil }
        for line in lines[first...] {
            let mark = chain.patterns.count
            guard addPatterns(of: line.directive, to: &chain) else {
                // Strings of a rule that does not belong to the chain after all.
                chain.patterns.removeLast(chain.patterns.count &- mark)
                chain.rules.removeLast(chain.rules.count &- mark)
                break
            }
            chain.count &+= 1
        }
        return chain.count >= DispatchChain.leastRules ? chain : nil
    }

    /// Emits the look-up in front of a chain's rules. `emitRules` emits them and gives where each begins.
    mutating func emit(_ chain: DispatchChain, _ emitRules: (inout Lowerer) -> [CodeIndex]) {
        _ = emitSample(chain.sample, SampleUse(isResponse: false, everyValue: true))
        let set = builder.internPatternSet(.str, flags: chain.ignoresCase ? .ignoreCase : [], chain.patterns)
        let targets = builder.operands.count
        builder.operands.append(contentsOf: repeatElement(Operand(.code), count: chain.patterns.count))
        builder.emit(.dispatch, a: set.raw, b: UInt32(truncatingIfNeeded: targets))
        // No string is equal: none of the rules can hold.
        let miss = builder.emitJump()
        let starts = emitRules(&self)
        for (row, rule) in chain.rules.enumerated() { builder.operands[targets &+ row].a = starts[rule].raw }
        builder.land(miss)
    }

    /// A chain without rules over the sample that a rule's condition begins with.
    private func dispatchStart(_ directive: Int) -> DispatchChain? {
        guard let condition = condition(of: directive) else { return nil }
        let suite = configuration.expressions.suites[Int(condition.firstSuite)]
        guard suite.termCount > 0 else { return nil }
        let term = configuration.expressions.terms[Int(suite.firstTerm)]
        let first = configuration.expressions.acls[Int(term.acl)].first
        guard first >= 0 else { return nil }
        let test = configuration.expressions.aclExpressions[Int(first)]
        guard isPure(Int(test.sample)) else { return nil }
        return DispatchChain(sample: Int(test.sample), ignoresCase: test.flags.contains(.ignoreCase))
    }

    /// Takes a rule into the chain: each suite of its condition must begin by comparing the chain's sample with strings. False where
    /// the rule is another kind of rule.
    private mutating func addPatterns(of directive: Int, to chain: inout DispatchChain) -> Bool {
        guard let condition = condition(of: directive), condition.suiteCount > 0 else { return false }
        for number in 0..<Int(condition.suiteCount) {
            let suite = configuration.expressions.suites[Int(condition.firstSuite) &+ number]
            guard suite.termCount > 0 else { return false }
            let term = configuration.expressions.terms[Int(suite.firstTerm)]
            guard !term.isNegated, addPatterns(ofACL: Int(term.acl), to: &chain) else { return false }
        }
        return true
    }

    private mutating func addPatterns(ofACL index: Int, to chain: inout DispatchChain) -> Bool {
        var next = configuration.expressions.acls[index].first
        guard next >= 0 else { return false }
        while next >= 0 {
            let test = configuration.expressions.aclExpressions[Int(next)]
            let flags: ACLExpressionRow.Flags = chain.ignoresCase ? .ignoreCase : []
            guard test.method == .str, test.flags.intersection([.ignoreCase, .asMap, .hasID]) == flags, test.fileCount == 0,
                areEqualSamples(chain.sample, Int(test.sample))
            else { return false }
            for row in 0..<Int(test.patternCount) {
                var pattern = PlanPatternRecord()
                pattern.text = intern(configuration.expressions.patterns[Int(test.firstPattern) &+ row].text)
                chain.patterns.append(pattern)
                chain.rules.append(chain.count)
            }
            next = test.next
        }
        return true
    }

    /// The condition behind a rule's `if`; nil for `unless`, and for a rule without one or with a finding.
    private func condition(of directive: Int) -> ConditionRow? {
        guard let capture = configuration.captures(of: configuration.directives[directive]).last, capture.slot == .cond,
            capture.value != Expressions.broken
        else { return nil }
        let condition = configuration.expressions.conditions[Int(truncatingIfNeeded: capture.value)]
        return condition.isUnless || condition.suiteCount == 0 ? nil : condition
    }

    private func isPure(_ index: Int) -> Bool {
        let sample = configuration.expressions.samples[index]
        guard sample.fetch.row.purity == .pure else { return false }
        for row in 0..<Int(sample.converterCount) {
            if configuration.expressions.converters[Int(sample.firstConverter) &+ row].converter.row.purity != .pure { return false }
        }
        return true
    }

    /// Whether two expressions are the same words: fetch, converters, and their arguments.
    private func areEqualSamples(_ a: Int, _ b: Int) -> Bool {
        if a == b { return true }
        let (left, right) = (configuration.expressions.samples[a], configuration.expressions.samples[b])
        guard left.fetch == right.fetch, left.converterCount == right.converterCount,
            areEqualArguments(left.firstArgument, left.argumentCount, right.firstArgument, right.argumentCount)
        else { return false }
        for row in 0..<UInt32(left.converterCount) {
            let x = configuration.expressions.converters[Int(left.firstConverter &+ row)]
            let y = configuration.expressions.converters[Int(right.firstConverter &+ row)]
            guard x.converter == y.converter,
                areEqualArguments(x.firstArgument, x.argumentCount, y.firstArgument, y.argumentCount)
            else { return false }
        }
        return true
    }

    private func areEqualArguments(_ a: UInt32, _ countA: UInt8, _ b: UInt32, _ countB: UInt8) -> Bool {
        guard countA == countB else { return false }
        for row in 0..<UInt32(countA) {
            let x = configuration.expressions.arguments[Int(a &+ row)]
            let y = configuration.expressions.arguments[Int(b &+ row)]
            guard x.kind == y.kind, x.integer == y.integer, bytes(x.text).equals(bytes(y.text)) else { return false }
        }
        return true
    }
}
