/// The answers that the proxy gives itself where the configuration gives none (manual section 3.8 lists the statuses that can have an
/// `errorfile`). Same statuses, reason phrases and headers as HAProxy's.
package enum ErrorResponses {
    /// The statuses that have a default answer; any other is answered with 500.
    package static let statuses: [UInt16] = [
        200, 400, 401, 403, 404, 405, 407, 408, 410, 413, 414, 421, 422, 425, 429, 431, 500, 501, 502, 503, 504,
    ]

    /// Writes head and body. `close` adds `connection: close`; it is always there for 400 and 408, after which the connection ends.
    /// `body` is left out for HEAD (`bodyless`), its length is not. Returns the bytes written, nil if they do not fit.
    package static func write(
        _ status: UInt16, close: Bool, bodyless: Bool = false, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Int? {
        let answer = ErrorAnswer(status)
        let title = ByteSlice(answer.title)
        let text = ByteSlice(answer.text)
        let closes = close || answer.status == 400 || answer.status == 408
        // The fixed parts of head and page are below 256 bytes.
        guard let base = output.baseAddress, output.count >= 256 &+ 2 &* title.count &+ text.count else { return nil }
        var c = Cursor(p: base)
        c.put(ByteSlice("HTTP/1.1 "))
        c.putDecimal(UInt64(answer.status))
        c.put(0x20)
        c.put(title)
        c.put(ByteSlice("\r\ncontent-length: "))
        c.putDecimal(UInt64(pageLength(title, text)))
        c.put(ByteSlice("\r\ncache-control: no-cache\r\ncontent-type: text/html\r\n"))
        if closes { c.put(ByteSlice("connection: close\r\n")) }
        c.putLineEnd()
        if !bodyless { putPage(answer.status, title, text, &c) }
        return c.p - base
    }

    /// Whether the connection ends after the default answer whatever the client asked for.
    package static func closes(_ status: UInt16) -> Bool { status == 400 || status == 408 }

    // <html><body><h1>STATUS TITLE</h1>LF TEXT LF</body></html>LF
    private static func pageLength(_ title: ByteSlice, _ text: ByteSlice) -> Int {
        16 &+ 4 &+ title.count &+ 6 &+ text.count &+ 1 &+ 15
    }

    private static func putPage(_ status: UInt16, _ title: ByteSlice, _ text: ByteSlice, _ c: inout Cursor) {
        c.put(ByteSlice("<html><body><h1>"))
        c.putDecimal(UInt64(status))
        c.put(0x20)
        c.put(title)
        c.put(ByteSlice("</h1>\n"))
        c.put(text)
        c.put(ByteSlice("\n</body></html>\n"))
    }
}

/// Reason phrase and sentence of one default answer.
private struct ErrorAnswer {
    var status: UInt16
    var title: StaticString
    var text: StaticString

    init(_ status: UInt16) {
        self.status = status
        switch status {
        case 200: (title, text) = ("OK", "The service is up.")
        case 400: (title, text) = ("Bad request", "The request could not be understood.")
        case 401: (title, text) = ("Unauthorized", "A user name and a password are needed here.")
        case 403: (title, text) = ("Forbidden", "A rule of this site forbids the request.")
        case 404: (title, text) = ("Not Found", "There is nothing at this address.")
        case 405: (title, text) = ("Method Not Allowed", "The resource does not support the request's method.")
        case 407: (title, text) = ("Unauthorized", "The proxy needs a user name and a password.")
        case 408: (title, text) = ("Request Time-out", "The request did not arrive in time.")
        case 410: (title, text) = ("Gone", "The resource was here and has been removed for good.")
        case 413: (title, text) = ("Payload Too Large", "The request's body is larger than allowed.")
        case 414: (title, text) = ("URI Too Long", "The request's address is longer than allowed.")
        case 421: (title, text) = ("Misdirected Request", "This server does not answer for the requested host.")
        case 422: (title, text) = ("Unprocessable Content", "The request's body is encoded in a way that is not supported.")
        case 425: (title, text) = ("Too Early", "The request came before the connection was secured; send it again.")
        case 429: (title, text) = ("Too Many Requests", "Too many requests came from here; try again later.")
        case 431: (title, text) = ("Request Header Fields Too Large", "The request's headers are larger than allowed.")
        case 501: (title, text) = ("Not Implemented", "The request needs something that is not supported here.")
        case 502: (title, text) = ("Bad Gateway", "The server's answer was incomplete or could not be understood.")
        case 503: (title, text) = ("Service Unavailable", "No server can take the request at the moment.")
        case 504: (title, text) = ("Gateway Time-out", "The server did not answer in time.")
        default:
            self.status = 500
            (title, text) = ("Internal Server Error", "The request could not be handled because of an internal error.")
        }
    }
}
