import Compiler
import Glibc
import Plan

let diffCommand = Command(
    name: "diff", synopsis: "OLD NEW", summary: "Says what would change from one plan to another; each is a plan or a configuration.",
    options: ConfigurationArguments.options(target: "baton", inputs: .strict).filter { $0.names[0] != "-f" } + [
        Option("--format", choices: ["text", "json"], help: "how to print it (default: text)")
    ],
    operands: 2...2, exitCodes: ["0  no difference", "1  they differ", "2  trouble"],
    run: { arguments in
        let images: [PlanImage]
        do throws(PlanFailure) {
            images = [
                try planOrConfiguration(arguments.operands[0], arguments), try planOrConfiguration(arguments.operands[1], arguments),
            ]
        } catch {
            Terminal.error(error.message)
            return 2
        }
        let difference = PlanDifference(from: images[0].plan, to: images[1].plan)
        if arguments.value("--format") == "json" {
            Terminal.out(differenceJSON(difference))
        } else {
            Terminal.out(difference.text())
        }
        return difference.isSame ? 0 : 1
    })

/// A plan could not be had from an argument. The message names the argument.
struct PlanFailure: Error {
    let message: String
}

func loadPlan(_ path: String) throws(PlanFailure) -> PlanImage {
    do throws(PlanLoadError) {
        return try PlanImage.load(path: path)
    } catch {
        throw PlanFailure(message: "\(path): \(error.message)")
    }
}

/// A plan file as it is, or a configuration compiled in memory.
private func planOrConfiguration(_ path: String, _ arguments: Arguments) throws(PlanFailure) -> PlanImage {
    if PlanImage.isPlan(path: path) { return try loadPlan(path) }
    guard var options = ConfigurationArguments.checkOptions(arguments, target: "baton", inputs: .strict) else {
        throw PlanFailure(message: "\(path): the environment cannot be read")
    }
    options.mustRun = true
    switch Compilation.run([path], options) {
    case .unreadable(let messages): throw PlanFailure(message: messages.joined(separator: "; "))
    case .refused(let findings, let sources):
        Terminal.errors(findings.report(sources, nil))
        throw PlanFailure(message: "\(path): neither a plan nor a configuration that can be compiled")
    case .compiled(let builder, _, _):
        do {
            return try PlanImage.load(bytes: builder.encode())
        } catch let error as PlanLoadError {
            throw PlanFailure(message: "\(path): \(error.message)")
        } catch let error as PlanWriteError {
            throw PlanFailure(message: "\(path): \(error.message)")
        } catch {
            throw PlanFailure(message: "\(path): \(error)")
        }
    }
}
