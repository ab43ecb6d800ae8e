/// What conditions can ask about the program that reads the configuration (manual 2.4). It is declared, never looked up, so that the
/// same configuration gives the same result everywhere.
///
/// The default is HAProxy 3.4.0 for Linux with OpenSSL 3.0, PCRE2, Lua, zlib and the Prometheus exporter, without QUIC.
public struct BuildDescription: Sendable, Equatable {
    /// As `haproxy -v` prints it: `3.4.0`, `3.5-dev2`.
    public var version = "3.4.0"

    /// As `haproxy -vv` prints it: `+NAME` for what is built in, `-NAME` for what is not.
    public var features = """
        -51DEGREES +ACCEPT4 +ACME +BACKTRACE -CLOSEFROM +CPU_AFFINITY +CRYPT_H -DEVICEATLAS +DL -ECH -ENGINE +EPOLL -EVPORTS \
        +GETADDRINFO +HAVE_TCP_MD5SIG -KQUEUE +KTLS -LIBATOMIC +LIBCRYPT +LINUX_CAP +LINUX_SPLICE +LINUX_TPROXY +LUA +MATH \
        -MEMORY_PROFILING +NETFILTER +NS -OBSOLETE_LINKER +OPENSSL -OPENSSL_AWSLC -OPENSSL_WOLFSSL -OT -PCRE +PCRE2 +PCRE2_JIT \
        -PCRE_JIT +POLL +PRCTL -PROCCTL +PROMEX -PTHREAD_EMULATION -QUIC -QUIC_OPENSSL_COMPAT +RT +SHM_OPEN -SLZ +SSL \
        -STATIC_PCRE -STATIC_PCRE2 +TFO +THREAD +THREAD_DUMP +TPROXY +TRACE -WURFL +ZLIB
        """

    /// As the library prints itself; nil without one.
    public var sslLibrary: String? = "OpenSSL 3.0.22 25 Aug 2026"

    /// `OPENSSL_VERSION_NUMBER` of the headers it was built with; nil without OpenSSL. OpenSSL 3 counts its patch level in bits 4 to 11,
    /// where a condition's argument is put together in the way of OpenSSL 1, with the level in bits 12 to 19: compared with 3.0.x,
    /// every `3.0.y` from 3.0.1 on is the newer one. So does the reference.
    public var opensslVersionNumber: UInt32? = 0x3000_0160

    /// API number of AWS-LC; nil when it is another library.
    public var awslcApi: Int?

    /// Options of the running process, which `global` can change before a condition asks: the parser keeps it up to date.
    public var enabled: EnabledOptions = [.poll, .epoll, .splice, .getaddrinfo, .reuseport, .fastForward]

    public init() {}
}

/// What `enabled(...)` can ask for.
public struct EnabledOptions: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let poll = EnabledOptions(rawValue: 1 << 0)
    public static let epoll = EnabledOptions(rawValue: 1 << 1)
    public static let kqueue = EnabledOptions(rawValue: 1 << 2)
    public static let evports = EnabledOptions(rawValue: 1 << 3)
    public static let splice = EnabledOptions(rawValue: 1 << 4)
    public static let getaddrinfo = EnabledOptions(rawValue: 1 << 5)
    public static let reuseport = EnabledOptions(rawValue: 1 << 6)
    public static let fastForward = EnabledOptions(rawValue: 1 << 7)
    public static let serverSslVerifyNone = EnabledOptions(rawValue: 1 << 8)
}
