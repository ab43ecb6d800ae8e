import Runtime
import Testing

/// A few seeds in a debug build, where overflow and exclusivity are checked; `script/test simulation` runs many in release.
@Suite(.serialized) struct SimulationTests {
    @Test(arguments: [1, 2, 3, 62, 104] as [UInt64])
    func runsWithoutViolation(seed: UInt64) throws {
        let simulation = try #require(Simulation(seed: seed, loops: 3))
        let violation = simulation.run()
        #expect(violation == nil, "seed \(seed): \(violation?.invariant.rawValue ?? ""): \(violation?.detail ?? "")")
        #expect(simulation.turns > 0)
    }

    @Test(arguments: [PlantedFault.lostWakeup, .closedKeepAlive, .freedGeneration, .leakedDescriptor])
    func findsPlantedFault(fault: PlantedFault) throws {
        for seed in UInt64(1)...10 {
            let simulation = try #require(Simulation(seed: seed, loops: 3, fault: fault))
            guard let violation = simulation.run() else { continue }
            #expect(fault.namedBy.contains(violation.invariant), "seed \(seed) says \(violation.invariant.rawValue): \(violation.detail)")
            return
        }
        Issue.record("\(fault.rawValue) was not found")
    }

    /// The same seed is the same run.
    @Test func repeats() throws {
        let first = try #require(Simulation(seed: 7, loops: 3))
        let second = try #require(Simulation(seed: 7, loops: 3))
        #expect(first.run()?.detail == second.run()?.detail)
        #expect(first.turns == second.turns)
    }
}
