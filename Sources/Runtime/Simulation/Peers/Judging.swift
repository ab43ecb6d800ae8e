/// What peers may be given, and why.
extension SimulatedWorld {
    /// The shortest `timeout http-request` and `timeout http-keep-alive` of all plans, less what a loaded loop may be late or early.
    var shortestRequestTimeNs: UInt64 { UInt64(PlanShape.httpRequestMs) &* Span.millisecond }
    var shortestKeepAliveNs: UInt64 { UInt64(PlanShape.httpKeepAliveMs) &* Span.millisecond }

    private func since(_ time: UInt64, _ exchange: Exchange) -> Bool { time >= exchange.startedAt }

    /// An answer that is not the origin's.
    func judgeLocal(_ status: Int, _ exchange: Exchange, _ who: String, _ text: String) {
        let age = now &- exchange.startedAt
        let isLegal =
            switch status {
            case 400: exchange.faults.contains(.clientAborted)
            case 408: age >= shortestRequestTimeNs
            case 502:
                !exchange.faults.isDisjoint(with: [.badAnswer, .cutAnswer])
                    || (exchange.faults.contains(.idleRace) && mayNotRepeat(exchange))
            case 503:
                since(weather.connectFault, exchange) || since(weather.exhaustion, exchange) || since(weather.noServer, exchange)
                    || (since(weather.queueing, exchange) && age >= UInt64(PlanShape.queueMs) * Span.millisecond)
            case 504: exchange.faults.contains(.stalled)
            default: false
            }
        if !isLegal {
            fail(
                .responseUnexplained,
                "\(who): \(status) to exchange \(exchange.id) (\(exchange.method) \(exchange.answer)), which nothing explains")
        }
    }

    /// A request whose connection to the server broke before the answer: only those that were sent whole, are kept, and do no harm twice go again.
    private func mayNotRepeat(_ exchange: Exchange) -> Bool {
        !exchange.method.isIdempotent || exchange.requestLength > 0 || exchange.method == .put
    }

    /// Plans by number: the one that every loop had when the request began, or a later one; an older one only where it drains.
    func judgePlan(_ number: UInt32, _ exchange: Exchange, _ port: UInt16, closes: Bool) {
        if number >= exchange.committedAtStart && number <= handovers.begun { return }
        if handovers.mayDrain(number, port) {
            if !closes {
                fail(.oldPlan, "exchange \(exchange.id): answered for the last time under plan \(number), but not announced as the last")
            }
            return
        }
        fail(
            .oldPlan,
            "exchange \(exchange.id): answered under plan \(number), though every loop had \(exchange.committedAtStart) when it was asked")
    }

    /// An end before the answer's.
    func explainsCut(_ exchange: Exchange) -> Bool {
        if !exchange.faults.isDisjoint(with: [.badAnswer, .cutAnswer, .stalled, .clientAborted]) { return true }
        if exchange.faults.contains(.pipelined) && weather.stopping != UInt64.max { return true }
        if now >= weather.cutting { return true }
        // A TCP session has no other way to say that there is no server.
        if exchange.answer == .upgrade {
            if since(weather.connectFault, exchange) || since(weather.exhaustion, exchange) || since(weather.noServer, exchange) {
                return true
            }
        }
        // Descriptors ran out while the loop set the connection up.
        return false
    }

    /// The end of a connection on which nothing was under way, or only a request that crossed it.
    func explainsIdleClose(_ lastActivity: UInt64, _ connectedAt: UInt64, _ answers: Int) -> Bool {
        if weather.stopping != UInt64.max { return true }
        let limit = answers == 0 ? shortestRequestTimeNs : shortestKeepAliveNs
        return now &- lastActivity >= limit
    }
}
