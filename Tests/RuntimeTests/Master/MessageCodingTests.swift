import Plan
import Testing

@testable import Runtime

@Suite struct MessageCodingTests {
    private static func entry(_ number: UInt32) -> HistoryEntry {
        var entry = HistoryEntry()
        entry.generation = number
        entry.committedWall = Int64.min + Int64(number)
        entry.planBytes = UInt64.max - UInt64(number)
        entry.digest = "0123abcd"
        entry.source = "apply tëst.plan"
        return entry
    }

    private static func spec() -> ListenSpec {
        var spec = ListenSpec(loopback: 8080)
        spec.family = .ipv6
        spec.high = 0x0102_0304_0506_0708
        spec.low = 0x1112_1314_1516_1718
        spec.path = [0, 1, 255]
        spec.interface = [UInt8]("eth0".utf8)
        spec.flags = [.v6only, .tfo]
        spec.backlog = 77
        spec.unixMode = 0o660
        spec.unixUID = 5
        spec.unixGID = 6
        spec.unixUser = [UInt8]("haproxy".utf8)
        spec.unixGroup = [UInt8]("wheel".utf8)
        spec.isHeld = true
        return spec
    }

    private static var toWorker: [MasterMessage] {
        var info = StartInfo()
        info.lastGeneration = 9
        info.hasControl = true
        info.masterProcess = 4711
        info.masterStartedWall = 1_700_000_000_000_000
        info.history = [entry(1), entry(2)]
        return [
            .start(StartInfo()), .start(info), .load(request: 7, source: "compile"), .sockets(transaction: 3, rows: [0, 1, UInt32.max]),
            .sockets(transaction: 3, rows: []), .bound(transaction: 3, failure: nil),
            .bound(transaction: 3, failure: BindFailure(row: 2, reason: "cannot listen")), .activated(transaction: 4, failure: nil),
            .activated(transaction: 4, failure: BindFailure(row: 0, reason: "")), .line(path: [0x2F], line: nil),
            .line(path: [0x2F], line: []), .line(path: [0x2F], line: [1, 2, 3]), .followed(transaction: 5),
            .plan(transaction: 6, generation: 0), .stop(gracefully: true), .stop(gracefully: false), .names(encoded: []),
            .names(encoded: [1, 2, 3]),
        ]
    }

    private static var toMaster: [WorkerMessage] {
        var report = CommitReport()
        report.transaction = 1
        report.request = 2
        report.entry = entry(3)
        report.receiveUs = 4
        report.prepareUs = 5
        report.commitUs = 6
        report.notes = ["one", "", "drei ☃"]
        return [
            .bind(transaction: 1, specs: [], isLast: true), .bind(transaction: 1, specs: [spec(), ListenSpec()], isLast: false),
            .activate(transaction: 2), .release(transaction: 3), .committed(report),
            .refused(request: 4, step: .prepare, reason: "because"), .drained(key: [9, 8]),
            .follow(transaction: 5, paths: [[], [1], [2, 3]], isLast: true), .fetchPlan(transaction: 6, generation: 7),
            .names(encoded: [4], isFirst: true),
            .names(encoded: [], isFirst: false),
        ]
    }

    @Test func everyMessageComesBack() {
        for message in Self.toWorker { #expect(MasterMessage(decoding: message.encoded) == message) }
        for message in Self.toMaster { #expect(WorkerMessage(decoding: message.encoded) == message) }
    }

    @Test func aMessageCutShortOrTooLongIsNone() {
        for message in Self.toWorker {
            let bytes = message.encoded
            for count in 0..<bytes.count { #expect(MasterMessage(decoding: Array(bytes[..<count])) == nil, "\(message) cut to \(count)") }
            #expect(MasterMessage(decoding: bytes + [0]) == nil, "\(message)")
        }
        for message in Self.toMaster {
            let bytes = message.encoded
            for count in 0..<bytes.count { #expect(WorkerMessage(decoding: Array(bytes[..<count])) == nil, "\(message) cut to \(count)") }
            #expect(WorkerMessage(decoding: bytes + [0]) == nil, "\(message)")
        }
    }

    /// Whatever the other side sends, decoding ends, and what is accepted is a message that comes back.
    @Test func damagedMessagesAreReadWithoutHarm() {
        for message in Self.toWorker {
            for position in message.encoded.indices {
                for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                    var bytes = message.encoded
                    bytes[position] = value
                    guard let decoded = MasterMessage(decoding: bytes) else { continue }
                    #expect(MasterMessage(decoding: decoded.encoded) == decoded)
                }
            }
        }
        for message in Self.toMaster {
            for position in message.encoded.indices {
                for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                    var bytes = message.encoded
                    bytes[position] = value
                    guard let decoded = WorkerMessage(decoding: bytes) else { continue }
                    #expect(WorkerMessage(decoding: decoded.encoded) == decoded)
                }
            }
        }
    }

    @Test func unknownNumbersAndStepsAreNoMessage() {
        for number: UInt8 in [0, 11, 255] { #expect(MasterMessage(decoding: [number, 0, 0, 0, 0, 0, 0, 0, 0]) == nil) }
        for number: UInt8 in [0, 10, 255] { #expect(WorkerMessage(decoding: [number, 0, 0, 0, 0, 0, 0, 0, 0]) == nil) }
        var writer = ByteWriter()
        writer.write(UInt8(5))
        writer.write(UInt32(1))
        writer.write("dance")
        writer.write("reason")
        #expect(WorkerMessage(decoding: writer.bytes) == nil)
    }

    /// A count of four billion elements takes no memory.
    @Test func aCountBeyondTheMessageIsRefused() {
        var writer = ByteWriter()
        writer.write(UInt8(3))
        writer.write(UInt32(1))
        writer.write(UInt32.max)
        #expect(MasterMessage(decoding: writer.bytes) == nil)
    }

    @Test func listsAreSplitWithoutLossIntoRunsThatFit() {
        let lengths = (0..<500).map { ($0 &* 7919) % 900 }
        let runs = runsOfMessages(lengths, atMost: 100, size: { $0 })
        #expect(runs.flatMap { Array($0) } == lengths)
        for run in runs {
            #expect(!run.isEmpty && run.count <= 100)
            #expect(run.reduce(0, +) <= MasterLimits.messageBytes - 64)
        }
        #expect(runsOfMessages([Int](), atMost: 100, size: { $0 }).map(\.count) == [0])
    }
}
