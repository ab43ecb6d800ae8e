import Plan

/// What this runtime carries out. A plan that needs more is refused when it is loaded: nothing is accepted and then ignored.
package enum RuntimeSupport {
    package static func runs(fetch: FetchCode) -> Bool {
        switch fetch {
        // Rates need sliding counters, which proxies do not keep yet.
        case .feReqRate, .feSessRate, .beSessRate: false
        // The bytes of a content inspection, and a stream's own identifier, have no place in the stream yet.
        case .reqLen, .uniqueID: false
        // Needs the list of the machine's addresses.
        case .srcIsLocal: false
        default: true
        }
    }

    package static func runs(converter: ConverterCode) -> Bool {
        switch converter {
        // Variables, tables, message digests and JSON.
        case .strcmp, .inTable, .digest, .jsonQuery: false
        default: true
        }
    }

    package static func runs(opcode: Opcode) -> Bool { true }

    package static func runs(alias: LogAlias) -> Bool {
        switch alias {
        // TLS, and identifiers (as the fetch).
        case .sslVersion, .sslCiphers, .uniqueID: false
        default: true
        }
    }
}
