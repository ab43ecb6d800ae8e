// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// Where words of table 'directive' can stand.
package enum SectionID: UInt8, CaseIterable, Sendable {
    case global
    case defaults
    case frontend
    case backend
    case listen
    case peers
    case resolvers
    case userlist
    case mailers
    case cache
    case ring
    case logForward
    case logProfile
    case httpErrors
    case fcgiApp
    case crtStore
    case traces
    case acme
    case program
    case spoeAgent
    case spoeMessage
    case spoeGroup
    case healthcheck

    /// As written in grammar/.
    package var text: StaticString {
        switch self {
        case .global: "global"
        case .defaults: "defaults"
        case .frontend: "frontend"
        case .backend: "backend"
        case .listen: "listen"
        case .peers: "peers"
        case .resolvers: "resolvers"
        case .userlist: "userlist"
        case .mailers: "mailers"
        case .cache: "cache"
        case .ring: "ring"
        case .logForward: "log-forward"
        case .logProfile: "log-profile"
        case .httpErrors: "http-errors"
        case .fcgiApp: "fcgi-app"
        case .crtStore: "crt-store"
        case .traces: "traces"
        case .acme: "acme"
        case .program: "program"
        case .spoeAgent: "spoe-agent"
        case .spoeMessage: "spoe-message"
        case .spoeGroup: "spoe-group"
        case .healthcheck: "healthcheck"
        }
    }
}

/// Where words of table 'action' can stand.
package enum RuleSetID: UInt8, CaseIterable, Sendable {
    case tcpRequestConnection
    case tcpRequestSession
    case tcpRequestContent
    case tcpResponseContent
    case httpRequest
    case httpResponse
    case httpAfterResponse
    case quicInitial

    /// As written in grammar/.
    package var text: StaticString {
        switch self {
        case .tcpRequestConnection: "tcp-request-connection"
        case .tcpRequestSession: "tcp-request-session"
        case .tcpRequestContent: "tcp-request-content"
        case .tcpResponseContent: "tcp-response-content"
        case .httpRequest: "http-request"
        case .httpResponse: "http-response"
        case .httpAfterResponse: "http-after-response"
        case .quicInitial: "quic-initial"
        }
    }
}

/// Where words of table 'server-option' can stand.
package enum ServerPlaceID: UInt8, CaseIterable, Sendable {
    case server
    case defaultServer
    case serverTemplate
    case peer
    case ringServer
    case dynamic

    /// As written in grammar/.
    package var text: StaticString {
        switch self {
        case .server: "server"
        case .defaultServer: "default-server"
        case .serverTemplate: "server-template"
        case .peer: "peer"
        case .ringServer: "ring-server"
        case .dynamic: "dynamic"
        }
    }
}

/// Where words of table 'bind-option' can stand.
package enum BindPlaceID: UInt8, CaseIterable, Sendable {
    case bind
    case crtList
    case crtStore
    case dgramBind

    /// As written in grammar/.
    package var text: StaticString {
        switch self {
        case .bind: "bind"
        case .crtList: "crt-list"
        case .crtStore: "crt-store"
        case .dgramBind: "dgram-bind"
        }
    }
}
