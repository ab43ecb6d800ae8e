import Lexer

/// Findings that were there before, as ``JSONReport`` writes them. One is known again by its ID, the name of its file and the text of its
/// line, so it stays known when lines are added above it.
package struct Baseline {
    private struct Key: Hashable {
        let id: String
        let file: String
        let text: String
    }

    /// What keeps a file from being a baseline.
    package struct Failure: Error, Equatable {
        package var line: Int
        package var column: Int
        package var reason: String
    }

    private var known: [Key: Int] = [:]

    /// The baseline that `bytes` are: an object with `version` and `findings`, each with at least `id`, `file` and `text`.
    package init(_ bytes: [UInt8]) throws(Failure) {
        do throws(JSONReader.Failure) {
            let root = try JSONReader.read(bytes)
            guard case .number(let version)? = root["version"]?.kind, let findings = root["findings"]?.array else {
                throw JSONReader.Failure(offset: root.offset, reason: "not a report that 'baton check --format json' wrote")
            }
            guard version == String(JSONReport.version) else {
                let offset = root["version"]?.offset ?? 0
                throw JSONReader.Failure(offset: offset, reason: "version \(version) of the report; this baton reads \(JSONReport.version)")
            }
            for finding in findings {
                guard let id = finding["id"]?.string, let file = finding["file"]?.string, let text = finding["text"]?.string else {
                    throw JSONReader.Failure(offset: finding.offset, reason: "a finding without 'id', 'file' or 'text'")
                }
                known[Key(id: id, file: file, text: text), default: 0] += 1
            }
        } catch {
            let before = bytes.prefix(error.offset)
            let start = (before.lastIndex(of: 0x0A) ?? -1) + 1
            let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
            throw Failure(line: before.count { $0 == 0x0A } + 1, column: column, reason: error.reason)
        }
    }

    /// Takes out the findings that are known and counts them. A line that is there once in the baseline and twice in the text has a new
    /// finding: the second one.
    package func apply(to findings: inout Findings, sources: SourceSet) {
        var left = known
        var taken: Set<Int> = []
        // In the order of the report, so that which of two is the new one does not depend on the order of the checks.
        for row in findings.order() {
            let finding = findings.kept[row]
            let file = sources[finding.span.source]
            let key = Key(id: finding.id.rawValue, file: file.name, text: file.lineText(at: finding.span.start))
            guard let count = left[key], count > 0 else { continue }
            left[key] = count - 1
            taken.insert(row)
        }
        var row = -1
        findings.rewrite { finding in
            row += 1
            return taken.contains(row) ? nil : finding
        }
        findings.inBaseline += taken.count
    }
}
