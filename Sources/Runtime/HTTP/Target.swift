/// The parts of a request target (RFC 9112 section 3.2), found when asked for.
extension MessageHead {
    /// From the path on, with the query: `/path?query`. Empty for `*` and for CONNECT.
    package var pathAndQuery: ByteSlice {
        flags.contains(.addsSlash) ? ByteSlice("/") : TargetParts(target).pathAndQuery
    }

    /// Without the query. Empty for `*` and for CONNECT.
    package var path: ByteSlice {
        let whole = pathAndQuery
        guard let q = whole.firstIndex(of: 0x3F) else { return whole }
        return whole.slice(0, q)
    }

    /// What follows the first `?`; empty if there is none.
    package var query: ByteSlice {
        let whole = pathAndQuery
        guard let q = whole.firstIndex(of: 0x3F) else { return .empty }
        return whole.slice(q &+ 1, whole.count)
    }

    /// The authority of an absolute target, or CONNECT's target; empty otherwise.
    package var authority: ByteSlice { TargetParts(target).authority }

    /// Exchanges the target. `target` must live until the head is written.
    package mutating func replaceTarget(_ target: ByteSlice) {
        self.target = target
        flags.remove([.absoluteTarget, .addsSlash])
        if !TargetParts(target).scheme.isEmpty { flags.insert(.absoluteTarget) }
    }
}

/// A target taken apart once.
@frozen package struct TargetParts {
    /// With `://`; empty if there is none.
    package var scheme: ByteSlice
    /// Without user information.
    package var authority: ByteSlice
    package var pathAndQuery: ByteSlice

    package init(_ target: ByteSlice) {
        scheme = .empty
        authority = .empty
        pathAndQuery = .empty
        guard target.count > 0 else { return }
        if target.base[0] == 0x2F {
            pathAndQuery = target
            return
        }
        if target.base[0] == 0x2A { return }
        let schemeEnd = TargetParts.schemeEnd(target)
        scheme = target.slice(0, schemeEnd)
        var start = schemeEnd
        var i = schemeEnd
        while i < target.count, target.base[i] != 0x2F {
            if target.base[i] == 0x40 { start = i &+ 1 }
            i &+= 1
        }
        authority = target.slice(start, i)
        // Without a scheme the target is an authority and nothing else.
        if schemeEnd > 0 { pathAndQuery = target.slice(i, target.count) }
    }

    /// Offset behind `scheme://`, or 0.
    private static func schemeEnd(_ target: ByteSlice) -> Int {
        let p = target.base
        guard H1Grammar.isAlpha(p[0]) else { return 0 }
        var i = 1
        while i < target.count, H1Grammar.isAlpha(p[i]) || H1Grammar.isDigit(p[i]) || p[i] == 0x2B || p[i] == 0x2D || p[i] == 0x2E {
            i &+= 1
        }
        guard i &+ 2 < target.count, p[i] == 0x3A, p[i &+ 1] == 0x2F, p[i &+ 2] == 0x2F else {
            // `scheme://` and nothing else has an empty authority.
            return i &+ 3 == target.count && p[i] == 0x3A && p[i &+ 1] == 0x2F && p[i &+ 2] == 0x2F ? i &+ 3 : 0
        }
        return i &+ 3
    }
}

/// Authorities and the Host header's value, `host[:port]`.
enum Authority {
    /// Whether there is a byte that must not stand in an authority, or brackets that do not make an IP literal.
    static func isMalformed(_ value: ByteSlice) -> Bool {
        var open = false
        var i = 0
        while i < value.count {
            let c = value.base[i]
            switch c {
            case 0x5B:  // [
                if i != 0 { return true }
                open = true
            case 0x5D:  // ]
                guard i &+ 1 == value.count || value.base[i &+ 1] == 0x3A else { return true }
                open.toggle()
            case 0x2C, 0x23, 0x2F, 0x3F, 0x40, 0x5C: return true  // , # / ? @ \
            default: if c &- 0x21 > 0x5D { return true }
            }
            i &+= 1
        }
        return open
    }

    /// The host, and the port if a colon and nothing but digits follow it: empty after a lone colon, nil without one.
    static func split(_ value: ByteSlice) -> (host: ByteSlice, port: ByteSlice?) {
        var i = value.count
        while i > 0, H1Grammar.isDigit(value.base[i &- 1]) { i &-= 1 }
        guard i > 0, value.base[i &- 1] == 0x3A else { return (value, nil) }
        return (value.slice(0, i &- 1), value.slice(i, value.count))
    }

    /// Whether `port` is what `scheme` (with `://`; empty: either) means without one. An empty port is.
    static func isDefaultPort(_ port: ByteSlice, scheme: ByteSlice) -> Bool {
        if port.isEmpty { return true }
        if port.equals("80") { return scheme.isEmpty || scheme.equalsLowercase("http://") }
        if port.equals("443") { return scheme.isEmpty || scheme.equalsLowercase("https://") }
        return false
    }

    /// Whether a Host header agrees with an absolute target's authority: the same, or the same but for the scheme's own port on one side.
    static func agrees(host: ByteSlice, authority: ByteSlice, scheme: ByteSlice) -> Bool {
        if host.equalsIgnoringCase(authority) { return true }
        let a = split(authority)
        let h = split(host)
        if a.port == nil, h.port == nil { return false }
        if let port = a.port, !isDefaultPort(port, scheme: scheme) { return false }
        if let port = h.port, !isDefaultPort(port, scheme: scheme) { return false }
        return a.host.equalsIgnoringCase(h.host)
    }
}
