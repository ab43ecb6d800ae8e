import Plan

extension RuleMachine {
    /// Appends S (manual section 8.2.6, expressions in `%[...]`).
    mutating func appendSample(_ flags: AppendFlags, _ context: RuleContext) {
        let isLog = kind.rawValue >= RuleSetKind.logFormat.rawValue
        lastIsSpace = false
        if !isLog, flags.isEmpty, sample.type == .str {
            appendToHeader(sample.bytes)
            return
        }
        let value = sample.asString(&context.environment.pointee.temporary)
        if kind == .uniqueIDFormat {
            output.put(value.bytes, encoding: .http, mark: 0x25)
            return
        }
        if !isLog, flags.isEmpty {
            appendToHeader(value.bytes)
            return
        }
        appendText(value.bytes, flags)
    }

    /// A line end or NUL out of a decoded value would begin another header: such bytes become spaces.
    @inline(__always) private mutating func appendToHeader(_ bytes: ByteSlice) {
        let before = output.cursor
        output.put(bytes)
        var p = before
        while p < output.cursor {
            if p.pointee <= 0x0D, p.pointee == 0x0D || p.pointee == 0x0A || p.pointee == 0 { p.pointee = 0x20 }
            p += 1
        }
    }

    /// With the options `+Q`, `+E` and `-` for nothing where something is mandatory.
    @inline(__always) mutating func appendText(_ bytes: ByteSlice, _ flags: AppendFlags) {
        if flags.contains(.quote) {
            output.put(0x22)
            appendRaw(bytes, flags)
            output.put(0x22)
            return
        }
        if bytes.isEmpty {
            if flags.contains(.mandatory) { output.put(0x2D) }
            return
        }
        appendRaw(bytes, flags)
    }

    @inline(__always) private mutating func appendRaw(_ bytes: ByteSlice, _ flags: AppendFlags) {
        if flags.contains(.escape) {
            output.put(escaped: bytes)
        } else {
            appendUntilNUL(bytes)
        }
    }

    /// A NUL ends a string, as in HAProxy.
    @inline(__always) private mutating func appendUntilNUL(_ bytes: ByteSlice) {
        let before = output.cursor
        output.put(bytes)
        var p = before
        while p < output.cursor {
            if p.pointee == 0 {
                output.cursor = p
                return
            }
            // A line end would make two log lines of one.
            if p.pointee == 0x0A || p.pointee == 0x0D { p.pointee = 0x20 }
            p += 1
        }
    }
}
