/// A request's or response's start line and header lines, whatever the protocol version it came in.
///
/// One head is allocated per loop (or per stream that must keep one) and filled again for each message; nothing in it owns bytes.
/// All slices point into the buffer that was parsed or into an arena, so they are valid during the event that parsed them.
package struct MessageHead {
    /// `count` rows in the order received, then added; deleted rows stay as holes. See ``HeaderEdits``.
    package var fields: UnsafeMutablePointer<HeaderField>
    package var count: Int
    package var capacity: Int

    /// Bit `id` is set if a header of that ``KnownHeader`` may be present; clear means certainly not.
    package var present: UInt64

    /// The request's method as written; in a response the status code as written.
    package var method: ByteSlice
    /// The request target as written. Parts: ``path``, ``query``, ``authority``.
    package var target: ByteSlice
    /// The response's reason phrase; may be empty.
    package var reason: ByteSlice

    package var framing: BodyFraming
    package var flags: HeadFlags
    /// The response's status, 0 to 999; 0 in a request.
    package var status: UInt16
    package var version: HTTPVersion
    package var methodID: Method

    /// `fields` is room for `capacity` rows; the caller keeps and frees it.
    package init(fields: UnsafeMutablePointer<HeaderField>, capacity: Int) {
        self.fields = fields
        self.capacity = capacity
        count = 0
        present = 0
        method = .empty
        target = .empty
        reason = .empty
        framing = .none
        flags = []
        status = 0
        version = .http11
        methodID = .other
    }

    /// A head with room of its own, ``HTTPLimits/fieldCapacity`` rows; ``deallocate()`` frees it.
    package static func allocate() -> MessageHead {
        let capacity = HTTPLimits.fieldCapacity
        return MessageHead(fields: .allocate(capacity: capacity), capacity: capacity)
    }

    package func deallocate() { fields.deallocate() }

    /// Empties the head for another message.
    @inline(__always) package mutating func reset() {
        count = 0
        present = 0
        method = .empty
        target = .empty
        reason = .empty
        framing = .none
        flags = []
        status = 0
        version = .http11
        methodID = .other
    }

    /// What a stream has to remember of a request when its head is gone.
    @inline(__always) package var summary: RequestSummary {
        RequestSummary(method: methodID, version: version, flags: flags)
    }

    /// The peer's connection can carry another message after this one.
    @inline(__always) package var keepAlive: Bool { flags.contains(.keepAlive) }
}

/// Facts about a message that its headers say.
@frozen package struct HeadFlags: OptionSet, Sendable {
    package let rawValue: UInt32
    @inline(__always) package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static var response: HeadFlags { .init(rawValue: 1 << 0) }
    /// The connection it came on stays usable after it, by version, Connection and framing.
    package static var keepAlive: HeadFlags { .init(rawValue: 1 << 1) }
    /// `Connection: close`, or framing that forbids going on (Content-Length beside chunked, chunked in HTTP/1.0).
    package static var connectionClose: HeadFlags { .init(rawValue: 1 << 2) }
    /// `Connection: keep-alive`
    package static var connectionKeepAlive: HeadFlags { .init(rawValue: 1 << 3) }
    /// `Connection: upgrade`
    package static var connectionUpgrade: HeadFlags { .init(rawValue: 1 << 4) }
    /// An Upgrade header with something else than h2 or h2c.
    package static var upgradeHeader: HeadFlags { .init(rawValue: 1 << 5) }
    /// A request that asks for an upgrade: both of the above.
    package static var upgrade: HeadFlags { .init(rawValue: 1 << 6) }
    package static var webSocket: HeadFlags { .init(rawValue: 1 << 7) }
    /// `Expect: 100-continue`
    package static var expectContinue: HeadFlags { .init(rawValue: 1 << 8) }
    package static var hasHost: HeadFlags { .init(rawValue: 1 << 9) }
    package static var hasContentLength: HeadFlags { .init(rawValue: 1 << 10) }
    /// Transfer-Encoding is present; a parsed head that has it is chunked.
    package static var hasTransferEncoding: HeadFlags { .init(rawValue: 1 << 11) }
    /// The target has a scheme and an authority.
    package static var absoluteTarget: HeadFlags { .init(rawValue: 1 << 12) }
    /// A 1xx answer that another one follows: any but 101.
    package static var interim: HeadFlags { .init(rawValue: 1 << 13) }
    /// A response without a body because of its status or the request's method; its Content-Length or chunked describes nothing.
    package static var bodyless: HeadFlags { .init(rawValue: 1 << 14) }
    /// An absolute target without a path: `/` is written behind it.
    package static var addsSlash: HeadFlags { .init(rawValue: 1 << 15) }
    /// Parser's own: chunked was seen; it was the last coding so far; another coding was seen.
    static var chunkedSeen: HeadFlags { .init(rawValue: 1 << 16) }
    static var chunkedLast: HeadFlags { .init(rawValue: 1 << 17) }
    static var otherCoding: HeadFlags { .init(rawValue: 1 << 18) }
}

/// 8 bytes that outlive a request's head.
@frozen package struct RequestSummary: Sendable {
    package var method: Method
    package var version: HTTPVersion
    package var flags: HeadFlags

    @inline(__always) package init(method: Method, version: HTTPVersion, flags: HeadFlags) {
        self.method = method
        self.version = version
        self.flags = flags
    }
}
