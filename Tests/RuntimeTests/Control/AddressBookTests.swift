import Plan
import PlanFixtures
import Testing

@testable import Runtime

@Suite struct AddressBookTests {
    private static func address(_ n: UInt8, port: UInt16 = 0) -> PeerAddress { PeerAddress(ipv4: 192, 0, 2, n, port: port) }
    private static func six(_ n: UInt64) -> PeerAddress {
        var address = PeerAddress()
        (address.family, address.high, address.low) = (6, 0xB80D_0120, n << 56)
        return address
    }

    /// Servers with these names in the place of addresses; `change` sees each record.
    private func addresses(_ names: [String], _ change: (Int, inout ServerRecord) -> Void = { _, _ in }) throws -> PlanAddresses {
        var builder = HTTPPlan(port: 80, servers: names.indices.map { HTTPPlan.Server("s\($0)", port: UInt16(1000 + $0)) }).builder()
        for (i, name) in names.enumerated() {
            builder.servers[i].address = Address(family: .name, port: UInt32(1000 + i), text: builder.intern(name))
            change(i, &builder.servers[i])
        }
        return PlanAddresses(try PlanImage.load(bytes: builder.encode()).plan)
    }

    private func servers(_ addresses: PlanAddresses) -> String {
        switch addresses.servers() {
        case .success(let list): list.map { AddressDescription.describe($0) }.joined(separator: " ")
        case .failure(let failure): failure.description
        }
    }

    private func methods(_ list: UInt32...) -> UInt32 { list.reversed().reduce(0) { $0 << 4 | $1 } }

    // MARK: The book

    @Test func theBookGoesThroughTheMaster() {
        var book = AddressBook()
        let names = (0..<3000).map { [UInt8]("host-\($0).example".utf8) }
        for (i, name) in names.enumerated() where i % 2 == 0 {
            book.set(name, i % 4 == 0 ? Self.address(UInt8(i % 251)) : Self.six(UInt64(i % 251)))
        }
        let pieces = book.encoded(names)
        #expect(pieces.count > 1)
        for piece in pieces { #expect(MasterMessage.names(encoded: piece).encoded.count <= MasterLimits.messageBytes) }
        var copy = AddressBook()
        for piece in pieces { copy.add(encoded: piece) }
        for name in names { #expect(copy[name] == book[name]) }
        // Of names that are not asked for nothing is said.
        var none = AddressBook()
        for piece in book.encoded([]) { none.add(encoded: piece) }
        #expect(none[names[0]] == nil)
    }

    @Test func damagedEntriesAreNotTaken() {
        var book = AddressBook()
        book.set([1], Self.address(1))
        book.set([2], Self.address(2))
        let piece = book.encoded([[1], [2]])[0]
        for count in 0..<piece.count {
            var other = AddressBook()
            other.add(encoded: Array(piece[..<count]))
            #expect(other[[1]] == nil && other[[2]] == nil, "cut to \(count)")
        }
    }

    @Test func onlyNamesOfThePlanAreKept() {
        var book = AddressBook()
        for n: UInt8 in 1...3 { book.set([n], Self.address(n)) }
        book.keep([[2], [9]])
        #expect(book[[1]] == nil && book[[2]] == Self.address(2) && book[[3]] == nil && book[[9]] == nil)
    }

    // MARK: The addresses of a plan

    @Test func eachNameOnce() throws {
        let addresses = try addresses(["b", "a", "b", "c"])
        #expect(addresses.names.map { String(decoding: $0, as: UTF8.self) } == ["b", "a", "c"])
    }

    @Test func everyServerGetsItsPort() throws {
        var addresses = try addresses(["b", "a", "b"])
        var book = AddressBook()
        #expect(addresses.resolve([[Self.address(1), Self.address(9)], [Self.six(1)]], book: &book) == [])
        #expect(servers(addresses) == "192.0.2.1:1000 [2001:db8::1]:1001 192.0.2.1:1002")
        #expect(book[[0x62]] == Self.address(1))
    }

    @Test func theAddressStaysWhileTheNameStandsForIt() throws {
        var addresses = try addresses(["a"])
        var book = AddressBook()
        _ = addresses.resolve([[Self.address(2), Self.address(1)]], book: &book)
        #expect(addresses.resolve([[Self.address(1), Self.address(2)]], book: &book) == [])
        #expect(servers(addresses) == "192.0.2.2:1000")
        #expect(addresses.resolve([[Self.address(1), Self.address(3)]], book: &book) == ["'a' moved from 192.0.2.2 to 192.0.2.1"])
        #expect(servers(addresses) == "192.0.2.1:1000")
        #expect(addresses.resolve([], book: &book) == ["'a' does not resolve now; it keeps 192.0.2.1"])
        #expect(servers(addresses) == "192.0.2.1:1000")
    }

    @Test func theFamilyThatIsPreferred() throws {
        let answers = [[Self.address(1), Self.six(1)]]
        for (flags, text) in [(ServerFlags.resolvePreferIPv6, "[2001:db8::1]:1000"), (.resolvePreferIPv4, "192.0.2.1:1000")] {
            var addresses = try addresses(["a"]) { $1.flagsRaw = flags.rawValue }
            var book = AddressBook()
            _ = addresses.resolve(answers, book: &book)
            #expect(servers(addresses) == text)
            // Better the other family than none.
            var other = AddressBook()
            _ = addresses.resolve([[flags == .resolvePreferIPv6 ? Self.address(5) : Self.six(5)]], book: &other)
            #expect(servers(addresses).contains("5"))
        }
    }

    @Test func methodsInTheirOrder() throws {
        let refusal = "server app/s0: 'a' does not resolve (init-addr none would start without it)"
        var book = AddressBook()
        // The default: last, libc.
        var addresses = try addresses(["a"])
        _ = addresses.resolve([[]], book: &book)
        #expect(servers(addresses) == refusal)
        // none: the server waits without an address.
        addresses = try self.addresses(["a"]) { $1.initAddrMethods = self.methods(2, 3) }
        _ = addresses.resolve([[]], book: &book)
        #expect(servers(addresses) == "unresolved")
        _ = addresses.resolve([[Self.address(1)]], book: &book)
        #expect(servers(addresses) == "192.0.2.1:1000")
        // A literal behind a name that is not found.
        addresses = try self.addresses(["x"]) {
            $1.initAddrMethods = self.methods(2, 4)
            $1.initialAddress = Address(family: .ipv4, words: (127, 0, 0, 0))
        }
        _ = addresses.resolve([[]], book: &book)
        #expect(servers(addresses) == "127.0.0.0:1000")
        // Without libc nobody is asked.
        addresses = try self.addresses(["y"]) { $1.initAddrMethods = self.methods(1, 3) }
        #expect(addresses.names == [])
        #expect(servers(addresses) == "unresolved")
    }

    @Test func checkAddressesAndLogTargets() throws {
        var builder = HTTPPlan(port: 80, servers: [.init("s", port: 1000)]).builder()
        builder.servers[0].checkAddress = Address(family: .name, port: 7, text: builder.intern("checker"))
        var target = LogTargetRecord()
        target.address = Address(family: .name, port: 514, text: builder.intern("logger"))
        builder.logTargets.append(target)
        var addresses = PlanAddresses(try PlanImage.load(bytes: builder.encode()).plan)
        #expect(addresses.names.map { String(decoding: $0, as: UTF8.self) } == ["checker", "logger"])
        var book = AddressBook()
        _ = addresses.resolve([[], []], book: &book)
        #expect(servers(addresses) == "127.0.0.1:1000")
        #expect(addresses.checks() == .failure(Explanation("server app/s: its check address does not resolve")))
        #expect(addresses.logTargets() == .failure(Explanation("log target 'logger' does not resolve")))
        _ = addresses.resolve([[Self.address(1)], [Self.address(2)]], book: &book)
        #expect(addresses.checks() == .success([Self.address(1, port: 7)]))
        #expect(addresses.logTargets() == .success([Self.address(2, port: 514)]))
    }

    @Test func addressesForPeople() {
        var unix = PeerAddress()
        unix.family = 1
        #expect(AddressDescription.describe(Self.address(1, port: 80)) == "192.0.2.1:80")
        #expect(AddressDescription.describe(Self.six(1)) == "[2001:db8::1]:0")
        #expect(AddressDescription.describe(unix) == "unix" && AddressDescription.host(unix) == "-")
        #expect(AddressDescription.describe(PeerAddress()) == "unresolved")
    }
}
