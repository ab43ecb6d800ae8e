import Lexer

/// The stable name of a kind of finding, and how severe it is unless the context says otherwise. An ID, once released, keeps its
/// meaning: tools and suppressions refer to it. All of them stand here, except those of the lexer, whose names are its own
/// (``lexical(_:)``).
package struct FindingID: Hashable, Sendable {
    package let rawValue: String
    package let severity: Severity

    private init(_ rawValue: String, _ severity: Severity) {
        self.rawValue = rawValue
        self.severity = severity
    }

    package static func == (a: FindingID, b: FindingID) -> Bool { a.rawValue == b.rawValue }
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    /// What the lexer found.
    package static func lexical(_ kind: LexFinding.Kind) -> FindingID {
        let severity: Severity =
            switch kind.severity {
            case .error: .error
            case .warning: .warning
            case .note: .note
            }
        return FindingID(kind.id, severity)
    }

    // MARK: sections and directives
    package static let unknownSection = FindingID("unknown-section", .error)
    package static let directiveOutsideSection = FindingID("directive-outside-section", .error)
    package static let unknownKeyword = FindingID("unknown-keyword", .error)
    package static let keywordElsewhere = FindingID("keyword-elsewhere", .error)
    package static let removedKeyword = FindingID("removed-keyword", .error)
    package static let removedSection = FindingID("removed-section", .error)
    package static let keywordTooNew = FindingID("keyword-too-new", .error)
    package static let batonOnly = FindingID("baton-only", .error)
    package static let deprecatedKeyword = FindingID("deprecated-keyword", .warning)
    package static let experimentalKeyword = FindingID("experimental-keyword", .error)
    package static let notSupportedYet = FindingID("not-supported-yet", .note)
    package static let noForm = FindingID("no-form-not-supported", .error)
    package static let listenAddress = FindingID("listen-address-in-section-line", .error)

    // MARK: arguments (those of the signature engine name themselves)
    package static let repeatedDirective = FindingID("repeated-directive", .warning)

    /// What the signature engine found in a line.
    // Some of these are found by checks too.
    package static let missingArgument = FindingID("missing-argument", .error)
    package static let unexpectedArgument = FindingID("unexpected-argument", .error)
    package static let unexpectedWord = FindingID("unexpected-word", .error)
    package static let invalidValue = FindingID("invalid-value", .error)
    package static let actionNotHere = FindingID("action-not-here", .error)
    package static func signature(_ finding: SignatureFinding) -> FindingID { FindingID(finding.id, .error) }

    // MARK: expressions
    package static let missingFetch = FindingID("missing-fetch", .error)
    package static let unknownFetch = FindingID("unknown-fetch", .error)
    package static let unknownConverter = FindingID("unknown-converter", .error)
    package static let converterNotApplicable = FindingID("converter-not-applicable", .error)
    package static let missingComma = FindingID("missing-comma", .error)
    package static let badSampleArgument = FindingID("bad-sample-argument", .error)
    package static let fetchNotAvailable = FindingID("fetch-not-available-here", .error)
    package static let conditionNeverMatches = FindingID("condition-never-matches", .warning)
    package static let logFormatSyntax = FindingID("log-format-syntax", .error)
    package static let unknownLogAlias = FindingID("unknown-log-alias", .error)
    package static let unknownLogFlag = FindingID("unknown-log-flag", .warning)
    package static let badVariable = FindingID("bad-variable", .error)
    package static let badRegex = FindingID("bad-regex", .error)

    // MARK: ACLs and conditions
    package static let unknownACL = FindingID("unknown-acl", .error)
    package static let dependsOnBrokenACL = FindingID("depends-on-broken-acl", .note)
    package static let badACLName = FindingID("bad-acl-name", .error)
    package static let emptyCondition = FindingID("empty-if", .warning)
    package static let unclosedBrace = FindingID("unclosed-acl-brace", .error)
    package static let unknownMatchMethod = FindingID("unknown-match-method", .error)
    package static let matchMethodNotApplicable = FindingID("match-method-not-applicable", .error)
    package static let missingMatchMethod = FindingID("missing-match-method", .error)
    package static let unknownACLFlag = FindingID("unknown-acl-flag", .error)
    package static let badPattern = FindingID("bad-pattern", .error)
    package static let noPatterns = FindingID("no-patterns", .warning)

    // MARK: names and references
    package static let duplicateProxy = FindingID("duplicate-proxy", .error)
    package static let duplicateServer = FindingID("duplicate-server", .error)
    package static let duplicateName = FindingID("duplicate-name", .error)
    package static let duplicateID = FindingID("duplicate-id", .error)
    package static let badName = FindingID("bad-name", .warning)
    package static let unknownReference = FindingID("unknown-reference", .error)
    package static let unresolvedName = FindingID("unresolved-name", .note)
    package static let unknownAccount = FindingID("unknown-account", .note)
    package static let missingFile = FindingID("missing-file", .note)
    package static let unreadableFile = FindingID("unreadable-file", .error)

    // MARK: what proxies lack or cannot do
    package static let modeMismatch = FindingID("mode-mismatch", .error)
    package static let ignoredInMode = FindingID("ignored-in-mode", .warning)
    package static let ignoredHere = FindingID("ignored-here", .warning)
    package static let missingTimeouts = FindingID("missing-timeouts", .warning)
    package static let noBind = FindingID("no-bind", .warning)
    package static let noListener = FindingID("no-listener", .warning)
    package static let noServerPort = FindingID("check-without-port", .error)
    package static let ruleOrder = FindingID("rule-order", .warning)
    package static let incompleteSection = FindingID("incomplete-section", .warning)
    package static let ruleInAnonymousDefaults = FindingID("rule-in-anonymous-defaults", .error)
    package static let badPatternFile = FindingID("bad-line-in-file", .error)
    package static let badCertificate = FindingID("bad-certificate", .error)
    package static let expiredCertificate = FindingID("expired-certificate", .warning)
    package static let badCAFile = FindingID("bad-ca-file", .error)
    package static let badDHParameters = FindingID("bad-dh-parameters", .error)
    package static let badTicketKeys = FindingID("bad-ticket-keys", .error)
    package static let badCertificateList = FindingID("bad-certificate-list", .error)
    package static let badSPOEFile = FindingID("bad-spoe-file", .error)
    package static let badLuaScript = FindingID("bad-lua-script", .error)
    package static let luaNotChecked = FindingID("lua-not-checked", .note)
    package static let badErrorFile = FindingID("bad-error-file", .error)
    package static let badErrorStatus = FindingID("no-such-error-status", .error)
    package static let inheritedRules = FindingID("inherited-rules", .error)
    package static let excludesAnother = FindingID("excludes-another-line", .error)
    package static let needsAnother = FindingID("needs-another-line", .error)
    package static let hiddenHeaders = FindingID("headers-in-version", .error)
    package static let luaWord = FindingID("lua-word-not-known", .note)

    // MARK: suppressions
    package static let malformedSuppression = FindingID("malformed-suppression", .warning)
    package static let suppressionWithoutReason = FindingID("suppression-without-reason", .warning)
    package static let unknownSuppression = FindingID("suppression-of-unknown-id", .warning)
    package static let unusedSuppression = FindingID("unused-suppression", .warning)
    package static let suppressionOfError = FindingID("suppression-of-error", .warning)

    // MARK: lints
    package static let unusedACL = FindingID("unused-acl", .warning)
    package static let unusedBackend = FindingID("unused-backend", .warning)
    package static let unreachableRule = FindingID("unreachable-rule", .warning)
    package static let conditionAlwaysTrue = FindingID("condition-always-true", .warning)
    package static let conditionAlwaysFalse = FindingID("condition-always-false", .warning)
    package static let variableNeverRead = FindingID("variable-never-read", .warning)
    package static let variableNeverSet = FindingID("variable-never-set", .warning)
    package static let overlappingBinds = FindingID("overlapping-binds", .warning)
    package static let oddCheckPort = FindingID("odd-check-port", .warning)
    package static let senselessTimeout = FindingID("senseless-timeout", .warning)
    package static let cancellingOptions = FindingID("cancelling-options", .warning)
    package static let plainSecret = FindingID("plain-secret", .note)
    package static let exponentialRegex = FindingID("exponential-regex", .warning)
    package static let unknownBackendInMap = FindingID("unknown-backend-in-map", .warning)
    package static let variableSetAfterRead = FindingID("variable-set-after-read", .warning)
    package static let variableType = FindingID("variable-type", .warning)
    package static let duplicateSNI = FindingID("duplicate-sni", .warning)

    // MARK: all of them

    /// Those that stand above. A test compares the list with this file.
    private static let own: [FindingID] = [
        .unknownSection, .directiveOutsideSection, .unknownKeyword, .keywordElsewhere, .removedKeyword, .removedSection, .keywordTooNew,
        .batonOnly, .deprecatedKeyword, .experimentalKeyword, .notSupportedYet, .noForm, .listenAddress, .repeatedDirective,
        .missingFetch, .unknownFetch, .unknownConverter, .converterNotApplicable, .missingComma, .badSampleArgument, .fetchNotAvailable,
        .conditionNeverMatches, .logFormatSyntax, .unknownLogAlias, .unknownLogFlag, .badVariable, .badRegex, .unknownACL,
        .dependsOnBrokenACL, .badACLName, .emptyCondition, .unclosedBrace, .unknownMatchMethod, .matchMethodNotApplicable,
        .missingMatchMethod, .unknownACLFlag, .badPattern, .noPatterns, .duplicateProxy, .duplicateServer, .duplicateName, .duplicateID,
        .badName, .unknownReference, .unresolvedName, .unknownAccount, .missingFile, .unreadableFile, .modeMismatch, .ignoredInMode,
        .ignoredHere,
        .missingTimeouts, .noBind, .noListener, .noServerPort, .ruleOrder, .incompleteSection, .ruleInAnonymousDefaults, .badErrorStatus,
        .badPatternFile, .badCertificate, .expiredCertificate, .badCAFile, .badDHParameters, .badTicketKeys, .badCertificateList,
        .badSPOEFile, .badLuaScript, .luaNotChecked,
        .badErrorFile,
        .inheritedRules, .excludesAnother, .needsAnother, .hiddenHeaders, .luaWord, .malformedSuppression, .suppressionWithoutReason,
        .unknownSuppression, .unusedSuppression, .suppressionOfError, .unusedACL, .unusedBackend, .unreachableRule, .conditionAlwaysTrue,
        .conditionAlwaysFalse, .variableNeverRead, .variableNeverSet, .overlappingBinds, .oddCheckPort, .senselessTimeout,
        .cancellingOptions,
        .plainSecret, .exponentialRegex, .unknownBackendInMap, .variableSetAfterRead, .variableType, .duplicateSNI,
    ]
    /// Those that the signature engine gives (``SignatureFinding/id``). A test compares the list with it.
    private static let ofSignatures = [
        "missing-argument", "missing-port", "invalid-value", "unexpected-argument", "unexpected-word", "unknown-action",
        "unknown-algorithm", "unknown-filter", "unknown-option", "action-not-here", "option-not-here", "unexpected-parentheses",
        "unclosed-parenthesis",
    ]

    /// Every ID there is, each once, in the order of their names.
    package static let all: [FindingID] = {
        var seen: Set<String> = []
        let ids = own + ofSignatures.map { FindingID($0, .error) } + LexFinding.Kind.allCases.map { lexical($0) }
        return ids.filter { seen.insert($0.rawValue).inserted }.sorted { $0.rawValue < $1.rawValue }
    }()

    /// The ID of this name; nil where there is none.
    package static func named(_ name: String) -> FindingID? { all.first { $0.rawValue == name } }

    /// The name that `name` most likely means; nil where none is near.
    package static func nearest(_ name: String) -> String? {
        let text = Array(name.utf8)
        return text.withUnsafeBufferPointer { word -> String? in
            guard let base = word.baseAddress else { return nil }
            var best: (distance: Int, name: String)?
            for id in all {
                let distance = Array(id.rawValue.utf8).withUnsafeBufferPointer { other -> Int in
                    guard let start = other.baseAddress else { return Int.max }
                    return Grammar.distance(
                        WordBytes(base: base, count: word.count), WordBytes(base: start, count: other.count), bound: 3)
                }
                if distance <= 3, distance < best?.distance ?? Int.max { best = (distance, id.rawValue) }
            }
            return best?.name
        }
    }
}
