import Foundation

/// The way from the files of grammar/ to the files under Generated/. Foundation is for listing and reading files only.
package enum Generator {
    /// All entries under a directory, files in the order of their paths.
    package static func read(_ directory: String) throws -> [RawEntry] {
        var paths: [String] = []
        if let list = FileManager.default.enumerator(atPath: directory) {
            for case let path as String in list where path.hasSuffix(".txt") { paths.append(path) }
        }
        if paths.isEmpty { throw GrammarError(file: directory, line: 0, message: "no grammar files here") }
        var entries: [RawEntry] = []
        for path in paths.sorted() {
            let text = try String(contentsOfFile: directory + "/" + path, encoding: .utf8)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where !line.utf8.allSatisfy({ $0 < 0x7F && ($0 >= 0x20 || $0 == 0x09) }) {
                throw GrammarError(file: path, line: number + 1, message: "only printable ASCII, please")
            }
            entries += try EntryFile.parse(text, file: path)
        }
        return entries
    }

    /// What the generated folder must hold: names and contents.
    package static func generate(_ directory: String) throws -> [(name: String, contents: String)] {
        var emitter = Emitter(try Model(read(directory)))
        return emitter.files()
    }
}
