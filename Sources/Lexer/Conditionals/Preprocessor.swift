/// Reads a source line by line and obeys its conditional blocks and messages (manual 2.4): what a parser reads from.
///
///     var reader = Preprocessor(source)
///     var line = Line()
///     while reader.next(into: &line, environment: &environment) {
///         for finding in reader.takeFindings() { ... }
///         guard line.kind == .words else { continue }
///         let keyword = source.text[line[0]]
///         ...
///     }
///     for finding in reader.takeFindings() { ... }          // an `.if` left open
///
/// A condition that cannot be read is taken for true, so that what its block defines is known. Where the reference stops at an
/// error, reading goes on here.
public struct Preprocessor: ~Copyable {
    /// What conditions ask about; the parser changes ``BuildDescription/enabled`` as `global` says.
    public var build: BuildDescription

    private var lexer: Lexer
    private var blocks: [Block] = []
    /// Blocks beyond `Limits.maxNestedConditionals`, which are all masked.
    private var excessBlocks = 0
    private var isAtEnd = false

    private struct Block {
        /// Whether the lines of the current branch count.
        var isActive: Bool
        /// Whether no further branch can count: one did, or the whole block is masked.
        var isDecided: Bool
        var opening: SourceRange
        var elseRange: SourceRange?
    }

    public init(_ source: Source, build: BuildDescription = BuildDescription()) {
        self.build = build
        lexer = Lexer(source)
    }

    public var source: Source { lexer.source }
    public var hasFindings: Bool { lexer.hasFindings }
    /// Findings beyond the bound, which were not kept.
    public var droppedFindings: Int { lexer.droppedFindings }

    /// What was found since the last call, line by line in order.
    public mutating func takeFindings() -> [LexFinding] { lexer.takeFindings() }

    /// Whether the line read last, or the lines behind it where it is a directive, are masked by a condition.
    public var isMasked: Bool {
        if excessBlocks > 0 { return true }
        guard let block = blocks.last else { return false }
        return !block.isActive
    }

    /// Reads the next line; false at the end of the source. The line's ``Line/kind`` says what to do with it.
    public mutating func next(into line: inout Line, environment: inout Environment) -> Bool {
        let before = lexer.findings.count
        guard lexer.next(into: &line, environment: &environment) else {
            if !isAtEnd { reportUnclosed() }
            return false
        }
        guard line.kind == .words else {
            if line.kind == .blank, isMasked { dropRemarks(since: before) }
            return true
        }
        let first = line.storage[0]
        if lexer.text[first][0] == UInt8(ascii: ".") {
            obey(&line, environment: &environment, since: before)
        } else if isMasked {
            line.kind = .skipped
        } else if line.notes.contains(.cooked), !line.isBroken {
            checkEmptyArguments(&line, environment: &environment, since: before)
        }
        if line.kind == .skipped { dropRemarks(since: before) }
        return true
    }

    // MARK: blocks

    private mutating func reportUnclosed() {
        isAtEnd = true
        for block in blocks { lexer.report(LexFinding(.unclosedIf, block.opening)) }
    }

    /// Errors of a masked line count, as in the reference; what else there is to say of it does not.
    private mutating func dropRemarks(since before: Int) {
        lexer.keepFindings(from: before) { $0.severity == .error }
    }

    private mutating func obey(_ line: inout Line, environment: inout Environment, since before: Int) {
        let word = line.storage[0]
        let range = word.range(in: line.source)
        guard let directive = Directive(rawValue: lexer.text.string(word)) else {
            if isMasked {
                line.kind = .skipped
            } else {
                line.kind = .directive
                lexer.report(LexFinding(.unknownDirective, range))
            }
            return
        }
        line.kind = .directive
        switch directive {
        case .if:
            open(line, range, &environment, since: before)
        case .elif:
            elif(line, range, &environment, since: before)
        case .else:
            checkNoArguments(line, from: 1)
            otherwise(range)
        case .endif:
            checkNoArguments(line, from: 1)
            if excessBlocks > 0 {
                excessBlocks -= 1
            } else if blocks.popLast() == nil {
                lexer.report(LexFinding(.endifWithoutIf, range))
            }
        case .diag: message(.diagMessage, &line)
        case .notice: message(.noticeMessage, &line)
        case .warning: message(.warningMessage, &line)
        case .alert: message(.alertMessage, &line)
        }
    }

    private mutating func open(
        _ line: borrowing Line, _ range: SourceRange, _ environment: inout Environment, since before: Int
    ) {
        guard blocks.count < Limits.maxNestedConditionals else {
            if excessBlocks == 0 { lexer.report(LexFinding(.tooManyNestedIfs, range, related: blocks.first?.opening)) }
            excessBlocks += 1
            return
        }
        if isMasked {
            dropRemarks(since: before)
            blocks.append(Block(isActive: false, isDecided: true, opening: range))
            return
        }
        let isTrue = decide(line, &environment, since: before)
        blocks.append(Block(isActive: isTrue, isDecided: isTrue, opening: range))
    }

    private mutating func elif(
        _ line: borrowing Line, _ range: SourceRange, _ environment: inout Environment, since before: Int
    ) {
        if excessBlocks > 0 { return }
        guard let block = blocks.last else {
            lexer.report(LexFinding(.elifWithoutIf, range))
            return
        }
        if let elseRange = block.elseRange {
            lexer.report(LexFinding(.elifAfterElse, range, related: elseRange))
            return
        }
        if block.isDecided {
            dropRemarks(since: before)
            blocks[blocks.count - 1].isActive = false
            return
        }
        let isTrue = decide(line, &environment, since: before)
        blocks[blocks.count - 1].isActive = isTrue
        blocks[blocks.count - 1].isDecided = isTrue
    }

    private mutating func otherwise(_ range: SourceRange) {
        if excessBlocks > 0 { return }
        guard let block = blocks.last else {
            lexer.report(LexFinding(.elseWithoutIf, range))
            return
        }
        if let elseRange = block.elseRange {
            lexer.report(LexFinding(.elseAfterElse, range, related: elseRange))
            return
        }
        blocks[blocks.count - 1].isActive = !block.isDecided
        blocks[blocks.count - 1].isDecided = true
        blocks[blocks.count - 1].elseRange = range
    }

    /// Evaluates the condition of a line.
    private mutating func decide(_ line: borrowing Line, _ environment: inout Environment, since before: Int) -> Bool {
        // To ask for what may be unset is what conditions are for.
        lexer.keepFindings(from: before) { $0.kind != .unsetVariable }
        if line.isBroken { return true }
        let text = ConditionText(line, from: 1, lexer.text)
        if text.bytes.isEmpty {
            if line.count == 1 { lexer.report(LexFinding(.emptyCondition, line.storage[0].range(in: line.source))) }
            return false
        }
        var evaluator = ConditionEvaluator(build: build)
        do throws(ConditionProblem) {
            let condition = try ConditionParser.parse(text.bytes)
            let value = try evaluator.evaluate(condition, &environment)
            for remark in evaluator.remarks { report(remark, in: text) }
            return value
        } catch {
            report(error, in: text)
            return true
        }
    }

    private mutating func report(_ problem: ConditionProblem, in text: ConditionText) {
        let range = text.range(problem.range.lowerBound, problem.range.upperBound)
        lexer.report(LexFinding(problem.kind, range, detail: problem.detail))
    }

    // MARK: arguments

    /// Reports the words from `index` on, if the first of them is not empty (an empty one ends the list).
    private mutating func checkNoArguments(_ line: borrowing Line, from index: Int) {
        guard line.count > index, !line.isBroken, line.storage[index].textCount > 0 else { return }
        let last = line.storage[line.count - 1]
        lexer.report(
            LexFinding(
                .unexpectedDirectiveArgument,
                SourceRange(source: line.source, start: line.storage[index].rawStart, end: last.rawEnd),
                related: line.storage[0].range(in: line.source)))
    }

    private mutating func message(_ kind: LexFinding.Kind, _ line: inout Line) {
        if isMasked {
            line.kind = .skipped
            return
        }
        if line.isBroken { return }
        guard line.count < 3 || line.storage[2].textCount == 0 else {
            checkNoArguments(line, from: 2)
            return
        }
        let word = line.count > 1 ? line.storage[1] : line.storage[0]
        let detail = line.count > 1 ? Array(lexer.text[word]) : []
        lexer.report(LexFinding(kind, word.range(in: line.source), detail: detail))
    }

    /// An empty word hides what follows it, so the reference refuses its line.
    private mutating func checkEmptyArguments(_ line: inout Line, environment: inout Environment, since before: Int) {
        for i in 0..<line.count where line.storage[i].textCount == 0 {
            line.isBroken = true
            let word = line.storage[i]
            var finding = LexFinding(.emptyArgument, word.range(in: line.source))
            // If a variable is the cause, point at its name; the note that says it is unset would say the same again.
            let cause = lexer.findings[before...].last {
                $0.kind == .unsetVariable && $0.range.start >= word.rawStart && $0.range.end <= word.rawEnd
            }
            if let cause {
                finding.related = cause.range
                finding.detail = environment.nearest(to: Array(lexer.text.bytes(in: cause.range))) ?? []
                lexer.keepFindings(from: before) { $0 != cause }
            }
            lexer.report(finding)
        }
    }
}
