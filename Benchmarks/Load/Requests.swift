import BenchSupport

/// The bytes of all requests, made once.
struct Requests {
    /// For each target, its paths one after another; a pipelining client sends its batch as one run of bytes.
    let keepalive: [[UInt8]]
    let fresh: [[UInt8]]
    let stream: [[UInt8]]
    let upgrade: [[UInt8]]
    let pathCount: Int

    init(_ options: Options) {
        var keepalive: [[UInt8]] = []
        var fresh: [[UInt8]] = []
        var stream: [[UInt8]] = []
        var upgrade: [[UInt8]] = []
        for target in options.targets {
            for path in options.paths {
                let one = Self.request(options, target, path, method: options.method, extra: [])
                keepalive.append(Array([[UInt8]](repeating: one, count: options.pipeline).joined()))
                let extra = options.freshSaysClose ? ["Connection: close"] : []
                fresh.append(Self.request(options, target, path, method: options.method, extra: extra))
            }
            stream.append(Self.request(options, target, options.streamPath, method: "GET", extra: []))
            upgrade.append(
                Self.request(options, target, options.upgradePath, method: "GET", extra: ["Connection: Upgrade", "Upgrade: baton-echo"]))
        }
        self.keepalive = keepalive
        self.fresh = fresh
        self.stream = stream
        self.upgrade = upgrade
        pathCount = options.paths.count
    }

    private static func request(_ options: Options, _ target: Address, _ path: String, method: String, extra: [String]) -> [UInt8] {
        let host = options.hostHeader ?? (target.path.isEmpty ? target.text : "localhost")
        var lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)"] + options.headers + extra
        let bodyBytes = path == options.streamPath || path == options.upgradePath ? 0 : options.requestBodyBytes
        if bodyBytes > 0 { lines.append("Content-Length: \(bodyBytes)") }
        var bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
        if bodyBytes > 0 {
            let pattern = Pattern()
            bytes += (0..<bodyBytes).map { pattern.block[$0 % Pattern.period] }
        }
        return bytes
    }

    func bytes(for client: UnsafeMutablePointer<Client>) -> [UInt8] {
        switch client.pointee.kind {
        case .keepalive: keepalive[client.pointee.target * pathCount + client.pointee.variant]
        case .fresh: fresh[client.pointee.target * pathCount + client.pointee.variant]
        case .stream: stream[client.pointee.target]
        case .upgrade: upgrade[client.pointee.target]
        case .tcp: []
        }
    }
}
