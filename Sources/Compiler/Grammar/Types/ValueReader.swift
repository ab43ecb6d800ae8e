import GrammarFormat

/// What is wrong with a value, and which of its bytes; `.none` where nothing is.
struct ReadProblem {
    var kind: ValueProblem
    var start = 0
    var count = 0

    static var none: ReadProblem { ReadProblem(kind: .none) }
}

/// Reads one word as a value of a type. Each kind has a file of its own; the reference's behaviour decides.
enum ValueReader {
    /// Fills `value`, `aux`, `start` and `count` of the capture, or says what is wrong.
    @inline(__always)
    static func read(_ kind: ValueKind, _ type: TypeID, _ bytes: WordBytes, _ capture: inout Capture) -> ReadProblem {
        switch kind {
        case .text, .logFormat, .rest, .condition, .sample, .opaque, .comparison: return .none
        case .token, .regex, .path, .header: return bytes.count > 0 ? .none : ReadProblem(kind: .empty)
        case .name: return name(bytes)
        case .integer: return integer(type, bytes, &capture)
        case .duration: return duration(type, bytes, &capture)
        case .size: return size(type, bytes, &capture)
        case .percent: return percent(type, bytes, &capture)
        case .address, .addressList: return address(type, bytes, &capture)
        case .network: return network(bytes, &capture)
        case .statusList: return statusList(bytes)
        case .method: return method(bytes)
        case .variable: return variable(bytes)
        case .boolean: return boolean(bytes, &capture)
        case .hex: return hex(bytes)
        case .cpuSet: return cpuSet(bytes)
        case .processSet: return processSet(bytes)
        case .threadSet: return threadSet(bytes)
        case .threadRange: return threadRange(bytes)
        case .statusRanges: return statusRanges(bytes)
        case .serverRange: return serverRange(bytes)
        case .sampleRanges: return sampleRanges(bytes)
        case .columns: return columns(bytes)
        case .variableCondition:
            return Grammar.find(bytes, in: .variableCondition) == nil ? ReadProblem(kind: .notNumber, count: bytes.count) : .none
        case .mode: return fileMode(bytes, &capture)
        }
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// A name: the characters that the reference allows in names of proxies, servers and ACLs.
    static func name(_ bytes: WordBytes) -> ReadProblem {
        if bytes.count == 0 { return ReadProblem(kind: .empty) }
        var index = 0
        while index < bytes.count {
            let byte = bytes.base[index]
            let letter = (byte | 0x20) &- 0x61 < 26
            if !letter && !isDigit(byte) && byte != 0x5F && byte != 0x2D && byte != 0x2E && byte != 0x3A {
                return ReadProblem(kind: .badCharacter, start: index, count: 1)
            }
            index &+= 1
        }
        return .none
    }
}
