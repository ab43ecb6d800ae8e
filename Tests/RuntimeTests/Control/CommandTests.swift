import Glibc
import Plan
import PlanFixtures
import Testing

@testable import Runtime

@Suite struct CommandTests {
    /// One frontend, servers `a` and `b`, and a command socket of level admin at `stats.sock`.
    private func instance(
        level: CommandLevel = .admin, idleMs: UInt32 = 10_000, limit: UInt32 = 10, moreServers: Int = 0
    ) throws -> Instance {
        let directory = try TemporaryDirectory()
        var plan = HTTPPlan(port: 0, servers: [.init("a", port: 1), .init("b", port: 1, weight: 7)])
        for i in 0..<moreServers { plan.servers.append(.init("server-with-a-long-name-\(i)", port: 1)) }
        plan.commandSocket = directory["stats.sock"]
        var builder = plan.builder()
        builder.listeners[1].levelRaw = level.rawValue
        builder.global.statsTimeoutMs = idleMs
        builder.global.statsMaxconn = limit
        return try Instance(plan: builder.encode(), in: directory)
    }

    private func connect(_ instance: Instance) throws -> CommandConnection {
        try CommandConnection(path: instance.directory["stats.sock"])
    }

    private func ask(_ instance: Instance, _ line: String) throws -> String { try connect(instance).ask(line + "\n") }

    // MARK: Answers

    @Test func showInfo() throws {
        let instance = try instance()
        let text = try ask(instance, "show info")
        #expect(text.hasSuffix("\n\n"))
        let lines = text.split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 1).map(String.init) }
        let values = Dictionary(uniqueKeysWithValues: lines.map { ($0[0], $0.count > 1 ? $0[1] : "") })
        #expect(values["Name"] == "Baton" && values["Version"] == BatonVersion.text)
        #expect(values["Nbthread"] == "1" && values["Generation"] == "1" && values["Generations"] == "1")
        #expect(values["Maxconn"] == "10000" && values["CurrConns"] == "0")
    }

    @Test func showStat() throws {
        let instance = try instance()
        let rows = try ask(instance, "show stat").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.map { $0.prefix(2).joined(separator: "/") } == ["# pxname/svname", "web/FRONTEND", "app/a", "app/b", "app/BACKEND"])
        #expect(Set(rows.map(\.count)).count == 1)
        func value(_ row: Int, _ name: String) -> String? { rows[0].firstIndex(of: name).map { rows[row][$0] } }
        #expect(value(1, "status") == "OPEN" && value(1, "type") == "0" && value(1, "slim") == "10000")
        #expect(value(2, "status") == "no check" && value(2, "weight") == "1" && value(3, "weight") == "7")
        #expect(value(4, "status") == "UP" && value(4, "act") == "2" && value(4, "bck") == "0")
    }

    @Test func showGenerationsAndVersion() throws {
        let instance = try instance()
        #expect(try ask(instance, "show generations").hasPrefix("# generation state age_s streams"))
        #expect(try ask(instance, "show generations").contains("\n1 serving "))
        #expect(try ask(instance, "show version") == BatonVersion.text + "\n\n")
    }

    @Test func serversAreSet() throws {
        let instance = try instance()
        func state(_ name: String) throws -> String {
            let lines = try ask(instance, "show servers state").split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            let line = try #require(lines.first { $0.count == 8 && $0[3] == name })
            // srv_op_state, srv_admin_state, srv_uweight, srv_iweight
            return line[4...].joined(separator: " ")
        }
        #expect(try state("a") == "2 0 1 1" && state("b") == "2 0 7 7")
        for (line, a) in [
            ("set server app/a state maint", "2 1 1 1"), ("set server app/a state ready", "2 0 1 1"),
            ("set server app/a state drain", "2 8 1 1"), ("disable server app/a", "2 9 1 1"), ("set server app/a state drain", "2 8 1 1"),
            ("enable server app/a", "2 0 1 1"), ("set server app/a weight 0", "2 0 0 1"), ("set server app/a weight 256", "2 0 256 1"),
        ] {
            #expect(try ask(instance, line) == "\n", "\(line)")
            #expect(try state("a") == a, "\(line)")
            #expect(try state("b") == "2 0 7 7", "\(line)")
        }
    }

    @Test func wrongServersAndValuesAreNamed() throws {
        let instance = try instance()
        let before = try ask(instance, "show servers state")
        for (line, answer) in [
            ("set server app/x state ready", "No such server."), ("set server x/a state ready", "No such backend."),
            ("set server web/a state ready", "No such backend."), ("set server app state ready", "Require 'backend/server'."),
            ("set server app/a state up", "The state is 'ready', 'drain' or 'maint', not 'up'."),
            ("set server app/a weight 257", "The weight is a number from 0 to 256."),
            ("set server app/a weight -1", "The weight is a number from 0 to 256."),
            ("set server app/a weight 50%", "The weight is a number from 0 to 256."),
            ("set server app/a addr 127.0.0.1", "'set server <b>/<s>' takes 'state' or 'weight', not 'addr'."),
            ("set server app/a", "'set server <b>/<s>' takes 'state ready|drain|maint' or 'weight N'."),
            ("set server", "'set server <b>/<s>' takes 'state ready|drain|maint' or 'weight N'."),
            ("disable server", "Require 'backend/server'."), ("enable server app/", "Require 'backend/server'."),
        ] { #expect(try ask(instance, line) == answer + "\n\n", "\(line)") }
        #expect(try ask(instance, "show servers state") == before)
    }

    @Test func helpListsWhatTheSocketKnows() throws {
        let instance = try instance()
        let help = try ask(instance, "help")
        #expect(help.contains("  show info: ") && help.contains("  quit: ") && !help.contains("rollback"))
        #expect(try instance.ask("help").contains("  rollback "))
        for line in ["dance", "show", "show infos", "status", "rollback", "set", "HELP", "\u{1}\u{2}"] {
            let answer = try ask(instance, line)
            #expect(answer.hasPrefix("Unknown command: '\(line)'. Commands are:\n") && answer.contains("  show info: "), "\(line)")
        }
    }

    @Test func levels() throws {
        let instance = try instance(level: .user)
        #expect(try ask(instance, "show info").hasPrefix("Name: Baton"))
        for line in ["set server app/a state maint", "disable server app/a", "enable server app/a"] {
            #expect(try ask(instance, line) == "Permission denied: this socket's level is too low.\n\n")
        }
        #expect(try ask(instance, "show servers state").contains(" a 2 0 1 1"))
    }

    // MARK: Lines and connections

    @Test func commandsOfOneLine() throws {
        let instance = try instance()
        let version = BatonVersion.text + "\n\n"
        #expect(try ask(instance, "show version;show version ; ;; show version;") == version + version + version)
        #expect(try ask(instance, "disable server app/a; show servers state").contains(" a 2 1 1 1\n"))
        #expect(try ask(instance, "show version; quit; show version") == version)
        #expect(try ask(instance, "show version\r") == version)
        #expect(try ask(instance, "  show \t version  ") == version)
        #expect(try ask(instance, "") == "")
        // Without prompt the first line is the only one.
        #expect(try ask(instance, "show version\nshow version") == version)
    }

    @Test func aConnectionWithPrompt() throws {
        let instance = try instance()
        let connection = try connect(instance)
        try connection.send("prompt\n")
        #expect(connection.receive(until: "> ") == "> ")
        try connection.send("show version\nshow ver")
        #expect(connection.receive(until: "> ") == BatonVersion.text + "\n\n> ")
        try connection.send("sion\n\nquit\n")
        #expect(connection.receive() == BatonVersion.text + "\n\n> > ")
    }

    /// As many lines as fit one read, none of which answers anything.
    @Test func manyEmptyLines() throws {
        let instance = try instance()
        let connection = try connect(instance)
        let count = ControlLimits.commandLineBytes
        try connection.send("prompt\n")
        try connection.send(String(repeating: "\n", count: count))
        try connection.send("quit\n")
        #expect(connection.receive().utf8.count == 2 * (count + 1))
    }

    @Test func aLastLineWithoutItsEnd() throws {
        let instance = try instance()
        let connection = try connect(instance)
        try connection.send("show version")
        shutdown(connection.descriptor, Int32(SHUT_WR))
        #expect(connection.receive() == BatonVersion.text + "\n\n")
    }

    @Test(arguments: [true, false]) func longLines(isWhole: Bool) throws {
        let instance = try instance()
        let limit = ControlLimits.commandLineBytes
        // The longest that is taken, in pieces.
        let connection = try connect(instance)
        let longest = "show version" + String(repeating: " ", count: limit - 12)
        try connection.send(String(longest.prefix(5000)))
        try connection.send(String(longest.dropFirst(5000)) + "\n")
        #expect(connection.receive() == BatonVersion.text + "\n\n")
        // One byte more, with or without its end.
        let other = try connect(instance)
        try other.send(longest + " " + (isWhole ? "\n" : ""))
        #expect(other.receive() == "The command line is longer than \(limit) bytes.\n\n")
        #expect(try ask(instance, "show version") == BatonVersion.text + "\n\n")
    }

    @Test func wordsBeyondTheBoundAreLeftOut() throws {
        let instance = try instance()
        let answer = try ask(instance, String(repeating: "x ", count: 200))
        #expect(answer.hasPrefix("Unknown command: '" + String(repeating: "x ", count: ControlLimits.commandWords - 1) + "x'."))
    }

    @Test func clientsThatHangUp() throws {
        let instance = try instance(limit: 1000)
        for text in ["", "show in", "show info\n", "prompt\nshow stat\n", "quit\n"] {
            for _ in 0..<20 { if !text.isEmpty { try connect(instance).send(text) } else { _ = try connect(instance) } }
        }
        let apply = try CommandConnection(path: instance.control)
        try apply.send("rollback; status\n")
        #expect(apply.receive().hasPrefix("refused: there is no such plan"))
        #expect(try ask(instance, "show version") == BatonVersion.text + "\n\n")
    }

    /// An answer that is larger than what a socket holds goes on as long as somebody reads it, however slowly.
    @Test func slowReadersAreServedAndDeafOnesAreNot() throws {
        let instance = try instance(idleMs: 1500, moreServers: 20_000)
        let slow = try connect(instance)
        try slow.send("show servers state\n")
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let beganUs = Clock.nowUs()
        while isReadable(slow.descriptor) {
            let count = recv(slow.descriptor, &buffer, buffer.count, 0)
            if count <= 0 { break }
            received += buffer[..<count]
            // Slower than the time in which a silent client is let go.
            if Clock.nowUs() - beganUs < 2_500_000 { usleep(40_000) }
        }
        #expect(Clock.nowUs() - beganUs > 2_000_000, "the answer is too small for this test")
        #expect(String(decoding: received, as: UTF8.self).hasSuffix(" server-with-a-long-name-19999 2 0 1 1\n\n"))

        let deaf = try connect(instance)
        try deaf.send("show servers state\n")
        var polled = pollfd(fd: deaf.descriptor, events: 0, revents: 0)
        #expect(poll(&polled, 1, 10_000) == 1 && Int32(polled.revents) & POLLHUP != 0)
        #expect(!deaf.receive().hasSuffix("\n\n"))
    }

    /// Somebody who connects and says nothing is let go, and meanwhile the others are refused.
    @Test func connectionsAreBounded() throws {
        let instance = try instance(idleMs: 300, limit: 2)
        let silent = [try connect(instance), try connect(instance)]
        // Both were taken before the third.
        let third = try connect(instance)
        #expect(third.receive() == "")
        #expect(silent.map { $0.receive() } == ["", ""])
        #expect(try ask(instance, "show version") == BatonVersion.text + "\n\n")
    }
}
