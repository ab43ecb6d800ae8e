import BenchSupport
import Glibc

/// Streams and tunnels: opened once, held to the end.
extension Load {
    enum Loss {
        case refused
        case cut
        case stalled
    }

    mutating func openLongLived(_ index: Int) {
        clients[index].pointee.sinceNs = now()
        connect(index)
    }

    /// The head of a stream's or an upgrade's answer. True when a stream's body follows.
    mutating func startLongLived(_ index: Int, _ response: Response) -> Bool {
        let client = clients[index]
        let wanted = client.pointee.kind == .stream ? 200 : 101
        guard response.status == wanted else {
            describe(index, "status \(response.status)")
            lose(index, .refused)
            return false
        }
        client.pointee.input.consume(response.headLength)
        opened(index)
        if client.pointee.kind == .upgrade {
            takePings(index)
            return false
        }
        client.pointee.body = Body(response.framing)
        client.pointee.inBody = true
        return true
    }

    mutating func opened(_ index: Int) {
        let client = clients[index]
        client.pointee.state = .open
        let time = now()
        client.pointee.sinceNs = time
        if client.pointee.kind == .stream {
            counters.streams.open += 1
        } else {
            counters.tunnels.open += 1
            ping(index, time)
        }
    }

    mutating func lose(_ index: Int, _ loss: Loss) {
        let client = clients[index]
        let isStream = client.pointee.kind == .stream
        describe(index, "\(isStream ? "stream" : "tunnel") \(loss)")
        var tally = isStream ? counters.streams : counters.tunnels
        if client.pointee.state == .open { tally.open -= 1 }
        switch loss {
        case .refused: tally.refused += 1
        case .cut: tally.cut += 1
        case .stalled: tally.stalled += 1
        }
        if isStream { counters.streams = tally } else { counters.tunnels = tally }
        release(index)
        client.pointee.state = .over
    }

    /// Sends 16 bytes that must come back, unless the last ones are still out, and comes again in a second.
    mutating func ping(_ index: Int, _ time: UInt64) {
        let client = clients[index]
        guard client.pointee.kind != .stream else { return }
        timers.add(deadlineNs: time + Bounds.pingNs, token: token(index))
        if client.pointee.pingIsOut { return }
        client.pointee.pings += 1
        let bytes = pingBytes(client.pointee.pings)
        let sent = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { Sockets.send(client.pointee.fd, $0, buffer.count) }
        }
        // 16 bytes into an empty socket go whole or not at all.
        if case .bytes(Bounds.pingBytes) = sent { client.pointee.pingIsOut = true } else { lose(index, .cut) }
    }

    mutating func takePings(_ index: Int) {
        let client = clients[index]
        while client.pointee.fd >= 0, client.pointee.input.count >= Bounds.pingBytes {
            let expected = pingBytes(client.pointee.pings)
            guard client.pointee.pingIsOut, memcmp(client.pointee.input.head, expected, Bounds.pingBytes) == 0 else {
                return lose(index, .cut)
            }
            client.pointee.input.consume(Bounds.pingBytes)
            client.pointee.pingIsOut = false
            client.pointee.sinceNs = now()
        }
    }

    private func pingBytes(_ number: Int) -> [UInt8] {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, Bounds.pingBytes - 6 - digits.utf8.count))
        return Array("ping-\(padding)\(digits)\n".utf8)
    }
}
