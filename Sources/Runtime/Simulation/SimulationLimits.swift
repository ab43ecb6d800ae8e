/// The bounds of a simulated run, each with its reason. Times are nanoseconds of the virtual clock.
package enum SimulationLimits {
    /// Steps (a turn of a loop, a move of a peer, a move of the control side) of one run: a hundred times what the longest needs.
    package static let steps = 2_000_000
    /// Steps without the clock going on by a millisecond: beyond this a loop or a peer runs in circles.
    package static let stepsPerMillisecond = 20_000
    /// What a run may last after everything was asked to end: longer than every timeout of the plans together.
    package static let endNs: UInt64 = 400_000_000_000
    /// Descriptors of the simulated process, unless the run takes some away.
    package static let descriptors = 4096
    /// Calls into the kernel during which peers or other loops may move, one inside the other.
    package static let interleaveDepth = 1
    /// What a slow client sends byte by byte on one connection before it sends as fast as it can.
    package static let trickledBytes = 4096
    /// Smallest and largest buffer of one direction of a connection.
    package static let smallestPipe = 512
    package static let largestPipe = 64 * 1024
    /// Steps between two looks at what always holds. Looking is as expensive as fifty steps.
    package static let stepsPerLook = 24
}

/// Virtual times in readable units.
enum Span {
    static let microsecond: UInt64 = 1_000
    static let millisecond: UInt64 = 1_000_000
    static let second: UInt64 = 1_000_000_000
}
