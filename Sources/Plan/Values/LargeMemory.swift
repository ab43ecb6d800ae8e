import Glibc

/// Large tables in huge pages where the system has them on request: a page fault for each 4 KiB of a hundred megabytes costs a third
/// of what compiling a large configuration costs otherwise.
package enum LargeMemory {
    /// Below this a table touches too few pages for it to matter.
    package static let threshold = 4 << 20
    private static let page: UInt = 4096

    /// Advice only: it may do nothing. The range may be any memory of the process. It is widened to whole pages, so that it is the
    /// whole of a mapping that malloc made for it: advice for a part would split the mapping, and the system moves only whole ones.
    package static func advise(_ start: UnsafeMutableRawPointer, _ count: Int) {
        if count < threshold { return }
        let first = UInt(bitPattern: start) & ~(page &- 1)
        let last = (UInt(bitPattern: start) &+ UInt(count) &+ page &- 1) & ~(page &- 1)
        madvise(UnsafeMutableRawPointer(bitPattern: first), Int(last &- first), MADV_HUGEPAGE)
    }

    /// Makes room in an array whose final size is known.
    static func reserve<Row>(_ rows: inout [Row], _ count: Int) {
        rows.reserveCapacity(count)
        let bytes = rows.capacity &* MemoryLayout<Row>.stride
        if bytes < threshold { return }
        rows.withUnsafeMutableBytes { buffer in
            if let start = buffer.baseAddress { advise(start, bytes) }
        }
    }
}
