import Glibc

/// A file written as a whole.
enum FileOutput {
    /// Why it was not written, with the path.
    struct Failure: Error {
        let message: String
    }

    /// Replaced by rename, so that nobody sees half of it; what is there and no regular file is written to.
    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            if descriptor < 0 { throw failure(path, errno) }
            defer { close(descriptor) }
            return try write(bytes, descriptor, path)
        }
        let temporary = "\(path).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw failure(path, errno) }
        do throws(Failure) {
            defer { close(descriptor) }
            try write(bytes, descriptor, path)
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

    private static func write(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws(Failure) {
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

    private static func failure(_ path: String, _ code: Int32) -> Failure {
        Failure(message: "\(path): \(String(cString: strerror(code)))")
    }
}
