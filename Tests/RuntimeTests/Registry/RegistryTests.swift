import Runtime
import Synchronization
import Testing

@Suite struct RegistryTests {
    @Test func stateIsFoundAgainUnderItsKey() {
        let registry = Registry()
        let proxy = withBytes("app") { registry.proxy($0, name: $0) }
        var made: [ServerPointer] = []
        for i in 0..<5000 {
            let (state, isNew) = withBytes("app/server-\(i)") { registry.server($0, name: $0, proxy: proxy) }
            #expect(isNew)
            #expect(state.pointee.slot == UInt32(i))
            made.append(state)
        }
        for i in 0..<5000 {
            let (state, isNew) = withBytes("app/server-\(i)") { registry.server($0, name: $0, proxy: proxy) }
            #expect(!isNew && state == made[i])
        }
        #expect(withBytes("app/server-5000") { registry.findServer($0) } == nil)
    }

    @Test func placesAreBoundedByMaxconn() {
        let registry = Registry()
        let proxy = withBytes("app") { registry.proxy($0, name: $0) }
        let server = withBytes("app/s") { registry.server($0, name: $0, proxy: proxy).state }
        server.pointee.maxconn.store(2, ordering: .relaxed)
        let reserved = (0..<3).map { _ in server.pointee.reserve() }
        #expect(reserved == [true, true, false])
        let count = server.pointee.currentStreams.load(ordering: .relaxed)
        #expect(count == 2)
    }

    @Test func queuesAreFirstComeFirstServed() {
        let servers = SlotMap(count: 1)
        defer { servers.free() }
        servers.set(0, 0)
        var queue = StreamQueue()
        for i in 0..<5000 { queue.append(.init(loop: 0, stream: Handle(index: UInt32(i), reuse: 0), servers: servers)) }
        let entry = StreamQueue.Entry(loop: 0, stream: Handle(index: 10, reuse: 0), servers: servers)
        let removed = [queue.remove(entry), queue.remove(entry)]
        #expect(removed == [true, false])
        var seen: [UInt32] = []
        while let entry = queue.popFirst(for: 0) { seen.append(entry.stream.index) }
        #expect(seen == (0..<5000).filter { $0 != 10 }.map(UInt32.init))
    }

    @Test func aStreamIsServedByAServerOfItsOwnPlan() {
        let old = SlotMap(count: 2)
        let new = SlotMap(count: 2)
        defer {
            old.free()
            new.free()
        }
        old.set(0, 0)
        new.set(0, 0)
        new.set(1, 1)
        var queue = StreamQueue()
        for (i, servers) in [old, old, new, old].enumerated() {
            queue.append(.init(loop: 0, stream: Handle(index: UInt32(i), reuse: 0), servers: servers))
        }
        let first = queue.popFirst(for: 1)?.stream.index
        #expect(first == 2)
        let none = queue.popFirst(for: 1)?.stream.index
        #expect(none == nil)
        var rest: [UInt32] = []
        while let entry = queue.popFirst(for: 0) { rest.append(entry.stream.index) }
        #expect(rest == [0, 1, 3])
    }
}
