import CLinux
import Glibc

/// Follows directories by inotify. A file that is replaced by rename, or behind a link that is replaced, shows as a change of its
/// directory, which following the file itself would miss.
package final class DirectoryWatcher {
    /// To poll for reading; -1 when the system has no more inotify instances.
    package let descriptor: Int32
    private var users: [Int32: Int] = [:]

    package struct Change: Equatable {
        package let directory: Int32
        /// Empty where the directory itself is meant.
        package let name: [UInt8]
        /// A complete file stands under the name: renamed there, or closed after writing.
        package let isArrival: Bool
        /// The directory is gone or no longer watched.
        package let isGone: Bool
        /// Events were lost: anything may have changed.
        package let isOverflow: Bool
    }

    package init() { descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK)) }
    deinit { close(descriptor) }

    /// A number for the directory, the same for the same directory; nil when it cannot be watched.
    package func watch(_ directory: [UInt8]) -> Int32? {
        let mask =
            UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE) | UInt32(IN_CREATE)
            | UInt32(IN_ATTRIB) | UInt32(IN_MODIFY) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)
        let watch = SocketBinder.withPath(directory) { inotify_add_watch(descriptor, $0, mask) }
        guard watch >= 0 else { return nil }
        users[watch, default: 0] += 1
        return watch
    }

    package func unwatch(_ watch: Int32) {
        guard let count = users[watch] else { return }
        users[watch] = count > 1 ? count - 1 : nil
        if count == 1 { inotify_rm_watch(descriptor, watch) }
    }

    /// What changed since the last call.
    package func changes() -> [Change] {
        var changes: [Change] = []
        withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 8) { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                var position = 0
                let header = MemoryLayout<inotify_event>.size
                while position + header <= count {
                    let event = buffer.loadUnaligned(fromByteOffset: position, as: inotify_event.self)
                    let name = buffer[(position + header)..<min(count, position + header + Int(event.len))].prefix { $0 != 0 }
                    let isGone = event.mask & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) != 0
                    let isOverflow = event.mask & UInt32(IN_Q_OVERFLOW) != 0
                    let isArrival = event.mask & UInt32(IN_MOVED_TO | IN_CLOSE_WRITE) != 0
                    changes.append(
                        Change(
                            directory: event.wd, name: [UInt8](name), isArrival: isArrival, isGone: isGone, isOverflow: isOverflow))
                    position += header + Int(event.len)
                }
            }
        }
        return changes
    }

    /// `/a/b` of `/a/b/c`; `.` where the path has no slash.
    package static func directory(of path: [UInt8]) -> [UInt8] {
        guard let slash = path.lastIndex(of: 0x2F) else { return [0x2E] }
        return slash == 0 ? [0x2F] : [UInt8](path[..<slash])
    }

    package static func name(of path: [UInt8]) -> [UInt8] {
        guard let slash = path.lastIndex(of: 0x2F) else { return path }
        return [UInt8](path[(slash + 1)...])
    }
}
