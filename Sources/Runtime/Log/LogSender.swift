import Plan

/// Log lines of one loop: made at the end of a stream, or by the process, and sent at the end of the event-loop turn. Never blocks; what a
/// target does not take is dropped and counted. Behind a pointer; only its loop touches it.
package struct LogSender<K: Kernel> {
    /// Which format a stream's line follows.
    package enum Origin {
        /// The stream's end, or earlier with `option logasap`.
        case stream
        /// A connection that became no stream (`error-log-format`).
        case connection
    }

    private let defaultTag: ByteSlice
    private var line: ScratchArena
    private let lineMemory: UnsafeMutableRawBufferPointer
    private var datagrams = LogDatagrams()
    private let streams: UnsafeMutablePointer<LogStream>
    private var streamCount = 0
    private var machine = RuleMachine()
    private var droppedLines: UInt64 = 0
    /// Lines given to a target.
    package private(set) var queued: UInt64 = 0

    /// `tag`: the program's name, for plans without `log-tag`; must outlive the sender.
    package init(tag: ByteSlice) {
        defaultTag = tag
        lineMemory = .allocate(byteCount: LogLimits.lineBytes &* 2, alignment: 8)
        line = ScratchArena(memory: lineMemory)
        streams = .allocate(capacity: LogLimits.streams)
    }

    /// Closes its sockets; lines that still wait are lost.
    package func free(_ kernel: K) {
        datagrams.free(kernel)
        for i in 0..<streamCount { streams[i].free() }
        streams.deallocate()
        lineMemory.deallocate()
    }

    /// Lines that no target took.
    package var dropped: UInt64 { droppedLines &+ datagrams.dropped }

    /// Lines still wait for a descriptor: `flush` again at a later turn.
    package var isPending: Bool {
        for i in 0..<streamCount where !streams[i].isEmpty { return true }
        return false
    }

    // MARK: Streams

    /// Logs a stream as its frontend says (`log`, `log-format`, `option dontlognull`, `dontlog-normal`, `log-separate-errors`, the
    /// rule `set-log-level`). The record must be complete; `context.arena` is not used.
    package mutating func logStream(_ kernel: K, _ context: RuleContext, _ origin: Origin = .stream) {
        let frontend = context.record.pointee.frontend
        guard !frontend.isNone else { return }
        let proxy = context.rules.pointee.proxies + frontend.index
        let record = proxy.pointee.record
        if record.pointee.logTargets.isEmpty { return }
        let isError = Self.isError(context.record, record)
        let options = record.pointee.options
        if !isError, options.contains(.dontlogNormal) { return }
        if options.contains(.dontlognull), context.record.pointee.bytesIn == 0 { return }
        var level: UInt32 = isError && options.contains(.logSeparateErrors) ? 3 : 6
        let wanted = context.record.pointee.logLevel
        if wanted == 8 { return }
        if wanted < 8 { level = UInt32(wanted) }

        context.environment.pointee.logCount &+= 1
        line.reset()
        var kind = RuleSetKind.logFormat
        if origin == .connection, !proxy.pointee.entries[.errorLogFormat].isNone { kind = .errorLogFormat }
        guard let text = run(kind, proxy, context) else { return }
        var structuredData = ByteSlice.empty
        if !proxy.pointee.entries[.logFormatStructuredData].isNone {
            structuredData = run(.logFormatStructuredData, proxy, context) ?? .empty
        }
        send(
            kernel, context.rules, context.environment, record.pointee.logTargets, tag(context.rules, frontend), level, text, structuredData
        )
    }

    /// The line that a program leaves in output register 0.
    private mutating func run(_ kind: RuleSetKind, _ proxy: UnsafeMutablePointer<ProxyRuntime>, _ context: RuleContext) -> ByteSlice? {
        withUnsafeMutablePointer(to: &line) { line in
            let own = RuleContext(
                rules: context.rules, environment: context.environment, record: context.record, request: context.request,
                response: context.response, arena: line)
            let entry = proxy.pointee.entries[kind]
            if entry.isNone { return nil }
            guard case .ended = machine.run(kind, entry: entry, own) else { return nil }
            return machine.result(0, own)
        }
    }

    /// What `dontlog-normal` still logs, and `log-separate-errors` raises: anything but a normal end or one of our own making.
    private static func isError(_ stream: UnsafeMutablePointer<StreamRecord>, _ frontend: UnsafePointer<ProxyRecord>) -> Bool {
        let cause = stream.pointee.terminationCause
        return stream.pointee.redispatched || (cause != 0x2D && cause != 0x4C) || (cause == 0x2D && stream.pointee.retries > 0)
            || (frontend.pointee.mode == .http && stream.pointee.status >= 500)
    }

    // MARK: Messages of the process

    /// A message of the process (`Server app/s1 is DOWN, ...`) to a proxy's targets, or to the global ones. `level`: 0 emerg to 7 debug.
    package mutating func notice(
        _ kernel: K, _ rules: UnsafeMutablePointer<RuleTables>, _ environment: UnsafeMutablePointer<RuleEnvironment>, level: UInt32,
        proxy: ProxyID?, _ text: String
    ) {
        let targets =
            proxy.map { rules.pointee.plan.proxies.pointer($0).pointee.logTargets } ?? rules.pointee.plan.global.pointee.logTargets
        if targets.isEmpty { return }
        line.reset()
        var copy = text
        let bytes = copy.withUTF8 { utf8 -> ByteSlice? in
            guard let base = utf8.baseAddress else { return nil }
            return line.copy(ByteSlice(base, min(utf8.count, LogLimits.lineBytes)))
        }
        guard let bytes else { return }
        send(kernel, rules, environment, targets, tag(rules, proxy ?? .none), level, bytes, .empty)
    }

    // MARK: Targets

    private func tag(_ rules: UnsafeMutablePointer<RuleTables>, _ proxy: ProxyID) -> ByteSlice {
        if !proxy.isNone {
            let own = rules.pointee.plan.proxies.pointer(proxy).pointee.logTag
            if !own.isNone, own.length > 0 { return rules.pointee.text(own) }
        }
        let global = rules.pointee.plan.global.pointee.logTag
        return global.isNone || global.length == 0 ? defaultTag : rules.pointee.text(global)
    }

    private mutating func send(
        _ kernel: K, _ rules: UnsafeMutablePointer<RuleTables>, _ environment: UnsafeMutablePointer<RuleEnvironment>,
        _ targets: Rows<LogTargetID>, _ tag: ByteSlice, _ level: UInt32, _ text: ByteSlice, _ structuredData: ByteSlice
    ) {
        let named = rules.pointee.plan.global.pointee.logSendHostname
        let hostname: ByteSlice = named.isNone ? .empty : named.length == 0 ? environment.pointee.hostname : rules.pointee.text(named)
        for row in targets.range {
            let target = rules.pointee.plan.logTargets.base + row
            if level > target.pointee.maxLevel { continue }
            let header = LogHeader(
                envelope: target.pointee.envelope, facility: target.pointee.facility, level: max(level, target.pointee.minLevel),
                wall: environment.pointee.wall, hostname: hostname, tag: tag, pid: environment.pointee.pid, structuredData: structuredData)
            let limit = Int(min(max(target.pointee.length, 1), UInt32(LogLimits.lineBytes)))
            let room: UnsafeMutableRawBufferPointer?
            var stream = -1
            switch target.pointee.kind {
            case .udp:
                let address = rules.pointee.logAddress(row)
                room = address.family == 0 ? nil : datagrams.room(address, .empty, limit, kernel)
            case .unix:
                var address = PeerAddress()
                address.family = 1
                room = datagrams.room(address, rules.pointee.text(target.pointee.address.text), limit, kernel)
            case .stdout, .stderr, .descriptor:
                let kind = target.pointee.kind
                stream = self.stream(kind == .stdout ? 1 : kind == .stderr ? 2 : Int32(truncatingIfNeeded: target.pointee.address.port))
                room = stream < 0 ? nil : streams[stream].room(limit, kernel)
            }
            guard let room else {
                droppedLines &+= 1
                continue
            }
            // The line's end is never cut off.
            var output = RuleOutput()
            output.open(ScratchArena(memory: UnsafeMutableRawBufferPointer(rebasing: room[0..<max(limit - 1, 0)])))
            header.write(&output, &environment.pointee.calendar)
            output.put(text)
            let count = output.written
            room[count] = 0x0A
            if stream >= 0 { streams[stream].commit(count &+ 1) } else { datagrams.commit(count &+ 1) }
            queued &+= 1
        }
    }

    private mutating func stream(_ descriptor: Int32) -> Int {
        for i in 0..<streamCount where streams[i].descriptor == descriptor { return i }
        guard streamCount < LogLimits.streams else { return -1 }
        (streams + streamCount).initialize(to: LogStream(descriptor: descriptor))
        streamCount &+= 1
        return streamCount &- 1
    }

    /// Sends what the turn has queued. Once per event-loop turn, and before the loop ends.
    package mutating func flush(_ kernel: K) {
        datagrams.flush(kernel)
        for i in 0..<streamCount { streams[i].flush(kernel) }
    }
}
