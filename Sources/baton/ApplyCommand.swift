import Compiler
import Glibc
import Plan

/// `baton apply`: a running instance takes a plan.
let applyCommand = Command(
    name: "apply", synopsis: "PLAN|FILE... --control SOCKET",
    summary: "Hands a plan, or a configuration that it compiles first, to a running instance, and waits until it serves.",
    options: ConfigurationArguments.options(target: "baton", inputs: .strict) + [ControlClient.option],
    operands: 0...Int.max,
    exitCodes: ["0  it serves", "1  refused: nothing changed", "2  it could not be read, or the instance does not answer"],
    run: apply)

@Sendable private func apply(_ arguments: Arguments) -> Int32 {
    let paths = ConfigurationArguments.paths(arguments)
    if paths.isEmpty {
        Terminal.error("no plan or file is given; 'baton apply --help' shows what it takes")
        return 2
    }
    // Before anything is compiled for nobody.
    guard arguments.control("apply") != nil else { return 2 }
    let memory: Int32
    if paths.count == 1, PlanImage.isPlan(path: paths[0]) {
        do throws(PlanLoadError) { memory = try SealedMemory.copy(path: paths[0]) } catch {
            Terminal.error("\(paths[0]): \(error.message)")
            return error.kind == .unreadable ? 2 : 1
        }
    } else {
        switch compile(paths, arguments) {
        case .success(let descriptor): memory = descriptor
        case .failure(let ending): return ending.code
        }
    }
    defer { close(memory) }
    return arguments.ask("apply", "apply \(name(paths[0]))", descriptor: memory)
}

private struct Ending: Error {
    let code: Int32
}

/// A sealed plan of the configuration.
private func compile(_ paths: [String], _ arguments: Arguments) -> Result<Int32, Ending> {
    guard var options = ConfigurationArguments.checkOptions(arguments, target: "baton", inputs: .strict) else {
        return .failure(Ending(code: 2))
    }
    options.mustRun = true
    switch Compilation.run(paths, options) {
    case .unreadable(let messages):
        for message in messages { Terminal.error(message) }
        return .failure(Ending(code: 2))
    case .refused(let findings, let sources):
        Terminal.out(findings.report(sources, nil))
        return .failure(Ending(code: 1))
    case .compiled(let builder, let findings, let sources):
        if !findings.isEmpty { Terminal.out(findings.report(sources, nil)) }
        do {
            let memory = try SealedMemory.create()
            do {
                try builder.write(to: memory)
                try SealedMemory.seal(memory)
                return .success(memory)
            } catch {
                close(memory)
                throw error
            }
        } catch let error as PlanLoadError {
            Terminal.error(error.message)
        } catch let error as PlanWriteError {
            Terminal.error(error.message)
        } catch {
            Terminal.error("\(error)")
        }
        return .failure(Ending(code: 2))
    }
}

/// The file's name as one word of a command line, for the history.
private func name(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return String(last.unicodeScalars.prefix(100).map { $0.value <= 0x20 || $0 == ";" || $0.value == 0x7F ? "_" : Character($0) })
}
