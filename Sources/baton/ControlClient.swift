import CLinux
import Glibc

/// A question to a running instance over its control socket: one line there, text back until the other side closes.
enum ControlClient {
    /// Refused, or not answered: a sentence.
    struct Failure: Error {
        let message: String
    }

    /// A handover waits for names and for the one before it; this long without a byte means that nobody is there.
    private static let silenceMs: Int32 = 60_000
    /// An answer larger than this is none.
    private static let answerBytes = 64 << 20

    static let option = Option("--control", value: "SOCKET", help: "the control socket of the instance, as given to 'baton run'")

    /// The answer without its last empty line. `descriptor` goes with the line and stays the caller's.
    static func ask(_ path: String, _ line: String, descriptor: Int32? = nil) throws(Failure) -> String {
        let connection = try connect(path)
        defer { close(connection) }
        let bytes = Array((line + "\n").utf8)
        let descriptors = descriptor.map { [$0] } ?? []
        // A line fits an empty socket buffer as a whole.
        let sent = bytes.withUnsafeBytes { bytes in
            descriptors.withUnsafeBufferPointer {
                baton_send_message(connection, bytes.baseAddress, bytes.count, $0.baseAddress, Int32($0.count))
            }
        }
        guard sent == bytes.count else { throw failure(path, sent < 0 ? Int32(truncatingIfNeeded: -sent) : EMSGSIZE) }
        var answer = try read(connection, path)
        while answer.count > 1, answer[answer.count - 1] == 0x0A, answer[answer.count - 2] == 0x0A { answer.removeLast() }
        guard !answer.isEmpty else { throw Failure(message: "\(path): the instance closed the connection without an answer") }
        return String(decoding: answer, as: UTF8.self)
    }

    private static func connect(_ path: String) throws(Failure) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard !bytes.isEmpty, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Failure(message: "'\(path)' cannot be a socket: its path is empty or too long")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        if descriptor < 0 { throw failure(path, errno) }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        if result != 0 {
            let code = errno
            close(descriptor)
            throw failure(path, code)
        }
        return descriptor
    }

    private static func read(_ descriptor: Int32, _ path: String) throws(Failure) -> [UInt8] {
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&polled, 1, silenceMs)
            if ready < 0, errno == EINTR { continue }
            guard ready != 0 else { throw Failure(message: "\(path): no answer within \(silenceMs / 1000) s") }
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw failure(path, errno) }
            if count == 0 { return answer }
            answer += piece[..<count]
            guard answer.count <= answerBytes else { throw Failure(message: "\(path): the answer does not end") }
        }
    }

    private static func failure(_ path: String, _ code: Int32) -> Failure {
        switch code {
        case ENOENT: Failure(message: "\(path): no such socket; is the instance running with --control \(path)?")
        case ECONNREFUSED: Failure(message: "\(path): nobody listens on this socket")
        default: Failure(message: "\(path): \(String(cString: strerror(code)))")
        }
    }
}

extension Arguments {
    /// The control socket; nil, and a message on standard error, without one.
    func control(_ command: String) -> String? {
        if let path = value("--control") { return path }
        Terminal.error("--control SOCKET is missing; 'baton \(command) --help' shows what it takes")
        return nil
    }

    /// Asks and prints. Exit codes: 0 done, 1 refused, 2 could not.
    func ask(_ command: String, _ line: String, descriptor: Int32? = nil) -> Int32 {
        guard let path = control(command) else { return 2 }
        do throws(ControlClient.Failure) {
            let answer = try ControlClient.ask(path, line, descriptor: descriptor)
            // What the instance says of a plan that it did not take begins with this word; the sentence goes where errors go.
            if answer.hasPrefix("refused") || answer.hasPrefix("Permission denied") {
                Terminal.error(answer.hasSuffix("\n") ? String(answer.dropLast()) : answer)
                return 1
            }
            Terminal.out(answer.hasSuffix("\n") ? answer : answer + "\n")
            return 0
        } catch {
            Terminal.error(error.message)
            return 2
        }
    }
}
