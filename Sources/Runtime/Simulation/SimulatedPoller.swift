/// One loop's epoll set.
struct SimulatedPoller {
    var waker: Int32 = -1
    var wakerToken: UInt64 = 0
    var wakes = 0
    /// Connections with an edge that was not reported yet.
    var ready: [SimulatedLink] = []
}

extension SimulatedWorld {
    /// Whether `poll` of this loop would answer at once.
    func hasEvents(_ loop: Int) -> Bool {
        if pollers[loop].wakes > 0 || !pollers[loop].ready.isEmpty { return true }
        return listeners.contains { $0.isReady[loop] && !$0.queue.isEmpty }
    }

    func poll(_ loop: Int, _ events: UnsafeMutablePointer<PollEvent>, _ capacity: Int) -> Int {
        meanwhile()
        // The kernel may give less than there is.
        let limit = random.once(in: 8) ? random.within(1...4) : capacity
        var count = 0
        func add(_ event: PollEvent) {
            (events + count).initialize(to: event)
            count += 1
        }
        if pollers[loop].wakes > 0 { add(PollEvent(token: pollers[loop].wakerToken, readable: true)) }
        for listener in listeners where listener.isReady[loop] && count < limit {
            guard let token = listener.watchers[loop], !listener.queue.isEmpty else {
                listener.isReady[loop] = false
                continue
            }
            add(PollEvent(token: token, readable: true))
        }
        if pollers[loop].ready.count > 1 && random.once(in: 4) {
            let last = pollers[loop].ready.count - 1
            pollers[loop].ready.swapAt(random.below(last + 1), last)
        }
        var taken = 0
        while taken < pollers[loop].ready.count && count < limit {
            let link = pollers[loop].ready[taken]
            taken += 1
            link.isQueued = false
            guard link.isWatched, !link.nearClosed else { continue }
            // All that is true now is reported with the edge.
            let event = PollEvent(token: link.token, readable: link.isReadable, writable: link.isWritable, hangup: link.isHungUp)
            if event.readable || event.writable || event.hangup { add(event) }
        }
        pollers[loop].ready.removeFirst(taken)
        return count
    }

    /// An edge on the runtime's end.
    func raise(_ link: SimulatedLink) {
        guard link.isWatched, !link.nearClosed, !link.isQueued else { return }
        if commits(.lostEvent, once: 40) { return }
        link.isQueued = true
        pollers[link.owner].ready.append(link)
    }

    /// EPOLL_CTL_ADD reports what is true already.
    func raiseAtWatch(_ link: SimulatedLink) {
        if link.isReadable || link.isWritable || link.isHungUp { raise(link) }
    }

    /// A connection came into a listener's queue: one waiting loop is woken, sometimes more.
    func raise(_ listener: SimulatedListener) {
        let watching = (0..<loopCount).filter { listener.watchers[$0] != nil }
        guard !watching.isEmpty else { return }
        listener.isReady[watching[random.below(watching.count)]] = true
        if random.once(in: 6) { listener.isReady[watching[random.below(watching.count)]] = true }
    }
}
