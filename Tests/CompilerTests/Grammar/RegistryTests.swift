import GrammarFormat
import Testing

@testable import Compiler

/// The tables beside what five releases print of their own registries (`haproxy -dKall`), as facts in `Fixtures/registry`: class, context,
/// signature, releases. Words that the old part of HAProxy's parser compares by hand are in no registry, so one direction only is whole.
@Suite struct RegistryTests {
    private struct Entry {
        var kind: String
        var context: String
        var signature: String
        var releases: [Release]
    }

    private func entries() throws -> [Entry] {
        let bytes = try FileReader.read(folder("../Fixtures/registry/keywords.tsv"), limit: 1 << 20)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let releases = fields[3].split(separator: ",").compactMap { name in Release.allCases.first { $0.text == name } }
            return Entry(kind: fields[0], context: fields[1], signature: fields[2], releases: releases)
        }
    }

    private func rows(_ name: String, _ table: KeywordTable) -> [KeywordRow] {
        table.rows.map { KeywordRow(index: $0) }.filter { $0.name.string == name }
    }

    private func isKnown(_ name: String, _ table: KeywordTable, _ release: Release) -> Bool {
        rows(name, table).contains { $0.isKnown(in: release) }
    }

    /// The first word of a signature: up to a parenthesis, colon or blank.
    private func name(_ signature: String) -> String { String(signature.prefix { !"(: ".contains($0) }) }

    @Test func samples() throws {
        var count = 0
        var missing: [String] = []
        for entry in try entries() {
            let table: KeywordTable
            switch entry.kind {
            case "fetch": table = .fetch
            case "converter": table = .converter
            default: continue
            }
            count += 1
            // `lua.` and the like are prefixes.
            let word = name(entry.signature)
            for release in entry.releases where !isKnown(word, table, release) {
                missing.append("\(entry.kind) \(word) in \(release.text)")
            }
        }
        #expect(count > 790)
        #expect(missing == [], "\(missing.count) are missing")
    }

    /// The 22 places and the types of what 3.4 registers.
    @Test func typesOfSamples() throws {
        var wrong: [String] = []
        var count = 0
        for entry in try entries() where entry.releases.contains(.v3_4) {
            let word = name(entry.signature)
            if entry.kind == "fetch" {
                guard let row = rows(word, .fetch).first(where: { $0.isKnown(in: .v3_4) }) else { continue }
                count += 1
                var flags = 0
                for (bit, flag) in entry.context.enumerated() where flag == "Y" { flags |= 1 << bit }
                if row.samplePlaces != flags { wrong.append("places of \(word)") }
                let type = entry.signature.split(separator: " ").last.map(String.init) ?? ""
                if "\(row.outputType)" != type { wrong.append("type of \(word): \(row.outputType), not \(type)") }
            } else if entry.kind == "converter" {
                guard let row = rows(word, .converter).first(where: { $0.isKnown(in: .v3_4) }) else { continue }
                count += 1
                let parts = entry.signature.split(separator: " ")
                let types = Set([String(parts[parts.count - 3]), String(parts[parts.count - 1])])
                let own = Set(["\(row.inputType)", "\(row.outputType)"])
                if types != own { wrong.append("types of \(word): \(own), not \(types)") }
            }
        }
        #expect(count > 700)
        #expect(wrong == [], "\(wrong.count) differ")
    }

    @Test func otherWords() throws {
        var missing: [String] = []
        for entry in try entries() {
            let table: KeywordTable
            switch entry.kind {
            case "acl": table = .aclWord
            case "filter": table = .filter
            case "service": table = .service
            default: continue
            }
            let word = name(entry.signature)
            for release in entry.releases where !isKnown(word, table, release) {
                missing.append("\(entry.kind) \(word) in \(release.text)")
            }
        }
        #expect(missing == [], "\(missing.count) are missing")
    }

    /// Words of lines: directives, and options and actions inside them.
    @Test func lines() throws {
        var missing: [String] = []
        var count = 0
        for entry in try entries() where entry.kind == "config" && entry.releases.contains(.v3_4) && entry.context != "crt-list" {
            count += 1
            // Sides and modes of an option stand in brackets behind it.
            let text = entry.signature.prefix { $0 != "[" }
            var words = text.split(separator: " ").map(String.init).filter { !$0.hasPrefix("+") }
            if let last = words.last, last.hasSuffix("*") { words[words.count - 1] = String(last.dropLast()) }
            if !isThere(words) { missing.append("\(entry.context): \(entry.signature)") }
        }
        #expect(count > 700)
        #expect(missing == [], "\(missing.count) are missing")
    }

    private func isThere(_ words: [String]) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
        // HAProxy registers words that are gone, too, so as to say so; here their rows have an end.
        switch first {
        case "bind": return !rows(last, .bindOption).isEmpty
        case "server": return !rows(last, .serverOption).isEmpty
        default: break
        }
        // Some register their first word only.
        let names = KeywordTable.directive.rows.map { KeywordRow(index: $0).name.string }
        if words.count == 1 { return names.contains { $0 == first || $0.hasPrefix("\(first) ") } }
        // The longest beginning that is a directive; what follows is a word of its tables.
        for length in (1...words.count).reversed() {
            let name = words[..<length].joined(separator: " ")
            guard names.contains(name) else { continue }
            if length == words.count { return true }
            return [KeywordTable.action, .filter, .service, .balance].contains { isWordOf($0, last) }
        }
        return false
    }

    /// A word of a table, its number (`sc-inc-gpc0`) or a prefix apart.
    private func isWordOf(_ table: KeywordTable, _ word: String) -> Bool {
        if isKnown(word, table, .v3_4) { return true }
        return table.rows.map { KeywordRow(index: $0) }.contains { row in
            row.flags & (RowFlag.numbered | RowFlag.prefix) != 0 && word.hasPrefix(row.name.string) && row.isKnown(in: .v3_4)
        }
    }
}
