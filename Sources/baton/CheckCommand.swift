import Compiler
import Glibc

/// `baton check`: everything that is wrong with a configuration, in one run.
let checkCommand = Command(
    name: "check", synopsis: "[-f FILE|DIR]... [FILE]...", summary: "Says what is wrong with a configuration, all of it in one run.",
    options: ConfigurationArguments.options(target: "3.4", inputs: .warn, severalTargets: true) + [
        Option("--format", choices: ["text", "json", "sarif", "github", "haproxy"], help: "how findings are written (default text)"),
        Option("--deny", choices: ["warnings"], help: "makes warnings count as errors"),
        Option("--config", value: "FILE", help: "the project file with severities (default .baton, where there is one)"),
        Option("--baseline", value: "FILE", help: "a JSON report: what stands in it is counted and does not fail the run"),
        Option("--write-baseline", value: "FILE", help: "writes what is found as such a report, and takes it for the baseline"),
        Option("--color", choices: ["auto", "always", "never"], help: "colours in the text format (default auto: on a terminal)"),
    ],
    operands: 0...Int.max,
    exitCodes: [
        "0  no errors but those of the baseline", "1  errors for any target, or warnings under --deny warnings",
        "2  it could not be checked",
    ],
    run: check)

@Sendable private func check(_ arguments: Arguments) -> Int32 {
    let paths = ConfigurationArguments.paths(arguments)
    if paths.isEmpty {
        Terminal.error("no file is given; 'baton check --help' shows what it takes")
        return 2
    }
    if arguments.has("--baseline"), arguments.has("--write-baseline") {
        Terminal.error("--baseline and --write-baseline exclude each other: the one is read, the other replaced")
        return 2
    }
    guard var options = ConfigurationArguments.checkOptions(arguments, target: "3.4", inputs: .warn) else { return 2 }
    guard let severities = projectSeverities(arguments) else { return 2 }
    options.severities = severities
    let (sources, failures) = ConfigurationFiles.load(paths)
    for failure in failures { Terminal.error(failure.message) }
    if sources.files.isEmpty {
        if failures.isEmpty { Terminal.error("no configuration file was found") }
        return 2
    }
    let targets = arguments.values("--target").compactMap { CheckOptions.release($0) }
    var result = targets.count > 1 ? Compiler.check(sources, options, targets: targets) : Compiler.check(sources, options)
    if !passBaseline(arguments, &result, sources) { return 2 }
    let colours: Bool
    switch arguments.value("--color") {
    case "always": colours = true
    case "never": colours = false
    default: colours = isatty(1) == 1
    }
    Terminal.out(report(result, sources, arguments.value("--format"), colours: colours))
    if !failures.isEmpty { return 2 }
    let denied = arguments.has("--deny") ? result.findings.total(.warning) : 0
    return result.findings.total(.error) + denied > 0 ? 1 : 0
}

/// What the project file says; nil, and messages on standard error, where it cannot be read.
private func projectSeverities(_ arguments: Arguments) -> Severities? {
    let path = arguments.value("--config") ?? ".baton"
    if !arguments.has("--config"), access(path, F_OK) != 0 { return Severities() }
    do throws(InputError) {
        let file = ProjectFile(try FileReader.read(path, limit: InputLimits.projectFileBytes))
        for fault in file.faults { Terminal.error("\(path):\(fault.line):\(fault.column): \(fault.reason)") }
        return file.faults.isEmpty ? file.severities : nil
    } catch {
        Terminal.error("\(path): \(error.reason)")
        return nil
    }
}

/// Reads or writes the baseline and takes its findings out; false, and a message on standard error, where it cannot be read or written.
private func passBaseline(_ arguments: Arguments, _ result: inout CheckResult, _ sources: SourceSet) -> Bool {
    let bytes: [UInt8]
    if let path = arguments.value("--write-baseline") {
        bytes = JSONReport.render(result.findings, sources: sources)
        do throws(FileOutput.Failure) { try FileOutput.write(bytes, to: path) } catch {
            Terminal.error(error.message)
            return false
        }
    } else if let path = arguments.value("--baseline") {
        do throws(InputError) { bytes = try FileReader.read(path, limit: InputLimits.baselineBytes) } catch {
            Terminal.error("\(path): \(error.reason)")
            return false
        }
    } else {
        return true
    }
    do throws(Baseline.Failure) {
        try result.take(Baseline(bytes), sources)
        return true
    } catch {
        Terminal.error("\(arguments.value("--baseline") ?? ""):\(error.line):\(error.column): \(error.reason)")
        return false
    }
}

private func report(_ result: CheckResult, _ sources: SourceSet, _ format: String?, colours: Bool) -> [UInt8] {
    switch format {
    case "json": JSONReport.render(result.findings, sources: sources)
    case "sarif": SARIFReport.render(result.findings, sources: sources)
    case "github": GitHubReport.render(result.findings, sources: sources)
    case "haproxy": HAProxyReport.render(result.findings, sources: sources)
    default: TextReport.render(result.findings, sources: sources, colours: colours)
    }
}
