import GrammarFormat

/// Writes a model as Swift source: tables as `StaticString`, names as constants.
package struct Emitter {
    private let model: Model
    private var text: TextPool

    package init(_ model: Model) {
        self.model = model
        text = model.text
    }

    /// File names under Sources/Compiler/Grammar/Generated/ with their contents, in order.
    package mutating func files() -> [(name: String, contents: String)] {
        var files: [(name: String, contents: String)] = []
        let words = wordTable()
        let slots = nameTable(model.compiler.slots.list)
        files.append(
            (
                "KeywordRows.swift",
                Self.table("KeywordRows", "One row a keyword, see `RowLayout`.", model.rows.map(\.bytes), RowLayout.width)
            ))
        files.append(("NodeRows.swift", nodes()))
        files.append(("ProgramPool.swift", programs()))
        files.append(
            (
                "TypeRows.swift",
                Self.table("TypeRows", "One row a value type, see `TypeLayout`.", model.types.map(\.bytes), TypeLayout.width)
            ))
        files.append(("WordRows.swift", Self.table("WordRows", "The literal words of signatures: text offset, length.", words, 6)))
        files.append(("SlotRows.swift", Self.table("SlotRows", "The names of captures: text offset, length.", slots, 6)))
        files.append(("Places.swift", places()))
        files.append(("WordIDs.swift", identifiers("WordID", "A literal word of a signature.", model.compiler.words.list, words: true)))
        files.append(("SlotIDs.swift", identifiers("SlotID", "The name of a capture.", model.compiler.slots.list, words: false)))
        files.append(("TypeIDs.swift", identifiers("TypeID", "A value type.", model.types.map(\.name), words: false)))
        for (number, table) in Model.tableNames.enumerated() {
            let range = model.tableRange[number]
            if range.count == 0 { continue }
            let type = Self.typeName(table)
            files.append(("\(type)s.swift", keywords(type, table, range)))
        }
        files.append(("KeywordTables.swift", tables()))
        // Last, because the tables above add to it.
        files.append(("TextPool.swift", textPool()))
        return files
    }

    static func typeName(_ table: String) -> String {
        switch table {
        case "section": "SectionKeywordID"
        case "acl-word": "ACLWordID"
        case "acl-flag": "ACLFlagID"
        default: Model.identifier(table).prefix(1).uppercased() + Model.identifier(table).dropFirst() + "ID"
        }
    }

    private static let header = "// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.\n\n"

    private static func literal(_ lines: [[UInt8]]) -> String {
        var out = "\"\"\"\n"
        for (index, line) in lines.enumerated() {
            out += "        "
            for byte in line {
                switch byte {
                case 0x5C: out += "\\\\"
                case 0x22: out += "\\\""
                default: out += String(UnicodeScalar(byte))
                }
            }
            out += index == lines.count - 1 ? "\n" : "\\\n"
        }
        return out + "        \"\"\""
    }

    private static func table(_ name: String, _ comment: String, _ rows: [[UInt8]], _ width: Int) -> String {
        header + """
            /// \(comment)
            package enum \(name) {
                static let count = \(rows.count)
                package static var table: StaticString {
                    \(literal(rows))
                }
            }

            """
    }

    private mutating func wordTable() -> [[UInt8]] { nameTable(model.compiler.words.list) }

    private mutating func nameTable(_ names: [String]) -> [[UInt8]] {
        names.map { name in
            var bytes: [UInt8] = []
            _ = Alphabet.append(text.offset(name), 4, to: &bytes)
            _ = Alphabet.append(name.utf8.count, 2, to: &bytes)
            return bytes
        }
    }

    private mutating func nodes() -> String {
        var rows: [[UInt8]] = []
        for node in model.nodes {
            var bytes: [UInt8] = []
            _ = Alphabet.append(node.parent, 3, to: &bytes)
            _ = Alphabet.append(text.offset(node.word), 4, to: &bytes)
            _ = Alphabet.append(node.word.utf8.count, 2, to: &bytes)
            _ = Alphabet.append(node.firstRow, 3, to: &bytes)
            _ = Alphabet.append(node.rowCount, 1, to: &bytes)
            _ = Alphabet.append(node.hasChildren ? 1 : 0, 1, to: &bytes)
            rows.append(bytes)
        }
        // Open addressing at a load of at most one third.
        var size = 64
        while size < model.nodes.count * 3 { size *= 2 }
        var slots = [Int](repeating: 0, count: size)
        for (number, node) in model.nodes.enumerated() where number >= Model.tableNames.count {
            let bytes = Array(node.word.utf8)
            var slot =
                bytes.withUnsafeBufferPointer { buffer in
                    buffer.baseAddress.map { WordHash.hash($0, buffer.count, seed: node.parent) } ?? 0
                } & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = number
        }
        var index: [[UInt8]] = []
        for start in stride(from: 0, to: size, by: 32) {
            var bytes: [UInt8] = []
            for slot in slots[start..<(start + 32)] { _ = Alphabet.append(slot, 3, to: &bytes) }
            index.append(bytes)
        }
        return Self.table("NodeRows", "One row a word under a table or another word, see `NodeLayout`.", rows, NodeLayout.width)
            + """

            /// Nodes by the hash of their word under their parent; 0 is a free place.
            package enum NodeIndex {
                static let mask = \(size - 1)
                package static var table: StaticString {
                    \(Self.literal(index))
                }
            }

            """
    }

    private func programs() -> String {
        var lines: [[UInt8]] = []
        let pool = model.compiler.pool
        var start = 0
        while start < pool.count {
            let stop = min(start + 110, pool.count)
            lines.append(Array(pool[start..<stop]))
            start = stop
        }
        return Self.table("ProgramPool", "Compiled signatures and their lists of words, see `Opcode`.", lines, 0)
    }

    private func textPool() -> String {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        for string in text.list {
            line += Array(string.utf8)
            if line.count >= 90 {
                lines.append(line)
                line = []
            }
        }
        if !line.isEmpty { lines.append(line) }
        return Self.table("TextPool", "All strings of the tables, one after the other.", lines, 0)
    }

    private func tables() -> String {
        var out = Self.header + "/// Tables of keywords; the number is also the node under which a table's words hang.\n"
        out += "package enum KeywordTable: UInt8, CaseIterable, Sendable {\n"
        for (number, name) in Model.tableNames.enumerated() { out += "    case \(Model.identifier(name)) = \(number)\n" }
        out += "\n    /// The table's rows.\n    package var rows: Range<Int> {\n        switch self {\n"
        for (number, name) in Model.tableNames.enumerated() {
            let range = model.tableRange[number]
            out += "        case .\(Model.identifier(name)): \(range.first)..<\(range.first + range.count)\n"
        }
        return out + "        }\n    }\n}\n"
    }

    private mutating func places() -> String {
        var out = Self.header
        for kind in model.places {
            out += "/// Where words of table '\(kind.table)' can stand.\n"
            out += "package enum \(kind.type): UInt8, CaseIterable, Sendable {\n"
            for name in kind.names { out += "    case \(Self.safe(Model.identifier(name)))\n" }
            out += "\n    /// As written in grammar/.\n    package var text: StaticString {\n        switch self {\n"
            for name in kind.names { out += "        case .\(Self.safe(Model.identifier(name))): \"\(name)\"\n" }
            out += "        }\n    }\n}\n\n"
        }
        out.removeLast()
        return out
    }

    private func identifiers(_ type: String, _ comment: String, _ names: [String], words: Bool) -> String {
        var out = Self.header + "extension \(type) {\n"
        var used: Set<String> = []
        for (number, name) in names.enumerated() {
            var identifier = Model.identifier(name)
            if name.hasPrefix("!") {
                identifier = identifier.isEmpty ? "not" : "not" + identifier.prefix(1).uppercased() + identifier.dropFirst()
            }
            if identifier.isEmpty { identifier = "symbol\(number)" }
            while !used.insert(identifier).inserted { identifier += "_" }
            out += "    package static var \(Self.safe(identifier)): Self { Self(rawValue: \(number)) }\n"
        }
        return out + "}\n"
    }

    private func keywords(_ type: String, _ table: String, _ range: (first: Int, count: Int)) -> String {
        var out = Self.header
        out += "/// A word of table '\(table)': the number of its row.\n"
        out += "package struct \(type): KeywordID {\n    package var rawValue: UInt16\n\n"
        out += "    package init(rawValue: UInt16) { self.rawValue = rawValue }\n\n"
        out += "    package static var table: KeywordTable { .\(Model.identifier(table)) }\n\n"
        for row in range.first..<(range.first + range.count) {
            out += "    package static var \(Self.safe(model.rows[row].identifier)): Self { Self(rawValue: \(row)) }\n"
        }
        return out + "}\n"
    }

    private static let reserved: Set<String> = [
        "default", "in", "if", "else", "for", "while", "return", "switch", "case", "break", "continue", "where", "is", "as", "true",
        "false",
        "nil", "self", "Self", "init", "static", "let", "var", "func", "class", "struct", "enum", "extension", "import", "protocol",
        "public",
        "private", "internal", "operator", "repeat", "do", "try", "catch", "throw", "throws", "defer", "guard", "fallthrough", "super",
        "Type",
        "any", "some", "rawValue", "table",
    ]

    private static func safe(_ identifier: String) -> String {
        if identifier == "init" || identifier == "rawValue" || identifier == "table" || identifier == "self" || identifier == "Type" {
            return identifier + "Word"
        }
        return reserved.contains(identifier) ? "`\(identifier)`" : identifier
    }
}
