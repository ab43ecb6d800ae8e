/// Headers that the proxy or its rules meet often, by number: a comparison of two bytes instead of two names.
///
/// Numbers fit the bits of ``MessageHead/present`` and are not stored anywhere.
@frozen package enum KnownHeader: UInt8, Sendable, CaseIterable {
    case other = 0

    // Those that the parser itself looks into.
    case host = 1
    case connection = 2
    case contentLength = 3
    case transferEncoding = 4
    case expect = 5
    case upgrade = 6
    case secWebSocketKey = 7

    // The rest.
    case te = 8
    case trailer = 9
    case keepAlive = 10
    case proxyConnection = 11
    case cookie = 12
    case setCookie = 13
    case xForwardedFor = 14
    case xForwardedProto = 15
    case xForwardedHost = 16
    case xForwardedPort = 17
    case forwarded = 18
    case via = 19
    case xRealIP = 20
    case xRequestID = 21
    case date = 22
    case server = 23
    case location = 24
    case contentType = 25
    case contentEncoding = 26
    case contentLanguage = 27
    case contentRange = 28
    case contentDisposition = 29
    case cacheControl = 30
    case pragma = 31
    case expires = 32
    case age = 33
    case etag = 34
    case lastModified = 35
    case vary = 36
    case allow = 37
    case retryAfter = 38
    case acceptRanges = 39
    case accept = 40
    case acceptEncoding = 41
    case acceptLanguage = 42
    case acceptCharset = 43
    case userAgent = 44
    case referer = 45
    case origin = 46
    case authorization = 47
    case range = 48
    case from = 49
    case ifNoneMatch = 50
    case ifModifiedSince = 51
    case ifMatch = 52
    case ifRange = 53
    case ifUnmodifiedSince = 54
    case maxForwards = 55
    case wwwAuthenticate = 56
    case proxyAuthenticate = 57
    case proxyAuthorization = 58
    case strictTransportSecurity = 59
    case upgradeInsecureRequests = 60

    /// The parser looks into the values of headers up to this number.
    @inline(__always) static var lastInspected: UInt8 { KnownHeader.secWebSocketKey.rawValue }

    /// The header called `name`, in any case.
    package init(name: ByteSlice) {
        guard name.count <= 32 else {
            self = .other
            return
        }
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { room in
            guard let p = room.baseAddress else { return .other }
            var i = 0
            while i < name.count {
                p[i] = asciiLower(name.base[i])
                i &+= 1
            }
            return KnownHeader(lowercase: p, count: name.count)
        }
    }

    /// The header called by `count` bytes at `name`, which are in lower case.
    @inline(__always) init(lowercase name: UnsafePointer<UInt8>, count: Int) {
        switch count {
        case 2:
            if same(name, "te") {
                self = .te
            } else {
                self = .other
            }
        case 3:
            if same(name, "via") {
                self = .via
            } else if same(name, "age") {
                self = .age
            } else {
                self = .other
            }
        case 4:
            if same(name, "host") {
                self = .host
            } else if same(name, "date") {
                self = .date
            } else if same(name, "etag") {
                self = .etag
            } else if same(name, "vary") {
                self = .vary
            } else if same(name, "from") {
                self = .from
            } else {
                self = .other
            }
        case 5:
            if same(name, "allow") {
                self = .allow
            } else if same(name, "range") {
                self = .range
            } else {
                self = .other
            }
        case 6:
            if same(name, "expect") {
                self = .expect
            } else if same(name, "cookie") {
                self = .cookie
            } else if same(name, "server") {
                self = .server
            } else if same(name, "pragma") {
                self = .pragma
            } else if same(name, "accept") {
                self = .accept
            } else if same(name, "origin") {
                self = .origin
            } else {
                self = .other
            }
        case 7:
            if same(name, "upgrade") {
                self = .upgrade
            } else if same(name, "trailer") {
                self = .trailer
            } else if same(name, "expires") {
                self = .expires
            } else if same(name, "referer") {
                self = .referer
            } else {
                self = .other
            }
        case 8:
            if same(name, "location") {
                self = .location
            } else if same(name, "if-match") {
                self = .ifMatch
            } else if same(name, "if-range") {
                self = .ifRange
            } else {
                self = .other
            }
        case 9:
            if same(name, "forwarded") {
                self = .forwarded
            } else if same(name, "x-real-ip") {
                self = .xRealIP
            } else {
                self = .other
            }
        case 10:
            if same(name, "connection") {
                self = .connection
            } else if same(name, "keep-alive") {
                self = .keepAlive
            } else if same(name, "set-cookie") {
                self = .setCookie
            } else if same(name, "user-agent") {
                self = .userAgent
            } else {
                self = .other
            }
        case 11:
            if same(name, "retry-after") {
                self = .retryAfter
            } else {
                self = .other
            }
        case 12:
            if same(name, "x-request-id") {
                self = .xRequestID
            } else if same(name, "content-type") {
                self = .contentType
            } else if same(name, "max-forwards") {
                self = .maxForwards
            } else {
                self = .other
            }
        case 13:
            if same(name, "content-range") {
                self = .contentRange
            } else if same(name, "cache-control") {
                self = .cacheControl
            } else if same(name, "last-modified") {
                self = .lastModified
            } else if same(name, "accept-ranges") {
                self = .acceptRanges
            } else if same(name, "authorization") {
                self = .authorization
            } else if same(name, "if-none-match") {
                self = .ifNoneMatch
            } else {
                self = .other
            }
        case 14:
            if same(name, "content-length") {
                self = .contentLength
            } else if same(name, "accept-charset") {
                self = .acceptCharset
            } else {
                self = .other
            }
        case 15:
            if same(name, "x-forwarded-for") {
                self = .xForwardedFor
            } else if same(name, "accept-encoding") {
                self = .acceptEncoding
            } else if same(name, "accept-language") {
                self = .acceptLanguage
            } else {
                self = .other
            }
        case 16:
            if same(name, "proxy-connection") {
                self = .proxyConnection
            } else if same(name, "x-forwarded-host") {
                self = .xForwardedHost
            } else if same(name, "x-forwarded-port") {
                self = .xForwardedPort
            } else if same(name, "content-encoding") {
                self = .contentEncoding
            } else if same(name, "content-language") {
                self = .contentLanguage
            } else if same(name, "www-authenticate") {
                self = .wwwAuthenticate
            } else {
                self = .other
            }
        case 17:
            if same(name, "transfer-encoding") {
                self = .transferEncoding
            } else if same(name, "sec-websocket-key") {
                self = .secWebSocketKey
            } else if same(name, "x-forwarded-proto") {
                self = .xForwardedProto
            } else if same(name, "if-modified-since") {
                self = .ifModifiedSince
            } else {
                self = .other
            }
        case 18:
            if same(name, "proxy-authenticate") {
                self = .proxyAuthenticate
            } else {
                self = .other
            }
        case 19:
            if same(name, "content-disposition") {
                self = .contentDisposition
            } else if same(name, "if-unmodified-since") {
                self = .ifUnmodifiedSince
            } else if same(name, "proxy-authorization") {
                self = .proxyAuthorization
            } else {
                self = .other
            }
        case 25:
            if same(name, "strict-transport-security") {
                self = .strictTransportSecurity
            } else if same(name, "upgrade-insecure-requests") {
                self = .upgradeInsecureRequests
            } else {
                self = .other
            }
        default: self = .other
        }
    }

    /// In lower case; empty for ``other``.
    package var name: StaticString {
        switch self {
        case .other: ""
        case .host: "host"
        case .connection: "connection"
        case .contentLength: "content-length"
        case .transferEncoding: "transfer-encoding"
        case .expect: "expect"
        case .upgrade: "upgrade"
        case .secWebSocketKey: "sec-websocket-key"
        case .te: "te"
        case .trailer: "trailer"
        case .keepAlive: "keep-alive"
        case .proxyConnection: "proxy-connection"
        case .cookie: "cookie"
        case .setCookie: "set-cookie"
        case .xForwardedFor: "x-forwarded-for"
        case .xForwardedProto: "x-forwarded-proto"
        case .xForwardedHost: "x-forwarded-host"
        case .xForwardedPort: "x-forwarded-port"
        case .forwarded: "forwarded"
        case .via: "via"
        case .xRealIP: "x-real-ip"
        case .xRequestID: "x-request-id"
        case .date: "date"
        case .server: "server"
        case .location: "location"
        case .contentType: "content-type"
        case .contentEncoding: "content-encoding"
        case .contentLanguage: "content-language"
        case .contentRange: "content-range"
        case .contentDisposition: "content-disposition"
        case .cacheControl: "cache-control"
        case .pragma: "pragma"
        case .expires: "expires"
        case .age: "age"
        case .etag: "etag"
        case .lastModified: "last-modified"
        case .vary: "vary"
        case .allow: "allow"
        case .retryAfter: "retry-after"
        case .acceptRanges: "accept-ranges"
        case .accept: "accept"
        case .acceptEncoding: "accept-encoding"
        case .acceptLanguage: "accept-language"
        case .acceptCharset: "accept-charset"
        case .userAgent: "user-agent"
        case .referer: "referer"
        case .origin: "origin"
        case .authorization: "authorization"
        case .range: "range"
        case .from: "from"
        case .ifNoneMatch: "if-none-match"
        case .ifModifiedSince: "if-modified-since"
        case .ifMatch: "if-match"
        case .ifRange: "if-range"
        case .ifUnmodifiedSince: "if-unmodified-since"
        case .maxForwards: "max-forwards"
        case .wwwAuthenticate: "www-authenticate"
        case .proxyAuthenticate: "proxy-authenticate"
        case .proxyAuthorization: "proxy-authorization"
        case .strictTransportSecurity: "strict-transport-security"
        case .upgradeInsecureRequests: "upgrade-insecure-requests"
        }
    }
}

/// Whether the bytes at `p` are `literal`, whose length must be that of the bytes. Whole words: the literal's are constants.
@inline(__always) private func same(_ p: UnsafePointer<UInt8>, _ literal: StaticString) -> Bool {
    let n = literal.utf8CodeUnitCount
    let a = UnsafeRawPointer(p)
    let b = UnsafeRawPointer(literal.utf8Start)
    if n >= 8 {
        var i = 0
        while i &+ 8 <= n {
            if a.loadUnaligned(fromByteOffset: i, as: UInt64.self) != b.loadUnaligned(fromByteOffset: i, as: UInt64.self) { return false }
            i &+= 8
        }
        return a.loadUnaligned(fromByteOffset: n &- 8, as: UInt64.self) == b.loadUnaligned(fromByteOffset: n &- 8, as: UInt64.self)
    }
    if n >= 4 {
        return a.loadUnaligned(as: UInt32.self) == b.loadUnaligned(as: UInt32.self)
            && a.loadUnaligned(fromByteOffset: n &- 4, as: UInt32.self) == b.loadUnaligned(fromByteOffset: n &- 4, as: UInt32.self)
    }
    var i = 0
    while i < n {
        if p[i] != literal.utf8Start[i] { return false }
        i &+= 1
    }
    return true
}
