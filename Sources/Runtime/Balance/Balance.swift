import Plan
import Synchronization

/// Why no server was taken.
package enum NoServer {
    /// None is usable: 503.
    case allDown
    /// All usable ones are at their maxconn: wait in the backend's queue.
    case allFull
}

/// Takes a server of a backend for a stream and reserves its place (manual section 4.2, `balance`).
/// `avoid`: a server that just failed this stream; taken only when there is no other.
package func takeServer(
    _ schedule: borrowing Schedule, algorithm: BalanceAlgorithm, position: borrowing ProxyState, client: PeerAddress, random: UInt64,
    avoid: ServerPointer?
) -> Result<ServerPointer, NoServerError> {
    guard let usable = schedule.usable, schedule.usableCount > 0, let turns = schedule.turns else {
        return .failure(NoServerError(reason: .allDown))
    }
    let count = schedule.usableCount
    switch algorithm {
    case .roundrobin, .staticRoundRobin:
        return firstFree(turns, schedule.turnCount, from: nextTurn(position, schedule.turnCount), avoid)
    case .first:
        return firstFree(usable, count, from: 0, avoid)
    case .source:
        return firstFree(turns, schedule.turnCount, from: Int(truncatingIfNeeded: addressHash(client) % UInt64(schedule.turnCount)), avoid)
    case .random:
        // Two draws, the less loaded one.
        let a = Int(truncatingIfNeeded: (random & 0xFFFF_FFFF) % UInt64(schedule.turnCount))
        let b = Int(truncatingIfNeeded: (random >> 32) % UInt64(schedule.turnCount))
        let better = lessLoaded(turns[a], turns[b]) ? a : b
        return firstFree(turns, schedule.turnCount, from: better, avoid)
    case .leastconn:
        // From a moving start, so that equal servers take turns.
        let start = nextTurn(position, count)
        var best: ServerPointer?
        for k in 0..<count {
            let server = usable[(start + k) % count]
            guard server.pointee.hasRoom else { continue }
            if server == avoid { continue }
            if let current = best, !lessLoaded(server, current) { continue }
            best = server
        }
        if let best, best.pointee.reserve() { return .success(best) }
        return firstFree(usable, count, from: start, avoid)
    }
}

package struct NoServerError: Error {
    package let reason: NoServer
}

private func nextTurn(_ proxy: borrowing ProxyState, _ count: Int) -> Int {
    let turn = proxy.balancePosition.wrappingAdd(1, ordering: .relaxed).oldValue
    return Int(truncatingIfNeeded: turn % UInt64(count))
}

/// The first server with room from `start` on, going round.
private func firstFree(
    _ list: UnsafeMutablePointer<ServerPointer>, _ count: Int, from start: Int, _ avoid: ServerPointer?
) -> Result<ServerPointer, NoServerError> {
    var i = start
    for _ in 0..<count {
        let server = list[i]
        if server != avoid, server.pointee.reserve() { return .success(server) }
        i += 1
        if i == count { i = 0 }
    }
    if let avoid {
        for k in 0..<count where list[k] == avoid {
            if avoid.pointee.reserve() { return .success(avoid) }
            break
        }
    }
    return .failure(NoServerError(reason: .allFull))
}

/// Fewer streams per weight.
private func lessLoaded(_ a: ServerPointer, _ b: ServerPointer) -> Bool {
    let x = Int64(a.pointee.currentStreams.load(ordering: .relaxed)) &* Int64(b.pointee.weight.load(ordering: .relaxed))
    let y = Int64(b.pointee.currentStreams.load(ordering: .relaxed)) &* Int64(a.pointee.weight.load(ordering: .relaxed))
    return x < y
}

private func addressHash(_ address: PeerAddress) -> UInt64 {
    var hash = address.high &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 31
    hash = (hash ^ address.low) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 29
}
