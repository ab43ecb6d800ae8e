import Glibc

/// A plan could not be written.
public enum PlanWriteError: Error, Sendable {
    case digest(DigestUnavailable)
    /// A table or the file would exceed ``PlanLimits``.
    case tooLarge(String)
    /// A system call failed with this errno.
    case system(String, Int32)

    public var message: String {
        switch self {
        case .digest(let error): error.message
        case .tooLarge(let what): "the plan has more \(what) than a plan file can hold"
        case .system(let call, let code): "cannot write the plan: \(call): \(String(cString: strerror(code)))"
        }
    }
}

extension PlanBuilder {
    /// The plan as a file's bytes. Canonical: equal builders give equal bytes.
    public consuming func encode() throws(PlanWriteError) -> [UInt8] {
        var builder = self
        try builder.finish()
        let head = try builder.head(try builder.sectionDigests())
        var result: [UInt8] = []
        result.reserveCapacity(head.fileBytes)
        result.append(contentsOf: head.bytes)
        builder.forEachSection { section, bytes in
            let start = section.start(after: result.count)
            while result.count < start { result.append(0) }
            result.append(contentsOf: bytes)
        }
        return result
    }

    /// Writes the plan to `descriptor` from its current position.
    public consuming func write(to descriptor: Int32) throws(PlanWriteError) {
        var builder = self
        try builder.finish()
        let start = lseek(descriptor, 0, SEEK_CUR)
        var failure: Int32
        if start < 0 {
            // A pipe takes the bytes in their order, and the digests stand in front.
            let head = try builder.head(try builder.sectionDigests())
            failure = head.bytes.withUnsafeBytes { writeAll(descriptor, $0) }
            if failure == 0 { failure = builder.writeSections(to: descriptor) }
        } else {
            // The sections are digested while they are written behind the room for the head.
            failure = lseek(descriptor, off_t(PlanFormat.tableEnd), SEEK_CUR) < 0 ? errno : 0
            var digests = Result<[PlanDigest], PlanWriteError>.success([])
            let complete = builder
            concurrently {
                do throws(PlanWriteError) { digests = .success(try complete.sectionDigests()) } catch { digests = .failure(error) }
            } _: {
                if failure == 0 { failure = complete.writeSections(to: descriptor) }
            }
            let head = try complete.head(try digests.get())
            if failure == 0 {
                failure = head.bytes.withUnsafeBytes { lseek(descriptor, start, SEEK_SET) < 0 ? errno : writeAll(descriptor, $0) }
            }
            if failure == 0, lseek(descriptor, start + off_t(head.fileBytes), SEEK_SET) < 0 { failure = errno }
        }
        if failure != 0 { throw .system("write", failure) }
    }

    /// Completes the tables.
    private mutating func finish() throws(PlanWriteError) {
        do { try complete() } catch { throw .digest(error) }
        finishSourceMap()
        try checkLimits()
    }

    /// The sections with what aligns them, from where the head ends. 0, or the errno that ended it.
    private func writeSections(to descriptor: Int32) -> Int32 {
        var failure: Int32 = 0
        var end = PlanFormat.tableEnd
        let zeros = [UInt8](repeating: 0, count: PlanFormat.alignment)
        forEachSection { section, bytes in
            guard failure == 0 else { return }
            let start = section.start(after: end)
            failure = zeros.withUnsafeBytes { writeAll(descriptor, UnsafeRawBufferPointer(rebasing: $0[..<(start - end)])) }
            if failure == 0 { failure = writeAll(descriptor, bytes) }
            end = start + bytes.count
        }
        return failure
    }

    private func sectionDigests() throws(PlanWriteError) -> [PlanDigest] {
        var digests: [PlanDigest] = []
        do {
            var hasher = try SHA256()
            forEachSection { _, bytes in digests.append(hasher.digest(bytes)) }
        } catch { throw .digest(error) }
        return digests
    }

    /// What stands before the sections, and how long the file is.
    private func head(_ digests: [PlanDigest]) throws(PlanWriteError) -> (bytes: [UInt8], fileBytes: Int) {
        var head = [UInt8](repeating: 0, count: PlanFormat.tableEnd)
        var end = head.count
        var entry = PlanFormat.headerBytes
        var number = 0
        forEachSection { section, bytes in
            let start = section.start(after: end)
            head.put(section.rawValue, at: entry + PlanFormat.Entry.id)
            head.put(section.flags, at: entry + PlanFormat.Entry.flags)
            head.put(UInt32(section.rowBytes), at: entry + PlanFormat.Entry.rowBytes)
            head.put(UInt32(truncatingIfNeeded: bytes.count / section.rowBytes), at: entry + PlanFormat.Entry.rows)
            head.put(UInt64(start), at: entry + PlanFormat.Entry.offset)
            head.put(UInt64(bytes.count), at: entry + PlanFormat.Entry.bytes)
            head.put(digests[number], at: entry + PlanFormat.Entry.digest)
            number += 1
            entry += PlanFormat.entryBytes
            end = start + bytes.count
        }
        head.put(PlanFormat.magic, at: PlanFormat.Header.magic)
        head.put(PlanFormat.version, at: PlanFormat.Header.version)
        head.put(UInt32(PlanSection.allCases.count), at: PlanFormat.Header.sections)
        head.put(UInt64(end), at: PlanFormat.Header.fileBytes)
        for (offset, text) in [(PlanFormat.Header.compilerVersion, compilerVersion), (PlanFormat.Header.target, target)] {
            for (at, byte) in text.utf8.prefix(PlanLimits.headerText).enumerated() { head[offset + at] = byte }
        }
        do {
            head.put(try PlanFormat.meaningDigest(digests), at: PlanFormat.Header.meaningDigest)
            let digest: PlanDigest
            do { digest = try head.withUnsafeBytes { try PlanFormat.bytesDigest($0) } } catch { throw DigestUnavailable() }
            head.put(digest, at: PlanFormat.Header.bytesDigest)
        } catch { throw .digest(DigestUnavailable()) }
        return (head, end)
    }

    /// The source pool follows the pool in the file, so its offsets continue the pool's.
    private mutating func finishSourceMap() {
        guard writesSourceMap else {
            sourceFiles = []
            proxyLocations = []
            listenerLocations = []
            serverLocations = []
            ruleLocations = []
            settingLocations = []
            sourcePool = BytePool()
            return
        }
        let shift = UInt32(truncatingIfNeeded: pool.bytes.count)
        for row in sourceFiles.indices { sourceFiles[row].offset &+= shift }
        // A table of places is whole or absent.
        pad(&proxyLocations, proxies.count)
        pad(&listenerLocations, listeners.count)
        pad(&serverLocations, servers.count)
        pad(&ruleLocations, rules.count)
        pad(&settingLocations, settingReferences.count)
    }

    private func pad(_ locations: inout [SourceLocation], _ count: Int) {
        while locations.count < count { locations.append(.nowhere) }
    }

    private func checkLimits() throws(PlanWriteError) {
        if pool.bytes.count + sourcePool.bytes.count > PlanLimits.poolBytes { throw .tooLarge("text") }
        if assetBytes.count > PlanLimits.poolBytes { throw .tooLarge("bytes of files") }
        let largest = max(code.count, settingReferences.count, servers.count, rules.count, objects.count)
        if largest > PlanLimits.rows { throw .tooLarge("rows") }
    }

    /// The bytes of every section in file order, valid inside `body` only.
    private func forEachSection(_ body: (PlanSection, UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(of: global) { body(.global, $0) }
        proxies.withUnsafeBytes { body(.proxies, $0) }
        listeners.withUnsafeBytes { body(.listeners, $0) }
        servers.withUnsafeBytes { body(.servers, $0) }
        checks.withUnsafeBytes { body(.checks, $0) }
        checkHeaders.withUnsafeBytes { body(.checkHeaders, $0) }
        logTargets.withUnsafeBytes { body(.logTargets, $0) }
        errorFiles.withUnsafeBytes { body(.errorFiles, $0) }
        ruleSets.withUnsafeBytes { body(.ruleSets, $0) }
        rules.withUnsafeBytes { body(.rules, $0) }
        code.withUnsafeBytes { body(.code, $0) }
        operands.withUnsafeBytes { body(.operands, $0) }
        patternSets.withUnsafeBytes { body(.patternSets, $0) }
        patterns.withUnsafeBytes { body(.patterns, $0) }
        followedFiles.withUnsafeBytes { body(.followedFiles, $0) }
        assets.withUnsafeBytes { body(.assets, $0) }
        objects.withUnsafeBytes { body(.objects, $0) }
        settings.withUnsafeBytes { body(.settings, $0) }
        settingReferences.withUnsafeBytes { body(.settingReferences, $0) }
        assetBytes.withUnsafeBytes { body(.assetBytes, $0) }
        pool.bytes.withUnsafeBytes { body(.pool, $0) }
        sourcePool.bytes.withUnsafeBytes { body(.sourcePool, $0) }
        sourceFiles.withUnsafeBytes { body(.sourceFiles, $0) }
        proxyLocations.withUnsafeBytes { body(.proxyLocations, $0) }
        listenerLocations.withUnsafeBytes { body(.listenerLocations, $0) }
        serverLocations.withUnsafeBytes { body(.serverLocations, $0) }
        ruleLocations.withUnsafeBytes { body(.ruleLocations, $0) }
        settingLocations.withUnsafeBytes { body(.settingLocations, $0) }
    }
}

extension [UInt8] {
    /// Little-endian; the caller's offsets are constants inside the array.
    fileprivate mutating func put<Value: BitwiseCopyable>(_ value: Value, at offset: Int) {
        withUnsafeMutableBytes { $0.storeBytes(of: value, toByteOffset: offset, as: Value.self) }
    }
}

/// 0, or the errno that ended it.
func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    guard let start = bytes.baseAddress else { return 0 }
    var done = 0
    while done < bytes.count {
        let count = Glibc.write(descriptor, start + done, bytes.count - done)
        if count < 0 {
            if errno == EINTR { continue }
            return errno
        }
        done += count
    }
    return 0
}
