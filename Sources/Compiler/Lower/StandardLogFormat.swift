import Plan

/// The log lines that `option httplog` and `option tcplog` stand for (manual 8.2.2, 8.2.3 and 8.2.5).
enum StandardLogFormat {
    enum Piece: Sendable {
        case text(StaticString)
        case alias(LogAlias, AppendFlags)
    }

    static let tcp: [Piece] =
        source + [.text(" [")] + [a(.acceptDate), .text("] ")] + names
        + [a(.timeWait), .text("/"), a(.timeConnect), .text("/"), a(.timeTotal), .text(" ")]
        + [a(.bytesRead), .text(" "), a(.terminationState), .text(" ")] + counts

    static let http: [Piece] =
        source + [.text(" ["), a(.requestDate), .text("] ")] + names + times + [.text(" ")]
        + [a(.status), .text(" "), a(.bytesRead), .text(" "), a(.requestCookie), .text(" "), a(.responseCookie), .text(" ")]
        + [a(.terminationStateCookie), .text(" ")] + counts
        + [.text(" "), a(.requestHeaders), .text(" "), a(.responseHeaders), .text(" "), .alias(.requestLine, .quote)]

    static let httpCLF: [Piece] =
        [a(.clientIP), .text(" - - [")] + [a(.gmtRequestDate), .text("] ")] + [q(.requestLine), .text(" "), q(.status), .text(" ")]
        + [q(.bytesRead), .text(" \"\" \"\" "), q(.clientPort), .text(" "), q(.milliseconds), .text(" ")]
        + quoted([.frontendNameTransport, .backendName, .serverName, .timeRequest, .timeWait, .timeConnect, .timeResponse])
        + quoted([.timeActive, .terminationStateCookie, .actconn, .feconn, .beconn, .srvconn, .retries, .srvQueue, .backendQueue])
        + quoted([.requestCookie, .responseCookie, .requestHeadersList]) + [q(.responseHeadersList)]

    static let tcpCLF: [Piece] =
        [a(.clientIP), .text(" - - ["), q(.gmtDate), .text("] \"TCP \" 000 "), q(.bytesRead), .text(" \"\" \"\" ")]
        + quoted([.clientPort, .milliseconds, .frontendNameTransport, .backendName, .serverName, .timeHandshake, .timeWait])
        + quoted([.timeConnect, .timeTotal, .bytesUploaded]) + [q(.terminationState), .text("-- ")]
        + quoted([.actconn, .feconn, .beconn, .srvconn, .retries, .srvQueue, .backendQueue]) + [.text("\"\" \"\" ")]

    private static let source: [Piece] = [a(.clientIP), .text(":"), a(.clientPort)]
    private static let names: [Piece] =
        [a(.frontendNameTransport), .text(" "), a(.backendName), .text("/"), a(.serverName), .text(" ")]
    private static let times: [Piece] =
        [a(.timeRequest), .text("/"), a(.timeWait), .text("/"), a(.timeConnect), .text("/"), a(.timeResponse), .text("/"), a(.timeActive)]
    private static let counts: [Piece] =
        [a(.actconn), .text("/"), a(.feconn), .text("/"), a(.beconn), .text("/"), a(.srvconn), .text("/"), a(.retries)]
        + [.text(" "), a(.srvQueue), .text("/"), a(.backendQueue)]

    private static func a(_ alias: LogAlias) -> Piece { .alias(alias, []) }
    private static func q(_ alias: LogAlias) -> Piece { .alias(alias, .quote) }
    private static func quoted(_ aliases: [LogAlias]) -> [Piece] { aliases.flatMap { [q($0), .text(" ")] } }
}
