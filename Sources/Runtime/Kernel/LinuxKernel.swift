import CLinux
import Glibc

/// The real kernel: epoll, non-blocking sockets. One per loop; holds the loop's epoll descriptor.
package struct LinuxKernel: Kernel {
    private let epoll: Int32
    private let raw: UnsafeMutablePointer<epoll_event>
    private static let capacity = 512

    /// Nil when the process is out of descriptors.
    package init?() {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { return nil }
        raw = .allocate(capacity: LinuxKernel.capacity)
    }

    package func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(bitPattern: Int64(time.tv_sec)) &* 1_000_000_000 &+ UInt64(bitPattern: Int64(time.tv_nsec))
    }

    package func wallClock() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) &* 1_000_000 &+ Int64(time.tv_nsec) / 1000
    }

    // MARK: Readiness

    package func poll(_ events: UnsafeMutablePointer<PollEvent>, capacity: Int, timeoutMs: Int32) -> Int {
        let count = epoll_wait(epoll, raw, Int32(min(capacity, LinuxKernel.capacity)), timeoutMs)
        guard count > 0 else { return 0 }
        for i in 0..<Int(count) {
            let bits = raw[i].events
            let broken = bits & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0
            events[i] = PollEvent(
                token: raw[i].data.u64,
                readable: bits & EPOLLIN.rawValue != 0 || broken,
                writable: bits & EPOLLOUT.rawValue != 0 || broken,
                hangup: bits & EPOLLRDHUP.rawValue != 0 || broken)
        }
        return Int(count)
    }

    private func add(_ descriptor: Int32, _ bits: UInt32, _ token: UInt64) -> Int32 {
        var event = epoll_event()
        event.events = bits
        event.data.u64 = token
        return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : -errno
    }

    package func watchConnection(_ descriptor: Int32, token: UInt64) -> Int32 {
        add(descriptor, EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | baton_epoll_edge_triggered, token)
    }

    package func watchListener(_ descriptor: Int32, token: UInt64) -> Int32 {
        add(descriptor, EPOLLIN.rawValue | baton_epoll_exclusive, token)
    }

    package func unwatch(_ descriptor: Int32) {
        var event = epoll_event()
        _ = epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, &event)
    }

    package func makeWaker(token: UInt64) -> Int32 {
        let waker = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard waker >= 0 else { return -errno }
        let result = add(waker, EPOLLIN.rawValue, token)
        return result == 0 ? waker : result
    }

    package func wake(_ waker: Int32) {
        var one: UInt64 = 1
        _ = Glibc.write(waker, &one, 8)
    }

    package func drainWaker(_ waker: Int32) {
        var count: UInt64 = 0
        _ = Glibc.read(waker, &count, 8)
    }

    // MARK: Connections

    package func accept(_ listener: Int32, peer: UnsafeMutablePointer<PeerAddress>) -> Int32 {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        while true {
            let descriptor = withUnsafeMutablePointer(to: &storage) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    baton_accept4(listener, $0, &length, Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
                }
            }
            if descriptor >= 0 {
                peer.pointee = PeerAddress(&storage)
                return descriptor
            }
            if errno != EINTR { return -errno }
        }
    }

    package func connect(_ address: PeerAddress, path: UnsafeRawBufferPointer, options: SocketOptions) -> Int32 {
        var storage = sockaddr_storage()
        let length = address.fill(&storage, path: path)
        guard length > 0 else { return -EAFNOSUPPORT }
        let descriptor = socket(
            Int32(storage.ss_family), Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return -errno }
        setOptions(descriptor, options)
        let result = withUnsafePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, length) }
        }
        if result == 0 || errno == EINPROGRESS || errno == EINTR { return descriptor }
        let failure = -errno
        _ = Glibc.close(descriptor)
        return failure
    }

    package func connectResult(_ descriptor: Int32) -> Int32 {
        var failure: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failure, &length) == 0 else { return -errno }
        return -failure
    }

    package func localAddress(_ descriptor: Int32) -> PeerAddress {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return result == 0 ? PeerAddress(&storage) : PeerAddress()
    }

    package func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
        while true {
            let result = recv(descriptor, buffer, count, 0)
            if result >= 0 { return result }
            if errno != EINTR { return -Int(errno) }
        }
    }

    package func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int, more: Bool) -> Int {
        let flags = Int32(MSG_NOSIGNAL) | (more ? Int32(MSG_MORE) : 0)
        while true {
            let result = send(descriptor, buffer, count, flags)
            if result >= 0 { return result }
            if errno != EINTR { return -Int(errno) }
        }
    }

    package func writev(_ descriptor: Int32, _ pieces: UnsafePointer<IOPiece>, _ count: Int, more: Bool) -> Int {
        var message = msghdr()
        message.msg_iov = UnsafeMutableRawPointer(mutating: pieces).assumingMemoryBound(to: iovec.self)
        message.msg_iovlen = count
        let flags = Int32(MSG_NOSIGNAL) | (more ? Int32(MSG_MORE) : 0)
        while true {
            let result = sendmsg(descriptor, &message, flags)
            if result >= 0 { return result }
            if errno != EINTR { return -Int(errno) }
        }
    }

    package func shutdownWrite(_ descriptor: Int32) { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    package func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

    package func closeWithReset(_ descriptor: Int32) {
        setOptions(descriptor, .lingerZero)
        _ = Glibc.close(descriptor)
    }

    package func setOptions(_ descriptor: Int32, _ options: SocketOptions) {
        var one: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        if options.contains(.noDelay) { _ = setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, size) }
        if options.contains(.keepAlive) { _ = setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &one, size) }
        if options.contains(.lingerZero) {
            var value = linger(l_onoff: 1, l_linger: 0)
            _ = setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &value, socklen_t(MemoryLayout<linger>.size))
        }
    }

    // MARK: Datagrams

    package func datagramSocket(family: UInt8) -> Int32 {
        let domain = family == 4 ? AF_INET : family == 6 ? AF_INET6 : AF_UNIX
        let descriptor = socket(domain, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
        return descriptor >= 0 ? descriptor : -errno
    }

    package func sendDatagram(
        _ descriptor: Int32, to address: PeerAddress, path: UnsafeRawBufferPointer, _ bytes: UnsafeRawBufferPointer
    ) -> Int {
        var storage = sockaddr_storage()
        let length = address.fill(&storage, path: path)
        guard length > 0 else { return -Int(EAFNOSUPPORT) }
        let result = withUnsafePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT), $0, length)
            }
        }
        return result >= 0 ? result : -Int(errno)
    }
}
