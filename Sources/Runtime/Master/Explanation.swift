/// Why something failed: a sentence for people.
package struct Explanation: Error, Equatable, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
