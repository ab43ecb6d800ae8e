import Glibc
import Plan
import PlanFixtures
import Testing

@testable import Runtime

/// Master, worker and loops together, as they are asked to change plans.
@Suite struct HandoverTests {
    /// A plan whose answers carry `x-plan: NAME`.
    private func plan(_ name: String, port: UInt16, origin: TestOrigin? = nil) -> HTTPPlan {
        var plan = HTTPPlan(port: port, servers: origin.map { [.init("s", port: $0.port)] } ?? [])
        plan.responseHeader = ("x-plan", name)
        return plan
    }

    private func servedBy(_ client: TestClient, _ origin: TestOrigin) -> String? {
        client.send()
        guard origin.answer() else { return nil }
        let lines = client.receive(until: "\r\n\r\nok").split(separator: "\r\n")
        return lines.first { $0.lowercased().hasPrefix("x-plan: ") }.map { String($0.dropFirst(8)) }
    }

    private func generation(_ instance: Instance) throws -> String {
        let status = try instance.ask("status")
        let range = try #require(status.firstRange(of: "\"generation\":"))
        return String(status[range.upperBound...].prefix { $0.isNumber })
    }

    // MARK: The control socket

    @Test func applyHistoryAndRollback() throws {
        let origin = try TestOrigin()
        let port = try TestSocket.freePort()
        let instance = try Instance(plan: plan("one", port: port, origin: origin).builder().encode(), loops: 2)
        #expect(instance.notice("generation 1 committed"))
        #expect(try instance.ask("rollback") == "refused: there is no such plan to go back to; see 'history'\n\n")
        let client = try TestClient(port: port)
        #expect(servedBy(client, origin) == "one")
        #expect(try instance.apply(plan("two", port: port, origin: origin), source: "two.plan").hasPrefix("committed: generation 2 in "))
        // The next request of an open connection, and a new one.
        #expect(servedBy(client, origin) == "two")
        #expect(servedBy(try TestClient(port: port), origin) == "two")
        let history = try instance.ask("history").split(separator: "\n")
        #expect(history.count == 3 && history[1].hasPrefix("2 ") && history[1].hasSuffix(" apply two.plan"))
        #expect(history[2].hasPrefix("1 ") && history[2].hasSuffix(" start"))
        #expect(try instance.ask("rollback 7") == "refused: there is no such plan to go back to; see 'history'\n\n")
        #expect(try instance.ask("rollback one") == "refused: 'one' is no generation; see 'history'\n\n")
        #expect(try instance.ask("rollback").hasPrefix("committed: generation 3 in "))
        #expect(servedBy(client, origin) == "one")
        #expect(try instance.ask("rollback 2").hasPrefix("committed: generation 4 in "))
        #expect(servedBy(client, origin) == "two")
        #expect(try instance.ask("history").contains(" rollback to 2\n"))
        #expect(try generation(instance) == "4")
        #expect(instance.stop(SIGTERM) == 0)
        #expect(!instance.directory.names.contains("control.sock"))
    }

    @Test func whatIsNoPlanIsRefusedAndNothingChanges() throws {
        let instance = try Instance(plan: plan("one", port: 0).builder().encode())
        let good = try plan("two", port: 0).builder().encode()
        #expect(try instance.apply([UInt8]("garbage".utf8)) == "refused in receive: the file is not a plan\n\n")
        #expect(try instance.apply([]) == "refused in receive: the file is empty\n\n")
        let unsealed = try instance.apply(good, isSealed: false)
        #expect(unsealed.hasPrefix("refused in receive: the plan's descriptor is not a memory file sealed"))
        #expect(try instance.apply(Array(good.dropLast(8))).hasPrefix("refused in receive: "))
        #expect(try instance.ask("apply x") == "refused: 'apply' takes a sealed memory file with the line\n\n")
        let pipe = try Pipe()
        #expect(try instance.ask("apply x", descriptor: pipe.reader).hasPrefix("refused in receive: "))
        #expect(try generation(instance) == "1")
        #expect(try instance.apply(good).hasPrefix("committed: generation 2 "))
    }

    @Test func aSourceIsOnlyAWord() throws {
        let instance = try Instance(plan: plan("one", port: 0).builder().encode())
        let source = "a\"b\\c\u{1}" + String(repeating: "x", count: 10_000)
        #expect(try instance.apply(plan("two", port: 0), source: source).hasPrefix("committed: generation 2 "))
        let clipped = String(repeating: "x", count: ControlLimits.sourceBytes - "apply a'b'c'".utf8.count)
        #expect(try instance.ask("status").contains(#""source":"apply a\"b\\c?"# + clipped + #"","threads""#))
        #expect(try instance.apply(plan("three", port: 0)).hasPrefix("committed: generation 3 "))
    }

    /// A command behind one that takes time waits for its turn, on the line and on the connection.
    @Test func commandsBehindAnApplyWait() throws {
        let instance = try Instance(plan: plan("one", port: 0).builder().encode())
        #expect(try instance.apply(plan("two", port: 0)).hasPrefix("committed: generation 2 "))
        let answer = try instance.ask("rollback; show version; rollback 2; show generations")
        let parts = answer.split(separator: "\n\n").map(String.init)
        try #require(parts.count == 4, "\(answer)")
        #expect(parts[0].hasPrefix("committed: generation 3 ") && parts[1] == BatonVersion.text)
        #expect(parts[2].hasPrefix("committed: generation 4 ") && parts[3].contains("\n4 serving "))

        let connection = try CommandConnection(path: instance.control)
        try connection.send("prompt\nrollback\nshow version\nquit\n")
        let text = connection.receive()
        #expect(text.hasPrefix("> committed: generation 5 ") && text.hasSuffix("\n\n> \(BatonVersion.text)\n\n> "))
    }

    @Test func aClientThatDoesNotWaitForItsAnswer() throws {
        let instance = try Instance(plan: plan("one", port: 0).builder().encode())
        let memory = try SealedMemory.copy(path: instance.directory["plan"])
        defer { close(memory) }
        for _ in 0..<10 { try CommandConnection(path: instance.control).send("apply x; apply y\n", descriptor: memory) }
        #expect(try instance.apply(plan("two", port: 0)).hasPrefix("committed: generation 12 "))
    }

    // MARK: Sockets

    @Test func anAddressThatAnotherHolds() throws {
        let origin = try TestOrigin()
        let port = try TestSocket.freePort()
        let foreign = try TestSocket.listening()
        defer { close(foreign) }
        let instance = try Instance(plan: plan("one", port: port, origin: origin).builder().encode())
        let reason = "cannot listen on 127.0.0.1:\(TestSocket.port(foreign)): another process holds this address"
        #expect(try instance.apply(plan("two", port: TestSocket.port(foreign), origin: origin)) == "refused in prepare: \(reason)\n\n")
        #expect(try generation(instance) == "1")
        #expect(servedBy(try TestClient(port: port), origin) == "one")
        #expect(try instance.ask("history").split(separator: "\n").count == 2)
    }

    /// Removed and back again before the worker has let go of the socket, and then removed for good.
    @Test func anAddressThatComesBackAtOnce() throws {
        let origin = try TestOrigin()
        let (port, other) = (try TestSocket.freePort(), try TestSocket.freePort())
        let instance = try Instance(plan: plan("one", port: port, origin: origin).builder().encode(), loops: 2)
        for round in 0..<3 {
            #expect(try instance.apply(plan("other", port: other, origin: origin)).hasPrefix("committed"))
            #expect(try instance.apply(plan("back \(round)", port: port, origin: origin)).hasPrefix("committed"))
            #expect(servedBy(try TestClient(port: port), origin) == "back \(round)")
        }
        #expect(try instance.apply(plan("other", port: other, origin: origin)).hasPrefix("committed"))
        #expect(try becomesRefused(port))
        #expect(servedBy(try TestClient(port: other), origin) == "other")
    }

    @Test func aUnixSocketThatComesBackAtOnce() throws {
        let origin = try TestOrigin()
        let directory = try TemporaryDirectory()
        let path = directory["web.sock"]
        func unix(_ name: String) throws -> [UInt8] {
            var builder = plan(name, port: 0, origin: origin).builder()
            builder.listeners[0].address = Address(family: .unix, text: builder.intern(path))
            builder.listeners[0].key = builder.intern("unix:" + path)
            return try builder.encode()
        }
        let instance = try Instance(plan: unix("one"), loops: 2, in: directory)
        #expect(instance.notice("generation 1 committed"))
        let waiting = try TestClient(path: path)
        for round in 0..<3 {
            #expect(try instance.apply(plan("other", port: 0, origin: origin)).hasPrefix("committed"))
            #expect(try instance.apply(unix("back \(round)")).hasPrefix("committed"))
            #expect(servedBy(try TestClient(path: path), origin) == "back \(round)")
        }
        #expect(servedBy(waiting, origin) != nil)
        #expect(try instance.apply(plan("other", port: 0, origin: origin)).hasPrefix("committed"))
        // The master takes the path away once the worker has told it of the commit; the client hears of that at the same time.
        #expect(try becomes { !directory.names.contains("web.sock") })
    }

    /// New connections are not answered from the moment of the commit; once the queue is empty they are refused.
    private func becomesRefused(_ port: UInt16) throws -> Bool {
        try becomes { try TestSocket.isRefused(port) }
    }

    // MARK: The compiler

    /// `cp PLAN`, and what the script says to do instead while there is one.
    private func compiled(
        limits: CompileChild.Limits = CompileChild.Limits(), in directory: TemporaryDirectory? = nil
    ) throws -> Instance {
        let directory = try directory ?? TemporaryDirectory()
        try directory.write("made", try plan("one", port: 0).builder().encode())
        let script = "if [ -e \"$1/script\" ]; then . \"$1/script\"; else cat \"$1/made\" >&3; fi"
        return try Instance(plan: nil, in: directory, limits: limits) { directory, options in
            options.compile = ["sh", "-c", script, "compiler", directory.path]
        }
    }

    @Test func aReloadThatFailsLeavesThePlan() throws {
        var limits = CompileChild.Limits()
        limits.wallMs = 1500
        let instance = try compiled(limits: limits)
        #expect(instance.notice("generation 1 committed: compile"))
        for (script, reason) in [
            ("echo 'a.cfg:3: unknown word'; exit 1", "the compiler refused the configuration"),
            ("kill -SEGV $$", "the compiler crashed (signal 11)"),
            ("echo garbage >&3", "receive: the file is not a plan"),
            ("exit 0", "the compiler wrote no plan"),
            ("sleep 1000", "the compiler ran longer than 1500 ms and was ended"),
        ] {
            try instance.directory.write("script", script)
            instance.signal(SIGHUP)
            #expect(instance.notice("[WARNING] reload refused: \(reason); generation 1 goes on serving"))
            #expect(try generation(instance) == "1")
        }
        #expect(instance.sink.text.contains("a.cfg:3: unknown word\n"))
        unlink(instance.directory["script"])
        try instance.directory.replace("made", try plan("two", port: 0).builder().encode())
        instance.signal(SIGUSR2)
        #expect(instance.notice("generation 2 committed: compile"))
    }

    @Test func theFirstPlanHasToBeGood() throws {
        let directory = try TemporaryDirectory()
        let bad = try Instance(plan: [UInt8]("garbage!".utf8), in: directory)
        #expect(bad.exitCode() == 1)
        #expect(bad.sink.text.contains("[ALERT] \(directory["plan"]): the file is not a plan; nothing is served"))
        #expect(!directory.names.contains("control.sock"))

        let compiled = try Instance(plan: nil) { $1.compile = ["sh", "-c", "exit 1"] }
        #expect(compiled.exitCode() == 1)
        #expect(compiled.sink.text.contains("[ALERT] the compiler refused the configuration; nothing is served"))

        let absent = try Instance(plan: nil) { $1.compile = ["/nonexistent/compiler"] }
        #expect(absent.exitCode() == 1)

        // A pipe that nobody writes to holds nobody up.
        let fifo = try TemporaryDirectory()
        try #require(mkfifo(fifo["pipe"], 0o600) == 0)
        let waiting = try Instance(plan: nil, in: fifo) { $1.planPath = $0["pipe"] }
        #expect(waiting.exitCode() == 1)
        #expect(waiting.sink.text.contains("not a regular file"))
    }

    /// What an operator brings while the process starts is not replaced by what it starts with.
    @Test func anApplyDuringTheFirstCompilation() throws {
        let directory = try TemporaryDirectory()
        try directory.write("script", "until [ -e \"$1/go\" ]; do sleep 0.01; done; cat \"$1/made\" >&3")
        let instance = try compiled(in: directory)
        let connection = try CommandConnection(path: instance.control)
        let memory = try SealedMemory.copy(path: directory["made"])
        defer { close(memory) }
        try connection.send("show version; apply early\n", descriptor: memory)
        #expect(connection.receive(until: "\n\n") == BatonVersion.text + "\n\n")
        try directory.write("go", "")
        #expect(connection.receive().hasPrefix("committed: generation 2 "))
        #expect(try instance.ask("history").contains(" apply early\n"))
    }

    @Test func stoppedWhileTheFirstPlanIsCompiled() throws {
        let directory = try TemporaryDirectory()
        let instance = try Instance(plan: nil, in: directory) { $1.compile = ["sh", "-c", "echo compiling; sleep 1000"] }
        #expect(instance.notice("compiling"))
        #expect(instance.stop(SIGTERM) == 0)
        #expect(!instance.sink.text.contains("ALERT"))
    }

    @Test func aControlSocketThatCannotBeOpened() throws {
        let directory = try TemporaryDirectory()
        try directory.write("control.sock", "a file")
        let instance = try Instance(plan: plan("one", port: 0).builder().encode(), in: directory)
        #expect(instance.exitCode() == 2)
        #expect(instance.sink.text.contains("control socket: cannot listen on \(directory["control.sock"]): a file that is no socket"))
        #expect(directory.names.contains("control.sock"))
    }

    // MARK: The watched path

    private func watched(_ bytes: [UInt8], compile: String? = nil) throws -> Instance {
        try Instance(plan: bytes) { directory, options in
            options.watchPath = directory["watched"]
            if let compile { options.compile = ["sh", "-c", compile, "compiler", directory.path] }
        }
    }

    @Test func aPlanThatArrivesIsLoaded() throws {
        let instance = try watched(try plan("one", port: 0).builder().encode())
        #expect(instance.notice("generation 1 committed: start"))
        try instance.directory.replace("watched", try plan("two", port: 0).builder().encode())
        #expect(instance.notice("generation 2 committed: watch"))
        // Written in place: loaded when it is closed.
        let bytes = try plan("three", port: 0).builder().encode()
        let descriptor = open(instance.directory["watched"], O_WRONLY | O_TRUNC | O_CLOEXEC)
        #expect(write(descriptor, bytes, 100) == 100)
        #expect(try generation(instance) == "2")
        #expect(write(descriptor, Array(bytes[100...]), bytes.count - 100) == bytes.count - 100)
        close(descriptor)
        #expect(instance.notice("generation 3 committed: watch"))
        // Half a plan, something else, and nothing.
        try instance.directory.replace("watched", Array(bytes[..<200]))
        #expect(instance.notice("generation 3 goes on serving"))
        unlink(instance.directory["watched"])
        try #require(mkfifo(instance.directory["watched.new"], 0o600) == 0)
        rename(instance.directory["watched.new"], instance.directory["watched"])
        #expect(instance.notice("not a regular file; generation 3 goes on serving"))
        try instance.directory.replace("watched", try plan("four", port: 0).builder().encode())
        #expect(instance.notice("generation 4 committed: watch"))
        // HUP loads it again.
        instance.signal(SIGHUP)
        #expect(instance.notice("generation 5 committed: reload"))
    }

    /// A plan that arrives while something else is under way is loaded after it, and not taken for a wish to compile.
    @Test func aPlanThatArrivesDuringACompilation() throws {
        let bytes = try plan("one", port: 0).builder().encode()
        let script = """
            echo compiling; until [ -e "$1/say" ]; do sleep 0.01; done
            echo said; until [ -e "$1/go" ]; do sleep 0.01; done; exit 1
            """
        let instance = try watched(bytes, compile: script)
        #expect(instance.notice("generation 1 committed: start"))
        instance.signal(SIGHUP)
        #expect(instance.notice("compiling"))
        try instance.directory.replace("watched", try plan("two", port: 0).builder().encode())
        // When the master passes this on, it has seen the plan as well.
        try instance.directory.write("say", "")
        #expect(instance.notice("said"))
        try instance.directory.write("go", "")
        #expect(instance.notice("the compiler refused the configuration"))
        #expect(instance.notice("generation 2 committed: watch"))
    }

    // MARK: What is shown

    /// The line of `show generations`, without the ages.
    private func line(_ number: Int, _ instance: Instance) throws -> String? {
        let lines = try instance.ask("show generations").split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        guard let line = lines.first(where: { $0[0] == "\(number)" }) else { return nil }
        try #require(line.count == 7)
        return (line[...1] + line[3...5]).joined(separator: " ")
    }

    @Test func oldGenerationsNameWhatHoldsThemLongest() throws {
        let origin = try TestOrigin()
        let (port, other) = (try TestSocket.freePort(), try TestSocket.freePort())
        let instance = try Instance(plan: plan("one", port: port, origin: origin).builder().encode(), loops: 2)
        #expect(instance.notice("generation 1 committed"))
        #expect(try line(1, instance) == "1 serving 0 - -")
        let clients = try (0..<4).map { _ in try TestClient(port: port) }
        let names = clients.map { "127.0.0.1:\(TestSocket.port($0.descriptor))" }
        // The first has its answer; the others wait for theirs.
        #expect(servedBy(clients[0], origin) == "one")
        for client in clients.dropFirst() { client.send() }
        #expect(try becomes { try self.line(1, instance) == "1 serving 3 - -" })
        #expect(try instance.apply(plan("two", port: port, origin: origin)).hasPrefix("committed"))
        #expect(try line(2, instance) == "2 serving 0 - -")
        #expect(try line(1, instance) == "1 draining 3 \(names[1]) web")
        // Nobody lives on the first plan once they are answered.
        for _ in clients.dropFirst() { #expect(origin.answer()) }
        for client in clients.dropFirst() { #expect(client.receive(until: "\r\n\r\nok").contains(" 200 ")) }
        #expect(try becomes { try self.line(1, instance) == nil })
        // Connections to an address that goes are held by the plan that had it.
        #expect(try instance.apply(plan("three", port: other, origin: origin)).hasPrefix("committed"))
        #expect(try becomes { try self.line(2, instance) == "2 draining 4 \(names[0]) web" })
        #expect(servedBy(clients[0], origin) == "two")
        #expect(try becomes { try self.line(2, instance) == "2 draining 3 \(names[1]) web" })
    }

    @Test func maximaAndRates() throws {
        let origin = try TestOrigin()
        let port = try TestSocket.freePort()
        var plan = plan("one", port: port)
        plan.servers = [.init("s", port: origin.port, maxconn: 2)]
        let instance = try Instance(plan: plan.builder().encode())
        #expect(instance.notice("generation 1 committed"))
        func values(_ names: String...) throws -> [String] {
            let rows = try instance.ask("show stat").split(separator: "\n").map {
                $0.dropFirst($0.hasPrefix("# ") ? 2 : 0).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            let columns = names.map { rows[0].firstIndex(of: $0) }
            return rows.dropFirst().map { row in columns.map { $0.map { row[$0] } ?? "?" }.joined(separator: " ") }
        }
        let clients = try (0..<3).map { _ in try TestClient(port: port) }
        for client in clients { client.send() }
        #expect(try becomes { try values("scur", "qcur") == ["3 ", "2 ", "3 1"] })
        for _ in clients { #expect(origin.answer()) }
        for client in clients { #expect(client.receive(until: "\r\n\r\nok").contains(" 200 ")) }
        #expect(try becomes { try values("scur", "qcur") == ["3 ", "0 ", "0 0"] })
        #expect(try values("smax", "qmax", "stot", "req_tot") == ["3  3 3", "2  3 ", "3 1 3 "])
        // Taken each second, by the control thread.
        #expect(try becomes { try !values("rate_max").contains("0") })
        #expect(try becomes { try values("rate", "req_rate") == ["0 0", "0 ", "0 "] })
        #expect(try !values("rate_max", "req_rate_max").contains { $0.hasPrefix("0") || $0.hasPrefix("?") || $0.hasPrefix(" ") })
    }

    /// What other threads are about to do.
    private func becomes(_ condition: () throws -> Bool) throws -> Bool {
        let deadline = Clock.nowUs() + 10_000_000
        while Clock.nowUs() < deadline {
            if try condition() { return true }
            usleep(5000)
        }
        return false
    }

    // MARK: Stopping

    @Test func aGracefulStopWaitsForStreams() throws {
        let origin = try TestOrigin()
        let port = try TestSocket.freePort()
        let instance = try Instance(plan: plan("one", port: port, origin: origin).builder().encode())
        #expect(instance.notice("generation 1 committed"))
        let client = try TestClient(port: port)
        client.send()
        #expect(isReadable(origin.descriptor))
        instance.signal(SIGUSR1)
        #expect(instance.notice("stopping: streams in progress finish"))
        #expect(origin.answer())
        #expect(client.receive(until: "\r\n\r\nok").hasPrefix("HTTP/1.1 200"))
        #expect(instance.exitCode() == 0)
        #expect(try TestSocket.isRefused(port))
    }
}
