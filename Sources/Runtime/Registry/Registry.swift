import Plan

/// All run-time state that outlives plans, under stable keys (DESIGN section 7). The tables are the control thread's; loops hold
/// pointers, which stay valid for the life of the process.
package final class Registry {
    private var proxyKeys = KeyTable<ProxyPointer>()
    private var serverKeys = KeyTable<ServerPointer>()
    private var listenerKeys = KeyTable<ListenerPointer>()
    private var fileKeys = KeyTable<FollowedFilePointer>()

    package init() {}

    package var serverCount: Int { serverKeys.count }
    package var proxyCount: Int { proxyKeys.count }
    package var listenerCount: Int { listenerKeys.count }

    package func proxy(_ key: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer) -> ProxyPointer {
        if let known = proxyKeys.find(key) { return known }
        let slot = UInt32(proxyKeys.count)
        return proxyKeys.add(key) { owned in
            let pointer = ProxyPointer.allocate(capacity: 1)
            pointer.initialize(to: ProxyState(slot: slot, key: owned, name: ownedCopy(name)))
            return pointer
        }
    }

    /// The server's state and whether it was made just now.
    package func server(
        _ key: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer, proxy: ProxyPointer
    ) -> (state: ServerPointer, isNew: Bool) {
        if let known = serverKeys.find(key) { return (known, false) }
        let slot = UInt32(serverKeys.count)
        let state = serverKeys.add(key) { owned in
            let pointer = ServerPointer.allocate(capacity: 1)
            pointer.initialize(to: ServerState(slot: slot, key: owned, name: ownedCopy(name), proxy: proxy))
            return pointer
        }
        return (state, true)
    }

    package func listener(_ key: UnsafeRawBufferPointer) -> ListenerPointer {
        if let known = listenerKeys.find(key) { return known }
        let slot = UInt32(listenerKeys.count)
        return listenerKeys.add(key) { owned in
            let pointer = ListenerPointer.allocate(capacity: 1)
            pointer.initialize(to: ListenerState(slot: slot, key: owned))
            return pointer
        }
    }

    package func file(_ path: UnsafeRawBufferPointer) -> FollowedFilePointer {
        if let known = fileKeys.find(path) { return known }
        return fileKeys.add(path) { owned in
            let pointer = FollowedFilePointer.allocate(capacity: 1)
            pointer.initialize(to: FollowedFile(path: owned))
            return pointer
        }
    }

    package func findProxy(_ key: UnsafeRawBufferPointer) -> ProxyPointer? { proxyKeys.find(key) }
    package func findServer(_ key: UnsafeRawBufferPointer) -> ServerPointer? { serverKeys.find(key) }
    package func forEachServer(_ body: (ServerPointer) -> Void) { serverKeys.forEach(body) }
    package func forEachProxy(_ body: (ProxyPointer) -> Void) { proxyKeys.forEach(body) }
    package func forEachListener(_ body: (ListenerPointer) -> Void) { listenerKeys.forEach(body) }
}

/// A copy that lives as long as the process: for names kept beside registry state.
private func ownedCopy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    if let base = bytes.baseAddress { copy.baseAddress?.copyMemory(from: base, byteCount: bytes.count) }
    return UnsafeRawBufferPointer(start: copy.baseAddress, count: bytes.count)
}
