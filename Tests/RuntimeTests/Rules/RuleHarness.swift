import Plan
import PlanFixtures
import Runtime
import Testing

/// A plan with one frontend `web` and one backend `app`, whose code a test writes, and everything that a run needs around it.
final class RuleHarness {
    let image: PlanImage
    let rules: UnsafeMutablePointer<RuleTables>
    let environment: UnsafeMutablePointer<RuleEnvironment>
    let record: UnsafeMutablePointer<StreamRecord>
    let arena: UnsafeMutablePointer<ScratchArena>
    let request: UnsafeMutablePointer<MessageHead>
    let response: UnsafeMutablePointer<MessageHead>
    let matchers: UnsafeMutablePointer<PatternMatcher>
    let proxies: UnsafeMutablePointer<ProxyRuntime>
    let servers: UnsafeMutablePointer<ServerPointer>
    let files: UnsafeMutablePointer<FollowedFilePointer>
    var hasRequest = false
    var hasResponse = false
    var machine = RuleMachine()
    private let entry: CodeIndex
    private var buffers: [UnsafeMutableBufferPointer<UInt8>] = []
    private let arenaMemory: UnsafeMutableRawBufferPointer

    /// `code` emits one program, without its `end`.
    init(
        servers serverList: [HTTPPlan.Server] = [HTTPPlan.Server("s1", port: 9001), HTTPPlan.Server("s2", port: 9002, backup: true)],
        arenaBytes: Int = 16384, configure: (inout PlanBuilder) -> Void = { _ in }, _ code: (inout PlanBuilder) -> Void
    ) throws {
        var builder = HTTPPlan(port: 8080, servers: serverList).builder()
        let ruleSets = builder.ruleSets.count
        entry = builder.here
        code(&builder)
        builder.emit(.end)
        var set = RuleSetRecord()
        set.kindRaw = RuleSetKind.httpRequest.rawValue
        set.entry = entry
        builder.ruleSets.append(set)
        builder.proxies[0].ruleSets = Rows(first: UInt32(ruleSets), count: UInt32(builder.ruleSets.count - ruleSets))
        configure(&builder)
        image = try PlanImage.load(bytes: builder.encode())
        let plan = image.plan

        matchers = .allocate(capacity: max(plan.patternSets.count, 1))
        for row in 0..<plan.patternSets.count {
            (matchers + row).initialize(to: try PatternMatcher.build(plan, PatternSetID(UInt32(row))))
        }
        proxies = .allocate(capacity: plan.proxies.count)
        for row in 0..<plan.proxies.count {
            let state = ProxyPointer.allocate(capacity: 1)
            let record = plan.proxies.base + row
            state.initialize(to: ProxyState(slot: UInt32(row), key: plan.bytes(record.pointee.key), name: plan.bytes(record.pointee.name)))
            (proxies + row).initialize(to: ProxyRuntime(id: ProxyID(UInt32(row)), record: record, state: state))
            for rules in record.pointee.ruleSets.range {
                if let kind = plan.ruleSets.base[rules].kind { proxies[row].entries[kind] = plan.ruleSets.base[rules].entry }
            }
        }
        servers = .allocate(capacity: max(plan.servers.count, 1))
        for row in 0..<plan.servers.count {
            let server = ServerPointer.allocate(capacity: 1)
            let record = plan.servers.base + row
            server.initialize(
                to: ServerState(
                    slot: UInt32(row), key: plan.bytes(record.pointee.key), name: plan.bytes(record.pointee.name),
                    proxy: proxies[record.pointee.proxy.index].state))
            server.pointee.numericID.store(record.pointee.numericID, ordering: .relaxed)
            server.pointee.maxconn.store(record.pointee.maxconn, ordering: .relaxed)
            (servers + row).initialize(to: server)
        }
        files = .allocate(capacity: max(plan.followedFiles.count, 1))
        for row in 0..<plan.followedFiles.count {
            let file = FollowedFilePointer.allocate(capacity: 1)
            file.initialize(to: FollowedFile(path: plan.bytes(plan.followedFiles.base[row].path)))
            (files + row).initialize(to: file)
        }
        rules = try RuleTables.build(plan: plan, matchers: matchers, proxies: proxies, servers: servers, files: files)
        environment = try #require(
            RuleEnvironment.allocate(
                RuleEnvironment.Settings(
                    seed: 1, hostname: ByteSlice("node1"), pid: 4711, thread: 0,
                    variables: EnvironmentVariables(["HOME=/root", "EMPTY=", "X=1=2"]))))
        environment.pointee.wall = 1_700_000_000_123_456
        record = .allocate(capacity: 1)
        record.initialize(to: StreamRecord())
        record.pointee.frontend = ProxyID(0)
        record.pointee.backend = ProxyID(1)
        record.pointee.listener = ListenerID(0)
        record.pointee.client = PeerAddress(ipv4: 10, 1, 2, 3, port: 4567)
        record.pointee.local = PeerAddress(ipv4: 127, 0, 0, 1, port: 8080)
        arenaMemory = .allocate(byteCount: arenaBytes, alignment: 8)
        arena = .allocate(capacity: 1)
        arena.initialize(to: ScratchArena(memory: arenaMemory))
        request = .allocate(capacity: 1)
        request.initialize(to: MessageHead.allocate())
        response = .allocate(capacity: 1)
        response.initialize(to: MessageHead.allocate())
    }

    deinit {
        RuleTables.free(rules)
        RuleEnvironment.free(environment)
        for row in 0..<image.plan.patternSets.count { matchers[row].free() }
        for row in 0..<image.plan.proxies.count {
            proxies[row].state.deinitialize(count: 1)
            proxies[row].state.deallocate()
        }
        for row in 0..<image.plan.servers.count {
            servers[row].deinitialize(count: 1)
            servers[row].deallocate()
        }
        for row in 0..<image.plan.followedFiles.count {
            files[row].pointee.publish(nil)?.deallocate()
            files[row].deinitialize(count: 1)
            files[row].deallocate()
        }
        matchers.deallocate()
        proxies.deallocate()
        servers.deallocate()
        files.deallocate()
        request.pointee.deallocate()
        response.pointee.deallocate()
        request.deallocate()
        response.deallocate()
        record.deallocate()
        arena.deallocate()
        arenaMemory.deallocate()
        for buffer in buffers { buffer.deallocate() }
        image.unmap()
    }

    var context: RuleContext {
        RuleContext(
            rules: rules, environment: environment, record: record, request: hasRequest ? request : nil,
            response: hasResponse ? response : nil, arena: arena)
    }

    private func copy(_ text: String) -> UnsafeMutableBufferPointer<UInt8> {
        let bytes = Array(text.utf8)
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = buffer.initialize(from: bytes)
        buffers.append(buffer)
        return buffer
    }

    @discardableResult
    func request(_ lines: String...) -> RuleHarness {
        let buffer = copy(lines.joined(separator: "\r\n") + "\r\n\r\n")
        request.pointee.reset()
        guard case .complete = H1Parser.parseRequestHead(buffer, into: &request.pointee) else {
            Issue.record("not a request: \(lines)")
            return self
        }
        hasRequest = true
        return self
    }

    @discardableResult
    func response(_ lines: String...) -> RuleHarness {
        let buffer = copy(lines.joined(separator: "\r\n") + "\r\n\r\n")
        response.pointee.reset()
        guard case .complete = H1Parser.parseResponseHead(buffer, into: &response.pointee, to: request.pointee.summary) else {
            Issue.record("not a response: \(lines)")
            return self
        }
        hasResponse = true
        return self
    }

    func run(_ kind: RuleSetKind = .httpRequest) -> RuleOutcome { machine.run(kind, entry: entry, context) }

    /// The string in output register 0 after a run that ended.
    func text(_ kind: RuleSetKind = .httpRequest) -> String {
        guard case .ended = run(kind) else { return "(not ended)" }
        return machine.result(0, context).string
    }

    /// `name: value` of every header line of the request, in order.
    func headers(_ head: UnsafeMutablePointer<MessageHead>) -> [String] {
        (0..<head.pointee.count).compactMap { row in
            let field = head.pointee.fields[row]
            return field.isDeleted ? nil : "\(field.nameBytes.string): \(field.valueBytes.string)"
        }
    }
}

extension PlanBuilder {
    mutating func strings(_ method: MatchMethod, flags: PatternSetFlags = [], _ texts: [String]) -> PatternSetID {
        internPatternSet(
            method, flags: flags,
            texts.map { text in
                var pattern = PatternRecord()
                pattern.text = intern(text)
                return pattern
            })
    }

    mutating func ranges(_ method: MatchMethod, _ bounds: [ClosedRange<Int64>]) -> PatternSetID {
        internPatternSet(
            method,
            bounds.map { range in
                var pattern = PatternRecord()
                pattern.low = range.lowerBound
                pattern.high = range.upperBound
                return pattern
            })
    }

    mutating func networks(_ list: [(bytes: [UInt8], prefix: Int64)]) -> PatternSetID {
        internPatternSet(
            .ip,
            list.map { network in
                var pattern = PatternRecord()
                pattern.text = intern(network.bytes)
                pattern.low = network.prefix
                return pattern
            })
    }

    /// Fetch, converters, match over all values; leaves the flag.
    mutating func condition(
        _ fetch: FetchCode, _ operands: [Operand] = [], _ converters: [(ConverterCode, [Operand])] = [], matches set: PatternSetID
    ) {
        emitFetch(fetch, operands)
        let again = here
        for (converter, operands) in converters { emitConvert(converter, operands) }
        emitMatch(set, again: again)
    }

    mutating func setHeader(_ name: String, _ value: String) {
        emit(.begin, a: 0)
        emit(.appendText, text: intern(value))
        emit(.setHeader, a: 0, text: intern(name))
    }
}
