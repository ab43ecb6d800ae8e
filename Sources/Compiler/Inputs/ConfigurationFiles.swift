import Glibc
import Lexer

/// Finds and reads the configuration files that a command line names.
package enum ConfigurationFiles {
    /// A file that could not be read.
    package struct Failure: Error, Sendable {
        package var path: String
        package var reason: String
        package var message: String { "\(path): \(reason)" }
    }

    /// The sources in order: `-` and `/dev/stdin` are standard input, a directory stands for its files that end in `.cfg`, sorted, as
    /// under HAProxy's `-f`. What can be read is read even where something else cannot.
    package static func load(_ paths: [String]) -> (sources: SourceSet, failures: [Failure]) {
        var sources = SourceSet()
        var failures: [Failure] = []
        for path in paths {
            do throws(InputError) {
                if path == "-" || path == "/dev/stdin" {
                    try add(
                        name: path == "-" ? "-" : path, try FileReader.read(descriptor: 0, limit: InputLimits.configurationBytes), &sources)
                    continue
                }
                if case .directory = try FileReader.kind(of: path) {
                    let names = try FileReader.list(path, suffix: ".cfg", limit: InputLimits.filesPerDirectory)
                    for name in names {
                        let file = path.hasSuffix("/") ? path + name : path + "/" + name
                        do throws(InputError) {
                            // As HAProxy: what is no regular file in a directory is passed over.
                            guard case .file = try FileReader.kind(of: file) else { continue }
                            try read(file, &sources)
                        } catch {
                            failures.append(Failure(path: file, reason: error.reason))
                        }
                    }
                    continue
                }
                try read(path, &sources)
            } catch {
                failures.append(Failure(path: path, reason: error.reason))
            }
        }
        return (sources, failures)
    }

    private static func read(_ path: String, _ sources: inout SourceSet) throws(InputError) {
        guard case .file(let size) = try FileReader.kind(of: path), size <= InputLimits.configurationBytes else {
            try add(name: path, try FileReader.read(path, limit: InputLimits.configurationBytes), &sources)
            return
        }
        // Straight into the source's own memory: a large file is not copied.
        var failure: InputError?
        let source = try? Source(name: path, index: UInt32(clamping: sources.files.count), capacity: size) { buffer in
            do throws(InputError) { return try FileReader.read(path, into: buffer) } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        guard let source else { throw InputError("is larger than \(InputLimits.configurationBytes >> 20) MiB") }
        sources.add(source)
    }

    private static func add(name: String, _ bytes: [UInt8], _ sources: inout SourceSet) throws(InputError) {
        do throws(Source.TooLarge) {
            sources.add(try Source(name: name, index: UInt32(clamping: sources.files.count), bytes: bytes))
        } catch {
            throw InputError("is larger than \(InputLimits.configurationBytes >> 20) MiB")
        }
    }
}
