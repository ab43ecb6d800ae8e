import Plan

/// What host names stood for when a plan was last taken. It outlives plans, and, through the master, the worker.
package struct AddressBook {
    private var addresses: [[UInt8]: PeerAddress] = [:]
    package init() {}

    package subscript(name: [UInt8]) -> PeerAddress? { addresses[name] }
    package mutating func set(_ name: [UInt8], _ address: PeerAddress) { addresses[name] = address }

    /// Forgets every other name.
    package mutating func keep(_ names: [[UInt8]]) {
        var kept: [[UInt8]: PeerAddress] = [:]
        for name in names { kept[name] = addresses[name] }
        addresses = kept
    }

    /// The entries of these names, for the master to keep: opaque to it, in pieces that fit a message.
    package func encoded(_ names: [[UInt8]]) -> [[UInt8]] {
        let known = names.filter { addresses[$0] != nil }
        return runsOfMessages(known, atMost: Int.max, size: { $0.count + 32 }).map { run in
            var writer = ByteWriter()
            writer.write(Array(run)) { writer, name in
                let address = addresses[name] ?? PeerAddress()
                writer.write(name)
                writer.write(address.family)
                writer.write(address.high)
                writer.write(address.low)
            }
            return writer.bytes
        }
    }

    package mutating func add(encoded bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        let entries = reader.array { reader in
            let name = reader.string()
            var address = PeerAddress()
            address.family = reader.number()
            address.high = reader.number()
            address.low = reader.number()
            return (name, address)
        }
        guard reader.isValid else { return }
        for (name, address) in entries { addresses[name] = address }
    }
}

/// The addresses of one plan: what is written in it, and what its names stand for (`init-addr`, manual section 5.2).
package struct PlanAddresses {
    /// Names to look up, each once, in the order of the plan.
    package private(set) var names: [[UInt8]] = []
    private var rowOfName: [[UInt8]: Int] = [:]
    /// By ``names``: the family that the first server with the name prefers (`resolve-prefer`), 0 for none.
    private var preferred: [UInt8] = []
    private let plan: Plan
    /// Addresses by ``names``, once ``resolve(_:book:)`` was called.
    private var chosen: [PeerAddress?] = []

    /// Methods of `init-addr`.
    private enum Method: UInt32 {
        case last = 1
        case libc = 2
        case none = 3
        case literal = 4
    }

    package init(_ plan: Plan) {
        self.plan = plan
        for id in plan.servers.ids {
            let server = plan.servers.pointer(id)
            let flags = server.pointee.flags
            let family: UInt8 = flags.contains(.resolvePreferIPv4) ? 4 : flags.contains(.resolvePreferIPv6) ? 6 : 0
            let asksLibc = PlanAddresses.methods(of: server).contains(.libc)
            if server.pointee.address.family == .name, asksLibc { note(server.pointee.address, prefer: family) }
            if server.pointee.checkAddress.family == .name { note(server.pointee.checkAddress, prefer: family) }
        }
        for id in plan.logTargets.ids where plan.logTargets[id].address.family == .name {
            note(plan.logTargets[id].address, prefer: 0)
        }
    }

    private static func methods(of server: UnsafePointer<ServerRecord>) -> [Method] {
        var rest = server.pointee.initAddrMethods
        if rest == 0 { return [.last, .libc] }
        var methods: [Method] = []
        while rest != 0 {
            if let method = Method(rawValue: rest & 0xF) { methods.append(method) }
            rest >>= 4
        }
        return methods
    }

    private mutating func note(_ address: Address, prefer family: UInt8) {
        let name = [UInt8](plan.bytes(address.text))
        if rowOfName[name] == nil {
            rowOfName[name] = names.count
            names.append(name)
            preferred.append(family)
        }
    }

    /// Takes the answers, in the order of ``names``; empty ones fall back on the book. The current address stays while the name still
    /// stands for it, so that a resolver which rotates its answers moves nothing. Answers what to tell the operator.
    package mutating func resolve(_ answers: [[PeerAddress]], book: inout AddressBook) -> [String] {
        var notes: [String] = []
        chosen = []
        for (index, name) in names.enumerated() {
            let found = index < answers.count ? answers[index] : []
            let last = book[name]
            var address = last
            if !found.isEmpty {
                address =
                    last.flatMap { last in found.first { $0.family == last.family && $0.high == last.high && $0.low == last.low } }
                    ?? found.first { $0.family == preferred[index] } ?? found.first
            } else if let last {
                notes.append("'\(String(decoding: name, as: UTF8.self))' does not resolve now; it keeps \(AddressDescription.host(last))")
            }
            if let last, let address, last != address {
                notes.append(
                    "'\(String(decoding: name, as: UTF8.self))' moved from \(AddressDescription.host(last)) to \(AddressDescription.host(address))"
                )
            }
            chosen.append(address)
            if let address { book.set(name, address) }
        }
        return notes
    }

    /// By ``ServerID``. A server whose methods all fail is a reason to refuse the plan.
    package func servers() -> Result<[PeerAddress], Explanation> {
        var addresses: [PeerAddress] = []
        addresses.reserveCapacity(plan.servers.count)
        for id in plan.servers.ids {
            let server = plan.servers.pointer(id)
            switch address(of: server) {
            case .success(let address): addresses.append(address)
            case .failure(let failure): return .failure(failure)
            }
        }
        return .success(addresses)
    }

    package func checks() -> Result<[PeerAddress], Explanation> {
        var addresses: [PeerAddress] = []
        addresses.reserveCapacity(plan.servers.count)
        for id in plan.servers.ids {
            let server = plan.servers.pointer(id)
            guard let address = literal(server.pointee.checkAddress) ?? known(server.pointee.checkAddress) else {
                return .failure(Explanation("server \(plan.string(server.pointee.key)): its check address does not resolve"))
            }
            addresses.append(address)
        }
        return .success(addresses)
    }

    package func logTargets() -> Result<[PeerAddress], Explanation> {
        var addresses: [PeerAddress] = []
        for id in plan.logTargets.ids {
            let target = plan.logTargets[id]
            guard let address = literal(target.address) ?? known(target.address) else {
                return .failure(Explanation("log target '\(plan.string(target.address.text))' does not resolve"))
            }
            addresses.append(address)
        }
        return .success(addresses)
    }

    private func address(of server: UnsafePointer<ServerRecord>) -> Result<PeerAddress, Explanation> {
        if let address = literal(server.pointee.address) { return .success(address) }
        for method in PlanAddresses.methods(of: server) {
            switch method {
            // The book's address serves `last` as well as `libc`: it is fresh where libc was asked.
            case .last, .libc: if let address = known(server.pointee.address) { return .success(address) }
            case .none: return .success(PeerAddress())
            case .literal:
                if var address = literal(server.pointee.initialAddress) {
                    address.port = UInt16(truncatingIfNeeded: server.pointee.address.port)
                    return .success(address)
                }
            }
        }
        return .failure(
            Explanation(
                "server \(plan.string(server.pointee.key)): '\(plan.string(server.pointee.address.text))' does not resolve "
                    + "(init-addr none would start without it)"))
    }

    /// Nil for a name.
    private func literal(_ address: Address) -> PeerAddress? {
        var peer = PeerAddress()
        peer.port = UInt16(truncatingIfNeeded: address.port)
        switch address.family {
        case .ipv4, .ipv6:
            peer.family = address.family == .ipv4 ? 4 : 6
            peer.high = UInt64(address.word0) | UInt64(address.word1) << 32
            peer.low = UInt64(address.word2) | UInt64(address.word3) << 32
        case .unix, .abstractUnix: peer.family = 1
        case .none, .descriptor: break
        case .name: return nil
        }
        return peer
    }

    private func known(_ address: Address) -> PeerAddress? {
        guard let row = rowOfName[[UInt8](plan.bytes(address.text))], row < chosen.count, var peer = chosen[row] else { return nil }
        peer.port = UInt16(truncatingIfNeeded: address.port)
        return peer
    }
}
