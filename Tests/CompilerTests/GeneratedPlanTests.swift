import Compiler
import Glibc
import GrammarFormat
import Lexer
import Plan
import Runtime
import Testing

@testable import baton_parity

/// What compiles must load: lines made from the signatures of everything that runs, compiled, and prepared as a worker does it. A plan that is
/// refused there would be refused in production, after `baton compile` had said yes.
@Suite struct GeneratedPlanTests {
    private static let kinds: [SectionID] = [.global, .defaults, .frontend, .backend, .listen]

    private func text(_ kind: SectionID, _ line: String) -> String {
        func section(_ own: SectionID, _ lines: [String]) -> String {
            (lines + (own == kind ? ["  " + line] : [])).joined(separator: "\n") + "\n"
        }
        return section(.global, ["global", "  maxconn 100"])
            + section(
                .defaults, ["defaults base", "  mode http", "  timeout connect 5s", "  timeout client 5s", "  timeout server 5s"])
            + section(
                .frontend, ["frontend front", "  bind 127.0.0.1:18080", "  acl a1 src 127.0.0.1", "  default_backend back"])
            + section(.backend, ["backend back", "  acl a1 src 127.0.0.1", "  server s1 127.0.0.1:18081"])
            + section(.listen, ["listen both", "  bind 127.0.0.1:18082", "  acl a1 src 127.0.0.1", "  server s1 127.0.0.1:18083"])
    }

    /// Nil: refused by the check or as not run yet.
    private func compile(_ text: String) throws -> [UInt8]? {
        var sources = SourceSet()
        sources.add(try Source(name: "generated.cfg", index: 0, bytes: Array(text.utf8)))
        var options = CheckOptions()
        options.target = .baton
        options.mustRun = true
        let result = Compiler.check(sources, options)
        guard result.isValid else { return nil }
        let lowered = Compiler.lower(result, target: .baton)
        return lowered.findings.isEmpty ? try lowered.builder.encode() : nil
    }

    private func prepare(_ bytes: [UInt8]) throws -> String? {
        let image = try PlanImage.load(bytes: bytes)
        let input = PreparationInput(
            plan: image.plan, mapping: Mapping(image), number: 1, sockets: [], isKept: [], resolved: [], checkAddresses: [],
            logTargetAddresses: [], files: [])
        switch Registry().prepare(input, previous: nil, loops: 1, wall: 0) {
        case .success(let prepared):
            Generation.free(prepared.generation)
            return nil
        case .failure(let refusal): return refusal.reason
        }
    }

    private final class Mapping {
        private let image: PlanImage
        init(_ image: PlanImage) { self.image = image }
        deinit { image.unmap() }
    }

    @Test(arguments: 1...4) func whatCompilesLoads(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var generator = LineGenerator(values: ValueSampler(file: "/dev/null"))
        let rows = KeywordTable.directive.rows.map { KeywordRow(index: $0) }.filter { $0.runs && $0.isKnown(in: .baton) }
        var loaded = 0
        for _ in 0..<10 {
            for row in rows {
                for kind in Self.kinds where row.places & (1 << Int(kind.rawValue)) != 0 {
                    guard let line = generator.line(row, place: Int(kind.rawValue), &random), let bytes = try compile(text(kind, line))
                    else {
                        continue
                    }
                    let refusal = try prepare(bytes)
                    #expect(refusal == nil, "\(kind.text): \(line)")
                    loaded += 1
                }
            }
        }
        #expect(loaded > 200, "\(loaded) of them compile")
    }
}
