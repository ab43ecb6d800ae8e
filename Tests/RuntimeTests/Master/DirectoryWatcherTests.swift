import Glibc
import Testing

@testable import Runtime

/// The kernel queues an event before the call that causes it returns, so nothing here waits.
@Suite struct DirectoryWatcherTests {
    private typealias Change = DirectoryWatcher.Change

    private func arrivals(_ changes: [Change]) -> [String] {
        changes.filter(\.isArrival).map { String(decoding: $0.name, as: UTF8.self) }
    }

    @Test func aFileRenamedIntoPlaceArrives() throws {
        let directory = try TemporaryDirectory()
        let watcher = DirectoryWatcher()
        let watch = try #require(watcher.watch([UInt8](directory.path.utf8)))
        #expect(watcher.changes() == [])
        try directory.write("plan.new", "1")
        _ = watcher.changes()
        try #require(rename(directory["plan.new"], directory["plan"]) == 0)
        let changes = watcher.changes()
        #expect(arrivals(changes) == ["plan"])
        #expect(changes.allSatisfy { $0.directory == watch && !$0.isGone && !$0.isOverflow })
        #expect(watcher.changes() == [])
    }

    /// A file that is being written is not there yet.
    @Test func aTruncatedFileArrivesWhenItIsClosed() throws {
        let directory = try TemporaryDirectory()
        try directory.write("plan", "old")
        let watcher = DirectoryWatcher()
        _ = try #require(watcher.watch([UInt8](directory.path.utf8)))
        let descriptor = open(directory["plan"], O_WRONLY | O_TRUNC | O_CLOEXEC)
        #expect(arrivals(watcher.changes()) == [])
        #expect(write(descriptor, "half", 4) == 4)
        let written = watcher.changes()
        #expect(!written.isEmpty && arrivals(written) == [])
        close(descriptor)
        #expect(arrivals(watcher.changes()) == ["plan"])
    }

    @Test func removalIsAChangeAndNoArrival() throws {
        let directory = try TemporaryDirectory()
        try directory.write("plan", "1")
        let watcher = DirectoryWatcher()
        _ = try #require(watcher.watch([UInt8](directory.path.utf8)))
        unlink(directory["plan"])
        let removed = watcher.changes()
        #expect(removed.contains { $0.name == [UInt8]("plan".utf8) } && arrivals(removed) == [])
        try directory.write("plan", "2")
        #expect(arrivals(watcher.changes()) == ["plan"])
        rename(directory["plan"], directory["other"])
        #expect(arrivals(watcher.changes()) == ["other"])
    }

    @Test(arguments: [true, false]) func aDirectoryThatGoesIsGone(isRemoved: Bool) throws {
        let directory = try TemporaryDirectory()
        try #require(mkdir(directory["d"], 0o700) == 0)
        let watcher = DirectoryWatcher()
        let watch = try #require(watcher.watch(directory.bytes("d")))
        if isRemoved { rmdir(directory["d"]) } else { rename(directory["d"], directory["e"]) }
        #expect(watcher.changes().contains { $0.directory == watch && $0.isGone && $0.name == [] })
        #expect(watcher.watch(directory.bytes("d")) == nil)
        // One of the same name is another.
        try #require(mkdir(directory["d"], 0o700) == 0)
        let next = try #require(watcher.watch(directory.bytes("d")))
        #expect(next != watch)
        _ = watcher.changes()
        try directory.write("d/plan", "1")
        #expect(arrivals(watcher.changes()) == ["plan"])
    }

    @Test func aDirectoryIsWatchedUntilItsLastUserLeaves() throws {
        let directory = try TemporaryDirectory()
        let watcher = DirectoryWatcher()
        let path = [UInt8](directory.path.utf8)
        let first = try #require(watcher.watch(path))
        #expect(watcher.watch(path + [UInt8]("/.".utf8)) == first)
        watcher.unwatch(first)
        try directory.write("a", "1")
        #expect(arrivals(watcher.changes()) == ["a"])
        watcher.unwatch(first)
        _ = watcher.changes()
        try directory.write("b", "1")
        #expect(watcher.changes() == [])
        watcher.unwatch(first)
        watcher.unwatch(-1)
    }

    @Test func onlyDirectoriesAreWatched() throws {
        let directory = try TemporaryDirectory()
        try directory.write("file", "1")
        let watcher = DirectoryWatcher()
        #expect(watcher.watch(directory.bytes("file")) == nil)
        #expect(watcher.watch(directory.bytes("absent")) == nil)
        #expect(watcher.changes() == [])
    }

    /// More events than the kernel keeps: it says so once.
    @Test func lostEventsAreSaid() throws {
        let directory = try TemporaryDirectory()
        try directory.write("a", "1")
        try directory.write("b", "1")
        let watcher = DirectoryWatcher()
        _ = try #require(watcher.watch([UInt8](directory.path.utf8)))
        // Equal neighbours are one event.
        for i in 0..<20_000 { chmod(directory[i % 2 == 0 ? "a" : "b"], 0o600) }
        #expect(watcher.changes().filter(\.isOverflow).count == 1)
    }

    @Test func pathsAreSplit() {
        func split(_ path: String) -> [String] {
            let bytes = [UInt8](path.utf8)
            return [DirectoryWatcher.directory(of: bytes), DirectoryWatcher.name(of: bytes)].map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(split("/a/b/c") == ["/a/b", "c"])
        #expect(split("/c") == ["/", "c"])
        #expect(split("c") == [".", "c"])
        #expect(split("a/c") == ["a", "c"])
    }
}
