// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'log-alias': the number of its row.
package struct LogAliasID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .logAlias }

    package static var bytesRead: Self { Self(rawValue: 1900) }
    package static var requestCookie: Self { Self(rawValue: 1901) }
    package static var responseCookie: Self { Self(rawValue: 1902) }
    package static var hostname: Self { Self(rawValue: 1903) }
    package static var method: Self { Self(rawValue: 1904) }
    package static var path: Self { Self(rawValue: 1905) }
    package static var pathOnly: Self { Self(rawValue: 1906) }
    package static var query: Self { Self(rawValue: 1907) }
    package static var uri: Self { Self(rawValue: 1908) }
    package static var version: Self { Self(rawValue: 1909) }
    package static var uniqueID: Self { Self(rawValue: 1910) }
    package static var origin: Self { Self(rawValue: 1911) }
    package static var status: Self { Self(rawValue: 1912) }
    package static var gmtDate: Self { Self(rawValue: 1913) }
    package static var timeRequest: Self { Self(rawValue: 1914) }
    package static var timeActive: Self { Self(rawValue: 1915) }
    package static var timeConnect: Self { Self(rawValue: 1916) }
    package static var timeData: Self { Self(rawValue: 1917) }
    package static var timeHandshake: Self { Self(rawValue: 1918) }
    package static var timeIdle: Self { Self(rawValue: 1919) }
    package static var localDate: Self { Self(rawValue: 1920) }
    package static var timeQuery: Self { Self(rawValue: 1921) }
    package static var timeResponse: Self { Self(rawValue: 1922) }
    package static var timestamp: Self { Self(rawValue: 1923) }
    package static var timeTotal: Self { Self(rawValue: 1924) }
    package static var timeUser: Self { Self(rawValue: 1925) }
    package static var timeWait: Self { Self(rawValue: 1926) }
    package static var bytesUploaded: Self { Self(rawValue: 1927) }
    package static var actconn: Self { Self(rawValue: 1928) }
    package static var backendName: Self { Self(rawValue: 1929) }
    package static var beconn: Self { Self(rawValue: 1930) }
    package static var backendSourceIP: Self { Self(rawValue: 1931) }
    package static var backendSourcePort: Self { Self(rawValue: 1932) }
    package static var backendQueue: Self { Self(rawValue: 1933) }
    package static var clientIP: Self { Self(rawValue: 1934) }
    package static var clientPort: Self { Self(rawValue: 1935) }
    package static var frontendName: Self { Self(rawValue: 1936) }
    package static var feconn: Self { Self(rawValue: 1937) }
    package static var frontendIP: Self { Self(rawValue: 1938) }
    package static var frontendPort: Self { Self(rawValue: 1939) }
    package static var frontendNameTransport: Self { Self(rawValue: 1940) }
    package static var requestHeaders: Self { Self(rawValue: 1941) }
    package static var requestHeadersList: Self { Self(rawValue: 1942) }
    package static var responseHeaders: Self { Self(rawValue: 1943) }
    package static var responseHeadersList: Self { Self(rawValue: 1944) }
    package static var logCounter: Self { Self(rawValue: 1945) }
    package static var milliseconds: Self { Self(rawValue: 1946) }
    package static var options: Self { Self(rawValue: 1947) }
    package static var pid: Self { Self(rawValue: 1948) }
    package static var requestLine: Self { Self(rawValue: 1949) }
    package static var retries: Self { Self(rawValue: 1950) }
    package static var requestCounter: Self { Self(rawValue: 1951) }
    package static var serverName: Self { Self(rawValue: 1952) }
    package static var srvconn: Self { Self(rawValue: 1953) }
    package static var serverIP: Self { Self(rawValue: 1954) }
    package static var serverPort: Self { Self(rawValue: 1955) }
    package static var srvQueue: Self { Self(rawValue: 1956) }
    package static var sslCiphers: Self { Self(rawValue: 1957) }
    package static var sslVersion: Self { Self(rawValue: 1958) }
    package static var acceptDate: Self { Self(rawValue: 1959) }
    package static var requestDate: Self { Self(rawValue: 1960) }
    package static var gmtRequestDate: Self { Self(rawValue: 1961) }
    package static var localRequestDate: Self { Self(rawValue: 1962) }
    package static var terminationState: Self { Self(rawValue: 1963) }
    package static var terminationStateCookie: Self { Self(rawValue: 1964) }
}
