import CLinux
import Glibc
import Plan
import PlanFixtures
import Synchronization
import Testing

@testable import Runtime

/// A core that serves nothing: it takes every plan, or refuses it.
final class ScriptedCore: ServingCore, @unchecked Sendable {
    struct State {
        var events: [CoreEvent] = []
        var refusal: Refusal?
        var calls: [String] = []
        var sockets: [Int32] = []
        var servers: [PeerAddress] = []
        /// Called by the control thread in ``ScriptedCore/takeEvents()``.
        var onTakeEvents: (@Sendable () -> Void)?
    }
    let state = Mutex(State())
    let notifications = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    deinit { close(notifications) }

    var calls: [String] { state.withLock { $0.calls } }

    func post(_ events: CoreEvent...) {
        state.withLock { $0.events += events }
        wake()
    }

    func wake() {
        var one: UInt64 = 1
        _ = write(notifications, &one, 8)
    }

    func takeEvents() -> [CoreEvent] {
        var count: UInt64 = 0
        _ = read(notifications, &count, 8)
        let (events, hook) = state.withLock { state in
            defer { state.events = [] }
            return (state.events, state.onTakeEvents)
        }
        hook?()
        return events
    }

    func prepare(_ input: PreparationInput) -> Result<PreparedGeneration, Refusal> {
        state.withLock { state in
            state.calls.append("prepare \(input.number)")
            state.sockets = input.sockets
            state.servers = input.resolved
            if let refusal = state.refusal { return .failure(refusal) }
            return .success(PreparedGeneration(number: input.number))
        }
    }

    func commit(_ prepared: PreparedGeneration) {
        state.withLock { $0.calls.append("commit \(prepared.number)") }
        post(.committed(generation: prepared.number, notes: ["a note"]))
    }

    func discard(_ prepared: PreparedGeneration) { state.withLock { $0.calls.append("discard \(prepared.number)") } }

    func stop(gracefully: Bool, hardStopAfterMs: UInt32?) {
        state.withLock { $0.calls.append("stop \(gracefully)") }
        post(.stopped)
    }

    func reclaim(_ memory: UnsafeMutableRawPointer) { memory.deallocate() }
    var serving: GenerationPointer? { nil }
    func generationSummaries() -> [GenerationSummary] { [] }
    func findHolders() { post(.holdersFound) }
    func processCounters() -> ProcessCounters { ProcessCounters() }
    func setServerAdmin(_ row: ServerID, bit: UInt32, on: Bool) {}
    func setServerWeight(_ row: ServerID, weight: UInt32) {}
}

/// A worker's control thread whose master is the test.
final class WorkerRig {
    let core = ScriptedCore()
    let channel: Channel
    let resolver: Resolver
    let sink: NoticeSink
    private let ended: Pipe
    private var hasEnded = false

    init(resolver lookup: @escaping Resolver.Lookup = Resolver.system) throws {
        let ends = try Channel.pair().get()
        channel = Channel(descriptor: ends.0)
        resolver = Resolver(lookup: lookup)
        sink = try NoticeSink()
        ended = try Pipe()
        let (core, resolver, notices, writer) = (core, resolver, sink.notices, ended.writer)
        onThread {
            var code = UInt8(
                truncatingIfNeeded: WorkerProcess(
                    channel: ends.1, core: core, registry: Registry(), resolver: resolver, notices: notices
                ).run())
            _ = write(writer, &code, 1)
        }
    }

    deinit {
        // The thread uses what goes with this object.
        shutdown(channel.descriptor, Int32(SHUT_RDWR))
        if !hasEnded { _ = exitCode() }
    }

    /// The control thread's exit code; it has to be told to end, or to lose its master.
    func exitCode() -> UInt8? {
        var code: UInt8 = 0
        guard isReadable(ended.reader, withinMs: 10_000), read(ended.reader, &code, 1) == 1 else { return nil }
        hasEnded = true
        return code
    }

    func send(_ message: MasterMessage, descriptors: [Int32] = []) { channel.send(message.encoded, descriptors: descriptors) }

    /// Hands over the plan's bytes, sealed.
    func load(_ bytes: [UInt8], request: UInt32, source: String = "test", isSealed: Bool = true) throws {
        let memory = try SealedMemory.create()
        defer { close(memory) }
        try #require(write(memory, bytes, bytes.count) == bytes.count)
        if isSealed { try SealedMemory.seal(memory) }
        send(.load(request: request, source: source), descriptors: [memory])
    }

    /// The worker's next message, and what came along, which is the caller's.
    func next() throws -> (message: WorkerMessage, descriptors: [Int32]) {
        try #require(isReadable(channel.descriptor, withinMs: 10_000), "the worker says nothing")
        let incoming = try #require(channel.receive())
        return (try #require(WorkerMessage(decoding: incoming.bytes)), incoming.descriptors)
    }

    /// Takes the lists of a plan without listeners' descriptors and answers that everything is there. The transaction.
    @discardableResult
    func obtain(sending descriptors: [Int32] = []) throws -> UInt32 {
        guard case .bind(let transaction, let specs, true) = try next().message else { throw Unexpected() }
        guard case .follow(transaction, _, true) = try next().message else { throw Unexpected() }
        let sent = descriptors.isEmpty ? [Int32](repeating: core.notifications, count: specs.count) : descriptors
        send(.sockets(transaction: transaction, rows: (0..<UInt32(sent.count)).map { $0 }), descriptors: sent)
        send(.bound(transaction: transaction, failure: nil))
        send(.followed(transaction: transaction))
        return transaction
    }

    /// The whole road to a commit.
    @discardableResult
    func take(_ bytes: [UInt8], request: UInt32, source: String = "test") throws -> CommitReport {
        try load(bytes, request: request, source: source)
        let transaction = try obtain()
        guard case .activate(transaction) = try next().message else { throw Unexpected() }
        send(.activated(transaction: transaction, failure: nil))
        return try committed()
    }

    /// The report that comes next, behind what names stand for.
    func committed() throws -> CommitReport {
        while true {
            let (message, descriptors) = try next()
            descriptors.forEach { close($0) }
            switch message {
            case .names: continue
            case .committed(let report): return report
            default: throw Unexpected()
            }
        }
    }

    func refused() throws -> (request: UInt32, step: HandoverStep, reason: String) {
        guard case .refused(let request, let step, let reason) = try next().message else { throw Unexpected() }
        return (request, step, reason)
    }

    /// The worker said something else.
    struct Unexpected: Error {}
}
