/// What a section says of the few things that checks across lines ask about: for each, the first and last directive that says it.
/// A proxy starts from a copy of its defaults' facts.
struct ProxyFacts {
    /// Things asked about. The order is that of the arrays.
    enum Topic: Int, CaseIterable {
        case mode, bind, server, defaultBackend, useBackend, balance, cookie
        case timeoutConnect, timeoutClient, timeoutServer, timeoutTunnel
        case httpRequest, httpResponse, httpAfterResponse, redirect, capture, monitorURI, stats
        case httpCheck, tcpCheck, httpchk, tcpCheckOption, httplog, tcplog, logFormat, log
        case otherCheck
    }

    /// Index of the first directive, or -1.
    private var firsts = [Int32](repeating: -1, count: Topic.allCases.count)
    private var lasts = [Int32](repeating: -1, count: Topic.allCases.count)

    func first(_ topic: Topic) -> Int? { firsts[topic.rawValue] < 0 ? nil : Int(firsts[topic.rawValue]) }
    func last(_ topic: Topic) -> Int? { lasts[topic.rawValue] < 0 ? nil : Int(lasts[topic.rawValue]) }
    func has(_ topic: Topic) -> Bool { firsts[topic.rawValue] >= 0 }

    @inline(__always)
    mutating func note(_ topic: Int, _ directive: Int, isRemoved: Bool) {
        if isRemoved {
            firsts[topic] = -1
            lasts[topic] = -1
            return
        }
        if firsts[topic] < 0 { firsts[topic] = Int32(truncatingIfNeeded: directive) }
        lasts[topic] = Int32(truncatingIfNeeded: directive)
    }

    /// Topic of a directive by the number of its row, plus one; 0: none. Built once.
    static let topics: [UInt8] = {
        var table = [UInt8](repeating: 0, count: KeywordTable.directive.rows.upperBound + 1)
        func set(_ topic: Topic, _ ids: DirectiveID...) {
            for id in ids {
                // Rows that share a name (another place, another release) are one directive here.
                for index in KeywordTable.directive.rows where KeywordRow(index: index).name.equals(id.row.name) {
                    table[index] = UInt8(topic.rawValue + 1)
                }
            }
        }
        set(.mode, .mode)
        set(.bind, .bind)
        set(.server, .server, .serverTemplate)
        set(.defaultBackend, .defaultBackend)
        set(.useBackend, .useBackend)
        set(.balance, .balance)
        set(.cookie, .cookie)
        set(.timeoutConnect, .timeoutConnect)
        set(.timeoutClient, .timeoutClient)
        set(.timeoutServer, .timeoutServer)
        set(.timeoutTunnel, .timeoutTunnel)
        set(.httpRequest, .httpRequest)
        set(.httpResponse, .httpResponse)
        set(.httpAfterResponse, .httpAfterResponse)
        set(.redirect, .redirect)
        set(.httplog, .optionHttplog, .optionHttpslog)
        set(.tcplog, .optionTcplog)
        set(.httpchk, .optionHttpchk)
        set(.tcpCheckOption, .optionTcpCheck)
        set(.log, .log)
        set(.tcpCheck, .tcpCheckConnect)
        set(.httpCheck, .httpCheckConnect)
        set(.logFormat, .logFormat)
        return table
    }()
}
