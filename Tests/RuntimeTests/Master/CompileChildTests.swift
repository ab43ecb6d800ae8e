import Glibc
import Plan
import PlanFixtures
import Testing

@testable import Runtime

@Suite struct CompileChildTests {
    /// The outcome of a shell script in the compiler's place.
    private func run(
        _ script: String, _ arguments: [String] = [], limits: CompileChild.Limits = CompileChild.Limits(), sink: NoticeSink? = nil,
        deadlineOnceReadable ready: Int32? = nil
    ) throws -> CompileChild.Outcome {
        let child = try CompileChild.start(["sh", "-c", script, "compiler"] + arguments, limits: limits).get()
        let sink = try sink ?? NoticeSink()
        if let ready {
            try #require(isReadable(ready))
            child.checkDeadline(child.deadlineUs - 1)
            #expect(child.finish(notices: sink.notices) == nil)
            child.checkDeadline(child.deadlineUs)
        }
        while true {
            var polled = [
                pollfd(fd: child.child.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
            ]
            try #require(poll(&polled, 2, 20_000) > 0, "the child does not end")
            if polled[1].revents != 0 { child.relay(to: sink.notices) }
            if polled[0].revents != 0, let outcome = child.finish(notices: sink.notices) { return outcome }
        }
    }

    private func reason(_ outcome: CompileChild.Outcome) -> String {
        switch outcome {
        case .plan(let descriptor):
            close(descriptor)
            return "a plan"
        case .failed(let reason): return reason
        }
    }

    @Test func aPlanComesSealed() throws {
        let directory = try TemporaryDirectory()
        try directory.write("plan", try HTTPPlan(port: 80, servers: []).builder().encode())
        let sink = try NoticeSink()
        let outcome = try run("[ \"$2 $3\" = '-o fd@3' ] && cat \"$1\" >&3 && echo compiled", [directory["plan"]], sink: sink)
        guard case .plan(let descriptor) = outcome else {
            Issue.record("\(reason(outcome))")
            return
        }
        defer { close(descriptor) }
        #expect(SealedMemory.isSealed(descriptor))
        let image = try PlanImage.load(descriptor: descriptor)
        image.unmap()
        #expect(sink.text == "compiled\n")
    }

    /// The child passes nothing on but bytes: what they mean is the worker's to judge.
    @Test func garbageIsSealedToo() throws {
        let outcome = try run("echo this is no plan >&3")
        guard case .plan(let descriptor) = outcome else {
            Issue.record("\(reason(outcome))")
            return
        }
        defer { close(descriptor) }
        #expect(throws: PlanLoadError.self) { try PlanImage.load(descriptor: descriptor) }
    }

    @Test func findingsAreRelayed() throws {
        let sink = try NoticeSink()
        let outcome = try run("echo 'a.cfg:1: error'; echo 'a.cfg:2: error' >&2; echo half a plan >&3; exit 1", sink: sink)
        #expect(reason(outcome) == "the compiler refused the configuration")
        #expect(sink.text == "a.cfg:1: error\na.cfg:2: error\n")
    }

    @Test func failuresAreNamed() throws {
        #expect(reason(try run("exit 0")) == "the compiler wrote no plan")
        #expect(reason(try run("echo plan >&3; exit 7")) == "the compiler failed with exit code 7")
        #expect(reason(try run("echo plan >&3; kill -SEGV $$")) == "the compiler crashed (signal 11)")
    }

    @Test func aChildThatHangsIsEndedWithAllThatItStarted() throws {
        let directory = try TemporaryDirectory()
        try #require(mkfifo(directory["alive"], 0o600) == 0)
        let reader = open(directory["alive"], O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        defer { close(reader) }
        var limits = CompileChild.Limits()
        limits.wallMs = 40_000
        let script = "exec 9>\"$1\"; sleep 1000 & echo up >&9; sleep 1000"
        let outcome = try run(script, [directory["alive"]], limits: limits, deadlineOnceReadable: reader)
        #expect(reason(outcome) == "the compiler ran longer than 40000 ms and was ended")
        // No writer is left: what it started is gone too.
        var polled = pollfd(fd: reader, events: 0, revents: 0)
        #expect(poll(&polled, 1, 5000) == 1 && Int32(polled.revents) & POLLHUP != 0)
    }

    @Test func whatAChildLeavesBehindEndsWithIt() throws {
        let directory = try TemporaryDirectory()
        try #require(mkfifo(directory["alive"], 0o600) == 0)
        let reader = open(directory["alive"], O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        defer { close(reader) }
        let outcome = try run("exec 9>\"$1\"; sleep 1000 & echo plan >&3; exit 0", [directory["alive"]])
        #expect(reason(outcome) == "a plan")
        var polled = pollfd(fd: reader, events: 0, revents: 0)
        #expect(poll(&polled, 1, 5000) == 1 && Int32(polled.revents) & POLLHUP != 0)
    }

    @Test func aChildThatSpinsIsEnded() throws {
        var limits = CompileChild.Limits()
        limits.cpuSeconds = 1
        let outcome = try run("while :; do :; done", limits: limits)
        #expect(reason(outcome).contains("more than 1 s of processor time"))
    }

    @Test func limitsAreSet() throws {
        var limits = CompileChild.Limits()
        limits.memoryBytes = 3 << 30
        let sink = try NoticeSink()
        // The limits come from outside, a moment after the start.
        let outcome = try run(
            "until [ \"$(ulimit -c)\" = 0 ] && [ \"$(ulimit -v)\" != unlimited ]; do :; done; ulimit -v; ulimit -t; exit 1", limits: limits,
            sink: sink)
        #expect(reason(outcome) == "the compiler refused the configuration")
        #expect(sink.text == "\(3 << 20)\n\(MasterLimits.compileCPUSeconds)\n")
    }

    @Test func aPlanWithoutEndIsCut() throws {
        let outcome = try run("until [ \"$(ulimit -f)\" != unlimited ]; do :; done; exec truncate -s 2G /proc/self/fd/3")
        #expect(reason(outcome) == "the compiler wrote more than \(MasterLimits.planBytes) bytes and was ended")
    }

    @Test func outputIsBounded() throws {
        let sink = try NoticeSink()
        let outcome = try run("head -c 1000000 /dev/zero | tr '\\0' x; exit 1", sink: sink)
        #expect(reason(outcome) == "the compiler refused the configuration")
        let text = sink.text
        #expect(text.utf8.prefix { $0 == 0x78 }.count == MasterLimits.compileOutputBytes)
        #expect(text.hasSuffix("[WARNING] the compiler printed 1000000 bytes; 262144 of them are shown\n"))
    }

    @Test func commandsThatCannotBeStarted() throws {
        let directory = try TemporaryDirectory()
        func failure(_ command: [String]) -> String {
            switch CompileChild.start(command, limits: CompileChild.Limits()) {
            case .success: "it started"
            case .failure(let failure): failure.description
            }
        }
        #expect(failure([]) == "cannot compile: '' is not found in PATH")
        #expect(failure(["no such command"]) == "cannot compile: 'no such command' is not found in PATH")
        #expect(failure([directory["absent"]]).hasSuffix("absent: No such file or directory"))
        try directory.write("text", "no program")
        #expect(failure([directory["text"]]).hasSuffix("text: Permission denied"))
    }

    /// A directory of the command's name in PATH is passed over.
    @Test func onlyFilesAreCommands() throws {
        let directory = try TemporaryDirectory()
        try #require(mkdir(directory["first"], 0o755) == 0 && mkdir(directory["second"], 0o755) == 0)
        try #require(mkdir(directory["first/tool"], 0o755) == 0)
        try directory.write("second/tool", "#!/bin/sh\n")
        try #require(chmod(directory["second/tool"], 0o755) == 0)
        let path = "\(directory["first"]):\(directory["second"])"
        #expect(ChildProcess.find("tool", in: path) == directory["second/tool"])
        #expect(ChildProcess.find("other", in: path) == nil)
        #expect(ChildProcess.find("a/b", in: path) == "a/b")
        #expect(ChildProcess.find("sh", in: "/bin") == "/bin/sh")
    }
}
