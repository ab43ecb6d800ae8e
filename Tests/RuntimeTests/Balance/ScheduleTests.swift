import Plan
import Runtime
import Synchronization
import Testing

@Suite struct ScheduleTests {
    /// A backend with servers of the given weights, all usable.
    private final class Backend {
        let proxy: ProxyPointer
        let servers: UnsafeMutablePointer<ServerPointer>
        let records: UnsafeMutablePointer<ServerRecord>
        let count: Int
        var schedule = Schedule()

        init(_ weights: [UInt32]) {
            let registry = Registry()
            let proxy = withBytes("b") { registry.proxy($0, name: $0) }
            self.proxy = proxy
            count = weights.count
            servers = .allocate(capacity: count)
            records = .allocate(capacity: count)
            for (i, weight) in weights.enumerated() {
                let state = withBytes("b/s\(i)") { key in registry.server(key, name: key, proxy: proxy).state }
                state.pointee.weight.store(weight, ordering: .relaxed)
                (servers + i).initialize(to: state)
                (records + i).initialize(to: ServerRecord())
            }
        }

        func rebuild(allBackups: Bool = false) {
            schedule.rebuild(servers: servers, records: records, count: count, allBackups: allBackups, version: 1)
        }

        func take(_ algorithm: BalanceAlgorithm, avoid: ServerPointer? = nil) -> Int? {
            guard
                case .success(let server) = takeServer(
                    schedule, algorithm: algorithm, position: proxy.pointee, client: PeerAddress(ipv4: 10, 0, 0, 1, port: 1), random: 12345,
                    avoid: avoid)
            else { return nil }
            return (0..<count).first { servers[$0] == server }
        }

        deinit {
            schedule.free()
            servers.deallocate()
            records.deallocate()
        }
    }

    @Test func weightsAreKeptAndSpread() {
        let backend = Backend([5, 1, 1])
        backend.rebuild()
        let order = (0..<14).compactMap { _ in backend.take(.roundrobin) }
        #expect(order.filter { $0 == 0 }.count == 10)
        #expect(order.filter { $0 == 1 }.count == 2)
        #expect(order.filter { $0 == 2 }.count == 2)
        // Never all five turns of the heavy one in a row.
        let runs = order.split { $0 != 0 }.map(\.count).max() ?? 0
        #expect(runs < 5)
    }

    @Test func backupsServeOnlyAlone() {
        let backend = Backend([1, 1, 1])
        backend.records[2].flagsRaw = ServerFlags.backup.rawValue
        backend.rebuild()
        #expect(Set((0..<6).compactMap { _ in backend.take(.roundrobin) }) == [0, 1])
        for i in 0..<2 { backend.servers[i].pointee.health.store(ServerHealth.down.rawValue, ordering: .relaxed) }
        backend.rebuild()
        #expect(Set((0..<6).compactMap { _ in backend.take(.roundrobin) }) == [2])
    }

    @Test func aNewServerWaitsForItsFirstCheckUnlessThereIsNoOther() {
        let backend = Backend([1, 1])
        backend.servers[1].pointee.health.store(ServerHealth.starting.rawValue, ordering: .relaxed)
        backend.rebuild()
        #expect(Set((0..<4).compactMap { _ in backend.take(.roundrobin) }) == [0])
        backend.servers[0].pointee.health.store(ServerHealth.down.rawValue, ordering: .relaxed)
        backend.rebuild()
        #expect(Set((0..<4).compactMap { _ in backend.take(.roundrobin) }) == [1])
    }

    @Test func leastconnTakesTheLessLoadedPerWeight() {
        let backend = Backend([1, 3])
        backend.rebuild()
        let order = (0..<8).compactMap { _ in backend.take(.leastconn) }
        #expect(order.filter { $0 == 1 }.count == 6)
    }

    @Test func fullServersArePassedOver() {
        let backend = Backend([1, 1])
        for i in 0..<2 { backend.servers[i].pointee.maxconn.store(1, ordering: .relaxed) }
        backend.rebuild()
        #expect(Set([backend.take(.roundrobin), backend.take(.roundrobin)]) == [0, 1])
        #expect(backend.take(.roundrobin) == nil)
        #expect(backend.take(.leastconn) == nil)
    }

    @Test func aFailedServerIsAvoidedWhileThereIsAnother() {
        let backend = Backend([1, 1])
        backend.rebuild()
        for _ in 0..<4 { #expect(backend.take(.roundrobin, avoid: backend.servers[0]) == 1) }
        backend.servers[1].pointee.health.store(ServerHealth.down.rawValue, ordering: .relaxed)
        backend.rebuild()
        #expect(backend.take(.roundrobin, avoid: backend.servers[0]) == 0)
    }
}

func withBytes<R>(_ text: String, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    var copy = text
    return copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
}
