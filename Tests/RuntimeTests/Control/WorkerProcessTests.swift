import CLinux
import Glibc
import Plan
import PlanFixtures
import Synchronization
import Testing

@testable import Runtime

@Suite struct WorkerProcessTests {
    private func plan(_ names: [String] = [], port: UInt16 = 80) throws -> [UInt8] {
        let servers = names.indices.map { HTTPPlan.Server("s\($0)", port: UInt16(1000 + $0)) }
        var builder = HTTPPlan(port: port, servers: servers).builder()
        for (i, name) in names.enumerated() {
            builder.servers[i].address = Address(family: .name, port: UInt32(1000 + i), text: builder.intern(name))
        }
        return try builder.encode()
    }

    @Test func theRoadOfAPlan() throws {
        let rig = try WorkerRig()
        rig.send(.start(StartInfo()))
        try rig.load(try plan(), request: 5, source: "compile")
        guard case .bind(let transaction, let specs, true) = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(specs.map(\.description) == ["127.0.0.1:80"] && !specs[0].isHeld)
        guard case .follow(transaction, [], true) = try rig.next().message else { throw WorkerRig.Unexpected() }
        let pipe = try Pipe()
        rig.send(.sockets(transaction: transaction, rows: [0]), descriptors: [pipe.writer])
        // Nothing is prepared before all is there, in whatever order it comes.
        rig.send(.followed(transaction: transaction))
        rig.send(.bound(transaction: transaction, failure: nil))
        guard case .activate(transaction) = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(rig.core.calls == ["prepare 1"])
        #expect(rig.core.state.withLock { $0.sockets.count == 1 && TestSocket.isSame($0.sockets[0], pipe.writer) })
        rig.send(.activated(transaction: transaction, failure: nil))
        guard case .names(_, true) = try rig.next().message else { throw WorkerRig.Unexpected() }
        let (message, descriptors) = try rig.next()
        guard case .committed(let report) = message else { throw WorkerRig.Unexpected() }
        #expect(rig.core.calls == ["prepare 1", "commit 1"])
        #expect(report.transaction == transaction && report.request == 5 && report.notes == ["a note"])
        #expect(report.entry.generation == 1 && report.entry.source == "compile" && report.entry.digest.utf8.count == 64)
        // The plan comes along for the history.
        let image = try PlanImage.load(descriptor: try #require(descriptors.first))
        #expect(report.entry.planBytes == UInt64(image.byteCount))
        #expect(report.entry.digest == MappedPlan.hexadecimal(image.plan.meaningDigest))
        image.unmap()
        descriptors.forEach { close($0) }
    }

    @Test func generationsAreCountedOn() throws {
        let rig = try WorkerRig()
        var info = StartInfo()
        info.lastGeneration = 41
        rig.send(.start(info))
        #expect(try rig.take(try plan(), request: 1).entry.generation == 42)
        #expect(try rig.take(try plan(port: 81), request: 2).entry.generation == 43)
    }

    // MARK: Refusals

    @Test func whatIsNoPlanIsRefusedOnReceipt() throws {
        let rig = try WorkerRig()
        rig.send(.start(StartInfo()))
        try rig.load([], request: 1)
        #expect(try rig.refused() == (1, .receive, "the file is empty"))
        try rig.load([UInt8]("this is no plan".utf8), request: 2)
        #expect(try rig.refused() == (2, .receive, "the file is not a plan"))
        var damaged = try plan()
        damaged[damaged.count - 1] ^= 1
        try rig.load(damaged, request: 3)
        #expect(try rig.refused().step == .receive)
        try rig.load(try plan(), request: 4, isSealed: false)
        #expect(try rig.refused().reason.contains("not a memory file sealed"))
        #expect(rig.core.calls == [])
        // And then one that is.
        #expect(try rig.take(try plan(), request: 5).entry.generation == 1)
    }

    @Test func aSocketThatCannotBeBound() throws {
        let rig = try WorkerRig()
        try rig.load(try plan(), request: 1)
        guard case .bind(let transaction, _, true) = try rig.next().message else { throw WorkerRig.Unexpected() }
        guard case .follow = try rig.next().message else { throw WorkerRig.Unexpected() }
        let pipe = try Pipe()
        rig.send(.sockets(transaction: transaction, rows: [0]), descriptors: [pipe.writer])
        pipe.closeWriter()
        rig.send(.bound(transaction: transaction, failure: BindFailure(row: 0, reason: "cannot listen on it")))
        guard case .release(transaction) = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(try rig.refused() == (1, .prepare, "cannot listen on it"))
        #expect(pipe.isEnded())
        #expect(rig.core.calls == [])
    }

    @Test func socketsOfARefusedPlanAreClosed() throws {
        let rig = try WorkerRig()
        let pipe = try Pipe()
        rig.core.state.withLock { $0.refusal = Refusal(.prepare, "too many generations") }
        try rig.load(try plan(), request: 1)
        let transaction = try rig.obtain(sending: [pipe.writer])
        pipe.closeWriter()
        guard case .release(transaction) = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(try rig.refused() == (1, .prepare, "too many generations"))
        #expect(pipe.isEnded())

        // The same when the master cannot let it listen.
        let other = try Pipe()
        rig.core.state.withLock { $0.refusal = nil }
        try rig.load(try plan(), request: 2)
        let second = try rig.obtain(sending: [other.writer])
        other.closeWriter()
        guard case .activate(second) = try rig.next().message else { throw WorkerRig.Unexpected() }
        rig.send(.activated(transaction: second, failure: BindFailure(row: 0, reason: "taken meanwhile")))
        guard case .release(second) = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(try rig.refused() == (2, .prepare, "taken meanwhile"))
        #expect(rig.core.calls == ["prepare 1", "prepare 1", "discard 1"])
        #expect(other.isEnded())
    }

    @Test func descriptorsOfAnotherTransactionAreClosed() throws {
        let rig = try WorkerRig()
        let pipe = try Pipe()
        rig.send(.sockets(transaction: 77, rows: [0]), descriptors: [pipe.writer])
        rig.send(.plan(transaction: 77, generation: 3), descriptors: [pipe.writer])
        rig.send(.bound(transaction: 77, failure: nil))
        rig.send(.activated(transaction: 77, failure: nil))
        pipe.closeWriter()
        #expect(pipe.isEnded())
        #expect(try rig.take(try plan(), request: 1).entry.generation == 1)
    }

    /// What would not fit a message is refused, instead of breaking the channel and with it the worker.
    @Test func longAddressesAreRefused() throws {
        let rig = try WorkerRig()
        var builder = HTTPPlan(port: 80, servers: []).builder()
        builder.listeners[0].address = Address(family: .unix, text: builder.intern("/" + String(repeating: "x", count: 40_000)))
        try rig.load(try builder.encode(), request: 1)
        #expect(try rig.refused() == (1, .receive, "an address or path of 40001 bytes; at most 8192 are possible"))
        #expect(try rig.take(try plan(), request: 2).entry.generation == 1)
    }

    @Test func longReasonsNotesAndSourcesAreClipped() throws {
        let rig = try WorkerRig()
        let long = String(repeating: "ü", count: 50_000)
        rig.core.state.withLock { $0.refusal = Refusal(.prepare, long) }
        try rig.load(try plan(), request: 1)
        try rig.obtain()
        guard case .release = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(try rig.refused().reason == String(repeating: "ü", count: ControlLimits.reasonBytes / 2))
        rig.core.state.withLock { $0.refusal = nil }
        let report = try rig.take(try plan(), request: 2, source: "x" + String(long.prefix(10_000)))
        #expect(report.entry.source == "x" + String(repeating: "ü", count: (ControlLimits.sourceBytes - 1) / 2))
    }

    @Test func clipping() {
        #expect("abc".clipped(toBytes: 3) == "abc" && "abc".clipped(toBytes: 2) == "ab" && "abc".clipped(toBytes: 0) == "")
        #expect("a☃b".clipped(toBytes: 3) == "a" && "a☃b".clipped(toBytes: 4) == "a☃")
    }

    // MARK: Order

    @Test func plansAreTakenOneAfterAnother() throws {
        let rig = try WorkerRig()
        try rig.load(try plan(), request: 1)
        try rig.load([1, 2, 3], request: 2)
        try rig.load(try plan(port: 81), request: 3)
        let first = try rig.obtain()
        guard case .activate(first) = try rig.next().message else { throw WorkerRig.Unexpected() }
        rig.send(.activated(transaction: first, failure: nil))
        #expect(try rig.committed().request == 1)
        #expect(try rig.refused().request == 2)
        let second = try rig.obtain()
        guard case .activate(second) = try rig.next().message else { throw WorkerRig.Unexpected() }
        rig.send(.activated(transaction: second, failure: nil))
        let report = try rig.committed()
        #expect(report.request == 3 && report.entry.generation == 2)
    }

    // MARK: Names

    @Test func namesAreLookedUpAndGoToTheMaster() throws {
        let rig = try WorkerRig { name in [PeerAddress(ipv4: 192, 0, 2, UInt8(name.count), port: 0)] }
        try rig.load(try plan(["one", "three"]), request: 1)
        let transaction = try rig.obtain()
        guard case .activate(transaction) = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(rig.core.state.withLock { $0.servers.map { AddressDescription.describe($0) } } == ["192.0.2.3:1000", "192.0.2.5:1001"])
        rig.send(.activated(transaction: transaction, failure: nil))
        guard case .names(let encoded, true) = try rig.next().message else { throw WorkerRig.Unexpected() }
        _ = try rig.committed()

        // The next worker takes the plan though nobody answers any more.
        let next = try WorkerRig { _ in [] }
        next.send(.start(StartInfo()))
        next.send(.names(encoded: encoded))
        let report = try next.take(try plan(["one", "three"]), request: 1)
        #expect(next.core.state.withLock { $0.servers.map { AddressDescription.describe($0) } } == ["192.0.2.3:1000", "192.0.2.5:1001"])
        #expect(report.notes.first == "'one' does not resolve now; it keeps 192.0.2.3")
    }

    /// What a refused plan looked up is not what the serving one stands on.
    @Test func aRefusedPlanMovesNoName() throws {
        let last = Atomic<UInt8>(1)
        let rig = try WorkerRig { _ in [PeerAddress(ipv4: 192, 0, 2, last.load(ordering: .sequentiallyConsistent), port: 0)] }
        try rig.take(try plan(["a"]), request: 1)
        last.store(2, ordering: .sequentiallyConsistent)
        rig.core.state.withLock { $0.refusal = Refusal(.prepare, "no") }
        try rig.load(try plan(["a"]), request: 2)
        try rig.obtain()
        guard case .release = try rig.next().message else { throw WorkerRig.Unexpected() }
        _ = try rig.refused()
        rig.core.state.withLock { $0.refusal = nil }
        #expect(try rig.take(try plan(["a"]), request: 3).notes == ["'a' moved from 192.0.2.1 to 192.0.2.2", "a note"])
    }

    @Test func aNameThatNobodyKnowsRefusesThePlan() throws {
        let rig = try WorkerRig { _ in [] }
        try rig.load(try plan(["nowhere"]), request: 1)
        try rig.obtain()
        guard case .release = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(try rig.refused().reason == "server app/s0: 'nowhere' does not resolve (init-addr none would start without it)")
    }

    /// Names of a refused plan are answered in the moment in which the next plan starts: they are not taken for its names.
    @Test func anOlderPlansNamesAreNotTakenForTheNextOnes() throws {
        let gates = [eventfd(0, Int32(EFD_CLOEXEC)), eventfd(0, Int32(EFD_CLOEXEC)), eventfd(0, Int32(EFD_CLOEXEC))]
        defer { gates.forEach { close($0) } }
        let (slow, inCore, coreMayGo) = (gates[0], gates[1], gates[2])
        @Sendable func pass(_ gate: Int32) {
            var count: UInt64 = 0
            _ = read(gate, &count, 8)
        }
        @Sendable func open(_ gate: Int32) {
            var one: UInt64 = 1
            _ = write(gate, &one, 8)
        }
        let rig = try WorkerRig { name in
            pass(slow)
            return [PeerAddress(ipv4: 192, 0, 2, UInt8(name.count), port: 0)]
        }
        try rig.load(try plan(["a"]), request: 1)
        try rig.load(try plan(["bbb"]), request: 2)
        guard case .bind(let transaction, _, true) = try rig.next().message else { throw WorkerRig.Unexpected() }
        guard case .follow = try rig.next().message else { throw WorkerRig.Unexpected() }
        // The control thread is held while both the answer and the refusal come, so that it finds them together.
        rig.core.state.withLock {
            $0.onTakeEvents = {
                open(inCore)
                pass(coreMayGo)
            }
        }
        rig.core.wake()
        pass(inCore)
        rig.core.state.withLock { $0.onTakeEvents = nil }
        rig.send(.bound(transaction: transaction, failure: BindFailure(row: 0, reason: "no")))
        open(slow)
        #expect(isReadable(rig.resolver.notifications))
        open(coreMayGo)
        guard case .release(transaction) = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(try rig.refused().request == 1)
        let second = try rig.obtain()
        open(slow)
        guard case .activate(second) = try rig.next().message else { throw WorkerRig.Unexpected() }
        #expect(rig.core.state.withLock { $0.servers.map { AddressDescription.describe($0) } } == ["192.0.2.3:1000"])
    }

    // MARK: The end

    @Test func stops() throws {
        for gracefully in [true, false] {
            let rig = try WorkerRig()
            rig.send(.stop(gracefully: gracefully))
            #expect(rig.exitCode() == 0)
            #expect(rig.core.calls == ["stop \(gracefully)"])
        }
    }

    @Test func aMasterThatTalksNonsense() throws {
        let rig = try WorkerRig()
        let pipe = try Pipe()
        rig.channel.send([99, 1, 2], descriptors: [pipe.writer])
        pipe.closeWriter()
        #expect(rig.exitCode() == 2)
        #expect(pipe.isEnded())
        #expect(rig.sink.text.contains("the master sent a message that is none"))
    }

    @Test func aMasterThatIsGone() throws {
        let rig = try WorkerRig()
        shutdown(rig.channel.descriptor, Int32(SHUT_RDWR))
        #expect(rig.exitCode() == 2)
        #expect(rig.sink.text.contains("the master is gone"))
    }

    @Test func whatTheCoreTells() throws {
        let rig = try WorkerRig()
        rig.core.post(.notice("server app/a is DOWN"), .listenerDrained([1, 2, 3]), .generationFreed(1))
        #expect(try rig.next().message == .drained(key: [1, 2, 3]))
        #expect(rig.sink.text == "[WARNING] server app/a is DOWN\n")
    }

    @Test func linesOfFollowedFilesAreTakenAtAnyTime() throws {
        let rig = try WorkerRig()
        for line: [UInt8]? in [[1], nil, [], nil, [2, 3]] { rig.send(.line(path: [0x2F], line: line)) }
        #expect(try rig.take(try plan(), request: 1).entry.generation == 1)
    }
}
