import GrammarFormat
import Lexer

/// What the tables of a configuration answer together.
extension Configuration {
    /// The known lines of all global sections, in order.
    var globalDirectives: [DirectiveRow] {
        var found: [DirectiveRow] = []
        for index in 0..<sections.count where sections[index].kind == .global {
            found += directives(of: sections[index]).filter { !$0.isUnknown }
        }
        return found
    }

    /// Whether the line makes a server of this name: its own, or a template's prefix with a number of its range.
    func makesServer(_ directive: DirectiveRow, called name: WordBytes) -> Bool {
        guard !directive.isUnknown, directive.id == .server || directive.id == .serverTemplate, directive.wordCount > directive.nameEnd
        else { return false }
        let own = bytes(Int(directive.nameEnd), of: directive)
        if directive.id == .server { return own.equals(name) }
        guard name.count > own.count, name.slice(0, own.count).equals(own), let number = Int(name.dropping(own.count).string),
            directive.wordCount > directive.nameEnd + 1
        else { return false }
        let range = bytes(Int(directive.nameEnd) + 1, of: directive).string.split(separator: "-").compactMap { Int($0) }
        guard let first = range.first, let last = range.last else { return false }
        return range.count == 1 ? 1...max(first, 1) ~= number : first <= number && number <= last
    }

    /// The sections whose directives apply to a proxy, in order: the oldest `defaults` first, its own last. Defaults stand before what starts
    /// from them, so this ends.
    func chain(of proxy: ProxyRow) -> [Int] {
        var chain = [proxy.section]
        var next = sections[proxy.section].defaults
        while next >= 0 {
            chain.append(Int(next))
            next = sections[Int(next)].defaults
        }
        chain.reverse()
        return chain
    }

    /// The proxy of a section: proxies are in the order of their sections.
    func proxy(ofSection section: Int) -> Int? {
        var low = 0
        var high = proxies.count
        while low < high {
            let middle = (low + high) / 2
            if proxies[middle].section < section { low = middle + 1 } else { high = middle }
        }
        return low < proxies.count && proxies[low].section == section ? low : nil
    }

    /// The line that a place stands in: lines are in the order of their sources and places.
    func directive(at place: SourceRange) -> Int? {
        var low = 0
        var high = directives.count
        while low < high {
            let middle = (low + high) / 2
            let row = directives[middle]
            let isBefore =
                row.source != place.source
                ? row.source < place.source : words[Int(row.firstWord)].rawStart <= place.start
            if isBefore { low = middle + 1 } else { high = middle }
        }
        if low == 0 || directives[low - 1].source != place.source { return nil }
        return low - 1
    }
}
