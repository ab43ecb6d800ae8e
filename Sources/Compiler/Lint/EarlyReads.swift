import GrammarFormat
import Lexer

/// `variable-set-after-read`: a variable that is read before anything sets it: rules run stage by stage, whatever the order of the lines, and
/// within a stage from top to bottom. The reader finds nothing. Move one of them. Said where all that names the variable stands in the rules of
/// one proxy, and every reader runs before every setter. Silent about variables of a session beyond its beginning, since an earlier request of
/// the session may have set them; about rules of one `content` set, which run again when more data came; about readers that provide for a missing
/// value; and where something that is not read here could set variables.
struct EarlyReads {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    /// When something of a proxy happens.
    private struct Moment {
        var stage: UInt8
        var directive: Int

        static func < (a: Moment, b: Moment) -> Bool { (a.stage, a.directive) < (b.stage, b.directive) }
    }

    /// What is known of one variable.
    private struct Life {
        /// Nil: none yet.
        var section: UInt32?
        var firstSet: Moment?
        var lastRead: Moment?
        /// Something happens at a moment that is not known.
        var isOpen = false

        mutating func enter(_ own: UInt32) {
            if let section, section != own { isOpen = true }
            section = own
        }
    }

    /// The rules in the order in which they run (manual 4.2); those of one row in a set that runs from top to bottom. A proxy that is both
    /// sides runs them in this order too.
    private static let stages: [[DirectiveID]] = [
        [.tcpRequestConnection], [.tcpRequestSession], [.tcpRequestContent], [.httpRequest], [.redirect], [.useBackend],
        [.tcpResponseContent], [.httpResponse], [.httpAfterResponse],
        [
            .httpCheckConnect, .httpCheckSend, .httpCheckExpect, .httpCheckSetVar, .httpCheckSetVarFmt, .tcpCheckConnect, .tcpCheckSend,
            .tcpCheckSendLf, .tcpCheckSendBinary, .tcpCheckSendBinaryLf, .tcpCheckExpect, .tcpCheckSetVar, .tcpCheckSetVarFmt,
        ],
    ]

    /// The stage of a directive by the number of its row, from 1; 0: none.
    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: KeywordTable.directive.rows.upperBound + 1)
        for (stage, ids) in stages.enumerated() {
            for id in ids { table[Int(id.rawValue)] = UInt8(stage + 1) }
        }
        return table
    }()

    func run(_ variables: borrowing VariableUses) {
        if variables.sets.isEmpty || variables.reads.isEmpty || context.findings.total(.error) > 0 { return }
        var lives = [Life](repeating: Life(), count: variables.uses.count)
        for at in lives.indices {
            let use = variables.uses[at]
            lives[at].isOpen = use.set == nil || use.read == nil || use.isHandedOver || use.hasDefault
        }
        for set in variables.sets where !lives[set.use].isOpen {
            guard let moment = moment(set.range, &lives[set.use]) else { continue }
            lives[set.use].firstSet = lives[set.use].firstSet.map { moment < $0 ? moment : $0 } ?? moment
        }
        // By sample: the last rule whose condition asks it by an ACL's name.
        var asked: [UInt32: Moment]?
        for read in variables.reads where !lives[read.use].isOpen {
            guard let at = configuration.directive(at: read.range) else { continue }
            var moment: Moment?
            if configuration.directives[at].id == .acl {
                let known = asked ?? self.asked()
                asked = known
                lives[read.use].enter(configuration.directives[at].section)
                guard let last = known[UInt32(truncatingIfNeeded: read.sample)] else { continue }
                moment = last
                if last.stage == 0 { lives[read.use].isOpen = true }
            } else {
                moment = self.moment(read.range, &lives[read.use])
            }
            guard let moment else { continue }
            lives[read.use].lastRead = lives[read.use].lastRead.map { $0 < moment ? moment : $0 } ?? moment
        }
        let late = lives.indices.filter { isLate(lives[$0], variables.uses[$0]) }
        if late.isEmpty || variables.hasOtherSetters(lines) || hasACLSamples() { return }
        let known = variables.areAllKnown()
        for at in late where known[at] { report(variables.uses[at], lives[at]) }
    }

    /// When the line at a place runs; nil, and the variable is open, where that is not known.
    private func moment(_ range: SourceRange, _ life: inout Life) -> Moment? {
        guard let at = configuration.directive(at: range) else {
            life.isOpen = true
            return nil
        }
        let directive = configuration.directives[at]
        let moment = moment(directive, at)
        life.enter(directive.section)
        if moment.stage == 0 { life.isOpen = true }
        return moment
    }

    /// Stage 0: not known.
    private func moment(_ directive: DirectiveRow, _ at: Int) -> Moment {
        var stage = Self.table[Int(directive.id.rawValue)]
        switch configuration.sections[Int(directive.section)].kind {
        case .frontend, .backend, .listen: break
        default: stage = 0
        }
        if directive.isUnknown || directive.isBroken { stage = 0 }
        return Moment(stage: stage, directive: at)
    }

    private func isLate(_ life: Life, _ use: VariableUses.Use) -> Bool {
        guard !life.isOpen, let set = life.firstSet, let read = life.lastRead, read < set, let scope = use.scope else { return false }
        if scope == .sess, read.stage > Self.table[Int(DirectiveID.tcpRequestSession.rawValue)] { return false }
        if read.stage < set.stage { return true }
        return read.stage != Self.table[Int(DirectiveID.tcpRequestContent.rawValue)]
            && read.stage != Self.table[Int(DirectiveID.tcpResponseContent.rawValue)]
    }

    /// By sample of a variable: the last line whose condition asks it. Stage 0 where one of them has no known stage.
    private func asked() -> [UInt32: Moment] {
        var asked: [UInt32: Moment] = [:]
        let directives = configuration.allDirectives
        for at in directives.indices {
            guard let capture = configuration.condition(of: directives[at]), capture.isValid, capture.value != Expressions.broken else {
                continue
            }
            let moment = moment(directives[at], at)
            let condition = configuration.expressions.conditions[Int(truncatingIfNeeded: capture.value)]
            for suite in configuration.expressions.suites.rows(Int(condition.firstSuite), Int(condition.suiteCount)) {
                for term in configuration.expressions.terms.rows(Int(suite.firstTerm), Int(suite.termCount)) {
                    var next = configuration.expressions.acls[Int(term.acl)].first
                    while next >= 0 {
                        let expression = configuration.expressions.aclExpressions[Int(next)]
                        next = expression.next
                        if configuration.expressions.samples[Int(expression.sample)].fetch != .var { continue }
                        guard let known = asked[expression.sample] else {
                            asked[expression.sample] = moment
                            continue
                        }
                        if known.stage > 0, moment.stage == 0 || known < moment { asked[expression.sample] = moment }
                    }
                }
            }
        }
        return asked
    }

    /// `acl(name)` asks ACLs from where they are not looked for here.
    private func hasACLSamples() -> Bool {
        configuration.expressions.samples.rows(0, configuration.expressions.samples.count).contains { $0.fetch == .acl }
    }

    private func report(_ use: VariableUses.Use, _ life: Life) {
        guard let range = use.read, let place = use.set, let set = life.firstSet, let read = life.lastRead else { return }
        if context.findings.counts(.warning, file: range.source) { return }
        let setter = configuration.directives[set.directive].id
        let reader = configuration.directives[read.directive].id
        context.add(
            Finding(
                .variableSetAfterRead, at: range, "the variable '\(context.text(use.name))' is set only after it is read",
                label: "has no value yet", places: [Finding.Place(place, "set here, which runs later")],
                help: [
                    read.stage == set.stage
                        ? "put the rule that sets it before the one that reads it"
                        : "'\(reader)' rules run before '\(setter)' rules, wherever they stand: set it in an earlier stage, or read it in a later one"
                ]))
    }
}
