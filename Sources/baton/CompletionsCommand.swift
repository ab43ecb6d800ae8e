/// `baton completions`: what a shell needs to complete command lines of baton.
let completionsCommand = Command(
    name: "completions", synopsis: "bash", summary: "Writes completions for a shell: source <(baton completions bash).",
    options: [], operands: 1...1, exitCodes: ["0  written", "2  there are none for this shell"], words: ["bash"], run: completions)

@Sendable private func completions(_ arguments: Arguments) -> Int32 {
    let shell = arguments.operands[0]
    guard shell == "bash" else {
        Terminal.error("there are no completions for '\(shell)'; there are for bash")
        return 2
    }
    Terminal.out(BashCompletions.script(commands))
    return 0
}

/// The completions of bash, made from the tables of options.
enum BashCompletions {
    static func script(_ commands: [Command]) -> String {
        var values: [String] = []
        var options: [String] = []
        var words: [String] = []
        for command in commands {
            for option in command.options where option.value != nil {
                let place = option.names.map { "\(command.name):\($0)" }.joined(separator: " | ")
                values.append("\(place)) \(reply(option.choices)); return ;;")
            }
            options.append("\(command.name)) \(reply(command.options.flatMap(\.names) + ["-h", "--help"])) ;;")
            if !command.words.isEmpty { words.append("\(command.name)) \(reply(command.words)); return ;;") }
        }
        return """
            # Completions of baton for bash, written by 'baton completions bash'.
            _baton() {
                local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
                COMPREPLY=()
                if ((COMP_CWORD == 1)); then
                    \(reply(commands.map(\.name) + ["--help"]))
                    return
                fi
                # '--option=value' comes as three words.
                if [[ $current == = ]]; then
                    current=
                elif [[ $before == = ]]; then
                    before=${COMP_WORDS[COMP_CWORD - 2]}
                fi
                case $command:$before in
            \(values.map { "        \($0)" }.joined(separator: "\n"))
                esac
                if [[ $current == -* ]]; then
                    case $command in
            \(options.map { "            \($0)" }.joined(separator: "\n"))
                    esac
                    return
                fi
                case $command in
            \(words.map { "        \($0)" }.joined(separator: "\n"))
                esac
                \(reply([]))
            }
            complete -o filenames -F _baton baton

            """
    }

    /// Completes from a list, or file names where it is empty.
    private static func reply(_ words: [String]) -> String {
        let what = words.isEmpty ? "-f" : "-W '\(words.joined(separator: " "))'"
        return "mapfile -t COMPREPLY < <(compgen \(what) -- \"$current\")"
    }
}
