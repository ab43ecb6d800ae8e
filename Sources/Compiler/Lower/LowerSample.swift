import GrammarFormat
import Lexer
import Plan

/// Where a sample is used, as far as its code differs.
struct SampleUse {
    /// The message: `hdr` means the response's in response rules.
    var isResponse: Bool
    /// Conditions look at every value of a header, other uses at the last one (manual 7.3.6).
    var everyValue: Bool
}

extension Lowerer {
    /// Emits a sample expression; the result is where a further value of its fetch would go on, for ``Opcode/next``.
    mutating func emitSample(_ index: Int, _ use: SampleUse) -> CodeIndex {
        let sample = configuration.expressions.samples[index]
        var again = builder.here
        if let fetch = FetchCode(sample.fetch, isResponse: use.isResponse) {
            var operands = self.operands(Int(sample.firstArgument), Int(sample.argumentCount))
            if fetch.takesOccurrence, operands.count < 2 {
                if operands.isEmpty { operands.append(Operand(.absent)) }
                operands.append(Operand(use.everyValue ? 0 : -1 as Int64))
            }
            if fetch == .file { followFile(sample, &operands) }
            builder.emitFetch(fetch, operands)
            again = builder.here
        } else {
            refuse("the fetch '\(sample.fetch)'", at: sample.range)
            builder.emitFetch(.alwaysFalse)
        }
        var row = Int(sample.firstConverter)
        let end = row &+ Int(sample.converterCount)
        while row < end {
            let converter = configuration.expressions.converters[row]
            if let code = ConverterCode(converter.converter) {
                builder.emitConvert(code, operands(Int(converter.firstArgument), Int(converter.argumentCount)))
            } else {
                refuse("the converter '\(converter.converter)'", at: sample.range)
            }
            row &+= 1
        }
        return again
    }

    /// The path of a file that is read while running: it need not exist now, so it is no input of the compilation.
    private mutating func followFile(_ sample: SampleRow, _ operands: inout [Operand]) {
        guard sample.argumentCount > 0 else { return refuse("the fetch 'file' without a path", at: sample.range) }
        let argument = configuration.expressions.arguments[Int(sample.firstArgument)]
        if argument.kind == .absent || bytes(argument.text).count == 0 {
            return refuse("the fetch 'file' without a path", at: sample.range)
        }
        operands[0] = Operand(builder.followedFile(intern(argument.text)))
    }

    private mutating func operands(_ first: Int, _ count: Int) -> [Operand] {
        var result: [Operand] = []
        result.reserveCapacity(count)
        for row in first..<first &+ count { result.append(operand(configuration.expressions.arguments[row])) }
        while result.last?.kind == .absent { result.removeLast() }
        return result
    }

    private mutating func operand(_ argument: ArgumentRow) -> Operand {
        switch argument.kind {
        case .absent: return Operand(.absent)
        case .integer: return Operand(argument.integer)
        case .text: return text(argument)
        case .ipv4:
            // A mask may be a prefix length; the runtime takes both.
            let bytes = self.bytes(argument.text)
            if let address = IPText.ipv4(bytes) { return Operand(.ipv4, a: address.bigEndian, b: UInt32.max) }
            return number(bytes) ?? text(argument)
        case .ipv6:
            let bytes = self.bytes(argument.text)
            if let address = IPText.ipv6(bytes) {
                let text = intern(halves: address)
                return Operand(.ipv6, a: text.offset, b: text.length, c: 128)
            }
            return number(bytes) ?? text(argument)
        case .reference: return reference(argument) ?? text(argument)
        }
    }

    private mutating func text(_ argument: ArgumentRow) -> Operand { Operand(intern(argument.text)) }

    private func number(_ bytes: WordBytes) -> Operand? {
        var value: Int64 = 0
        guard bytes.count > 0, bytes.count < 10 else { return nil }
        for index in 0..<bytes.count {
            let digit = bytes.base[index] &- 0x30
            if digit > 9 { return nil }
            value = value &* 10 &+ Int64(digit)
        }
        return Operand(value)
    }

    mutating func intern(halves: (high: UInt64, low: UInt64)) -> Text {
        withUnsafeBytes(of: (halves.high.bigEndian, halves.low.bigEndian)) { builder.intern($0) }
    }

    /// A name of a proxy, of a server (`backend/server`), or the path of a followed file.
    private mutating func reference(_ argument: ArgumentRow) -> Operand? {
        let bytes = self.bytes(argument.text)
        switch argument.type.refers {
        case .backend: return backend(named: bytes).map { Operand($0) }
        case .frontend: return frontend(named: bytes).map { Operand($0) }
        case .server: return server(named: bytes).map { Operand($0) }
        case .file: return Operand(builder.followedFile(intern(argument.text)))
        default: return nil
        }
    }

    // MARK: Names

    mutating func backend(named name: WordBytes) -> ProxyID? {
        if backends.count == 0 { Self.fill(&backends, configuration) { $0.isBackend } }
        return backends.find(name).map { ProxyID(UInt32(truncatingIfNeeded: $0)) }
    }

    mutating func frontend(named name: WordBytes) -> ProxyID? {
        if frontends.count == 0 { Self.fill(&frontends, configuration) { $0.isFrontend } }
        return frontends.find(name).map { ProxyID(UInt32(truncatingIfNeeded: $0)) }
    }

    /// The rows of the proxies that are meant, by name: the last of a name.
    private static func fill(_ table: inout NameTable, _ configuration: Configuration, _ isMeant: (ProxyRow) -> Bool) {
        for (row, proxy) in configuration.proxies.enumerated() where isMeant(proxy) {
            guard let name = configuration.name(of: configuration.sections[proxy.section]) else { continue }
            if table.insert(name, row) != nil { table.replace(name, row) }
        }
    }

    /// `backend/server`.
    mutating func server(named name: WordBytes) -> ServerID? {
        guard let slash = name.first(0x2F), let proxy = backend(named: name.slice(0, slash)) else { return nil }
        return server(named: name.dropping(slash &+ 1), of: proxy)
    }

    func server(named name: WordBytes, of proxy: ProxyID) -> ServerID? {
        for row in builder.proxies[proxy.index].servers.range {
            let isIt = builder.withBytes(builder.servers[row].name) { bytes in
                bytes.count == name.count && bytes.elementsEqual(UnsafeRawBufferPointer(start: name.base, count: name.count))
            }
            if isIt { return ServerID(UInt32(truncatingIfNeeded: row)) }
        }
        return nil
    }
}

extension FetchCode {
    /// Whether the second operand says which of several values is meant.
    var takesOccurrence: Bool {
        switch self {
        case .reqHdr, .reqFhdr, .resHdr, .resFhdr, .urlp, .reqCook, .resCook: true
        default: false
        }
    }
}
