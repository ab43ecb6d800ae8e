import CLinux
import Glibc
import Plan

/// Opens the sockets of ``ListenSpec``s: bound, not listening (DESIGN section 7, prepare).
enum SocketBinder {
    struct Bound {
        let descriptor: Int32
        /// Where a unix socket stands until it is renamed to its path.
        let temporaryPath: [UInt8]?
    }

    /// A refusal is a reason that continues `cannot listen on ADDRESS: `.
    struct Refused: Error {
        let reason: String
        init(_ reason: String) { self.reason = reason }
        /// errno of `call`.
        init(call: String) { reason = SystemError(call).description }
    }

    /// `probing`: nothing of ours can hold the address, so whatever holds it is foreign.
    static func open(_ spec: ListenSpec, probing: Bool) -> Result<Bound, Refused> {
        switch spec.family {
        case .ipv4, .ipv6: openInternet(spec, probing: probing)
        case .unix: openUnix(spec)
        case .abstractUnix: openAbstract(spec)
        case .descriptor: adopt(spec)
        case .name, .none: .failure(Refused("a listening address has to be a number or a path"))
        }
    }

    // MARK: TCP

    private static func openInternet(_ spec: ListenSpec, probing: Bool) -> Result<Bound, Refused> {
        if probing {
            // Without SO_REUSEPORT: fails when anybody listens there, whatever their own options.
            switch internetSocket(spec, reusePort: false) {
            case .success(let descriptor): close(descriptor)
            case .failure(let refused): return .failure(refused)
            }
        }
        return internetSocket(spec, reusePort: true).map { Bound(descriptor: $0, temporaryPath: nil) }
    }

    private static func internetSocket(_ spec: ListenSpec, reusePort: Bool) -> Result<Int32, Refused> {
        let isIPv6 = spec.family == .ipv6
        let descriptor = socket(isIPv6 ? AF_INET6 : AF_INET, streamType, 0)
        guard descriptor >= 0 else { return .failure(Refused(call: "socket")) }
        var refused: Refused?
        func set(_ level: Int32, _ option: Int32, _ value: Int32, _ what: String) {
            var value = value
            if refused == nil, setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size)) != 0 {
                refused = Refused(call: what)
            }
        }
        let tcp = Int32(IPPROTO_TCP)
        set(SOL_SOCKET, SO_REUSEADDR, 1, "SO_REUSEADDR")
        if reusePort { set(SOL_SOCKET, SO_REUSEPORT, 1, "SO_REUSEPORT") }
        if isIPv6, spec.flags.contains(.v6only) { set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, 1, "v6only") }
        if isIPv6, spec.flags.contains(.v4v6) { set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, 0, "v4v6") }
        if spec.flags.contains(.transparent) {
            set(isIPv6 ? Int32(IPPROTO_IPV6) : Int32(IPPROTO_IP), isIPv6 ? IPV6_TRANSPARENT : IP_TRANSPARENT, 1, "transparent")
        }
        if spec.flags.contains(.deferAccept) { set(tcp, TCP_DEFER_ACCEPT, 1, "defer-accept") }
        if spec.flags.contains(.tfo), reusePort { set(tcp, TCP_FASTOPEN, Int32(clamping: spec.backlog), "tfo") }
        if refused == nil, !spec.interface.isEmpty {
            let result = spec.interface.withUnsafeBytes {
                setsockopt(descriptor, SOL_SOCKET, SO_BINDTODEVICE, $0.baseAddress, socklen_t($0.count))
            }
            if result != 0 { refused = Refused("interface \(String(decoding: spec.interface, as: UTF8.self)): \(SystemError("").message)") }
        }
        if refused == nil {
            var address = PeerAddress()
            address.family = isIPv6 ? 6 : 4
            address.port = UInt16(truncatingIfNeeded: spec.port)
            address.high = spec.high
            address.low = spec.low
            if bindSocket(descriptor, address, path: []) != 0 { refused = Refused(bindReason(errno, spec)) }
        }
        guard let refused else { return .success(descriptor) }
        close(descriptor)
        return .failure(refused)
    }

    private static func bindReason(_ code: Int32, _ spec: ListenSpec) -> String {
        switch code {
        case EADDRINUSE: "another process holds this address"
        case EADDRNOTAVAIL: "no interface of this machine has this address"
        case EACCES where spec.port < 1024: "permission denied (ports below 1024 need privileges or CAP_NET_BIND_SERVICE)"
        default: SystemError.message(code)
        }
    }

    // MARK: Unix

    private static func openUnix(_ spec: ListenSpec) -> Result<Bound, Refused> {
        let path = spec.path
        let temporary = path + [UInt8](".\(getpid()).tmp".utf8)
        guard !path.isEmpty, !path.contains(0) else { return .failure(Refused("this is not a path")) }
        guard temporary.count < MasterLimits.unixPathBytes else {
            return .failure(Refused("the path is too long: \(path.count) bytes, and \(MasterLimits.unixPathBytes - 12) are what fits"))
        }
        if let holder = holder(ofPath: path) { return .failure(holder) }
        let descriptor = socket(AF_UNIX, streamType, 0)
        guard descriptor >= 0 else { return .failure(Refused(call: "socket")) }
        withPath(temporary) { _ = unlink($0) }
        guard bindSocket(descriptor, PeerAddress(unixFamily: ()), path: temporary) == 0 else {
            let refused = Refused(SystemError("").message)
            close(descriptor)
            return .failure(refused)
        }
        if let refused = applyOwnership(spec, path: temporary) {
            withPath(temporary) { _ = unlink($0) }
            close(descriptor)
            return .failure(refused)
        }
        return .success(Bound(descriptor: descriptor, temporaryPath: temporary))
    }

    /// Mode and owner of a unix socket (manual section 5.1: mode, user, group, uid, gid).
    static func applyOwnership(_ spec: ListenSpec, path: [UInt8]) -> Refused? {
        var uid = spec.unixUID
        var gid = spec.unixGID
        if !spec.unixUser.isEmpty {
            guard let entry = getpwnam(String(decoding: spec.unixUser, as: UTF8.self)) else {
                return Refused("there is no user '\(String(decoding: spec.unixUser, as: UTF8.self))'")
            }
            uid = entry.pointee.pw_uid
        }
        if !spec.unixGroup.isEmpty {
            guard let entry = getgrnam(String(decoding: spec.unixGroup, as: UTF8.self)) else {
                return Refused("there is no group '\(String(decoding: spec.unixGroup, as: UTF8.self))'")
            }
            gid = entry.pointee.gr_gid
        }
        var refused: Refused?
        if uid != UInt32.max || gid != UInt32.max, withPath(path, { chown($0, uid, gid) }) != 0 { refused = Refused(call: "chown") }
        if refused == nil, spec.unixMode != UInt32.max, withPath(path, { chmod($0, spec.unixMode & 0o7777) }) != 0 {
            refused = Refused(call: "chmod")
        }
        return refused
    }

    /// A socket file that nobody listens on is stale and gets replaced; anything else at the path is somebody's.
    private static func holder(ofPath path: [UInt8]) -> Refused? {
        var status = stat()
        guard withPath(path, { lstat($0, &status) }) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFSOCK else { return Refused("a file that is no socket is in its place") }
        let probe = socket(AF_UNIX, streamType, 0)
        guard probe >= 0 else { return Refused(call: "socket") }
        defer { close(probe) }
        var storage = sockaddr_storage()
        let length = path.withUnsafeBytes { PeerAddress(unixFamily: ()).fill(&storage, path: $0) }
        let result = withUnsafePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(probe, $0, length) }
        }
        // A full queue (EAGAIN) has an owner too.
        return result == 0 || errno == EAGAIN ? Refused("another process listens there") : nil
    }

    private static func openAbstract(_ spec: ListenSpec) -> Result<Bound, Refused> {
        let descriptor = socket(AF_UNIX, streamType, 0)
        guard descriptor >= 0 else { return .failure(Refused(call: "socket")) }
        guard bindSocket(descriptor, PeerAddress(unixFamily: ()), path: [0] + spec.path) == 0 else {
            let refused = Refused(bindReason(errno, spec))
            close(descriptor)
            return .failure(refused)
        }
        return .success(Bound(descriptor: descriptor, temporaryPath: nil))
    }

    // MARK: Inherited

    private static func adopt(_ spec: ListenSpec) -> Result<Bound, Refused> {
        var type: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(Int32(truncatingIfNeeded: spec.port), SOL_SOCKET, SO_TYPE, &type, &length) == 0,
            type == Int32(SOCK_STREAM.rawValue)
        else { return .failure(Refused("the process that started this one passed no stream socket under that number")) }
        let descriptor = fcntl(Int32(truncatingIfNeeded: spec.port), F_DUPFD_CLOEXEC, 3)
        guard descriptor >= 0 else { return .failure(Refused(call: "fcntl")) }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        return .success(Bound(descriptor: descriptor, temporaryPath: nil))
    }

    // MARK: Helpers

    private static var streamType: Int32 { Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue) }

    private static func bindSocket(_ descriptor: Int32, _ address: PeerAddress, path: [UInt8]) -> Int32 {
        var storage = sockaddr_storage()
        let length = path.withUnsafeBytes { address.fill(&storage, path: $0) }
        guard length > 0 else {
            errno = EAFNOSUPPORT
            return -1
        }
        return withUnsafePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
    }

    @discardableResult
    static func withPath<Answer>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Answer) -> Answer {
        body(path.map { CChar(bitPattern: $0) } + [0])
    }
}

extension PeerAddress {
    init(unixFamily: Void) {
        self.init()
        family = 1
    }
}
