// What can be judged only when the whole head is there.
extension H1Parser {
    /// Form of the target, framing, persistence, upgrade. Nil if the request is good.
    static func finishRequest(_ head: inout MessageHead, _ base: UnsafeMutablePointer<UInt8>) -> H1Error? {
        @inline(__always) func refuse(_ kind: H1ErrorKind, _ status: UInt16 = 400, at slice: ByteSlice) -> H1Error {
            H1Error(kind, at: slice.base - UnsafePointer(base), status: status)
        }
        if head.target.base[0] != 0x2F || head.methodID == .connect {
            if let kind = checkTarget(&head) { return refuse(kind, at: head.target) }
        }

        let isHTTP11 = head.version.isAtLeast11
        if head.flags.contains(.hasTransferEncoding) {
            guard head.flags.contains(.chunkedLast) else { return refuse(.badTransferEncoding, at: head.target) }
            if head.flags.contains(.otherCoding) { return refuse(.unsupportedTransferEncoding, 422, at: head.target) }
            chooseChunked(&head, isHTTP11)
        } else if head.framing == .length(0) {
            head.framing = .none
        }
        if head.methodID == .connect {
            if head.framing != .none { return refuse(.connectWithBody, at: head.target) }
            head.delete(.contentLength)
        }
        if !isHTTP11, head.framing != .none, head.methodID == .get || head.methodID == .head || head.methodID == .delete {
            return refuse(.unexpectedBody, 413, at: head.target)
        }

        let upgrade: HeadFlags = [.connectionUpgrade, .upgradeHeader]
        if head.flags.isSuperset(of: upgrade) {
            head.flags.insert(.upgrade)
            if head.flags.contains(.webSocket), head.value(.secWebSocketKey)?.count != 24 {
                return refuse(.missingWebSocketKey, at: head.target)
            }
        } else if head.flags.contains(.upgradeHeader) {
            // An Upgrade that Connection does not name is not for this hop.
            head.delete(.upgrade)
        }
        if head.present & (1 &<< UInt64(KnownHeader.connection.rawValue)) != 0 {
            ConnectionOptions.mark(&head)
        }
        if head.flags.contains(.connectionClose) || !(isHTTP11 || head.flags.contains(.connectionKeepAlive)) { return nil }
        head.flags.insert(.keepAlive)
        return nil
    }

    /// Framing and persistence of a response to `request`. Nil if the response is good.
    static func finishResponse(_ head: inout MessageHead, _ request: RequestSummary) -> H1ErrorKind? {
        let isHTTP11 = head.version.isAtLeast11
        let status = head.status
        if head.flags.contains(.otherCoding) { return .unsupportedTransferEncoding }
        if head.flags.contains(.hasTransferEncoding) {
            chooseChunked(&head, isHTTP11)
        } else if !head.flags.contains(.hasContentLength) {
            head.framing = .untilClose
        }

        let isInformational = status >= 100 && status < 200
        if status == 101 || (request.method == .connect && status >= 200 && status < 300) {
            dropFraming(&head)
            head.framing = .tunnel
        } else if request.method == .head || isInformational || status == 204 || status == 304 {
            if isInformational || status == 204 { dropFraming(&head) }
            head.framing = .none
            head.flags.insert(isInformational ? .interim : .bodyless)
        } else if head.framing == .length(0) {
            head.framing = .none
        }
        if status == 101 {
            // A switch that the client did not ask for, or that is not said to be for this hop, would smuggle a tunnel past HTTP.
            guard request.flags.contains(.upgrade), head.flags.contains(.connectionUpgrade) else { return .unexpectedUpgrade }
            if head.flags.contains(.webSocket), head.find(HeaderName(literal: "sec-websocket-accept")) == nil {
                return .missingWebSocketKey
            }
        }
        if head.present & (1 &<< UInt64(KnownHeader.connection.rawValue)) != 0 {
            ConnectionOptions.mark(&head)
        }
        if head.framing != .untilClose, head.framing != .tunnel, !head.flags.contains(.connectionClose),
            isHTTP11 || head.flags.contains(.connectionKeepAlive)
        {
            head.flags.insert(.keepAlive)
        }
        return nil
    }

    /// Chunked wins over Content-Length; either that or chunked before HTTP/1.1 ends the connection after this message, because another
    /// hop may have read it differently (RFC 9112 section 6.1).
    private static func chooseChunked(_ head: inout MessageHead, _ isHTTP11: Bool) {
        head.framing = .chunked
        if head.flags.contains(.hasContentLength) {
            head.delete(.contentLength)
            head.flags.remove(.hasContentLength)
            head.flags.insert(.connectionClose)
        } else if !isHTTP11 {
            head.flags.insert(.connectionClose)
        }
    }

    private static func dropFraming(_ head: inout MessageHead) {
        head.delete(.transferEncoding)
        head.delete(.contentLength)
        head.flags.remove([.hasTransferEncoding, .hasContentLength])
    }

    /// Targets that are not a plain path, or come with CONNECT: form, characters, agreement with Host.
    private static func checkTarget(_ head: inout MessageHead) -> H1ErrorKind? {
        let target = head.target
        switch target.base[0] {
        case 0x2A:  // * : OPTIONS, and PRI of the HTTP/2 preface, which is an unknown method
            return target.count == 1 && (head.methodID == .options || head.methodID == .other) ? nil : .badTargetForm
        case 0x2F: return .badTargetForm  // CONNECT /path
        default: break
        }
        let parts = TargetParts(target)
        if Authority.isMalformed(parts.authority) { return .badTarget }
        let host = head.value(.host)
        if parts.scheme.isEmpty {
            guard head.methodID == .connect else { return .badTargetForm }
            let (uriHost, uriPort) = Authority.split(parts.authority)
            guard let uriPort, !uriPort.isEmpty else { return .badTargetForm }
            guard let host else { return nil }
            return checkConnectHost(&head, host, uriHost, uriPort)
        }
        guard head.methodID != .connect else { return .badTargetForm }
        head.flags.insert(.absoluteTarget)
        if let host, !Authority.agrees(host: host, authority: parts.authority, scheme: parts.scheme) { return .hostMismatch }
        normalize(&head, parts)
        return nil
    }

    /// Scheme-based normalisation (RFC 9110 section 4.2.3): the scheme's own port goes, an empty path becomes `/`, and Host follows.
    private static func normalize(_ head: inout MessageHead, _ parts: TargetParts) {
        var authority = parts.authority
        var changed = false
        let (host, port) = Authority.split(authority)
        if let port, Authority.isDefaultPort(port, scheme: parts.scheme) {
            authority = host
            changed = true
            // The path moves over the port, in the caller's mutable bytes; spaces where it ended keep the line what it was if parsed again.
            let gap = port.count &+ 1
            let to = UnsafeMutablePointer(mutating: host.end)
            to.update(from: parts.pathAndQuery.base, count: parts.pathAndQuery.count)
            (to + parts.pathAndQuery.count).update(repeating: 0x20, count: gap)
            head.target.count &-= gap
        }
        if parts.pathAndQuery.isEmpty, head.methodID != .options {
            head.flags.insert(.addsSlash)
            changed = true
        }
        if changed, let i = head.find(.host) {
            head.fields[i].value = authority.base
            head.fields[i].valueLength = UInt32(truncatingIfNeeded: authority.count)
            head.fields[i].flags.remove(.verbatim)
        }
    }

    /// Host beside CONNECT must be its target; a port that is anybody's default may be left out, and is.
    private static func checkConnectHost(
        _ head: inout MessageHead, _ host: ByteSlice, _ uriHost: ByteSlice, _ uriPort: ByteSlice
    ) -> H1ErrorKind? {
        let (name, port) = Authority.split(host)
        let isDefault = Authority.isDefaultPort(uriPort, scheme: .empty)
        guard let port, !port.isEmpty else {
            return isDefault && (port == nil ? host : name).equalsIgnoringCase(uriHost) ? nil : .hostMismatch
        }
        guard name.equalsIgnoringCase(uriHost), port.equals(uriPort) else { return .hostMismatch }
        if isDefault, let i = head.find(.host) {
            head.fields[i].valueLength = UInt32(truncatingIfNeeded: name.count)
            head.fields[i].flags.remove(.verbatim)
        }
        return nil
    }
}
