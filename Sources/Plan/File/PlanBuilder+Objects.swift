/// One setting of an object, and where it stands.
public struct PlacedSetting: Sendable {
    public var setting: SettingID
    public var location: SourceLocation

    public init(_ setting: SettingID, at location: SourceLocation = .nowhere) {
        self.setting = setting
        self.location = location
    }
}

extension PlanBuilder {
    /// The settings of one object. They are brought into the order of their words, equal words keeping the order given, so that
    /// directives whose order has no effect give equal objects in any order.
    public mutating func addSettings(_ list: [PlacedSetting]) -> Rows<SettingReferenceID> {
        var ordered = list
        sortByWord(&ordered)
        let first = settingReferences.count
        for item in ordered {
            settingReferences.append(item.setting)
            settingLocations.append(item.location)
        }
        return Rows(first: UInt32(truncatingIfNeeded: first), count: UInt32(truncatingIfNeeded: ordered.count))
    }

    /// One setting alone.
    public mutating func addSetting(_ setting: SettingID, at location: SourceLocation) -> Rows<SettingReferenceID> {
        settingReferences.append(setting)
        settingLocations.append(location)
        return Rows(first: UInt32(truncatingIfNeeded: settingReferences.count &- 1), count: 1)
    }

    /// As ``addSettings(_:)`` for objects written on one line: equal lists are stored once, and the place of a setting is its object's.
    public mutating func internSettings(_ list: [SettingID]) -> Rows<SettingReferenceID> {
        if list.isEmpty { return Rows() }
        let hash = list.withUnsafeBytes { hashBytes($0) }
        let key = UInt32(truncatingIfNeeded: list.count)
        let found = settingLists.withUnsafeBufferPointer { lists in
            settingListIndex.find(hash) { row, count in count == key && lists[Int(row)].given == list }
        }
        if let found { return settingLists[Int(found.first)].rows }
        let rows = addSettings(list.map { PlacedSetting($0) })
        let row = UInt32(truncatingIfNeeded: settingLists.count)
        settingListIndex.insert(hash, first: row, count: key)
        settingLists.append(SettingList(given: list, rows: rows))
        return rows
    }

    /// An object for the difference and the handover. `row` is that of the kind's own table.
    public mutating func addObject(
        _ kind: ObjectKind, row: UInt32, key: Text, settings: Rows<SettingReferenceID>, common: Rows<SettingReferenceID> = Rows()
    ) {
        var object = ObjectRecord()
        object.kindRaw = kind.rawValue
        object.row = row
        object.key = key
        object.settings = settings
        object.common = common
        objects.append(object)
    }

    /// 128 bits over the words and values of `list`, in the order given.
    public func digest(of list: [SettingID]) throws(DigestUnavailable) -> ObjectDigest {
        var hasher = try SHA256()
        return withTables { PlanBuilder.settingsDigest(list[...], $0, &hasher) }
    }

    /// The tables that digests and orders are read from, borrowed: a closure that names the builder itself copies all of its tables.
    private func withTables<Result>(_ body: (SettingTables) -> Result) -> Result {
        pool.bytes.withUnsafeBytes { pool in
            settings.withUnsafeBufferPointer { settings in body(SettingTables(pool: pool, settings: settings)) }
        }
    }

    /// Sorts the objects, digests them, and writes their rows into the records that name them. Encoding does it where it was not done;
    /// whoever owns the builder alone does it before handing it on, so that no table is copied for it.
    public mutating func complete() throws(DigestUnavailable) {
        if isComplete { return }
        var hasher = try SHA256()
        isComplete = true
        sortObjects()
        // Few lists are shared by many objects: each is digested once.
        var digestOfList: [UInt32: ObjectDigest] = [:]
        var digested = objects
        objects = []
        withTables { tables in
            for row in digested.indices {
                let object = digested[row]
                var common = ObjectDigest(high: 0, low: 0)
                if !object.common.isEmpty {
                    if let known = digestOfList[object.common.first] {
                        common = known
                    } else {
                        common = PlanBuilder.settingsDigest(settingReferences[object.common.range], tables, &hasher)
                        digestOfList[object.common.first] = common
                    }
                }
                hasher.restart()
                withUnsafeBytes(of: (common, object.kindRaw, object.key.length)) { hasher.update($0) }
                hasher.update(object.key.bytes(in: tables.pool))
                PlanBuilder.update(&hasher, settingReferences[object.settings.range], tables)
                let digest = hasher.finish()
                digested[row].digest = ObjectDigest(high: digest.word0, low: digest.word1)
            }
        }
        objects = digested
        for (row, object) in objects.enumerated() {
            let id = ObjectID(UInt32(truncatingIfNeeded: row))
            let target = Int(object.row)
            switch object.kind {
            case .global: break
            case .proxy: if target < proxies.count { proxies[target].object = id }
            case .listener, .commandSocket: if target < listeners.count { listeners[target].object = id }
            case .server: if target < servers.count { servers[target].object = id }
            }
        }
        for row in listeners.indices where listeners[row].setupDigest == ObjectDigest(high: 0, low: 0) {
            let listener = listeners[row]
            hasher.restart()
            hasher.update(listener.purposeRaw)
            hasher.update(listener.flagsRaw & ListenerFlags.acceptProxy.rawValue)
            if listener.proxy.index < proxies.count { hasher.update(proxies[listener.proxy.index].modeRaw) }
            let digest = hasher.finish()
            listeners[row].setupDigest = ObjectDigest(high: digest.word0, low: digest.word1)
        }
    }

    private static func settingsDigest(
        _ list: ArraySlice<SettingID>, _ tables: SettingTables, _ hasher: inout SHA256
    ) -> ObjectDigest {
        hasher.restart()
        update(&hasher, list, tables)
        let digest = hasher.finish()
        return ObjectDigest(high: digest.word0, low: digest.word1)
    }

    private static func update(_ hasher: inout SHA256, _ list: ArraySlice<SettingID>, _ tables: SettingTables) {
        for id in list {
            let setting = tables.settings[id.index]
            withUnsafeBytes(of: (setting.word.length, setting.value.length)) { hasher.update($0) }
            hasher.update(setting.word.bytes(in: tables.pool))
            hasher.update(setting.value.bytes(in: tables.pool))
        }
    }

    /// Insertion sort, stable: lists are short and mostly grouped by word already.
    private func sortByWord(_ list: inout [PlacedSetting]) {
        withTables { tables in
            func word(_ item: PlacedSetting) -> Text { tables.settings[item.setting.index].word }
            func precedes(_ a: Text, _ b: Text) -> Bool {
                a != b && compareBytes(a.bytes(in: tables.pool), b.bytes(in: tables.pool)) < 0
            }
            if list.count > PlanBuilder.insertionSortLimit {
                // Many rules: sort by (word, position), which is stable by construction.
                let order = list.indices.sorted { a, b in
                    let (left, right) = (word(list[a]), word(list[b]))
                    return left == right ? a < b : precedes(left, right)
                }
                list = order.map { list[$0] }
                return
            }
            var i = 1
            while i < list.count {
                let item = list[i]
                let key = word(item)
                var place = i
                while place > 0, precedes(key, word(list[place &- 1])) {
                    list[place] = list[place &- 1]
                    place &-= 1
                }
                list[place] = item
                i &+= 1
            }
        }
    }

    /// By kind, then key bytes; rows of equal keys in row order.
    private mutating func sortObjects() {
        struct Entry {
            var prefix0: UInt64
            var prefix1: UInt64
            var kind: UInt32
            var index: UInt32
        }
        let old = objects
        let entries: [Entry] = pool.bytes.withUnsafeBytes { pool in
            var entries: [Entry] = []
            entries.reserveCapacity(old.count)
            for (index, object) in old.enumerated() {
                let key = object.key.bytes(in: pool)
                entries.append(
                    Entry(
                        prefix0: prefix(key, 0), prefix1: prefix(key, 8), kind: object.kindRaw,
                        index: UInt32(truncatingIfNeeded: index)))
            }
            func precedes(_ a: Entry, _ b: Entry) -> Bool {
                if a.kind != b.kind { return a.kind < b.kind }
                if a.prefix0 != b.prefix0 { return a.prefix0 < b.prefix0 }
                if a.prefix1 != b.prefix1 { return a.prefix1 < b.prefix1 }
                let (left, right) = (old[Int(a.index)], old[Int(b.index)])
                let order = compareBytes(left.key.bytes(in: pool), right.key.bytes(in: pool))
                if order != 0 { return order < 0 }
                return left.row != right.row ? left.row < right.row : a.index < b.index
            }
            entries.sort(by: precedes)
            return entries
        }
        objects = entries.map { old[Int($0.index)] }
    }

    /// Eight bytes of `key` from `offset`, as a number that sorts as they do; zeros behind the end.
    private func prefix(_ key: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        if key.count >= offset &+ 8 { return UInt64(bigEndian: key.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
        var value: UInt64 = 0
        for at in offset..<offset &+ 8 { value = value << 8 | (at < key.count ? UInt64(key[at]) : 0) }
        return value
    }

    private static var insertionSortLimit: Int { 64 }
}

/// See ``PlanBuilder/withTables(_:)``.
private struct SettingTables {
    let pool: UnsafeRawBufferPointer
    let settings: UnsafeBufferPointer<SettingRecord>
}

/// A list of settings that objects share, as given and where it was stored.
struct SettingList: Sendable {
    var given: [SettingID]
    var rows: Rows<SettingReferenceID>
}
