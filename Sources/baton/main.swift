import CLinux
import Glibc

/// The subcommands, in the order of the help.
let commands: [Command] = [
    checkCommand, upgradeCommand, compileCommand, planCommand, diffCommand, runCommand, applyCommand, statusCommand, rollbackCommand,
    historyCommand,
]

func usage() -> String {
    let width = commands.map(\.name.count).max() ?? 0
    let rows = commands.map { "    \($0.name)\(String(repeating: " ", count: width - $0.name.count))  \($0.summary)\n" }
    return "usage: baton COMMAND [ARGUMENTS]\n\ncommands:\n\(rows.joined())\n'baton COMMAND --help' describes one.\n"
}

func run(_ words: [String]) -> Int32 {
    guard words.count > 1 else {
        Terminal.error("a command is missing; 'baton --help' lists them")
        return 2
    }
    if ["--help", "-h", "help"].contains(words[1]) {
        Terminal.out(usage())
        return 0
    }
    guard let command = commands.first(where: { $0.name == words[1] }) else {
        Terminal.error("no command is called '\(words[1])'; 'baton --help' lists them")
        return 2
    }
    do throws(Arguments.Failure) {
        return command.run(try Arguments(words[2...], for: command))
    } catch {
        switch error {
        case .help:
            Terminal.out(command.help)
            return 0
        case .misuse(let message):
            Terminal.error("\(message); 'baton \(command.name) --help' shows what it takes")
            return 2
        }
    }
}

// The tables of a large configuration grow to tens of megabytes.
baton_map_large_blocks(1 << 20)
exit(run(CommandLine.arguments))
