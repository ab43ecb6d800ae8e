import GrammarFormat
import Lexer
import Plan

/// A directive's effective setting in a proxy, while later lines can still replace it.
struct EffectiveSetting: Sendable {
    var id: DirectiveID
    var setting: SettingID
    var location: SourceLocation
}

extension Lowerer {
    /// The setting that a directive comes to: its keyword, and the words behind it.
    mutating func setting(of directive: DirectiveRow) -> SettingID {
        let row = directive.id.row
        joinWords(Int(directive.nameEnd), Int(directive.wordCount), of: directive)
        let value = internScratch()
        return setting(row, value: value)
    }

    /// The setting of a word with a value.
    mutating func setting(_ row: KeywordRow, value: Text) -> SettingID {
        var record = SettingRecord()
        record.word = word(of: row)
        record.value = value
        record.applyRaw = UInt32(row.apply.rawValue)
        record.flagsRaw = flags(of: row).rawValue
        return builder.intern(record)
    }

    /// The name of a keyword, put into the pool when it is first used.
    private mutating func word(of row: KeywordRow) -> Text {
        let known = wordOfRow[row.index]
        if !known.isNone { return known }
        let text = intern(row.name)
        wordOfRow[row.index] = text
        return text
    }

    private func flags(of row: KeywordRow) -> SettingFlags {
        var flags = SettingFlags.drops(PlanDroppedState(rawValue: UInt32(truncatingIfNeeded: row.drops)))
        if row.repetition == .list {
            flags.insert(.repeats)
            if RuleSetKind(directive: DirectiveID(rawValue: UInt16(truncatingIfNeeded: row.index))) != nil { flags.insert(.ordered) }
        }
        return flags
    }

    /// Takes a directive into the list: it joins others of its word where it may repeat, and replaces them where the last one counts.
    /// `no` and `default` take them out.
    ///
    /// Gives the setting's value, which is the directive's text behind its keyword.
    @discardableResult
    mutating func record(_ directive: DirectiveRow, in list: inout [EffectiveSetting]) -> Text {
        if directive.form != .plain {
            list.removeAll { $0.id == directive.id }
            return .empty
        }
        let entry = EffectiveSetting(id: directive.id, setting: setting(of: directive), location: place(of: directive))
        if directive.id.row.repetition != .list, let old = list.firstIndex(where: { $0.id == directive.id }) {
            list[old] = entry
        } else {
            list.append(entry)
        }
        return builder.settings[entry.setting.index].value
    }
}
