// Reading and changing the header lines of a head: what rules do. Values given here must live until the head is written:
// they are in the buffer, in an arena, or in the plan.
extension MessageHead {
    /// The index of the first header called `name` at or after `index`, or nil. Holes are skipped.
    @inline(__always) package func find(_ name: HeaderName, from index: Int = 0) -> Int? {
        if name.id != .other { return find(name.id, from: index) }
        var i = index
        while i < count {
            let f = fields[i]
            if !f.isDeleted, name.matches(f) { return i }
            i &+= 1
        }
        return nil
    }

    /// The same for a known header; one test tells when there is none.
    @inline(__always) package func find(_ id: KnownHeader, from index: Int = 0) -> Int? {
        guard present & (1 &<< UInt64(id.rawValue)) != 0 else { return nil }
        var i = index
        while i < count {
            if fields[i].idRaw == id.rawValue, !fields[i].isDeleted { return i }
            i &+= 1
        }
        return nil
    }

    /// The whole value of the first header of that kind.
    @inline(__always) package func value(_ id: KnownHeader) -> ByteSlice? {
        guard let i = find(id) else { return nil }
        return fields[i].valueBytes
    }

    /// How many header lines there are, holes apart.
    package var liveCount: Int {
        var n = 0
        var i = 0
        while i < count {
            if !fields[i].isDeleted { n &+= 1 }
            i &+= 1
        }
        return n
    }

    /// Appends a header line. False, and nothing changed, if the head is full or the name too long: the rule fails.
    @discardableResult
    package mutating func add(_ name: HeaderName, _ value: ByteSlice) -> Bool {
        guard count < capacity, name.bytes.count > 0, name.bytes.count <= HTTPLimits.headerNameBytes, value.count <= Int(Int32.max) else {
            return false
        }
        fields[count] = HeaderField(
            name: name.bytes.base, nameLength: name.bytes.count, value: value.base, valueLength: value.count, id: name.id, flags: [.edited])
        count &+= 1
        present |= 1 &<< UInt64(name.id.rawValue)
        return true
    }

    /// Deletes every header called `name`; the number of lines deleted.
    @discardableResult
    package mutating func delete(_ name: HeaderName) -> Int {
        if name.id != .other { return delete(name.id) }
        var n = 0
        var from = 0
        while let i = find(name, from: from) {
            fields[i].flags.insert(.deleted)
            n &+= 1
            from = i &+ 1
        }
        return n
    }

    /// The same for a known header.
    @discardableResult
    package mutating func delete(_ id: KnownHeader) -> Int {
        var n = 0
        var from = 0
        while let i = find(id, from: from) {
            fields[i].flags.insert(.deleted)
            n &+= 1
            from = i &+ 1
        }
        present &= ~(1 &<< UInt64(id.rawValue))
        return n
    }

    /// Deletes every header called `name`, then appends it once (`set-header`).
    @discardableResult
    package mutating func set(_ name: HeaderName, _ value: ByteSlice) -> Bool {
        delete(name)
        return add(name, value)
    }

    /// Deletes the line at `index`.
    @inline(__always) package mutating func delete(at index: Int) {
        fields[index].flags.insert(.deleted)
    }

    /// Gives the line at `index` another value.
    package mutating func replaceValue(at index: Int, _ value: ByteSlice) {
        fields[index].value = value.base
        fields[index].valueLength = UInt32(truncatingIfNeeded: value.count)
        fields[index].flags.remove(.verbatim)
        fields[index].flags.insert(.edited)
    }

    /// Follows a buffer that moved: slices into `length` bytes at `old` point to the same place at `new`. The bytes must have been copied.
    package mutating func rebase(from old: UnsafePointer<UInt8>, length: Int, to new: UnsafePointer<UInt8>) {
        let delta = UInt(bitPattern: new) &- UInt(bitPattern: old)
        func moved(_ p: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
            guard UInt(bitPattern: p) &- UInt(bitPattern: old) <= UInt(bitPattern: length) else { return p }
            return UnsafePointer(bitPattern: UInt(bitPattern: p) &+ delta) ?? p
        }
        method.base = moved(method.base)
        target.base = moved(target.base)
        reason.base = moved(reason.base)
        var i = 0
        while i < count {
            fields[i].name = moved(fields[i].name)
            fields[i].value = moved(fields[i].value)
            i &+= 1
        }
    }
}
