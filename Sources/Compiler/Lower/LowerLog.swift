import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// `log`: joins the targets before it; `log global` repeats those of the global section, each once; `no log` drops all.
    mutating func applyLog(_ directive: DirectiveRow, to targets: inout [LogTargetRecord]) {
        guard directive.form == .plain else {
            targets.removeAll()
            return
        }
        let captures = configuration.captures(of: directive)
        guard let target = captures.first else { return }
        if target.slot == .word, target.literal == .global {
            for record in globalLogTargets where !targets.contains(where: { $0 == record }) { targets.append(record) }
            return
        }
        if let record = logTarget(directive, captures) { targets.append(record) }
    }

    private mutating func logTarget(_ directive: DirectiveRow, _ captures: UnsafeBufferPointer<Capture>) -> LogTargetRecord? {
        var record = LogTargetRecord()
        for capture in captures {
            switch capture.slot {
            case .word where capture.literal == .stdout: record.kindRaw = LogTargetKind.stdout.rawValue
            case .word where capture.literal == .stderr: record.kindRaw = LogTargetKind.stderr.rawValue
            case .target: setTarget(capture, directive, &record)
            case .length: record.length = number(capture)
            case .format: record.envelopeRaw = envelope(capture.literal).rawValue
            case .facility: record.facility = facility(capture.literal)
            case .level: record.maxLevel = logLevel(capture.literal)
            case .minlevel: record.minLevel = logLevel(capture.literal)
            default: break
            }
        }
        return record
    }

    private mutating func setTarget(_ capture: Capture, _ directive: DirectiveRow, _ record: inout LogTargetRecord) {
        record.address = address(capture, of: directive)
        switch record.address.family {
        case .unix, .abstractUnix: record.kindRaw = LogTargetKind.unix.rawValue
        case .descriptor: record.kindRaw = LogTargetKind.descriptor.rawValue
        case .ipv4, .ipv6, .name:
            record.kindRaw = LogTargetKind.udp.rawValue
            if record.address.port == 0 { record.address.port = LowerLimits.syslogPort }
        case .none: break
        }
    }

    /// The rows of a proxy's targets.
    mutating func appendLogTargets(_ targets: [LogTargetRecord]) -> Rows<LogTargetID> {
        let first = UInt32(truncatingIfNeeded: builder.logTargets.count)
        builder.logTargets.append(contentsOf: targets)
        return Rows(first: first, count: UInt32(truncatingIfNeeded: targets.count))
    }

    /// Syslog's number of a level: 0 emerg to 7 debug.
    func logLevel(_ word: WordID) -> UInt32 {
        switch word {
        case .emerg: 0
        case .alert: 1
        case .crit: 2
        case .err: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        default: 7
        }
    }

    /// Syslog's number of a facility.
    private func facility(_ word: WordID) -> UInt32 {
        switch word {
        case .kern: 0
        case .user: 1
        case .mail: 2
        case .daemon: 3
        case .auth: 4
        case .syslog: 5
        case .lpr: 6
        case .news: 7
        case .uucp: 8
        case .cron: 9
        case .auth2: 10
        case .ftp: 11
        case .ntp: 12
        case .audit: 13
        case .alert: 14
        case .cron2: 15
        case .local0: 16
        case .local1: 17
        case .local2: 18
        case .local3: 19
        case .local4: 20
        case .local5: 21
        case .local6: 22
        default: 23
        }
    }

    private func envelope(_ word: WordID) -> LogEnvelope {
        switch word {
        case .rfc5424: .rfc5424
        case .raw: .raw
        case .short: .short
        case .priority: .priority
        case .timed: .timed
        case .iso: .iso
        case .local: .local
        default: .rfc3164
        }
    }
}

extension LogTargetRecord {
    static func == (a: LogTargetRecord, b: LogTargetRecord) -> Bool {
        a.kindRaw == b.kindRaw && a.envelopeRaw == b.envelopeRaw && a.address == b.address && a.facility == b.facility
            && a.maxLevel == b.maxLevel && a.minLevel == b.minLevel && a.length == b.length
    }
}
