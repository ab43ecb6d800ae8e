/// Follows a response header through changes of the proxy's configuration.
///
/// `mark` says: the change that brings `value` has been committed. A request that a connection sends after the mark, other than its first
/// one after it, must show this value or a later one. A later one is a value marked afterwards: a commit is visible a moment before its mark
/// is read here, so a value not known yet is kept aside and judged at the next mark. Values must not come back, or this would forgive
/// a stale answer; `mark` refuses a value that it had before.
struct Expectation {
    /// In lower case; empty while nothing is followed.
    private(set) var name: [UInt8] = []
    private var values: [[UInt8]] = []
    /// Answers with a value not known yet, by value.
    private var undecided: [(value: [UInt8], count: Int)] = []

    /// 0 before the first mark; the number of the last mark after it.
    var epoch: Int { values.count }

    enum Verdict {
        case current
        case undecided
    }

    /// A sentence when the mark cannot be taken, else the number of answers that turn out to have been stale.
    enum Marked {
        case refused(String)
        case stale(Int)
    }

    mutating func mark(name: [UInt8], value: [UInt8]) -> Marked {
        let lowered = name.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }
        if !self.name.isEmpty, self.name != lowered {
            return .refused("another header is being followed: \(String(decoding: self.name, as: UTF8.self))")
        }
        if values.contains(value) {
            return .refused(
                "the value '\(String(decoding: value, as: UTF8.self))' was marked before; use one that is new, or a stale answer could not be told"
            )
        }
        self.name = lowered
        values.append(value)
        return .stale(settle(accepting: value))
    }

    /// At the end of the run, and at each mark: what is still undecided and is not `value` was stale.
    mutating func settle(accepting value: [UInt8]?) -> Int {
        var stale = 0
        for entry in undecided where entry.value != value { stale += entry.count }
        undecided.removeAll(keepingCapacity: true)
        return stale
    }

    /// The answer to a request that was sent in `epoch` (at least 1) showed `shown`.
    mutating func judge(_ shown: UnsafeBufferPointer<UInt8>, sentIn epoch: Int) -> Verdict {
        if isAtLeast(shown, epoch) { return .current }
        let value = Array(shown)
        for index in undecided.indices where undecided[index].value == value {
            undecided[index].count += 1
            return .undecided
        }
        undecided.append((value, 1))
        return .undecided
    }

    /// Whether the value is that of `epoch` or of a later mark.
    func isAtLeast(_ shown: UnsafeBufferPointer<UInt8>, _ epoch: Int) -> Bool {
        var index = values.count - 1
        while index >= epoch - 1 {
            if values[index].elementsEqual(shown) { return true }
            index -= 1
        }
        return false
    }

    /// The value that is due now.
    var due: [UInt8] { values.last ?? [] }
}
