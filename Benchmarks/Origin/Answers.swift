import BenchSupport

/// Heads and small answers, made once: the usual request costs one copy.
struct Answers {
    let name: [UInt8]
    let body: [UInt8]
    /// `X-Origin: NAME` with its line end.
    let originLine: [UInt8]
    /// The default answer, and its head alone.
    let usual: [UInt8]
    let usualHead: [UInt8]

    init(name: String, body: [UInt8]) {
        self.name = Array(name.utf8)
        self.body = body
        originLine = Array("X-Origin: \(name)\r\n".utf8)
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\nContent-Type: text/plain\r\nX-Origin: \(name)\r\n\r\n"
        usualHead = Array(head.utf8)
        usual = usualHead + body
    }

    /// Appends a head. A nil length means chunked for peers that take chunks, else a body that ends with the connection.
    func head(_ status: Int, length: Int?, chunked: Bool = false, closes: Bool, to output: inout Buffer) {
        output.append("HTTP/1.1 ")
        output.append(decimal: status)
        output.append(reason(status))
        output.append("\r\n")
        if let length {
            output.append("Content-Length: ")
            output.append(decimal: length)
            output.append("\r\n")
        } else if chunked {
            output.append("Transfer-Encoding: chunked\r\n")
        }
        if closes { output.append("Connection: close\r\n") }
        output.append("Content-Type: text/plain\r\n")
        output.append(originLine)
        output.append("\r\n")
    }

    private func reason(_ status: Int) -> StaticString {
        switch status {
        case 200: " OK"
        case 204: " No Content"
        case 304: " Not Modified"
        case 400: " Bad Request"
        case 404: " Not Found"
        case 413: " Content Too Large"
        case 426: " Upgrade Required"
        case 500: " Internal Server Error"
        case 503: " Service Unavailable"
        default: " Status"
        }
    }
}
