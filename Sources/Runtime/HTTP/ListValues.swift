/// The values of all headers of one name, as the fetches `hdr` (each element of the comma-separated lists) and `fhdr` (each line whole)
/// see them (manual section 7.3.6). Commas inside double quotes separate nothing; a backslash escapes inside quotes only.
///
/// An iterator without a heap: `var v = HeaderValues(name); while let s = v.next(head) { ... }`. The head must not change in between.
@frozen package struct HeaderValues {
    package var name: HeaderName
    package var whole: Bool
    /// The line that the last value came from; -1 before the first.
    package private(set) var index: Int = -1
    /// Offset in that line's value where the next element begins; -1 when the line is done.
    private var position: Int = -1

    /// `whole`: lines as they are (`fhdr`), else list elements (`hdr`).
    @inline(__always) package init(_ name: HeaderName, whole: Bool = false) {
        self.name = name
        self.whole = whole
    }

    /// The next value, trimmed; nil after the last. Empty elements count, the one after a final comma too.
    @inline(__always) package mutating func next(_ head: MessageHead) -> ByteSlice? {
        if position < 0 {
            guard let i = head.find(name, from: index &+ 1) else {
                index = head.count
                return nil
            }
            index = i
            if whole { return head.fields[i].valueBytes }
            position = 0
        }
        let value = head.fields[index].valueBytes
        let end = listElementEnd(value, from: position)
        let element = value.slice(position, end).trimmed
        position = end < value.count ? end &+ 1 : -1
        return element
    }
}

/// Offset of the comma that ends the list element at `from`, or the value's length.
@inline(__always) func listElementEnd(_ value: ByteSlice, from: Int) -> Int {
    var i = from
    var quoted = false
    while i < value.count {
        let c = value.base[i]
        if quoted {
            if c == 0x5C {
                i &+= 1
            } else if c == 0x22 {
                quoted = false
            }
        } else if c == 0x22 {
            quoted = true
        } else if c == 0x2C {
            return i
        }
        i &+= 1
    }
    return value.count
}
