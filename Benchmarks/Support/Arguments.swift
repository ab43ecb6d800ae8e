import Glibc

/// The words of a command line, taken one option at a time. Every mistake ends the program with one sentence and exit code 2.
package struct Arguments {
    private let program: String
    private var words: ArraySlice<String>
    private var option = ""

    package init(program: String) {
        self.program = program
        words = CommandLine.arguments.dropFirst()
    }

    /// The next option, `--name` in either of the forms `--name VALUE` and `--name=VALUE`; nil at the end.
    package mutating func next() -> String? {
        guard let word = words.popFirst() else { return nil }
        if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
            words = [String(word[word.index(after: equals)...])] + words
            option = String(word[..<equals])
        } else {
            option = word
        }
        return option
    }

    /// All words that are left, as they are.
    package mutating func rest() -> [String] {
        let left = Array(words)
        words = []
        return left
    }

    package mutating func value(_ shape: String) -> String {
        guard let word = words.popFirst() else { fail("\(option) needs \(shape)") }
        return word
    }

    package mutating func number(_ range: ClosedRange<Int>) -> Int {
        let text = value("a number")
        guard let number = Int(text), range.contains(number) else {
            fail("\(option) takes a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
        }
        return number
    }

    package mutating func address() -> Address {
        let text = value("an address")
        guard let address = Address(text) else {
            fail("\(option) takes 127.x.y.z:PORT, [::1]:PORT or unix:PATH (loopback only), not '\(text)'")
        }
        return address
    }

    package func unknown() -> Never {
        fail("unknown option '\(option)'; --help lists them")
    }

    package func fail(_ message: String) -> Never {
        complain("\(program): \(message)")
        exit(2)
    }
}

/// One line on standard error.
package func complain(_ message: String) {
    let line = message + "\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
}

/// One line on standard output, at once.
package func say(_ message: String) {
    print(message)
    fflush(nil)
}
