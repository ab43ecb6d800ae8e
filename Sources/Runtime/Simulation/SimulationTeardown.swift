/// Gives a run's memory back, so that ten thousand fit into one process.
extension Simulation {
    func tearDown() {
        for loop in worker.loops { loop.tearDown() }
        if let serving = worker.serving { Generation.free(serving) }
        worker.registry.forEachServer { $0.deinitialize(count: 1).deallocate() }
        worker.registry.forEachProxy { $0.deinitialize(count: 1).deallocate() }
        worker.registry.forEachListener { $0.deinitialize(count: 1).deallocate() }
    }
}

extension Loop {
    /// Frees everything the loop made. It does not run any more.
    fileprivate func tearDown() {
        connections.forEachLive { connection in
            connection.pointee.input.free()
            connection.pointee.output.free()
        }
        checks.forEachTask { task in
            task.pointee.input.free()
            task.pointee.output.free()
            timers.cancel(checks.timer(task))
            task.deallocate()
        }
        for entry in held {
            for i in 0..<entry.proxyCount {
                guard let schedule = entry.schedules[i] else { continue }
                schedule.pointee.free()
                schedule.deallocate()
            }
            entry.schedules.deallocate()
        }
        for block in spareBlocks { block.deallocate() }
        spareBlocks = []
        connections.destroy()
        streams.destroy()
        timers.destroy()
        logs.pointee.free(kernel)
        logs.deallocate()
        RuleEnvironment.free(environment)
        for head in [requestHead, responseHead, trailerHead] {
            head.pointee.deallocate()
            head.deallocate()
        }
        arena.pointee.freeMemory()
        arena.deallocate()
        events.deallocate()
        receive.deallocate()
        pieces.deallocate()
        acceptTimer.deallocate()
        stopTimer.deallocate()
    }
}
