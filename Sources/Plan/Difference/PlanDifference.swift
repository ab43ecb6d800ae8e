/// Which of two plans.
public enum PlanSide: Sendable { case old, new }

public enum ChangeKind: Sendable, Equatable {
    case added, removed, changed
}

/// One object that only one plan has, or whose settings differ.
public struct ObjectChange: Sendable {
    public let change: ChangeKind
    public let kind: ObjectKind
    /// Rows of the two plans; none on the side that lacks it.
    public let old: ObjectID
    public let new: ObjectID
    /// What applying it needs, over all of its settings.
    public let apply: Apply
    public let drops: DroppedState
    /// Places in ``PlanDifference/settings``.
    public let settings: Range<Int>
}

/// One setting that differs inside a changed object.
public struct SettingChange: Sendable {
    public let change: ChangeKind
    /// Rows of the two plans; none on the side that lacks it.
    public let old: SettingID
    public let new: SettingID
    public let oldPlace: SourceLocation
    public let newPlace: SourceLocation
    public let apply: Apply
    public let drops: DroppedState
}

/// What differs between two plans, object by object under the stable keys, in the order of kinds and keys.
/// It points into both plans, so their images must outlive it.
public struct PlanDifference: Sendable {
    public let old: Plan
    public let new: Plan
    public private(set) var objects: [ObjectChange] = []
    public private(set) var settings: [SettingChange] = []
    /// The meaning digests are equal: the plans do the same.
    public let isSame: Bool

    /// Merges the sorted objects of both; only objects whose digests differ are looked into.
    public init(from old: Plan, to new: Plan) {
        self.old = old
        self.new = new
        isSame = old.meaningDigest == new.meaningDigest
        if isSame { return }
        var (i, j): (UInt32, UInt32) = (0, 0)
        let (oldCount, newCount) = (UInt32(old.objects.count), UInt32(new.objects.count))
        while i < oldCount || j < newCount {
            let order = i == oldCount ? 1 : j == newCount ? -1 : compare(ObjectID(i), ObjectID(j))
            if order < 0 {
                one(.removed, old.objects[ObjectID(i)].kind, ObjectID(i), .none)
                i &+= 1
            } else if order > 0 {
                one(.added, new.objects[ObjectID(j)].kind, .none, ObjectID(j))
                j &+= 1
            } else {
                both(ObjectID(i), ObjectID(j))
                i &+= 1
                j &+= 1
            }
        }
    }

    /// The most that any change needs.
    public var apply: Apply { objects.reduce(.live) { max($0, $1.apply) } }
    public var drops: DroppedState { objects.reduce([]) { $0.union($1.drops) } }

    public func count(_ change: ChangeKind) -> Int { objects.reduce(0) { $0 + ($1.change == change ? 1 : 0) } }

    private func compare(_ a: ObjectID, _ b: ObjectID) -> Int {
        let (left, right) = (old.objects.pointer(a), new.objects.pointer(b))
        if left.pointee.kindRaw != right.pointee.kindRaw { return left.pointee.kindRaw < right.pointee.kindRaw ? -1 : 1 }
        return compareBytes(old.bytes(left.pointee.key), new.bytes(right.pointee.key))
    }

    /// An object that comes or goes: the streams that use it finish on the generation they started on.
    private mutating func one(_ change: ChangeKind, _ kind: ObjectKind, _ a: ObjectID, _ b: ObjectID) {
        let apply: Apply
        var drops: DroppedState = []
        switch kind {
        case .listener, .commandSocket: apply = .listener
        case .global: apply = .process
        case .proxy, .server:
            apply = change == .added ? .live : .drain
            if change == .removed { drops = kind == .server ? [.health, .idleConnections, .counters] : [.counters] }
        }
        objects.append(
            ObjectChange(
                change: change, kind: kind, old: a, new: b, apply: apply, drops: drops, settings: settings.count..<settings.count))
    }

    private mutating func both(_ a: ObjectID, _ b: ObjectID) {
        let (before, after) = (old.objects[a], new.objects[b])
        if before.digest == after.digest { return }
        let first = settings.count
        var comparison = SettingComparison(old, new)
        comparison.compare(before, after)
        settings.append(contentsOf: comparison.changes)
        var apply = Apply.live
        var drops: DroppedState = []
        for change in comparison.changes {
            apply = max(apply, change.apply)
            drops.formUnion(change.drops)
        }
        objects.append(
            ObjectChange(
                change: .changed, kind: before.kind, old: a, new: b, apply: apply, drops: drops, settings: first..<settings.count))
    }
}

// MARK: Places and names

extension PlanDifference {
    public func plan(_ side: PlanSide) -> Plan { side == .old ? old : new }

    /// Where the object stands; nowhere in a plan without source map.
    public func place(_ change: ObjectChange, _ side: PlanSide) -> SourceLocation {
        let id = side == .old ? change.old : change.new
        return id.isNone ? .nowhere : plan(side).place(of: id)
    }

    /// The object's key: `proxy:web/frontend`, `app/s1`, ...
    public func key(_ change: ObjectChange) -> String {
        change.new.isNone ? old.string(old.objects[change.old].key) : new.string(new.objects[change.new].key)
    }

    public func word(_ change: SettingChange) -> String {
        change.new.isNone ? old.string(old.settings[change.old].word) : new.string(new.settings[change.new].word)
    }

    /// The value on one side; nil where it has none or where it is secret.
    public func value(_ change: SettingChange, _ side: PlanSide) -> String? {
        let id = side == .old ? change.old : change.new
        if id.isNone || isSecret(change) { return nil }
        return plan(side).string(plan(side).settings[id].value)
    }

    public func isSecret(_ change: SettingChange) -> Bool {
        !change.old.isNone && old.settings[change.old].flags.contains(.secret)
            || !change.new.isNone && new.settings[change.new].flags.contains(.secret)
    }
}

extension Plan {
    /// Where an object stands in the configuration.
    public func place(of id: ObjectID) -> SourceLocation { place(ofObject: objects[id]) }

    func place(ofObject object: ObjectRecord) -> SourceLocation {
        func place<ID>(_ table: Table<SourceLocation, ID>) -> SourceLocation {
            Int(object.row) < table.count ? table.base[Int(object.row)] : .nowhere
        }
        switch object.kind {
        case .global: return .nowhere
        case .proxy: return place(proxyLocations)
        case .listener, .commandSocket: return place(listenerLocations)
        case .server: return place(serverLocations)
        }
    }

    /// The effective settings of an object, its own first.
    public func settings(of object: ObjectRecord) -> [SettingRecord] {
        [object.settings, object.common].flatMap { rows in rows.range.map { settings[settingReferences.base[$0]] } }
    }

    /// `FILE:LINE`, or nil for nowhere.
    public func string(_ place: SourceLocation) -> String? {
        if place.line == 0 || place.file.index >= sourceFiles.count { return nil }
        return "\(string(sourceFiles[place.file])):\(place.line)"
    }
}
