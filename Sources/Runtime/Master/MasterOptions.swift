/// The arguments of `batond` (DESIGN section 8).
package struct MasterOptions: Equatable, Sendable {
    /// First plan. Nil: the compile command makes it.
    package var planPath: String?
    /// A path that is loaded whenever a file is renamed or written there.
    package var watchPath: String?
    package var controlPath: String?
    /// The compile command and its arguments, without `-o`. Empty: HUP loads ``watchPath`` or ``planPath`` again.
    package var compile: [String] = []
    package init() {}

    package static let usage = """
        usage: batond --plan PLAN [--watch PATH] [--control SOCKET] [--compile COMMAND ARGUMENT...]

          --plan PLAN         the plan to serve first, as `baton compile` writes it
          --watch PATH        load the plan at PATH whenever one is renamed into place there
          --control SOCKET    answer `baton apply`, `status`, `rollback` and `history` on this unix socket
          --compile COMMAND   run COMMAND ARGUMENT... -o fd@3 for a plan: at the start without --plan, and on each SIGHUP;
                              takes the rest of the line
          --help, --version

        signals: HUP, USR2 load again; USR1, QUIT finish what is in progress and stop; TERM, INT stop now
        """

    package enum Parsed: Equatable {
        case options(MasterOptions)
        case help
        case version
        /// A sentence.
        case wrong(String)
    }

    /// `arguments` without the program's name.
    package static func parse(_ arguments: [String]) -> Parsed {
        var options = MasterOptions()
        var index = 0
        func value(_ name: String) -> Result<String, Explanation> {
            guard index + 1 < arguments.count, !arguments[index + 1].isEmpty else {
                return .failure(Explanation("\(name) needs a value"))
            }
            return .success(arguments[index + 1])
        }
        while index < arguments.count {
            let argument = arguments[index]
            let given: Result<String, Explanation>
            switch argument {
            case "--help", "-h": return .help
            case "--version", "-v": return .version
            case "--compile":
                options.compile = Array(arguments[(index + 1)...])
                guard !options.compile.isEmpty else { return .wrong("--compile needs a command") }
                index = arguments.count
                continue
            case "--plan", "--watch", "--control": given = value(argument)
            default: return .wrong("unknown argument '\(argument)'; see --help")
            }
            switch given {
            case .failure(let failure): return .wrong(failure.description)
            case .success(let text):
                switch argument {
                case "--plan": options.planPath = text
                case "--watch": options.watchPath = text
                default: options.controlPath = text
                }
            }
            index += 2
        }
        guard options.planPath != nil || !options.compile.isEmpty else {
            return .wrong("nothing to serve: give --plan PLAN, or --compile COMMAND; see --help")
        }
        if let path = options.controlPath, path.utf8.count > MasterLimits.unixPathBytes - 12 {
            return .wrong("--control: the path is longer than the \(MasterLimits.unixPathBytes - 12) bytes that fit")
        }
        return .options(options)
    }
}
