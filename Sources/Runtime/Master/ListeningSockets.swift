import CLinux
import Glibc
import Plan

/// The listening sockets of the master, under their stable keys. They stay open whatever happens to the worker, so the kernel goes on
/// taking connections for the next one.
///
/// A transaction is one attempt to take a plan: `bind` opens what is new, `activate` makes it listen, `commit` makes the plan's sockets
/// the ones in use, `release` undoes everything before that.
package struct ListeningSockets {
    private struct Socket {
        var spec: ListenSpec
        var descriptor: Int32
        /// A unix socket that does not stand under its path yet.
        var temporaryPath: [UInt8]?
        /// Device and inode of a unix socket at its path, so that nobody else's file is removed.
        var file: FileIdentity?
    }

    private struct Candidate {
        let transaction: UInt32
        /// The whole list of the plan.
        var specs: [ListenSpec] = []
        /// What the list has and ``serving`` has not.
        var opened: [Socket] = []
        var isActive = false
    }

    private var serving: [Socket] = []
    /// Position in ``serving``.
    private var servingRows: [[UInt8]: Int] = [:]
    private var candidate: Candidate?
    /// No longer in the plan; the worker still empties their queues. Oldest first.
    private var draining: [Socket] = []

    package init() {}

    // MARK: The steps

    /// Adds to the transaction's list; a list of another transaction is released first.
    package mutating func collect(_ transaction: UInt32, _ specs: [ListenSpec]) {
        if candidate?.transaction != transaction {
            releaseCandidate()
            candidate = Candidate(transaction: transaction)
        }
        candidate?.specs.append(contentsOf: specs)
    }

    /// Opens what is missing. Rows and descriptors of the sockets that the worker does not hold; the descriptors stay ours.
    package mutating func bind(_ transaction: UInt32) -> Result<[(row: UInt32, descriptor: Int32)], BindFailure> {
        guard var candidate, candidate.transaction == transaction else {
            return .failure(BindFailure(row: 0, reason: "the list of sockets is not known"))
        }
        guard candidate.specs.count <= MasterLimits.listeners else {
            return .failure(BindFailure(row: 0, reason: "\(candidate.specs.count) sockets; at most \(MasterLimits.listeners) are possible"))
        }
        var answers: [(row: UInt32, descriptor: Int32)] = []
        var seen: Set<[UInt8]> = []
        for (index, spec) in candidate.specs.enumerated() {
            let row = UInt32(truncatingIfNeeded: index)
            var failure: String?
            if !seen.insert(spec.key).inserted {
                failure = "the plan has this address twice"
            } else if let position = servingRows[spec.key] {
                failure = needsNewSocket(serving[position].spec, spec)
                if failure == nil, !spec.isHeld { answers.append((row, serving[position].descriptor)) }
            } else {
                switch open(spec, beside: candidate) {
                case .success(let socket):
                    candidate.opened.append(socket)
                    answers.append((row, socket.descriptor))
                case .failure(let refused): failure = refused.reason
                }
            }
            if let failure {
                self.candidate = candidate
                releaseCandidate()
                return .failure(BindFailure(row: row, reason: "cannot listen on \(spec.description): \(failure)"))
            }
        }
        self.candidate = candidate
        return .success(answers)
    }

    /// What is bound listens, and unix sockets move to their paths.
    package mutating func activate(_ transaction: UInt32) -> BindFailure? {
        guard var candidate, candidate.transaction == transaction else {
            return BindFailure(row: 0, reason: "the list of sockets is not known")
        }
        func failed(_ spec: ListenSpec, _ reason: String) -> BindFailure {
            let row = candidate.specs.firstIndex { $0.key == spec.key } ?? 0
            return BindFailure(row: UInt32(truncatingIfNeeded: row), reason: "cannot listen on \(spec.description): \(reason)")
        }
        for socket in candidate.opened {
            if socket.spec.isInternet { _ = baton_allow_new_handshakes(socket.descriptor) }
            guard listen(socket.descriptor, Int32(clamping: socket.spec.backlog)) == 0 else {
                let reason = errno == EADDRINUSE ? "another process took this address meanwhile" : SystemError("listen").description
                releaseCandidate()
                return failed(socket.spec, reason)
            }
        }
        for index in candidate.opened.indices {
            guard let temporary = candidate.opened[index].temporaryPath else { continue }
            let spec = candidate.opened[index].spec
            let result = SocketBinder.withPath(temporary) { from in SocketBinder.withPath(spec.path) { rename(from, $0) } }
            guard result == 0 else {
                let reason = SystemError("rename").description
                self.candidate = candidate
                releaseCandidate()
                return failed(spec, reason)
            }
            candidate.opened[index].temporaryPath = nil
            candidate.opened[index].file = FileIdentity(path: spec.path)
        }
        candidate.isActive = true
        self.candidate = candidate
        return nil
    }

    /// The plan's sockets are the ones in use from now on; what it has not is refused to new clients and drains in the worker.
    package mutating func commit(_ transaction: UInt32) {
        guard let candidate, candidate.transaction == transaction else { return }
        self.candidate = nil
        var opened: [[UInt8]: Socket] = [:]
        for socket in candidate.opened { opened[socket.spec.key] = socket }
        let previous = serving
        let previousRows = servingRows
        serving = []
        servingRows = [:]
        var kept: Set<Int> = []
        for spec in candidate.specs {
            var socket: Socket
            if let position = previousRows[spec.key] {
                socket = previous[position]
                kept.insert(position)
                reapply(spec, to: socket)
                socket.spec = spec
            } else if let new = opened[spec.key] {
                socket = new
            } else {
                continue
            }
            servingRows[spec.key] = serving.count
            serving.append(socket)
        }
        for (position, socket) in previous.enumerated() where !kept.contains(position) { startDraining(socket) }
    }

    /// Closes the transaction's descriptors and leaves what they listen on: the caller has copies.
    mutating func forget(_ transaction: UInt32) {
        guard let candidate, candidate.transaction == transaction else { return }
        self.candidate = nil
        candidate.opened.forEach { close($0.descriptor) }
    }

    package mutating func release(_ transaction: UInt32) {
        if candidate?.transaction == transaction { releaseCandidate() }
    }

    /// The worker's descriptor of a removed socket is closed.
    package mutating func drained(_ key: [UInt8]) {
        guard let index = draining.firstIndex(where: { $0.spec.key == key }) else { return }
        close(draining.remove(at: index).descriptor)
    }

    /// Nobody empties a queue any more.
    package mutating func workerIsGone() {
        releaseCandidate()
        draining.forEach { close($0.descriptor) }
        draining = []
    }

    /// Graceful stop: everything drains.
    package mutating func drainAll() {
        releaseCandidate()
        serving.forEach { startDraining($0) }
        serving = []
        servingRows = [:]
    }

    package mutating func closeAll() {
        drainAll()
        workerIsGone()
    }

    // MARK: For tests and notices

    package var servingKeys: [[UInt8]] { serving.map(\.spec.key) }
    package var drainingCount: Int { draining.count }
    package func descriptor(of key: [UInt8]) -> Int32? { servingRows[key].map { serving[$0].descriptor } }

    // MARK: Parts

    private func open(_ spec: ListenSpec, beside candidate: Candidate) -> Result<Socket, SocketBinder.Refused> {
        // A socket that was removed a moment ago and is wanted again: the same open socket, or clients could meet the old one, which
        // takes no new ones. (A removed unix socket has lost its path and gets a successor.)
        if spec.family != .unix, let old = draining.last(where: { $0.spec.key == spec.key }) {
            if let reason = needsNewSocket(old.spec, spec) { return .failure(SocketBinder.Refused(reason)) }
            let descriptor = fcntl(old.descriptor, F_DUPFD_CLOEXEC, 3)
            guard descriptor >= 0 else { return .failure(SocketBinder.Refused(call: "fcntl")) }
            return .success(Socket(spec: spec, descriptor: descriptor))
        }
        let isOurs = { (other: Socket) in other.spec.overlaps(spec) }
        let overlaps = serving.contains(where: isOurs) || draining.contains(where: isOurs) || candidate.opened.contains(where: isOurs)
        return SocketBinder.open(spec, probing: !overlaps).map {
            Socket(spec: spec, descriptor: $0.descriptor, temporaryPath: $0.temporaryPath)
        }
    }

    /// Options that a bound socket cannot change.
    private func needsNewSocket(_ old: ListenSpec, _ new: ListenSpec) -> String? {
        let fixed: ListenerFlags = [.v6only, .v4v6, .transparent]
        guard old.flags.intersection(fixed) != new.flags.intersection(fixed) || old.interface != new.interface else { return nil }
        return "it is open with other v4v6, v6only, transparent or interface settings, which an open socket keeps: "
            + "remove it with one reload and add it with the next"
    }

    /// Options of a kept socket that can change while it listens.
    private func reapply(_ spec: ListenSpec, to socket: Socket) {
        if spec.backlog != socket.spec.backlog { _ = listen(socket.descriptor, Int32(clamping: spec.backlog)) }
        if spec.isInternet, spec.flags.contains(.deferAccept) != socket.spec.flags.contains(.deferAccept) {
            var value: Int32 = spec.flags.contains(.deferAccept) ? 1 : 0
            setsockopt(socket.descriptor, Int32(IPPROTO_TCP), TCP_DEFER_ACCEPT, &value, socklen_t(MemoryLayout<Int32>.size))
        }
        if spec.family == .unix { _ = SocketBinder.applyOwnership(spec, path: spec.path) }
    }

    private mutating func startDraining(_ socket: Socket) {
        refuse(socket)
        draining.append(socket)
    }

    /// New clients are refused: a handshake under way still ends in the queue, which the worker empties.
    private func refuse(_ socket: Socket) {
        switch socket.spec.family {
        case .ipv4, .ipv6: _ = baton_refuse_new_handshakes(socket.descriptor)
        case .unix:
            if let file = socket.file, file == FileIdentity(path: socket.spec.path) {
                SocketBinder.withPath(socket.spec.path) { _ = unlink($0) }
            }
        case .abstractUnix, .descriptor, .name, .none: break
        }
    }

    private mutating func releaseCandidate() {
        guard let candidate else { return }
        self.candidate = nil
        for socket in candidate.opened {
            if let temporary = socket.temporaryPath { SocketBinder.withPath(temporary) { _ = unlink($0) } }
            refuse(socket)
            close(socket.descriptor)
        }
    }
}

/// Device and inode of a path, not following a link.
struct FileIdentity: Equatable {
    let device: UInt64
    let inode: UInt64

    init?(path: [UInt8]) {
        var status = stat()
        guard SocketBinder.withPath(path, { lstat($0, &status) }) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}
