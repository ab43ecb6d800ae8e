import BenchSupport
import Glibc

/// What the judge needs of a response head.
struct Response {
    enum Parsed {
        case response(Response)
        case incomplete
        case malformed
    }

    var status = 0
    var headLength = 0
    /// The connection ends after this response, and the response says so.
    var announcesClose = false
    var framing = Body.Framing.untilClose
    /// The header that `mark` follows: where its value is in the bytes parsed; -1 when it is not there.
    var trackedOffset = -1
    var trackedLength = 0

    /// `tracked`: the name of the header that is followed, in lower case, or empty.
    static func parse(_ bytes: UnsafePointer<UInt8>, _ count: Int, toHead: Bool, tracked: [UInt8]) -> Parsed {
        var lines = HeadLines(bytes, count)
        var response = Response()
        switch lines.next() {
        case .incomplete: return count < Bounds.headBytesMax ? .incomplete : .malformed
        case .end, .bareNewline: return .malformed
        case .line(let line, let length):
            guard length >= 12, memcmp(line, "HTTP/1.", 7) == 0, line[8] == 32, let status = decimal(line + 9, 3) else { return .malformed }
            response.status = status
            response.announcesClose = line[7] == 48
        }
        var hasLength = false
        while true {
            switch lines.next() {
            case .end:
                response.headLength = lines.offset
                let isBodiless = toHead || response.status < 200 || response.status == 204 || response.status == 304
                if isBodiless { response.framing = .none }
                return .response(response)
            case .incomplete: return count < Bounds.headBytesMax ? .incomplete : .malformed
            case .bareNewline: return .malformed
            case .line(let line, let length):
                guard let header = Header(line, length) else { return .malformed }
                if !tracked.isEmpty, header.nameLength == tracked.count, isNamed(header, tracked) {
                    response.trackedOffset = header.value - bytes
                    response.trackedLength = header.valueLength
                }
                guard response.take(header, &hasLength) else { return .malformed }
            }
        }
    }

    private static func isNamed(_ header: Header, _ name: [UInt8]) -> Bool {
        for index in 0..<header.nameLength {
            let byte = header.name[index]
            if (byte >= 65 && byte <= 90 ? byte | 0x20 : byte) != name[index] { return false }
        }
        return true
    }

    /// False for what a proxy must never send: two lengths, a length beside chunks, an unknown coding.
    private mutating func take(_ header: Header, _ hasLength: inout Bool) -> Bool {
        switch header.nameLength {
        case 14 where header.isNamed("content-length"):
            guard !hasLength, let length = header.length else { return false }
            if case .chunked = framing { return false }
            hasLength = true
            framing = .length(length)
        case 17 where header.isNamed("transfer-encoding"):
            guard !hasLength, header.lists("chunked") else { return false }
            framing = .chunked
        case 10 where header.isNamed("connection"):
            if header.lists("close") { announcesClose = true }
            if header.lists("keep-alive") { announcesClose = false }
        default: break
        }
        return true
    }
}
