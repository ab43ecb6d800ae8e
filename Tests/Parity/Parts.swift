import Compiler
import Dispatch
import Glibc
import GrammarFormat
import Synchronization

/// A configuration to be compared.
struct Sample: Sendable {
    var name: String
    var text: String
}

private let buildDependent = [
    "51degrees-", "deviceatlas-", "wurfl-", "tune.quic.", "quic-", "debug.", "no-quic", "tune.quic", "tune.zlib.", "profiling.memory",
]
/// What decides about these is not in the text: the TLS library, the build, the program's own warnings.
private let otherwiseDecided: Set<String> = ["tune.ssl.certificate-compression", "debug", "zero-warning", "ssl-dh-param-file"]

/// Scaffolds with a few lines made from signatures in them.
@MainActor func generate(_ count: Int) -> [Sample] {
    var random = SeededRandom(seed: seed)
    var generator = LineGenerator(values: ValueSampler(file: emptyFile))
    // Every directive gets its turn before one comes again.
    var rows: [(row: KeywordRow, place: SectionID)] = []
    for index in KeywordTable.directive.rows {
        let row = KeywordRow(index: index)
        // Words of libraries and options that the program was built without.
        let name = row.name.string
        if buildDependent.contains(where: { name.hasPrefix($0) }), !registered.contains(name) { continue }
        if otherwiseDecided.contains(name) { continue }
        if !row.isKnown(in: target) || row.isExperimental || row.isDeprecated { continue }
        for kind in Scaffold.kinds where row.places & (1 << Int(kind.rawValue)) != 0 { rows.append((row, kind)) }
    }
    var samples: [Sample] = []
    var next = 0
    while samples.count < count, next < count * 20 {
        var scaffold = Scaffold()
        let (row, kind) = rows[next % rows.count]
        next += 1
        guard let line = generator.line(row, place: Int(kind.rawValue), &random) else { continue }
        scaffold.extra[kind] = [line]
        samples.append(Sample(name: "\(kind.text): \(line)", text: scaffold.text))
    }
    return samples
}

@MainActor func spoil(_ texts: [String], _ count: Int) -> [Sample] {
    var random = SeededRandom(seed: seed &+ 1)
    var samples: [Sample] = []
    var tries = 0
    while samples.count < count, tries < count * 20, !texts.isEmpty {
        tries += 1
        let mutation = random.pick(Mutation.allCases)
        guard let text = mutation.apply(to: random.pick(texts), &random) else { continue }
        samples.append(Sample(name: "\(mutation)", text: text))
    }
    return samples
}

/// All `*.cfg` files of a directory, by name.
func readCorpus(_ path: String) -> [Sample] {
    guard let listing = opendir(path) else { fail("cannot read \(path)") }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
        let name = withUnsafePointer(to: entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasSuffix(".cfg") { names.append(name) }
    }
    return names.sorted().compactMap { name in
        let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
        if file < 0 { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 4 << 20)
        let count = read(file, &bytes, bytes.count)
        return Sample(name: name, text: String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self))
    }
}

func removeDirectory(_ path: String) {
    guard let listing = opendir(path) else { return }
    while let entry = readdir(listing) {
        let name = withUnsafePointer(to: entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { unlink("\(path)/\(name)") }
    }
    closedir(listing)
    rmdir(path)
}

/// How often the two agree.
struct Tally: Sendable {
    var count = 0
    var agreed = 0
    var refusedByBoth = 0
    var named = 0
    var disagreements: [String] = []

    var agreement: Double { count == 0 ? 100 : 100 * Double(agreed) / Double(count) }

    func row(_ title: String) -> String {
        func percent(_ part: Int, _ whole: Int) -> String {
            guard whole > 0 else { return "-" }
            let hundredths = Int((Double(part) * 10_000 / Double(whole)).rounded(.down))
            return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
        }
        return
            "| \(title) | \(count) | \(agreed) (\(percent(agreed, count))) | \(refusedByBoth) | \(named) (\(percent(named, refusedByBoth))) |"
    }

    /// Lines of sections whose first line both refuse: HAProxy takes them for lines of the section before, baton for what was meant.
    private func cascade(_ text: String, _ refused: Set<Int>) -> Set<Int> {
        var lines: Set<Int> = []
        var isInside = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first else { continue }
            if first == " " || first == "\t" {
                if isInside { lines.insert(index + 1) }
            } else {
                isInside = refused.contains(index + 1)
            }
        }
        return lines
    }

    mutating func add(_ other: Tally) {
        count += other.count
        agreed += other.agreed
        refusedByBoth += other.refusedByBoth
        named += other.named
        disagreements += other.disagreements
    }

    mutating func add(_ sample: Sample, _ theirs: Verdict, _ ours: Verdict, _ said: () -> String) {
        count += 1
        if theirs.isAccepted != ours.isAccepted {
            let who = theirs.isAccepted ? "HAProxy accepts, baton refuses" : "HAProxy refuses, baton accepts"
            disagreements.append("\(who): \(sample.name)\n\(said())")
            return
        }
        agreed += 1
        if theirs.isAccepted { return }
        refusedByBoth += 1
        let lines = theirs.lines.subtracting(cascade(sample.text, theirs.lines.intersection(ours.lines)))
        if lines.isSubset(of: ours.lines) {
            named += 1
        } else {
            let missing = lines.subtracting(ours.lines).sorted().map(String.init).joined(separator: ", ")
            disagreements.append("HAProxy names other lines (\(missing)): \(sample.name)\n\(said())")
        }
    }
}

/// Both checks over all samples, a half of them on each of two threads.
@MainActor func compare(_ samples: [Sample]) -> Tally {
    let middle = samples.count / 2
    let (program, directory, target) = (program, directory, target)
    let halves = Mutex<[Int: Tally]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { half in
        let part = half == 0 ? samples[..<middle] : samples[middle...]
        let tally = compare(part, Reference(program: program, directory: directory, number: half), target)
        halves.withLock { $0[half] = tally }
    }
    let both = halves.withLock { $0 }
    var sum = both[0] ?? Tally()
    sum.add(both[1] ?? Tally())
    return sum
}

private func compare(_ samples: ArraySlice<Sample>, _ reference: Reference, _ target: Release) -> Tally {
    var tally = Tally()
    for sample in samples {
        guard let theirs = reference.check(sample.text) else {
            tally.disagreements.append("HAProxy was ended by a signal: \(sample.name)")
            continue
        }
        guard let ours = Own.check(sample.text, target: target) else { continue }
        tally.add(sample, theirs, ours) {
            let said = reference.run(sample.text)?.text ?? ""
            let alerts = said.split(separator: "\n").filter { $0.hasPrefix("[ALERT]") }.prefix(6)
            let lines = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
            let places = theirs.lines.union(ours.lines).sorted().filter { $0 <= lines.count }.prefix(8)
            let quoted = places.map { "    \($0) | \(lines[$0 - 1])" }
            return (alerts.map { "  haproxy: \($0)" } + Own.report(sample.text, target: target).prefix(6).map { "  baton: \($0)" } + quoted)
                .joined(separator: "\n")
        }
    }
    return tally
}
