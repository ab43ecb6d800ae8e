import Lexer

/// SARIF 2.1.0, for code-scanning services.
package enum SARIFReport {
    package static func render(_ findings: Findings, sources: SourceSet) -> [UInt8] {
        let sorted = findings.sorted()
        var json = JSONWriter()
        json.beginObject()
        json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        json.member("version", "2.1.0")
        json.key("runs")
        json.beginArray()
        json.beginObject()
        json.key("tool")
        json.beginObject()
        json.key("driver")
        json.beginObject()
        json.member("name", "baton")
        json.key("rules")
        json.beginArray()
        var described: Set<FindingID> = []
        for id in sorted.map(\.id) where described.insert(id).inserted {
            json.beginObject()
            json.member("id", id.rawValue)
            json.key("defaultConfiguration")
            json.beginObject()
            json.member("level", id.severity.name)
            json.endObject()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endObject()
        json.member("columnKind", "unicodeCodePoints")
        json.key("properties")
        json.beginObject()
        json.member("suppressed", findings.suppressed)
        json.member("inBaseline", findings.inBaseline)
        json.endObject()
        json.key("results")
        json.beginArray()
        for finding in sorted { write(finding, findings.targets(of: finding), sources, &json) }
        json.endArray()
        json.endObject()
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private static func write(_ finding: Finding, _ targets: [String], _ sources: SourceSet, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("ruleId", finding.id.rawValue)
        json.member("level", finding.severity.name)
        message(([finding.message] + finding.help + finding.notes).joined(separator: "\n"), &json)
        json.key("locations")
        json.beginArray()
        location(finding.span, nil, sources, &json)
        json.endArray()
        if !finding.places.isEmpty {
            json.key("relatedLocations")
            json.beginArray()
            for place in finding.places { location(place.span, place.text, sources, &json) }
            json.endArray()
        }
        if !targets.isEmpty {
            json.key("properties")
            json.beginObject()
            json.member("targets", targets)
            json.endObject()
        }
        json.endObject()
    }

    private static func message(_ text: String, _ json: inout JSONWriter) {
        json.key("message")
        json.beginObject()
        json.member("text", text)
        json.endObject()
    }

    private static func location(_ span: SourceRange, _ text: String?, _ sources: SourceSet, _ json: inout JSONWriter) {
        let file = sources[span.source]
        let start = file.place(at: span.start)
        let end = file.place(at: span.end)
        json.beginObject()
        json.key("physicalLocation")
        json.beginObject()
        json.key("artifactLocation")
        json.beginObject()
        json.member("uri", uri(file.name))
        json.endObject()
        json.key("region")
        json.beginObject()
        json.member("startLine", start.line)
        json.member("startColumn", start.column)
        json.member("endLine", end.line)
        json.member("endColumn", end.column)
        json.endObject()
        json.endObject()
        if let text, !text.isEmpty { message(text, &json) }
        json.endObject()
    }

    /// A path as a URI reference (RFC 3986): what is not allowed in one is percent-encoded.
    private static func uri(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in path.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%"
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }
}
