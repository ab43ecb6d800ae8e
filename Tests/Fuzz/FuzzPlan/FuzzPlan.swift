import Plan
import PlanFixtures

/// A small whole plan is changed as the input says, its digests are made to hold again, and it is loaded. It must be refused, or
/// be one that can be read to the end. An input that is a plan by itself is taken as it is.
///
/// The input: records of five bytes, an offset (three, little-endian), a value, and how to apply it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlan(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: data, count: data == nil ? 0 : size))
    load(input)
    var plan = base
    for start in stride(from: 0, to: input.count &- 4, by: 5) {
        let offset = Int(input[start]) | Int(input[start + 1]) << 8 | Int(input[start + 2]) << 16
        let at = offset % plan.count
        switch input[start + 4] & 3 {
        case 0: plan[at] = input[start + 3]
        case 1: plan[at] ^= input[start + 3]
        case 2: plan[at] = plan[at] &+ input[start + 3]
        // Row counts and offsets are worth more: a multiple of four, as a whole number.
        default:
            let word = at & ~3
            for byte in 0..<4 where word + byte < plan.count { plan[word + byte] = byte == 0 ? input[start + 3] : 0 }
        }
    }
    if let sealed = try? resealed(plan) { load(sealed) }
    return 0
}

private func load(_ bytes: [UInt8]) {
    do throws(PlanLoadError) {
        let image = try PlanImage.load(bytes: bytes)
        _ = image.plan.walk()
        _ = PlanDifference(from: reference.plan, to: image.plan).text()
        image.unmap()
    } catch { precondition(!error.message.isEmpty) }
}

private let base: [UInt8] = {
    var fixture = HTTPPlan(port: 8080, servers: [.init("s1", port: 9001, check: true), .init("s2", port: 9002)])
    fixture.responseHeader = ("x-plan", "one")
    fixture.commandSocket = "/run/baton.sock"
    fixture.logsToStdout = true
    var builder = fixture.builder()
    let file = Array("a.cfg".utf8).withUnsafeBytes { builder.addSourceFile($0) }
    builder.proxyLocations = [SourceLocation(file: file, line: 1, column: 1)]
    guard let bytes = try? builder.encode() else { fatalError("the fuzzer needs libcrypto") }
    return bytes
}()

private let reference: PlanImage = {
    guard let image = try? PlanImage.load(bytes: base) else { fatalError("the base plan does not load") }
    return image
}()

// SwiftPM has the linker use <target>_main for main, so the driver that libFuzzer's own main would call is called here.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argc: UnsafeMutablePointer<CInt>, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("FuzzPlan_main")
public func fuzzPlanMain(_ argc: CInt, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var argc = argc
    var argv = argv
    return runDriver(&argc, &argv) { fuzzPlan($0, $1) }
}
