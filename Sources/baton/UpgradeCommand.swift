import Compiler
import Glibc
import GrammarFormat

/// `baton upgrade`: what changes for a configuration from one release to another.
let upgradeCommand = Command(
    name: "upgrade", synopsis: "--from RELEASE [--to RELEASE] [-f FILE|DIR]... [FILE]...",
    summary: "Says what of a configuration breaks or is deprecated in a newer release.",
    options: ConfigurationArguments.options(target: nil, inputs: .skip) + [
        Option("--from", choices: releases, help: "the release that runs it now"),
        Option("--to", choices: releases, help: "the release that is to run it (default 3.4)"),
        Option("--format", choices: ["text", "json", "sarif", "github", "haproxy"], help: "how findings are written (default text)"),
    ],
    operands: 0...Int.max,
    exitCodes: ["0  nothing breaks", "1  something breaks", "2  it could not be checked"],
    run: upgrade)

private let releases = ConfigurationArguments.targets.filter { $0 != Release.baton.text }

@Sendable private func upgrade(_ arguments: Arguments) -> Int32 {
    let paths = ConfigurationArguments.paths(arguments)
    if paths.isEmpty {
        Terminal.error("no file is given; 'baton upgrade --help' shows what it takes")
        return 2
    }
    guard let from = arguments.value("--from") else {
        Terminal.error("--from RELEASE is missing: the release that runs the configuration now")
        return 2
    }
    guard var options = ConfigurationArguments.checkOptions(arguments, target: from, inputs: .skip), options.setTarget(from) else {
        return 2
    }
    let old = options.target
    guard options.setTarget(arguments.value("--to") ?? "3.4") else { return 2 }
    let new = options.target
    if new <= old {
        Terminal.error("--to must name a later release than --from")
        return 2
    }
    let (sources, failures) = ConfigurationFiles.load(paths)
    for failure in failures { Terminal.error(failure.message) }
    if sources.files.isEmpty {
        if failures.isEmpty { Terminal.error("no configuration file was found") }
        return 2
    }
    let findings = UpgradeFindings.between(sources, from: old, to: new, options)
    Terminal.out(findings.report(sources, arguments.value("--format")))
    if !failures.isEmpty { return 2 }
    return findings.total(.error) > 0 ? 1 : 0
}
