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

    /// Deletes the Connection lines of a parsed head of which nothing stays, and marks those that are written in part. The bytes are left
    /// alone, so that the head can be parsed again.
    static func mark(_ head: inout MessageHead) {
        let dropsUpgrade = head.dropsConnectionUpgrade
        var from = 0
        while let i = head.find(.connection, from: from) {
            from = i &+ 1
            let kept = ListFilter.count(head.fields[i].valueBytes) { isOwn($0, dropsUpgrade) }
            if kept.stay == 0 {
                head.delete(at: i)
            } else if kept.drop > 0 || kept.ragged {
                head.fields[i].flags.remove(.verbatim)
                head.fields[i].flags.insert(.filtered)
            }
        }
    }

    /// Writes the options that stay to `output`, which has room for `value.count` bytes; returns their length.
    /// What precedes the first removed option is kept as it was written.
    static func filter(_ value: ByteSlice, dropUpgrade: Bool, into output: UnsafeMutablePointer<UInt8>) -> Int {
        ListFilter.filter(value, into: output) { isOwn($0, dropUpgrade) }
    }

    private static func isOwn(_ option: ByteSlice, _ upgradeToo: Bool) -> Bool {
        option.equalsLowercase("close") || option.equalsLowercase("keep-alive") || (upgradeToo && option.equalsLowercase("upgrade"))
    }
}

/// The Upgrade header. Upgrades to HTTP/2 are not offered to servers: h2 and h2c are taken out.
enum UpgradeProtocols {
    /// Notes the protocols in the head's flags; marks the line if h2 or h2c must be left out of it. False if nothing stays.
    static func note(_ field: inout HeaderField, _ head: inout MessageHead) -> Bool {
        let value = field.valueBytes
        let kept = ListFilter.count(value) { name in
            if name.equalsLowercase("websocket") { head.flags.insert(.webSocket) }
            return isHTTP2(name)
        }
        if kept.stay == 0 { return false }
        if kept.drop > 0 || kept.ragged {
            field.flags.remove(.verbatim)
            field.flags.insert(.filtered)
        }
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
    /// How many elements stay and go; `ragged` if the list ends with a comma, which is not written.
    @inline(__always)
    static func count(_ value: ByteSlice, _ drop: (ByteSlice) -> Bool) -> (stay: Int, drop: Int, ragged: Bool) {
        var result = (stay: 0, drop: 0, ragged: false)
        var from = 0
        while from < value.count {
            let end = listElementEnd(value, from: from)
            let element = value.slice(from, end).trimmed
            if drop(element) {
                result.drop &+= 1
            } else if !element.isEmpty {
                result.stay &+= 1
            }
            result.ragged = end &+ 1 == value.count
            from = end &+ 1
        }
        return result
    }

    /// Copies the elements of a list that `drop` does not want, joined with `,`. Returns the length.
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
        // Empty elements at the end say nothing.
        while length > 0, output[length &- 1] == 0x2C || isLinearSpace(output[length &- 1]) { length &-= 1 }
        return length
    }
}

extension MessageHead {
    /// Connection's upgrade is not passed on: a request that does not ask for one that the proxy lets through.
    @inline(__always) var dropsConnectionUpgrade: Bool { flags.isDisjoint(with: [.response, .upgrade]) }
}
