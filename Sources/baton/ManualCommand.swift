/// `baton manual`: the manual page, which docs/baton.1 holds.
let manualCommand = Command(
    name: "manual", synopsis: "", summary: "Writes the manual page: baton manual | man -l -.", options: [], operands: 0...0,
    exitCodes: ["0  written"],
    run: { _ in
        Terminal.out(ManualPage.text(commands))
        return 0
    })

/// The manual page, made from the tables of options: man(7).
enum ManualPage {
    static func text(_ commands: [Command]) -> String {
        var page = """
            .TH BATON 1
            .SH NAME
            baton \\- checks and runs HAProxy configuration
            .SH SYNOPSIS
            .B baton
            .I COMMAND
            [\\fIARGUMENTS\\fR]
            .SH DESCRIPTION
            Finds everything that is wrong with a configuration in one run, compiles it to a plan, shows what a new plan would change, and serves it.
            .SH COMMANDS

            """
        for command in commands {
            page += ".SS baton \(escaped(command.name))\(command.synopsis.isEmpty ? "" : " " + escaped(command.synopsis))\n"
            page += line(command.summary)
            for option in command.options {
                page += ".TP\n\\fB\(option.names.map(escaped).joined(separator: "\\fR, \\fB"))\\fR"
                page += (option.value.map { " \\fI\(escaped($0))\\fR" } ?? "") + "\n" + line(option.help)
            }
            for code in command.exitCodes {
                let parts = code.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
                page += ".TP\nexit code \(escaped(String(parts[0])))\n"
                page += line(String((parts.count > 1 ? parts[1] : "").drop { $0 == " " }))
            }
        }
        page += ".SH FILES\n.TP\n\\fI.baton\\fR\n"
        page += line("the project file of 'baton check': lines of 'severity ID error|warning|note|off'")
        page += ".SH SEE ALSO\n.BR haproxy (1)\n"
        return page
    }

    /// A line of text, which a dot or quote at its start would make a request.
    private static func line(_ text: String) -> String {
        let text = escaped(text)
        return (text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : "") + text + "\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    }
}
