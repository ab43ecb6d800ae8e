import Plan
import PlanFixtures
import Testing

@Suite struct DifferenceTests {
    /// A plan with one backend `app` whose settings are given as `word value`, one a line, and servers as `name options`.
    private func image(_ settings: [String], servers: [String], path: String = "a.cfg") throws -> PlanImage {
        var b = PlanBuilder()
        let file = Array(path.utf8).withUnsafeBytes { b.addSourceFile($0) }
        var proxy = ProxyRecord()
        proxy.name = b.intern("app")
        proxy.key = b.intern("proxy:app/backend")
        proxy.capabilitiesRaw = ProxyCapabilities.backend.rawValue
        proxy.servers = Rows(first: 0, count: UInt32(servers.count))
        b.proxies.append(proxy)
        b.proxyLocations.append(SourceLocation(file: file, line: 1, column: 1))
        var list: [PlacedSetting] = []
        for (line, text) in settings.enumerated() {
            list.append(PlacedSetting(setting(text, &b), at: SourceLocation(file: file, line: UInt32(line + 2), column: 5)))
        }
        b.addObject(.proxy, row: 0, key: proxy.key, settings: b.addSettings(list))
        for (row, text) in servers.enumerated() {
            let parts = text.split(separator: " ")
            var server = ServerRecord()
            server.proxy = ProxyID(0)
            server.name = b.intern(String(parts[0]))
            server.key = b.intern("app/\(parts[0])")
            b.servers.append(server)
            b.serverLocations.append(SourceLocation(file: file, line: UInt32(100 + row), column: 5))
            let options = parts.dropFirst().map { setting(String($0).replacing("=", with: " "), &b) }
            b.addObject(
                .server, row: UInt32(row), key: server.key, settings: b.addSettings(options.prefix(1).map { PlacedSetting($0) }),
                common: b.internSettings(Array(options.dropFirst())))
        }
        return try PlanImage.load(bytes: b.encode())
    }

    private func setting(_ text: String, _ b: inout PlanBuilder) -> SettingID {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let flags: SettingFlags =
            switch parts[0] {
            case "http-request": [.ordered, .repeats]
            case "log": [.repeats]
            case "password": [.secret]
            case "inter": .drops(.health)
            default: []
            }
        let apply: Apply = parts[0] == "mode" ? .drain : parts[0] == "user" ? .process : .live
        return Array(parts[0].utf8).withUnsafeBytes { word in
            Array((parts.count > 1 ? parts[1] : "").utf8).withUnsafeBytes { b.internSetting(word, $0, apply: apply, flags: flags) }
        }
    }

    private func difference(_ old: ([String], [String]), _ new: ([String], [String])) throws -> String {
        let a = try image(old.0, servers: old.1)
        let b = try image(new.0, servers: new.1, path: "b.cfg")
        defer {
            a.unmap()
            b.unmap()
        }
        return String(decoding: PlanDifference(from: a.plan, to: b.plan).text(), as: UTF8.self)
    }

    @Test func samePlansDoNotDiffer() throws {
        #expect(try difference((["mode http"], ["s1 a"]), (["mode http"], ["s1 a"])) == "")
    }

    @Test func settingsInAnotherOrderAreTheSameObject() throws {
        let a = try image(["mode http", "balance first", "retries 3"], servers: [])
        let b = try image(["retries 3", "mode http", "balance first"], servers: [])
        defer {
            a.unmap()
            b.unmap()
        }
        #expect(a.plan.objects[ObjectID(0)].digest == b.plan.objects[ObjectID(0)].digest)
    }

    @Test func changedAddedAndRemoved() throws {
        let text = try difference(
            (["mode tcp", "retries 3", "log a", "log b"], ["s1 10.0.0.1", "s2 10.0.0.2 inter=2s weight=1"]),
            (["mode http", "log b", "log c", "log d"], ["s2 10.0.0.3 inter=3s weight=1", "s3 10.0.0.4"]))
        #expect(
            text == """
                changed backend app [drain]  (a.cfg:1 -> b.cfg:1)
                  - log a [live]  (a.cfg:4)
                  + log c [live]  (b.cfg:4)
                  + log d [live]  (b.cfg:5)
                  ~ mode: tcp -> http [drain]  (a.cfg:2 -> b.cfg:2)
                  - retries 3 [live]  (a.cfg:3)
                removed server app/s1 [drain] drops health, idle connections, counters  (a.cfg:100)
                changed server app/s2 [live] drops health  (a.cfg:101 -> b.cfg:100)
                  - 10.0.0.2 [live]  (a.cfg:101)
                  + 10.0.0.3 [live]  (b.cfg:100)
                  ~ inter: 2s -> 3s [live] drops health  (a.cfg:101 -> b.cfg:100)
                added server app/s3 [live]  (b.cfg:101)
                2 changed, 1 added, 1 removed; needs: drain; drops: health, idle connections, counters

                """)
    }

    @Test func rulesAreComparedAsASequence() throws {
        let text = try difference(
            (["http-request deny if a", "http-request set-header X 1", "http-request set-header Y 1"], []),
            (["http-request set-header X 1", "http-request deny if a", "http-request set-header Y 1", "http-request allow"], []))
        #expect(text.contains("  - http-request deny if a [live]  (a.cfg:2)\n"))
        #expect(text.contains("  + http-request deny if a [live]  (b.cfg:3)\n"))
        #expect(text.contains("  + http-request allow [live]  (b.cfg:5)\n"))
        #expect(!text.contains("set-header"))
    }

    @Test func secretsAreNeverPrinted() throws {
        let text = try difference((["password hunter2"], []), (["password hunter3"], []))
        #expect(text.contains("  ~ password (secret) [live]"))
        #expect(!text.contains("hunter"))
    }
}
