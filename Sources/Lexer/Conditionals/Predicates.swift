// The words of manual 2.4, and nothing else: what they do is in Preprocessor.swift and Evaluation.swift.

/// Lines that begin with a dot.
enum Directive: String, CaseIterable {
    case `if` = ".if"
    case elif = ".elif"
    case `else` = ".else"
    case endif = ".endif"
    case diag = ".diag"
    case notice = ".notice"
    case warning = ".warning"
    case alert = ".alert"
}

/// The predicates of a condition.
public enum Predicate: String, CaseIterable, Sendable {
    case defined = "defined"
    case feature = "feature"
    case streq = "streq"
    case strneq = "strneq"
    case strstr = "strstr"
    case versionAtleast = "version_atleast"
    case versionBefore = "version_before"
    case opensslVersionAtleast = "openssl_version_atleast"
    case opensslVersionBefore = "openssl_version_before"
    case ssllibNameStartswith = "ssllib_name_startswith"
    case awslcApiAtleast = "awslc_api_atleast"
    case awslcApiBefore = "awslc_api_before"
    case enabled = "enabled"

    /// How many arguments it takes, all of them strings.
    public var argumentCount: Int {
        switch self {
        case .streq, .strneq, .strstr: 2
        default: 1
        }
    }
}

extension EnabledOptions {
    /// The option of that name; nil for a name that the reference does not know, which is never enabled.
    init?(name: String) {
        guard let option = Self.names.first(where: { $0.name == name })?.option else { return nil }
        self = option
    }

    static let names: [(name: String, option: EnabledOptions)] = [
        ("POLL", .poll), ("EPOLL", .epoll), ("KQUEUE", .kqueue), ("EVPORTS", .evports), ("SPLICE", .splice),
        ("GETADDRINFO", .getaddrinfo), ("REUSEPORT", .reuseport), ("FAST-FORWARD", .fastForward),
        ("SERVER-SSL-VERIFY-NONE", .serverSslVerifyNone),
    ]
}
