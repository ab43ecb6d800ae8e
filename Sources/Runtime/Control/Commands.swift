import Glibc
import Plan
import Synchronization

/// What a command may use.
struct CommandContext {
    let process: WorkerProcess
    let client: CommandClientID
    let level: CommandLevel
    let isControl: Bool
    /// A descriptor that came with the line.
    let descriptor: Int32?
}

enum CommandAnswer {
    case text(String)
    /// ``CommandServer/answer(_:_:)`` follows. `tookDescriptor`: the context's descriptor has a new owner.
    case later(tookDescriptor: Bool)
}

/// The commands (manual section 9.3; `apply`, `rollback`, `status` and `history` are Baton's own, on the control socket).
enum Commands {
    private struct Command: Sendable {
        let words: [String]
        let level: CommandLevel
        let isControl: Bool
        let usage: String
        let run: @Sendable ([String], CommandContext) -> CommandAnswer
    }

    private static let table: [Command] = [
        Command(words: ["help"], level: .user, isControl: false, usage: "help: this list") { _, context in .text(help(context)) },
        Command(words: ["show", "info"], level: .user, isControl: false, usage: "show info: counters of the process") { _, context in
            .text(ShowInfo.text(context.process))
        },
        Command(words: ["show", "stat"], level: .user, isControl: false, usage: "show stat: counters of proxies and servers, CSV") {
            _, context in
            .text(ShowStat.text(context.process))
        },
        Command(
            words: ["show", "generations"], level: .user, isControl: false,
            usage: "show generations: plans that are alive, and what holds the old ones longest"
        ) {
            _, context in
            context.process.tellGenerations(to: context.client)
            return .later(tookDescriptor: false)
        },
        Command(words: ["show", "servers", "state"], level: .user, isControl: false, usage: "show servers state: state of every server") {
            _, context in .text(ShowStat.serversState(context.process))
        },
        Command(words: ["show", "version"], level: .user, isControl: false, usage: "show version: the program's version") { _, _ in
            .text(BatonVersion.text)
        },
        Command(
            words: ["set", "server"], level: .admin, isControl: false, usage: "set server <b>/<s> [state ready|drain|maint | weight N]"
        ) {
            words, context in .text(setServer(words, context.process))
        },
        Command(words: ["enable", "server"], level: .admin, isControl: false, usage: "enable server <b>/<s>: takes it out of maintenance") {
            words, context in .text(setState(words.count > 2 ? words[2] : "", "ready", context.process))
        },
        Command(words: ["disable", "server"], level: .admin, isControl: false, usage: "disable server <b>/<s>: puts it into maintenance") {
            words, context in .text(setState(words.count > 2 ? words[2] : "", "maint", context.process))
        },
        Command(words: ["status"], level: .user, isControl: true, usage: "status: what is served, JSON") { _, context in
            .text(ShowInfo.status(context.process))
        },
        Command(words: ["history"], level: .user, isControl: true, usage: "history: plans that can be rolled back to") { _, context in
            .text(history(context.process))
        },
        Command(
            words: ["apply"], level: .admin, isControl: true, usage: "apply <source>: serve the plan whose sealed memory file comes along"
        ) {
            words, context in apply(words, context)
        },
        Command(words: ["rollback"], level: .admin, isControl: true, usage: "rollback [<generation>]: serve an older plan again") {
            words, context in rollback(words, context)
        },
    ]

    static func run(_ words: [String], _ context: CommandContext) -> CommandAnswer {
        let matching = table.filter { command in
            words.count >= command.words.count && zip(words, command.words).allSatisfy { $0 == $1 }
                && (!command.isControl || context.isControl)
        }
        guard let command = matching.max(by: { $0.words.count < $1.words.count }) else {
            return .text("Unknown command: '\(words.joined(separator: " "))'. Commands are:\n" + help(context))
        }
        guard context.level.rawValue >= command.level.rawValue else { return .text("Permission denied: this socket's level is too low.") }
        return command.run(words, context)
    }

    private static func help(_ context: CommandContext) -> String {
        var text = ""
        for command in table where !command.isControl || context.isControl { text += "  \(command.usage)\n" }
        return text + "  prompt: stay connected after each answer\n  quit: close the connection\n"
    }

    /// One line a generation. The last three columns name the connection that has held it longest: client, frontend, age.
    static func generations(_ process: WorkerProcess) -> String {
        var text = "# generation state age_s streams client frontend client_age_s\n"
        let now = Clock.wallUs()
        for summary in process.core.generationSummaries() {
            let age = max(0, now - summary.createdWall) / 1_000_000
            text += "\(summary.number) \(summary.isServing ? "serving" : "draining") \(age) \(summary.streams) "
            if let holder = summary.oldestHolder {
                text += "\(AddressDescription.describe(holder.client)) \(holder.frontend) \(summary.oldestHolderSeconds)\n"
            } else {
                text += "- - -\n"
            }
        }
        return text
    }

    // MARK: Servers

    /// The row of `backend/server` in the serving plan.
    private static func find(_ name: String, _ process: WorkerProcess) -> Result<ServerID, Explanation> {
        guard let serving = process.core.serving else { return .failure(Explanation("Nothing is served yet.")) }
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return .failure(Explanation("Require 'backend/server'.")) }
        let plan = serving.pointee.plan
        var hasBackend = false
        for id in plan.proxies.ids {
            let proxy = plan.proxies.pointer(id)
            guard proxy.pointee.capabilities.contains(.backend), plan.string(proxy.pointee.name) == parts[0] else { continue }
            hasBackend = true
            for row in proxy.pointee.servers.range where plan.string(plan.servers.base[row].name) == parts[1] {
                return .success(ServerID(UInt32(row)))
            }
        }
        return .failure(Explanation(hasBackend ? "No such server." : "No such backend."))
    }

    private static func setServer(_ words: [String], _ process: WorkerProcess) -> String {
        guard words.count >= 5 else { return "'set server <b>/<s>' takes 'state ready|drain|maint' or 'weight N'." }
        switch words[3] {
        case "state": return setState(words[2], words[4], process)
        case "weight":
            guard let weight = UInt32(words[4]), weight <= 256 else { return "The weight is a number from 0 to 256." }
            switch find(words[2], process) {
            case .failure(let failure): return failure.description
            case .success(let row):
                process.core.setServerWeight(row, weight: weight)
                return ""
            }
        default: return "'set server <b>/<s>' takes 'state' or 'weight', not '\(words[3])'."
        }
    }

    private static func setState(_ name: String, _ state: String, _ process: WorkerProcess) -> String {
        switch find(name, process) {
        case .failure(let failure): return failure.description
        case .success(let row):
            switch state {
            case "ready":
                process.core.setServerAdmin(row, bit: ServerAdmin.maintenance | ServerAdmin.drain, on: false)
            case "drain":
                process.core.setServerAdmin(row, bit: ServerAdmin.maintenance, on: false)
                process.core.setServerAdmin(row, bit: ServerAdmin.drain, on: true)
            case "maint":
                process.core.setServerAdmin(row, bit: ServerAdmin.maintenance, on: true)
            default: return "The state is 'ready', 'drain' or 'maint', not '\(state)'."
            }
            return ""
        }
    }

    // MARK: Plans

    private static func apply(_ words: [String], _ context: CommandContext) -> CommandAnswer {
        guard let descriptor = context.descriptor else { return .text("refused: 'apply' takes a sealed memory file with the line") }
        let source = words.count > 1 ? "apply \(words[1])" : "apply"
        context.process.ask(HandoverRequest(request: 0, source: source, descriptor: descriptor, client: context.client))
        return .later(tookDescriptor: true)
    }

    private static func rollback(_ words: [String], _ context: CommandContext) -> CommandAnswer {
        var generation: UInt32 = 0
        if words.count > 1 {
            guard let number = UInt32(words[1]), number > 0 else { return .text("refused: '\(words[1])' is no generation; see 'history'") }
            generation = number
        }
        if context.process.rollback(to: generation, client: context.client) { return .later(tookDescriptor: false) }
        return .text("refused: there is no such plan to go back to; see 'history'")
    }

    private static func history(_ process: WorkerProcess) -> String {
        var text = "# generation committed_unix_s bytes digest source\n"
        for entry in process.history.entries.reversed() {
            text += "\(entry.generation) \(entry.committedWall / 1_000_000) \(entry.planBytes) \(entry.digest.prefix(12)) \(entry.source)\n"
        }
        return text
    }
}
