import Plan
import Synchronization

/// One run of the whole runtime in a simulated world: three or more loops, the control side, clients and origins take turns as the seed
/// says, and what must hold is looked at all the time.
package final class Simulation {
    package let world: SimulatedWorld
    let worker: Worker<SimulatedKernel>
    let control: ControlSide
    var inTurn: [Bool]
    /// By loop: the generation it served with at the last step.
    var lastServed: [GenerationPointer?]
    private var steps = 0
    private var stepsAtThisTime = 0
    private var lastTime: UInt64 = 0
    private var endAt: UInt64
    package private(set) var turns = 0

    /// Nil where memory is short.
    package init?(seed: UInt64, loops: Int, fault: PlantedFault? = nil, traces: Bool = false) {
        let world = SimulatedWorld(seed: seed, loops: loops, fault: fault, traces: traces)
        self.world = world
        let name = ByteSlice("simulated")
        let variables = EnvironmentVariables([])
        guard
            let worker = Worker<SimulatedKernel>(
                controlKernel: SimulatedKernel(world, loop: loops), defaultLoops: loops,
                settings: { loop in
                    RuleEnvironment.Settings(
                        seed: seed &+ UInt64(loop), hostname: name, pid: 1, thread: Int32(loop), variables: variables)
                },
                makeKernel: { SimulatedKernel(world, loop: $0) }, launch: { _ in })
        else { return nil }
        self.worker = worker
        control = ControlSide(world, worker)
        inTurn = [Bool](repeating: false, count: loops)
        lastServed = [GenerationPointer?](repeating: nil, count: loops)
        endAt = world.now &+ SimulationLimits.endNs
        for port in UInt16(7001)...7004 { _ = SimulatedOrigin(world, port: port, echoes: false) }
        _ = SimulatedOrigin(world, port: 7101, echoes: true)
        world.clientsLeft = world.knobs.clients
        for number in 0..<world.knobs.clients {
            let style: SimulatedClient.Style = world.random.once(in: 5) ? .session : world.random.once(in: 3) ? .fresh : .keepAlive
            let client = SimulatedClient(world, style: style, number: number)
            client.wake(after: world.random.within(0...2 * Span.second))
        }
        control.wake(after: 0)
        world.interleave = { [unowned self] in self.moveSomeoneElse() }
    }

    /// Runs to the end, or to the first violation.
    package func run() -> Violation? {
        while world.violation == nil, step() {}
        if world.violation == nil { lookAtEnd() }
        if world.violation == nil { tearDown() }
        world.interleave = nil
        // The control side holds the worker, whose kernels hold the world.
        world.actors.removeAll()
        return world.violation
    }

    /// False: nothing will happen any more.
    private func step() -> Bool {
        steps += 1
        stepsAtThisTime += 1
        if world.random.once(in: 2) { world.now &+= world.random.within(0...3 * Span.microsecond) }
        if world.now &- lastTime > Span.millisecond {
            lastTime = world.now
            stepsAtThisTime = 0
        }
        if stepsAtThisTime > SimulationLimits.stepsPerMillisecond || steps > SimulationLimits.steps {
            world.fail(.livelock, "\(stepsAtThisTime) steps within a millisecond, \(steps) in all")
            return false
        }
        let runnable = runnableLoops()
        let hasControl = world.pollers[world.loopCount].wakes > 0
        let isDue = world.nextMove() <= world.now
        let choices = runnable.count + (hasControl ? 1 : 0) + (isDue ? 1 : 0)
        if choices == 0 { return rest() }
        let choice = world.random.below(choices)
        if choice < runnable.count {
            turn(runnable[choice])
        } else if choice == runnable.count && hasControl {
            control.takeEvents()
        } else {
            world.takeDueActor()?.move()
        }
        noteWeather()
        if steps % SimulationLimits.stepsPerLook == 0 { look() }
        if world.fault != nil { plant() }
        return true
    }

    private func runnableLoops() -> [Int] {
        var list: [Int] = []
        for loop in worker.loops where !inTurn[loop.index] && !loop.isStopped && control.isLaunched {
            if world.hasEvents(loop.index) || !loop.ready.isEmpty || loop.timers.timeoutMs(now: world.now) == 0 { list.append(loop.index) }
        }
        return list
    }

    private func turn(_ index: Int) {
        turns += 1
        inTurn[index] = true
        worker.loops[index].turn()
        inTurn[index] = false
    }

    /// In the middle of a loop's turn: a peer, the control side or another loop.
    private func moveSomeoneElse() {
        if world.random.once(in: 3) {
            let runnable = runnableLoops()
            if !runnable.isEmpty {
                turn(runnable[world.random.below(runnable.count)])
                return
            }
        }
        if world.nextMove() <= world.now { world.takeDueActor()?.move() }
    }

    /// Nothing is ready: all must be well, and the clock goes on to what comes next.
    private func rest() -> Bool {
        lookAtRest()
        if world.violation != nil { return false }
        var next = world.nextMove()
        for loop in worker.loops where !loop.isStopped && control.isLaunched {
            let wait = loop.timers.timeoutMs(now: world.now)
            if wait >= 0 { next = min(next, world.now &+ UInt64(wait) &* Span.millisecond) }
        }
        if next == UInt64.max { return false }
        if control.isStopped && world.clientsLeft == 0 && next > world.now &+ 40 * Span.second { return false }
        world.now = max(next, world.now)
        if world.now > endAt {
            let waiting = world.actors.compactMap { ($0 as? SimulatedClient)?.isDone == false ? $0?.description : nil }
            world.fail(
                .noProgress,
                "not over after \(SimulationLimits.endNs / Span.second) s: \(waiting.joined(separator: ", "))\(control.isStopped ? "" : ", control")"
            )
            return false
        }
        return true
    }

    private func noteWeather() {
        worker.registry.forEachProxy { if $0.pointee.queueLength.load(ordering: .relaxed) > 0 { world.weather.queueing = world.now } }
        if world.knobs.flipsServers || world.knobs.checksServers {
            worker.registry.forEachServer { if !$0.pointee.isUsable { world.weather.noServer = world.now } }
        }
    }
}

/// Keeps a plan mapped; afterwards any use of it traps.
final class SimulatedMapping {
    private let image: PlanImage
    init(_ image: PlanImage) { self.image = image }
    deinit { image.unmap() }
}
