import BenchSupport
import Glibc

/// The server: one thread, one poller, a table of connections indexed by descriptor.
struct Loop {
    /// Tokens of what is not a connection: a connection's generation starts at 1, so its token never fits in 32 bits.
    private enum Source {
        static let signals: UInt64 = 0x8000_0000
        static let listeners: UInt64 = 0x4000_0000
    }

    private struct Listener {
        let fd: Int32
        let isTCP: Bool
        let echoes: Bool
    }

    let poller = Poller()
    let answers: Answers
    let pattern = Pattern()
    var timers = Timers()
    var requests = 0
    var isHealthy = true
    private let signals: Int32
    private var listeners: [Listener] = []
    /// Indexed by descriptor. Each connection is its own allocation, freed when it closes.
    private var connections: [UnsafeMutablePointer<Connection>?] = []
    private var generation: UInt32 = 0

    init(_ options: Options) {
        answers = Answers(name: options.name, body: options.body)
        signals = signalDescriptor([SIGTERM, SIGINT])
        poller.add(source: signals, token: Source.signals)
        for address in options.listen { listen(address, echoes: false) }
        for address in options.tcpEcho { listen(address, echoes: true) }
    }

    private mutating func listen(_ address: Address, echoes: Bool) {
        guard let fd = Sockets.listen(address) else {
            complain("baton-origin: cannot listen on \(address.text): \(describe(errno))")
            exit(2)
        }
        poller.add(source: fd, token: Source.listeners | UInt64(listeners.count))
        let isTCP = address.family != AF_UNIX
        listeners.append(Listener(fd: fd, isTCP: isTCP, echoes: echoes))
        let host = address.text.prefix { _ in true }
        if isTCP, let colon = host.lastIndex(of: ":") {
            say("listening \(host[..<colon]):\(Sockets.localPort(fd))")
        } else {
            say("listening \(host)")
        }
    }

    /// Serves until a signal.
    mutating func run() {
        while true {
            let count = poller.wait(deadlineNs: timers.nextNs)
            for index in 0..<count {
                let event = poller.event(index)
                if event.token == Source.signals { return }
                if event.token >> 32 == 0 {
                    accept(listeners[Int(event.token & 0xffff)])
                } else if let connection = connection(event.token) {
                    if event.readable { connection.pointee.isReadable = true }
                    if event.writable { connection.pointee.isWritable = true }
                    if event.ended { connection.pointee.peerEnded = true }
                    advance(connection)
                }
            }
            guard timers.nextNs != .max else { continue }
            let time = now()
            while let token = timers.pop(dueNs: time) {
                if let connection = connection(token) { expire(connection, time) }
            }
        }
    }

    private func connection(_ token: UInt64) -> UnsafeMutablePointer<Connection>? {
        let index = Int(token & 0xffff_ffff)
        guard index < connections.count, let connection = connections[index], connection.pointee.token == token else { return nil }
        return connection
    }

    /// Level-triggered: what is left in the queue after a bounded number of accepts comes back with the next wait.
    private mutating func accept(_ listener: Listener) {
        for _ in 0..<64 {
            guard let fd = Sockets.accept(listener.fd, tcp: listener.isTCP) else {
                if errno != EAGAIN { complain("baton-origin: accept: \(describe(errno))") }
                return
            }
            generation = generation == .max ? 1 : generation + 1
            let connection = UnsafeMutablePointer<Connection>.allocate(capacity: 1)
            connection.initialize(to: Connection(fd: fd, generation: generation, phase: listener.echoes ? .echo : .head))
            while connections.count <= Int(fd) { connections.append(nil) }
            connections[Int(fd)] = connection
            poller.add(connection: fd, token: connection.pointee.token)
        }
    }

    mutating func close(_ connection: UnsafeMutablePointer<Connection>, reset: Bool = false) {
        let fd = connection.pointee.fd
        connections[Int(fd)] = nil
        if reset { Sockets.reset(fd) } else { Glibc.close(fd) }
        connection.pointee.input.free()
        connection.pointee.output.free()
        connection.deinitialize(count: 1)
        connection.deallocate()
    }
}
