/// Whose lines are parsed: decides status codes and which values are looked into.
enum FieldSection {
    case request
    case response
    case requestTrailer
    case responseTrailer

    @inline(__always) var isResponse: Bool { self == .response || self == .responseTrailer }
    @inline(__always) var isTrailer: Bool { self == .requestTrailer || self == .responseTrailer }
}

/// Header and trailer lines (RFC 9112 section 5), with bare LF and folded lines as HAProxy takes them.
enum FieldParser {
    /// Parses lines from `p` to and with the empty line, appending to `head`. On success `p` is behind it.
    @inline(__always)
    static func parse(
        _ p: inout UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, _ base: UnsafeMutablePointer<UInt8>,
        _ head: inout MessageHead, _ section: FieldSection, _ error: inout H1Error
    ) -> Progress {
        @inline(__always) func bad(_ kind: H1ErrorKind, _ at: UnsafePointer<UInt8>) -> Progress {
            error.kind = kind
            error.offset = UInt32(truncatingIfNeeded: at - UnsafePointer(base))
            return .bad
        }
        let token = H1Grammar.tokenLower
        let fields = head.fields
        let limit = min(head.capacity, HTTPLimits.headerFields)
        var count = head.count
        var present = head.present

        while true {
            guard p < end else { return .more }
            if isEndOfLine(p[0]) { break }

            // Name, to lower case.
            let name = p
            while true {
                let lower = token[Int(p[0])]
                if lower == 0 { break }
                p[0] = lower
                p += 1
                guard p < end else { return .more }
            }
            let nameLength = p - name
            guard p[0] == 0x3A, nameLength > 0 else { return bad(.badHeaderName, p) }
            p += 1
            guard p < end else { return .more }

            // Value. One space and CRLF around it make the line one that can be copied whole.
            var verbatim = p[0] == 0x20
            if verbatim {
                p += 1
                guard p < end else { return .more }
            }
            while H1Grammar.isSpaceOrTab(p[0]) {
                verbatim = false
                p += 1
                guard p < end else { return .more }
            }
            let value = p
            var valueEnd = p
            lines: while true {
                scan: while true {
                    H1Grammar.skipValueBytes(&p, end)
                    guard p < end else { return .more }
                    switch p[0] {
                    case 0x0A, 0x0D: break scan
                    case 0x00: return bad(.badHeaderValue, p)
                    default: p += 1
                    }
                }
                valueEnd = p
                if p[0] == 0x0D {
                    p += 1
                    guard p < end else { return .more }
                    guard p[0] == 0x0A else { return bad(.bareCarriageReturn, p) }
                } else {
                    verbatim = false
                }
                p += 1
                // The first byte of the next line tells whether this one goes on.
                guard p < end else { return .more }
                if !H1Grammar.isSpaceOrTab(p[0]) { break lines }
                verbatim = false
                var fill = valueEnd
                while fill < p {
                    fill[0] = 0x20
                    fill += 1
                }
            }
            var valueStart = value
            while valueEnd > valueStart, isLinearSpace(valueEnd[-1]) {
                verbatim = false
                valueEnd -= 1
            }
            while valueStart < valueEnd, isLinearSpace(valueStart[0]) {
                verbatim = false
                valueStart += 1
            }

            guard count < limit else { return bad(.tooManyHeaders, name) }
            guard nameLength <= HTTPLimits.headerNameBytes else { return bad(.headerNameTooLong, name) }
            let id = KnownHeader(lowercase: name, count: nameLength)
            fields[count] = HeaderField(
                name: name, nameLength: nameLength, value: valueStart, valueLength: valueEnd - valueStart, id: id,
                flags: verbatim ? [.verbatim] : [])
            if id.rawValue &- 1 < KnownHeader.lastInspected {
                head.count = count
                head.present = present
                switch inspect(id, &fields[count], &head, section, &error, base) {
                case .keep: break
                case .drop: continue
                case .refuse: return .bad
                }
            }
            present |= 1 &<< UInt64(id.rawValue)
            count &+= 1
        }
        if p[0] == 0x0D {
            p += 1
            guard p < end else { return .more }
            guard p[0] == 0x0A else { return bad(.bareCarriageReturn, p) }
        }
        p += 1
        head.count = count
        head.present = present
        return .ok
    }

    private enum Verdict {
        case keep
        case drop
        case refuse
    }

    /// Looks into the headers that say how the message is framed and routed.
    @inline(never)
    private static func inspect(
        _ id: KnownHeader, _ field: inout HeaderField, _ head: inout MessageHead, _ section: FieldSection, _ error: inout H1Error,
        _ base: UnsafeMutablePointer<UInt8>
    ) -> Verdict {
        let value = field.valueBytes
        @inline(__always) func refuse(_ kind: H1ErrorKind) -> Verdict {
            error.kind = kind
            error.offset = UInt32(truncatingIfNeeded: value.base - UnsafePointer(base))
            return .refuse
        }
        if section.isTrailer { return inspectTrailer(id, section) }
        switch id {
        case .host:
            if section.isResponse { return .keep }
            if let i = head.find(.host) {
                return head.fields[i].valueBytes.equalsIgnoringCase(value) ? .drop : refuse(.hostMismatch)
            }
            if Authority.isMalformed(value) { return refuse(.badHost) }
            head.flags.insert(.hasHost)
        case .contentLength:
            var length: UInt64 = 0
            if case .length(let n) = head.framing { length = n }
            let seen = head.flags.contains(.hasContentLength)
            guard let digits = ContentLength.parse(value, seen: seen, &length) else { return refuse(.badContentLength) }
            if seen { return .drop }
            if digits.count != value.count {
                field.value = digits.base
                field.valueLength = UInt32(truncatingIfNeeded: digits.count)
                field.flags.remove(.verbatim)
            }
            head.flags.insert(.hasContentLength)
            head.framing = .length(length)
        case .transferEncoding:
            if !TransferEncoding.note(value, &head) { return refuse(.badTransferEncoding) }
        case .connection:
            ConnectionOptions.note(value, into: &head.flags)
        case .upgrade:
            if UpgradeProtocols.note(&field, &head) == false { return .drop }
        case .expect:
            if value.equalsLowercase("100-continue") { head.flags.insert(.expectContinue) }
        default: break
        }
        return .keep
    }

    /// Trailers that would change framing or routing if somebody merged them into the head.
    private static func inspectTrailer(_ id: KnownHeader, _ section: FieldSection) -> Verdict {
        switch id {
        case .host, .contentLength, .transferEncoding, .connection: section.isResponse ? .keep : .drop
        default: .keep
        }
    }
}
