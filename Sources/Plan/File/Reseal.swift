/// For tests and the fuzzer: a plan file whose digests hold again after its bytes were changed, so that the checks behind the
/// digests are reached. Fields that the change broke stay as they are.
package func resealed(_ bytes: [UInt8]) throws(DigestUnavailable) -> [UInt8] {
    var file = bytes
    guard file.count >= PlanFormat.tableEnd else { return file }
    var hasher = try SHA256()
    var digests: [PlanDigest] = []
    for (index, _) in PlanSection.allCases.enumerated() {
        let entry = PlanFormat.headerBytes + index * PlanFormat.entryBytes
        let digest = file.withUnsafeBytes { raw in
            let offset = raw.loadUnaligned(fromByteOffset: entry + PlanFormat.Entry.offset, as: UInt64.self)
            let count = raw.loadUnaligned(fromByteOffset: entry + PlanFormat.Entry.bytes, as: UInt64.self)
            guard offset <= UInt64(raw.count), count <= UInt64(raw.count) - offset else { return PlanDigest(0, 0, 0, 0) }
            return hasher.digest(UnsafeRawBufferPointer(rebasing: raw[Int(offset)..<Int(offset + count)]))
        }
        digests.append(digest)
        store(digest, at: entry + PlanFormat.Entry.digest, in: &file)
    }
    store(try PlanFormat.meaningDigest(digests), at: PlanFormat.Header.meaningDigest, in: &file)
    let head = Array(file[..<PlanFormat.tableEnd])
    var total = PlanDigest(0, 0, 0, 0)
    var failed = false
    head.withUnsafeBytes { raw in
        do { total = try PlanFormat.bytesDigest(raw) } catch { failed = true }
    }
    if failed { throw DigestUnavailable() }
    store(total, at: PlanFormat.Header.bytesDigest, in: &file)
    return file
}

private func store(_ digest: PlanDigest, at offset: Int, in file: inout [UInt8]) {
    file.withUnsafeMutableBytes { $0.storeBytes(of: digest, toByteOffset: offset, as: PlanDigest.self) }
}

extension Plan {
    /// For tests and the fuzzer: reads every row and every text that a row names, as the runtime might. The sum has no meaning.
    package func walk() -> UInt64 {
        var sum: UInt64 = 0
        func add(_ text: Text) { for byte in bytes(text) { sum = sum &* 31 &+ UInt64(byte) } }
        for id in proxies.ids {
            let proxy = proxies[id]
            add(proxy.name)
            add(proxy.key)
            for row in proxy.servers.range { add(servers.base[row].key) }
            for row in proxy.listeners.range { add(listeners.base[row].key) }
            for row in proxy.ruleSets.range {
                for rule in ruleSets.base[row].rules.range { add(rules.base[rule].text) }
            }
            for row in proxy.errorFiles.range {
                let asset = assets[errorFiles.base[row].asset]
                for byte in assetBytes[Int(asset.offset)..<Int(asset.offset) + Int(asset.length)] { sum = sum &* 31 &+ UInt64(byte) }
            }
            if !proxy.check.isNone {
                for row in checks[proxy.check].headers.range { add(checkHeaders.base[row].value) }
            }
        }
        for id in servers.ids { add(servers[id].address.text) }
        for id in patternSets.ids {
            for row in patternSets[id].patterns.range { add(patterns.base[row].text) }
        }
        for id in objects.ids {
            add(objects[id].key)
            for setting in settings(of: objects[id]) {
                add(setting.word)
                add(setting.value)
            }
            sum = sum &+ UInt64(string(place(of: id))?.utf8.count ?? 0)
        }
        return sum &+ runPrograms()
    }

    /// Goes through each rule program with every jump taken once and `next` going back once per instruction: it must end.
    private func runPrograms() -> UInt64 {
        var steps: UInt64 = 0
        for id in ruleSets.ids {
            for takes in [false, true] {
                var at = ruleSets[id].entry
                var isOver = false
                while !isOver {
                    steps &+= 1
                    let i = code[at]
                    switch i.opcode {
                    case .end, .allow, .deny, .returnEnd, .accept, .reject, .redirect, .useBackend, .useServer: isOver = true
                    case .jump: at = CodeIndex(i.a)
                    case .jumpIfTrue, .jumpIfFalse: at = takes ? CodeIndex(i.a) : CodeIndex(at.raw + 1)
                    case .dispatch:
                        let targets = patternSets[PatternSetID(i.a)].patterns.count
                        at = takes && targets > 0 ? CodeIndex(operands[OperandID(i.b)].a) : CodeIndex(at.raw + 1)
                    default: at = CodeIndex(at.raw + 1)
                    }
                }
            }
        }
        return steps
    }
}
