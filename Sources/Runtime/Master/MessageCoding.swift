/// The bytes of ``MasterMessage`` and ``WorkerMessage``: a number for the case, then its fields in order. Decoding answers nil for
/// anything else, and then the channel is given up.
extension MasterMessage {
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        switch self {
        case .start(let info):
            writer.write(UInt8(1))
            writer.write(info.lastGeneration)
            writer.write(info.hasControl)
            writer.write(info.masterProcess)
            writer.write(info.masterStartedWall)
            writer.write(info.history) { $0.write($1) }
        case .load(let request, let source):
            writer.write(UInt8(2))
            writer.write(request)
            writer.write(source)
        case .sockets(let transaction, let rows):
            writer.write(UInt8(3))
            writer.write(transaction)
            writer.write(rows) { $0.write($1) }
        case .bound(let transaction, let failure):
            writer.write(UInt8(4))
            writer.write(transaction)
            writer.write(failure)
        case .activated(let transaction, let failure):
            writer.write(UInt8(5))
            writer.write(transaction)
            writer.write(failure)
        case .line(let path, let line):
            writer.write(UInt8(6))
            writer.write(path)
            writer.write(line != nil)
            writer.write(line ?? [])
        case .followed(let transaction):
            writer.write(UInt8(7))
            writer.write(transaction)
        case .plan(let transaction, let generation):
            writer.write(UInt8(8))
            writer.write(transaction)
            writer.write(generation)
        case .stop(let gracefully):
            writer.write(UInt8(9))
            writer.write(gracefully)
        case .names(let encoded):
            writer.write(UInt8(10))
            writer.write(encoded)
        }
        return writer.bytes
    }

    package init?(decoding bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        switch reader.number(UInt8.self) {
        case 1:
            var info = StartInfo()
            info.lastGeneration = reader.number()
            info.hasControl = reader.flag()
            info.masterProcess = reader.number()
            info.masterStartedWall = reader.number()
            info.history = reader.array { $0.historyEntry() }
            self = .start(info)
        case 2: self = .load(request: reader.number(), source: reader.text())
        case 3: self = .sockets(transaction: reader.number(), rows: reader.array { $0.number() })
        case 4: self = .bound(transaction: reader.number(), failure: reader.bindFailure())
        case 5: self = .activated(transaction: reader.number(), failure: reader.bindFailure())
        case 6:
            let path = reader.string()
            let hasLine = reader.flag()
            let line = reader.string()
            self = .line(path: path, line: hasLine ? line : nil)
        case 7: self = .followed(transaction: reader.number())
        case 8: self = .plan(transaction: reader.number(), generation: reader.number())
        case 9: self = .stop(gracefully: reader.flag())
        case 10: self = .names(encoded: reader.string())
        default: return nil
        }
        guard reader.isValid, reader.isAtEnd else { return nil }
    }
}

extension WorkerMessage {
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        switch self {
        case .bind(let transaction, let specs, let isLast):
            writer.write(UInt8(1))
            writer.write(transaction)
            writer.write(specs) { $0.write($1) }
            writer.write(isLast)
        case .activate(let transaction):
            writer.write(UInt8(2))
            writer.write(transaction)
        case .release(let transaction):
            writer.write(UInt8(3))
            writer.write(transaction)
        case .committed(let report):
            writer.write(UInt8(4))
            writer.write(report.transaction)
            writer.write(report.request)
            writer.write(report.entry)
            writer.write(report.receiveUs)
            writer.write(report.prepareUs)
            writer.write(report.commitUs)
            writer.write(report.notes) { $0.write($1) }
        case .refused(let request, let step, let reason):
            writer.write(UInt8(5))
            writer.write(request)
            writer.write(step.rawValue)
            writer.write(reason)
        case .drained(let key):
            writer.write(UInt8(6))
            writer.write(key)
        case .follow(let transaction, let paths, let isLast):
            writer.write(UInt8(7))
            writer.write(transaction)
            writer.write(paths) { $0.write($1) }
            writer.write(isLast)
        case .fetchPlan(let transaction, let generation):
            writer.write(UInt8(8))
            writer.write(transaction)
            writer.write(generation)
        case .names(let encoded, let isFirst):
            writer.write(UInt8(9))
            writer.write(encoded)
            writer.write(isFirst)
        }
        return writer.bytes
    }

    package init?(decoding bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        switch reader.number(UInt8.self) {
        case 1: self = .bind(transaction: reader.number(), specs: reader.array { $0.listenSpec() }, isLast: reader.flag())
        case 2: self = .activate(transaction: reader.number())
        case 3: self = .release(transaction: reader.number())
        case 4:
            var report = CommitReport()
            report.transaction = reader.number()
            report.request = reader.number()
            report.entry = reader.historyEntry()
            report.receiveUs = reader.number()
            report.prepareUs = reader.number()
            report.commitUs = reader.number()
            report.notes = reader.array { $0.text() }
            self = .committed(report)
        case 5:
            let request: UInt32 = reader.number()
            guard let step = HandoverStep(rawValue: reader.text()) else { return nil }
            self = .refused(request: request, step: step, reason: reader.text())
        case 6: self = .drained(key: reader.string())
        case 7: self = .follow(transaction: reader.number(), paths: reader.array { $0.string() }, isLast: reader.flag())
        case 8: self = .fetchPlan(transaction: reader.number(), generation: reader.number())
        case 9: self = .names(encoded: reader.string(), isFirst: reader.flag())
        default: return nil
        }
        guard reader.isValid, reader.isAtEnd else { return nil }
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ failure: BindFailure?) {
        write(failure != nil)
        write(failure?.row ?? 0)
        write(failure?.reason ?? "")
    }

    fileprivate mutating func write(_ entry: HistoryEntry) {
        write(entry.generation)
        write(entry.committedWall)
        write(entry.planBytes)
        write(entry.digest)
        write(entry.source)
    }
}

extension ByteReader {
    fileprivate mutating func bindFailure() -> BindFailure? {
        let isFailure = flag()
        let failure = BindFailure(row: number(), reason: text())
        return isFailure ? failure : nil
    }

    fileprivate mutating func historyEntry() -> HistoryEntry {
        var entry = HistoryEntry()
        entry.generation = number()
        entry.committedWall = number()
        entry.planBytes = number()
        entry.digest = text()
        entry.source = text()
        return entry
    }
}

/// Splits `elements` into runs whose encoding fits a message, by `size`. At least one run, which may be empty.
func runsOfMessages<Element>(_ elements: [Element], atMost count: Int, size: (Element) -> Int) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = 0
    var bytes = 0
    // Room for the message's own fields.
    let budget = MasterLimits.messageBytes - 64
    for (index, element) in elements.enumerated() {
        let length = size(element)
        if index > start, bytes + length > budget || index - start >= count {
            runs.append(elements[start..<index])
            start = index
            bytes = 0
        }
        bytes += length
    }
    runs.append(elements[start...])
    return runs
}
