import CLinux
import Glibc
import Plan

/// Names a connection to a command socket; a stale one finds nothing.
struct CommandClientID: Equatable {
    let number: UInt64
}

/// Command sockets: `stats socket` lines of the serving plan and the control socket (manual section 9.3). Lines of commands come in, text
/// goes out, each response ends with an empty line. Nothing here blocks; every connection is bounded in bytes and in silence.
package final class CommandServer {
    struct Listener {
        let key: [UInt8]
        let descriptor: Int32
        let level: CommandLevel
        let isControl: Bool
    }

    struct Client {
        let id: CommandClientID
        let descriptor: Int32
        let isControl: Bool
        var level: CommandLevel
        var input: [UInt8] = []
        var output: [UInt8] = []
        var sent = 0
        /// Came with the present line, owned.
        var descriptors: [Int32] = []
        /// A line is being run, of which these commands are left, the next one last.
        var isInLine = false
        var rest: [[UInt8]] = []
        /// Waits for a handover; no further command is run or read meanwhile.
        var isWaiting = false
        var isInteractive = false
        var closesAfterOutput = false
        var deadlineUs: UInt64 = UInt64.max
    }

    weak var process: WorkerProcess?
    private var listeners: [Listener] = []
    private var clients: [Client] = []
    private var nextID: UInt64 = 1
    private var idleMs: UInt32 = 10_000
    private var limit = 10
    private var polledListeners = 0
    private var polledClients: [CommandClientID] = []

    /// The control socket, for the life of the process.
    func listen(_ descriptor: Int32, level: CommandLevel, isControl: Bool) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        listeners.append(Listener(key: [], descriptor: descriptor, level: level, isControl: isControl))
    }

    func descriptor(ofKey key: [UInt8]) -> Int32? { listeners.first { !$0.isControl && $0.key == key }?.descriptor }

    /// Follows a plan that was committed. Answers the keys of sockets that are closed now.
    func adopt(_ plan: [(key: [UInt8], descriptor: Int32, level: CommandLevel)], idleMs: UInt32, limit: Int) -> [[UInt8]] {
        self.idleMs = idleMs
        self.limit = max(limit, 1)
        var gone: [[UInt8]] = []
        var kept = listeners.filter(\.isControl)
        for listener in listeners where !listener.isControl && !plan.contains(where: { $0.key == listener.key }) {
            close(listener.descriptor)
            gone.append(listener.key)
        }
        for entry in plan where entry.descriptor >= 0 {
            _ = fcntl(entry.descriptor, F_SETFL, fcntl(entry.descriptor, F_GETFL) | O_NONBLOCK)
            kept.append(Listener(key: entry.key, descriptor: entry.descriptor, level: entry.level, isControl: false))
        }
        listeners = kept
        return gone
    }

    func closeListeners() {
        for listener in listeners { close(listener.descriptor) }
        listeners = []
    }

    // MARK: Polling

    func addPolled(_ polled: inout [pollfd]) {
        polledListeners = listeners.count
        for listener in listeners { polled.append(pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0)) }
        polledClients = []
        for client in clients {
            var events = 0
            if !client.isWaiting && client.output.isEmpty { events |= Int(POLLIN) }
            if !client.output.isEmpty { events |= Int(POLLOUT) }
            polled.append(pollfd(fd: client.descriptor, events: Int16(events), revents: 0))
            polledClients.append(client.id)
        }
    }

    func handle(_ polled: ArraySlice<pollfd>) {
        // Those who leave make room before others come in.
        let first = polled.startIndex + polledListeners
        for (i, id) in polledClients.enumerated() where first + i < polled.endIndex {
            let events = Int(polled[first + i].revents)
            if events == 0 { continue }
            // Gone for good, both ways: nobody waits for the answer any more, and poll would report it at once each time.
            if events & Int(POLLHUP | POLLERR) != 0 && events & Int(POLLIN) == 0 { drop(id) } else { serve(id) }
        }
        for i in 0..<polledListeners where i < listeners.count {
            if polled[polled.startIndex + i].revents != 0 { accept(listeners[i]) }
        }
    }

    var nextDeadlineUs: UInt64 { clients.map(\.deadlineUs).min() ?? UInt64.max }

    func checkTimers(_ now: UInt64) {
        for client in clients where client.deadlineUs <= now && !client.isWaiting { drop(client.id) }
    }

    private func accept(_ listener: Listener) {
        while true {
            let descriptor = baton_accept4(listener.descriptor, nil, nil, Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
            if descriptor < 0 { return }
            let count = clients.filter { $0.isControl == listener.isControl }.count
            if count >= (listener.isControl ? ControlLimits.controlConnections : limit) {
                close(descriptor)
                continue
            }
            var client = Client(
                id: CommandClientID(number: nextID), descriptor: descriptor, isControl: listener.isControl, level: listener.level)
            client.deadlineUs = deadline(listener.isControl)
            nextID += 1
            clients.append(client)
        }
    }

    private func deadline(_ isControl: Bool) -> UInt64 {
        Clock.nowUs() + UInt64(isControl ? ControlLimits.controlIdleMs : idleMs) * 1000
    }

    private func index(_ id: CommandClientID) -> Int? { clients.firstIndex { $0.id == id } }

    private func drop(_ id: CommandClientID) {
        guard let i = index(id) else { return }
        close(clients[i].descriptor)
        clients[i].descriptors.forEach { close($0) }
        clients.remove(at: i)
    }

    private func serve(_ id: CommandClientID) {
        guard let i = index(id) else { return }
        if !clients[i].output.isEmpty {
            proceed(id)
            return
        }
        if clients[i].isWaiting { return }
        var bytes = [UInt8](repeating: 0, count: ControlLimits.commandLineBytes)
        var descriptors = [Int32](repeating: -1, count: Int(BATON_MESSAGE_DESCRIPTORS))
        var count: Int32 = 0
        var truncated: Int32 = 0
        let received = bytes.withUnsafeMutableBytes { buffer in
            descriptors.withUnsafeMutableBufferPointer {
                baton_receive_message(clients[i].descriptor, buffer.baseAddress, buffer.count, $0.baseAddress, &count, &truncated)
            }
        }
        if received == -Int(EAGAIN) { return }
        guard received > 0 else {
            // A last line without its end counts, as in `echo -n`.
            if received == 0, !clients[i].input.isEmpty {
                clients[i].input.append(0x0A)
                proceed(id)
                return
            }
            drop(id)
            return
        }
        clients[i].deadlineUs = deadline(clients[i].isControl)
        for k in 0..<Int(count) {
            if clients[i].descriptors.count < ControlLimits.commandDescriptors {
                clients[i].descriptors.append(descriptors[k])
            } else {
                close(descriptors[k])
            }
        }
        clients[i].input += bytes[..<received]
        proceed(id)
    }

    /// Sends and runs in turn, until the client has sent no more, waits, or does not read.
    private func proceed(_ id: CommandClientID) {
        while flush(id), let i = index(id) {
            if !clients[i].isInLine, !takeLine(i) { return }
            runLine(i)
        }
    }

    /// The next whole line becomes the present one. False: there is none yet.
    private func takeLine(_ i: Int) -> Bool {
        let end = clients[i].input.firstIndex(of: 0x0A)
        if (end ?? clients[i].input.count) > ControlLimits.commandLineBytes {
            clients[i].closesAfterOutput = true
            clients[i].input = []
            clients[i].output = [UInt8]("The command line is longer than \(ControlLimits.commandLineBytes) bytes.\n\n".utf8)
            return true
        }
        guard let end else { return false }
        var line = clients[i].input[..<end]
        if line.last == 0x0D { line.removeLast() }
        clients[i].rest = line.split(separator: 0x3B).reversed().map { [UInt8]($0) }
        clients[i].input.removeFirst(end + 1)
        clients[i].isInLine = true
        return true
    }

    /// Runs what is left of the present line: to its end, or to a command whose answer comes later.
    private func runLine(_ i: Int) {
        guard let process, clients[i].isInLine else { return }
        while let command = clients[i].rest.popLast() {
            let words = command.split { $0 == 0x20 || $0 == 0x09 }.prefix(ControlLimits.commandWords).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard let first = words.first else { continue }
            if first == "prompt" {
                clients[i].isInteractive = true
                continue
            }
            if first == "quit" {
                clients[i].closesAfterOutput = true
                clients[i].rest = []
                break
            }
            let context = CommandContext(
                process: process, client: clients[i].id, level: clients[i].level, isControl: clients[i].isControl,
                descriptor: clients[i].descriptors.first)
            switch Commands.run(words, context) {
            case .text(let text): say(text, i)
            case .later(let tookDescriptor):
                if tookDescriptor { clients[i].descriptors = [] }
                clients[i].isWaiting = true
                return
            }
        }
        clients[i].isInLine = false
        clients[i].descriptors.forEach { close($0) }
        clients[i].descriptors = []
        if !clients[i].isInteractive { clients[i].closesAfterOutput = true }
        if !clients[i].closesAfterOutput { clients[i].output += [UInt8]("> ".utf8) }
    }

    /// An answer: whole lines, and an empty one behind them.
    private func say(_ text: String, _ i: Int) {
        clients[i].output += [UInt8](text.utf8)
        if !text.isEmpty, text.utf8.last != 0x0A { clients[i].output.append(0x0A) }
        clients[i].output.append(0x0A)
    }

    /// The answer to a command that took time. Never called while a command runs.
    func answer(_ id: CommandClientID, _ text: String) {
        guard let i = index(id) else { return }
        clients[i].isWaiting = false
        clients[i].deadlineUs = deadline(clients[i].isControl)
        say(text, i)
        proceed(id)
    }

    /// Sends what waits. False: the client is gone, does not read, or waits.
    private func flush(_ id: CommandClientID) -> Bool {
        guard let i = index(id) else { return false }
        while clients[i].sent < clients[i].output.count {
            let sent = clients[i].sent
            let n = clients[i].output.withUnsafeBytes {
                send(clients[i].descriptor, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if n < 0 {
                if errno == EINTR { continue }
                if errno != EAGAIN { drop(id) }
                return false
            }
            clients[i].sent += n
            clients[i].deadlineUs = deadline(clients[i].isControl)
        }
        clients[i].output = []
        clients[i].sent = 0
        if clients[i].closesAfterOutput && !clients[i].isInLine {
            drop(id)
            return false
        }
        return !clients[i].isWaiting
    }
}
