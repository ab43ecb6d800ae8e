import CLinux
import Glibc

/// epoll: descriptors registered once, edge-triggered, each with a value of the caller's that comes back with its events.
package struct Poller {
    /// One system call's worth: enough for 512 busy connections without growing the wait for the last of them.
    private static let eventsMax = 512

    package struct Event {
        package let token: UInt64
        package let readable: Bool
        package let writable: Bool
        /// The peer sent its last byte, or the socket failed.
        package let ended: Bool
    }

    private let fd: Int32
    private let events: UnsafeMutablePointer<epoll_event>

    package init() {
        fd = epoll_create1(Int32(EPOLL_CLOEXEC))
        precondition(fd >= 0, "epoll_create1: \(describe(errno))")
        events = UnsafeMutablePointer<epoll_event>.allocate(capacity: Self.eventsMax)
    }

    /// A connection: both directions, edge-triggered.
    package func add(connection: Int32, token: UInt64) {
        add(connection, EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue, token)
    }

    /// A listener, a signal descriptor or standard input: level-triggered, reading only. False when the descriptor cannot be polled (a file).
    @discardableResult
    package func add(source: Int32, token: UInt64) -> Bool {
        add(source, EPOLLIN.rawValue, token)
    }

    package func remove(_ descriptor: Int32) {
        epoll_ctl(fd, EPOLL_CTL_DEL, descriptor, nil)
    }

    @discardableResult
    private func add(_ descriptor: Int32, _ interest: UInt32, _ token: UInt64) -> Bool {
        var event = epoll_event()
        event.events = interest
        event.data.u64 = token
        return epoll_ctl(fd, EPOLL_CTL_ADD, descriptor, &event) == 0
    }

    /// Waits until something happens or `deadlineNs` (of `now()`) has come; returns the number of events for `event(_:)`.
    package func wait(deadlineNs: UInt64) -> Int {
        let time = now()
        let leftNs = deadlineNs > time ? deadlineNs - time : 0
        var timeout = timespec(tv_sec: Int(leftNs / 1_000_000_000), tv_nsec: Int(leftNs % 1_000_000_000))
        let count =
            deadlineNs == .max
            ? epoll_wait(fd, events, Int32(Self.eventsMax), -1) : epoll_pwait2(fd, events, Int32(Self.eventsMax), &timeout, nil)
        if count >= 0 { return Int(count) }
        precondition(errno == EINTR, "epoll: \(describe(errno))")
        return 0
    }

    package func event(_ index: Int) -> Event {
        let event = events[index]
        let ended = event.events & (EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0
        return Event(
            token: event.data.u64,
            readable: ended || event.events & EPOLLIN.rawValue != 0,
            writable: ended || event.events & EPOLLOUT.rawValue != 0,
            ended: ended)
    }
}

/// The monotonic clock, in nanoseconds.
package func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
}

/// A descriptor that reads the named signals, which are blocked from here on. SIGPIPE is ignored.
package func signalDescriptor(_ signals: [Int32]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    sigprocmask(SIG_BLOCK, &set, nil)
    return signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
}
