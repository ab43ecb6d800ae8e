import Plan

/// The run-time form of one ``PatternSetRecord``.
package struct PatternMatcher {
    package init() {}
}
