import Lexer

/// One line a finding, in the shape of HAProxy's own messages, for scripts that look for them.
package enum HAProxyReport {
    package static func render(_ findings: Findings, sources: SourceSet) -> [UInt8] {
        var out: [UInt8] = []
        for finding in findings.sorted() {
            let level: String
            switch finding.severity {
            case .error: level = "[ALERT]    "
            case .warning: level = "[WARNING]  "
            case .note: level = "[NOTICE]   "
            }
            let file = sources[finding.span.source]
            let line = file.lineNumber(at: finding.span.start)
            var text = "\(level)config : parsing [\(file.name):\(line)] : \(finding.message)"
            if let help = finding.help.first { text += "; \(help)" }
            if !finding.targets.isEmpty { text += "; targets: \(finding.targets.joined(separator: ", "))" }
            out.append(contentsOf: text.utf8)
            out.append(0x0A)
        }
        return out
    }
}

/// Annotations of a GitHub workflow run.
package enum GitHubReport {
    package static func render(_ findings: Findings, sources: SourceSet) -> [UInt8] {
        var out: [UInt8] = []
        for finding in findings.sorted() {
            let level = finding.severity == .note ? "notice" : finding.severity.name
            let file = sources[finding.span.source]
            let start = file.place(at: finding.span.start)
            let end = file.place(at: finding.span.end)
            var text = "::\(level) file=\(property(file.name)),line=\(start.line),col=\(start.column)"
            text += ",endLine=\(end.line),endColumn=\(end.column),title=\(property(finding.id.rawValue))::"
            let targets = finding.targets.isEmpty ? [] : ["targets: " + finding.targets.joined(separator: ", ")]
            text += data(([finding.message] + finding.help + targets).joined(separator: "\n"))
            out.append(contentsOf: text.utf8)
            out.append(0x0A)
        }
        return out
    }

    /// Workflow commands escape what would end them, and in properties also what separates those.
    private static func data(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func property(_ text: String) -> String {
        var result = ""
        for scalar in data(text).unicodeScalars {
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
