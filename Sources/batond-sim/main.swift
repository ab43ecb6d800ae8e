import Glibc
import Runtime

// The whole runtime in a simulated kernel, seed by seed.

let usage = """
    usage: batond-sim [--seeds N] [--first S] [--loops L] [--fault NAME] [--trace SEED]

      --seeds N      how many seeds to run (100)
      --first S      the first of them (1)
      --loops L      loops of the worker, at least 3 (3)
      --fault NAME   plant a fault: the exit code is 0 when a seed finds it. 'all': each in turn
      --trace SEED   run one seed and print what happened
      --help

    faults: \(PlantedFault.allCases.map(\.rawValue).joined(separator: " "))

    Exit codes: 0 nothing was violated (or the planted fault was found), 1 otherwise, 2 the arguments are wrong.
    """

func fail(_ text: String) -> Never {
    var line = "batond-sim: \(text)\n"
    line.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
    exit(2)
}

var seeds: UInt64 = 100
var first: UInt64 = 1
var loops = 3
var fault: String?
var traced: UInt64?
var arguments = Array(CommandLine.arguments.dropFirst())
while !arguments.isEmpty {
    let name = arguments.removeFirst()
    if name == "--help" || name == "-h" {
        print(usage)
        exit(0)
    }
    guard !arguments.isEmpty else { fail("\(name) needs a value; --help lists the options") }
    let value = arguments.removeFirst()
    let number = UInt64(value)
    switch name {
    case "--seeds": seeds = number ?? 0
    case "--first": first = number ?? 0
    case "--loops": loops = Int(clamping: number ?? 0)
    case "--fault": fault = value
    case "--trace": traced = number ?? 0
    default: fail("unknown option '\(name)'; --help lists them")
    }
    if name != "--fault" && (number ?? 0) == 0 { fail("\(name) takes a number from 1 on, not '\(value)'") }
}
if loops < 3 { fail("--loops: fewer than three loops miss what this is for") }
if let fault, fault != "all", PlantedFault(rawValue: fault) == nil { fail("no fault is called '\(fault)'; --help lists them") }

/// What a seed violates; nil: nothing.
@MainActor func run(_ seed: UInt64, _ fault: PlantedFault?, traces: Bool = false) -> Violation? {
    guard let simulation = Simulation(seed: seed, loops: loops, fault: fault, traces: traces) else { fail("out of memory") }
    return simulation.run()
}

if let traced {
    let planted = fault.flatMap { PlantedFault(rawValue: $0) }
    if let violation = run(traced, planted, traces: true) {
        print("seed \(traced): \(violation.invariant.rawValue): \(violation.detail) (at \(violation.at / 1000) us)")
        exit(1)
    }
    print("seed \(traced): nothing was violated")
    exit(0)
}

if let fault {
    let planted = fault == "all" ? PlantedFault.allCases : PlantedFault.allCases.filter { $0.rawValue == fault }
    var missed = 0
    for one in planted {
        var found: (seed: UInt64, violation: Violation)?
        for seed in first..<(first + seeds) {
            if let violation = run(seed, one) {
                found = (seed, violation)
                break
            }
        }
        if let found, !one.namedBy.contains(found.violation.invariant) {
            print("\(one.rawValue): seed \(found.seed) says \(found.violation.invariant.rawValue) instead: \(found.violation.detail)")
            missed += 1
        } else if let found {
            print("\(one.rawValue): found by seed \(found.seed) as \(found.violation.invariant.rawValue): \(found.violation.detail)")
        } else {
            print("\(one.rawValue): NOT FOUND by \(seeds) seeds")
            missed += 1
        }
    }
    print("\(planted.count - missed) passed, \(missed) failed")
    exit(missed == 0 ? 0 : 1)
}

var failures: UInt64 = 0
for seed in first..<(first + seeds) {
    guard let violation = run(seed, nil) else { continue }
    failures += 1
    print(
        "seed \(seed): \(violation.invariant.rawValue): \(violation.detail) (at \(violation.at / 1000) us); again: batond-sim --loops \(loops) --trace \(seed)"
    )
    if failures >= 20 {
        print("more seeds are not run")
        break
    }
}
print("\(seeds - failures) passed, \(failures) failed")
exit(failures == 0 ? 0 : 1)
