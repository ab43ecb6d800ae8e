import Glibc
import Plan
import Testing

@testable import Runtime

@Suite struct ListeningSocketsTests {
    /// Binds, activates and commits. Answers the descriptors that the worker would have got, by row.
    @discardableResult
    private func take(_ sockets: inout ListeningSockets, _ transaction: UInt32, _ specs: [ListenSpec]) throws -> [UInt32: Int32] {
        sockets.collect(transaction, specs)
        let opened = try sockets.bind(transaction).get()
        let failure = sockets.activate(transaction)
        try #require(failure == nil)
        sockets.commit(transaction)
        return Dictionary(uniqueKeysWithValues: opened.map { ($0.row, $0.descriptor) })
    }

    /// Takes a list with one socket that is new. Its descriptor.
    private func takeOne(_ sockets: inout ListeningSockets, _ transaction: UInt32, _ spec: ListenSpec) throws -> Int32 {
        let opened = try take(&sockets, transaction, [spec])
        return try #require(opened[0])
    }

    private func activates(_ sockets: inout ListeningSockets, _ transaction: UInt32) -> Bool { sockets.activate(transaction) == nil }

    private func refusal(_ sockets: inout ListeningSockets, _ transaction: UInt32, _ specs: [ListenSpec]) -> BindFailure? {
        sockets.collect(transaction, specs)
        guard case .failure(let failure) = sockets.bind(transaction) else { return nil }
        return failure
    }

    private func unix(_ directory: TemporaryDirectory, _ name: String, mode: UInt32 = UInt32.max) -> ListenSpec {
        ListenSpec(unixPath: directory.bytes(name), mode: mode)
    }

    // MARK: Refusals

    @Test(arguments: [false, true]) func anAddressThatAnotherHoldsIsRefusedAndNothingChanges(reusePort: Bool) throws {
        let directory = try TemporaryDirectory()
        let foreign = try TestSocket.listening(reusePort: reusePort)
        defer { close(foreign) }
        let port = TestSocket.port(foreign)
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let old = ListenSpec(loopback: 0, key: "old")
        let serving = try takeOne(&sockets, 1, old)

        let failure = refusal(&sockets, 2, [old, unix(directory, "new.sock"), ListenSpec(loopback: port)])
        #expect(failure == BindFailure(row: 2, reason: "cannot listen on 127.0.0.1:\(port): another process holds this address"))
        #expect(directory.names == [])
        #expect(sockets.servingKeys == [old.key] && sockets.drainingCount == 0)
        #expect(sockets.descriptor(of: old.key) == serving)
        close(try TestSocket.connect(TestSocket.port(serving)).get())
        #expect(TestSocket.accepts(serving))
        // The refused transaction is over.
        let late = sockets.activate(2)
        #expect(late?.reason == "the list of sockets is not known")
        sockets.commit(2)
        #expect(sockets.servingKeys == [old.key])
        // The foreign process noticed nothing.
        close(try TestSocket.connect(port).get())
        #expect(TestSocket.accepts(foreign))
    }

    @Test func anAddressThatIsTakenBetweenBindAndListenIsRefused() throws {
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let directory = try TemporaryDirectory()
        let port = try TestSocket.freePort()
        sockets.collect(1, [unix(directory, "a.sock"), ListenSpec(loopback: port)])
        let opened = try sockets.bind(1).get()
        #expect(opened.count == 2)
        let foreign = try TestSocket.bound(port: port)
        defer { close(foreign) }
        try #require(listen(foreign, 1) == 0)
        let activated = sockets.activate(1)
        let failure = try #require(activated)
        #expect(failure == BindFailure(row: 1, reason: "cannot listen on 127.0.0.1:\(port): another process took this address meanwhile"))
        #expect(directory.names == [])
        sockets.commit(1)
        #expect(sockets.servingKeys == [])
    }

    @Test func reasonsNameWhatIsWrong() throws {
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        var elsewhere = ListenSpec(loopback: 0)
        elsewhere.high = PeerAddress(ipv4: 192, 0, 2, 1, port: 0).high
        #expect(refusal(&sockets, 1, [elsewhere])?.reason.hasSuffix("no interface of this machine has this address") == true)
        var device = ListenSpec(loopback: 0)
        device.interface = [UInt8]("nosuchif0".utf8)
        #expect(refusal(&sockets, 2, [device])?.reason.contains("interface nosuchif0: ") == true)
        var name = ListenSpec(loopback: 0, key: "name:localhost")
        name.family = .name
        #expect(
            refusal(&sockets, 3, [name])?.reason == "cannot listen on name:localhost: a listening address has to be a number or a path")
        let spec = ListenSpec(loopback: 0)
        #expect(refusal(&sockets, 4, [spec, spec])?.reason.hasSuffix("the plan has this address twice") == true)
        let many = [ListenSpec](repeating: spec, count: MasterLimits.listeners + 1)
        #expect(refusal(&sockets, 5, many)?.reason == "65537 sockets; at most 65536 are possible")
        guard case .failure(let failure) = sockets.bind(6) else {
            Issue.record("a list that was never sent is bound")
            return
        }
        #expect(failure.reason == "the list of sockets is not known")
    }

    @Test func settingsThatAnOpenSocketKeepsAreRefused() throws {
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let spec = ListenSpec(loopback: 0)
        try take(&sockets, 1, [spec])
        var changed = spec
        changed.flags = .transparent
        let refused = refusal(&sockets, 2, [changed])
        let failure = try #require(refused)
        #expect(failure.reason.hasSuffix("remove it with one reload and add it with the next"))
        // The same while it drains: it is still the same socket.
        try take(&sockets, 3, [])
        #expect(refusal(&sockets, 4, [changed]) != nil)
        // What an open socket can change is no reason.
        var other = spec
        other.flags = .deferAccept
        other.backlog = 7
        try take(&sockets, 5, [spec])
        try take(&sockets, 6, [other])
    }

    // MARK: Kept, new, closed

    @Test func keptNewAndClosedSockets() throws {
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let (a, b, c) = (ListenSpec(loopback: 0, key: "a"), ListenSpec(loopback: 0, key: "b"), ListenSpec(loopback: 0, key: "c"))
        let first = try take(&sockets, 1, [a, b])
        let (socketA, socketB) = (try #require(first[0]), try #require(first[1]))
        let (portA, portB) = (TestSocket.port(socketA), TestSocket.port(socketB))
        // Both wait in the queues while the plan changes.
        let (clientA, clientB) = (try TestSocket.connect(portA).get(), try TestSocket.connect(portB).get())
        defer {
            close(clientA)
            close(clientB)
        }

        var held = b
        held.isHeld = true
        sockets.collect(2, [held, c])
        let opened = try sockets.bind(2).get()
        #expect(opened.map(\.row) == [1])
        let portC = TestSocket.port(opened[0].descriptor)
        #expect(try TestSocket.isRefused(portC))
        #expect(activates(&sockets, 2))
        #expect(sockets.servingKeys == [a.key, b.key])
        sockets.commit(2)
        #expect(sockets.servingKeys == [b.key, c.key] && sockets.drainingCount == 1)
        #expect(sockets.descriptor(of: b.key) == socketB)
        #expect(sockets.descriptor(of: a.key) == nil)

        // A's queue is the worker's to empty, until it says so.
        #expect(TestSocket.accepts(socketA) && TestSocket.accepts(socketB))
        close(try TestSocket.connect(portC).get())
        #expect(TestSocket.accepts(opened[0].descriptor))
        sockets.drained(a.key)
        #expect(sockets.drainingCount == 0)
        #expect(try TestSocket.isRefused(portA))
        // A second word of it changes nothing.
        sockets.drained(a.key)
        sockets.drained(b.key)
        #expect(sockets.servingKeys == [b.key, c.key])
    }

    /// A worker that starts anew holds nothing and gets every socket, the same ones.
    @Test func aNewWorkerGetsTheOpenSockets() throws {
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let spec = ListenSpec(loopback: 0)
        let first = try takeOne(&sockets, 1, spec)
        let client = try TestSocket.connect(TestSocket.port(first)).get()
        defer { close(client) }
        sockets.workerIsGone()
        let second = try takeOne(&sockets, 2, spec)
        #expect(second == first)
        #expect(TestSocket.accepts(second))
    }

    /// Removed and wanted again before the worker has emptied it: the same queue, so that nobody in it is lost.
    @Test func aSocketThatComesBackIsTheSame() throws {
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let spec = ListenSpec(loopback: 0)
        let first = try takeOne(&sockets, 1, spec)
        let port = TestSocket.port(first)
        let client = try TestSocket.connect(port).get()
        defer { close(client) }
        try take(&sockets, 2, [])
        let again = try takeOne(&sockets, 3, spec)
        #expect(TestSocket.isSame(first, again))
        sockets.drained(spec.key)
        #expect(sockets.drainingCount == 0 && sockets.servingKeys == [spec.key])
        #expect(TestSocket.accepts(again))
        close(try TestSocket.connect(port).get())
        #expect(TestSocket.accepts(again))
        try take(&sockets, 4, [])
        sockets.drained(spec.key)
        #expect(try TestSocket.isRefused(port))
    }

    @Test func ourOwnWildcardStandsBesideAnAddress() throws {
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let port = try TestSocket.freePort()
        let one = ListenSpec(loopback: port)
        var any = ListenSpec(loopback: port, key: "any")
        any.high = 0
        try take(&sockets, 1, [one])
        try take(&sockets, 2, [one, any])
        #expect(sockets.servingKeys == [one.key, any.key])
    }

    @Test func overlaps() {
        func spec(_ family: AddressFamily, _ high: UInt64, _ port: UInt32, _ flags: ListenerFlags = []) -> ListenSpec {
            var spec = ListenSpec()
            (spec.family, spec.high, spec.port, spec.flags) = (family, high, port, flags)
            return spec
        }
        let (any4, one4, any6, one6) = (spec(.ipv4, 0, 80), spec(.ipv4, 5, 80), spec(.ipv6, 0, 80), spec(.ipv6, 5, 80))
        let only6 = spec(.ipv6, 0, 80, .v6only)
        let yes = [(any4, one4), (one4, one4), (any6, one6), (any4, any6), (one4, any6)]
        let no = [(one4, spec(.ipv4, 6, 80)), (one4, spec(.ipv4, 5, 81)), (any4, only6), (any4, one6), (one4, one6)]
        for (a, b) in yes { #expect(a.overlaps(b) && b.overlaps(a), "\(a.description) \(b.description)") }
        for (a, b) in no { #expect(!a.overlaps(b) && !b.overlaps(a), "\(a.description) \(b.description)") }
    }

    @Test func aReleasedTransactionLeavesNothing() throws {
        let directory = try TemporaryDirectory()
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let kept = ListenSpec(loopback: 0, key: "kept")
        let serving = try takeOne(&sockets, 1, kept)
        sockets.collect(2, [kept, ListenSpec(loopback: 0, key: "new")])
        sockets.collect(2, [unix(directory, "new.sock")])
        let opened = try sockets.bind(2).get()
        #expect(opened.map(\.row) == [0, 1, 2])
        let port = TestSocket.port(opened[1].descriptor)
        #expect(activates(&sockets, 2))
        #expect(directory.names == ["new.sock"])
        close(try TestSocket.connect(port).get())
        sockets.release(7)
        #expect(directory.names == ["new.sock"])
        sockets.release(2)
        #expect(directory.names == [])
        #expect(try TestSocket.isRefused(port))
        close(try TestSocket.connect(TestSocket.port(serving)).get())
        #expect(TestSocket.accepts(serving))
        // The next list releases the one before it.
        sockets.collect(3, [unix(directory, "third.sock")])
        _ = try sockets.bind(3).get()
        #expect(directory.names.count == 1)
        sockets.collect(4, [])
        #expect(directory.names == [])
    }

    // MARK: Unix

    @Test func aUnixSocketAppearsWhenItListens() throws {
        let directory = try TemporaryDirectory()
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let spec = unix(directory, "a.sock", mode: 0o640)
        sockets.collect(1, [spec])
        let opened = try sockets.bind(1).get()
        let descriptor = try #require(opened.first?.descriptor)
        #expect(directory.names.count == 1 && directory.names != ["a.sock"])
        #expect(activates(&sockets, 1))
        #expect(directory.names == ["a.sock"])
        var status = stat()
        #expect(lstat(directory["a.sock"], &status) == 0 && status.st_mode & 0o7777 == 0o640)
        close(try TestSocket.connect(path: directory["a.sock"]).get())
        #expect(TestSocket.accepts(descriptor))
        sockets.commit(1)

        // Another mode on the open socket.
        var changed = spec
        changed.unixMode = 0o600
        try take(&sockets, 2, [changed])
        #expect(lstat(directory["a.sock"], &status) == 0 && status.st_mode & 0o7777 == 0o600)
        // It leaves the path at once and drains.
        try take(&sockets, 3, [])
        #expect(directory.names == [] && sockets.drainingCount == 1)
        // A successor under the same path is another socket, and the old one's end does not take it away.
        let successor = try takeOne(&sockets, 4, spec)
        #expect(!TestSocket.isSame(successor, descriptor))
        sockets.drained(spec.key)
        close(try TestSocket.connect(path: directory["a.sock"]).get())
        #expect(TestSocket.accepts(successor))
    }

    @Test func whatStandsAtAPathIsOnlyReplacedWhereItIsStale() throws {
        let directory = try TemporaryDirectory()
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        let spec = unix(directory, "a.sock")
        // A file.
        try directory.write("a.sock", "precious")
        #expect(refusal(&sockets, 1, [spec])?.reason == "cannot listen on \(directory["a.sock"]): a file that is no socket is in its place")
        #expect(directory.names == ["a.sock"])
        unlink(directory["a.sock"])
        // Somebody who listens.
        var foreign = ListeningSockets()
        try take(&foreign, 1, [spec])
        #expect(refusal(&sockets, 2, [spec])?.reason.hasSuffix("another process listens there") == true)
        close(try TestSocket.connect(path: directory["a.sock"]).get())
        // A socket that nobody listens on.
        let descriptor = try #require(foreign.descriptor(of: spec.key))
        close(descriptor)
        guard case .failure = try TestSocket.connect(path: directory["a.sock"]) else {
            Issue.record("the foreign socket still listens")
            return
        }
        try take(&sockets, 3, [spec])
        close(try TestSocket.connect(path: directory["a.sock"]).get())
    }

    @Test func somebodyElsesFileIsNotRemoved() throws {
        let directory = try TemporaryDirectory()
        var sockets = ListeningSockets()
        try take(&sockets, 1, [unix(directory, "a.sock")])
        try directory.replace("a.sock", "not ours")
        sockets.closeAll()
        #expect(directory.names == ["a.sock"])
    }

    @Test func unixRefusals() throws {
        let directory = try TemporaryDirectory()
        var sockets = ListeningSockets()
        let long = unix(directory, String(repeating: "x", count: 100))
        #expect(refusal(&sockets, 1, [long])?.reason.contains("the path is too long: ") == true)
        #expect(refusal(&sockets, 2, [unix(directory, "no/a.sock")])?.reason.hasSuffix("No such file or directory") == true)
        var user = unix(directory, "a.sock")
        user.unixUser = [UInt8]("no such user".utf8)
        #expect(refusal(&sockets, 3, [user])?.reason.hasSuffix("there is no user 'no such user'") == true)
        var group = unix(directory, "a.sock")
        group.unixGroup = [UInt8]("no such group".utf8)
        #expect(refusal(&sockets, 4, [group])?.reason.hasSuffix("there is no group 'no such group'") == true)
        var empty = unix(directory, "a.sock")
        empty.path = []
        #expect(refusal(&sockets, 5, [empty])?.reason.hasSuffix("this is not a path") == true)
        empty.path = directory.bytes("a") + [0]
        #expect(refusal(&sockets, 6, [empty])?.reason.hasSuffix("this is not a path") == true)
        #expect(directory.names == [])
    }

    /// A rename that fails takes back the sockets that already stood under their paths.
    @Test func aPathThatCannotBeTakenUndoesTheOthers() throws {
        let directory = try TemporaryDirectory()
        var sockets = ListeningSockets()
        sockets.collect(1, [unix(directory, "a.sock"), unix(directory, "b.sock")])
        _ = try sockets.bind(1).get()
        try #require(mkdir(directory["b.sock"], 0o700) == 0)
        let activated = sockets.activate(1)
        let failure = try #require(activated)
        #expect(failure.row == 1 && failure.reason.hasPrefix("cannot listen on \(directory["b.sock"]): rename: "))
        #expect(directory.names == ["b.sock"])
    }

    @Test func abstractNames() throws {
        let directory = try TemporaryDirectory()
        var spec = ListenSpec()
        spec.family = .abstractUnix
        spec.path = [UInt8](directory.path.utf8)
        spec.key = [1] + spec.path
        var (first, second) = (ListeningSockets(), ListeningSockets())
        try take(&first, 1, [spec])
        let failure = refusal(&second, 1, [spec])
        #expect(failure?.reason == "cannot listen on abns@\(directory.path): another process holds this address")
        first.closeAll()
        try take(&second, 2, [spec])
        second.closeAll()
    }

    @Test func inheritedDescriptors() throws {
        let socket = try TestSocket.listening()
        let pipe = try Pipe()
        defer { close(socket) }
        var sockets = ListeningSockets()
        defer { sockets.closeAll() }
        var spec = ListenSpec(loopback: 0, key: "fd")
        spec.family = .descriptor
        for wrong in [UInt32(pipe.reader), 1_000_000, UInt32.max] {
            spec.port = wrong
            #expect(refusal(&sockets, 1, [spec])?.reason.hasPrefix("cannot listen on fd@\(wrong): the process that started") == true)
        }
        spec.port = UInt32(socket)
        let adopted = try takeOne(&sockets, 2, spec)
        #expect(adopted != socket && TestSocket.isSame(adopted, socket))
    }
}
