import Compiler
import Testing

/// Lua scripts are compiled where a library is there to do it.
@Suite struct LuaScriptTests {
    private let files = Scratch()

    private func script(_ bytes: [UInt8], _ word: String = "lua-load") throws -> [String] {
        files.add("a.lua", bytes)
        return try files.findings(
            "global\n \(word) @/a.lua one two\nfrontend f\n mode http\n bind :80\n timeout client 1s\n"
        ).map { $0.replacing(" of the Lua script '@/a.lua'", with: "") }
    }

    private func script(_ text: String, _ word: String = "lua-load") throws -> [String] { try script(Array(text.utf8), word) }

    /// Whether scripts can be checked on this machine; where they cannot, each has a note instead.
    private func isChecked() throws -> Bool {
        let found = try script("local x =\n")
        if found == ["note lua-not-checked: the Lua script '@/a.lua' is not checked: this machine has no library of Lua 5.4 or 5.3"] {
            return false
        }
        #expect(found.count == 1 && found[0].hasPrefix("error bad-lua-script: line"))
        return true
    }

    @Test func good() throws {
        guard try isChecked() else { return }
        for text in ["", "local x = 1\n", "#!/usr/bin/lua\nreturn 1", "\u{FEFF}local x = 1\n", "core.register_nothing()\nos.exit(1)\n"] {
            #expect(try script(text) == [], "\(text)")
        }
    }

    @Test func bad() throws {
        guard try isChecked() else { return }
        #expect(try script("local a = 1\nlocal b = = 2\n") == ["error bad-lua-script: line 2: unexpected symbol near '='"])
        #expect(try script("#!/usr/bin/lua\nfoo bar\n", "lua-load-per-thread") == ["error bad-lua-script: line 2: syntax error near 'bar'"])
        #expect(try script("x = 'a\n") == ["error bad-lua-script: line 1: unfinished string near ''a'"])
    }

    @Test func hostile() throws {
        #expect(
            try script([0x1B, 0x4C, 0x75, 0x61]) == [
                "note lua-not-checked: the Lua script '@/a.lua' is compiled, and is not read by a check"
            ])
        guard try isChecked() else { return }
        #expect(try script((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }).count == 1)
        #expect(try script(String(repeating: "(", count: 100_000)).count == 1)
        #expect(try script("x = " + String(repeating: "{", count: 100_000)).count == 1)
        #expect(try script("return '" + String(repeating: "a", count: 1_000_000) + "'") == [])
        files.pipe("pipe")
        #expect(try files.findings("global\n lua-load @/pipe\nfrontend f\n mode http\n bind :80\n timeout client 1s\n") == [])
        #expect(
            try files.findings("global\n lua-load @\nfrontend f\n mode http\n bind :80\n timeout client 1s\n") == [
                "error bad-lua-script: the Lua script '@' is a directory"
            ])
    }
}
