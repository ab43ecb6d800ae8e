import Compiler
import Glibc

/// What all commands share that read a configuration.
enum ConfigurationArguments {
    static let targets = ["2.6", "2.8", "3.0", "3.2", "3.4", "baton"]

    /// The options, with the command's own defaults for the help; without a target where the command asks for releases itself.
    static func options(target: String?, inputs: InputPolicy, severalTargets: Bool = false) -> [Option] {
        let several = severalTargets ? "; several: one report for all of them" : ""
        let target = target.map {
            [Option("--target", choices: targets, repeats: severalTargets, help: "the release that it is for (default \($0))\(several)")]
        }
        return [
            Option(
                "-f", value: "FILE|DIR", repeats: true,
                help: "a file, a directory for its *.cfg files, or - for standard input")
        ] + (target ?? []) + [
            Option(
                "--inputs", choices: InputPolicy.allCases.map(\.rawValue),
                help: "a certificate, map, ... that is missing is an error, a note, or not looked for (default \(inputs.rawValue))"),
            Option("--env-file", value: "FILE", repeats: true, help: "lines of NAME=value, added to the environment"),
        ]
    }

    /// The files named, in order.
    static func paths(_ arguments: Arguments) -> [String] { arguments.values("-f") + arguments.operands }

    /// What the check is asked for; nil, and a message on standard error, where the environment cannot be read.
    static func checkOptions(_ arguments: Arguments, target: String, inputs: InputPolicy) -> CheckOptions? {
        var options = CheckOptions()
        options.setTarget(arguments.value("--target") ?? target)
        options.inputs = arguments.value("--inputs").flatMap { InputPolicy(rawValue: $0) } ?? inputs
        options.environment = processEnvironment()
        for path in arguments.values("--env-file") {
            do throws(InputError) {
                let bytes = try FileReader.read(path, limit: InputLimits.environmentFileBytes)
                do throws(EnvironmentFile.Failure) {
                    for entry in try EnvironmentFile.parse(bytes) { options.environment.append((Array(entry.name.utf8), entry.value)) }
                } catch {
                    Terminal.error("\(path):\(error.line): \(error.reason)")
                    return nil
                }
            } catch {
                Terminal.error("\(path): \(error.reason)")
                return nil
            }
        }
        return options
    }

    private static func processEnvironment() -> [(name: [UInt8], value: [UInt8])] {
        var entries: [(name: [UInt8], value: [UInt8])] = []
        var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = environ
        while let entry = next.pointee {
            let bytes = [UInt8](UnsafeRawBufferPointer(start: entry, count: strlen(entry)))
            if let equals = bytes.firstIndex(of: 0x3D) { entries.append((Array(bytes[..<equals]), Array(bytes[(equals + 1)...]))) }
            next += 1
        }
        return entries
    }
}
