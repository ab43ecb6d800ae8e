import Glibc

/// A file written as a whole.
enum FileOutput {
    /// Why it was not written, with the path.
    struct Failure: Error {
        let message: String
    }

    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        try replace(path, mode: 0o666) { descriptor throws(Failure) in
            var done = 0
            while done < bytes.count {
                let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw failure(path, errno)
                }
                done += count
            }
        }
    }

    /// What `body` writes to the descriptor takes the place of the file by rename, so that nobody sees half of it. A device or a pipe is
    /// written to: renaming would put a file in its place.
    static func replace(_ path: String, mode: mode_t, _ body: (Int32) throws(Failure) -> Void) throws(Failure) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            if descriptor < 0 { throw failure(path, errno) }
            defer { close(descriptor) }
            return try body(descriptor)
        }
        let temporary = "\(path).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        // The file that was asked for, unless the reason is the one beside it.
        if descriptor < 0 { throw errno == EEXIST ? failure(temporary, EEXIST) : failure(path, errno) }
        do throws(Failure) {
            defer { close(descriptor) }
            try body(descriptor)
        } catch {
            unlink(temporary)
            throw error
        }
        if rename(temporary, path) != 0 {
            let code = errno
            unlink(temporary)
            throw failure(path, code)
        }
    }

    private static func failure(_ path: String, _ code: Int32) -> Failure {
        Failure(message: "\(path): \(String(cString: strerror(code)))")
    }
}
