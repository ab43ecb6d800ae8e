import Synchronization

/// A file whose first line rules can read (`file(<path>)`). The master reads and follows it; the worker's control thread publishes
/// each new line; loops read without waiting. Old lines are freed when every loop has passed an event since (see ``Reclaimer``).
package struct FollowedFile: ~Copyable {
    package let path: UnsafeRawBufferPointer
    /// Address of a ``Line``; 0 while the file cannot be read.
    package let current = Atomic<UInt>(0)

    /// Header of a published line; the bytes follow it in the same allocation.
    package struct Line {
        package var count: Int
    }

    package init(path: UnsafeRawBufferPointer) { self.path = path }

    /// The first line without its end; nil while there is none. Valid until the calling loop's event ends.
    package var line: UnsafeRawBufferPointer? {
        let address = current.load(ordering: .acquiring)
        guard let header = UnsafePointer<Line>(bitPattern: address) else { return nil }
        return UnsafeRawBufferPointer(start: UnsafeRawPointer(header + 1), count: header.pointee.count)
    }

    /// Publishes `bytes` (nil: unreadable) and answers the allocation that was replaced, to be freed once no loop can read it. Control thread.
    package func publish(_ bytes: UnsafeRawBufferPointer?) -> UnsafeMutableRawPointer? {
        var address: UInt = 0
        if let bytes {
            let size = MemoryLayout<Line>.size + bytes.count
            let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: MemoryLayout<Line>.alignment)
            memory.storeBytes(of: Line(count: bytes.count), as: Line.self)
            if let base = bytes.baseAddress {
                (memory + MemoryLayout<Line>.size).copyMemory(from: base, byteCount: bytes.count)
            }
            address = UInt(bitPattern: memory)
        }
        return UnsafeMutableRawPointer(bitPattern: current.exchange(address, ordering: .acquiringAndReleasing))
    }
}

package typealias FollowedFilePointer = UnsafeMutablePointer<FollowedFile>
