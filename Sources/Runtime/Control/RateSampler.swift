import Synchronization

/// Events of one kind each second: in the last whole second, and the most in any.
struct Rate: Equatable {
    private var total: UInt64 = 0
    private(set) var perSecond: UInt64 = 0
    private(set) var most: UInt64 = 0

    /// `total`: all events so far, `elapsedUs` after the total before it.
    mutating func add(total now: UInt64, elapsedUs: UInt64) {
        perSecond = (now &- total) &* 1_000_000 / max(elapsedUs, 1)
        most = max(most, perSecond)
        total = now
    }
}

/// Rates of proxies and servers (manual section 9.1: rate, rate_max, req_rate, req_rate_max), taken from totals that are counted anyway:
/// nothing is added to the request path. The control thread's.
struct RateSampler {
    /// By the proxy's slot.
    private(set) var connections: [Rate] = []
    private(set) var requests: [Rate] = []
    private(set) var streams: [Rate] = []
    /// By the server's slot; empty where there are more than ``ControlLimits/sampledServers``.
    private(set) var servers: [Rate] = []
    private var takenUs: UInt64

    /// Monotonic, as everywhere here.
    init(nowUs: UInt64) { takenUs = nowUs }

    /// When to call ``sample(_:nowUs:)`` next.
    var dueUs: UInt64 { takenUs + 1_000_000 }

    mutating func sample(_ registry: Registry, nowUs: UInt64) {
        let elapsedUs = nowUs - takenUs
        takenUs = nowUs
        while connections.count < registry.proxyCount {
            connections.append(Rate())
            requests.append(Rate())
            streams.append(Rate())
        }
        registry.forEachProxy { proxy in
            let slot = Int(proxy.pointee.slot)
            connections[slot].add(total: proxy.pointee.frontendConnectionsTotal.load(ordering: .relaxed), elapsedUs: elapsedUs)
            requests[slot].add(total: proxy.pointee.frontendRequests.load(ordering: .relaxed), elapsedUs: elapsedUs)
            streams[slot].add(total: proxy.pointee.backendStreamsTotal.load(ordering: .relaxed), elapsedUs: elapsedUs)
        }
        guard registry.serverCount <= ControlLimits.sampledServers else {
            servers = []
            return
        }
        while servers.count < registry.serverCount { servers.append(Rate()) }
        registry.forEachServer { server in
            servers[Int(server.pointee.slot)].add(total: server.pointee.totalStreams.load(ordering: .relaxed), elapsedUs: elapsedUs)
        }
    }
}
