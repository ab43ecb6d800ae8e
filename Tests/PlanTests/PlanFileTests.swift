import Glibc
import Plan
import PlanFixtures
import Testing

@Suite struct PlanFileTests {
    private var fixture: HTTPPlan {
        var plan = HTTPPlan(port: 8080, servers: [.init("s1", port: 9001, weight: 3, check: true), .init("s2", port: 9002)])
        plan.responseHeader = ("x-plan", "one")
        plan.commandSocket = "/run/baton.sock"
        plan.logsToStdout = true
        return plan
    }

    private func load(_ bytes: [UInt8]) -> PlanLoadError? {
        do throws(PlanLoadError) {
            try PlanImage.load(bytes: bytes).unmap()
            return nil
        } catch { return error }
    }

    @Test func roundTrip() throws {
        let image = try fixture.image()
        defer { image.unmap() }
        let plan = image.plan
        #expect(image.target == "baton")
        #expect(plan.proxies.count == 2 && plan.servers.count == 2 && plan.listeners.count == 2)
        #expect(plan.string(plan.proxies[ProxyID(0)].name) == "web")
        #expect(plan.string(plan.servers[ServerID(1)].key) == "app/s2")
        #expect(plan.servers[ServerID(0)].weight == 3)
        #expect(plan.servers[ServerID(0)].flags.contains(.check))
        #expect(plan.listeners[ListenerID(1)].purpose == .command)
        let sets = plan.proxies[ProxyID(0)].ruleSets
        #expect(sets.range.map { plan.ruleSets[RuleSetID(UInt32($0))].kind } == [.httpResponse, .logFormat])
        // Objects are sorted by kind and key, and the records know theirs.
        let keys = Array(plan.objects.ids.map { plan.string(plan.objects[$0].key) })
        #expect(
            keys == [
                "global", "proxy:app/backend", "proxy:web/frontend", "ipv4:127.0.0.1:8080", "app/s1", "app/s2", "unix:/run/baton.sock",
            ])
        for id in plan.servers.ids { #expect(plan.objects[plan.servers[id].object].row == id.raw) }
        #expect(plan.proxies[ProxyID(0)].object == ObjectID(2))
        #expect(plan.objects[ObjectID(4)].digest != plan.objects[ObjectID(5)].digest)
    }

    @Test func equalBuildersGiveEqualBytes() throws {
        let (a, b) = (try fixture.builder().encode(), try fixture.builder().encode())
        #expect(a == b)
        var other = fixture
        other.responseHeader = ("x-plan", "two")
        #expect(try other.builder().encode() != a)
    }

    @Test func sourceMapDoesNotCountForTheMeaning() throws {
        func image(_ path: String, line: UInt32) throws -> PlanImage {
            var builder = fixture.builder()
            let file = Array(path.utf8).withUnsafeBytes { builder.addSourceFile($0) }
            builder.proxyLocations = [SourceLocation(file: file, line: line, column: 1), .nowhere]
            return try PlanImage.load(bytes: builder.encode())
        }
        let (a, b) = (try image("/a/haproxy.cfg", line: 1), try image("/b.cfg", line: 2))
        defer {
            a.unmap()
            b.unmap()
        }
        #expect(a.plan.meaningDigest == b.plan.meaningDigest)
        #expect(a.plan.bytesDigest != b.plan.bytesDigest)
        #expect(b.plan.string(b.plan.sourceFiles[SourceFileID(0)]) == "/b.cfg")
        #expect(b.plan.proxyLocations[ProxyID(0)].line == 2)
        var builder = fixture.builder()
        builder.writesSourceMap = false
        let bare = try PlanImage.load(bytes: builder.encode())
        defer { bare.unmap() }
        #expect(bare.plan.meaningDigest == a.plan.meaningDigest)
        #expect(bare.plan.proxyLocations.count == 0)
    }

    @Test func writesWhatItEncodes() throws {
        let path = "/tmp/baton-plan-test-\(getpid())"
        defer { unlink(path) }
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        #expect(descriptor >= 0)
        try fixture.builder().write(to: descriptor)
        close(descriptor)
        let image = try PlanImage.load(path: path)
        defer { image.unmap() }
        let bytes = try fixture.builder().encode()
        #expect(image.byteCount == bytes.count)
        let other = try PlanImage.load(bytes: bytes)
        defer { other.unmap() }
        #expect(other.plan.bytesDigest == image.plan.bytesDigest)
    }

    @Test func everyFlippedBitIsRefused() throws {
        var bytes = try fixture.builder().encode()
        for at in bytes.indices {
            bytes[at] ^= 1 << (at % 8)
            let error = load(bytes)
            #expect(error != nil, "byte \(at)")
            bytes[at] ^= 1 << (at % 8)
        }
        #expect(load(bytes) == nil)
    }

    @Test func everyTruncationIsRefused() throws {
        let bytes = try fixture.builder().encode()
        for count in stride(from: 0, to: bytes.count, by: 37) {
            let error = load(Array(bytes[..<count]))
            #expect(error?.kind == .truncated || error?.kind == .foreign, "\(count) bytes")
        }
        #expect(load(bytes + [0])?.message == "the plan is damaged: bytes follow its end")
        #expect(load(Array(bytes.dropLast()))?.kind == .truncated)
    }

    @Test func otherFilesAreRefusedWithASentence() throws {
        #expect(load(Array("global\n    maxconn 100\n".utf8)) == PlanLoadError(.foreign, "the file is not a plan"))
        #expect(load([])?.message == "the file is empty")
        var newer = try fixture.builder().encode()
        newer[8] = 200
        let error = load(newer)
        #expect(error?.kind == .version)
        #expect(error?.message.contains("newer than format") == true)
        #expect(throws: PlanLoadError.self) { try PlanImage.load(path: "/nonexistent/plan") }
        #expect(throws: PlanLoadError(.unreadable, "cannot read the plan: not a regular file")) { try PlanImage.load(path: "/") }
    }

    @Test func unsealedDescriptorsAreRefused() throws {
        let path = "/tmp/baton-plan-unsealed-\(getpid())"
        defer { unlink(path) }
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        try fixture.builder().write(to: descriptor)
        do throws(PlanLoadError) {
            _ = try PlanImage.load(descriptor: descriptor)
            Issue.record("loaded from an unsealed descriptor")
        } catch { #expect(error.kind == .unsealed) }
        // One image's descriptor loads again, as it would in another process.
        let image = try fixture.image()
        defer { image.unmap() }
        let again = try PlanImage.load(descriptor: image.descriptor)
        #expect(again.plan.bytesDigest == image.plan.bytesDigest)
        again.unmap()
    }
}
