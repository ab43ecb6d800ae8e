/// The bounds of the worker's control thread, each with its reason.
package enum ControlLimits {
    /// Threads that wait in getaddrinfo, all handovers together. A resolver that hangs holds its threads for its own time-out, and a
    /// few are enough for thousands of names from a resolver that answers.
    package static let resolverThreads = 8
    /// For all names of a plan together. A reload that waits longer than this is worse than one that keeps the last addresses.
    package static let resolveMs: UInt64 = 5_000
    /// Addresses kept of one name: the current one is looked for among them.
    package static let addressesOfName = 16
    /// The master answers from memory and the local file system; ten seconds mean that it hangs.
    package static let masterMs: UInt64 = 10_000
    /// A loop takes a generation between two events. After this the operator is told that one does not.
    package static let commitWarningMs: UInt64 = 2_000
    /// How long a replaced line of a followed file is kept: no loop's event lasts this long.
    package static let replacedLineMs: UInt64 = 5_000
    /// Bytes of what a plan came from, as the history has it: all of a history goes in one message to a new worker.
    package static let sourceBytes = 256
    /// Bytes of a reason that goes to the master for its log. A message takes four times as many.
    package static let reasonBytes = 8 << 10
    /// Bytes of one address or path of a plan, for the same reason. The system's own bound of a path is half of it.
    package static let namedBytes = 8 << 10
    /// Notes of one handover that go to the master for its log, and bytes of each; answers on command sockets have all.
    package static let reportedNotes = 16
    package static let reportedNoteBytes = 512

    /// Servers whose rates are taken each second: a look at each costs a cache line, and at this number a millisecond together.
    package static let sampledServers = 10_000

    /// A line of commands. HAProxy's fits a buffer, which is 16 KiB.
    package static let commandLineBytes = 16 << 10
    /// Words of a command, as in HAProxy.
    package static let commandWords = 64
    /// Connections to the control socket, beside those that `stats maxconn` counts.
    package static let controlConnections = 16
    /// Silence after which a connection to the control socket is closed; `stats timeout` does it for the others.
    package static let controlIdleMs: UInt32 = 60_000
    /// Descriptors that one line may bring; `apply` needs one.
    package static let commandDescriptors = 1
    /// The first bytes of a response are sent at once; the rest waits until the client reads. 100,000 servers make about 40 MB.
    package static let responseBytes = 256 << 20
}
