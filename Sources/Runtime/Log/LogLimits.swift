/// The bounds of logging, each with its reason.
package enum LogLimits {
    /// Bytes of a log line before its envelope: the most that `log ... len` takes.
    package static let lineBytes = 65535

    /// Bytes that wait for one descriptor whose reader is slow: some hundred lines, or one of the longest. More are dropped and counted.
    package static let streamBytes = 262_144

    /// Bytes of datagrams that wait for the end of the event-loop turn; a full queue is sent at once.
    package static let datagramBytes = 262_144

    /// Descriptors that log targets name: standard output, standard error, and inherited ones.
    package static let streams = 8

    /// Bytes of one write: a pipe takes up to PIPE_BUF whole or not at all, so lines of several loops do not mix.
    package static let writeBytes = 4096
}
