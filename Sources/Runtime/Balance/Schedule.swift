import Plan

/// What one loop derived from a backend's servers, valid for one ``ProxyState/serversVersion``.
package struct Schedule {
    package var version: UInt64 = 0
    /// Servers in the order in which they are taken, as often as their weight says.
    package private(set) var turns: UnsafeMutablePointer<ServerPointer>?
    package private(set) var turnCount = 0
    /// Usable servers, each once, in the order of the configuration.
    package private(set) var usable: UnsafeMutablePointer<ServerPointer>?
    package private(set) var usableCount = 0

    package init() {}

    /// Most turns of one schedule: larger sums of weights are scaled down to it.
    private static var turnLimit: Int { 8192 }

    /// Derives the schedule anew. `servers`: the backend's, in order, with their plan records' flags.
    package mutating func rebuild(
        servers: UnsafeMutablePointer<ServerPointer>, records: UnsafePointer<ServerRecord>, count: Int, allBackups: Bool, version: UInt64
    ) {
        free()
        self.version = version
        guard count > 0 else { return }
        let list = UnsafeMutablePointer<ServerPointer>.allocate(capacity: count)
        var n = select(servers, records, count, backup: false, health: .up, into: list, all: true)
        if n == 0 { n = select(servers, records, count, backup: false, health: .starting, into: list, all: true) }
        if n == 0 { n = select(servers, records, count, backup: true, health: .up, into: list, all: allBackups) }
        if n == 0 { n = select(servers, records, count, backup: true, health: .starting, into: list, all: allBackups) }
        usable = list
        usableCount = n
        if n > 0 { spread() }
    }

    private func select(
        _ servers: UnsafeMutablePointer<ServerPointer>, _ records: UnsafePointer<ServerRecord>, _ count: Int, backup: Bool,
        health: ServerHealth, into list: UnsafeMutablePointer<ServerPointer>, all: Bool
    ) -> Int {
        var n = 0
        for i in 0..<count where records[i].flags.contains(.backup) == backup {
            let server = servers[i]
            guard server.pointee.admin.load(ordering: .relaxed) == 0, server.pointee.weight.load(ordering: .relaxed) > 0,
                server.pointee.health.load(ordering: .relaxed) == health.rawValue
            else { continue }
            (list + n).initialize(to: server)
            n += 1
            if !all { break }
        }
        return n
    }

    /// Server i of n with weight w takes the turns at (k + (i + 1/2) / n) / w of the round, k in 0..<w: evenly spread, no two servers at
    /// the same place, equal weights in the order of the configuration; in n log n.
    private mutating func spread() {
        guard let usable else { return }
        var divisor = UInt32(0)
        var sum = 0
        for i in 0..<usableCount {
            let weight = usable[i].pointee.weight.load(ordering: .relaxed)
            divisor = greatestCommonDivisor(divisor, weight)
            sum += Int(weight)
        }
        divisor = max(divisor, 1)
        sum /= Int(divisor)
        let scale = sum > Schedule.turnLimit && usableCount < Schedule.turnLimit ? Double(Schedule.turnLimit) / Double(sum) : 1
        var places: [(position: Double, server: Int)] = []
        places.reserveCapacity(sum)
        for i in 0..<usableCount {
            let weight = usable[i].pointee.weight.load(ordering: .relaxed) / divisor
            let turns = max(1, Int(Double(weight) * scale))
            let phase = (Double(i) + 0.5) / Double(usableCount)
            for k in 0..<turns { places.append(((Double(k) + phase) / Double(turns), i)) }
        }
        places.sort { $0.position != $1.position ? $0.position < $1.position : $0.server < $1.server }
        let list = UnsafeMutablePointer<ServerPointer>.allocate(capacity: places.count)
        for (n, place) in places.enumerated() { (list + n).initialize(to: usable[place.server]) }
        turns = list
        turnCount = places.count
    }

    package mutating func free() {
        turns?.deallocate()
        usable?.deallocate()
        turns = nil
        usable = nil
        turnCount = 0
        usableCount = 0
    }
}

private func greatestCommonDivisor(_ a: UInt32, _ b: UInt32) -> UInt32 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
}
