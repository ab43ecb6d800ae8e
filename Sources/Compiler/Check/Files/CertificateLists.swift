import GrammarFormat
import Lexer

/// Lists of certificates (manual 5.1 `crt-list`): lines of `<certificate> [options] filters`. They are cut at blanks and brackets; there
/// are no quotes, escapes or variables.
extension FileContents {
    private enum List {
        /// Bytes of a line, with its end.
        static let line = 65535
        static let words = 2048
    }

    func certificateList(_ path: String, _ range: SourceRange) -> [FileFault] {
        let file = bytes(path, .certificateList, .badCertificateList, range)
        guard let bytes = file.bytes else { return file.faults }
        var faults: [FileFault] = []
        var matcher = Matcher()
        let lines = Self.lines(bytes)
        for (index, line) in lines.enumerated() {
            if faults.count >= Limits.faults { break }
            if line.first == UInt8(ascii: "#") || line.isEmpty || line.first == 0x0D { continue }
            func fault(_ what: String, _ help: [String] = [], severity: Severity? = nil) {
                faults.append(
                    FileFault(
                        .badCertificateList, severity: severity, "line \(index + 1) of the certificate list '\(path)': \(what)", help: help)
                )
            }
            if line.contains(0) {
                fault("there is a NUL byte in it", ["this is no text"])
                break
            }
            if line.count >= List.line {
                fault("it is longer than \(List.line) bytes")
                break
            }
            if index == lines.count - 1, bytes.last != 0x0A {
                fault("the file ends without an end of line", ["add one: HAProxy takes the file for a truncated one"])
            }
            switch Self.cut(line) {
            case .fault(let what, let help): fault(what, help)
            case .words(let words, let options, let isLate):
                if words.isEmpty { continue }
                if isLate {
                    fault("names stand before the options, and are ignored", ["put them behind the options"], severity: .warning)
                }
                let store = self.options(words, options, &matcher, range, fault)
                listed(words[0], store, range, index + 1, path, &faults)
            }
        }
        return faults
    }

    enum Line {
        case fault(String, [String])
        /// `options`: which of the words stand in brackets. `isLate`: others stand before them.
        case words([[UInt8]], options: Range<Int>, isLate: Bool)
    }

    static func cut(_ line: ArraySlice<UInt8>) -> Line {
        var words: [[UInt8]] = []
        var isOpen = false
        var first: Int?
        var end: Int?
        for byte in line {
            switch byte {
            case 0x20, 0x09...0x0D: isOpen = false
            case UInt8(ascii: "["):
                if first != nil { return .fault("'[' stands there twice", ["put all options into one pair of brackets"]) }
                if words.isEmpty { return .fault("it begins with '['", ["begin it with the path of a certificate"]) }
                first = words.count
                isOpen = false
            case UInt8(ascii: "]"):
                if end != nil { return .fault("']' stands there twice", ["put all options into one pair of brackets"]) }
                if first == nil { return .fault("']' has no '[' before it", ["write [<options>]"]) }
                end = words.count
                isOpen = false
            default:
                if !isOpen {
                    if words.count == List.words { return .fault("it has more than \(List.words) words", ["write several lines"]) }
                    words.append([])
                    isOpen = true
                }
                words[words.count - 1].append(byte)
            }
        }
        guard let first, let end else { return .words(words, options: 0..<0, isLate: (first ?? 0) > 1) }
        return .words(words, options: first..<end, isLate: first > 1)
    }

    /// Checks the options of a line. Those that belong to a crt-store name further files: their number is given back.
    private func options(
        _ words: [[UInt8]], _ options: Range<Int>, _ matcher: inout Matcher, _ range: SourceRange,
        _ fault: (String, [String], Severity?) -> Void
    ) -> [String: String] {
        var files: [String: String] = [:]
        var at = options.lowerBound
        while at < options.upperBound {
            let name = text(words[at])
            let next = at + 1 < options.upperBound ? words[at + 1] : nil
            var step = 2
            var problem: (what: String, help: [String])?
            Self.withWords(words[at], next) { both in
                if let row = Grammar.find(both[0], in: .bindOption, place: Int(BindPlaceID.crtList.rawValue)),
                    row.isKnown(in: context.options.target)
                {
                    let alone = Words(rebasing: both[..<1])
                    if matcher.match(row, alone, from: 1) {
                        step = 1
                        return
                    }
                    if both.count < 2 {
                        problem = ("option '\(name)' lacks its value", [])
                    } else if !matcher.match(row, both, from: 1), let found = matcher.findings.first {
                        problem = (found.message(both, after: name), found.help(both).map { [$0] } ?? [])
                    } else if let capture = matcher.captures.first, capture.type == .caFile || capture.type == .crlFile {
                        files["authorities \(at)"] = both[1].string
                    }
                    return
                }
                // Words of crt-store lines: since 3.0, and one of them before.
                let isStoreWord =
                    context.options.target >= .v3_0 && !matcher.match(DirectiveID.crtStoreLoad.row, Words(rebasing: both[..<1]), from: 0)
                    && matcher.findings.first?.kind == .missingArgument
                guard isStoreWord else {
                    let near = Grammar.suggestions(for: both[0], in: .bindOption, place: Int(BindPlaceID.crtList.rawValue), limit: 1)
                    problem = ("'\(name)' is no option of a certificate list", near.first.map { ["did you mean '\($0)'?"] } ?? [])
                    step = 1
                    return
                }
                if both.count < 2 {
                    problem = ("option '\(name)' lacks its value", [])
                } else if !matcher.match(DirectiveID.crtStoreLoad.row, both, from: 0), let found = matcher.findings.first {
                    problem = (found.message(both, after: name), found.help(both).map { [$0] } ?? [])
                } else {
                    files[name] = both[1].string
                }
            }
            if let problem { fault(problem.what, problem.help, nil) }
            at += step
        }
        return files
    }

    private static func withWords(_ first: [UInt8], _ second: [UInt8]?, _ body: (Words) -> Void) {
        first.withUnsafeBufferPointer { one in
            (second ?? []).withUnsafeBufferPointer { two in
                guard let base = one.baseAddress else { return }
                var words = [WordBytes(base: base, count: one.count)]
                if second != nil { words.append(WordBytes(base: two.baseAddress ?? base, count: two.count)) }
                words.withUnsafeBufferPointer(body)
            }
        }
    }

    /// The files of one line.
    private func listed(
        _ word: [UInt8], _ files: [String: String], _ range: SourceRange, _ line: Int, _ list: String, _ faults: inout [FileFault]
    ) {
        func add(_ found: [FileFault]) {
            for fault in found {
                var fault = fault
                fault.message += ", named in line \(line) of '\(list)'"
                faults.append(fault)
            }
        }
        for (_, path) in files.filter({ $0.key.hasPrefix("authorities ") }).sorted(by: { $0.key < $1.key }) where !path.hasPrefix("@") {
            let path = resolved(path, .caFile)
            if missing(path, range, line, list, &faults) { continue }
            add(authorityFile(path, range))
        }
        let path = resolved(String(decoding: word, as: UTF8.self), .certificate)
        if let stored = stored[path] {
            add(self.faults(stored, path))
            return
        }
        // Further files were given: what the certificate's own file lacks may stand in them.
        let isWhole = [WordID.key, .ocsp, .issuer, .sctl, .acme, .generateDummy].allSatisfy { files["\($0)"] == nil }
        if !isWhole { return }
        let parts = bundle(path, range)
        if !parts.isEmpty {
            for part in parts { add(certificateFile(part, range)) }
            return
        }
        if missing(path, range, line, list, &faults) { return }
        add(certificateFile(path, range))
    }

    /// Says that a file named in a list is missing, where it is.
    private func missing(_ path: String, _ range: SourceRange, _ line: Int, _ list: String, _ faults: inout [FileFault]) -> Bool {
        guard let missing = context.inputs.look(path, .certificate, at: range) else { return false }
        faults.append(
            FileFault(
                .missingFile, severity: context.isStrict ? .error : .note,
                "the file '\(path)', named in line \(line) of '\(list)', cannot be read: \(missing.reason)",
                notes: context.isStrict ? [] : ["HAProxy refuses the configuration without it"]))
        return true
    }

    /// Whether no line of the list names a certificate.
    func holdsNothing(_ path: String, _ range: SourceRange) -> Bool {
        guard case .bytes(let bytes) = context.inputs.content(path, .certificateList, at: range) else { return false }
        return Self.lines(bytes).allSatisfy { line in
            line.first == UInt8(ascii: "#") || line.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
        }
    }
}
