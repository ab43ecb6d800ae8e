/// Everything outside the runtime, from one seed: the clock, descriptors, sockets, peers. One thread.
package final class SimulatedWorld {
    package let seed: UInt64
    package let loopCount: Int
    var random: Xoshiro256
    /// Monotonic nanoseconds; goes on only where nothing is ready, and a little with every step.
    package internal(set) var now: UInt64 = 1_000_000_000_000
    /// Microseconds since 1970 less the monotonic clock: jumps.
    var wallOffset: Int64 = 1_700_000_000_000_000
    package internal(set) var violation: Violation?
    var traces: Bool

    let knobs: SimulationKnobs
    let fault: PlantedFault?
    /// How often the planted fault was committed.
    package internal(set) var faultCount = 0

    var descriptors: [SimulatedDescriptor] = [.standard, .standard, .standard]
    var lowestFree = 3
    var openCount = 3
    var descriptorLimit = SimulationLimits.descriptors
    /// One a loop, then the control side's.
    var pollers: [SimulatedPoller]
    var listeners: [SimulatedListener] = []
    var linkCount = 0

    var agenda = SimulatedAgenda()
    var actors: [SimulatedActor?] = []
    /// What answers connections of the runtime, by port.
    var origins: [UInt16: SimulatedOrigin] = [:]
    var exchanges: [Exchange] = []
    /// What the control side did, for peers to judge answers by.
    var handovers = HandoverHistory()
    var weather = Weather()
    /// Clients that are not done, and answers that came complete.
    var clientsLeft = 0
    package internal(set) var answers = 0
    /// Lets others move in the middle of a loop's turn. Set by the simulation.
    var interleave: (() -> Void)?
    private var depth = 0

    package init(seed: UInt64, loops: Int, fault: PlantedFault?, traces: Bool) {
        self.seed = seed
        loopCount = loops
        self.fault = fault
        self.traces = traces
        var random = Xoshiro256(seed: seed)
        knobs = SimulationKnobs(&random, fault: fault)
        self.random = random
        pollers = (0...loops).map { _ in SimulatedPoller() }
    }

    /// The first violation ends the run.
    func fail(_ invariant: Invariant, _ detail: @autoclosure () -> String) {
        if violation != nil { return }
        violation = Violation(invariant: invariant, detail: detail(), at: now)
    }

    func trace(_ text: @autoclosure () -> String) {
        guard traces else { return }
        let micros = (now &- 1_000_000_000_000) / 1000
        print("\(micros / 1_000_000).\(String(1_000_000 + micros % 1_000_000).dropFirst()) \(text())")
    }

    func nextActorNumber() -> Int {
        actors.append(nil)
        return actors.count - 1
    }

    func add(_ actor: SimulatedActor) { actors[actor.number] = actor }

    /// How long a peer takes to notice something.
    func reactionNs() -> UInt64 {
        switch random.below(8) {
        case 0: 0
        case 1...4: random.within(0...50 * Span.microsecond)
        case 5, 6: random.within(0...Span.millisecond)
        default: random.within(0...knobs.slowestReactionNs)
        }
    }

    /// Whether the planted fault of this kind happens now: at an opportunity, at most a few times.
    func commits(_ kind: PlantedFault, once: Int = 6) -> Bool {
        guard fault == kind, faultCount < 3, random.once(in: once) else { return false }
        faultCount += 1
        trace("planted fault \(kind.rawValue)")
        return true
    }

    /// Called at the start of the kernel's calls: other parties are not obliged to wait for a turn to end.
    @inline(__always)
    func meanwhile() {
        guard depth < SimulationLimits.interleaveDepth, random.once(in: 24) else { return }
        depth += 1
        interleave?()
        depth -= 1
    }
}

/// What kind of run a seed gives: each part of the weather is off in many of them, so that strict expectations are tested too.
struct SimulationKnobs {
    var slowestReactionNs: UInt64
    /// Capacity of connections' buffers: at most this.
    var pipeLimit: Int
    /// Percent of connections to servers that fail, time out.
    var refusals = 0
    var blackHoles = 0
    /// Percent of exchanges that an origin spoils.
    var badAnswers = 0
    /// Percent of answers after which the origin closes without a word.
    var silentCloses = 0
    /// Percent of clients that break off.
    var aborts = 0
    var exhaustsDescriptors = false
    var jumpsWallClock = false
    var flipsServers = false
    var checksServers = false
    var limitsServers = false
    var stopsEarly = false
    var hardStops = false
    var handovers: Int
    var clients: Int
    var backlog: Int
    var isCalm: Bool

    init(_ random: inout Xoshiro256, fault: PlantedFault?) {
        slowestReactionNs = [200 * Span.microsecond, 5 * Span.millisecond, 80 * Span.millisecond][random.below(3)]
        pipeLimit = [SimulationLimits.smallestPipe, 4096, SimulationLimits.largestPipe, SimulationLimits.largestPipe][random.below(4)]
        handovers = random.within(0...10)
        clients = random.within(2...12)
        backlog = [2, 16, 128][random.below(3)]
        jumpsWallClock = random.once(in: 4)
        limitsServers = random.once(in: 3)
        stopsEarly = random.once(in: 4)
        isCalm = random.once(in: 3)
        if fault != nil {
            // Planted faults are looked for in good weather, where nothing else explains what they do.
            isCalm = true
            handovers = max(handovers, 3)
            limitsServers = limitsServers || fault == .doubleRelease
            stopsEarly = false
            if fault == .skippedDrain { handovers = 30 }
        }
        if isCalm { return }
        if random.once(in: 3) { refusals = random.within(1...40) }
        if random.once(in: 4) { blackHoles = random.within(1...15) }
        if random.once(in: 2) { badAnswers = random.within(1...30) }
        if random.once(in: 2) { silentCloses = random.within(1...50) }
        if random.once(in: 2) { aborts = random.within(1...40) }
        exhaustsDescriptors = random.once(in: 4)
        flipsServers = random.once(in: 3)
        checksServers = random.once(in: 3)
        hardStops = stopsEarly && random.once(in: 2)
    }
}

/// When something last happened that may explain an answer that is not the origin's.
struct Weather {
    var connectFault: UInt64 = 0
    var exhaustion: UInt64 = 0
    /// A backend had no usable server.
    var noServer: UInt64 = 0
    /// Streams waited for a place.
    var queueing: UInt64 = 0
    /// The control side asked the worker to stop, and when streams are cut.
    var stopping = UInt64.max
    var cutting = UInt64.max
}
