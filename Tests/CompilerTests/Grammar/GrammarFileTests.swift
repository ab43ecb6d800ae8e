import Compiler
import Foundation
import GrammarFormat
import Testing
import grammar_gen

/// The root of the package, from this file's own path.
private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

/// grammar/ itself: its generated form is current, and its examples are what it says they are.
@Suite struct GrammarFileTests {
    @Test func generatedFilesAreCurrent() throws {
        let folder = root + "/Sources/Compiler/Grammar/Generated/"
        let files = try Generator.generate(root + "/grammar")
        for file in files {
            let present = try String(contentsOfFile: folder + file.name, encoding: .utf8)
            #expect(present == file.contents, "run 'swift run grammar-gen': \(file.name) differs")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(names) == Set(files.map(\.name)))
    }

    @Test func examplesAreAcceptedAndRefused() throws {
        var matcher = Matcher()
        var examples = 0
        for entry in try Generator.read(root + "/grammar") where entry.table == "directive" {
            for (field, wanted) in [("accept", true), ("refuse", false)] {
                for example in entry.all(field) {
                    examples += 1
                    let line = GrammarLine(example)
                    try line.withWords { words in
                        let section = try #require(Self.section(of: entry))
                        let lookup = Grammar.directive(words, in: section)
                        guard lookup.outcome == .found else {
                            #expect(!wanted, "\(entry.file):\(entry.line): '\(example)' is not found in its section")
                            return
                        }
                        let matched = matcher.match(lookup.row, words, from: lookup.end)
                        let said = matcher.findings.map { $0.message(words, after: entry.name) }
                        #expect(matched == wanted, "\(entry.file):\(entry.line): '\(example)': \(said)")
                    }
                }
            }
        }
        #expect(examples > 20)
    }

    /// The first section that an entry names.
    private static func section(of entry: RawEntry) -> SectionID? {
        let line = GrammarLine(entry.name)
        return line.withWords { words in
            for section in SectionID.allCases {
                let lookup = Grammar.directive(words, in: section)
                if lookup.outcome == .found, lookup.row.help.string == entry.field("help") { return section }
            }
            return nil
        }
    }

    @Test func everyRowIsFoundByItsName() {
        for table in KeywordTable.allCases {
            for index in table.rows {
                let row = KeywordRow(index: index)
                let line = GrammarLine(row.name.string)
                line.withWords { words in
                    if table == .directive {
                        let found = SectionID.allCases.contains { section in
                            row.places & (1 << Int(section.rawValue)) != 0
                                && Grammar.directive(words, in: section).outcome == .found
                        }
                        #expect(found, "\(row.name.string)")
                    } else if words.count == 1 {
                        #expect(Grammar.rows(words[0], in: table).contains(index), "\(table) \(row.name.string)")
                    }
                }
            }
        }
    }
}
