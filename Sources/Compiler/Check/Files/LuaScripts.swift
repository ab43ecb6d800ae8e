import Glibc
import GrammarFormat
import Lexer

/// Lua scripts compile (manual 3.1 `lua-load`). They are never run: what they register, and what fails while they run, is not known here.
extension FileContents {
    func script(_ path: String, _ range: SourceRange) -> [FileFault] {
        let file = bytes(path, .lua, .badLuaScript, range)
        guard let bytes = file.bytes else { return file.faults }
        // The mark of a script that was compiled before.
        if bytes.first == 0x1B {
            return [FileFault(.luaNotChecked, "the Lua script '\(path)' is compiled, and is not read by a check")]
        }
        guard let lua = LuaLibrary.found(for: context.options.target) else {
            return [
                FileFault(
                    .luaNotChecked, "the Lua script '\(path)' is not checked: this machine has no library of Lua 5.4 or 5.3",
                    help: ["install liblua5.4-0"])
            ]
        }
        guard let problem = lua.problem(bytes) else { return [] }
        let place = problem.line.map { "line \($0) of " } ?? ""
        return [FileFault(.badLuaScript, "\(place)the Lua script '\(path)': \(problem.what)", notes: ["Lua \(lua.version) says so"])]
    }
}

/// Lua's compiler, where the machine has one. It is looked for while running, so that nothing depends on it.
private struct LuaLibrary: Sendable {
    typealias State = OpaquePointer
    let version: String
    private let newState: @convention(c) @Sendable () -> State?
    private let close: @convention(c) @Sendable (State) -> Void
    private let load: @convention(c) @Sendable (State, UnsafePointer<CChar>, Int, UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
    private let text: @convention(c) @Sendable (State, Int32, UnsafeMutablePointer<Int>?) -> UnsafePointer<CChar>?

    /// The names under which distributions have it.
    private static let current = LuaLibrary("5.4", ["liblua5.4.so.0", "liblua-5.4.so", "liblua.so.5.4"])
    private static let old = LuaLibrary("5.3", ["liblua5.3.so.0", "liblua-5.3.so", "liblua.so.5.3"])

    /// Packages of HAProxy 2.6 have the older one.
    static func found(for target: Release) -> LuaLibrary? { target == .v2_6 ? old ?? current : current ?? old }

    private init?(_ version: String, _ names: [String]) {
        guard let library = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
            let newState = dlsym(library, "luaL_newstate"), let close = dlsym(library, "lua_close"),
            let load = dlsym(library, "luaL_loadbufferx"), let text = dlsym(library, "lua_tolstring")
        else { return nil }
        self.version = version
        // The library is never closed: these stay valid.
        self.newState = unsafeBitCast(newState, to: (@convention(c) @Sendable () -> State?).self)
        self.close = unsafeBitCast(close, to: (@convention(c) @Sendable (State) -> Void).self)
        self.load = unsafeBitCast(
            load,
            to: (@convention(c) @Sendable (State, UnsafePointer<CChar>, Int, UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32).self)
        self.text = unsafeBitCast(
            text, to: (@convention(c) @Sendable (State, Int32, UnsafeMutablePointer<Int>?) -> UnsafePointer<CChar>?).self)
    }

    /// Why a script does not compile; nil: it does, or there is no memory to say.
    func problem(_ bytes: [UInt8]) -> (line: Int?, what: String)? {
        guard let state = newState() else { return nil }
        defer { close(state) }
        // As Lua reads files: a mark of UTF-8 is passed over, and a first line that begins with '#', but for its end.
        var script = bytes[...]
        if script.starts(with: [0xEF, 0xBB, 0xBF]) { script = script.dropFirst(3) }
        if script.first == UInt8(ascii: "#") { script = script.drop { $0 != 0x0A } }
        // A name that begins with '=' stands in messages as it is; only text is taken.
        let status = script.withUnsafeBytes { raw -> Int32 in
            let empty = StaticString("")
            let base = raw.baseAddress ?? UnsafeRawPointer(empty.utf8Start)
            return load(state, base.assumingMemoryBound(to: CChar.self), raw.count, "=script", "t")
        }
        if status == 0 { return nil }
        var count = 0
        guard let message = text(state, -1, &count) else { return (nil, "it does not compile") }
        let what = Array(UnsafeRawBufferPointer(start: message, count: min(count, 400))).withUnsafeBytes { Characters.printable($0) }
        let parts = what.split(separator: ":", maxSplits: 2)
        guard parts.count == 3, parts[0] == "script", let line = Int(parts[1]) else { return (nil, what) }
        return (line, String(parts[2].drop { $0 == " " }))
    }
}
