import Glibc

/// The files whose first line rules read (`file(<path>)`), as the master follows them: it opens them, so the worker may be in a chroot
/// and without privileges. A changed line is sent on; an unreadable file is no line.
package final class FollowedFiles {
    package struct Line: Equatable {
        package let path: [UInt8]
        package let line: [UInt8]?
    }

    private struct File {
        let path: [UInt8]
        var directory: Int32?
        /// A link, or behind one: what is there can change without a change of the directory that is watched. Looked at regularly.
        var isPolled = false
        var line: [UInt8]?
        var problem: String?
    }

    private let watcher: DirectoryWatcher
    private let notices: Notices
    private var files: [File] = []

    package init(watcher: DirectoryWatcher, notices: Notices) {
        self.watcher = watcher
        self.notices = notices
    }

    /// These files from now on, and no others. The lines of all of them, in order.
    package func follow(_ paths: [[UInt8]]) -> [Line] {
        var previous: [[UInt8]: File] = [:]
        for file in files { previous[file.path] = file }
        var followed: [File] = []
        var seen: Set<[UInt8]> = []
        for path in paths.prefix(MasterLimits.followedFiles) where seen.insert(path).inserted {
            if let file = previous.removeValue(forKey: path) {
                followed.append(file)
            } else {
                followed.append(start(path))
            }
        }
        for file in files where previous[file.path] != nil { if let directory = file.directory { watcher.unwatch(directory) } }
        files = followed
        return files.map { Line(path: $0.path, line: $0.line) }
    }

    /// The lines that changed, after these changes of directories.
    package func take(_ changes: [DirectoryWatcher.Change]) -> [Line] {
        refresh { file in
            var isConcerned = false
            for change in changes {
                if change.isOverflow { isConcerned = true }
                guard change.directory == file.directory else { continue }
                isConcerned = true
                if change.isGone {
                    watcher.unwatch(change.directory)
                    file.directory = nil
                }
            }
            return isConcerned
        }
    }

    /// To be called every ``MasterLimits/followedPollMs`` while ``needsPolling``.
    package func poll() -> [Line] { refresh { $0.isPolled || $0.directory == nil } }

    package var needsPolling: Bool { files.contains { $0.isPolled || $0.directory == nil } }

    private func start(_ path: [UInt8]) -> File {
        var file = File(path: path)
        look(&file)
        return file
    }

    private func refresh(_ isConcerned: (inout File) -> Bool) -> [Line] {
        var changed: [Line] = []
        for index in files.indices where isConcerned(&files[index]) {
            let before = files[index].line
            look(&files[index])
            if files[index].line != before { changed.append(Line(path: files[index].path, line: files[index].line)) }
        }
        return changed
    }

    /// Watches first and reads then, so that no change falls between.
    private func look(_ file: inout File) {
        if file.directory == nil { file.directory = watcher.watch(DirectoryWatcher.directory(of: file.path)) }
        file.isPolled = FollowedFiles.hasLink(file.path)
        let problem: String?
        switch FollowedFiles.firstLine(of: file.path) {
        case .success(let line):
            file.line = line
            problem = nil
        case .failure(let reason):
            file.line = nil
            problem = reason.description
        }
        if let problem, problem != file.problem {
            notices.warning(
                "followed file \(String(decoding: file.path, as: UTF8.self)): \(problem); it counts as empty until that changes")
        }
        file.problem = problem
    }

    /// The file or a directory on the way to it is a link.
    private static func hasLink(_ path: [UInt8]) -> Bool {
        var status = stat()
        for end in path.indices.dropFirst() where path[end] == 0x2F {
            if SocketBinder.withPath([UInt8](path[..<end]), { lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFLNK { return true }
        }
        return SocketBinder.withPath(path) { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Without its end. Never waits: only regular files are read.
    static func firstLine(of path: [UInt8]) -> Result<[UInt8], Explanation> {
        let descriptor = SocketBinder.withPath(path) { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
        guard descriptor >= 0 else { return .failure(Explanation(SystemError("open").message)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return .failure(Explanation("not a regular file"))
        }
        let limit = MasterLimits.followedLineBytes
        var bytes = [UInt8](repeating: 0, count: limit + 2)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count) }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { return .failure(Explanation(SystemError("read").message)) }
            if got == 0 { break }
            count += got
            if bytes[..<count].contains(0x0A) { break }
        }
        var line = bytes[..<count].prefix { $0 != 0x0A }
        if line.last == 0x0D { line.removeLast() }
        guard line.count <= limit else { return .failure(Explanation("the first line is longer than \(limit) bytes")) }
        // It may become a header's value.
        guard !line.contains(where: { $0 == 0 || $0 == 0x0D }) else {
            return .failure(Explanation("the first line holds a NUL or a carriage return"))
        }
        return .success([UInt8](line))
    }
}
