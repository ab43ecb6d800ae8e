import Compiler
import Lexer
import Testing

/// The shape of SARIF 2.1.0, as far as its schema and code-scanning services require it of what is written here.
@Suite struct SARIFTests {
    private func run(_ findings: Findings, _ sources: SourceSet) throws -> JSONValue {
        let log = try JSONReader.read(SARIFReport.render(findings, sources: sources))
        #expect(log["version"]?.string == "2.1.0")
        #expect(log["$schema"]?.string?.hasSuffix("sarif-2.1.0.json") == true)
        let runs = try #require(log["runs"]?.array)
        #expect(runs.count == 1)
        return runs[0]
    }

    private static let levels: Set = ["none", "note", "warning", "error"]

    @Test func requiredProperties() throws {
        let text = RecoveryTests.frame + "  foo\n  redirect location /a if\nbackend b\n  server é 10.0.0.1 check\n  x \"\n"
        let (result, sources) = try checked(bytes: Array(text.utf8), name: "dir/a b.cfg")
        let run = try run(result.findings, sources)
        let driver = try #require(run["tool"]?["driver"])
        #expect(driver["name"]?.string == "baton")
        let rules = try #require(driver["rules"]?.array)
        let ids = rules.compactMap { $0["id"]?.string }
        #expect(ids.count == rules.count && Set(ids).count == ids.count)
        for rule in rules {
            #expect(Self.levels.contains(rule["defaultConfiguration"]?["level"]?.string ?? ""))
            for name in ["shortDescription", "fullDescription", "help"] { #expect(rule[name]?["text"]?.string?.isEmpty == false) }
        }
        let results = try #require(run["results"]?.array)
        #expect(results.count == result.findings.sorted().count && results.count > 4)
        for result in results {
            let index = try #require(result["ruleIndex"]?.count)
            #expect(index < ids.count && ids[index] == result["ruleId"]?.string)
            #expect(Self.levels.contains(result["level"]?.string ?? ""))
            #expect(result["message"]?["text"]?.string?.isEmpty == false)
            let locations = try #require(result["locations"]?.array)
            #expect(locations.count == 1)
            for location in locations + (result["relatedLocations"]?.array ?? []) { try checkLocation(location) }
        }
    }

    private func checkLocation(_ location: JSONValue) throws {
        let physical = try #require(location["physicalLocation"])
        #expect(physical["artifactLocation"]?["uri"]?.string == "dir/a%20b.cfg")
        let region = try #require(physical["region"])
        let startLine = try #require(region["startLine"]?.count)
        let startColumn = try #require(region["startColumn"]?.count)
        let endLine = try #require(region["endLine"]?.count)
        let endColumn = try #require(region["endColumn"]?.count)
        #expect(startLine >= 1 && startColumn >= 1 && endLine >= startLine && endColumn >= 1)
        #expect(endLine > startLine || endColumn >= startColumn)
    }

    @Test func nothingFound() throws {
        let (_, sources) = try checked("")
        let run = try run(Findings(), sources)
        #expect(run["results"]?.array?.isEmpty == true && run["tool"]?["driver"]?["rules"]?.array?.isEmpty == true)
    }
}
