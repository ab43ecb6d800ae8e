import Compiler
import GrammarFormat
import Testing

/// Files of patterns and maps: what HAProxy 3.4.0 refuses is named with its line.
@Suite struct PatternFileTests {
    private func messages(_ expression: String, _ file: String) throws -> [String] {
        let scratch = Scratch()
        let path = scratch.add("patterns", file)
        let text = "frontend f\n mode http\n bind :1\n timeout client 1s\n \(expression.replacing("FILE", with: path))\n"
        let (result, _) = try checked(text, inputs: .warn)
        return result.findings.sorted().filter { $0.id.rawValue == "bad-line-in-file" }.map {
            $0.message.replacing(" '\(path)'", with: "")
        }
    }

    @Test func patterns() throws {
        let address = "http-request deny if { src -f FILE }"
        #expect(try messages(address, "# all\n\n1.2.3.4\n10.0.0.0/8\n2001:db8::/32\n10.0.0.0/255.0.0.0\n") == [])
        #expect(try messages(address, "1.2.3.4\nfoo bar\n") == ["line 2 of the pattern file: 'foo bar' is not an address"])
        #expect(try messages(address, "1.2.3.4/99\n") == ["line 1 of the pattern file: '1.2.3.4/99' is not an address"])
        let number = "http-request deny if { fe_id -f FILE }"
        #expect(try messages(number, "5\n-5\n5:\n:5\n5-9\n") == [])
        #expect(try messages(number, "5\n0x5\n5.6\n") == ["line 2 of the pattern file: '0x5' is not a number"])
        #expect(try messages("http-request deny if { path -f FILE }", "any thing\n") == [])
    }

    @Test func maps() throws {
        let numbers = "http-request set-header a %[path,map_str_int(FILE)]"
        #expect(try messages(numbers, "a 5\nb -5\nc\nd  7 \n") == [])
        #expect(try messages(numbers, "a 5\nb 5x\n") == ["line 2 of the map: '5x' is not a number"])
        let addresses = "http-request set-header a %[src,map_ip(FILE)]"
        #expect(try messages(addresses, "1.2.3.4/8 a\n") == [])
        #expect(try messages(addresses, "1.2.3.4 a\n1.2.3.4/40 b\n") == ["line 2 of the map: '1.2.3.4/40' is not an address"])
        #expect(
            try messages("http-request set-header a %[path,map_str_ip(FILE)]", "a localhost\n") == [
                "line 1 of the map: 'localhost' is not an address"
            ])
    }
}
