import BenchSupport
import Glibc

/// What the origin needs of a request's head. Pointers are into the connection's input and last until it reads again.
struct Request {
    enum Method {
        case get
        case head
        case other
    }

    enum Parsed {
        case request(Request)
        case incomplete
        case malformed
    }

    var method = Method.other
    var path: UnsafePointer<UInt8>
    var pathLength = 0
    var headLength = 0
    var keepsAlive = true
    /// HTTP/1.0 peers cannot read chunks.
    var takesChunks = true
    var body = Body.Framing.none
    var expectsContinue = false
    /// The protocol of an `Upgrade` header that `Connection` names.
    var upgrade: (UnsafePointer<UInt8>, Int)?

    static func parse(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Parsed {
        var lines = HeadLines(bytes, count)
        guard case .line(let line, let length) = lines.next() else {
            return count < Bounds.headBytesMax && memchr(bytes, 10, count) == nil ? .incomplete : .malformed
        }
        guard var request = startLine(line, length) else { return .malformed }
        var upgradeNamed = false
        while true {
            switch lines.next() {
            case .end:
                request.headLength = lines.offset
                if !upgradeNamed { request.upgrade = nil }
                return .request(request)
            case .incomplete: return count < Bounds.headBytesMax ? .incomplete : .malformed
            case .bareNewline: return .malformed
            case .line(let line, let length):
                guard request.take(line, length, &upgradeNamed) else { return .malformed }
            }
        }
    }

    private static func startLine(_ line: UnsafePointer<UInt8>, _ length: Int) -> Request? {
        guard let space = memchr(line, 32, length)?.assumingMemoryBound(to: UInt8.self) else { return nil }
        let target = UnsafePointer(space) + 1
        let rest = length - (target - line)
        guard let second = memchr(target, 32, rest)?.assumingMemoryBound(to: UInt8.self) else { return nil }
        let targetLength = UnsafePointer(second) - target
        guard targetLength > 0, rest - targetLength == 9, memcmp(second, " HTTP/1.", 8) == 0 else { return nil }
        var request = Request(path: target)
        request.pathLength =
            memchr(target, 63, targetLength).map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - target } ?? targetLength
        if second[8] == 48 {
            request.keepsAlive = false
            request.takesChunks = false
        }
        switch target - line {
        case 4 where memcmp(line, "GET", 3) == 0: request.method = .get
        case 5 where memcmp(line, "HEAD", 4) == 0: request.method = .head
        default: break
        }
        return request
    }

    /// Looks only at headers whose first letter can matter: most lines cost one comparison.
    private mutating func take(_ line: UnsafePointer<UInt8>, _ length: Int, _ upgradeNamed: inout Bool) -> Bool {
        switch line[0] | 0x20 {
        case 0x63, 0x65, 0x74, 0x75: break  // c, e, t, u
        default: return true
        }
        guard let header = Header(line, length) else { return false }
        if header.isNamed("content-length") {
            guard let length = header.length else { return false }
            if case .chunked = body { return true }
            body = length == 0 ? .none : .length(length)
        } else if header.isNamed("transfer-encoding") {
            guard header.lists("chunked") else { return false }
            body = .chunked
        } else if header.isNamed("connection") {
            if header.lists("close") { keepsAlive = false }
            if header.lists("keep-alive") { keepsAlive = true }
            if header.lists("upgrade") { upgradeNamed = true }
        } else if header.isNamed("expect") {
            expectsContinue = header.lists("100-continue")
        } else if header.isNamed("upgrade") {
            upgrade = (header.value, header.valueLength)
        }
        return true
    }

    func isPath(_ text: StaticString) -> Bool {
        pathLength == text.utf8CodeUnitCount && memcmp(path, text.utf8Start, pathLength) == 0
    }

    /// The number after `prefix` in the path; nil when the path is another or no number follows.
    func number(after prefix: StaticString) -> Int? {
        let length = prefix.utf8CodeUnitCount
        guard pathLength > length, memcmp(path, prefix.utf8Start, length) == 0 else { return nil }
        return decimal(path + length, pathLength - length)
    }
}

/// Every bound of the origin.
enum Bounds {
    /// A request head: twice what proxies forward with their default buffers.
    static let headBytesMax = 32_768
    /// What one connection reads at once; grows when a head needs it.
    static let inputBytes = 16_384
    static let outputBytes = 4_096
    /// A request body that `/echo` keeps to send it back.
    static let echoBytesMax = 8 << 20
    /// A body up to this size is copied behind its head and sent in one call.
    static let copiedBodyBytesMax = 16_384
    /// One chunk of `/chunked/N`.
    static let chunkBytes = 16_384
    /// How long a closed connection waits for the peer's end, so that what it still sends causes no reset.
    static let lingerNs: UInt64 = 1_000_000_000
    /// Between two chunks of `/stream`.
    static let streamIntervalNs: UInt64 = 1_000_000_000
    /// Longest `/slow/MS`.
    static let slowMsMax = 3_600_000
}
