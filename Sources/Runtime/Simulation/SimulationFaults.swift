import Synchronization

/// Planted faults that need a hand inside a loop: done between turns, by what any code of the runtime could do by mistake.
extension Simulation {
    func plant() {
        for loop in worker.loops {
            let before = lastServed[loop.index]
            lastServed[loop.index] = loop.generation
            let isNew = before != nil && before != loop.generation
            switch world.fault {
            case .closedKeepAlive where isNew:
                loop.connections.forEachLive { connection in
                    if connection.pointee.side == .client, connection.pointee.phase == .waitingRequest, connection.pointee.requestCount > 0,
                        world.commits(.closedKeepAlive, once: 1)
                    {
                        loop.closeConnection(connection)
                    }
                }
            case .oldGeneration where isNew:
                if let before, let next = loop.generation, loop.held.contains(where: { $0.generation == before }),
                    world.commits(.oldGeneration, once: 1)
                {
                    loop.pin(before)
                    loop.pin(next)
                    loop.generation = before
                    lastServed[loop.index] = before
                }
            case .keptGeneration where isNew:
                if let generation = loop.generation, world.commits(.keptGeneration, once: 2) { loop.pin(generation) }
            case .lostTimer:
                loop.connections.forEachLive { connection in
                    if connection.pointee.phase == .waitingRequest || connection.pointee.phase == .idle,
                        world.commits(.lostTimer, once: 200)
                    {
                        loop.timers.cancel(loop.timerNode(connection))
                    }
                }
            default: break
            }
        }
        if world.fault == .doubleRelease {
            worker.registry.forEachServer { server in
                if server.pointee.currentStreams.load(ordering: .relaxed) > 0, world.commits(.doubleRelease, once: 100) {
                    server.pointee.currentStreams.subtract(1, ordering: .relaxed)
                }
            }
        }
    }
}
