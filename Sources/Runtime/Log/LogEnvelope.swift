import Plan

/// What stands before a line (manual section 4.2, `log`, `format`).
struct LogHeader {
    var envelope: LogEnvelope
    var facility: UInt32
    var level: UInt32
    /// Microseconds since 1970.
    var wall: Int64
    /// Empty: not told.
    var hostname: ByteSlice
    var tag: ByteSlice
    var pid: Int32
    /// RFC 5424's structured data; empty: none.
    var structuredData: ByteSlice

    /// Writes it into `output`.
    func write(_ output: inout RuleOutput, _ calendar: inout Calendar) {
        switch envelope {
        case .raw: return
        case .short: priority(level, &output)
        case .priority: priority(facility &* 8 &+ level, &output)
        case .timed:
            priority(level, &output)
            iso(&output, &calendar)
        case .iso: iso(&output, &calendar)
        case .rfc3164, .local:
            priority(facility &* 8 &+ level, &output)
            if let p = output.reserve(16) {
                output.advance(calendar.writeLegacy(wall, to: p))
                output.put(0x20)
            }
            if envelope == .rfc3164 {
                output.put(hostname.isEmpty ? ByteSlice("localhost") : hostname)
                output.put(0x20)
            }
            output.put(tag)
            output.put(0x5B)
            output.put(decimal: Int64(pid))
            output.put("]: ")
        case .rfc5424:
            priority(facility &* 8 &+ level, &output)
            output.put("1 ")
            iso(&output, &calendar)
            word(hostname, &output)
            word(tag, &output)
            output.put(decimal: Int64(pid))
            output.put(" - ")
            word(structuredData, &output)
        }
    }

    private func priority(_ number: UInt32, _ output: inout RuleOutput) {
        output.put(0x3C)
        output.put(decimal: Int64(number))
        output.put(0x3E)
    }

    private func iso(_ output: inout RuleOutput, _ calendar: inout Calendar) {
        guard let p = output.reserve(34) else { return }
        output.advance(calendar.writeISO(wall, to: p))
        output.put(0x20)
    }

    private func word(_ bytes: ByteSlice, _ output: inout RuleOutput) {
        output.put(bytes.isEmpty ? ByteSlice("-") : bytes)
        output.put(0x20)
    }
}
