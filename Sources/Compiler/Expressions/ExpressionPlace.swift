import GrammarFormat

/// Where the expressions of a directive are evaluated: which samples can be had there, and how to say it.
struct ExpressionPlace {
    var allowed: SamplePlaces
    /// Where some arguments look whatever the rules they stand in.
    var request: SamplePlaces
    /// For messages.
    var user: DirectiveID?
    /// In log lines runs of spaces are one.
    var isLog = false

    init(_ directive: DirectiveRow, _ section: SectionID) {
        func side(_ front: SamplePlaces, _ back: SamplePlaces) -> SamplePlaces { .of(section, front, back) }
        user = directive.id
        request = side(.frontendRequest, .backendRequest)
        switch directive.id {
        case .tcpRequestConnection: allowed = .frontendConnection
        case .tcpRequestSession: allowed = .frontendSession
        case .tcpRequestContent: allowed = side(.frontendContent, .backendContent)
        case .httpRequest, .redirect: allowed = side(.frontendRequest, .backendRequest)
        case .httpResponse, .httpAfterResponse: allowed = side(.frontendResponse, .backendResponse)
        case .tcpResponseContent: allowed = side(.frontendResponseContent, .backendResponseContent)
        case .useBackend: allowed = [.useBackend, .frontendRequest]
        case .useServer: allowed = .useServer
        case .httpCheckConnect, .httpCheckSend, .httpCheckExpect, .httpCheckSetVar, .httpCheckSetVarFmt: allowed = .check
        case .logFormat, .errorLogFormat, .logFormatSd:
            allowed = .log
            isLog = true
        default: allowed = .anywhere
        }
    }
}
