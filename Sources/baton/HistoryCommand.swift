/// `baton history`: the plans that an instance can go back to.
let historyCommand = Command(
    name: "history", synopsis: "--control SOCKET",
    summary:
        "Lists the plans that a running instance has served and still keeps, newest first: the one that serves, then what 'rollback' takes.",
    options: [ControlClient.option], operands: 0...0, exitCodes: ["0  printed", "1  refused", "2  the instance does not answer"],
    run: { $0.ask("history", "history") })
