import Lexer

/// The report for people: each finding with its line of source and carets under the words meant, then one line of summary.
package struct TextReport {
    private let sources: SourceSet
    private let colours: Bool
    private var out: [UInt8] = []

    /// `colours`: ANSI escapes, for terminals only.
    package init(sources: SourceSet, colours: Bool) {
        self.sources = sources
        self.colours = colours
    }

    package static func render(_ findings: Findings, sources: SourceSet, colours: Bool) -> [UInt8] {
        var report = TextReport(sources: sources, colours: colours)
        let sorted = findings.sorted()
        for (index, finding) in sorted.enumerated() {
            report.write(finding)
            let isLastOfFile = index + 1 == sorted.count || sorted[index + 1].span.source != finding.span.source
            let hidden = isLastOfFile ? findings.hidden(file: finding.span.source) : 0
            if hidden > 0 {
                let name = report.sources[finding.span.source].name
                report.line("... \(Self.grouped(hidden)) more in \(name) not shown")
                report.line("")
            }
        }
        report.summary(findings)
        return report.out
    }

    // MARK: one finding

    private mutating func write(_ finding: Finding) {
        put(finding.severity.name + "[" + finding.id.rawValue + "]", style(finding.severity))
        put(": " + finding.message, Style.bold)
        line("")
        let shown = Array(finding.places.prefix(ReportLimits.places))
        let here = shown.filter { $0.span.source == finding.span.source }
        let elsewhere = shown.filter { $0.span.source != finding.span.source }

        let file = sources[finding.span.source]
        var marks = [Mark(span: finding.span, text: finding.label, isPrimary: true)]
        for place in here { marks.append(Mark(span: place.span, text: place.text, isPrimary: false)) }
        var gutter = 1
        for place in shown { gutter = max(gutter, String(sources[place.span.source].lineNumber(at: place.span.start)).utf8.count) }
        gutter = max(gutter, String(file.lineNumber(at: finding.span.start)).utf8.count)

        block(file, finding.span, marks, arrow: "-->", gutter, finding.severity)
        for place in elsewhere {
            let mark = Mark(span: place.span, text: place.text, isPrimary: false)
            block(sources[place.span.source], place.span, [mark], arrow: ":::", gutter, finding.severity)
        }
        let indent = String(repeating: " ", count: gutter + 1)
        if finding.places.count > shown.count {
            remark(indent, "note", "and \(finding.places.count - shown.count) more places")
        }
        for text in finding.help { remark(indent, "help", text) }
        for text in finding.notes { remark(indent, "note", text) }
        if !finding.targets.isEmpty { remark(indent, "targets", finding.targets.joined(separator: ", ")) }
        line("")
    }

    private mutating func remark(_ indent: String, _ kind: String, _ text: String) {
        put(indent + "= ", Style.gutter)
        put(kind + ": ", Style.bold)
        line(text)
    }

    private struct Mark {
        var span: SourceRange
        var text: String
        var isPrimary: Bool
    }

    private mutating func block(
        _ file: Source, _ at: SourceRange, _ marks: [Mark], arrow: String, _ gutter: Int, _ severity: Severity
    ) {
        let place = file.place(at: at.start)
        let indent = String(repeating: " ", count: gutter)
        put(indent + arrow + " ", Style.gutter)
        line("\(file.name):\(place.line):\(place.column)")
        put(indent + " |", Style.gutter)
        line("")
        let sorted = marks.enumerated().sorted { a, b in
            a.element.span.start != b.element.span.start ? a.element.span.start < b.element.span.start : a.offset < b.offset
        }.map(\.element)
        var index = 0
        while index < sorted.count {
            let number = file.lineNumber(at: sorted[index].span.start)
            var same: [Mark] = []
            while index < sorted.count, file.lineNumber(at: sorted[index].span.start) == number {
                same.append(sorted[index])
                index += 1
            }
            excerpt(file, number, same, gutter, severity)
        }
    }

    /// One line of source with its marks below it.
    private mutating func excerpt(_ file: Source, _ number: Int, _ marks: [Mark], _ gutter: Int, _ severity: Severity) {
        let range = file.lineBytes(number)
        let line = LineImage(file.raw, range, around: Int(marks[0].span.start))
        let label = String(number)
        put(String(repeating: " ", count: gutter - label.utf8.count) + label + " | ", Style.gutter)
        self.line(line.text)

        // All underlines in one row; where two overlap, the primary one shows.
        var row: [UInt8] = []
        var cells: [(start: Int, end: Int)] = []
        for mark in marks {
            let start = line.cell(at: Int(mark.span.start))
            let end = max(start + 1, line.cell(at: min(Int(mark.span.end), range.upperBound)))
            cells.append((start, end))
            while row.count < end { row.append(0x20) }
            for cell in start..<end where mark.isPrimary || row[cell] != 0x5E { row[cell] = mark.isPrimary ? 0x5E : 0x2D }
        }
        let margin = String(repeating: " ", count: gutter) + " | "
        put(margin, Style.gutter)
        // The last label stands in the row of the underlines, the others below, each hanging on a line from its first cell.
        let last = marks.count - 1
        paint(row, severity)
        if !marks[last].text.isEmpty {
            put(" " + marks[last].text, marks[last].isPrimary ? style(severity) : Style.gutter)
        }
        self.line("")
        var index = last - 1
        while index >= 0 {
            if !marks[index].text.isEmpty {
                var hanging = ""
                var width = 0
                for other in 0..<index where !marks[other].text.isEmpty && cells[other].start < cells[index].start {
                    if cells[other].start < width { continue }
                    hanging += String(repeating: " ", count: cells[other].start - width) + "|"
                    width = cells[other].start + 1
                }
                put(margin, Style.gutter)
                put(hanging + String(repeating: " ", count: max(0, cells[index].start - width)), Style.plain)
                put(marks[index].text, marks[index].isPrimary ? style(severity) : Style.gutter)
                self.line("")
            }
            index -= 1
        }
    }

    private mutating func paint(_ row: [UInt8], _ severity: Severity) {
        var index = 0
        while index < row.count {
            var end = index
            while end < row.count, row[end] == row[index] { end += 1 }
            let text = String(decoding: row[index..<end], as: UTF8.self)
            put(text, row[index] == 0x5E ? style(severity) : row[index] == 0x2D ? Style.gutter : Style.plain)
            index = end
        }
    }

    // MARK: summary

    private mutating func summary(_ findings: Findings) {
        let names = sources.files.map(\.name)
        let subject = names.count == 1 ? names[0] : "\(names.count) files"
        var passed = findings.suppressed == 0 ? "" : ", \(Self.grouped(findings.suppressed)) suppressed"
        if findings.inBaseline > 0 { passed += ", \(Self.grouped(findings.inBaseline)) in the baseline" }
        for target in findings.targets {
            line("\(subject), target \(target.name): " + Self.counts { findings.total($0, target: target) } + passed)
        }
        if findings.targets.isEmpty { line("\(subject): " + Self.counts { findings.total($0) } + passed) }
    }

    private static func counts(_ total: (Severity) -> Int) -> String {
        let counts = Severity.allCases.compactMap { severity -> String? in
            let count = total(severity)
            return count == 0 ? nil : "\(grouped(count)) \(severity.name)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    }

    /// `1234567` as `1,234,567`.
    package static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }

    // MARK: output

    private enum Style {
        static let plain = ""
        static let bold = "\u{1B}[1m"
        static let gutter = "\u{1B}[1;34m"
        static let red = "\u{1B}[1;31m"
        static let yellow = "\u{1B}[1;33m"
        static let green = "\u{1B}[1;32m"
        static let off = "\u{1B}[0m"
    }

    private func style(_ severity: Severity) -> String {
        switch severity {
        case .error: Style.red
        case .warning: Style.yellow
        case .note: Style.green
        }
    }

    private mutating func put(_ text: String, _ style: String) {
        if colours, !style.isEmpty {
            out.append(contentsOf: style.utf8)
            write(text)
            out.append(contentsOf: Style.off.utf8)
        } else {
            write(text)
        }
    }

    /// What a terminal would obey comes out escaped.
    private mutating func write(_ text: String) {
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F {
                out.append(contentsOf: Characters.shown(Unicode.Scalar(byte), byte: byte).text.utf8)
            } else {
                out.append(byte)
            }
        }
    }

    private mutating func line(_ text: String) {
        write(text)
        while out.last == 0x20 { out.removeLast() }
        out.append(0x0A)
    }
}
