/// Says whether an incomplete head is worth parsing again, so that a sender of single bytes costs O(n) and not O(n^2).
///
/// Looks at each byte once. One scanner per connection that waits for a head; reset it for each message. Costs nothing for heads that
/// come in one piece: ask it only after an incomplete result.
package struct HeadScanner {
    /// Bytes already looked at.
    package private(set) var scanned: UInt32 = 0
    /// Bytes that the last attempt had.
    private var lastParsed: UInt32 = 0
    private var attempts: UInt8 = 0
    /// The last byte that is not CR was LF.
    private var afterLineFeed = false
    private var afterReturn = false
    private var inStartLine = true

    package init() {}

    @inline(__always) package mutating func reset() { self = HeadScanner() }

    /// Call after an incomplete result for `count` bytes.
    @inline(__always) package mutating func parsed(_ count: Int) {
        if attempts < HTTPLimits.headRetries { attempts &+= 1 }
        lastParsed = UInt32(truncatingIfNeeded: count)
    }

    /// Whether `bytes`, the whole head so far, deserve another attempt: at first; when a line or the head ended; when a byte came that
    /// makes the head bad for sure. After many attempts the end of a line counts only if the head has doubled since the last one.
    ///
    /// A bad byte in a header's name is noticed only at the end of its line.
    package mutating func shouldParse(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let p = bytes.baseAddress, bytes.count > 0 else { return false }
        var result = scanned == 0
        var i = Int(scanned)
        while i < bytes.count {
            let c = p[i]
            i &+= 1
            if c == 0x0A {
                if afterLineFeed || attempts < HTTPLimits.headRetries || bytes.count >= 2 &* Int(lastParsed) { result = true }
                afterLineFeed = true
                inStartLine = false
                afterReturn = false
                continue
            }
            if afterReturn || c == 0 { result = true }
            afterReturn = c == 0x0D
            if afterReturn { continue }
            afterLineFeed = false
            if inStartLine, c &- 0x20 > 0x5E, c != 0x09 { result = true }
        }
        scanned = UInt32(truncatingIfNeeded: bytes.count)
        return result
    }
}
