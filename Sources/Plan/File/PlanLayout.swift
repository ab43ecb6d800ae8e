/// The header and section table of a plan file, checked: magic, version, digests, and that the sections stand exactly where the
/// format puts them.
struct PlanLayout {
    let compilerVersion: String
    let target: String
    let meaningDigest: PlanDigest
    let bytesDigest: PlanDigest
    private let file: UnsafeRawBufferPointer
    private var offsets: [Int] = []
    private var rows: [Int] = []

    init(_ file: UnsafeRawBufferPointer) throws(PlanLoadError) {
        guard file.count >= 12, file.loadUnaligned(as: UInt64.self) == PlanFormat.magic else { throw PlanImage.foreign }
        let version = file.loadUnaligned(fromByteOffset: PlanFormat.Header.version, as: UInt32.self)
        if version != PlanFormat.version {
            let age = version > PlanFormat.version ? "newer" : "older"
            throw PlanLoadError(
                .version,
                "the plan has format \(version), \(age) than format \(PlanFormat.version) that this program reads: compile it again with the baton of this release"
            )
        }
        guard file.count >= PlanFormat.tableEnd else { throw PlanLayout.truncated(file.count, nil) }
        let size = file.loadUnaligned(fromByteOffset: PlanFormat.Header.fileBytes, as: UInt64.self)
        if size > UInt64(file.count) { throw PlanLayout.truncated(file.count, size) }
        if size < UInt64(file.count) { throw .damaged("bytes follow its end") }
        self.file = file
        compilerVersion = PlanLayout.text(file, PlanFormat.Header.compilerVersion)
        target = PlanLayout.text(file, PlanFormat.Header.target)
        meaningDigest = file.loadUnaligned(fromByteOffset: PlanFormat.Header.meaningDigest, as: PlanDigest.self)
        bytesDigest = file.loadUnaligned(fromByteOffset: PlanFormat.Header.bytesDigest, as: PlanDigest.self)
        do {
            guard try PlanFormat.bytesDigest(UnsafeRawBufferPointer(rebasing: file[..<PlanFormat.tableEnd])) == bytesDigest else {
                throw PlanLoadError.damaged("its header does not have the digest that stands in it")
            }
            try readSections()
        } catch let error as PlanLoadError {
            throw error
        } catch {
            throw PlanLoadError(.unreadable, DigestUnavailable().message)
        }
    }

    private mutating func readSections() throws {
        guard file.loadUnaligned(fromByteOffset: PlanFormat.Header.sections, as: UInt32.self) == UInt32(PlanSection.allCases.count) else {
            throw PlanLoadError.damaged("it has another number of sections than its format")
        }
        var hasher = try SHA256()
        var digests: [PlanDigest] = []
        var end = PlanFormat.tableEnd
        var entry = PlanFormat.headerBytes
        for section in PlanSection.allCases {
            func field32(_ offset: Int) -> UInt32 { file.loadUnaligned(fromByteOffset: entry + offset, as: UInt32.self) }
            func field64(_ offset: Int) -> UInt64 { file.loadUnaligned(fromByteOffset: entry + offset, as: UInt64.self) }
            let rowCount = Int(field32(PlanFormat.Entry.rows))
            let count = rowCount &* section.rowBytes
            let start = section.start(after: end)
            guard field32(PlanFormat.Entry.id) == section.rawValue, field32(PlanFormat.Entry.flags) == section.flags,
                field32(PlanFormat.Entry.rowBytes) == UInt32(section.rowBytes), field64(PlanFormat.Entry.offset) == UInt64(start),
                field64(PlanFormat.Entry.bytes) == UInt64(count), start <= file.count, count <= file.count - start
            else { throw PlanLoadError.damaged("the table of sections does not describe the file") }
            guard file[end..<start].allSatisfy({ $0 == 0 }) else { throw PlanLoadError.damaged("bytes stand between its sections") }
            let digest = hasher.digest(UnsafeRawBufferPointer(rebasing: file[start..<start + count]))
            guard digest == file.loadUnaligned(fromByteOffset: entry + PlanFormat.Entry.digest, as: PlanDigest.self) else {
                throw PlanLoadError.damaged("section '\(section)' does not have the digest that the header gives")
            }
            digests.append(digest)
            offsets.append(start)
            rows.append(rowCount)
            entry += PlanFormat.entryBytes
            end = start + count
        }
        guard rows[Int(PlanSection.global.rawValue) - 1] == 1 else { throw PlanLoadError.damaged("it has not one global section") }
        guard end == file.count else { throw PlanLoadError.damaged("bytes follow its last section") }
        guard try PlanFormat.meaningDigest(digests) == meaningDigest else {
            throw PlanLoadError.damaged("its meaning does not have the digest that the header gives")
        }
    }

    /// The tables. Sections are aligned, and rows hold only numbers, so any bytes are rows; what they say is checked by ``PlanVerifier``.
    var plan: Plan {
        Plan(
            global: base(.global), proxies: table(.proxies), listeners: table(.listeners), servers: table(.servers),
            checks: table(.checks), checkHeaders: table(.checkHeaders), logTargets: table(.logTargets), errorFiles: table(.errorFiles),
            ruleSets: table(.ruleSets), rules: table(.rules), code: table(.code), operands: table(.operands),
            patternSets: table(.patternSets), patterns: table(.patterns), followedFiles: table(.followedFiles), assets: table(.assets),
            objects: table(.objects), settings: table(.settings), settingReferences: table(.settingReferences),
            sourceFiles: table(.sourceFiles), proxyLocations: table(.proxyLocations), listenerLocations: table(.listenerLocations),
            serverLocations: table(.serverLocations), ruleLocations: table(.ruleLocations), settingLocations: table(.settingLocations),
            pool: bytes(from: .pool, to: .sourcePool), assetBytes: bytes(from: .assetBytes, to: .assetBytes), meaningDigest: meaningDigest,
            bytesDigest: bytesDigest)
    }

    /// Bytes of the pool that count for the meaning; the names of source files follow.
    var meaningPoolBytes: Int { rows[Int(PlanSection.pool.rawValue) - 1] }

    private func base<Row>(_ section: PlanSection) -> UnsafePointer<Row> {
        let start = file.baseAddress.unsafelyUnwrapped + offsets[Int(section.rawValue) - 1]
        return start.bindMemory(to: Row.self, capacity: rows[Int(section.rawValue) - 1])
    }

    private func table<Row, ID>(_ section: PlanSection) -> Table<Row, ID> {
        Table(base: base(section), count: rows[Int(section.rawValue) - 1])
    }

    private func bytes(from first: PlanSection, to last: PlanSection) -> UnsafeRawBufferPointer {
        let start = offsets[Int(first.rawValue) - 1]
        let end = offsets[Int(last.rawValue) - 1] + rows[Int(last.rawValue) - 1]
        return UnsafeRawBufferPointer(rebasing: file[start..<end])
    }

    private static func truncated(_ have: Int, _ need: UInt64?) -> PlanLoadError {
        PlanLoadError(.truncated, "the plan is truncated: \(have) bytes" + (need.map { " of \($0)" } ?? ", fewer than its header"))
    }

    private static func text(_ file: UnsafeRawBufferPointer, _ offset: Int) -> String {
        String(decoding: file[offset..<offset + PlanLimits.headerText].prefix { $0 != 0 }, as: UTF8.self)
    }
}
