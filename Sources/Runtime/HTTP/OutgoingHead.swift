/// How a head is sent: what the writer says about the connection and the body, and what its sender must do after it.
///
/// Decided from the head as rules left it, before it is written. Follows HAProxy: each side's persistence is its own, so options that
/// one side sent say nothing to the other.
@frozen package struct OutgoingHead: Equatable, Sendable {
    @frozen package enum Connection: UInt8, Sendable {
        case none
        case keepAlive
        case close
    }

    /// The option written in a Connection header.
    package var connection: Connection
    /// The connection that the head is sent on ends after the message.
    package var close: Bool
    /// How the body must be framed behind the head.
    package var body: BodyFraming
    /// The body must not be sent: a rule removed the header that framed it, and the head says `content-length: 0`.
    package var dropsBody: Bool

    /// A request to a server. `close`: the proxy will not use the connection again.
    package static func request(_ head: MessageHead, close wantsClose: Bool) -> OutgoingHead {
        let options = connectionOptions(head)
        let isHTTP11 = head.version.isAtLeast11
        var out = OutgoingHead(connection: .none, close: wantsClose, body: head.framing, dropsBody: false)
        if head.framing != .none, frameHeaderWasRemoved(head) {
            out.body = .none
            out.dropsBody = true
        }
        if options.contains(.connectionClose) || (!isHTTP11 && out.body == .chunked) { out.close = true }
        if !options.contains(.connectionUpgrade) {
            if out.close {
                out.connection = isHTTP11 ? .close : .none
            } else {
                out.connection = isHTTP11 ? .none : .keepAlive
            }
        }
        return out
    }

    /// A response to a client, the answer to `request`. `close`: the proxy ends the client's connection after it.
    package static func response(_ head: MessageHead, to request: RequestSummary, close wantsClose: Bool) -> OutgoingHead {
        var out = OutgoingHead(connection: .none, close: false, body: head.framing, dropsBody: false)
        if head.framing == .tunnel || head.flags.contains(.interim) { return out }
        let options = connectionOptions(head)
        let isHTTP11 = head.version.isAtLeast11
        let endsByClose = head.framing == .untilClose || frameHeaderWasRemoved(head)
        if endsByClose, !head.flags.contains(.bodyless) { out.body = .untilClose }
        out.close =
            wantsClose || !request.flags.contains(.keepAlive) || options.contains(.connectionClose) || endsByClose
            || (!isHTTP11 && head.flags.contains(.hasTransferEncoding))
        if !options.contains(.connectionUpgrade) {
            if out.close {
                out.connection = isHTTP11 ? .close : .none
            } else {
                out.connection = isHTTP11 && request.version.isAtLeast11 ? .none : .keepAlive
            }
        }
        return out
    }

    /// A rule deleted the Content-Length or Transfer-Encoding that the message came with.
    private static func frameHeaderWasRemoved(_ head: MessageHead) -> Bool {
        (head.flags.contains(.hasContentLength) && head.find(.contentLength) == nil)
            || (head.flags.contains(.hasTransferEncoding) && head.find(.transferEncoding) == nil)
    }

    /// What the Connection lines say that are still there: everything in those that rules wrote, upgrade in the peer's.
    private static func connectionOptions(_ head: MessageHead) -> HeadFlags {
        var own: HeadFlags = []
        var peers: HeadFlags = []
        var from = 0
        while let i = head.find(.connection, from: from) {
            let f = head.fields[i]
            if f.flags.contains(.edited) {
                ConnectionOptions.note(f.valueBytes, into: &own)
            } else {
                ConnectionOptions.note(f.valueBytes, into: &peers)
            }
            from = i &+ 1
        }
        if !head.dropsConnectionUpgrade, peers.contains(.connectionUpgrade) { own.insert(.connectionUpgrade) }
        return own
    }
}
