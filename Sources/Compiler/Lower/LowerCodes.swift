import GrammarFormat
import Plan

// Which code of the plan runs a word of the grammar. A word without one is refused, never dropped.

extension RuleSetKind {
    init?(directive: DirectiveID) {
        switch directive {
        case .tcpRequestConnection: self = .tcpRequestConnection
        case .tcpRequestSession: self = .tcpRequestSession
        case .tcpRequestContent: self = .tcpRequestContent
        case .httpRequest: self = .httpRequest
        case .useBackend: self = .useBackend
        case .useServer: self = .useServer
        case .tcpResponseContent: self = .tcpResponseContent
        case .httpResponse: self = .httpResponse
        case .httpAfterResponse: self = .httpAfterResponse
        default: return nil
        }
    }

    /// Whether its rules look at responses.
    var isResponse: Bool {
        switch self {
        case .tcpResponseContent, .httpResponse, .httpAfterResponse: true
        default: false
        }
    }
}

extension FetchCode {
    /// `isResponse`: the word is used in a response rule, where `hdr` means the response's.
    init?(_ fetch: FetchID, isResponse: Bool) {
        switch fetch {
        case .alwaysTrue: self = .alwaysTrue
        case .alwaysFalse: self = .alwaysFalse
        case .src: self = .src
        case .srcPort: self = .srcPort
        case .dst: self = .dst
        case .dstPort: self = .dstPort
        case .method: self = .method
        case .path: self = .path
        case .pathq: self = .pathq
        case .query: self = .query
        case .url: self = .url
        case .base: self = .base
        case .reqVer, .reqVerLegacy: self = .reqVer
        case .hdr: self = isResponse ? .resHdr : .reqHdr
        case .hdrCnt: self = isResponse ? .resHdrCnt : .reqHdrCnt
        case .reqHdr: self = .reqHdr
        case .reqFhdr: self = .reqFhdr
        case .reqHdrCnt: self = .reqHdrCnt
        case .reqFhdrCnt: self = .reqFhdrCnt
        case .reqHdrNames: self = .reqHdrNames
        case .resHdr, .shdr: self = .resHdr
        case .resFhdr: self = .resFhdr
        case .resHdrCnt, .shdrCnt: self = .resHdrCnt
        case .resFhdrCnt: self = .resFhdrCnt
        case .status: self = .status
        case .resVer, .respVer: self = .resVer
        case .feName: self = .feName
        case .beName: self = .beName
        case .srvName: self = .srvName
        case .feId: self = .feID
        case .beId: self = .beID
        case .srvId: self = .srvID
        case .nbsrv: self = .nbsrv
        case .feConn: self = .feConn
        case .beConn: self = .beConn
        case .srvConn: self = .srvConn
        case .connslots: self = .connSlots
        case .queue: self = .queue
        case .avgQueue: self = .avgQueue
        case .srvIsUp: self = .srvIsUp
        case .beConnFree: self = .beConnFree
        case .srvConnFree: self = .srvConnFree
        case .srvQueue: self = .srvQueue
        case .feReqRate: self = .feReqRate
        case .feSessRate: self = .feSessRate
        case .beSessRate: self = .beSessRate
        case .rand: self = .rand
        case .date: self = .date
        case .env: self = .env
        case .hostname: self = .hostname
        case .nbproc: self = .nbproc
        case .proc: self = .process
        case .thread: self = .thread
        case .uuid: self = .uuid
        case .file: self = .file
        case .urlp, .urlParam: self = .urlp
        case .reqCook: self = .reqCook
        case .cook: self = isResponse ? .resCook : .reqCook
        case .resCook, .scook: self = .resCook
        case .reqBodySize: self = .reqBodySize
        case .soName: self = .soName
        case .soId: self = .soID
        case .uniqueId: self = .uniqueID
        case .srcIsLocal: self = .srcIsLocal
        case .reqProtoHttp, .reqProtoHttpLegacy: self = .http
        case .reqLen: self = .reqLen
        case .httpFirstReq: self = .httpFirstReq
        default: return nil
        }
    }
}

extension ConverterCode {
    init?(_ converter: ConverterID) {
        switch converter {
        case .lower: self = .lower
        case .upper: self = .upper
        case .ipmask: self = .ipmask
        case .length: self = .length
        case .field: self = .field
        case .word: self = .word
        case .bytes: self = .bytes
        case .hex: self = .hex
        case .urlDec: self = .urlDec
        case .urlEnc: self = .urlEnc
        case .base64: self = .base64
        case .add: self = .add
        case .sub: self = .sub
        case .mul: self = .mul
        case .div: self = .div
        case .mod: self = .mod
        case .neg: self = .neg
        case .not: self = .not
        case .bool: self = .bool
        case .and: self = .and
        case .or: self = .or
        case .xor: self = .xor
        case .even: self = .even
        case .odd: self = .odd
        case .iif: self = .iif
        case .crc32: self = .crc32
        case .djb2: self = .djb2
        case .wt6: self = .wt6
        case .hostOnly: self = .hostOnly
        case .portOnly: self = .portOnly
        case .ltrim: self = .ltrim
        case .rtrim: self = .rtrim
        default: return nil
        }
    }
}

extension LogAlias {
    init?(_ alias: LogAliasID) {
        switch alias {
        case .clientIP: self = .clientIP
        case .clientPort: self = .clientPort
        case .frontendIP: self = .frontendIP
        case .frontendPort: self = .frontendPort
        case .backendSourceIP: self = .backendSourceIP
        case .backendSourcePort: self = .backendSourcePort
        case .serverIP: self = .serverIP
        case .serverPort: self = .serverPort
        case .acceptDate: self = .acceptDate
        case .requestDate: self = .requestDate
        case .gmtDate: self = .gmtDate
        case .localDate: self = .localDate
        case .localRequestDate: self = .localRequestDate
        case .gmtRequestDate: self = .gmtRequestDate
        case .timestamp: self = .timestamp
        case .milliseconds: self = .milliseconds
        case .frontendName: self = .frontendName
        case .frontendNameTransport: self = .frontendNameTransport
        case .backendName: self = .backendName
        case .serverName: self = .serverName
        case .timeRequest: self = .timeRequest
        case .timeWait: self = .timeWait
        case .timeConnect: self = .timeConnect
        case .timeResponse: self = .timeResponse
        case .timeActive: self = .timeActive
        case .timeTotal: self = .timeTotal
        case .timeHandshake: self = .timeHandshake
        case .timeIdle: self = .timeIdle
        case .timeQuery: self = .timeQuery
        case .timeData: self = .timeData
        case .timeUser: self = .timeUser
        case .status: self = .status
        case .bytesRead: self = .bytesRead
        case .bytesUploaded: self = .bytesUploaded
        case .requestCookie: self = .requestCookie
        case .responseCookie: self = .responseCookie
        case .terminationState: self = .terminationState
        case .terminationStateCookie: self = .terminationStateCookie
        case .actconn: self = .actconn
        case .feconn: self = .feconn
        case .beconn: self = .beconn
        case .srvconn: self = .srvconn
        case .retries: self = .retries
        case .srvQueue: self = .srvQueue
        case .backendQueue: self = .backendQueue
        case .requestHeaders: self = .requestHeaders
        case .responseHeaders: self = .responseHeaders
        case .requestHeadersList: self = .requestHeadersList
        case .responseHeadersList: self = .responseHeadersList
        case .requestLine: self = .requestLine
        case .method: self = .method
        case .uri: self = .uri
        case .path: self = .path
        case .pathOnly: self = .pathOnly
        case .query: self = .query
        case .version: self = .version
        case .uniqueID: self = .uniqueID
        case .hostname: self = .hostname
        case .pid: self = .pid
        case .requestCounter: self = .requestCounter
        case .logCounter: self = .logCounter
        case .sslVersion: self = .sslVersion
        case .sslCiphers: self = .sslCiphers
        default: return nil
        }
    }
}
