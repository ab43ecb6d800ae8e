/// The Connection header. The proxy understands close, keep-alive and upgrade, takes the first two out and says its own; it does not
/// remove the headers that other options name, because HAProxy does not.
package enum ConnectionOptions {
    /// Notes the options of one line in `flags`.
    static func note(_ value: ByteSlice, into flags: inout HeadFlags) {
        var from = 0
        while from < value.count {
            let end = listElementEnd(value, from: from)
            let option = value.slice(from, end).trimmed
            if option.equalsLowercase("close") {
                flags.insert(.connectionClose)
            } else if option.equalsLowercase("keep-alive") {
                flags.insert(.connectionKeepAlive)
            } else if option.equalsLowercase("upgrade") {
                flags.insert(.connectionUpgrade)
            }
            from = end &+ 1
        }
    }

    /// Takes close and keep-alive (and upgrade, if `dropUpgrade`) out of every Connection line of a parsed head, in place; lines that
    /// become empty are deleted.
    static func clean(_ head: inout MessageHead, dropUpgrade: Bool) {
        var from = 0
        while let i = head.find(.connection, from: from) {
            from = i &+ 1
            let value = head.fields[i].valueBytes
            // The parser was given mutable bytes, and nothing else points into this value.
            let p = UnsafeMutablePointer(mutating: value.base)
            let n = filter(value, dropUpgrade: dropUpgrade, into: p)
            if n == 0 {
                head.delete(at: i)
            } else if n != value.count {
                head.fields[i].valueLength = UInt32(truncatingIfNeeded: n)
                head.fields[i].flags.remove(.verbatim)
            }
        }
    }

    /// Writes the options that stay to `output`, which has room for `value.count` bytes and may be the value itself; returns their length.
    /// What precedes the first removed option is kept as it was written.
    static func filter(_ value: ByteSlice, dropUpgrade: Bool, into output: UnsafeMutablePointer<UInt8>) -> Int {
        ListFilter.filter(value, into: output) { option in
            option.equalsLowercase("close") || option.equalsLowercase("keep-alive") || (dropUpgrade && option.equalsLowercase("upgrade"))
        }
    }
}

/// The Upgrade header. Upgrades to HTTP/2 are not offered to servers: h2 and h2c are taken out.
enum UpgradeProtocols {
    /// Notes the protocols in the head's flags and takes h2 and h2c out, in place. False if nothing stays.
    static func note(_ field: inout HeaderField, _ head: inout MessageHead) -> Bool {
        let value = field.valueBytes
        var from = 0
        var drops = false
        while from < value.count {
            let end = listElementEnd(value, from: from)
            let name = value.slice(from, end).trimmed
            if name.equalsLowercase("websocket") { head.flags.insert(.webSocket) }
            if isHTTP2(name) { drops = true }
            from = end &+ 1
        }
        if drops {
            let n = filter(value, into: UnsafeMutablePointer(mutating: value.base))
            field.valueLength = UInt32(truncatingIfNeeded: n)
            field.flags.remove(.verbatim)
        }
        if field.valueLength == 0 { return false }
        head.flags.insert(.upgradeHeader)
        return true
    }

    static func filter(_ value: ByteSlice, into output: UnsafeMutablePointer<UInt8>) -> Int {
        ListFilter.filter(value, into: output, isHTTP2)
    }

    private static func isHTTP2(_ name: ByteSlice) -> Bool {
        name.equalsLowercase("h2c") || name.equalsLowercase("h2")
    }
}

enum ListFilter {
    /// Copies the elements of a list that `drop` does not want, joined with `,`; `output` may be the list's own bytes. Returns the length.
    /// As long as nothing was dropped, bytes are kept as written.
    @inline(__always)
    static func filter(_ value: ByteSlice, into output: UnsafeMutablePointer<UInt8>, _ drop: (ByteSlice) -> Bool) -> Int {
        var from = 0
        var length = 0
        var untouched = true
        while from < value.count {
            let end = listElementEnd(value, from: from)
            let element = value.slice(from, end).trimmed
            if drop(element) {
                untouched = false
            } else if untouched {
                output.update(from: value.base, count: end)
                length = end
            } else if !element.isEmpty {
                if length > 0 {
                    output[length] = 0x2C
                    length &+= 1
                }
                (output + length).update(from: element.base, count: element.count)
                length &+= element.count
            }
            from = end &+ 1
        }
        return length
    }
}
