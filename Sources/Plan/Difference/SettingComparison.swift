/// Compares the settings of one object in two plans, word by word: a setting that stands once by its value, those whose order has an
/// effect as sequences, those that may repeat in any order as multisets.
struct SettingComparison {
    private struct Item {
        var setting: SettingID
        var word: Text
        var value: Text
        var place: SourceLocation
    }

    private let old: Plan
    private let new: Plan
    private(set) var changes: [SettingChange] = []

    init(_ old: Plan, _ new: Plan) {
        self.old = old
        self.new = new
    }

    mutating func compare(_ before: ObjectRecord, _ after: ObjectRecord) {
        let a = SettingComparison.items(before, old)
        let b = SettingComparison.items(after, new)
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            let order = i == a.count ? 1 : j == b.count ? -1 : compareBytes(old.bytes(a[i].word), new.bytes(b[j].word))
            let lastOld = order <= 0 ? SettingComparison.end(of: i, a) : i
            let lastNew = order >= 0 ? SettingComparison.end(of: j, b) : j
            compareWord(a[i..<lastOld], b[j..<lastNew])
            (i, j) = (lastOld, lastNew)
        }
    }

    /// Own and shared settings in the order of their words.
    private static func items(_ object: ObjectRecord, _ plan: Plan) -> [Item] {
        var result: [Item] = []
        result.reserveCapacity(Int(object.settings.count) + Int(object.common.count))
        let place = plan.place(ofObject: object)
        for rows in [object.settings, object.common] {
            for row in rows.range {
                let id = plan.settingReferences.base[row]
                let setting = plan.settings[id]
                var own = row < plan.settingLocations.count ? plan.settingLocations.base[row] : .nowhere
                if own.line == 0 { own = place }
                result.append(Item(setting: id, word: setting.word, value: setting.value, place: own))
            }
        }
        if object.common.isEmpty || object.settings.isEmpty { return result }
        let order = result.indices.sorted { a, b in
            let order = result[a].word == result[b].word ? 0 : compareBytes(plan.bytes(result[a].word), plan.bytes(result[b].word))
            return order == 0 ? a < b : order < 0
        }
        return order.map { result[$0] }
    }

    /// Words are interned, so equal words of one plan are equal texts.
    private static func end(of start: Int, _ items: [Item]) -> Int {
        var end = start + 1
        while end < items.count, items[end].word == items[start].word { end += 1 }
        return end
    }

    private mutating func compareWord(_ a: ArraySlice<Item>, _ b: ArraySlice<Item>) {
        // What both begin and end with is equal in any order of comparison.
        var (a, b) = (a, b)
        while let x = a.first, let y = b.first, areEqual(x, y) {
            a = a.dropFirst()
            b = b.dropFirst()
        }
        while let x = a.last, let y = b.last, areEqual(x, y) {
            a = a.dropLast()
            b = b.dropLast()
        }
        guard let some = a.first.map({ old.settings[$0.setting].flags }) ?? b.first.map({ new.settings[$0.setting].flags }) else { return }
        if a.count == 1, b.count == 1, let x = a.first, let y = b.first {
            add(x, y)
        } else if some.contains(.ordered) {
            if a.count * b.count <= SettingComparison.sequenceLimit {
                compareSequences(Array(a), Array(b))
            } else {
                for item in a { add(item, nil) }
                for item in b { add(nil, item) }
            }
        } else {
            compareSets(a, b)
        }
    }

    /// Longest common subsequence: what is not in it was removed or added.
    private mutating func compareSequences(_ a: [Item], _ b: [Item]) {
        let width = b.count + 1
        var length = [UInt32](repeating: 0, count: (a.count + 1) * width)
        for i in stride(from: a.count - 1, through: 0, by: -1) {
            for j in stride(from: b.count - 1, through: 0, by: -1) {
                length[i * width + j] =
                    areEqual(a[i], b[j])
                    ? length[(i + 1) * width + j + 1] + 1 : max(length[(i + 1) * width + j], length[i * width + j + 1])
            }
        }
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if i < a.count, j < b.count, areEqual(a[i], b[j]) {
                (i, j) = (i + 1, j + 1)
            } else if j == b.count || i < a.count && length[(i + 1) * width + j] >= length[i * width + j + 1] {
                add(a[i], nil)
                i += 1
            } else {
                add(nil, b[j])
                j += 1
            }
        }
    }

    private mutating func compareSets(_ a: ArraySlice<Item>, _ b: ArraySlice<Item>) {
        let left = a.sorted { compareBytes(old.bytes($0.value), old.bytes($1.value)) < 0 }
        let right = b.sorted { compareBytes(new.bytes($0.value), new.bytes($1.value)) < 0 }
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            let order =
                i == left.count
                ? 1 : j == right.count ? -1 : compareBytes(old.bytes(left[i].value), new.bytes(right[j].value))
            if order < 0 {
                add(left[i], nil)
            } else if order > 0 {
                add(nil, right[j])
            }
            if order <= 0 { i += 1 }
            if order >= 0 { j += 1 }
        }
    }

    private func areEqual(_ a: Item, _ b: Item) -> Bool {
        a.value.length == b.value.length && compareBytes(old.bytes(a.value), new.bytes(b.value)) == 0
    }

    private mutating func add(_ a: Item?, _ b: Item?) {
        let records = [a.map { old.settings[$0.setting] }, b.map { new.settings[$0.setting] }]
        var apply = Apply.live
        var drops: DroppedState = []
        for case let record? in records {
            apply = max(apply, record.apply)
            drops.formUnion(record.flags.drops)
        }
        changes.append(
            SettingChange(
                change: a == nil ? .added : b == nil ? .removed : .changed, old: a?.setting ?? .none, new: b?.setting ?? .none,
                oldPlace: a?.place ?? .nowhere, newPlace: b?.place ?? .nowhere, apply: apply, drops: drops))
    }

    /// Cells of the table that compares sequences (16 MB); above that, all between the first and the last difference counts as replaced.
    private static var sequenceLimit: Int { 4_000_000 }
}
