import Glibc
import Plan

let diffCommand = Command(
    name: "diff", synopsis: "OLD NEW", summary: "say what would change from one plan to another",
    options: [Option("--format", choices: ["text", "json"], help: "how to print it (default: text)")],
    operands: 2...2, exitCodes: ["0  no difference", "1  they differ", "2  trouble"],
    run: { arguments in
        let images: [PlanImage]
        do throws(PlanFailure) {
            images = [try loadPlan(arguments.operands[0]), try loadPlan(arguments.operands[1])]
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
