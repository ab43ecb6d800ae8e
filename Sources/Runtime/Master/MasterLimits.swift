/// The bounds of the master and of what passes between it and the worker, each with its reason.
package enum MasterLimits {
    /// One message between master and worker. A socket buffer takes 200 KiB, so several fit; larger lists go in several messages.
    package static let messageBytes = 32 << 10
    /// Messages waiting for the other side to read. Lists of 10,000 listeners take about 200; far more means that nobody reads.
    package static let queuedMessages = 16_384
    /// Listening sockets of one plan. Each costs a descriptor in two processes.
    package static let listeners = 65_536
    /// Bytes of a path of a unix socket, with its end (`sun_path`).
    package static let unixPathBytes = 108
    /// A plan file. 100,000 servers take 25 MB.
    package static let planBytes = 1 << 30
    /// Committed plans that can be rolled back to. One is what an operator asks for; eight is a morning's work.
    package static let history = 8
    /// Bytes that those plans may take together, the serving one aside: memory files count as memory.
    package static let historyBytes = 256 << 20

    /// Followed files of all generations: each costs a look at every change in its directory.
    package static let followedFiles = 1024
    /// First line of a followed file. A header or a condition is made of it, and a header has to fit the buffer many times over.
    package static let followedLineBytes = 4096
    /// How often a file is looked at whose directory cannot be watched, or that is a link to another directory.
    package static let followedPollMs = 1000

    /// The compile child: 180,000 lines take 0.4 s and 150 MB, so these are a hundred times what is needed and still end a runaway.
    package static let compileCPUSeconds: UInt64 = 30
    package static let compileMemoryBytes: UInt64 = 8 << 30
    package static let compileWallMs: UInt64 = 60_000
    /// What the child prints beyond this is counted, not relayed.
    package static let compileOutputBytes = 256 << 10

    /// A worker that lived shorter than this after its start counts as crashing in a loop.
    package static let workerSettledMs: UInt64 = 10_000
    /// Delay before the second restart in a row; it doubles to the longest. The first is at once.
    package static let restartDelayMs: UInt64 = 100
    package static let restartDelayLongestMs: UInt64 = 5_000
    /// How long a worker may take to end after it was told to stop at once.
    package static let stopMs: UInt64 = 5_000
}
