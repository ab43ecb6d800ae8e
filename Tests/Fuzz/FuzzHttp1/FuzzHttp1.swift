import HTTPFixtures
import Runtime

/// A message in any pieces: no trap, no byte out of bounds, the same verdict however it is cut, and what is forwarded is forwarded
/// unchanged by a second proxy.
///
/// The first byte chooses direction, method and edits; the second how many cuts follow, of two bytes each; the rest is the message.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTTP1(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size >= 2 else { return 0 }
    let input = UnsafeBufferPointer(start: data, count: size)
    let choice = input[0]
    let cutCount = Int(input[1] & 7)
    guard size >= 2 + 2 * cutCount else { return 0 }
    let bytes = [UInt8](input[(2 + 2 * cutCount)...])
    let cuts = (0..<cutCount).map { (Int(input[2 + 2 * $0]) << 8 | Int(input[3 + 2 * $0])) % (bytes.count + 1) }.sorted()

    var relay = Relay()
    defer { relay.free() }
    if choice & 1 != 0 {
        let methods: [Method] = [.get, .head, .connect, .post]
        var flags: HeadFlags = []
        if choice & 8 != 0 { flags.insert(.keepAlive) }
        if choice & 16 != 0 { flags.insert(.upgrade) }
        relay.answering = RequestSummary(method: methods[Int(choice >> 1 & 3)], version: choice & 32 != 0 ? .http10 : .http11, flags: flags)
    }
    relay.close = choice & 128 != 0
    if choice & 64 != 0 {
        relay.edit = { head in
            head.set(HeaderName(.host), ByteSlice("edited.example:8080"))
            head.set(HeaderName(.connection), ByteSlice("close, X-Y"))
            head.set(HeaderName(.contentLength), ByteSlice("3"))
            head.add(HeaderName(literal: "X-Added"), ByteSlice("1"))
            head.delete(.transferEncoding)
        }
    }

    let whole = relay.run(bytes, endOfInput: true)
    let pieces = relay.run(bytes, cuts: cuts, endOfInput: true)
    if whole.status != 0, pieces.status == 0 {
        let later = relay.run(bytes + [0x0A, 0x0A], cuts: cuts + [bytes.count])
        precondition(later.status == whole.status, "refused at the latest at the end of the line")
    } else {
        precondition(pieces == whole, "cuts make no difference")
    }
    // What the proxy adds may be the one line too many.
    let isFull = whole.wire.count { $0 == 0x0A } >= HTTPLimits.headerFields || whole.wire.count > HTTPLimits.headBytes
    // An absolute target may lose another empty port the second time: http://a::/ becomes http://a:/ and then http://a/.
    let isAbsolute = whole.wire.prefix { $0 != 0x0D }.contains(0x3A)
    if relay.edit == nil, relay.answering == nil, !isAbsolute, !isFull, whole.finished, whole.status == 0, !whole.wire.isEmpty {
        let again = relay.run(whole.wire, endOfInput: true)
        precondition(again.status == 0 && again.finished && again.wire == whole.wire, "a second proxy forwards the same")
    }
    return 0
}

// SwiftPM has the linker use <target>_main for main, so the driver that libFuzzer's own main would call is called here.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argc: UnsafeMutablePointer<CInt>, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("FuzzHttp1_main")
public func fuzzHTTP1Main(_ argc: CInt, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var argc = argc
    var argv = argv
    return runDriver(&argc, &argv) { fuzzHTTP1($0, $1) }
}
