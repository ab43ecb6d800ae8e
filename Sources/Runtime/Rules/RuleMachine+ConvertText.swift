import Plan

/// Converters over text and bytes (manual section 7.3.1).
extension RuleMachine {
    func convertText(_ code: ConverterCode, _ text: ByteSlice, _ instruction: Instruction, _ context: RuleContext) -> Sample {
        let environment = context.environment
        switch code {
        case .lower, .upper, .hostOnly:
            // A host comes out in lower case as well.
            let text = code == .hostOnly ? TextPieces.host(text) : text
            let first: UInt8 = code == .upper ? 0x61 : 0x41
            guard let p = environment.pointee.temporary.allocate(text.count) else { return .missing }
            var i = 0
            while i < text.count {
                let c = text.base[i]
                p[i] = c &- first < 26 ? c ^ 0x20 : c
                i &+= 1
            }
            return .str(ByteSlice(p, text.count))
        case .length: return .sint(text.count)
        case .field, .word:
            guard let number = operandInteger(instruction, 0, context), let delimiters = operandText(instruction, 1, context) else {
                return .missing
            }
            let count = operandInteger(instruction, 2, context) ?? 1
            let piece =
                code == .field ? TextPieces.field(text, number, delimiters, count) : TextPieces.word(text, number, delimiters, count)
            return piece.map { .str($0) } ?? .missing
        case .ltrim:
            let set = operandText(instruction, 0, context) ?? .empty
            var from = 0
            while from < text.count, set.firstIndex(of: text.base[from]) != nil { from &+= 1 }
            return .str(text.slice(from, text.count))
        case .rtrim:
            let set = operandText(instruction, 0, context) ?? .empty
            var to = text.count
            while to > 0, set.firstIndex(of: text.base[to &- 1]) != nil { to &-= 1 }
            return .str(text.slice(0, to))
        case .concat:
            let first = operandText(instruction, 0, context) ?? .empty
            let last = operandText(instruction, 2, context) ?? .empty
            let count = text.count &+ first.count &+ last.count
            guard let p = environment.pointee.temporary.allocate(count) else { return .missing }
            p.update(from: text.base, count: text.count)
            (p + text.count).update(from: first.base, count: first.count)
            (p + text.count + first.count).update(from: last.base, count: last.count)
            return .str(ByteSlice(p, count))
        case .portOnly: return .sint(TextPieces.port(text))
        case .urlDec:
            guard let p = environment.pointee.temporary.allocate(text.count) else { return .missing }
            guard let n = TextPieces.urlDecode(text, inForm: operandInteger(instruction, 0, context) ?? 0 != 0, to: p) else {
                return .missing
            }
            return .str(ByteSlice(p, n))
        case .urlEnc:
            guard let p = environment.pointee.temporary.allocate(text.count &* 3) else { return .missing }
            return .str(ByteSlice(p, TextPieces.urlEncode(text, to: p)))
        default: return .missing
        }
    }

    func convertBytes(_ code: ConverterCode, _ bytes: ByteSlice, _ instruction: Instruction, _ context: RuleContext) -> Sample {
        let argument = operandInteger(instruction, 0, context) ?? 0
        let environment = context.environment
        switch code {
        case .bytes:
            if argument < 0 { return .missing }
            let from = Int(min(argument, Int64(bytes.count)))
            var count = bytes.count &- from
            if let length = operandInteger(instruction, 1, context) {
                if length < 0 { return .missing }
                count = Int(min(length, Int64(count)))
            }
            return .bin(bytes.slice(from, from &+ count))
        case .hex:
            guard let p = environment.pointee.temporary.allocate(bytes.count &* 2) else { return .missing }
            var i = 0
            while i < bytes.count {
                p[i &* 2] = NumberText.hexDigit(bytes.base[i] &>> 4)
                p[i &* 2 &+ 1] = NumberText.hexDigit(bytes.base[i])
                i &+= 1
            }
            return .str(ByteSlice(p, bytes.count &* 2))
        case .base64:
            guard let p = environment.pointee.temporary.allocate((bytes.count &+ 2) / 3 &* 4) else { return .missing }
            return .str(ByteSlice(p, TextPieces.base64(bytes, to: p)))
        case .crc32: return .sint(SampleHash.avalanche(SampleHash.crc32(bytes), argument))
        case .djb2: return .sint(SampleHash.avalanche(SampleHash.djb2(bytes), argument))
        case .wt6: return .sint(SampleHash.avalanche(SampleHash.wt6(bytes), argument))
        case .xxh32: return .sint(SampleHash.xxh32(bytes, seed: UInt32(truncatingIfNeeded: argument)))
        default: return .missing
        }
    }
}
