/// `baton status`: what a running instance serves.
let statusCommand = Command(
    name: "status", synopsis: "--control SOCKET", summary: "Prints what a running instance serves, as one JSON object.",
    options: [ControlClient.option], operands: 0...0, exitCodes: ["0  printed", "1  refused", "2  the instance does not answer"],
    run: { $0.ask("status", "status") })
