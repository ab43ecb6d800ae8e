/// The bounds of lowering.
enum LowerLimits {
    /// Distinct ways of writing a server's options that are remembered; a generated configuration has a handful.
    static let serverTails = 4096
    /// Where syslog listens when no port is given (RFC 5426).
    static let syslogPort: UInt32 = 514
}
