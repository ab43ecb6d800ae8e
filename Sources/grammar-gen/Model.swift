import GrammarFormat

/// All of grammar/, checked and numbered.
package struct Model {
    /// Tables in the order in which their numbers are given. A new one is added here and explained in grammar/README.md.
    package static let tableNames = [
        "section", "directive", "bind-option", "server-option", "action", "fetch", "converter", "acl-word", "match-method", "acl-flag",
        "log-alias", "log-flag", "balance", "filter", "predicate", "environment", "service", "log-target", "check-option",
        "table-column", "pseudo-variable", "modifier", "condition-word", "address-prefix", "boolean-word", "number-set-word",
        "variable-scope", "predefined-acl", "variable-condition", "spoe-section",
    ]

    struct Row {
        var entry: RawEntry
        var identifier: String
        var bytes: [UInt8]
    }

    struct Node {
        var parent: Int
        var word: String
        var firstRow = 0
        var rowCount = 0
        var hasChildren = false
    }

    var rows: [Row] = []
    var tableRange: [(first: Int, count: Int)] = []
    var nodes: [Node] = []
    /// Kinds of places in order, each with the name of its Swift type and its values.
    var places: [(table: String, type: String, names: [String])] = []
    var groups: [String: [String]] = [:]
    var types: [(name: String, bytes: [UInt8])] = []
    var compiler = SignatureCompiler()
    var text = TextPool()

    /// Builds the model from all entries of all files, or throws the first thing that is wrong.
    package init(_ entries: [RawEntry]) throws {
        for entry in entries {
            switch entry.table {
            case "places":
                let words = EntryFile.words(entry.name)
                guard words.count >= 2, let names = entry.field("words") else { throw entry.error("places <table> <type>, and words") }
                let list = EntryFile.words(names)
                if list.count > 36 { throw entry.error("more than 36 places") }
                places.append((words[0], words[1], list))
            case "group":
                guard let names = entry.field("words") else { throw entry.error("a group needs words") }
                groups[entry.name] = EntryFile.words(names)
            case "type": try addType(entry)
            default:
                if !Self.tableNames.contains(entry.table) { throw entry.error("no table is called '\(entry.table)'") }
            }
        }
        for (index, name) in Self.tableNames.enumerated() { compiler.tables[name] = index }
        for kind in places {
            compiler.places[kind.table] = Dictionary(uniqueKeysWithValues: kind.names.enumerated().map { ($1, $0) })
        }
        try addRows(entries)
        try addNodes()
        if compiler.pool.count >= 1 << 18 { throw GrammarError(file: "grammar", line: 0, message: "programs exceed 18-bit jumps") }
        if compiler.words.list.count >= 4096 || compiler.slots.list.count >= 4096 || types.count >= 4096 || nodes.count >= 1 << 18 {
            throw GrammarError(file: "grammar", line: 0, message: "too many names for two digits")
        }
    }

    private mutating func addType(_ entry: RawEntry) throws {
        guard let kindName = entry.field("kind"), let kind = ValueKind.allCases.first(where: { "\($0)" == kindName }) else {
            throw entry.error("unknown kind '\(entry.field("kind") ?? "")'")
        }
        if compiler.types[entry.name] != nil { throw entry.error("declared twice") }
        compiler.types[entry.name] = (types.count, kindName)
        var bytes: [UInt8] = []
        try add(text.offset(entry.name), 4, &bytes, entry)
        try add(entry.name.utf8.count, 2, &bytes, entry)
        try add(Int(kind.rawValue), 2, &bytes, entry)
        for (field, standard) in [("min", Int.min), ("max", Int.max)] {
            var bound = standard
            if let written = entry.field(field) {
                guard let number = Int(written) else { throw entry.error("'\(written)' is no number") }
                bound = number
            }
            if bound == .min { bound = -Int.max }
            try add(abs(bound), 11, &bytes, entry)
            try add(bound < 0 ? 1 : 0, 1, &bytes, entry)
        }
        var reference = 0
        if let written = entry.field("refers") {
            guard let kind = ReferenceKind.allCases.first(where: { "\($0)" == written }) else {
                throw entry.error("unknown reference '\(written)'")
            }
            reference = Int(kind.rawValue)
        }
        try add(reference, 2, &bytes, entry)
        var flags = 0
        for word in EntryFile.words(entry.field("flags") ?? "") {
            guard let flag = TypeFlag.names.first(where: { $0.0 == word }) else { throw entry.error("unknown flag '\(word)'") }
            flags |= flag.1
        }
        try add(flags, 3, &bytes, entry)
        guard let help = entry.field("help") else { throw entry.error("no help") }
        try add(text.offset(help), 4, &bytes, entry)
        try add(help.utf8.count, 2, &bytes, entry)
        types.append((entry.name, bytes))
    }

    private mutating func addRows(_ entries: [RawEntry]) throws {
        // Rows are numbered table by table, in the order of names and then of files, so that a word's rows stand together.
        var ordered: [(index: Int, entry: RawEntry)] = []
        for (number, table) in Self.tableNames.enumerated() {
            let first = ordered.count
            var own = entries.filter { $0.table == table }.enumerated().map { (index: $0.offset, entry: $0.element) }
            own.sort { ($0.entry.name, $0.index) < ($1.entry.name, $1.index) }
            tableRange.append((first, own.count))
            ordered += own.map { (number, $0.entry) }
        }
        var fetchRows: [String: Int] = [:]
        let fetchTable = Self.tableNames.firstIndex(of: "fetch") ?? 0
        for (index, item) in ordered.enumerated() where item.index == fetchTable { fetchRows[item.entry.name] = index }
        var used: Set<String> = []
        for item in ordered {
            let identifier = item.entry.field("id") ?? Self.identifier(item.entry.name)
            if !used.insert("\(item.entry.table) \(identifier)").inserted {
                throw item.entry.error("the identifier '\(identifier)' is taken: give another one with 'id'")
            }
            rows.append(Row(entry: item.entry, identifier: identifier, bytes: try encode(item.entry, fetchRows)))
        }
    }

    private mutating func encode(_ entry: RawEntry, _ fetchRows: [String: Int]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try add(text.offset(entry.name), 4, &bytes, entry)
        try add(entry.name.utf8.count, 2, &bytes, entry)
        try add(try placeMask(entry, entry.table, entry.field("in")), 6, &bytes, entry)
        var signature = 0
        var generic = false
        if let args = entry.field("args") {
            generic = args.hasPrefix("<args:rest>")
            let condition = entry.table == "action"
            let more = entry.table == "bind-option" || entry.table == "server-option"
            do {
                let needs = EntryFile.words(entry.field("needs") ?? "").map { $0.split(separator: "|").map(String.init) }
                signature = try compiler.compile(args, condition: condition, more: more, needs: needs)
            } catch {
                throw entry.error(error.message)
            }
        } else if ["directive", "section", "bind-option", "server-option", "action"].contains(entry.table) {
            do { signature = try compiler.compile("", condition: entry.table == "action") } catch { throw entry.error(error.message) }
        }
        try add(signature, 4, &bytes, entry)
        var flags = 0
        for (name, bit) in [
            ("no", RowFlag.noForm), ("default", RowFlag.defaultForm), ("runs", RowFlag.runs), ("numbered", RowFlag.numbered),
            ("prefix", RowFlag.prefix), ("experimental", RowFlag.experimental), ("strict", RowFlag.strict),
        ] {
            switch entry.field(name) {
            case "yes": flags |= bit
            case "no", nil: break
            default: throw entry.error("'\(name)' is yes or no")
            }
        }
        if entry.field("deprecated") != nil { flags |= RowFlag.deprecated }
        if generic { flags |= RowFlag.generic }
        try add(flags, 2, &bytes, entry)
        let since = try release(entry, "since") ?? .old
        let until = try release(entry, "until") ?? .baton
        if until < since { throw entry.error("gone before it came") }
        try add(Int(since.rawValue), 1, &bytes, entry)
        try add(Int(until.rawValue), 1, &bytes, entry)
        try add(try choice(entry, "repeat", Repetition.allCases, .last), 1, &bytes, entry)
        try add(try choice(entry, "apply", Apply.allCases, .live), 1, &bytes, entry)
        var modes = 0
        for word in EntryFile.words(entry.field("modes") ?? "") {
            guard let mode = ProxyMode.allCases.first(where: { "\($0)" == word }) else { throw entry.error("unknown mode '\(word)'") }
            modes |= 1 << Int(mode.rawValue)
        }
        try add(modes, 1, &bytes, entry)
        guard let help = entry.field("help") else { throw entry.error("no help") }
        guard let manual = entry.field("manual") else { throw entry.error("no manual section") }
        let replacement = entry.field("replaced") ?? ""
        for string in [help, manual, replacement] {
            try add(text.offset(string), 4, &bytes, entry)
            try add(string.utf8.count, 2, &bytes, entry)
        }
        var drops = 0
        for word in EntryFile.words(entry.field("drops") ?? "") {
            guard let state = DroppedState.allCases.first(where: { "\($0)" == word }) else { throw entry.error("unknown state '\(word)'") }
            drops |= 1 << Int(state.rawValue)
        }
        try add(drops, 2, &bytes, entry)
        // Places of a fetch: 22 flags in the order of facts that grammar/README.md lists.
        var flagsOfPlaces = 0
        if let written = entry.field("places") {
            for (index, character) in written.enumerated() where character == "Y" { flagsOfPlaces |= 1 << index }
            if written.count != 22 { throw entry.error("places needs 22 flags") }
        }
        try add(flagsOfPlaces, 4, &bytes, entry)
        let from = try sampleType(entry, "from")
        let out = try sampleType(entry, "out")
        try add(from | out << 6, 2, &bytes, entry)
        let familyAndSocket =
            try choice(entry, "family", AddressFamily.allCases, .any) | (try choice(entry, "socket", SocketKind.allCases, .standard)) << 6
        if familyAndSocket != 0 { bytes.replaceSubrange(RowLayout.extraB..., with: digits(familyAndSocket, 2)) }
        let purity = try choice(entry, "purity", Purity.allCases, .pure)
        var method = 0
        if let written = entry.field("match") { method = 1 + (try Self.matchNumber(written, entry)) }
        try add(purity | method << 6, 2, &bytes, entry)
        var glued = 0
        if let written = entry.field("glued") {
            do { glued = try compiler.compileGlued(written) } catch { throw entry.error(error.message) }
        }
        try add(glued, 4, &bytes, entry)
        var target = 0
        if let written = entry.field("means") {
            guard let row = fetchRows[written] else { throw entry.error("no fetch is called '\(written)'") }
            target = row + 1
        }
        try add(target, 3, &bytes, entry)
        var newer: [(release: Int, words: [String])] = []
        for written in entry.all("newer") {
            let words = EntryFile.words(written)
            guard let first = words.first, let release = Release.allCases.first(where: { $0.text == first }), words.count > 1 else {
                throw entry.error("'newer' is a release and words")
            }
            newer.append((Int(release.rawValue), Array(words.dropFirst())))
        }
        try add(newer.isEmpty ? 0 : compiler.compileNewer(newer), 4, &bytes, entry)
        return bytes
    }

    /// Match methods in the order of their numbers.
    static let matchMethods = ["found", "bool", "int", "ip", "bin", "len", "str", "beg", "sub", "dir", "dom", "end", "reg"]

    private static func matchNumber(_ word: String, _ entry: RawEntry) throws -> Int {
        guard let number = matchMethods.firstIndex(of: word) else { throw entry.error("unknown match method '\(word)'") }
        return number
    }

    private func sampleType(_ entry: RawEntry, _ field: String) throws -> Int {
        guard let written = entry.field(field) else { return 0 }
        guard let type = SampleType.allCases.first(where: { "\($0)" == written }) else {
            throw entry.error("unknown sample type '\(written)'")
        }
        return Int(type.rawValue)
    }

    private func release(_ entry: RawEntry, _ field: String) throws -> Release? {
        guard let written = entry.field(field) else { return nil }
        guard let release = Release.allCases.first(where: { $0.text == written }) else {
            throw entry.error("unknown release '\(written)'")
        }
        return release
    }

    private func choice<T: CaseIterable & RawRepresentable>(_ entry: RawEntry, _ field: String, _ all: [T], _ standard: T) throws -> Int
    where T.RawValue == UInt8 {
        guard let written = entry.field(field) else { return Int(standard.rawValue) }
        guard let value = all.first(where: { "\($0)" == written }) else { throw entry.error("'\(field)' cannot be '\(written)'") }
        return Int(value.rawValue)
    }

    private func placeMask(_ entry: RawEntry, _ table: String, _ written: String?) throws -> Int {
        guard let kind = places.first(where: { $0.table == table }) else { return 0 }
        guard let written else { throw entry.error("no places: 'in' is missing") }
        var mask = 0
        for word in EntryFile.words(written) {
            for name in groups[word] ?? [word] {
                guard let index = kind.names.firstIndex(of: name) else { throw entry.error("table '\(table)' has no place '\(name)'") }
                mask |= 1 << index
            }
        }
        return mask
    }

    private func digits(_ value: Int, _ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        _ = Alphabet.append(value, count, to: &bytes)
        return bytes
    }

    private func add(_ value: Int, _ digits: Int, _ bytes: inout [UInt8], _ entry: RawEntry) throws {
        if !Alphabet.append(value, digits, to: &bytes) { throw entry.error("\(value) does not fit \(digits) digits") }
    }

    /// Builds the tree of words: one node per table, under it the first words of its rows, under these the second ones.
    private mutating func addNodes() throws {
        var numbers: [String: Int] = [:]
        for name in Self.tableNames { nodes.append(Node(parent: 0, word: name)) }
        var row = 0
        while row < rows.count {
            let entry = rows[row].entry
            guard let table = Self.tableNames.firstIndex(of: entry.table) else { throw entry.error("no such table") }
            var count = 1
            while row + count < rows.count, rows[row + count].entry.name == entry.name, rows[row + count].entry.table == entry.table {
                count += 1
            }
            if count > 60 { throw entry.error("too many rows of one name") }
            var parent = table
            for word in EntryFile.words(entry.name) {
                nodes[parent].hasChildren = true
                let key = "\(parent) \(word)"
                if let known = numbers[key] {
                    parent = known
                } else {
                    numbers[key] = nodes.count
                    nodes.append(Node(parent: parent, word: word))
                    parent = nodes.count - 1
                }
            }
            nodes[parent].firstRow = row
            nodes[parent].rowCount = count
            row += count
        }
        for row in rows where !compiler.places.isEmpty {
            // Two rows of one name must not claim one place.
            let same = rows.filter { $0.entry.table == row.entry.table && $0.entry.name == row.entry.name }
            guard same.count > 1 else { continue }
            var seen: Set<String> = []
            for other in same {
                for word in EntryFile.words(other.entry.field("in") ?? "") {
                    for name in groups[word] ?? [word] {
                        let releases = "\(other.entry.field("since") ?? "") \(other.entry.field("until") ?? "")"
                        if !seen.insert("\(name) \(releases)").inserted { throw other.entry.error("a second row for place '\(name)'") }
                    }
                }
            }
        }
    }

    /// A keyword's name as a Swift identifier: `timeout http-request` becomes `timeoutHttpRequest`.
    static func identifier(_ name: String) -> String {
        var result = ""
        var upper = false
        for character in name {
            if character.isASCII && (character.isLetter || character.isNumber) {
                result += upper && !result.isEmpty ? character.uppercased() : result.isEmpty ? character.lowercased() : String(character)
                upper = false
            } else {
                upper = true
            }
        }
        if let first = result.first, first.isNumber { result = "_" + result }
        return result
    }
}

/// All strings of the tables, each once.
struct TextPool {
    private(set) var bytes: [UInt8] = []
    private(set) var list: [String] = []
    private var offsets: [String: Int] = [:]

    mutating func offset(_ string: String) -> Int {
        if string.isEmpty { return 0 }
        if let known = offsets[string] { return known }
        let offset = bytes.count
        offsets[string] = offset
        list.append(string)
        bytes += Array(string.utf8)
        return offset
    }
}
