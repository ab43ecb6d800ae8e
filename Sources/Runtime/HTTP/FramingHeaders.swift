/// Content-Length (RFC 9112 section 6.2), read as HAProxy reads it.
enum ContentLength {
    /// The digits of `value` without leading zeros, and their value in `length`. Lists of equal numbers are one number. Nil if the value
    /// is empty, not a number, too large, or differs from an earlier one (`seen`, in `length`).
    static func parse(_ value: ByteSlice, seen: Bool, _ length: inout UInt64) -> ByteSlice? {
        var hasPrevious = seen
        var digits = ByteSlice.empty
        var i = 0
        while true {
            while i < value.count, isLinearSpace(value.base[i]) { i &+= 1 }
            var start = i
            var n: UInt64 = 0
            while i < value.count, H1Grammar.isDigit(value.base[i]) {
                if n == 0 { start = i }
                let (m, overflow) = n.multipliedReportingOverflow(by: 10)
                let (sum, overflow2) = m.addingReportingOverflow(UInt64(value.base[i] &- 0x30))
                if overflow || overflow2 { return nil }
                n = sum
                i &+= 1
            }
            guard i > start else { return nil }
            digits = value.slice(start, i)
            while i < value.count, isLinearSpace(value.base[i]) { i &+= 1 }
            if hasPrevious, n != length { return nil }
            length = n
            if i == value.count { return digits }
            guard value.base[i] == 0x2C else { return nil }
            i &+= 1
            hasPrevious = true
        }
    }
}

/// Transfer-Encoding (RFC 9112 section 6.1). Only chunked is understood.
enum TransferEncoding {
    /// Notes the codings of one line in the head's flags. False if the line is empty or has an empty element, if chunked comes twice, or,
    /// in a request, if something follows chunked.
    static func note(_ value: ByteSlice, _ head: inout MessageHead) -> Bool {
        head.flags.insert(.hasTransferEncoding)
        var from = 0
        while true {
            let end = listElementEnd(value, from: from)
            let coding = value.slice(from, end).trimmed
            if coding.isEmpty { return false }
            head.flags.remove(.chunkedLast)
            if coding.equalsLowercase("chunked") {
                if head.flags.contains(.chunkedSeen) { return false }
                head.flags.insert([.chunkedSeen, .chunkedLast])
            } else {
                if head.flags.contains(.chunkedSeen), !head.flags.contains(.response) { return false }
                head.flags.insert(.otherCoding)
            }
            if end == value.count { return true }
            from = end &+ 1
        }
    }
}
