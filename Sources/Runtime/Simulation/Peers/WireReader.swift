/// Reads HTTP/1 messages for peers. Small and strict, and on purpose not the runtime's parser.
struct WireReader {
    enum Step {
        case more
        case head
        case end
        case bad(String)
    }

    enum Mode: Equatable {
        case head
        case length(Int)
        case chunkSize
        case chunk(Int)
        case chunkEnd(Int)
        case trailers
        case untilClose
        case tunnel
        case finished
    }

    private let isResponse: Bool
    private(set) var mode = Mode.head
    private(set) var head: [UInt8] = []
    private var line: [UInt8] = []
    /// Body bytes of this message so far.
    private(set) var bodyCount = 0

    init(isResponse: Bool) { self.isResponse = isResponse }

    /// Nothing of a message is here.
    var isBetweenMessages: Bool { mode == .head && head.isEmpty }

    /// Goes on in `bytes` from `at`. After ``Step/head`` the caller looks at the head; `bodyless` is asked when a response's head is whole.
    mutating func next(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, bodyless: Bool, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
    ) -> Step {
        while true {
            switch mode {
            case .head:
                guard at < bytes.count else { return .more }
                let byte = bytes[at]
                at += 1
                head.append(byte)
                if byte == 0x0A, head.count >= 4, head[head.count - 2] == 0x0D, head[head.count - 3] == 0x0A, head[head.count - 4] == 0x0D {
                    if let problem = frame(bodyless) { return .bad(problem) }
                    return .head
                }
                if head.count > 32 * 1024 { return .bad("endless head") }
            case .length(let left):
                if left == 0 {
                    mode = .finished
                    continue
                }
                guard at < bytes.count else { return .more }
                let n = min(left, bytes.count - at)
                give(bytes, &at, n, body)
                mode = .length(left - n)
            case .chunkSize:
                guard takeLine(bytes, &at) else { return .more }
                guard let size = hexadecimal(line) else { return .bad("chunk size") }
                line.removeAll(keepingCapacity: true)
                mode = size == 0 ? .trailers : .chunk(size)
            case .chunk(let left):
                guard at < bytes.count else { return .more }
                let n = min(left, bytes.count - at)
                give(bytes, &at, n, body)
                mode = n == left ? .chunkEnd(2) : .chunk(left - n)
            case .chunkEnd(let left):
                guard at < bytes.count else { return .more }
                if bytes[at] != (left == 2 ? 0x0D : 0x0A) { return .bad("chunk end") }
                at += 1
                mode = left == 2 ? .chunkEnd(1) : .chunkSize
            case .trailers:
                guard takeLine(bytes, &at) else { return .more }
                let isLast = line.isEmpty
                line.removeAll(keepingCapacity: true)
                if isLast { mode = .finished }
            case .untilClose, .tunnel:
                guard at < bytes.count else { return .more }
                give(bytes, &at, bytes.count - at, body)
            case .finished:
                return .end
            }
        }
    }

    /// The next message may begin.
    mutating func restart() {
        mode = .head
        head.removeAll(keepingCapacity: true)
        line.removeAll(keepingCapacity: true)
        bodyCount = 0
    }

    private mutating func give(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ n: Int, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
    ) {
        body(UnsafeBufferPointer(rebasing: bytes[at..<at + n]), bodyCount)
        at += n
        bodyCount += n
    }

    private mutating func takeLine(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == 0x0A, line.last == 0x0D {
                line.removeLast()
                return true
            }
            line.append(byte)
        }
        return false
    }

    private func hexadecimal(_ text: [UInt8]) -> Int? {
        guard !text.isEmpty, text.count < 9 else { return nil }
        var value = 0
        for byte in text {
            switch byte {
            case 0x30...0x39: value = value * 16 + Int(byte - 0x30)
            case 0x41...0x46: value = value * 16 + Int(byte - 0x37)
            case 0x61...0x66: value = value * 16 + Int(byte - 0x57)
            default: return nil
            }
        }
        return value
    }

    private mutating func frame(_ bodyless: Bool) -> String? {
        let status = isResponse ? self.status : 0
        if isResponse {
            if status < 100 { return "status line" }
            if status == 101 {
                mode = .tunnel
                return nil
            }
            if bodyless || status < 200 || status == 204 || status == 304 {
                mode = .finished
                return nil
            }
        }
        let length = number("content-length")
        if has("transfer-encoding", "chunked") {
            if length != nil { return "both framings" }
            mode = .chunkSize
        } else if let length {
            mode = .length(length)
        } else {
            mode = isResponse ? .untilClose : .finished
        }
        return nil
    }

    // MARK: The head

    /// Of a response; 0 where there is none.
    var status: Int {
        guard head.count > 12, head[0] == 0x48, head[8] == 0x20 else { return 0 }
        var value = 0
        for i in 9..<12 {
            guard head[i] >= 0x30, head[i] <= 0x39 else { return 0 }
            value = value * 10 + Int(head[i] - 0x30)
        }
        return value
    }

    /// The value of a header's first occurrence; `name` in lower case.
    func value(_ name: StaticString) -> ArraySlice<UInt8>? {
        let count = name.utf8CodeUnitCount
        var at = 0
        while let end = lineEnd(at) {
            if end - at > count, head[at + count] == 0x3A {
                var i = 0
                while i < count, head[at + i] | 0x20 == name.utf8Start[i] || head[at + i] == name.utf8Start[i] { i += 1 }
                if i == count {
                    var start = at + count + 1
                    while start < end, head[start] == 0x20 { start += 1 }
                    return head[start..<end]
                }
            }
            at = end + 2
        }
        return nil
    }

    private func lineEnd(_ from: Int) -> Int? {
        var i = from
        while i + 1 < head.count {
            if head[i] == 0x0D && head[i + 1] == 0x0A { return i }
            i += 1
        }
        return nil
    }

    func has(_ name: StaticString, _ value: StaticString) -> Bool {
        guard let found = self.value(name), found.count == value.utf8CodeUnitCount else { return false }
        for (i, byte) in found.enumerated() where byte | 0x20 != value.utf8Start[i] { return false }
        return true
    }

    func number(_ name: StaticString) -> Int? {
        guard let text = value(name), !text.isEmpty, text.count < 10 else { return nil }
        var value = 0
        for byte in text {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// The number behind `/x/` in a request's target.
    var exchange: Int? {
        guard let space = head.firstIndex(of: 0x20), space + 4 < head.count, head[space + 1] == 0x2F, head[space + 2] == 0x78,
            head[space + 3] == 0x2F
        else { return nil }
        var value = 0
        var i = space + 4
        while i < head.count, head[i] >= 0x30, head[i] <= 0x39, value < 1 << 40 {
            value = value * 10 + Int(head[i] - 0x30)
            i += 1
        }
        return value
    }

    var text: String { String(decoding: head, as: UTF8.self) }
}

/// Bytes that a peer has still to send.
struct WireOutput {
    private(set) var bytes: [UInt8] = []
    private var sent = 0

    var isEmpty: Bool { sent == bytes.count }
    var count: Int { bytes.count - sent }

    mutating func put(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
    mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
    mutating func put(_ number: Int) { put(String(number)) }
    mutating func put(_ byte: UInt8) { bytes.append(byte) }
    mutating func putHexadecimal(_ number: Int) { put(String(number, radix: 16)) }

    /// Sends up to `limit` bytes; negative: broken.
    mutating func flush(_ world: SimulatedWorld, _ link: SimulatedLink, limit: Int = Int.max) -> Int {
        let wanted = min(count, limit)
        if wanted == 0 { return 0 }
        let n = bytes.withUnsafeBufferPointer { world.writeFar(link, $0.baseAddress! + sent, wanted) }
        if n < 0 { return n }
        sent += n
        if sent == bytes.count {
            bytes.removeAll(keepingCapacity: true)
            sent = 0
        }
        return n
    }

    mutating func drop() {
        bytes.removeAll()
        sent = 0
    }
}
