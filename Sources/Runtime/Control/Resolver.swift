import CLinux
import Glibc
import Synchronization

/// Resolves host names on threads of its own, because getaddrinfo waits. One batch at a time; a batch that is given up goes on by itself
/// and its answers are dropped.
package final class Resolver: @unchecked Sendable {
    /// Addresses of each name in the system's order, without ports; empty: not found. In the order of the request.
    package typealias Answer = [[PeerAddress]]
    /// Asks for one name. Called on several threads.
    package typealias Lookup = @Sendable ([UInt8]) -> [PeerAddress]

    private struct State {
        var batch: UInt64 = 0
        var names: [[UInt8]] = []
        var next = 0
        var open = 0
        var answers: Answer = []
        var threads = 0
        /// Threads that wait for an answer.
        var asking = 0
        /// ``notifications`` was written to for this batch.
        var isAnnounced = false
    }

    /// An eventfd, readable when the batch is complete. Owned.
    package let notifications: Int32
    private let state = Mutex(State())
    private let lookup: Lookup

    package init(lookup: @escaping Lookup = Resolver.system) {
        self.lookup = lookup
        notifications = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    }

    deinit { close(notifications) }

    /// Starts a batch; an older one is given up. False when every thread hangs in an older one, or none can be started.
    package func start(_ names: [[UInt8]]) -> Bool {
        let (missing, idle) = state.withLock { state in
            reset(&state)
            state.names = names
            state.next = 0
            state.open = names.count
            state.answers = Array(repeating: [], count: names.count)
            // A thread that does not wait for an answer comes back for names, and these are there.
            let idle = state.threads - state.asking
            let missing = max(0, min(names.count, ControlLimits.resolverThreads - state.threads))
            state.threads += missing
            return (missing, idle)
        }
        var started = 0
        for _ in 0..<missing where spawn() { started += 1 }
        if started < missing { state.withLock { $0.threads -= missing - started } }
        return started + idle > 0
    }

    /// Every name of the batch is answered, and ``take()`` was not called yet.
    package var isComplete: Bool { state.withLock { $0.isAnnounced } }

    /// The batch's answers, complete or so far. Nothing of it is announced any more.
    package func take() -> Answer {
        state.withLock { state in
            reset(&state)
            state.next = state.names.count
            defer { state.answers = [] }
            return state.answers
        }
    }

    /// Nothing of the present batch counts any more.
    private func reset(_ state: inout State) {
        state.batch += 1
        state.isAnnounced = false
        var count: UInt64 = 0
        _ = read(notifications, &count, 8)
    }

    private func spawn() -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(self)
        let result = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Resolver>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, argument.toOpaque())
        if result != 0 { argument.release() }
        return result == 0
    }

    private func work() {
        while true {
            let task = state.withLock { state -> (batch: UInt64, index: Int, name: [UInt8])? in
                guard state.next < state.names.count else {
                    state.threads -= 1
                    return nil
                }
                defer { state.next += 1 }
                state.asking += 1
                return (state.batch, state.next, state.names[state.next])
            }
            guard let task else { return }
            let addresses = lookup(task.name)
            state.withLock { state in
                state.asking -= 1
                guard state.batch == task.batch else { return }
                state.answers[task.index] = addresses
                state.open -= 1
                guard state.open == 0 else { return }
                // Under the lock, so that no later batch is taken for this one.
                state.isAnnounced = true
                var one: UInt64 = 1
                _ = write(notifications, &one, 8)
            }
        }
    }

    /// getaddrinfo, as `init-addr libc` means it (manual section 5.2).
    package static let system: Lookup = { name in
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard SocketBinder.withPath(name, { getaddrinfo($0, nil, &hints, &list) }) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var addresses: [PeerAddress] = []
        var entry = list
        while let current = entry, addresses.count < ControlLimits.addressesOfName {
            entry = current.pointee.ai_next
            guard let raw = current.pointee.ai_addr else { continue }
            var storage = sockaddr_storage()
            memcpy(&storage, raw, min(Int(current.pointee.ai_addrlen), MemoryLayout<sockaddr_storage>.size))
            let address = PeerAddress(&storage)
            if address.family != 0, !addresses.contains(address) { addresses.append(address) }
        }
        return addresses
    }
}
