import Synchronization

/// Run-time state of one listening address, kept under its stable key across plans. Never moved.
package struct ListenerState: ~Copyable {
    package let slot: UInt32
    package let key: UnsafeRawBufferPointer
    /// The socket, while a serving or prepared plan has this address; -1 otherwise.
    package let descriptor = Atomic<Int32>(-1)
    /// Loops that still accept from it.
    package let watchers = Atomic<Int32>(0)
    package let currentConnections = Atomic<Int32>(0)
    package let totalConnections = Atomic<UInt64>(0)

    package init(slot: UInt32, key: UnsafeRawBufferPointer) {
        self.slot = slot
        self.key = key
    }
}

package typealias ListenerPointer = UnsafeMutablePointer<ListenerState>
