import Compiler
import Glibc
import Lexer
import Testing

/// Holds the check against published configurations and what HAProxy 3.4.0 printed for each, line by line. The corpus is other people's
/// and not part of the project: it is read from `BATON_CORPUS`, or from `../shared/corpus` beside the package, and where it is absent
/// the tests say so and pass. `BATON_CORPUS_REPORT=FILE` writes the table of docs/corpus-agreement.md.
@Suite struct CorpusTests {
    static let root: String? = {
        let named = getenv("BATON_CORPUS").map { String(cString: $0) }
        for path in [named, folder("../../../shared/corpus")] {
            if let path, access(path + "/index.tsv", R_OK) == 0 { return path }
        }
        return nil
    }()

    struct Entry {
        var file: String
        var exit: Int
    }

    /// One file's comparison.
    struct Outcome {
        var entry: Entry
        /// Lines that the reference calls faulty, and those of them that carry a finding of ours.
        var faulty: Set<Int> = []
        var covered: Set<Int> = []
        /// Covered only as part of a section whose head carries the error.
        var cascade: Set<Int> = []
        /// Lines with an error of ours that the reference does not name.
        var extra: [(line: Int, id: String, message: String)] = []
        var errors = 0
        var milliseconds = 0.0
    }

    static func entries(_ root: String) throws -> [Entry] {
        let index = String(decoding: try FileReader.read(root + "/index.tsv", limit: 1 << 20), as: UTF8.self)
        return index.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > 3, let exit = Int(fields[3]) else { return nil }
            return Entry(file: String(fields[0]), exit: exit)
        }
    }

    /// Lines that `[file:N]` names in messages of this level.
    static func lines(_ text: String, _ file: String, level: String) -> Set<Int> {
        var found: Set<Int> = []
        for line in text.split(separator: "\n") where line.hasPrefix("[\(level)]") {
            // The first place of a message is the faulty one; another is where the other thing stands.
            guard let at = line.range(of: "[" + file + ":") else { continue }
            let digits = line[at.upperBound...].prefix { $0.isNumber }
            if let number = Int(digits) { found.insert(number) }
        }
        return found
    }

    static func outcome(_ entry: Entry, _ root: String) throws -> Outcome {
        let bytes = try FileReader.read(root + "/configs/" + entry.file, limit: 1 << 24)
        let said = (try? FileReader.read(root + "/haproxy-3.4.0/" + entry.file.dropLast(4) + ".txt", limit: 1 << 24)) ?? []
        var outcome = Outcome(entry: entry)
        outcome.faulty = lines(String(decoding: said, as: UTF8.self), entry.file, level: "ALERT")
        let start = nowInMilliseconds()
        let (result, sources) = try checked(bytes: bytes, name: entry.file, inputs: .warn)
        outcome.milliseconds = nowInMilliseconds() - start
        outcome.errors = result.findings.total(.error)
        var ours: Set<Int> = []
        var spanned: Set<Int> = []
        for finding in result.findings.sorted() {
            let line = sources.place(finding.span).line
            if finding.severity != .warning { ours.insert(line) }
            for place in finding.places where finding.severity == .error {
                let first = sources[place.span.source].lineNumber(at: place.span.start)
                let last = sources[place.span.source].lineNumber(at: place.span.end)
                for number in first...max(first, last) { spanned.insert(number) }
            }
            if finding.severity == .error, !outcome.faulty.contains(line) {
                outcome.extra.append((line, finding.id.rawValue, finding.message))
            }
        }
        outcome.covered = outcome.faulty.intersection(ours)
        outcome.cascade = outcome.faulty.subtracting(ours).intersection(spanned)
        return outcome
    }

    @Test func agreement() throws {
        guard let root = Self.root else {
            print("the corpus is absent: nothing was compared (set BATON_CORPUS)")
            return
        }
        var outcomes: [Outcome] = []
        for entry in try Self.entries(root) {
            let outcome = try Self.outcome(entry, root)
            outcomes.append(outcome)
            #expect(outcome.milliseconds < 100, "\(entry.file) took \(outcome.milliseconds) ms")
            if entry.exit != 1 { #expect(outcome.errors == 0, "\(entry.file) is accepted by HAProxy: \(outcome.extra)") }
            let missed = outcome.faulty.subtracting(outcome.covered).subtracting(outcome.cascade).sorted()
            #expect(missed.isEmpty, "\(entry.file): no finding at lines \(missed)")
        }
        #expect(outcomes.count == 77)
        if let path = getenv("BATON_CORPUS_REPORT") { #expect(write(Self.table(outcomes), to: String(cString: path))) }
    }

    /// Under `--inputs skip` nothing is said that is only about files, accounts and names of another machine.
    @Test func skippedInputsAreNotMentioned() throws {
        guard let root = Self.root else {
            print("the corpus is absent: nothing was checked (set BATON_CORPUS)")
            return
        }
        let ofMachine: Set<FindingID> = [.missingFile, .unreadableFile, .unresolvedName, .unknownAccount]
        for entry in try Self.entries(root) {
            let bytes = try FileReader.read(root + "/configs/" + entry.file, limit: 1 << 24)
            let (result, _) = try checked(bytes: bytes, name: entry.file, inputs: .skip)
            let found = result.findings.sorted().filter { ofMachine.contains($0.id) }
            #expect(found.isEmpty, "\(entry.file): \(found.map(\.message))")
        }
    }

    private static func table(_ outcomes: [Outcome]) -> String {
        var text =
            "| file | exit | faulty lines | with a finding | in a refused section | missed | errors on other lines |\n|---|---|---|---|---|---|---|\n"
        var sums = [0, 0, 0, 0, 0]
        for outcome in outcomes {
            let missed = outcome.faulty.subtracting(outcome.covered).subtracting(outcome.cascade).sorted()
            let extra = Set(outcome.extra.map(\.line)).count
            for (index, count) in [outcome.faulty.count, outcome.covered.count, outcome.cascade.count, missed.count, extra].enumerated() {
                sums[index] += count
            }
            if outcome.faulty.isEmpty, extra == 0 { continue }
            let others = outcome.extra.map { "\($0.line): \($0.id)" }.joined(separator: ", ")
            text += "| \(outcome.entry.file.dropLast(4)) | \(outcome.entry.exit) | \(outcome.faulty.count) | \(outcome.covered.count) | "
            text += "\(outcome.cascade.count) | \(missed.map(String.init).joined(separator: ", ")) | \(others) |\n"
        }
        return text + "| **all \(outcomes.count)** | | \(sums[0]) | \(sums[1]) | \(sums[2]) | \(sums[3]) | \(sums[4]) |\n"
    }
}

private func nowInMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
}

extension Substring {
    /// Where `other` stands first. (Foundation is not needed for it.)
    fileprivate func range(of other: String) -> Range<Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(other) { return at..<index(at, offsetBy: other.count) }
            at = index(after: at)
        }
        return nil
    }
}
