import Glibc

/// Why something could not be read, as a sentence without its path.
package struct InputError: Error, Equatable, Sendable {
    package var reason: String
    package init(_ reason: String) { self.reason = reason }
    static func system(_ code: Int32) -> InputError { InputError(String(cString: strerror(code))) }
}

/// The one place where the toolchain reads files.
package enum FileReader {
    package enum Kind: Sendable, Equatable {
        case file(size: Int)
        case directory
        /// A pipe, a socket, a terminal or a device: its size is known when it ends.
        case stream
    }

    package static func kind(of path: String) throws(InputError) -> Kind {
        var status = stat()
        if stat(path, &status) != 0 { throw .system(errno) }
        return kind(status)
    }

    private static func kind(_ status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file(size: Int(status.st_size))
        case S_IFDIR: .directory
        default: .stream
        }
    }

    /// All bytes of the file at `path`.
    package static func read(_ path: String, limit: Int) throws(InputError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        if descriptor < 0 { throw .system(errno) }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, limit: limit)
    }

    /// The bytes of the file at `path`, as many as `buffer` has room for; their number.
    static func read(_ path: String, into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        if descriptor < 0 { throw .system(errno) }
        defer { close(descriptor) }
        var count = 0
        while count < buffer.count, let start = buffer.baseAddress {
            let got = Glibc.read(descriptor, start + count, buffer.count - count)
            if got == 0 { break }
            if got < 0 {
                if errno == EINTR { continue }
                throw .system(errno)
            }
            count += got
        }
        return count
    }

    /// All bytes that `descriptor` gives until its end.
    package static func read(descriptor: Int32, limit: Int) throws(InputError) -> [UInt8] {
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw .system(errno) }
        var expected = 0
        switch kind(status) {
        case .directory: throw InputError("is a directory")
        case .file(let size):
            if size > limit { throw tooLarge(limit) }
            expected = size
        case .stream: break
        }
        var bytes: [UInt8] = []
        // One more than expected, so that the end is seen without growing.
        var room = expected + 1
        while true {
            var failure: Int32 = 0
            let chunk = min(max(room, 1 << 16), limit + 1)
            let start = bytes.count
            var got = 0
            // Reads straight behind what is there.
            bytes.reserveCapacity(start + chunk)
            let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                repeat {
                    got = Glibc.read(descriptor, buffer.baseAddress, chunk)
                } while got < 0 && errno == EINTR
                if got < 0 { failure = errno }
                count = max(0, got)
            }
            if failure != 0 { throw .system(failure) }
            if got == 0 { return bytes }
            if start == 0, got <= expected { bytes = part } else { bytes.append(contentsOf: part) }
            if bytes.count > limit { throw tooLarge(limit) }
            room = max(1, expected - bytes.count + 1)
        }
    }

    private static func tooLarge(_ limit: Int) -> InputError { InputError("is larger than \(limit >> 20) MiB") }

    /// The names in a directory that end in `suffix` and do not begin with a dot, in the order of their bytes.
    package static func list(_ path: String, suffix: String, limit: Int) throws(InputError) -> [String] {
        guard let directory = opendir(path) else { throw .system(errno) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(".") || !name.hasSuffix(suffix) || name.utf8.count <= suffix.utf8.count { continue }
            if names.count == limit { throw InputError("holds more than \(limit) files") }
            names.append(name)
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }
}
