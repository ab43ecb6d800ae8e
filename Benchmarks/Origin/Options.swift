import BenchSupport
import Glibc

/// The command line.
struct Options {
    var listen: [Address] = []
    var tcpEcho: [Address] = []
    var name = "origin"
    var body: [UInt8] = Array("Hello, world!\n".utf8)

    static let help = """
        usage: baton-origin --listen ADDRESS [option]...

        An HTTP/1.1 origin server to put behind a proxy under test. One thread, loopback only.
        Prints 'listening ADDRESS' for each listener and then 'ready'; TERM and INT stop it.

          --listen ADDRESS     serve HTTP on 127.x.y.z:PORT, [::1]:PORT or unix:PATH; repeatable; port 0 takes a free one
          --tcp-echo ADDRESS   send back whatever comes in, without HTTP; repeatable
          --name NAME          value of the header X-Origin (default: origin)
          --body BYTES         size of the default body (default: 14)
          --body-text TEXT     the default body itself; {name} stands for the name

        Paths (a query is ignored; a request body is read and dropped unless the path says otherwise):
          /health              200, or 503 after /health/off until /health/on
          /size/N              N bytes of a pattern that baton-load can verify
          /chunked/N           the same in chunks
          /slow/MS             the default answer after MS milliseconds
          /stream  /stream/MS  a small chunk every second, or every MS, until the client closes
          /upgrade             101, then an echo of what the client sends; 426 without an Upgrade header
          /echo                200 with the request's head as it arrived and then its body
          /echo/body           200 with the request's body alone
          /status/CODE         an answer with that status (200 to 599)
          /close               the default answer with Connection: close
          /close/silent        the default answer, then a close that nothing announced
          /until-close         a body that ends with the connection
          /requests            the number of requests so far
          /fault/close  /fault/reset  /fault/truncate  /fault/framing  /fault/hang
                               what an origin should not do
          anything else        the default answer
        """

    static func read() -> Options {
        var options = Options()
        var arguments = Arguments(program: "baton-origin")
        while let option = arguments.next() {
            switch option {
            case "--listen": options.listen.append(arguments.address())
            case "--tcp-echo": options.tcpEcho.append(arguments.address())
            case "--name": options.name = arguments.value("a name")
            case "--body": options.body = filler(arguments.number(0...Bounds.echoBytesMax))
            case "--body-text": options.body = Array(arguments.value("a text").utf8)
            case "--help", "-h":
                say(help)
                exit(0)
            default: arguments.unknown()
            }
        }
        if options.listen.isEmpty, options.tcpEcho.isEmpty { arguments.fail("nothing to listen on; give --listen ADDRESS (--help)") }
        options.body = replacing(Array("{name}".utf8), in: options.body, by: Array(options.name.utf8))
        return options
    }

    private static func filler(_ bytes: Int) -> [UInt8] {
        let pattern = Pattern()
        return (0..<bytes).map { pattern.block[$0 % Pattern.period] }
    }

    private static func replacing(_ word: [UInt8], in text: [UInt8], by other: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            if text.count - index >= word.count, Array(text[index..<index + word.count]) == word {
                result += other
                index += word.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }
}
