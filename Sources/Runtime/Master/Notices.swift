import Glibc

/// One-line notices on standard error, each in one write so that lines of several processes do not mix.
package struct Notices: Sendable {
    package enum Severity: String, Sendable {
        case notice = "NOTICE"
        case warning = "WARNING"
        case alert = "ALERT"
    }

    private let descriptor: Int32
    package init(descriptor: Int32 = 2) { self.descriptor = descriptor }

    package func notice(_ text: String) { write(.notice, text) }
    package func warning(_ text: String) { write(.warning, text) }
    package func alert(_ text: String) { write(.alert, text) }

    private func write(_ severity: Severity, _ text: String) {
        var line = [UInt8]("[\(severity.rawValue)] ".utf8)
        // Names come from configurations and files: no control byte reaches a terminal.
        for byte in text.utf8 { line.append(byte < 0x20 || byte == 0x7F ? 0x3F : byte) }
        line.append(0x0A)
        relay(line)
    }

    /// Bytes as they are. What a closed or full terminal does not take is lost.
    package func relay(_ bytes: [UInt8]) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            written += count
        }
    }
}

/// Time and its rendering, for the master and the control thread.
package enum Clock {
    /// Monotonic microseconds.
    package static func nowUs() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(bitPattern: Int64(time.tv_sec)) &* 1_000_000 &+ UInt64(bitPattern: Int64(time.tv_nsec)) / 1000
    }

    /// Microseconds since 1970.
    package static func wallUs() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) &* 1_000_000 &+ Int64(time.tv_nsec) / 1000
    }

    /// `12.3`: milliseconds with one decimal.
    package static func ms(_ microseconds: UInt64) -> String {
        let tenths = (microseconds &+ 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
