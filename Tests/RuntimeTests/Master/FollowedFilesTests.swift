import Glibc
import Testing

@testable import Runtime

@Suite struct FollowedFilesTests {
    /// Files of one directory, followed as the master does it.
    private final class Followed {
        let directory: TemporaryDirectory
        let sink: NoticeSink
        let watcher = DirectoryWatcher()
        let files: FollowedFiles

        init() throws {
            directory = try TemporaryDirectory()
            sink = try NoticeSink()
            files = FollowedFiles(watcher: watcher, notices: sink.notices)
        }

        /// First lines by name; `-` for none.
        func follow(_ names: String...) -> [String] { text(files.follow(names.map { directory.bytes($0) })) }

        /// The lines that changed since the last call.
        func changed() -> [String] { text(files.take(watcher.changes())) }

        func polled() -> [String] { text(files.poll()) }

        private func text(_ lines: [FollowedFiles.Line]) -> [String] {
            lines.map { line in
                let path = String(decoding: line.path, as: UTF8.self).dropFirst(directory.path.utf8.count + 1)
                return "\(path)=\(line.line.map { String(decoding: $0, as: UTF8.self) } ?? "-")"
            }
        }
    }

    @Test func firstLinesInOrderEachFileOnce() throws {
        let followed = try Followed()
        try followed.directory.write("a", "one\ntwo\n")
        try followed.directory.write("b", "three")
        #expect(followed.follow("b", "a", "b", "absent") == ["b=three", "a=one", "absent=-"])
        #expect(followed.sink.text.contains("followed file \(followed.directory["absent"]): No such file or directory; it counts as empty"))
        #expect(followed.changed() == [])
        #expect(!followed.files.needsPolling)
    }

    @Test func aReplacedFileIsReadAgain() throws {
        let followed = try Followed()
        try followed.directory.write("a", "one")
        try followed.directory.write("b", "other")
        #expect(followed.follow("a", "b") == ["a=one", "b=other"])
        try followed.directory.replace("a", "two\n")
        #expect(followed.changed() == ["a=two"])
        // The same line again is no change.
        try followed.directory.replace("a", "two\nand more\n")
        #expect(followed.changed() == [])
    }

    @Test func aFileWrittenInPlaceIsReadWhenItIsComplete() throws {
        let followed = try Followed()
        try followed.directory.write("a", "one\n")
        #expect(followed.follow("a") == ["a=one"])
        let descriptor = open(followed.directory["a"], O_WRONLY | O_TRUNC | O_CLOEXEC)
        #expect(followed.changed() == ["a="])
        #expect(write(descriptor, "two\n", 4) == 4)
        close(descriptor)
        #expect(followed.changed() == ["a=two"])
    }

    @Test func aFileThatIsRemovedAndComesBack() throws {
        let followed = try Followed()
        try followed.directory.write("a", "one")
        #expect(followed.follow("a") == ["a=one"])
        unlink(followed.directory["a"])
        #expect(followed.changed() == ["a=-"])
        try followed.directory.write("other", "x")
        #expect(followed.changed() == [])
        try followed.directory.write("a", "one")
        #expect(followed.changed() == ["a=one"])
        // It was missed once and was said once.
        #expect(followed.sink.text.split(separator: "\n").count == 1)
    }

    @Test func aDirectoryThatIsRemovedAndComesBack() throws {
        let followed = try Followed()
        try #require(mkdir(followed.directory["d"], 0o700) == 0)
        try followed.directory.write("d/a", "one")
        #expect(followed.follow("d/a") == ["d/a=one"])
        unlink(followed.directory["d/a"])
        rmdir(followed.directory["d"])
        #expect(followed.changed() == ["d/a=-"])
        #expect(followed.files.needsPolling)
        #expect(followed.polled() == [])
        try #require(mkdir(followed.directory["d"], 0o700) == 0)
        try followed.directory.write("d/a", "two")
        #expect(followed.polled() == ["d/a=two"])
        #expect(!followed.files.needsPolling)
        _ = followed.changed()
        try followed.directory.replace("d/a", "three")
        #expect(followed.changed() == ["d/a=three"])
    }

    @Test func aLinkIsLookedAtRegularly() throws {
        let followed = try Followed()
        try #require(mkdir(followed.directory["elsewhere"], 0o700) == 0)
        try followed.directory.write("elsewhere/x", "one")
        try #require(symlink(followed.directory["elsewhere/x"], followed.directory["a"]) == 0)
        #expect(followed.follow("a") == ["a=one"])
        #expect(followed.files.needsPolling)
        try followed.directory.replace("elsewhere/x", "two")
        #expect(followed.polled() == ["a=two"])
        // A link that is replaced shows in its directory at once.
        try followed.directory.write("y", "three")
        try #require(symlink("y", followed.directory["a.new"]) == 0)
        rename(followed.directory["a.new"], followed.directory["a"])
        #expect(followed.changed() == ["a=three"])
    }

    /// `current -> releases/1`: the file's directory does not change when the link does.
    @Test func aLinkAboveTheFileIsLookedAtRegularly() throws {
        let followed = try Followed()
        for release in ["1", "2"] {
            try #require(mkdir(followed.directory[release], 0o700) == 0)
            try followed.directory.write(release + "/a", "release \(release)")
        }
        try #require(symlink("1", followed.directory["current"]) == 0)
        #expect(followed.follow("current/a") == ["current/a=release 1"])
        #expect(followed.files.needsPolling)
        try #require(symlink("2", followed.directory["current.new"]) == 0)
        rename(followed.directory["current.new"], followed.directory["current"])
        #expect(followed.polled() == ["current/a=release 2"])
    }

    @Test func filesThatAreNoLongerFollowedAreForgotten() throws {
        let followed = try Followed()
        try followed.directory.write("a", "one")
        try followed.directory.write("b", "one")
        #expect(followed.follow("a", "b") == ["a=one", "b=one"])
        #expect(followed.follow("b") == ["b=one"])
        try followed.directory.write("a", "two")
        try followed.directory.write("b", "two")
        #expect(followed.changed() == ["b=two"])
        #expect(followed.follow() == [])
        try followed.directory.write("b", "three")
        #expect(followed.changed() == [])
        #expect(followed.follow("a") == ["a=two"])
    }

    /// Everything is looked at when the kernel lost events.
    @Test func lostEventsLoseNoLine() throws {
        let followed = try Followed()
        try followed.directory.write("a", "one")
        try followed.directory.write("b", "one")
        #expect(followed.follow("a", "b") == ["a=one", "b=one"])
        for i in 0..<20_000 { chmod(followed.directory[i % 2 == 0 ? "a" : "b"], 0o600) }
        try followed.directory.replace("b", "two")
        let changes = followed.watcher.changes()
        #expect(changes.contains { $0.isOverflow })
        let lines = followed.files.take(changes.filter(\.isOverflow))
        #expect(lines == [FollowedFiles.Line(path: followed.directory.bytes("b"), line: [UInt8]("two".utf8))])
    }

    @Test func onlyTheFirstFilesAreFollowed() throws {
        let followed = try Followed()
        let paths = (0...MasterLimits.followedFiles).map { followed.directory.bytes("\($0)") }
        #expect(followed.files.follow(paths).count == MasterLimits.followedFiles)
    }

    @Test func linesThatCannotBecomeAValue() throws {
        let directory = try TemporaryDirectory()
        func read(_ bytes: [UInt8]) throws -> String {
            try directory.write("f", bytes)
            switch FollowedFiles.firstLine(of: directory.bytes("f")) {
            case .success(let line): return String(decoding: line, as: UTF8.self)
            case .failure(let reason): return "refused: \(reason)"
            }
        }
        let longest = [UInt8](repeating: 0x78, count: MasterLimits.followedLineBytes)
        #expect(try read([]) == "")
        #expect(try read([0x0A, 0x61]) == "")
        #expect(try read([UInt8]("windows\r\nline".utf8)) == "windows")
        #expect(try read(longest).utf8.count == longest.count)
        #expect(try read(longest + [0x0D, 0x0A]).utf8.count == longest.count)
        #expect(try read(longest + [0x78]) == "refused: the first line is longer than 4096 bytes")
        #expect(try read(longest + longest + [0x0A]) == "refused: the first line is longer than 4096 bytes")
        #expect(try read([0x61, 0, 0x62]) == "refused: the first line holds a NUL or a carriage return")
        #expect(try read([0x61, 0x0D, 0x62]) == "refused: the first line holds a NUL or a carriage return")
        #expect(try read([0x61, 0x0A, 0, 0x0D]) == "a")
    }

    /// Nothing that could wait is waited for.
    @Test func onlyRegularFilesAreRead() throws {
        let directory = try TemporaryDirectory()
        try #require(mkfifo(directory["fifo"], 0o600) == 0)
        for path in [directory.bytes("fifo"), [UInt8](directory.path.utf8), [UInt8]("/dev/zero".utf8)] {
            guard case .failure(let reason) = FollowedFiles.firstLine(of: path) else {
                Issue.record("\(String(decoding: path, as: UTF8.self)) was read")
                continue
            }
            #expect(reason.description == "not a regular file")
        }
    }
}
