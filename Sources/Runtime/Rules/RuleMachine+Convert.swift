import Plan

extension RuleMachine {
    /// S through a converter (manual section 7.3.1). S exists; the input is cast as HAProxy casts it.
    mutating func convert(_ instruction: Instruction, _ context: RuleContext) -> Sample {
        guard let code = ConverterCode(rawValue: instruction.a) else { return .missing }
        let environment = context.environment
        switch code {
        case .lower, .upper, .length, .field, .word, .urlDec, .urlEnc, .concat, .hostOnly, .portOnly, .ltrim, .rtrim:
            let text = sample.asString(&environment.pointee.temporary)
            if !text.exists { return .missing }
            return convertText(code, text.bytes, instruction, context)
        case .bytes, .hex, .base64, .crc32, .djb2, .wt6, .xxh32:
            let bytes = sample.cast(to: .bin, &environment.pointee.temporary)
            if !bytes.exists { return .missing }
            return convertBytes(code, bytes.bytes, instruction, context)
        case .add, .sub, .mul, .div, .mod, .neg, .not, .bool, .and, .or, .xor, .even, .odd:
            let number = sample.cast(to: .sint, &environment.pointee.temporary)
            if !number.exists { return .missing }
            return convertNumber(code, number.integer, operandInteger(instruction, 0, context) ?? 0)
        case .iif:
            let condition = sample.cast(to: .bool, &environment.pointee.temporary)
            if !condition.exists { return .missing }
            return .str(operandText(instruction, condition.integer != 0 ? 0 : 1, context) ?? .empty)
        case .ipmask: return mask(instruction, context)
        case .strcmp, .inTable, .digest, .jsonQuery: return .missing
        }
    }

    // MARK: Numbers

    /// Results are capped at the ends of the range.
    private func convertNumber(_ code: ConverterCode, _ a: Int64, _ b: Int64) -> Sample {
        switch code {
        case .add:
            let (value, over) = a.addingReportingOverflow(b)
            return .sint(over ? (a < 0 ? Int64.min : Int64.max) : value)
        case .sub:
            let (value, over) = a.subtractingReportingOverflow(b)
            return .sint(over ? (a < 0 ? Int64.min : Int64.max) : value)
        case .mul:
            let (value, over) = a.multipliedReportingOverflow(by: b)
            return .sint(over ? ((a < 0) == (b < 0) ? Int64.max : Int64.min) : value)
        case .div:
            if b == 0 || (a == Int64.min && b == -1) { return .sint(Int64.max) }
            return .sint(a / b)
        case .mod:
            if b == 0 || (a == Int64.min && b == -1) { return .sint(0) }
            return .sint(a % b)
        case .neg: return .sint(a == Int64.min ? Int64.max : 0 &- a)
        case .not: return .bool(a == 0)
        case .bool: return .bool(a != 0)
        case .and: return .sint(a & b)
        case .or: return .sint(a | b)
        case .xor: return .sint(a ^ b)
        case .even: return .bool(a & 1 == 0)
        case .odd: return .bool(a & 1 != 0)
        default: return .missing
        }
    }

    /// Operands: IPv4 mask (an address in network order, or a prefix length), IPv6 mask (sixteen bytes, or a prefix length).
    private func mask(_ instruction: Instruction, _ context: RuleContext) -> Sample {
        let address = sample.asAddress()
        guard address.exists else { return .missing }
        let as4 = address.type == .ipv4 ? address.ipv4Word : AddressText.embedded(address.word0, address.word1)
        if let word = as4 {
            guard let operand = operand(instruction, 0, context) else { return .missing }
            switch operand.kind {
            case .ipv4: return .ipv4(word & operand.a)
            case .sint:
                let length = UInt32(truncatingIfNeeded: min(max(operand.sint, 0), 32))
                return .ipv4(length == 0 ? 0 : word & (UInt32.max &<< (32 &- length)).byteSwapped)
            default: return .missing
            }
        }
        guard let operand = operand(instruction, 1, context) else { return .missing }
        switch operand.kind {
        case .ipv6:
            let mask = UnsafeRawPointer(context.rules.pointee.pool + Int(operand.a))
            return .ipv6(
                address.word0 & mask.loadUnaligned(as: UInt64.self),
                address.word1 & mask.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        case .sint:
            let length = UInt64(min(max(operand.sint, 0), 128))
            let high = length >= 64 ? UInt64.max : length == 0 ? 0 : UInt64.max &<< (64 &- length)
            let low = length <= 64 ? 0 : length == 128 ? UInt64.max : UInt64.max &<< (128 &- length)
            return .ipv6(address.word0 & high.byteSwapped, address.word1 & low.byteSwapped)
        default: return .missing
        }
    }
}
