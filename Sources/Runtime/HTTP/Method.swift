/// The methods that HAProxy knows by number (manual, fetch `method`). Names are case-sensitive (RFC 9110 section 9.1).
@frozen package enum Method: UInt8, Sendable {
    case options = 0
    case get = 1
    case head = 2
    case post = 3
    case put = 4
    case delete = 5
    case trace = 6
    case connect = 7
    case other = 8

    package init(_ name: ByteSlice) {
        let p = name.base
        switch name.count {
        case 3:
            if p[0] == 0x47 {
                self = p[1] == 0x45 && p[2] == 0x54 ? .get : .other
            } else {
                self = p[0] == 0x50 && p[1] == 0x55 && p[2] == 0x54 ? .put : .other
            }
        case 4: self = name.equals("POST") ? .post : name.equals("HEAD") ? .head : .other
        case 5: self = name.equals("TRACE") ? .trace : .other
        case 6: self = name.equals("DELETE") ? .delete : .other
        case 7: self = name.equals("OPTIONS") ? .options : name.equals("CONNECT") ? .connect : .other
        default: self = .other
        }
    }

    /// The name; empty for ``other``.
    package var name: StaticString {
        switch self {
        case .options: "OPTIONS"
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .delete: "DELETE"
        case .trace: "TRACE"
        case .connect: "CONNECT"
        case .other: ""
        }
    }
}

extension ByteSlice {
    @inline(__always) func equals(_ literal: StaticString) -> Bool { equals(ByteSlice(literal)) }
}
