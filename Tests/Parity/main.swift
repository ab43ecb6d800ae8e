import Compiler
import Glibc
import GrammarFormat

// Gives configurations to HAProxy's own check and to the compiler's, and counts where they agree.

let usage = """
    usage: baton-parity --haproxy PROGRAM [option]...

      --target R        the release that PROGRAM is: 2.6, 2.8, 3.0, 3.2, 3.4 (3.4)
      --generated N     configurations made from the signatures (3000)
      --mutants N       those, and the ones of --corpus, with one thing spoilt (3000)
      --corpus DIR      configurations to take as they are, and to spoil
      --seed S          (1)
      --show N          print the first N disagreements of each part (0)
      --least PERCENT   exit code 1 where a part agrees less often (0)

    Prints a table. What HAProxy only warns of counts as accepted, and so does a configuration in which nothing listens.
    """

func fail(_ text: String) -> Never {
    var line = "baton-parity: \(text)\n"
    line.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
    exit(2)
}

var program = ""
var target = Release.v3_4
var generatedCount = 3000
var mutantCount = 3000
var corpus = ""
var seed: UInt64 = 1
var shown = 0
var least = 0.0
var arguments = Array(CommandLine.arguments.dropFirst())
while !arguments.isEmpty {
    let name = arguments.removeFirst()
    if name == "--help" || name == "-h" {
        print(usage)
        exit(0)
    }
    guard !arguments.isEmpty else { fail("\(name) needs a value; --help lists the options") }
    let value = arguments.removeFirst()
    switch name {
    case "--haproxy": program = value
    case "--target":
        guard let release = Release.allCases.first(where: { $0.text == value && $0 != .old }) else { fail("no release '\(value)'") }
        target = release
    case "--generated": generatedCount = Int(value) ?? 0
    case "--mutants": mutantCount = Int(value) ?? 0
    case "--corpus": corpus = value
    case "--seed": seed = UInt64(value) ?? 1
    case "--show": shown = Int(value) ?? 0
    case "--least": least = Double(value) ?? 0
    default: fail("unknown option '\(name)'; --help lists them")
    }
}
if program.isEmpty { fail("--haproxy is missing; --help lists the options") }

/// Where the configurations are written.
let directory: String = {
    var template = Array("/tmp/baton-parity.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fail("cannot make a directory in /tmp") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}()
let emptyFile = "\(directory)/empty"
close(open(emptyFile, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600))

let registered = Reference(program: program, directory: directory, number: 0).registeredWords()
if registered.isEmpty {
    removeDirectory(directory)
    fail("\(program) does not print the words that it registers (-dKcfg): it is no HAProxy since 2.6")
}
let generated = generate(generatedCount)
let files = corpus.isEmpty ? [] : readCorpus(corpus)
let mutants = spoil(generated.map(\.text) + files.map(\.text), mutantCount)

print("| part | configurations | accept/reject agrees | refused by both | faulty line named |")
print("|---|---|---|---|---|")
var isGood = true
for (title, part) in [("corpus", files), ("generated", generated), ("mutants", mutants)] where !part.isEmpty {
    let tally = compare(part)
    print(tally.row(title))
    isGood = isGood && tally.agreement >= least
    for disagreement in tally.disagreements.prefix(shown) { print("\n\(disagreement)") }
}
removeDirectory(directory)
exit(isGood ? 0 : 1)
