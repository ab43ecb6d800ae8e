/// The fetches that the runtime runs (manual section 7.3). Numbers are the plan's and never reused.
@frozen public enum FetchCode: UInt32, Sendable, CaseIterable {
    case alwaysTrue = 0
    case alwaysFalse = 1
    case src = 2
    case srcPort = 3
    case dst = 4
    case dstPort = 5
    case method = 6
    case path = 7
    case pathq = 8
    case query = 9
    case url = 10
    case base = 11
    case reqVer = 12
    /// Operands: name, occurrence (sint, 0: every value).
    case reqHdr = 13
    case reqFhdr = 14
    case reqHdrCnt = 15
    case reqFhdrCnt = 16
    case resHdr = 17
    case resFhdr = 18
    case resHdrCnt = 19
    case resFhdrCnt = 20
    case status = 21
    case resVer = 22
    case feName = 23
    case beName = 24
    case srvName = 25
    case feID = 26
    case beID = 27
    case srvID = 28
    case nbsrv = 29
    case feConn = 30
    case beConn = 31
    case srvConn = 32
    case connSlots = 33
    case queue = 34
    case avgQueue = 35
    case srvIsUp = 36
    case beConnFree = 37
    case srvConnFree = 38
    case srvQueue = 39
    case feReqRate = 40
    case feSessRate = 41
    case beSessRate = 42
    /// Operands: none, or the modulus.
    case rand = 43
    case date = 44
    case env = 45
    case hostname = 46
    case nbproc = 47
    case process = 48
    case thread = 49
    case uuid = 50
    /// Baton's own: first line of a followed file. Operand: file.
    case file = 51
    case urlp = 52
    case reqCook = 53
    case resCook = 54
    case reqBodySize = 55
    case soName = 56
    case soID = 57
    case uniqueID = 58
    case srcIsLocal = 59
    case http = 60
    case reqHdrNames = 61
    case reqLen = 62
    case httpFirstReq = 63
}

/// The converters that the runtime runs (manual section 7.3.1).
@frozen public enum ConverterCode: UInt32, Sendable, CaseIterable {
    case lower = 0
    case upper = 1
    case ipmask = 2
    case length = 3
    case field = 4
    case word = 5
    case bytes = 6
    case hex = 7
    case urlDec = 8
    case base64 = 9
    case add = 10
    case sub = 11
    case mul = 12
    case div = 13
    case mod = 14
    case neg = 15
    case not = 16
    case bool = 17
    case and = 18
    case or = 19
    case xor = 20
    case even = 21
    case odd = 22
    case iif = 23
    case concat = 24
    case strcmp = 25
    case crc32 = 26
    case djb2 = 27
    case wt6 = 28
    case xxh32 = 29
    case hostOnly = 30
    case portOnly = 31
    case ltrim = 32
    case rtrim = 33
    case inTable = 34
    case urlEnc = 35
    case digest = 36
    case jsonQuery = 37
}

/// Log-format aliases (manual section 8.2.6), which are not fetches.
@frozen public enum LogAlias: UInt32, Sendable, CaseIterable {
    /// %ci %cp %fi %fp %bi %bp %si %sp
    case clientIP = 0
    case clientPort = 1
    case frontendIP = 2
    case frontendPort = 3
    case backendSourceIP = 4
    case backendSourcePort = 5
    case serverIP = 6
    case serverPort = 7
    /// %t %tr %T %Tl %trl %trg %Ts %ms
    case acceptDate = 8
    case requestDate = 9
    case gmtDate = 10
    case localDate = 11
    case localRequestDate = 12
    case gmtRequestDate = 13
    case timestamp = 14
    case milliseconds = 15
    /// %f %ft %b %s
    case frontendName = 16
    case frontendNameTransport = 17
    case backendName = 18
    case serverName = 19
    /// %TR %Tw %Tc %Tr %Ta %Tt %Th %Ti %Tq %Td %Tu
    case timeRequest = 20
    case timeWait = 21
    case timeConnect = 22
    case timeResponse = 23
    case timeActive = 24
    case timeTotal = 25
    case timeHandshake = 26
    case timeIdle = 27
    case timeQuery = 28
    case timeData = 29
    case timeUser = 30
    /// %ST %B %U %CC %CS %ts %tsc
    case status = 31
    case bytesRead = 32
    case bytesUploaded = 33
    case requestCookie = 34
    case responseCookie = 35
    case terminationState = 36
    case terminationStateCookie = 37
    /// %ac %fc %bc %sc %rc %sq %bq
    case actconn = 38
    case feconn = 39
    case beconn = 40
    case srvconn = 41
    case retries = 42
    case srvQueue = 43
    case backendQueue = 44
    /// %hr %hs %hrl %hsl
    case requestHeaders = 45
    case responseHeaders = 46
    case requestHeadersList = 47
    case responseHeadersList = 48
    /// %r %HM %HU %HP %HPO %HQ %HV
    case requestLine = 49
    case method = 50
    case uri = 51
    case path = 52
    case pathOnly = 53
    case query = 54
    case version = 55
    /// %ID %H %pid %rt %lc %o
    case uniqueID = 56
    case hostname = 57
    case pid = 58
    case requestCounter = 59
    case logCounter = 60
    /// %sslv %sslc
    case sslVersion = 61
    case sslCiphers = 62
    /// The whole classic line that HAProxy writes without httplog or tcplog.
    case originConnect = 63
}
