import Plan
import PlanFixtures
import Testing

/// Damage behind valid digests: a plan that still loads must be one that can be read to its end.
@Suite struct PlanDamageTests {
    @Test func changedBytesAreRefusedOrHarmless() throws {
        var fixture = HTTPPlan(port: 8080, servers: [.init("s1", port: 9001, check: true), .init("s2", port: 9002)])
        fixture.responseHeader = ("x-plan", "one")
        fixture.logsToStdout = true
        var original = fixture.builder()
        let file = Array("a.cfg".utf8).withUnsafeBytes { original.addSourceFile($0) }
        original.proxyLocations = [SourceLocation(file: file, line: 1, column: 1)]
        let bytes = try original.encode()
        var (loaded, refused) = (0, 0)
        for at in bytes.indices where at % 3 == 0 {
            for value in [0xff, 0x80, bytes[at] &+ 1] as [UInt8] {
                var copy = bytes
                copy[at] = value
                let sealed = try resealed(copy)
                let error: PlanLoadError?
                do throws(PlanLoadError) {
                    let image = try PlanImage.load(bytes: sealed)
                    _ = image.plan.walk()
                    _ = PlanDifference(from: image.plan, to: image.plan).text()
                    image.unmap()
                    error = nil
                } catch let failure { error = failure }
                if error == nil { loaded += 1 } else { refused += 1 }
            }
        }
        #expect(loaded > 100 && refused > 100)
    }
}
