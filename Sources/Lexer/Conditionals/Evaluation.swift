/// Evaluates conditions. From left to right; what is decided already is not looked at.
struct ConditionEvaluator {
    let build: BuildDescription
    /// Findings that decide nothing.
    var remarks: [ConditionProblem] = []

    init(build: BuildDescription) { self.build = build }

    mutating func evaluate(_ condition: Condition, _ environment: inout Environment) throws(ConditionProblem) -> Bool {
        switch condition {
        case .constant(let value): return value
        case .not(let inner): return try !evaluate(inner, &environment)
        case .and(let left, let right):
            if try !evaluate(left, &environment) { return false }
            return try evaluate(right, &environment)
        case .or(let left, let right):
            if try evaluate(left, &environment) { return true }
            return try evaluate(right, &environment)
        case .call(let predicate, let arguments, let range):
            return try evaluate(predicate, arguments, range, &environment)
        }
    }

    private mutating func evaluate(
        _ predicate: Predicate, _ arguments: [[UInt8]], _ range: Range<Int>, _ environment: inout Environment
    ) throws(ConditionProblem) -> Bool {
        let first = arguments[0]
        switch predicate {
        case .defined: return environment.value(of: first) != nil
        case .feature: return hasFeature(first)
        case .streq: return first == arguments[1]
        case .strneq: return first != arguments[1]
        case .strstr: return contains(first, arguments[1])
        case .versionAtleast: return isAtLeast(first, range)
        case .versionBefore: return !isAtLeast(first, range)
        case .opensslVersionAtleast, .opensslVersionBefore:
            guard let wanted = opensslVersionNumber(first), let own = build.opensslVersionNumber else {
                throw ConditionProblem(kind: .invalidPredicateArgument, range: range, detail: Array(predicate.rawValue.utf8))
            }
            // The argument is a signed number there, so that what has bit 31 set (8.0.0 and later) is older than everything.
            return (Int64(own) >= Int64(Int32(bitPattern: wanted))) == (predicate == .opensslVersionAtleast)
        case .ssllibNameStartswith:
            return build.sslLibrary.map { $0.utf8.starts(with: first) } ?? false
        case .awslcApiAtleast, .awslcApiBefore:
            var end = 0
            let wanted = decimal(first, &end)
            guard let own = build.awslcApi, end > 0, end == first.count else {
                throw ConditionProblem(kind: .invalidPredicateArgument, range: range, detail: Array(predicate.rawValue.utf8))
            }
            return (own >= wanted) == (predicate == .awslcApiAtleast)
        case .enabled:
            guard let option = EnabledOptions(name: String(decoding: first, as: UTF8.self)) else { return false }
            return build.enabled.contains(option)
        }
    }

    /// What cannot be read as a version counts as older than every version.
    private mutating func isAtLeast(_ version: [UInt8], _ range: Range<Int>) -> Bool {
        guard let wanted = ProgramVersion(version), let own = ProgramVersion(Array(build.version.utf8)) else {
            remarks.append(ConditionProblem(kind: .invalidVersion, range: range))
            return true
        }
        return own >= wanted
    }

    /// A name that stands in the list behind a `+`.
    private func hasFeature(_ name: [UInt8]) -> Bool {
        for entry in build.features.utf8.split(separator: UInt8(ascii: " ")) {
            guard entry.first == UInt8(ascii: "+"), entry.dropFirst().elementsEqual(name) else { continue }
            return true
        }
        return false
    }

    private func contains(_ hay: [UInt8], _ needle: [UInt8]) -> Bool {
        guard needle.count <= hay.count else { return false }
        for i in 0...(hay.count - needle.count) where hay[i...].starts(with: needle) { return true }
        return false
    }
}
