import BenchSupport
import Glibc

/// The generator and judge: one thread, one poller, and a list of clients. A request goes to the client that has been idle longest.
struct Load {
    enum Source {
        static let signals: UInt64 = 0xffff_ffff
        static let input: UInt64 = 0xffff_fffe
    }

    let options: Options
    let requests: Requests
    let poller = Poller()
    let pattern = Pattern()
    let startNs = now()
    var counters = Counters()
    var latency = Histogram()
    /// Since the last `window` command.
    var windowLatency = Histogram()
    var worstAtNs: UInt64 = 0
    var expectation = Expectation()
    var timers = Timers()
    /// Each client is its own allocation and lives to the end; its index is in its tokens.
    var clients: [UnsafeMutablePointer<Client>] = []
    /// Clients that can take a request, longest idle first.
    private var idle = Queue()
    var outstanding = 0
    var isPaused = false
    var isEnding = false
    var control = Control()
    var described = 0
    private let signals: Int32
    private let endNs: UInt64
    /// In paced runs: when the next request is due, and the schedule's step.
    private var nextDueNs: UInt64
    private let stepNs: Double
    private var scheduled = 0
    private var nextSweepNs: UInt64
    private var nextLineNs: UInt64
    private var variants = 0

    init(_ options: Options) {
        self.options = options
        requests = Requests(options)
        signals = signalDescriptor([SIGTERM, SIGINT])
        poller.add(source: signals, token: Source.signals)
        endNs = options.durationMs > 0 ? startNs + UInt64(options.durationMs) * 1_000_000 : .max
        nextDueNs = startNs
        stepNs = options.rate > 0 ? 1_000_000_000 / Double(options.rate) : 0
        nextSweepNs = startNs + Bounds.sweepNs
        nextLineNs = options.intervalMs > 0 ? startNs + UInt64(options.intervalMs) * 1_000_000 : .max
        if let (name, value) = options.expectHeader { _ = expectation.mark(name: name, value: value) }
        if options.control, !poller.add(source: 0, token: Source.input) {
            complain("baton-load: --control needs a pipe or a terminal on standard input, not a file")
            exit(2)
        }
        add(.stream, options.streams, options.targets.count)
        add(.upgrade, options.upgrades, options.targets.count)
        add(.tcp, options.tcpTunnels, options.tcpTargets.count)
        add(.keepalive, options.keepalive, options.targets.count)
        add(.fresh, options.fresh, options.targets.count)
    }

    mutating func add(_ kind: Client.Kind, _ count: Int, _ targets: Int) {
        for number in 0..<count {
            let client = UnsafeMutablePointer<Client>.allocate(capacity: 1)
            client.initialize(to: Client(kind: kind, target: number % targets))
            clients.append(client)
            switch kind {
            case .keepalive, .fresh: idle.push(clients.count - 1)
            case .stream:
                counters.streams.wanted += 1
                openLongLived(clients.count - 1)
            case .upgrade, .tcp:
                counters.tunnels.wanted += 1
                openLongLived(clients.count - 1)
            }
        }
    }

    /// Runs to the end of the load and answers all commands; the caller prints the report.
    mutating func run() {
        while true {
            var time = now()
            if time >= endNs { isEnding = true }
            if !isEnding, !isPaused { startDue(time) }
            settleCommands()
            if isEnding, outstanding == 0 { break }
            let count = poller.wait(deadlineNs: wakeNs())
            for index in 0..<count { handle(poller.event(index)) }
            time = now()
            while let token = timers.pop(dueNs: time) { expire(token, time) }
            if time >= nextSweepNs {
                sweep(time)
                nextSweepNs = time + Bounds.sweepNs
            }
            if time >= nextLineNs {
                complain(Report(self).line)
                nextLineNs += UInt64(options.intervalMs) * 1_000_000
            }
        }
        counters.stale += expectation.settle(accepting: nil)
        counters.streams.open = clients.count { $0.pointee.kind == .stream && $0.pointee.state == .open }
        counters.tunnels.open = clients.count { ($0.pointee.kind == .upgrade || $0.pointee.kind == .tcp) && $0.pointee.state == .open }
    }

    private func wakeNs() -> UInt64 {
        var wake = min(nextSweepNs, nextLineNs, timers.nextNs)
        if !isEnding { wake = min(wake, endNs) }
        if !isEnding, !isPaused, !idle.isEmpty { wake = min(wake, options.rate > 0 ? nextDueNs : 0) }
        return wake
    }

    /// Gives requests to idle clients: all of them, or as many as the schedule says are due.
    private mutating func startDue(_ time: UInt64) {
        while !idle.isEmpty {
            var dueNs = time
            if options.rate > 0 {
                if nextDueNs > time { return }
                dueNs = nextDueNs
                scheduled += 1
                nextDueNs = startNs + UInt64(Double(scheduled) * stepNs)
            }
            if options.requests > 0, counters.requests >= options.requests {
                isEnding = true
                return
            }
            guard let index = idle.pop() else { return }
            begin(index, dueNs)
        }
    }

    /// After a pause the schedule goes on from now: what was not sent was not asked for.
    mutating func resume() {
        guard isPaused else { return }
        isPaused = false
        guard options.rate > 0 else { return }
        scheduled = max(scheduled, Int(Double(now() - startNs) / stepNs))
        nextDueNs = startNs + UInt64(Double(scheduled) * stepNs)
    }

    func token(_ index: Int) -> UInt64 {
        UInt64(clients[index].pointee.generation) << 32 | UInt64(index)
    }

    /// The client whose present connection the token means.
    private func client(_ token: UInt64) -> Int? {
        let index = Int(token & 0xffff_ffff)
        guard index < clients.count, clients[index].pointee.generation == UInt32(token >> 32) else { return nil }
        return index
    }

    mutating func becomeIdle(_ index: Int) {
        idle.push(index)
    }

    mutating func nextVariant() -> Int {
        variants = variants + 1 < requests.pathCount ? variants + 1 : 0
        return variants
    }

    private mutating func handle(_ event: Poller.Event) {
        if event.token == Source.signals {
            var buffer = [UInt8](repeating: 0, count: 128)
            _ = read(signals, &buffer, 128)
            if isEnding { outstanding = 0 }
            isEnding = true
        } else if event.token == Source.input {
            readCommands()
        } else if let index = client(event.token) {
            let client = clients[index]
            guard client.pointee.fd >= 0 else { return }
            if event.ended { client.pointee.peerEnded = true }
            if event.readable { client.pointee.isReadable = true }
            advance(index, writable: event.writable)
        }
    }

    private mutating func expire(_ token: UInt64, _ time: UInt64) {
        guard let index = client(token) else { return }
        switch clients[index].pointee.state {
        case .open: ping(index, time)
        case .closed where !clients[index].pointee.isLongLived: becomeIdle(index)
        default: break
        }
    }

    private mutating func sweep(_ time: UInt64) {
        let timeoutNs = UInt64(options.timeoutMs) * 1_000_000
        let stallNs = UInt64(options.stallMs) * 1_000_000
        for index in clients.indices {
            let client = clients[index]
            switch client.pointee.state {
            case .connecting, .busy:
                if time > client.pointee.sinceNs + timeoutNs { fail(index, .timeout) }
            case .open:
                if time > client.pointee.sinceNs + stallNs { lose(index, .stalled) }
            case .closed, .idle, .over: break
            }
        }
    }
}

/// First in, first out, without moving elements at each step.
struct Queue {
    private var items: [Int] = []
    private var first = 0

    var isEmpty: Bool { first == items.count }

    mutating func push(_ item: Int) {
        items.append(item)
    }

    mutating func pop() -> Int? {
        guard first < items.count else { return nil }
        let item = items[first]
        first += 1
        if first == items.count {
            items.removeAll(keepingCapacity: true)
            first = 0
        } else if first > 4096, first * 2 > items.count {
            items.removeFirst(first)
            first = 0
        }
        return item
    }
}
