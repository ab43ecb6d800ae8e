import Compiler
import Plan

/// The difference as JSON: `version`, `same`, `apply`, `drops`, and `objects`, each with its `settings`. Secret values are left out.
func differenceJSON(_ difference: PlanDifference) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("version", 1)
    json.member("same", difference.isSame)
    json.member("apply", difference.apply.name)
    json.names("drops", difference.drops)
    json.key("objects")
    json.beginArray()
    for change in difference.objects {
        json.beginObject()
        json.member("change", change.change.name)
        json.member("kind", difference.kindName(change))
        json.member("key", difference.key(change))
        json.member("name", difference.name(change))
        json.member("apply", change.apply.name)
        json.names("drops", change.drops)
        json.side("old", difference.place(change, .old), nil, difference.old, exists: !change.old.isNone)
        json.side("new", difference.place(change, .new), nil, difference.new, exists: !change.new.isNone)
        json.key("settings")
        json.beginArray()
        for setting in difference.settings[change.settings] {
            json.beginObject()
            json.member("change", setting.change.name)
            json.member("word", difference.word(setting))
            if difference.isSecret(setting) { json.member("secret", true) }
            json.member("apply", setting.apply.name)
            json.names("drops", setting.drops)
            json.side("old", setting.oldPlace, difference.value(setting, .old), difference.old, exists: !setting.old.isNone)
            json.side("new", setting.newPlace, difference.value(setting, .new), difference.new, exists: !setting.new.isNone)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes
}

extension JSONWriter {
    fileprivate mutating func names(_ key: String, _ state: DroppedState) {
        self.key(key)
        beginArray()
        for name in state.namesInOrder { value(name) }
        endArray()
    }

    fileprivate mutating func side(_ key: String, _ place: SourceLocation, _ value: String?, _ plan: Plan, exists: Bool) {
        guard exists else { return }
        self.key(key)
        beginObject()
        if let value { member("value", value) }
        self.place(place, plan)
        endObject()
    }
}
