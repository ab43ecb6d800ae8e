/// Every bound of the load generator.
enum Bounds {
    /// Clients of all kinds: two descriptors each would still fit the usual hard limit of 1,048,576.
    static let clientsMax = 500_000
    /// A response head; grows up to here.
    static let headBytesMax = 65_536
    static let inputBytes = 16_384
    /// Requests in one batch of a pipelining connection.
    static let pipelineMax = 256
    static let requestBodyBytesMax = 64 << 20
    /// How often timeouts and stalled streams are looked for; a timeout is exact to this.
    static let sweepNs: UInt64 = 50_000_000
    /// After a refused connect the client tries again only after this, so that a dead peer is not a busy loop.
    static let backoffNs: UInt64 = 10_000_000
    /// Between two pings of a tunnel.
    static let pingNs: UInt64 = 1_000_000_000
    static let pingBytes = 16
    /// Failures described on standard error, one line each, unless --verbose.
    static let describedMax = 10
}
