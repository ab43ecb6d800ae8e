/// The variables that a configuration sees (manual 2.3). The caller fills it (process environment, `--env-file`, the
/// variables that the reference defines itself), passes it with every line, and changes it between lines as `setenv` and
/// its like say: expansion happens when a line is read.
///
/// It keeps what was asked of the outside, because that is an input of the compilation.
public struct Environment: Sendable {
    /// One variable from outside that the configuration looked at.
    public struct Consulted: Sendable, Equatable {
        public let name: [UInt8]
        /// Its value, nil when it was not set.
        public let value: [UInt8]?
    }

    /// What `.SECTION` gives: the name of the section being parsed, or its type if it has none; nil before the first section.
    /// Set by the parser at every section line, back to nil at the end of a file.
    public var section: [UInt8]?

    /// Variables from outside that the configuration looked at, in the order of the first look.
    public private(set) var consulted: [Consulted] = []

    private var values: [[UInt8]: [UInt8]]
    /// Names whose state no longer depends on the outside, or that are in `consulted` already.
    private var settled: Set<[UInt8]> = []
    /// After `resetenv`, names that it removed do not depend on the outside.
    private var isReset = false

    /// The last of several entries of one name counts.
    public init(_ entries: [(name: [UInt8], value: [UInt8])] = []) {
        values = [:]
        values.reserveCapacity(entries.count)
        for entry in entries { values[entry.name] = entry.value }
    }

    /// The value of a variable; nil when it is not set, which is not the same as empty.
    public mutating func value(of name: [UInt8]) -> [UInt8]? {
        let value = values[name]
        if !settled.contains(name) {
            settled.insert(name)
            if !(isReset && value == nil) { consulted.append(Consulted(name: name, value: value)) }
        }
        return value
    }

    /// `setenv`
    public mutating func set(_ name: [UInt8], to value: [UInt8]) {
        settled.insert(name)
        values[name] = value
    }

    /// `presetenv`: only when it is not set. Returns whether it was set now.
    @discardableResult public mutating func preset(_ name: [UInt8], to value: [UInt8]) -> Bool {
        if self.value(of: name) != nil { return false }
        values[name] = value
        return true
    }

    /// `unsetenv`
    public mutating func unset(_ name: [UInt8]) {
        settled.insert(name)
        values[name] = nil
    }

    /// `resetenv`: removes all but the named ones.
    public mutating func reset(keeping names: [[UInt8]]) {
        var kept: [[UInt8]: [UInt8]] = [:]
        for name in names {
            if let value = values[name] { kept[name] = value }
        }
        values = kept
        isReset = true
    }

    /// Forgets what was consulted, for reading the same inputs once more.
    public mutating func forgetConsulted() {
        for entry in consulted { settled.remove(entry.name) }
        consulted = []
    }

    /// A variable that is set and whose name is close to `name`: for "did you mean". The closest, then the first by name; nil
    /// when none is within a third of the name's length.
    public func nearest(to name: [UInt8]) -> [UInt8]? {
        guard !name.isEmpty, name.count <= 64 else { return nil }
        var best: (distance: Int, name: [UInt8])?
        for candidate in values.keys where candidate.count <= 64 && candidate != name {
            let distance = editDistance(name, candidate)
            guard distance <= max(1, name.count / 3) else { continue }
            if let found = best {
                if distance > found.distance { continue }
                if distance == found.distance, !candidate.lexicographicallyPrecedes(found.name) { continue }
            }
            best = (distance, candidate)
        }
        return best?.name
    }
}

/// Levenshtein's distance of two short names.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in 0..<a.count {
        var diagonal = row[0]
        row[0] = i + 1
        for j in 0..<b.count {
            let above = row[j + 1]
            row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
            diagonal = above
        }
    }
    return row[b.count]
}
