import Compiler
import Glibc
import Plan

/// `baton compile`: a configuration in, a plan out.
let compileCommand = Command(
    name: "compile", synopsis: "-f FILE... -o PLAN", summary: "Compiles a configuration into a plan.",
    options: ConfigurationArguments.options(target: "baton", inputs: .strict) + [
        Option("-o", value: "PLAN", help: "where the plan goes, replaced as a whole; fd@N: an inherited descriptor"),
        Option("--embed-keys", help: "puts private keys into the plan (refused: baton does not run TLS yet)"),
        Option("--format", choices: ["text", "json", "sarif", "github", "haproxy"], help: "how findings are written (default text)"),
    ],
    operands: 0...Int.max, exitCodes: ["0  the plan is written", "1  the configuration is refused", "2  it could not be compiled"],
    run: compile)

@Sendable private func compile(_ arguments: Arguments) -> Int32 {
    guard let output = arguments.value("-o") else {
        Terminal.error("-o PLAN is missing; 'baton compile --help' shows what it takes")
        return 2
    }
    if arguments.has("--embed-keys") {
        Terminal.error("--embed-keys: baton does not run TLS yet, so there are no keys to embed; leave it out")
        return 2
    }
    let paths = ConfigurationArguments.paths(arguments)
    if paths.isEmpty {
        Terminal.error("no file is given; 'baton compile --help' shows what it takes")
        return 2
    }
    guard var options = ConfigurationArguments.checkOptions(arguments, target: "baton", inputs: .strict) else { return 2 }
    options.mustRun = true
    switch Compilation.run(paths, options) {
    case .unreadable(let messages):
        for message in messages { Terminal.error(message) }
        return 2
    case .refused(let findings, let sources):
        Terminal.out(findings.report(sources, arguments.value("--format")))
        return 1
    case .compiled(let builder, let findings, let sources):
        if !findings.isEmpty { Terminal.out(findings.report(sources, arguments.value("--format"))) }
        do throws(FileOutput.Failure) {
            try PlanOutput.write(builder, to: output)
            return 0
        } catch {
            Terminal.error(error.message)
            return 2
        }
    }
}

/// Files to plan, as `compile` and `diff` need it.
enum Compilation {
    case unreadable([String])
    case refused(Findings, SourceSet)
    case compiled(PlanBuilder, Findings, SourceSet)

    static func run(_ paths: [String], _ options: CheckOptions) -> Compilation {
        let (sources, failures) = ConfigurationFiles.load(paths)
        if !failures.isEmpty { return .unreadable(failures.map(\.message)) }
        if sources.files.isEmpty { return .unreadable(["no configuration file was found"]) }
        let checked = Compiler.check(sources, options)
        if !checked.isValid { return .refused(checked.findings, sources) }
        let lowered = Compiler.lower(checked, target: options.target)
        if lowered.findings.isEmpty { return .compiled(lowered.builder, checked.findings, sources) }
        var findings = checked.findings
        for finding in lowered.findings.sorted() { findings.add(finding) }
        return .refused(findings, sources)
    }
}

extension Findings {
    func report(_ sources: SourceSet, _ format: String?) -> [UInt8] {
        switch format {
        case "json": JSONReport.render(self, sources: sources)
        case "sarif": SARIFReport.render(self, sources: sources)
        case "github": GitHubReport.render(self, sources: sources)
        case "haproxy": HAProxyReport.render(self, sources: sources)
        default: TextReport.render(self, sources: sources, colours: isatty(1) == 1)
        }
    }
}
