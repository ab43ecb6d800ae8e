/// Why something failed: a sentence for people.
package struct Explanation: Error, Equatable, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}

extension String {
    /// At most so many bytes of UTF-8; a character that would be cut is left out.
    func clipped(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var count = limit
        while count > 0 {
            if let clipped = String(utf8.prefix(count)) { return clipped }
            count -= 1
        }
        return ""
    }
}
