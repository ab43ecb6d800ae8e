/// `baton rollback`: an older plan serves again.
let rollbackCommand = Command(
    name: "rollback", synopsis: "[GENERATION] --control SOCKET",
    summary: "Makes a running instance serve an older plan again: the one before, or that of a generation in 'baton history'.",
    options: [ControlClient.option], operands: 0...1,
    exitCodes: ["0  that plan serves", "1  refused: nothing changed", "2  the instance does not answer"],
    run: { arguments in
        guard let operand = arguments.operands.first else { return arguments.ask("rollback", "rollback") }
        guard let generation = UInt32(operand), generation > 0 else {
            Terminal.error("'\(operand)' is no generation: a number from 'baton history'")
            return 2
        }
        return arguments.ask("rollback", "rollback \(generation)")
    })
