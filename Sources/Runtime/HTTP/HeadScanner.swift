/// Says whether an incomplete head is worth parsing again, so that a sender of single bytes costs O(n) and not O(n^2).
///
/// Looks at each byte once. One scanner per connection that waits for a head; reset it for each message.
package struct HeadScanner {
    /// Bytes already looked at.
    package private(set) var scanned: UInt32 = 0
    private var attempts: UInt8 = 0
    /// The last byte that is not CR was LF.
    private var afterLineFeed = false

    package init() {}

    @inline(__always) package mutating func reset() { self = HeadScanner() }

    /// Call after an incomplete result with the bytes that were parsed.
    @inline(__always) package mutating func parsed(_ count: Int) {
        if attempts < HTTPLimits.headRetries { attempts &+= 1 }
        if scanned > UInt32(truncatingIfNeeded: count) { scanned = UInt32(truncatingIfNeeded: count) }
    }

    /// Whether `bytes`, the whole head so far, deserve another attempt: at first; when a line or the head ended; when a byte came that no
    /// head may contain. After many attempts only the end of the head counts.
    package mutating func shouldParse(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let p = bytes.baseAddress else { return false }
        let isFirst = scanned == 0
        var result = isFirst
        var i = Int(scanned)
        var after = afterLineFeed
        while i < bytes.count {
            let c = p[i]
            if c == 0x0A {
                if after || attempts < HTTPLimits.headRetries { result = true }
                after = true
            } else if c != 0x0D {
                if c == 0 { result = true }
                after = false
            }
            i &+= 1
        }
        afterLineFeed = after
        scanned = UInt32(truncatingIfNeeded: bytes.count)
        return result
    }
}
