import CLinux
import Glibc
import Synchronization
import Testing

@testable import Runtime

@Suite struct ResolverTests {
    private static func address(_ n: UInt8) -> PeerAddress { PeerAddress(ipv4: 192, 0, 2, n, port: 0) }
    private static func name(_ n: Int) -> [UInt8] { [UInt8]("name\(n)".utf8) }

    /// A look-up that waits at a gate where its name says so.
    private final class Gate: Sendable {
        let opened: Int32
        let entered: Int32
        init() {
            opened = eventfd(0, Int32(EFD_SEMAPHORE | EFD_CLOEXEC))
            entered = eventfd(0, Int32(EFD_SEMAPHORE | EFD_CLOEXEC))
        }
        deinit {
            close(opened)
            close(entered)
        }
        private func add(_ count: UInt64, to descriptor: Int32) {
            var count = count
            _ = write(descriptor, &count, 8)
        }
        func open(_ count: UInt64) { add(count, to: opened) }
        func awaitEntry() {
            var count: UInt64 = 0
            _ = read(entered, &count, 8)
        }
        func lookUp(_ name: [UInt8]) -> [PeerAddress] {
            add(1, to: entered)
            var count: UInt64 = 0
            _ = read(opened, &count, 8)
            return [address(name.last ?? 0)]
        }
    }

    @Test func answersComeInTheOrderOfTheNames() throws {
        let resolver = Resolver { name in name.last == 0x33 ? [] : [Self.address(name.last ?? 0), Self.address(1)] }
        let names = (0..<40).map(Self.name)
        #expect(!resolver.isComplete)
        #expect(resolver.start(names))
        #expect(isReadable(resolver.notifications))
        #expect(resolver.isComplete)
        let answers = resolver.take()
        #expect(answers.map(\.count) == names.map { $0.last == 0x33 ? 0 : 2 })
        for (name, answer) in zip(names, answers) where !answer.isEmpty { #expect(answer[0] == Self.address(name.last ?? 0)) }
        #expect(!resolver.isComplete && !isReadable(resolver.notifications, withinMs: 0))
        #expect(resolver.take() == [])
    }

    /// Batches right behind one another, while threads of the one before are on their way out.
    @Test func everyBatchIsAnswered() throws {
        let resolver = Resolver { [Self.address($0.last ?? 0)] }
        let names = (0..<ControlLimits.resolverThreads).map(Self.name)
        for round in 0..<2000 {
            try #require(resolver.start(names), "round \(round)")
            try #require(isReadable(resolver.notifications), "round \(round)")
            try #require(resolver.isComplete, "round \(round)")
            try #require(resolver.take() == names.map { [Self.address($0.last ?? 0)] }, "round \(round)")
        }
    }

    @Test func whatIsAnsweredSoFarIsTakenAndTheRestIsDropped() throws {
        let gate = Gate()
        let resolver = Resolver { $0 == Self.name(0) ? gate.lookUp($0) : [Self.address($0.last ?? 0)] }
        #expect(resolver.start([Self.name(0)]))
        gate.awaitEntry()
        #expect(!resolver.isComplete)
        #expect(resolver.take() == [[]])
        // Its answer comes while another batch is under way, and is not taken for one of that.
        #expect(resolver.start([Self.name(1), Self.name(2)]))
        gate.open(1)
        #expect(isReadable(resolver.notifications))
        #expect(resolver.take() == [[Self.address(0x31)], [Self.address(0x32)]])
    }

    /// A complete batch that is given up says nothing of the next one.
    @Test func aLateWordOfAnOlderBatchIsNotHeard() throws {
        let gate = Gate()
        let resolver = Resolver { $0 == Self.name(9) ? gate.lookUp($0) : [Self.address($0.last ?? 0)] }
        #expect(resolver.start([Self.name(1)]))
        #expect(isReadable(resolver.notifications))
        #expect(resolver.start([Self.name(9)]))
        gate.awaitEntry()
        #expect(!resolver.isComplete && !isReadable(resolver.notifications, withinMs: 0))
        gate.open(1)
        #expect(isReadable(resolver.notifications) && resolver.isComplete)
        #expect(resolver.take() == [[Self.address(0x39)]])
    }

    @Test func aResolverThatHangsIsNotAskedFurther() throws {
        let gate = Gate()
        let resolver = Resolver(lookup: gate.lookUp)
        let names = (0..<ControlLimits.resolverThreads).map(Self.name)
        #expect(resolver.start(names))
        for _ in names { gate.awaitEntry() }
        #expect(resolver.take() == names.map { _ in [] })
        #expect(!resolver.start([Self.name(1)]))
        #expect(resolver.take() == [[]])
        // Once they answer, there are threads again.
        gate.open(1_000_000)
        var isStarted = false
        for _ in 0..<5000 where !isStarted {
            isStarted = resolver.start([Self.name(1)])
            if !isStarted { usleep(1000) }
        }
        #expect(isStarted)
        #expect(isReadable(resolver.notifications))
        #expect(resolver.take() == [[Self.address(0x31)]])
    }

    @Test func theSystemKnowsLocalhostAndNumbers() {
        let localhost = Resolver.system([UInt8]("localhost".utf8))
        #expect(localhost.contains { $0 == PeerAddress(ipv4: 127, 0, 0, 1, port: 0) || ($0.family == 6 && $0.port == 0) })
        #expect(Resolver.system([UInt8]("192.0.2.7".utf8)) == [Self.address(7)])
        #expect(Resolver.system([UInt8]("name.invalid".utf8)) == [])
        #expect(Resolver.system([]) == [])
    }
}
