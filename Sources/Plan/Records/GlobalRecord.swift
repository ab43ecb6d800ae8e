/// Process-wide settings (manual section 3). One row.
@frozen public struct GlobalRecord: Sendable {
    /// 0: as many loops as the process may use processors.
    public var nbthread: UInt32 = 0
    /// 0: derived from the descriptor limit.
    public var maxconn: UInt32 = 0
    public var bufferSize: UInt32 = 16384
    public var maxRewrite: UInt32 = 1024
    public var maxHeaders: UInt32 = 101
    /// ``Timeouts/unset`` where not given.
    public var hardStopAfterMs: UInt32 = Timeouts.unset
    public var statsTimeoutMs: UInt32 = 10_000
    public var statsMaxconn: UInt32 = 10
    /// Percent by which check intervals are spread (`spread-checks`).
    public var spreadChecks: UInt32 = 0
    public var flags: UInt32 = 0
    public var node: Text = .none
    public var text: Text = .none
    public var user: Text = .none
    public var group: Text = .none
    public var chroot: Text = .none
    public var logTag: Text = .none
    public var logSendHostname: Text = .none
    public var logTargets: Rows<LogTargetID> = Rows()
    public init() {}
}
