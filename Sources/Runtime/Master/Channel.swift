import CLinux
import Glibc

/// One end of the socket pair between master and worker: whole messages (SOCK_SEQPACKET), with descriptors where a message has any.
/// Never blocks: what the other side has not read yet waits here, bounded. Used by one thread.
package final class Channel {
    /// Owned.
    package let descriptor: Int32
    private var queue: [Outgoing] = []
    private var head = 0
    /// The other end is gone, or did not keep the protocol. Nothing is sent or received any more.
    package private(set) var isBroken = false

    private struct Outgoing {
        let bytes: [UInt8]
        /// Duplicates, closed after sending.
        let descriptors: [Int32]
    }

    package struct Incoming {
        package let bytes: [UInt8]
        /// Owned by the receiver; close-on-exec.
        package let descriptors: [Int32]
    }

    package init(descriptor: Int32) { self.descriptor = descriptor }

    deinit {
        for message in queue[head...] { message.descriptors.forEach { close($0) } }
        close(descriptor)
    }

    /// Both ends, or the negated errno.
    package static func pair() -> Result<(Int32, Int32), SystemError> {
        var ends: (Int32, Int32) = (-1, -1)
        let type = Int32(SOCK_SEQPACKET.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let result = withUnsafeMutableBytes(of: &ends) {
            socketpair(AF_UNIX, type, 0, $0.baseAddress?.assumingMemoryBound(to: Int32.self))
        }
        return result == 0 ? .success(ends) : .failure(SystemError("socketpair"))
    }

    /// Messages wait: the caller polls for writing and calls ``flush()``.
    package var hasPending: Bool { head < queue.count }

    /// Sends now or later, in order. `descriptors` stay the caller's; the message has its own copies.
    package func send(_ bytes: [UInt8], descriptors: [Int32] = []) {
        guard !isBroken else { return }
        if !hasPending, transmit(bytes, descriptors) { return }
        guard !isBroken, queue.count - head < MasterLimits.queuedMessages else {
            isBroken = true
            return
        }
        var copies: [Int32] = []
        for descriptor in descriptors {
            let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
            guard copy >= 0 else {
                copies.forEach { close($0) }
                isBroken = true
                return
            }
            copies.append(copy)
        }
        queue.append(Outgoing(bytes: bytes, descriptors: copies))
    }

    package func flush() {
        while hasPending, !isBroken {
            let message = queue[head]
            guard transmit(message.bytes, message.descriptors) else { return }
            message.descriptors.forEach { close($0) }
            head += 1
        }
        if !hasPending {
            queue.removeAll(keepingCapacity: false)
            head = 0
        }
    }

    /// False when the other side's buffer is full, or the channel broke.
    private func transmit(_ bytes: [UInt8], _ descriptors: [Int32]) -> Bool {
        let result = bytes.withUnsafeBytes { bytes in
            descriptors.withUnsafeBufferPointer {
                baton_send_message(descriptor, bytes.baseAddress, bytes.count, $0.baseAddress, Int32($0.count))
            }
        }
        if result >= 0 { return true }
        // ETOOMANYREFS: too many descriptors under way; they get fewer as the other side reads.
        let isFull = result == -Int(EAGAIN) || result == -Int(ENOBUFS) || result == -Int(ETOOMANYREFS) || result == -Int(ENOMEM)
        if !isFull { isBroken = true }
        return false
    }

    /// The next message; nil when there is none now, or the channel is broken.
    package func receive() -> Incoming? {
        guard !isBroken else { return nil }
        var count: Int32 = 0
        var truncated: Int32 = 0
        var descriptors = [Int32](repeating: -1, count: Int(BATON_MESSAGE_DESCRIPTORS))
        var received = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: MasterLimits.messageBytes) { buffer, used in
            received = descriptors.withUnsafeMutableBufferPointer {
                baton_receive_message(descriptor, buffer.baseAddress, buffer.count, $0.baseAddress, &count, &truncated)
            }
            used = max(0, received)
        }
        if received == -Int(EAGAIN) { return nil }
        guard received > 0, truncated == 0 else {
            isBroken = true
            return nil
        }
        return Incoming(bytes: bytes, descriptors: Array(descriptors[0..<Int(count)]))
    }
}
