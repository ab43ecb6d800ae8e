/// One header line of a message: 24 bytes, pointers into the buffer it came in or into an arena.
///
/// Valid during one event, like the ``MessageHead`` that holds it. Names are in lower case.
@frozen package struct HeaderField {
    package var name: UnsafePointer<UInt8>
    package var value: UnsafePointer<UInt8>
    package var valueLength: UInt32
    package var nameLength: UInt16
    package var idRaw: UInt8
    package var flags: HeaderFieldFlags

    @inline(__always) package init(
        name: UnsafePointer<UInt8>, nameLength: Int, value: UnsafePointer<UInt8>, valueLength: Int, id: KnownHeader,
        flags: HeaderFieldFlags
    ) {
        self.name = name
        self.value = value
        self.nameLength = UInt16(truncatingIfNeeded: nameLength)
        self.valueLength = UInt32(truncatingIfNeeded: valueLength)
        idRaw = id.rawValue
        self.flags = flags
    }

    @inline(__always) package var id: KnownHeader { KnownHeader(rawValue: idRaw) ?? .other }
    @inline(__always) package var nameBytes: ByteSlice { ByteSlice(name, Int(nameLength)) }
    @inline(__always) package var valueBytes: ByteSlice { ByteSlice(value, Int(valueLength)) }
    @inline(__always) package var isDeleted: Bool { flags.contains(.deleted) }
}

@frozen package struct HeaderFieldFlags: OptionSet, Sendable {
    package let rawValue: UInt8
    @inline(__always) package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The row is a hole: not found, not written.
    package static var deleted: HeaderFieldFlags { .init(rawValue: 1) }
    /// The bytes from `name` on read exactly `name: value CR LF` in lower case: they can be copied as they are.
    package static var verbatim: HeaderFieldFlags { .init(rawValue: 2) }
    /// The proxy takes its own words out of the value when it writes the line (Connection, Upgrade).
    static var filtered: HeaderFieldFlags { .init(rawValue: 8) }
    /// A rule wrote it.
    package static var edited: HeaderFieldFlags { .init(rawValue: 4) }
}

/// A header name as rules hold it: resolved once, when the plan is loaded.
@frozen package struct HeaderName {
    package var bytes: ByteSlice
    package var id: KnownHeader

    /// `bytes` in any case; they must outlive the name.
    package init(_ bytes: ByteSlice) {
        self.bytes = bytes
        id = KnownHeader(name: bytes)
    }

    /// `id` must be what ``KnownHeader/init(name:)`` gives for `bytes`.
    @inline(__always) package init(_ bytes: ByteSlice, id: KnownHeader) {
        self.bytes = bytes
        self.id = id
    }

    package init(_ id: KnownHeader) {
        bytes = ByteSlice(id.name)
        self.id = id
    }

    package init(literal: StaticString) {
        self.init(ByteSlice(literal))
    }

    @inline(__always) package func matches(_ field: HeaderField) -> Bool {
        if id != .other { return field.idRaw == id.rawValue }
        return field.idRaw == 0 && Int(field.nameLength) == bytes.count && field.nameBytes.equalsIgnoringCase(bytes)
    }
}
