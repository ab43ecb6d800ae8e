import Glibc
import Runtime
import Testing

/// A directory of its own under /tmp, removed with everything in it.
final class TemporaryDirectory {
    let path: String

    init() throws {
        var template = [CChar]("/tmp/baton-test-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    deinit { TemporaryDirectory.remove(path) }

    subscript(name: String) -> String { path + "/" + name }

    func bytes(_ name: String) -> [UInt8] { [UInt8](self[name].utf8) }

    /// Everything but `.` and `..`, sorted.
    var names: [String] { TemporaryDirectory.names(of: path) }

    func write(_ name: String, _ text: String) throws { try write(name, [UInt8](text.utf8)) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let descriptor = open(self[name], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    }

    /// Written beside it and renamed into place.
    func replace(_ name: String, _ bytes: [UInt8]) throws {
        try write(name + ".new", bytes)
        try #require(rename(self[name + ".new"], self[name]) == 0)
    }

    func replace(_ name: String, _ text: String) throws { try replace(name, [UInt8](text.utf8)) }

    private static func names(of path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in names(of: path) { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

/// Notices, kept in a file without a name.
final class NoticeSink {
    let notices: Notices
    private let descriptor: Int32

    init() throws {
        var template = [CChar]("/tmp/baton-notices-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        notices = Notices(descriptor: descriptor)
    }

    deinit { close(descriptor) }

    var text: String {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return "" }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    }
}

/// A pipe whose ends this owns. Both close on exec.
final class Pipe {
    let reader: Int32
    private(set) var writer: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        close(reader)
        closeWriter()
    }

    func closeWriter() {
        if writer >= 0 { close(writer) }
        writer = -1
    }

    /// Gives the writing end away.
    func takeWriter() -> Int32 {
        defer { writer = -1 }
        return writer
    }

    /// Every writing end is closed, within the time.
    func isEnded(withinMs ms: Int32 = 5000) -> Bool {
        guard isReadable(reader, withinMs: ms) else { return false }
        var byte: UInt8 = 0
        return read(reader, &byte, 1) == 0
    }
}

/// Something can be read, the end included, within the time.
func isReadable(_ descriptor: Int32, withinMs ms: Int32 = 5000) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, ms) == 1
}

/// Runs on a thread of its own. Detached: whoever needs its end waits for what `body` says.
func onThread(_ body: @escaping @Sendable () -> Void) {
    final class Box {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let result = pthread_create(
        &thread, nil,
        { argument in
            Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().body()
            return nil
        }, box.toOpaque())
    precondition(result == 0)
    pthread_detach(thread)
}
