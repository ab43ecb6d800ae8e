import GrammarFormat
import Lexer
import Plan

extension Lowerer {
    /// All `global` sections, in order, as one object.
    mutating func lowerGlobal() {
        var settings: [EffectiveSetting] = []
        var sockets: [Int] = []
        for row in 0..<configuration.sections.count {
            let section = configuration.sections[row]
            guard section.kind == .global else { continue }
            let first = Int(section.firstDirective)
            for row in first..<first &+ Int(section.directiveCount) {
                let directive = configuration.directives[row]
                if directive.isBroken || directive.isUnknown { continue }
                if directive.id == .statsSocket {
                    sockets.append(row)
                    continue
                }
                record(directive, in: &settings)
                applyGlobal(directive)
            }
        }
        builder.global.logTargets = appendLogTargets(globalLogTargets)
        let list = builder.addSettings(settings.map { PlacedSetting($0.setting, at: $0.location) })
        builder.addObject(.global, row: 0, key: builder.intern("global"), settings: list)
        // Command sockets are the first listeners: they belong to no proxy.
        for row in sockets {
            var template = ListenerRecord()
            template.purposeRaw = ListenerPurpose.command.rawValue
            lowerBind(configuration.directives[row], .statsSocket, template, .commandSocket)
        }
    }

    private mutating func applyGlobal(_ directive: DirectiveRow) {
        let captures = configuration.captures(of: directive)
        let first = captures.first
        func text() -> Text { first.map { intern(configuration.text($0, of: directive)) } ?? .none }
        switch directive.id {
        case .nbthread: builder.global.nbthread = number(first)
        // The first one counts.
        case .globalMaxconn: if builder.global.maxconn == 0 { builder.global.maxconn = number(first) }
        case .tuneBufsize: builder.global.bufferSize = number(first)
        case .tuneMaxrewrite: builder.global.maxRewrite = number(first)
        case .tuneHttpMaxhdr: builder.global.maxHeaders = number(first)
        case .hardStopAfter: builder.global.hardStopAfterMs = milliseconds(first)
        case .statsTimeout: builder.global.statsTimeoutMs = milliseconds(first)
        case .statsMaxconn: builder.global.statsMaxconn = number(first)
        case .spreadChecks: builder.global.spreadChecks = number(first)
        case .node: builder.global.node = text()
        case .globalDescription: builder.global.text = text()
        case .user: builder.global.user = text()
        case .group: builder.global.group = text()
        case .chroot: builder.global.chroot = text()
        case .logTag: builder.global.logTag = text()
        case .logSendHostname: builder.global.logSendHostname = first == nil ? .empty : text()
        case .log:
            var targets = globalLogTargets
            applyLog(directive, to: &targets)
            globalLogTargets = targets
        case .setenv, .presetenv, .unsetenv, .resetenv: break
        default: refuse("'\(directive.id)'", at: configuration.keywordRange(of: directive))
        }
    }

    /// The bytes of a file that the configuration names, in the plan; none where it could not be read (there is a finding).
    mutating func asset(_ capture: Capture, of directive: DirectiveRow) -> AssetID {
        let path = configuration.text(capture, of: directive).string
        let range = configuration.range(capture, of: directive)
        do throws(InputError) {
            let bytes = try inputs.read(path, .errorFile, at: range)
            do throws(DigestUnavailable) {
                return try builder.addAsset(bytes)
            } catch {
                findings.add(Finding(.unreadableFile, at: range, error.message))
            }
        } catch {
            findings.add(
                Finding(
                    .unreadableFile, severity: .error, at: range, "a plan needs the file '\(path)', which cannot be read: \(error.reason)"))
        }
        return .none
    }
}
