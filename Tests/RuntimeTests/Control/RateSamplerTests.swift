import Testing

@testable import Runtime

@Suite struct RateSamplerTests {
    private func withBytes<R>(_ text: String, _ body: (UnsafeRawBufferPointer) -> R) -> R { Array(text.utf8).withUnsafeBytes(body) }

    @Test func aRateIsOfTheLastSecondAndTheMostOfAny() {
        var rate = Rate()
        func text() -> String { "\(rate.perSecond) \(rate.most)" }
        rate.add(total: 10, elapsedUs: 1_000_000)
        #expect(text() == "10 10")
        rate.add(total: 10, elapsedUs: 1_000_000)
        #expect(text() == "0 10")
        // The thread came late: the same events in more time.
        rate.add(total: 40, elapsedUs: 2_000_000)
        #expect(text() == "15 15")
        rate.add(total: 41, elapsedUs: 0)
        #expect(rate.perSecond == 1_000_000)
    }

    @Test func everyProxyAndServer() {
        let registry = Registry()
        var sampler = RateSampler(nowUs: 5_000_000)
        #expect(sampler.dueUs == 6_000_000)
        sampler.sample(registry, nowUs: 6_000_000)
        #expect(sampler.connections.isEmpty && sampler.servers.isEmpty)
        let web = withBytes("web") { registry.proxy($0, name: $0) }
        let app = withBytes("app") { registry.proxy($0, name: $0) }
        let server = withBytes("app/s") { registry.server($0, name: $0, proxy: app).state }
        web.pointee.frontendConnectionsTotal.store(7, ordering: .relaxed)
        web.pointee.frontendRequests.store(30, ordering: .relaxed)
        app.pointee.backendStreamsTotal.store(20, ordering: .relaxed)
        server.pointee.totalStreams.store(19, ordering: .relaxed)
        sampler.sample(registry, nowUs: 7_000_000)
        #expect(sampler.dueUs == 8_000_000)
        #expect(sampler.connections.map(\.perSecond) == [7, 0] && sampler.requests.map(\.perSecond) == [30, 0])
        #expect(sampler.streams.map(\.perSecond) == [0, 20] && sampler.servers.map(\.perSecond) == [19])
        // One more, with traffic from its first second on.
        let other = withBytes("app/t") { registry.server($0, name: $0, proxy: app).state }
        other.pointee.totalStreams.store(4, ordering: .relaxed)
        sampler.sample(registry, nowUs: 8_000_000)
        #expect(sampler.servers.map(\.perSecond) == [0, 4] && sampler.servers.map(\.most) == [19, 4])
    }

    @Test func tooManyServersHaveNoRates() {
        let registry = Registry()
        let app = withBytes("app") { registry.proxy($0, name: $0) }
        var sampler = RateSampler(nowUs: 0)
        for i in 0...ControlLimits.sampledServers { withBytes("app/\(i)") { _ = registry.server($0, name: $0, proxy: app) } }
        sampler.sample(registry, nowUs: 1_000_000)
        #expect(sampler.servers.isEmpty && sampler.streams.count == 1)
    }
}
