import CLinux
import Glibc

/// Sockets as these programs use them: non-blocking, close-on-exec, EINTR retried, errors as `errno` values.
package enum Sockets {
    /// The kernel cuts it to `net.core.somaxconn`.
    private static let backlog: Int32 = 4096

    /// What a call on a stream socket came to.
    package enum Transfer {
        case bytes(Int)
        case wouldBlock
        /// The peer has sent its last byte.
        case end
        case failed(Int32)
    }

    /// A listening socket, or nil and `errno`.
    package static func listen(_ address: Address) -> Int32? {
        let fd = open(address)
        guard fd >= 0 else { return nil }
        set(fd, SOL_SOCKET, SO_REUSEADDR)
        if !address.path.isEmpty { unlink(address.path) }
        let bound = address.withSocketAddress { bind(fd, $0, $1) }
        guard bound == 0, Glibc.listen(fd, backlog) == 0 else {
            let reason = errno
            close(fd)
            errno = reason
            return nil
        }
        return fd
    }

    /// The port a TCP listener got when it asked for 0.
    package static func localPort(_ fd: Int32) -> UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(fd, $0, &length) }
        }
        // sin_port and sin6_port share their offset.
        return result == 0 ? UInt16(bigEndian: address.sin_port) : 0
    }

    /// Starts connecting: the socket and 0 when connected, EINPROGRESS when on its way, or -1 and the reason.
    package static func connect(_ address: Address) -> (fd: Int32, error: Int32) {
        let fd = open(address)
        guard fd >= 0 else { return (-1, errno) }
        if address.family != AF_UNIX { set(fd, Int32(IPPROTO_TCP), TCP_NODELAY) }
        let result = address.withSocketAddress { Glibc.connect(fd, $0, $1) }
        if result == 0 { return (fd, 0) }
        let reason = errno
        if reason == EINPROGRESS { return (fd, EINPROGRESS) }
        close(fd)
        return (-1, reason)
    }

    /// The next connection of a listener; nil when there is none, or at an error that `errno` names.
    package static func accept(_ listener: Int32, tcp: Bool) -> Int32? {
        while true {
            let fd = baton_accept4(listener, nil, nil, Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
            if fd >= 0 {
                if tcp { set(fd, Int32(IPPROTO_TCP), TCP_NODELAY) }
                return fd
            }
            if errno == EINTR || errno == ECONNABORTED { continue }
            return nil
        }
    }

    package static func receive(_ fd: Int32, _ target: UnsafeMutablePointer<UInt8>, _ room: Int) -> Transfer {
        while true {
            let count = recv(fd, target, room, 0)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .end }
            switch errno {
            case EINTR: continue
            case EAGAIN: return .wouldBlock
            case let reason: return .failed(reason)
            }
        }
    }

    /// `more` tells the kernel that another piece follows at once.
    package static func send(_ fd: Int32, _ source: UnsafePointer<UInt8>, _ count: Int, more: Bool = false) -> Transfer {
        let flags = Int32(MSG_NOSIGNAL) | (more ? Int32(MSG_MORE) : 0)
        while true {
            let sent = Glibc.send(fd, source, count, flags)
            if sent >= 0 { return .bytes(sent) }
            switch errno {
            case EINTR: continue
            case EAGAIN: return .wouldBlock
            case let reason: return .failed(reason)
            }
        }
    }

    /// The error a connect or an EPOLLERR left behind; 0 for none.
    package static func pendingError(_ fd: Int32) -> Int32 {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(fd, SOL_SOCKET, SO_ERROR, &value, &length) == 0 ? value : errno
    }

    /// Closes with a reset instead of an end.
    package static func reset(_ fd: Int32) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        close(fd)
    }

    private static func open(_ address: Address) -> Int32 {
        socket(address.family, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
    }

    private static func set(_ fd: Int32, _ level: Int32, _ option: Int32) {
        var on: Int32 = 1
        setsockopt(fd, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }
}

/// The text of an `errno` value.
package func describe(_ error: Int32) -> String {
    String(cString: strerror(error))
}
