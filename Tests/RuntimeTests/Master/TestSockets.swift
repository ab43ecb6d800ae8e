import Glibc
import Plan
import Testing

@testable import Runtime

/// Sockets of tests: on 127.0.0.1, with ports that the kernel chose.
enum TestSocket {
    static func address(_ port: UInt16) -> PeerAddress { PeerAddress(ipv4: 127, 0, 0, 1, port: port) }

    private static func withAddress(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var storage = sockaddr_storage()
        let length = address(port).fill(&storage, path: UnsafeRawBufferPointer(start: nil, count: 0))
        return withUnsafePointer(to: &storage) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) } }
    }

    private static func make() throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        try #require(descriptor >= 0)
        return descriptor
    }

    /// Bound, with SO_REUSEADDR, and with SO_REUSEPORT where asked.
    static func bound(port: UInt16 = 0, reusePort: Bool = false) throws -> Int32 {
        let descriptor = try make()
        var one: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, 4)
        if reusePort { setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &one, 4) }
        try #require(withAddress(port) { bind(descriptor, $0, $1) } == 0)
        return descriptor
    }

    static func listening(reusePort: Bool = false) throws -> Int32 {
        let descriptor = try bound(reusePort: reusePort)
        try #require(listen(descriptor, 16) == 0)
        return descriptor
    }

    static func port(_ descriptor: Int32) -> UInt16 {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        _ = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return PeerAddress(&storage).port
    }

    /// A port that was free a moment ago.
    static func freePort() throws -> UInt16 {
        let descriptor = try bound()
        defer { close(descriptor) }
        return port(descriptor)
    }

    /// A connection, or the errno. Loopback answers at once.
    static func connect(_ port: UInt16) throws -> Result<Int32, SystemError> {
        let descriptor = try make()
        _ = withAddress(port) { Glibc.connect(descriptor, $0, $1) }
        return finish(descriptor)
    }

    static func connect(path: String) throws -> Result<Int32, SystemError> {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try #require(descriptor >= 0)
        var storage = sockaddr_storage()
        let length = [UInt8](path.utf8).withUnsafeBytes { PeerAddress(unixFamily: ()).fill(&storage, path: $0) }
        let result = withUnsafePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, length) }
        }
        if result == 0 { return .success(descriptor) }
        let error = SystemError("connect")
        close(descriptor)
        return .failure(error)
    }

    private static func finish(_ descriptor: Int32) -> Result<Int32, SystemError> {
        var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        var code: Int32 = ETIMEDOUT
        if poll(&polled, 1, 5000) == 1 {
            var length = socklen_t(4)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
        }
        if code == 0 { return .success(descriptor) }
        close(descriptor)
        return .failure(SystemError("connect", code: code))
    }

    /// Whether a new client is refused. Leaves no connection.
    static func isRefused(_ port: UInt16) throws -> Bool {
        switch try connect(port) {
        case .success(let descriptor):
            close(descriptor)
            return false
        case .failure(let error): return error.code == ECONNREFUSED
        }
    }

    /// A queued connection is taken and closed.
    static func accepts(_ listener: Int32) -> Bool {
        guard isReadable(listener) else { return false }
        let client = accept(listener, nil, nil)
        if client >= 0 { close(client) }
        return client >= 0
    }

    /// Both descriptors are the same open file, by its number in the kernel.
    static func isSame(_ a: Int32, _ b: Int32) -> Bool {
        var first = stat()
        var second = stat()
        return fstat(a, &first) == 0 && fstat(b, &second) == 0 && first.st_ino == second.st_ino && first.st_dev == second.st_dev
    }
}

extension ListenSpec {
    /// 127.0.0.1; port 0: any, under a key of its own.
    init(loopback port: UInt16, key: String? = nil) {
        self.init()
        self.key = [UInt8]((key ?? "ipv4:127.0.0.1:\(port)").utf8)
        family = .ipv4
        self.port = UInt32(port)
        high = PeerAddress(ipv4: 127, 0, 0, 1, port: 0).high
    }
}
