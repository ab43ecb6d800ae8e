import Runtime
import Testing

/// The wheel against a sorted list, by seed.
@Suite struct TimerWheelTests {
    private final class Nodes {
        let nodes: UnsafeMutablePointer<TimerNode>
        init(_ count: Int) {
            nodes = .allocate(capacity: count)
            for i in 0..<count {
                (nodes + i).initialize(to: TimerNode())
                nodes[i].token = UInt64(i)
            }
        }
        deinit { nodes.deallocate() }
    }

    @Test(arguments: 1...20) func firesExactlyWhatIsDue(seed: UInt64) {
        var random = SplitMix(seed)
        var now: UInt64 = 1_000_000_000 &* seed
        let count = 200
        let box = Nodes(count)
        var wheel = TimerWheel(now: now)
        defer { wheel.destroy() }
        var deadlines = [UInt64](repeating: UInt64.max, count: count)
        for _ in 0..<2000 {
            let i = Int(random.next() % UInt64(count))
            switch random.next() % 4 {
            case 0, 1:
                // From under a millisecond to beyond the second and third levels.
                let distance = random.next() % (1 << (random.next() % 38))
                deadlines[i] = now + distance
                wheel.arm(box.nodes + i, deadlines[i])
            case 2:
                deadlines[i] = UInt64.max
                wheel.cancel(box.nodes + i)
            default:
                now += random.next() % (1 << (random.next() % 32))
                var fired: Set<Int> = []
                while let token = wheel.nextExpired(now: now) {
                    #expect(deadlines[Int(token)] <= now, "fired early: node \(token), seed \(seed)")
                    deadlines[Int(token)] = UInt64.max
                    fired.insert(Int(token))
                }
                // Deadlines are rounded up to a millisecond: nothing older may be left.
                for k in 0..<count where deadlines[k] != UInt64.max {
                    #expect(deadlines[k] + 1_000_000 > now, "overdue: node \(k) by \(now - deadlines[k]) ns, seed \(seed)")
                }
            }
        }
    }

    private func expectWait(_ wheel: inout TimerWheel, _ wanted: Int32, location: SourceLocation = #_sourceLocation) {
        let wait = wheel.timeoutMs(now: 0)
        #expect(wait == wanted, sourceLocation: location)
    }

    @Test func waitsNoLongerThanTheNearestDeadline() {
        let box = Nodes(2)
        var wheel = TimerWheel(now: 0)
        defer { wheel.destroy() }
        expectWait(&wheel, -1)
        wheel.arm(box.nodes, 500_000_000)
        let wait = wheel.timeoutMs(now: 0)
        #expect(wait <= 500)
        wheel.arm(box.nodes + 1, 20_000_000)
        expectWait(&wheel, 20)
        wheel.cancel(box.nodes)
        wheel.cancel(box.nodes + 1)
        expectWait(&wheel, -1)
    }

    @Test func aLaterDeadlineIsOnlyWritten() {
        let box = Nodes(1)
        var wheel = TimerWheel(now: 0)
        defer { wheel.destroy() }
        wheel.arm(box.nodes, 10_000_000)
        wheel.arm(box.nodes, 50_000_000)
        let early = wheel.nextExpired(now: 30_000_000)
        #expect(early == nil)
        let due = wheel.nextExpired(now: 51_000_000)
        #expect(due == 0)
        #expect(wheel.isEmpty)
    }
}

struct SplitMix {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
