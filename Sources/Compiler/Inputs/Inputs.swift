import Glibc
import Lexer

/// What becomes of a file that the configuration names and that is not there.
package enum InputPolicy: String, CaseIterable, Sendable {
    /// An error, as in HAProxy.
    case strict
    /// A note.
    case warn
    /// Files are not looked for.
    case skip
}

/// What a file is to the configuration.
package enum InputKind: UInt8, Sendable {
    case configuration, certificate, certificateList, caFile, map, patterns, errorFile, lua, script, other

    /// For messages.
    package var name: String {
        switch self {
        case .configuration: "configuration"
        case .certificate: "certificate"
        case .certificateList: "certificate list"
        case .caFile: "CA file"
        case .map: "map"
        case .patterns: "pattern file"
        case .errorFile: "error file"
        case .lua: "Lua script"
        case .script: "program"
        case .other: "file"
        }
    }
}

/// What ``Inputs/content(_:_:at:)`` found.
package enum InputContent {
    case bytes([UInt8])
    case directory
    case missing
    case unreadable(InputError)
    /// Not looked at.
    case unknown
}

/// A file that the result of a check or compilation depends on.
package struct InputRecord: Sendable {
    package var path: String
    package var kind: InputKind
    /// Nil: it is there.
    package var missing: InputError?
    /// The word that named it first.
    package var firstUse: SourceRange
}

/// Everything outside of the text that can change the result of a check or a compilation is read through here, and recorded in the
/// order of its first use. One thread.
package final class Inputs {
    package let policy: InputPolicy
    package private(set) var records: [InputRecord] = []
    // Found by path only; the order of output comes from `records`.
    private var known: [String: Int] = [:]

    private var accounts: [String: Bool] = [:]

    package init(policy: InputPolicy) { self.policy = policy }

    /// Whether `path` can be read. Under `skip` nothing is looked at and everything is there.
    package func look(_ path: String, _ kind: InputKind, at use: SourceRange) -> InputError? {
        if let index = known[path] { return records[index].missing }
        var missing: InputError?
        if policy != .skip, access(path, R_OK) != 0 { missing = InputError.system(errno) }
        known[path] = records.count
        records.append(InputRecord(path: path, kind: kind, missing: missing, firstUse: use))
        return missing
    }

    /// Whether the machine has a user or group of this name. Under `skip` it has all.
    package func hasAccount(_ name: String, isGroup: Bool) -> Bool {
        if policy == .skip { return true }
        let key = (isGroup ? "group " : "user ") + name
        if let known = accounts[key] { return known }
        let isThere = isGroup ? getgrnam(name) != nil : getpwnam(name) != nil
        accounts[key] = isThere
        return isThere
    }

    /// What stands at `path`, for what is read only to be checked: what is neither a file nor a directory is not opened, since a pipe or a
    /// terminal may never end.
    package func content(_ path: String, _ kind: InputKind, at use: SourceRange) -> InputContent {
        if policy == .skip { return .unknown }
        if look(path, kind, at: use) != nil { return .missing }
        do throws(InputError) {
            switch try FileReader.kind(of: path) {
            case .file: return .bytes(try FileReader.read(path, limit: InputLimits.fileBytes))
            case .directory: return .directory
            // What configurations name where nothing is wanted.
            case .stream: return path == "/dev/null" ? .bytes([]) : .unknown
            }
        } catch {
            return .unreadable(error)
        }
    }

    /// The names in a directory, in order, without those that begin with a dot.
    package func names(in path: String, _ kind: InputKind, at use: SourceRange) throws(InputError) -> [String] {
        if let missing = look(path, kind, at: use) { throw missing }
        return try FileReader.list(path, suffix: "", limit: InputLimits.filesPerDirectory)
    }

    /// The bytes of `path`.
    package func read(_ path: String, _ kind: InputKind, at use: SourceRange) throws(InputError) -> [UInt8] {
        if let missing = look(path, kind, at: use) { throw missing }
        return try FileReader.read(path, limit: InputLimits.fileBytes)
    }
}
