import Plan
import PlanFixtures
import Testing

/// Plans whose digests hold and whose rows do not: written by a broken or hostile compiler.
@Suite struct PlanVerifierTests {
    private func refusal(_ change: (inout PlanBuilder) -> Void) -> String? {
        var fixture = HTTPPlan(port: 8080, servers: [.init("s1", port: 9001, check: true), .init("s2", port: 9002)])
        fixture.responseHeader = ("x-plan", "one")
        var builder = fixture.builder()
        change(&builder)
        do {
            let image = try PlanImage.load(bytes: builder.encode())
            image.unmap()
            return nil
        } catch let error as PlanLoadError {
            return error.message
        } catch { return "\(error)" }
    }

    private let beyond = Text(offset: 1 << 30, length: 4)

    @Test func refusesRowsThatDoNotExist() {
        #expect(refusal { _ in } == nil)
        #expect(refusal { $0.proxies[0].defaultBackend = ProxyID(9) } != nil)
        #expect(refusal { $0.proxies[1].servers = Rows(first: 1, count: 5) } != nil)
        #expect(refusal { $0.proxies[0].servers = Rows(first: 0, count: 1) } != nil)
        #expect(refusal { $0.proxies[0].ruleSets = Rows(first: UInt32.max, count: UInt32.max) } != nil)
        #expect(refusal { $0.servers[1].proxy = ProxyID(0) } != nil)
        #expect(refusal { $0.listeners[0].proxy = .none } != nil)
        #expect(refusal { $0.checks[0].expectRaw = 1 } != nil)
        #expect(refusal { $0.proxies[1].check = CheckID(3) } != nil)
        #expect(refusal { $0.errorFiles.append(ErrorFileRecord()) } != nil)
        #expect(refusal { $0.settingReferences.append(SettingID(77)) } != nil)
    }

    @Test func refusesTextsOutside() {
        let text = beyond
        #expect(refusal { $0.proxies[0].name = text } == "the plan is damaged: a text of proxy 0 lies outside")
        #expect(refusal { $0.servers[0].address.text = text } != nil)
        #expect(refusal { $0.global.node = text } != nil)
        #expect(refusal { $0.rules[0].text = Text(offset: UInt32.max, length: 1) } != nil)
    }

    @Test func refusesCodesThatDoNotExist() {
        #expect(refusal { $0.proxies[0].modeRaw = 7 } != nil)
        #expect(refusal { $0.proxies[0].balanceRaw = 99 } != nil)
        #expect(refusal { $0.servers[0].address.familyRaw = 44 } != nil)
        #expect(refusal { $0.listeners[0].purposeRaw = 2 } != nil)
        #expect(refusal { $0.code[0].opcodeRaw = 999 } == "the plan is damaged: instruction 0 has an opcode that does not exist")
    }

    @Test func refusesProgramsThatLeaveOrLoop() {
        #expect(refusal { $0.code[$0.code.count - 1] = Instruction(.found) } == "the plan is damaged: its last program does not end")
        #expect(refusal { $0.code[1] = Instruction(.jump, a: 1) } != nil)
        #expect(refusal { $0.code[1] = Instruction(.jump, a: 0) } != nil)
        #expect(refusal { $0.code[1] = Instruction(.jumpIfTrue, a: 400) } != nil)
        #expect(refusal { $0.code[1] = Instruction(.begin, a: PlanLimits.outputRegisters) } != nil)
        #expect(refusal { $0.code[1] = Instruction(.fetch, a: 5000) } != nil)
        #expect(refusal { $0.code[1] = Instruction(.fetch, a: 2, b: 0, c: 9) } != nil)
        #expect(refusal { $0.code[1] = Instruction(.match, a: 0) } != nil)
        #expect(refusal { $0.code[1] = Instruction(.deny, a: 7) } != nil)
        #expect(refusal { $0.code[1] = Instruction(.useBackend, a: 2) } != nil)
        // `next` over a fetch would take the first value for ever.
        #expect(
            refusal {
                $0.code[0] = Instruction(.fetch, a: FetchCode.src.rawValue)
                $0.code[1] = Instruction(.next, a: 0)
            } == "the plan is damaged: instruction 1 jumps back too far")
        #expect(
            refusal {
                $0.code[0] = Instruction(.fetch, a: FetchCode.src.rawValue)
                $0.code[1] = Instruction(.found)
                $0.code[2] = Instruction(.next, a: 1)
            } == nil)
    }
}
