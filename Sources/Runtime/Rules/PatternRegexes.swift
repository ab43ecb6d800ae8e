import CPCRE2
import Plan

/// What a loop lends to every regex it runs: match data, limits and the stack of compiled ones. One per loop, any generation.
package struct RegexScratch {
    let matchData: OpaquePointer
    let context: OpaquePointer
    let stack: OpaquePointer?

    /// Matches that were given up at a limit, so counted as no match.
    let limitHits: UnsafeMutablePointer<UInt64>

    package static func make() -> RegexScratch? {
        guard let matchData = pcre2_match_data_create_8(1, nil) else { return nil }
        guard let context = pcre2_match_context_create_8(nil) else {
            pcre2_match_data_free_8(matchData)
            return nil
        }
        pcre2_set_match_limit_8(context, RuleLimits.regexMatchLimit)
        pcre2_set_heap_limit_8(context, RuleLimits.regexHeapKiB)
        let stack = pcre2_jit_stack_create_8(32768, RuleLimits.regexStackBytes, nil)
        if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
        let hits = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
        hits.initialize(to: 0)
        return RegexScratch(matchData: matchData, context: context, stack: stack, limitHits: hits)
    }

    package func free() {
        if let stack { pcre2_jit_stack_free_8(stack) }
        pcre2_match_context_free_8(context)
        pcre2_match_data_free_8(matchData)
        limitHits.deallocate()
    }
}

/// Compiled regexes in order (manual section 7.1.4).
struct PatternRegexes {
    private var codes: UnsafeMutablePointer<OpaquePointer>?
    private var count = 0

    init() {}

    init(_ matcher: PatternMatcher) throws(RuleRefusal) {
        let memory = UnsafeMutablePointer<OpaquePointer>.allocate(capacity: max(matcher.count, 1))
        codes = memory
        for row in 0..<matcher.count {
            let text = matcher.bytes(row)
            var options = PCRE2_NO_AUTO_CAPTURE
            if matcher.fold { options |= PCRE2_CASELESS }
            var code: Int32 = 0
            var offset = 0
            guard let compiled = pcre2_compile_8(text.base, text.count, options, &code, &offset, nil) else {
                let message = RuleRefusal("regular expression '\(text.string)' cannot be used: \(Self.message(code)) at byte \(offset)")
                free()
                throw message
            }
            // Without the just-in-time compiler (not built in, or memory may not be executable) pcre2_match interprets.
            _ = pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
            (memory + row).initialize(to: compiled)
            count += 1
        }
    }

    private static func message(_ code: Int32) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { room in
            guard let base = room.baseAddress else { return "error \(code)" }
            let n = pcre2_get_error_message_8(code, base, 256)
            return n > 0 ? ByteSlice(base, Int(n)).string : "error \(code)"
        }
    }

    func free() {
        guard let codes else { return }
        for i in 0..<count { pcre2_code_free_8(codes[i]) }
        codes.deallocate()
    }

    func first(_ text: ByteSlice, _ scratch: RegexScratch) -> Int {
        guard let codes else { return -1 }
        var i = 0
        while i < count {
            // pcre2_match takes the compiled form by itself where there is one.
            let result = pcre2_match_8(codes[i], text.base, text.count, 0, 0, scratch.matchData, scratch.context)
            if result >= 0 { return i }
            if result != PCRE2_ERROR_NOMATCH { scratch.limitHits.pointee &+= 1 }
            i &+= 1
        }
        return -1
    }
}
