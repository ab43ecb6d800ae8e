import Lexer

/// The report for programs (DESIGN section 8): `version`, `findings`, and the counts with what was not shown.
package enum JSONReport {
    /// Grows when a member changes its meaning; new members do not count.
    package static let version = 1

    package static func render(_ findings: Findings, sources: SourceSet) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("version", version)
        json.key("findings")
        json.beginArray()
        for finding in findings.sorted() { write(finding, findings.targets(of: finding), sources, &json) }
        json.endArray()
        json.member("errors", findings.total(.error))
        json.member("warnings", findings.total(.warning))
        json.member("suppressed", findings.suppressed)
        json.member("inBaseline", findings.inBaseline)
        if !findings.targets.isEmpty { targets(findings, &json) }
        json.key("hidden")
        json.beginArray()
        for (index, file) in sources.files.enumerated() {
            let hidden = findings.hidden(file: UInt32(truncatingIfNeeded: index))
            if hidden == 0 { continue }
            json.beginObject()
            json.member("file", file.name)
            json.member("count", hidden)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    /// What each of several targets has.
    private static func targets(_ findings: Findings, _ json: inout JSONWriter) {
        json.key("targets")
        json.beginArray()
        for target in findings.targets {
            json.beginObject()
            json.member("target", target.name)
            json.member("errors", findings.total(.error, target: target))
            json.member("warnings", findings.total(.warning, target: target))
            json.endObject()
        }
        json.endArray()
    }

    private static func write(_ finding: Finding, _ targets: [String], _ sources: SourceSet, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("severity", finding.severity.name)
        json.member("id", finding.id.rawValue)
        place(finding.span, sources, &json)
        json.member("text", sources[finding.span.source].lineText(at: finding.span.start))
        json.member("message", finding.message)
        if !finding.label.isEmpty { json.member("label", finding.label) }
        if !targets.isEmpty { json.member("targets", targets) }
        json.key("notes")
        json.beginArray()
        for note in finding.places {
            json.beginObject()
            json.member("kind", "place")
            json.member("message", note.text)
            place(note.span, sources, &json)
            json.endObject()
        }
        for (kind, texts) in [("help", finding.help), ("note", finding.notes)] {
            for text in texts {
                json.beginObject()
                json.member("kind", kind)
                json.member("message", text)
                json.endObject()
            }
        }
        json.endArray()
        json.key("fixes")
        json.beginArray()
        for fix in finding.fixes {
            json.beginObject()
            json.member("title", fix.title)
            json.member("safe", fix.isSafe)
            place(fix.span, sources, &json)
            json.member("replacement", fix.replacement)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    /// `file`, `line` and `column` of the first character, and `end` behind the last one.
    private static func place(_ span: SourceRange, _ sources: SourceSet, _ json: inout JSONWriter) {
        let file = sources[span.source]
        let start = file.place(at: span.start)
        let end = file.place(at: span.end)
        json.member("file", file.name)
        json.member("line", start.line)
        json.member("column", start.column)
        json.key("end")
        json.beginObject()
        json.member("line", end.line)
        json.member("column", end.column)
        json.endObject()
    }
}
