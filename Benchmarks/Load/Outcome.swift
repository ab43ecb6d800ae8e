import BenchSupport
import Glibc

/// How exchanges and connections end, and what is counted then.
extension Load {
    /// The answer is complete.
    mutating func complete(_ index: Int) {
        let client = clients[index]
        let time = now()
        let pending = client.pointee.pending[client.pointee.pendingFirst]
        client.pointee.pendingFirst += 1
        client.pointee.inBody = false
        client.pointee.answered += 1
        outstanding -= 1
        let tookNs = time > pending.startNs ? time - pending.startNs : 0
        if tookNs > latency.maxNs { worstAtNs = time }
        latency.record(tookNs)
        windowLatency.record(tookNs)
        if client.pointee.statusIsWrong {
            count(.unexpectedStatus, 1, index)
        } else if client.pointee.bodyIsWrong {
            count(.badBody, 1, index)
        } else {
            counters.ok += 1
        }
        if client.pointee.kind == .fresh {
            release(index)
        } else if client.pointee.announcesClose {
            counters.closedAnnounced += 1
            counters.unanswered += client.pointee.outstanding
            outstanding -= client.pointee.outstanding
            client.pointee.pendingFirst = client.pointee.pending.count
            release(index)
        }
        if client.pointee.outstanding == 0 {
            client.pointee.pending.removeAll(keepingCapacity: true)
            client.pointee.pendingFirst = 0
            if client.pointee.fd >= 0 { client.pointee.state = .idle }
            becomeIdle(index)
        }
    }

    /// The peer's end, or its reset, was read.
    mutating func peerClosed(_ index: Int, reset: Bool) {
        let client = clients[index]
        if client.pointee.isLongLived { return lose(index, client.pointee.state == .open ? .cut : .refused) }
        if client.pointee.outstanding == 0 {
            counters.closedIdle += 1
            describe(index, "kept-alive connection \(reset ? "reset" : "closed") while idle")
            release(index)
            return
        }
        if client.pointee.inBody, client.pointee.body.endsAtClose, !reset {
            client.pointee.announcesClose = true
            return complete(index)
        }
        guard client.pointee.isBetweenAnswers else { return fail(index, reset ? .reset : .closedMidAnswer) }
        if client.pointee.kind == .keepalive, client.pointee.answered > 0 { counters.closedWithRequest += 1 }
        fail(index, reset ? .reset : .closedBeforeAnswer)
    }

    /// Everything outstanding on the connection has failed.
    mutating func fail(_ index: Int, _ cause: Cause) {
        let client = clients[index]
        if client.pointee.isLongLived { return lose(index, client.pointee.state == .open ? .cut : .refused) }
        let failed = client.pointee.outstanding
        count(cause, failed, index)
        outstanding -= failed
        client.pointee.pending.removeAll(keepingCapacity: true)
        client.pointee.pendingFirst = 0
        release(index)
        if cause == .refused || cause == .local {
            timers.add(deadlineNs: now() + Bounds.backoffNs, token: token(index))
        } else {
            becomeIdle(index)
        }
    }

    private mutating func count(_ cause: Cause, _ requests: Int, _ index: Int) {
        counters.causes[cause.rawValue] += requests
        describe(index, cause.text)
    }

    /// Closes this side.
    mutating func release(_ index: Int) {
        let client = clients[index]
        if client.pointee.fd >= 0 { close(client.pointee.fd) }
        client.pointee.fd = -1
        client.pointee.state = .closed
        client.pointee.inBody = false
        client.pointee.input.removeAll()
    }

    mutating func describe(_ index: Int, _ what: String) {
        described += 1
        guard options.verbose || described <= Bounds.describedMax else {
            if described == Bounds.describedMax + 1 {
                complain("baton-load: more of these are counted and not shown (--verbose shows all)")
            }
            return
        }
        let client = clients[index]
        let seconds = fixed(Double(now() - startNs) / 1e9, 3)
        let port = client.pointee.fd >= 0 ? ", port \(Sockets.localPort(client.pointee.fd))" : ""
        complain(
            "baton-load: \(seconds) s: \(what) (\(client.pointee.kind) client \(index)\(port), \(client.pointee.answered) answers before)")
    }
}
