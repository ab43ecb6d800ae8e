/// Writes heads and chunk framing as HTTP/1.1 bytes: header names in lower case, one space after the colon, CRLF, as HAProxy writes them.
///
/// Every function returns the number of bytes written, or nil, with nothing to be kept of `output`, if they might not fit.
package enum H1Writer {
    /// A request head towards a server. Sends the version it came with, at most 1.1.
    package static func writeRequestHead(
        _ head: MessageHead, _ out: OutgoingHead, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Int? {
        guard let base = output.baseAddress, bound(head) <= output.count else { return nil }
        var c = Cursor(p: base)
        c.put(head.method)
        c.put(0x20)
        if head.flags.contains(.absoluteTarget) { putAbsoluteTarget(head, &c) } else { c.put(head.target) }
        c.put(0x20)
        c.putVersion(head.version)
        c.putLineEnd()
        writeFields(head, out, &c)
        if out.dropsBody { c.put(ByteSlice("content-length: 0\r\n")) }
        writeTail(head, out, &c)
        return c.p - base
    }

    /// A response head towards a client.
    package static func writeResponseHead(
        _ head: MessageHead, _ out: OutgoingHead, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Int? {
        guard let base = output.baseAddress, bound(head) <= output.count else { return nil }
        var c = Cursor(p: base)
        c.putVersion(head.version)
        c.put(0x20)
        if head.method.isEmpty { c.putDecimal(UInt64(head.status), atLeast: 3) } else { c.put(head.method) }
        c.put(0x20)
        c.put(head.reason.isEmpty ? ByteSlice(ReasonPhrase.of(head.status)) : head.reason)
        c.putLineEnd()
        writeFields(head, out, &c)
        writeTail(head, out, &c)
        return c.p - base
    }

    /// Enough bytes for the head with anything that is added to it.
    package static func bound(_ head: MessageHead) -> Int {
        // Version, status, the longest reason, connection, content-length, transfer-encoding, the empty line.
        var n = head.method.count &+ head.target.count &+ head.reason.count &+ 192
        if head.flags.contains(.absoluteTarget), let host = head.value(.host) { n &+= host.count }
        var i = 0
        while i < head.count {
            let f = head.fields[i]
            // ": " and CRLF; 20 is the most that a rule's own framing value is replaced by.
            n &+= Int(f.nameLength) &+ Int(f.valueLength) &+ (f.flags.contains(.edited) ? 24 : 4)
            i &+= 1
        }
        return n
    }

    /// `HTTP/1.1 100 Continue`, which the proxy sends itself when it wants the body before a server is chosen.
    package static let continueResponse: StaticString = "HTTP/1.1 100 Continue\r\n\r\n"

    /// `size CRLF` in front of `count` bytes of body, which must be followed by CRLF (``writeChunkEnd``).
    package static func writeChunkHeader(_ count: UInt64, into output: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        guard let base = output.baseAddress, output.count >= 18 else { return nil }
        var c = Cursor(p: base)
        c.putHex(count)
        c.putLineEnd()
        return c.p - base
    }

    package static let chunkEnd: StaticString = "\r\n"
    /// The end of a chunked body without trailers.
    package static let lastChunk: StaticString = "0\r\n\r\n"

    /// The last chunk with the lines of `head` as trailers, and the empty line.
    package static func writeLastChunk(trailers head: MessageHead, into output: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        guard let base = output.baseAddress, bound(head) <= output.count else { return nil }
        var c = Cursor(p: base)
        c.put(ByteSlice("0\r\n"))
        var i = 0
        while i < head.count {
            let f = head.fields[i]
            if !f.isDeleted { c.putLine(f) }
            i &+= 1
        }
        c.putLineEnd()
        return c.p - base
    }

    /// Header lines. Neighbours that need nothing done to them are copied in one piece.
    @inline(__always)
    private static func writeFields(_ head: MessageHead, _ out: OutgoingHead, _ c: inout Cursor) {
        let fields = head.fields
        let count = head.count
        // One bit test a line tells the few names that are looked into.
        let special: UInt64 =
            1 << UInt64(KnownHeader.connection.rawValue) | 1 << UInt64(KnownHeader.upgrade.rawValue) | 1 << UInt64(KnownHeader.te.rawValue)
            | 1 << UInt64(KnownHeader.contentLength.rawValue) | 1 << UInt64(KnownHeader.transferEncoding.rawValue)
        var wroteFraming = false
        var i = 0
        while i < count {
            let f = fields[i]
            if f.isDeleted {
                i &+= 1
                continue
            }
            if special & (1 &<< UInt64(f.idRaw)) != 0, writeSpecial(f, head, out, &wroteFraming, &c) {
                i &+= 1
                continue
            }
            guard f.flags.rawValue & HeaderFieldFlags.verbatim.rawValue != 0 else {
                c.putLine(f)
                i &+= 1
                continue
            }
            var end = f.value + Int(f.valueLength) + 2
            i &+= 1
            while i < count {
                let g = fields[i]
                guard g.name == end, g.flags.rawValue == HeaderFieldFlags.verbatim.rawValue, special & (1 &<< UInt64(g.idRaw)) == 0 else {
                    break
                }
                end = g.value + Int(g.valueLength) + 2
                i &+= 1
            }
            c.put(ByteSlice(f.name, end - f.name))
        }
    }

    /// Writes or skips a line of a header that the proxy has a say in. False: it goes as it is.
    @inline(never)
    private static func writeSpecial(
        _ f: HeaderField, _ head: MessageHead, _ out: OutgoingHead, _ wroteFraming: inout Bool, _ c: inout Cursor
    ) -> Bool {
        let isEdited = f.flags.contains(.edited)
        switch f.id {
        case .connection:
            guard isEdited || f.flags.contains(.filtered) else { return false }
            let dropsUpgrade = !isEdited && head.dropsConnectionUpgrade
            c.putFiltered(f) { ConnectionOptions.filter($0, dropUpgrade: dropsUpgrade, into: $1) }
            return true
        case .upgrade:
            guard isEdited || f.flags.contains(.filtered) else { return false }
            c.putFiltered(f) { UpgradeProtocols.filter($0, into: $1) }
            return true
        case .te:
            // RFC 9110 section 10.1.4: what a server may use on this hop is what this proxy can pass on.
            if TrailersOption.isPresent(f.valueBytes) { c.put(ByteSlice("te: trailers\r\n")) }
            return true
        case .contentLength:
            if out.dropsBody { return true }
            guard isEdited else { return false }
            switch out.body {
            case .length(let n):
                if !wroteFraming {
                    wroteFraming = true
                    c.put(ByteSlice("content-length: "))
                    c.putDecimal(n)
                    c.putLineEnd()
                }
                return true
            case .none: return !head.flags.contains(.bodyless)
            default: return true
            }
        case .transferEncoding:
            let describes = out.body == .chunked || (head.flags.isSuperset(of: [.bodyless, .hasTransferEncoding]))
            if describes, !wroteFraming {
                wroteFraming = true
                c.put(ByteSlice("transfer-encoding: chunked\r\n"))
            }
            return true
        default: return false
        }
    }

    /// A target with an authority: that of a Host header that a rule wrote, because the two must agree.
    @inline(never)
    private static func putAbsoluteTarget(_ head: MessageHead, _ c: inout Cursor) {
        let target = head.target
        let authority = TargetParts(target).authority
        if let i = head.find(.host), head.fields[i].flags.contains(.edited), !authority.isEmpty {
            let from = authority.base - target.base
            c.put(target.slice(0, from))
            c.put(head.fields[i].valueBytes)
            c.put(target.slice(from &+ authority.count, target.count))
        } else {
            c.put(target)
        }
        if head.flags.contains(.addsSlash) { c.put(0x2F) }
    }

    /// What the proxy says itself, then the empty line.
    @inline(__always)
    private static func writeTail(_ head: MessageHead, _ out: OutgoingHead, _ c: inout Cursor) {
        switch out.connection {
        case .none: break
        case .keepAlive: c.put(ByteSlice("connection: keep-alive\r\n"))
        case .close: c.put(ByteSlice("connection: close\r\n"))
        }
        switch out.body {
        case .length(let n) where !head.flags.contains(.hasContentLength) && head.find(.contentLength) == nil:
            c.put(ByteSlice("content-length: "))
            c.putDecimal(n)
            c.putLineEnd()
        case .none where saysEmpty(head):
            c.put(ByteSlice("content-length: 0\r\n"))
        case .chunked where !head.flags.contains(.hasTransferEncoding) && head.find(.transferEncoding) == nil:
            c.put(ByteSlice("transfer-encoding: chunked\r\n"))
        default: break
        }
        c.putLineEnd()
    }

    /// A response that could have a body, has none, and does not say so yet: one that the proxy made.
    private static func saysEmpty(_ head: MessageHead) -> Bool {
        guard head.flags.contains(.response), head.flags.isDisjoint(with: [.bodyless, .interim, .hasContentLength]) else { return false }
        return head.status >= 200 && head.status != 204 && head.status != 304 && head.find(.contentLength) == nil
    }
}

/// TE: only `trailers` is passed on.
enum TrailersOption {
    /// As HAProxy finds it: `trailers` anywhere in the value, in lower case, followed by the end or a comma.
    static func isPresent(_ value: ByteSlice) -> Bool {
        let word: StaticString = "trailers"
        var i = 0
        while i &+ 8 <= value.count {
            if value.slice(i, i &+ 8).equals(word) { return i &+ 8 == value.count || value.base[i &+ 8] == 0x2C }
            i &+= 1
        }
        return false
    }
}
