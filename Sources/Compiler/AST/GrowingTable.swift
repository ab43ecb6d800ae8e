import Glibc
import Plan

/// Rows of a trivial type in one block of memory that grows in place where the system can move pages: a table of 100 MB never needs
/// 200 MB while it grows, and rows that were not written take no memory.
package struct GrowingTable<Row>: ~Copyable {
    private var base: UnsafeMutablePointer<Row>
    package private(set) var count = 0
    private var capacity: Int

    package init(capacity: Int = 16) {
        precondition(_isPOD(Row.self), "rows have no owner: they are moved by the system")
        self.capacity = max(1, capacity)
        base = Self.grown(nil, to: self.capacity)
    }

    deinit { free(base) }

    private static func grown(_ old: UnsafeMutablePointer<Row>?, to capacity: Int) -> UnsafeMutablePointer<Row> {
        guard let raw = realloc(old, capacity &* MemoryLayout<Row>.stride) else {
            // Nothing can be said without memory; the caller of a compile child sees the signal.
            abort()
        }
        LargeMemory.advise(raw, capacity &* MemoryLayout<Row>.stride)
        return raw.bindMemory(to: Row.self, capacity: capacity)
    }

    /// Appends and returns the row's index.
    @discardableResult @inline(__always)
    package mutating func append(_ row: Row) -> Int {
        if count == capacity { grow(count &+ 1) }
        (base + count).initialize(to: row)
        count &+= 1
        return count &- 1
    }

    /// Appends `rows` and returns the first one's index.
    @discardableResult @inline(__always)
    package mutating func append(_ rows: UnsafeBufferPointer<Row>) -> Int {
        let first = count
        if rows.isEmpty { return first }
        if count &+ rows.count > capacity { grow(count &+ rows.count) }
        if let source = rows.baseAddress { (base + count).initialize(from: source, count: rows.count) }
        count &+= rows.count
        return first
    }

    /// Makes room for `count` rows in all. Room that is not filled takes no memory.
    package mutating func reserve(_ count: Int) {
        if count <= capacity { return }
        capacity = count
        base = Self.grown(base, to: capacity)
    }

    @inline(never)
    private mutating func grow(_ needed: Int) {
        capacity = max(needed, capacity &* 2)
        base = Self.grown(base, to: capacity)
    }

    package subscript(index: Int) -> Row {
        @inline(__always) get {
            precondition(index >= 0 && index < count, "no such row")
            return base[index]
        }
        @inline(__always) set {
            precondition(index >= 0 && index < count, "no such row")
            base[index] = newValue
        }
    }

    /// The rows `first..<first + count`; valid until the next append.
    @inline(__always)
    package func rows(_ first: Int, _ length: Int) -> UnsafeBufferPointer<Row> {
        precondition(first >= 0 && length >= 0 && first &+ length <= count, "no such rows")
        return UnsafeBufferPointer(start: base + first, count: length)
    }

    package mutating func removeLast(to length: Int) {
        if length < count { count = max(0, length) }
    }
}
