import Compiler
import Testing

/// Files of SPOE filters and the rules that send their groups: verdicts are those of HAProxy 3.4.0.
@Suite struct SPOEFileTests {
    private let files = Scratch()
    private static let agent = "spoe-agent a\n use-backend agents\n timeout processing 1s\n"
    private static let message = "spoe-message m\n args ip=src\n event on-client-session\n"

    /// What is said where a frontend has a filter with this file. Messages lose what they begin with.
    private func filter(
        _ text: String, _ words: String = "", _ rules: String = "", mode: String = "tcp", proxy: String = "frontend f\n bind :80"
    )
        throws -> [String]
    {
        files.add("spoe.conf", text)
        return try files.findings(
            """
            \(proxy)
             mode http
             filter spoe \(words) config @/spoe.conf
             \(rules)
            backend agents
             mode \(mode)
             server s 192.0.2.1:1
            frontend g
             mode http
             bind :81

            """
        ).map {
            $0.replacing(" of the SPOE file '@/spoe.conf'", with: "").replacing("the SPOE file '@/spoe.conf': ", with: "")
                .replacing("error bad-spoe-file: ", with: "")
        }
    }

    private func agent(_ lines: String, _ sections: String = message) throws -> [String] {
        try filter(Self.agent + " messages m\n" + lines + sections)
    }

    @Test func good() throws {
        #expect(try agent("") == [])
        #expect(try filter(Self.agent + " messages m\n" + Self.message, mode: "spop") == [])
        #expect(try filter("[x]\n\(Self.agent) messages m\n\(Self.message)[y]\nspoe-agent q\n nonsense\n", "engine x") == [])
        #expect(try agent(" timeout hello 1s\n timeout idle x\n maxerrrate 5\n max-waiting-frames 10\n max-frame-size 16380\n") == [])
        #expect(
            try agent(
                " option async\n no option pipelining\n option force-set-var\n option continue-on-error\n option dontlog-normal\n"
                    + " option var-prefix p\n option set-on-error e.x\n register-var-names a.b c_d\n log global\n") == [])
        #expect(
            try agent(
                "",
                "spoe-message m\n acl x src 192.0.2.1\n args ip=src path b=hdr(host),lower\n event on-frontend-http-request if x or { path / }\n"
            )
                == [])
        #expect(try filter("# a comment\n\n" + Self.agent + " groups g\nspoe-group g\n messages m\n" + Self.message) == [])
    }

    @Test func agents() throws {
        #expect(try filter("") == ["it has no 'spoe-agent'"])
        #expect(try filter(Self.agent + " messages m\n" + Self.message, "engine x") == ["it has no 'spoe-agent' in the scope '[x]'"])
        #expect(try filter("[x]\n" + Self.agent + " messages m\n" + Self.message) == ["it has no 'spoe-agent'"])
        #expect(try agent("", Self.message + "spoe-agent b\n") == ["line 8: there is an agent already, in line 1"])
        #expect(
            try filter("spoe-agent a\n timeout processing 1s\n messages m\n" + Self.message) == ["line 1: the agent 'a' has no backend"])
        #expect(
            try filter("spoe-agent a\n use-backend none\n timeout processing 1s\n messages m\n" + Self.message) == [
                "the agent 'a' in line 1 uses the backend 'none', which does not exist"
            ])
        #expect(
            try filter(Self.agent + " messages m\n" + Self.message, mode: "http") == [
                "the backend 'agents' of the agent 'a' in the SPOE file '@/spoe.conf' is in mode http"
            ])
        #expect(
            try filter("spoe-agent a-b\n use-backend agents\n timeout processing 1s\n messages m\n" + Self.message) == [
                "line 1: the agent's name 'a-b' cannot begin the names of variables"
            ])
        #expect(
            try filter("spoe-agent a\n use-backend agents\n messages m\n" + Self.message) == [
                "warning bad-spoe-file: line 1: the agent 'a' has no 'timeout processing'"
            ])
        #expect(try agent(" option var-prefix a-b\n") == ["line 5: 'a-b' cannot stand in the name of a variable"])
        #expect(try agent(" max-frame-size 100\n") == ["line 5: a frame has 256 to 16380 bytes, not 100"])
        #expect(try agent(" timeout processing 1x\n").count == 1)
        #expect(try agent(" option foo\n").count == 1)
        #expect(try agent(" no option force-set-var\n").count == 1)
        #expect(try agent(" nonsense\n") == ["line 5: unknown keyword 'nonsense' in spoe-agent 'a'"])
        #expect(try agent(" mode http\n") == ["line 5: 'mode' cannot stand in spoe-agent 'a'"])
    }

    @Test func messagesAndGroups() throws {
        #expect(try agent("", "") == ["line 1: the agent 'a' sends the message 'm', which does not exist"])
        #expect(try agent(" messages m\n") == ["line 5: 'm' is named twice"])
        #expect(try agent("", Self.message + Self.message) == ["line 8: a message called 'm' exists already, in line 5"])
        #expect(try agent(" groups g\n") == ["line 1: the agent 'a' has the group 'g', which does not exist"])
        let groups = Self.agent + " groups g h\nspoe-group g\n messages m\n"
        #expect(
            try filter(groups + "spoe-group h\n messages n\n" + Self.message) == [
                "line 7: the group 'h' has the message 'n', which does not exist"
            ])
        #expect(
            try filter(groups + "spoe-group h\n messages m\n" + Self.message) == [
                "line 7: the message 'm' belongs to the group 'g' already"
            ])
        #expect(try agent("", "spoe-message m\n args a=srcx\n event on-client-session\n").count == 1)
        #expect(try agent("", "spoe-message m\n args a=\n event on-client-session\n").count == 1)
        #expect(try agent("", "spoe-message m\n args a=src\n event on-tuesdays\n").count == 1)
        #expect(try agent("", "spoe-message m\n args a=src\n event on-client-session if x\n").count == 1)
        #expect(try agent("", "spoe-message m\n acl x srcx 1\n args a=src\n event on-client-session\n").count == 1)
        #expect(
            try agent("", "spoe-message m\n args a=path\n event on-client-session\n") == [
                "line 5: the message 'm' asks for 'path', which is not there on 'on-client-session'"
            ])
        #expect(
            try agent("", "spoe-message m\n args a=src\n") == [
                "warning bad-spoe-file: line 5: the message 'm' is never sent: it has no event"
            ])
        // HAProxy reads over any line in a message.
        #expect(
            try agent("", Self.message + " nonsense\n") == [
                "warning bad-spoe-file: line 8: unknown keyword 'nonsense' in spoe-message 'm'"
            ])
        #expect(
            try filter(Self.agent + " messages m\n" + Self.message, proxy: "backend f") == [
                "warning bad-spoe-file: line 5: the message 'm' is never sent: a backend has no 'on-client-session'"
            ])
    }

    @Test func rules() throws {
        let group = Self.agent + " groups g\nspoe-group g\n messages m\n"
        #expect(try filter(group + Self.message, "", "http-request send-spoe-group a g") == [])
        #expect(try filter("[x]\n" + group + Self.message, "engine x", "http-request send-spoe-group x g") == [])
        #expect(
            try filter("[x]\n" + group + Self.message, "engine x", "http-request send-spoe-group a g") == [
                "error unknown-reference: frontend 'f' has no SPOE engine called 'a'"
            ])
        #expect(
            try filter(group + Self.message, "", "http-request send-spoe-group a h") == [
                "error unknown-reference: the SPOE engine 'a' has no group called 'h'"
            ])
        #expect(
            try filter(group + "spoe-message m\n args a=status\n", "", "http-request send-spoe-group a g") == [
                "error fetch-not-available-here: the message 'm' of this group asks for 'status', which is not there in 'http-request' rules"
            ])
        #expect(try filter(group + "spoe-message m\n args a=status\n", "", "http-response send-spoe-group a g") == [])
        #expect(
            try files.findings("frontend f\n mode http\n bind :80\n http-request send-spoe-group a g\n") == [
                "error unknown-reference: frontend 'f' has no SPOE engine called 'a'"
            ])
        // What was not read is not guessed at.
        #expect(
            try files.findings("frontend f\n mode http\n bind :80\n filter spoe config @/none\n http-request send-spoe-group a g\n") == [
                "note missing-file: the file '@/none' cannot be read: No such file or directory"
            ])
        #expect(
            try filter(Self.agent + " messages m\n" + Self.message, "", "filter spoe config @/spoe.conf") == [
                "error duplicate-name: frontend 'f' has an SPOE engine called 'a' already"
            ])
    }

    @Test func hostile() throws {
        let configuration = "frontend f\n mode http\n bind :80\n filter spoe config @/bad\n"
        for bytes in [
            [0, 1, 2, 3], (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }, [UInt8](repeating: 0x61, count: 500_000),
        ] {
            files.add("bad", bytes)
            let found = try files.findings(configuration)
            #expect(!found.isEmpty && found.count <= 5 && found[0].hasPrefix("error bad-spoe-file"))
        }
        files.add("bad", "[x\n" + Self.agent)
        #expect(try files.findings(configuration).first?.hasPrefix("error bad-spoe-file: line 1") == true)
        files.folder("all")
        #expect(
            try files.findings(configuration.replacing("bad", with: "all")) == ["error bad-spoe-file: the file '@/all' is a directory"])
        files.pipe("pipe")
        #expect(try files.findings(configuration.replacing("bad", with: "pipe")) == [])
    }

    /// The words of these files are none of a configuration.
    @Test func aConfigurationHasNoSuchSections() throws {
        #expect(try files.findings("frontend f\n mode http\n bind :80\nspoe-agent a\n").contains { $0.hasPrefix("error unknown-keyword") })
    }
}
