import Runtime
import Testing

@Suite struct HealthCounterTests {
    private func expect(_ changed: Bool, _ wanted: Bool, location: SourceLocation = #_sourceLocation) {
        #expect(changed == wanted, sourceLocation: location)
    }

    @Test func aServerBeginsUpAndOneFailureFromDown() {
        var counter = HealthCounter(rise: 2)
        expect(counter.fail(rise: 2, fall: 3), true)
        #expect(!HealthCounter.isUp(counter.value, rise: 2))
    }

    @Test func riseSuccessesBringItUpAndFallFailuresDown() {
        var counter = HealthCounter(rise: 2)
        _ = counter.fail(rise: 2, fall: 3)
        expect(counter.succeed(rise: 2, fall: 3), false)
        expect(counter.succeed(rise: 2, fall: 3), true)
        expect(counter.fail(rise: 2, fall: 3), false)
        expect(counter.fail(rise: 2, fall: 3), false)
        expect(counter.fail(rise: 2, fall: 3), true)
    }

    @Test func aSuccessInBetweenRestores() {
        var counter = HealthCounter(rise: 1)
        for _ in 0..<5 { _ = counter.succeed(rise: 1, fall: 2) }
        expect(counter.fail(rise: 1, fall: 2), false)
        _ = counter.succeed(rise: 1, fall: 2)
        expect(counter.fail(rise: 1, fall: 2), false)
        expect(counter.fail(rise: 1, fall: 2), true)
    }
}
