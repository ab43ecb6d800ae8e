import GrammarFormat
import Lexer

/// `duplicate-sni`: certificate lists of one `bind` line give a name to two certificates with keys of the same type. The first of them is
/// sent, and the other one never for that name: most often an old certificate stands before its successor. Give the name to one of them.
/// Names are compared as they stand in the lists, in any letter case; nothing is said of wildcards, of names that come from the certificates
/// themselves, of two types of keys (clients choose), nor of certificates that cannot be read here.
struct DuplicateSNIs {
    let context: CheckContext
    let lines: LintLines
    private var configuration: Configuration { context.configuration }

    /// A name of a line.
    private struct Entry {
        /// In small letters.
        var name: [UInt8]
        /// Index in `certificates`.
        var certificate: Int
        var line: Int
    }

    /// Where a name stands first.
    private struct Place {
        var list: Int
        var line: Int
        var certificate: Int
    }

    /// What was read so far. Found by path or name only: no order comes out of the dictionaries.
    private struct State {
        var lists: [String: [Entry]] = [:]
        var paths: [String] = []
        var numbers: [String: Int] = [:]
        var certificates: [Int: TLSCertificate?] = [:]
        /// Lists, and rows of lists of a line, that were compared.
        var seen: Set<[String]> = []

        mutating func number(_ path: String) -> Int {
            if let known = numbers[path] { return known }
            numbers[path] = paths.count
            paths.append(path)
            return paths.count - 1
        }
    }

    func run() {
        if context.inputs.policy == .skip { return }
        var state = State()
        for at in lines[.bind] where !configuration.directives[Int(at)].isBroken {
            let directive = configuration.directives[Int(at)]
            let captures = configuration.captures(of: directive).filter { $0.type == .crtList && $0.isValid }
            if !captures.isEmpty { check(directive, captures, &state) }
        }
    }

    private func check(_ directive: DirectiveRow, _ captures: [Capture], _ state: inout State) {
        let paths = captures.map { configuration.text($0, of: directive).string }
        if !state.seen.insert(paths).inserted { return }
        var places: [[UInt8]: Place] = [:]
        for (list, path) in paths.enumerated() {
            let range = configuration.range(captures[list], of: directive)
            if paths[..<list].contains(path) { continue }
            let entries = state.lists[path] ?? read(path, range, &state)
            state.lists[path] = entries
            // Within the list, this may have been said at another word.
            let isNew = paths.count == 1 || state.seen.insert([path]).inserted
            var first: (entry: Entry, place: Place)?
            var count = 0
            for entry in entries {
                guard let place = places[entry.name] else {
                    places[entry.name] = Place(list: list, line: entry.line, certificate: entry.certificate)
                    continue
                }
                if place.list == list && !isNew || !areRivals(place.certificate, entry.certificate, range, &state) { continue }
                count += 1
                if first == nil { first = (entry, place) }
            }
            if let first { report(first.entry, first.place, count, paths, list, range, state) }
        }
    }

    private func report(
        _ entry: Entry, _ place: Place, _ count: Int, _ lists: [String], _ list: Int, _ range: SourceRange, _ state: State
    ) {
        if context.findings.counts(.warning, file: range.source) { return }
        let name = entry.name.withUnsafeBytes { Characters.printable($0) }
        let other = place.list == list ? "" : " of '\(lists[place.list])'"
        context.add(
            Finding(
                .duplicateSNI, at: range,
                "line \(entry.line) of the certificate list '\(lists[list])': '\(name)' has a certificate already, by line \(place.line)\(other)",
                label: "gives a name to two certificates", help: ["give the name to one of them"],
                notes: ["'\(state.paths[place.certificate])' is sent for it, and never '\(state.paths[entry.certificate])'"]
                    + (count > 1 ? ["\(count) of its names have one already"] : [])))
    }

    // MARK: files

    private func read(_ path: String, _ range: SourceRange, _ state: inout State) -> [Entry] {
        // What cannot be read has its finding where it is looked for.
        guard case .bytes(let bytes) = context.inputs.content(path, .certificateList, at: range) else { return [] }
        let files = FileContents(context)
        var entries: [Entry] = []
        for (index, line) in FileContents.lines(bytes).enumerated() {
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            guard case .words(let words, let options, _) = FileContents.cut(line), let certificate = words.first else { continue }
            let names = words[max(1, options.upperBound)...]
            if names.isEmpty { continue }
            let number = state.number(files.resolved(String(decoding: certificate, as: UTF8.self), .certificate))
            for name in names where name.first != UInt8(ascii: "!") && !name.contains(UInt8(ascii: "*")) {
                let small = name.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
                entries.append(Entry(name: small, certificate: number, line: index + 1))
            }
        }
        return entries
    }

    /// Whether the two are different certificates with keys of one type.
    private func areRivals(_ a: Int, _ b: Int, _ range: SourceRange, _ state: inout State) -> Bool {
        if a == b { return false }
        guard let first = certificate(a, range, &state), let second = certificate(b, range, &state), let type = first.keyType else {
            return false
        }
        return type == second.keyType && !first.isSame(as: second)
    }

    private func certificate(_ number: Int, _ range: SourceRange, _ state: inout State) -> TLSCertificate? {
        if let known = state.certificates[number] { return known }
        var certificate: TLSCertificate?
        let path = state.paths[number]
        // '@': of a crt-store, which has its names for itself.
        if !path.hasPrefix("@"), case .bytes(let bytes) = context.inputs.content(path, .certificate, at: range) {
            certificate = OpenSSL.certificates(bytes).first
        }
        state.certificates[number] = .some(certificate)
        return certificate
    }
}
