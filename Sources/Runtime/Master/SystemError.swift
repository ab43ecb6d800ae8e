import Glibc

/// A failed system call, for people.
package struct SystemError: Error, Equatable, CustomStringConvertible {
    package let call: String
    package let code: Int32

    /// From errno.
    package init(_ call: String) { self.init(call, code: errno) }

    package init(_ call: String, code: Int32) {
        self.call = call
        self.code = code
    }

    /// `permission denied`, without the call.
    package var message: String { SystemError.message(code) }
    package var description: String { "\(call): \(message)" }

    package static func message(_ code: Int32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let base = buffer.baseAddress else { return "error \(code)" }
            // The POSIX form fills the buffer: the importer sets no _GNU_SOURCE.
            return strerror_r(code, base, 256) == 0 ? String(cString: base) : "error \(code)"
        }
    }
}
