import Glibc

/// `baton run`: becomes the proxy's master, which compiles with this program.
let runCommand = Command(
    name: "run", synopsis: "-f FILE... [--control SOCKET]", summary: "Serves a configuration; SIGHUP compiles it again and hands over.",
    options: ConfigurationArguments.options(target: "baton", inputs: .strict) + [
        Option("--control", value: "SOCKET", help: "answers 'baton apply', 'status', 'rollback' and 'history' on this unix socket")
    ],
    operands: 0...Int.max,
    exitCodes: ["0  stopped by a signal", "1  the configuration is refused", "2  it could not start"],
    run: serve)

@Sendable private func serve(_ arguments: Arguments) -> Int32 {
    let paths = ConfigurationArguments.paths(arguments)
    if paths.isEmpty {
        Terminal.error("no file is given; 'baton run --help' shows what it takes")
        return 2
    }
    if paths.contains("-") {
        Terminal.error("'-': standard input cannot be read again by a reload; give a file")
        return 2
    }
    guard let own = Programs.own() else {
        Terminal.error("cannot find this program: /proc/self/exe is not readable")
        return 2
    }
    guard let proxy = Programs.beside(own, "batond") else {
        Terminal.error("cannot find 'batond' beside \(own), nor in PATH")
        return 2
    }
    var command = [proxy]
    if let control = arguments.value("--control") { command += ["--control", control] }
    command += ["--compile", own, compileCommand.name]
    for name in ["--target", "--inputs", "--env-file"] {
        for value in arguments.values(name) { command += [name, value] }
    }
    for path in paths { command += ["-f", path] }
    Programs.become(command)
    Terminal.error("\(proxy): \(String(cString: strerror(errno)))")
    return 2
}

/// Where the project's programs stand.
enum Programs {
    /// The absolute path of this one.
    static func own() -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let count = readlink("/proc/self/exe", base, Int(PATH_MAX))
            guard count > 0 else { return nil }
            base[count] = 0
            return String(cString: base)
        }
    }

    /// A program in the directory of `path`, or else in PATH.
    static func beside(_ path: String, _ name: String) -> String? {
        var directories = [String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])]
        if let variable = getenv("PATH") {
            directories += String(cString: variable).split(separator: ":", omittingEmptySubsequences: false).map {
                $0.isEmpty ? "." : String($0)
            }
        }
        return directories.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// Runs `command` in this process's place; returns, with errno, only where that fails.
    static func become(_ command: [String]) {
        let copies = command.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        var pointers = copies + [nil]
        _ = execv(command[0], &pointers)
    }
}
