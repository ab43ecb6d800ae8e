import GrammarFormat
import Lexer
import Plan

/// What `default-server` lines came to so far.
struct ServerDefaults: Sendable {
    var record = ServerRecord()
    var settings: [OptionSetting] = []
    /// Differs between any two values that differ, so that the tails of server lines can be looked up under it.
    var version = 0

    struct OptionSetting: Sendable {
        var option: ServerOptionID
        var setting: SettingID
    }
}

/// What the options of a server line come to, for lines whose options are written alike: a backend of a thousand servers has a few.
struct ServerTails {
    struct Entry {
        var hash: UInt64
        var version: Int
        /// Bytes of a source, which lives as long as the configuration.
        var written: UnsafeRawBufferPointer
        var record: ServerRecord
        var common: Rows<SettingReferenceID>
    }

    /// The first entry of a bucket, by the low bits of the hash; entries are few, so chains are short.
    private var buckets = [Int32](repeating: -1, count: 1024)
    private var next: [Int32] = []
    private var entries: [Entry] = []

    func find(_ hash: UInt64, _ version: Int, _ written: UnsafeRawBufferPointer) -> Entry? {
        var index = buckets[Int(truncatingIfNeeded: hash) & 1023]
        while index >= 0 {
            let entry = entries[Int(index)]
            if entry.hash == hash, entry.version == version, entry.written.elementsEqual(written) { return entry }
            index = next[Int(index)]
        }
        return nil
    }

    mutating func add(_ entry: Entry) {
        // Lines that are all different gain nothing by being kept.
        if entries.count >= LowerLimits.serverTails { return }
        let bucket = Int(truncatingIfNeeded: entry.hash) & 1023
        next.append(buckets[bucket])
        buckets[bucket] = Int32(truncatingIfNeeded: entries.count)
        entries.append(entry)
    }
}

extension Lowerer {
    mutating func applyDefaultServer(_ directive: DirectiveRow, to defaults: inout ServerDefaults) {
        let captures = configuration.captures(of: directive)
        serverVersions &+= 1
        defaults.version = serverVersions
        applyOptions(captures, from: 0, of: directive, to: &defaults.record, &defaults.settings)
    }

    mutating func lowerServers(_ state: ProxyState, _ proxy: ProxyID) -> Rows<ServerID> {
        let first = builder.servers.count
        var used: Set<UInt32> = []
        for row in state.serverLines {
            let directive = configuration.directives[row]
            lowerServer(directive, state, proxy)
            if let id = builder.servers.last?.numericID, id != 0 { used.insert(id) }
        }
        var next: UInt32 = 1
        for row in first..<builder.servers.count where builder.servers[row].numericID == 0 {
            while used.contains(next) { next &+= 1 }
            builder.servers[row].numericID = next
            next &+= 1
        }
        return Rows(
            first: UInt32(truncatingIfNeeded: first), count: UInt32(truncatingIfNeeded: builder.servers.count &- first))
    }

    private mutating func lowerServer(_ directive: DirectiveRow, _ state: ProxyState, _ proxy: ProxyID) {
        let captures = configuration.captures(of: directive)
        guard captures.count >= 2 else { return }
        let tail = serverTail(directive, captures, state.servers)
        var server = tail.record
        server.proxy = proxy
        server.name = intern(configuration.text(captures[0], of: directive))
        setAddress(captures[1], of: directive, &server)
        scratch.removeAll(keepingCapacity: true)
        if server.key.isNone {
            append(state.record.name)
            scratch.append(0x2F)
            append(server.name)
            server.key = scratch.withUnsafeBytes { builder.store($0) }
        }
        var address = SettingRecord()
        address.word = addressWord
        let text = configuration.bytes(Int(captures[1].word), of: directive)
        address.value = builder.store(UnsafeRawBufferPointer(start: text.base, count: text.count))
        address.applyRaw = UInt32(DirectiveID.server.row.apply.rawValue)
        address.flagsRaw = addressFlags.rawValue
        let location = place(of: directive)
        let own = builder.addSetting(builder.store(address), at: location)
        let row = UInt32(truncatingIfNeeded: builder.servers.count)
        builder.servers.append(server)
        builder.serverLocations.append(location)
        builder.addObject(.server, row: row, key: server.key, settings: own, common: tail.common)
    }

    private mutating func setAddress(_ capture: Capture, of directive: DirectiveRow, _ server: inout ServerRecord) {
        let value = AddressValue(capture)
        server.address = address(capture, of: directive)
        var flags = ServerFlags(rawValue: server.flagsRaw)
        if server.address.family == .ipv4 || server.address.family == .ipv6 || server.address.family == .name {
            if !value.hasPort { flags.insert(.portFromClient) }
            if value.portSign != 0 {
                flags.insert(.portOffset)
                server.address.port = UInt32(bitPattern: Int32(value.portFirst) &* Int32(value.portSign))
            }
        }
        server.flagsRaw = flags.rawValue
    }

    /// The options of a server line over the defaults: looked up where another line has the same words.
    private mutating func serverTail(
        _ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>, _ defaults: ServerDefaults
    ) -> (record: ServerRecord, common: Rows<SettingReferenceID>) {
        // What is written alike means the same, unless an expansion is in it.
        let written = tail(of: directive, behind: captures[1])
        var hash: UInt64 = 0
        if let written {
            hash = hashBytes(written) ^ UInt64(truncatingIfNeeded: defaults.version) &* 0x9e37_79b9_7f4a_7c15
            if let known = serverTails.find(hash, defaults.version, written) { return (known.record, known.common) }
        }
        var record = defaults.record
        var settings = defaults.settings
        applyOptions(captures, from: 2, of: directive, to: &record, &settings)
        let common = builder.internSettings(settings.map(\.setting))
        if let written {
            serverTails.add(
                ServerTails.Entry(hash: hash, version: defaults.version, written: written, record: record, common: common))
        }
        return (record, common)
    }

    /// The bytes of a server line behind its address, as they stand in the file; nil where its words are not those bytes.
    private func tail(of directive: DirectiveRow, behind address: Capture) -> UnsafeRawBufferPointer? {
        let first = Int(directive.firstWord) &+ Int(address.word) &+ 1
        let words = configuration.words.rows(first, Int(directive.wordCount) &- Int(address.word) &- 1)
        guard let start = words.first, let end = words.last else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        for word in words where !word.isPlain { return nil }
        let range = SourceRange(source: directive.source, start: start.rawStart, end: end.rawEnd)
        return UnsafeRawBufferPointer(configuration.sources[directive.source].text.bytes(in: range))
    }

    private mutating func applyOptions(
        _ captures: UnsafeBufferPointer<Capture>, from first: Int, of directive: DirectiveRow, to server: inout ServerRecord,
        _ settings: inout [ServerDefaults.OptionSetting]
    ) {
        var index = first
        while index < captures.count {
            let capture = captures[index]
            let end = max(capture.argumentsEnd, index &+ 1)
            let option = capture.keyword(ServerOptionID.self)
            apply(capture, UnsafeBufferPointer(rebasing: captures[index &+ 1..<end]), of: directive, to: &server)
            let entry = ServerDefaults.OptionSetting(
                option: option, setting: optionSetting(capture, until: end < captures.count ? captures[end] : nil, of: directive))
            if let old = settings.firstIndex(where: { $0.option == option }) {
                settings[old] = entry
            } else {
                settings.append(entry)
            }
            index = end
        }
    }

    private mutating func apply(
        _ option: Capture, _ arguments: UnsafeBufferPointer<Capture>, of directive: DirectiveRow, to server: inout ServerRecord
    ) {
        var flags = ServerFlags(rawValue: server.flagsRaw)
        defer { server.flagsRaw = flags.rawValue }
        let first = arguments.first
        switch option.keyword(ServerOptionID.self) {
        case .check: flags.insert(.check)
        case .noCheck: flags.remove(.check)
        case .backup: flags.insert(.backup)
        case .noBackup: flags.remove(.backup)
        case .disabled: flags.insert(.disabled)
        case .enabled: flags.remove(.disabled)
        case .weight: server.weight = number(first)
        case .maxconn: server.maxconn = number(first)
        case .minconn: server.minconn = number(first)
        case .maxqueue: server.maxqueue = number(first)
        case .inter: server.interMs = number(first)
        case .fastinter: server.fastInterMs = number(first)
        case .downinter: server.downInterMs = number(first)
        case .rise: server.rise = number(first)
        case .fall: server.fall = number(first)
        case .slowstart: server.slowStartMs = number(first)
        case .port: server.checkPort = number(first)
        case .addr: if let first { server.checkAddress = address(first, of: directive) }
        case .id: server.numericID = number(first)
        case .guid:
            guard let first else { return }
            let guid = intern(configuration.text(first, of: directive))
            scratch.removeAll(keepingCapacity: true)
            append("guid:")
            append(guid)
            server.key = internScratch()
        case .initAddr: applyInitAddr(arguments, of: directive, to: &server)
        case .resolvePrefer:
            flags.subtract([.resolvePreferIPv4, .resolvePreferIPv6])
            flags.insert(first?.literal == .ipv4 ? .resolvePreferIPv4 : .resolvePreferIPv6)
        case .sendProxy: flags.insert(.sendProxy)
        case .sendProxyV2: flags.insert(.sendProxyV2)
        case .poolMaxConn: server.poolMaxConn = Int32(truncatingIfNeeded: first?.integer ?? -1)
        case .poolPurgeDelay: server.poolPurgeDelayMs = number(first)
        default: refuse("the option '\(option.keyword(ServerOptionID.self))'", at: configuration.range(option, of: directive))
        }
    }
}

extension Lowerer {
    /// `init-addr`: methods in order, four bits each; a literal address is kept beside.
    private mutating func applyInitAddr(
        _ arguments: UnsafeBufferPointer<Capture>, of directive: DirectiveRow, to server: inout ServerRecord
    ) {
        guard let list = arguments.first.map({ configuration.text($0, of: directive) }) else { return }
        server.initAddrMethods = 0
        var shift: UInt32 = 0
        var start = 0
        for index in 0...list.count where index == list.count || list.base[index] == 0x2C {
            let item = list.slice(start, index &- start)
            start = index &+ 1
            let method: UInt32
            // A comma list is one word to the grammar, so its parts are compared here.
            if item.isText("last") {
                method = 1
            } else if item.isText("libc") {
                method = 2
            } else if item.isText("none") {
                method = 3
            } else {
                method = 4
                server.initialAddress = address(network: item)
            }
            if shift < 32 { server.initAddrMethods |= method << shift }
            shift &+= 4
        }
    }
}

extension WordBytes {
    fileprivate func isText(_ text: StaticString) -> Bool { equals(WordBytes(base: text.utf8Start, count: text.utf8CodeUnitCount)) }
}
