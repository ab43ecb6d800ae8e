import CLinux
import Glibc
import Testing

@testable import Runtime

@Suite struct ChannelTests {
    private func pair() throws -> (Channel, Channel) {
        let ends = try Channel.pair().get()
        return (Channel(descriptor: ends.0), Channel(descriptor: ends.1))
    }

    @Test func messagesComeWholeAndInOrder() throws {
        let (a, b) = try pair()
        #expect(b.receive() == nil && !b.isBroken)
        a.send([1])
        a.send([2, 3])
        a.send([UInt8](repeating: 4, count: MasterLimits.messageBytes))
        #expect(b.receive()?.bytes == [1])
        #expect(b.receive()?.bytes == [2, 3])
        #expect(b.receive()?.bytes.count == MasterLimits.messageBytes)
        #expect(b.receive() == nil && !b.isBroken)
    }

    @Test func descriptorsComeAlongAndCloseOnExec() throws {
        let (a, b) = try pair()
        let pipes = try (0..<Int(BATON_MESSAGE_DESCRIPTORS)).map { _ in try Pipe() }
        a.send([1], descriptors: pipes.map(\.writer))
        let message = try #require(b.receive())
        try #require(message.descriptors.count == pipes.count)
        for (pipe, descriptor) in zip(pipes, message.descriptors) {
            #expect(descriptor != pipe.writer && TestSocket.isSame(descriptor, pipe.writer))
            #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0)
            pipe.closeWriter()
            close(descriptor)
            #expect(pipe.isEnded())
        }
    }

    /// What does not fit the socket waits, with copies of the descriptors, and goes out in order.
    @Test func whatIsNotReadWaits() throws {
        let (a, b) = try pair()
        let pipe = try Pipe()
        var sent: [UInt8] = []
        while !a.hasPending {
            a.send([UInt8(sent.count % 251)] + [UInt8](repeating: 0, count: 8000))
            sent.append(UInt8(sent.count % 251))
            try #require(sent.count < 10_000)
        }
        a.send([252], descriptors: [pipe.writer])
        a.send([253])
        pipe.closeWriter()
        var received: [UInt8] = []
        while true {
            a.flush()
            guard let message = b.receive() else { break }
            received.append(message.bytes[0])
            for descriptor in message.descriptors {
                #expect(message.bytes == [252])
                var byte: UInt8 = 42
                #expect(write(descriptor, &byte, 1) == 1)
                close(descriptor)
            }
        }
        #expect(!a.hasPending && !a.isBroken)
        #expect(received == sent + [252, 253])
        var byte: UInt8 = 0
        #expect(read(pipe.reader, &byte, 1) == 1 && byte == 42)
        // The waiting copy went with the message.
        #expect(pipe.isEnded())
    }

    @Test func descriptorsThatWereNeverSentAreClosedWithTheChannel() throws {
        let pipe = try Pipe()
        var ends: (Channel, Channel)? = try pair()
        while ends?.0.hasPending == false { ends?.0.send([UInt8](repeating: 0, count: 8000)) }
        ends?.0.send([1], descriptors: [pipe.writer])
        pipe.closeWriter()
        #expect(!pipe.isEnded(withinMs: 0))
        ends = nil
        #expect(pipe.isEnded())
    }

    @Test func aSideThatNeverReadsIsGivenUp() throws {
        let (a, _b) = try pair()
        defer { withExtendedLifetime(_b) {} }
        var count = 0
        while !a.isBroken && count < 2 * MasterLimits.queuedMessages {
            a.send([1])
            count += 1
        }
        #expect(a.isBroken && count > MasterLimits.queuedMessages)
        a.send([2])
        a.flush()
        #expect(a.isBroken)
    }

    /// A message that is cut is no message, and what came along with it is closed.
    @Test func aMessageThatIsTooLongBreaksTheChannel() throws {
        let (a, b) = try pair()
        let pipe = try Pipe()
        a.send([UInt8](repeating: 1, count: MasterLimits.messageBytes + 1), descriptors: [pipe.writer])
        a.send([2])
        pipe.closeWriter()
        #expect(b.receive() == nil)
        #expect(b.isBroken)
        #expect(pipe.isEnded())
        #expect(b.receive() == nil)
    }

    /// From a peer with a larger bound: the receiver closes what it took.
    @Test func tooManyDescriptorsBreakTheChannel() throws {
        let (a, b) = try pair()
        let pipe = try Pipe()
        a.send([1], descriptors: [Int32](repeating: pipe.writer, count: Int(BATON_MESSAGE_DESCRIPTORS) + 1))
        #expect(a.isBroken)
        #expect(b.receive() == nil && !b.isBroken)

        let (c, d) = try pair()
        try sendDescriptors(c.descriptor, [Int32](repeating: pipe.writer, count: 100))
        pipe.closeWriter()
        #expect(d.receive() == nil)
        #expect(d.isBroken)
        #expect(pipe.isEnded())
    }

    @Test func aClosedDescriptorBreaksOnlyTheSender() throws {
        let (a, b) = try pair()
        a.send([1], descriptors: [-1])
        #expect(a.isBroken)
        #expect(b.receive() == nil && !b.isBroken)
    }

    @Test func whatWasSaidBeforeTheEndIsHeard() throws {
        let ends = try Channel.pair().get()
        let b = Channel(descriptor: ends.1)
        do {
            let a = Channel(descriptor: ends.0)
            a.send([1])
            a.send([2])
        }
        #expect(b.receive()?.bytes == [1])
        #expect(b.receive()?.bytes == [2])
        #expect(!b.isBroken)
        #expect(b.receive() == nil)
        #expect(b.isBroken)
        b.send([3])
        #expect(!b.hasPending)
    }

    @Test func sendingToNobodyBreaksTheChannel() throws {
        let ends = try Channel.pair().get()
        let a = Channel(descriptor: ends.0)
        close(ends.1)
        a.send([1])
        #expect(a.isBroken)
    }

    /// One message by the system's own means, where the channel would refuse.
    private func sendDescriptors(_ socket: Int32, _ descriptors: [Int32]) throws {
        let length = 16 + 4 * descriptors.count
        let control = UnsafeMutableRawPointer.allocate(byteCount: length, alignment: 16)
        defer { control.deallocate() }
        control.storeBytes(of: length, as: Int.self)
        control.storeBytes(of: SOL_SOCKET, toByteOffset: 8, as: Int32.self)
        control.storeBytes(of: 1, toByteOffset: 12, as: Int32.self)
        for (i, descriptor) in descriptors.enumerated() { control.storeBytes(of: descriptor, toByteOffset: 16 + 4 * i, as: Int32.self) }
        var byte: UInt8 = 1
        let sent = withUnsafeMutablePointer(to: &byte) { byte in
            var piece = iovec(iov_base: byte, iov_len: 1)
            return withUnsafeMutablePointer(to: &piece) { piece in
                var message = msghdr()
                message.msg_iov = piece
                message.msg_iovlen = 1
                message.msg_control = control
                message.msg_controllen = length
                return sendmsg(socket, &message, 0)
            }
        }
        try #require(sent == 1)
    }
}
