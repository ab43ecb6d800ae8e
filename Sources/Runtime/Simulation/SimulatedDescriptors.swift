/// What a descriptor number stands for.
enum SimulatedDescriptor {
    case free
    /// 0, 1, 2: logs.
    case standard
    case waker(Int)
    case connection(SimulatedLink)
    case listener(SimulatedListener)
    case datagram
}

extension SimulatedWorld {
    /// The lowest free number, or -EMFILE.
    func allocate(_ what: SimulatedDescriptor) -> Int32 {
        if openCount >= descriptorLimit {
            weather.exhaustion = now
            return random.percent(80) ? -24 : -23
        }
        openCount += 1
        var number = lowestFree
        while number < descriptors.count {
            if case .free = descriptors[number] { break }
            number += 1
        }
        lowestFree = number + 1
        if number == descriptors.count { descriptors.append(what) } else { descriptors[number] = what }
        return Int32(number)
    }

    func release(_ descriptor: Int32) {
        descriptors[Int(descriptor)] = .free
        openCount -= 1
        lowestFree = min(lowestFree, Int(descriptor))
    }

    func descriptor(_ number: Int32) -> SimulatedDescriptor {
        number >= 0 && Int(number) < descriptors.count ? descriptors[Int(number)] : .free
    }

    /// The connection of a descriptor; anything else is a bug of the caller's, as is another loop's descriptor.
    @inline(__always)
    func link(_ number: Int32, _ loop: Int, _ call: StaticString) -> SimulatedLink? {
        guard case .connection(let link) = descriptor(number) else {
            fail(.badDescriptor, "\(call) on \(number) by loop \(loop): EBADF")
            return nil
        }
        if link.owner != loop { fail(.foreignDescriptor, "\(call) on \(number) of loop \(link.owner) by loop \(loop)") }
        return link
    }

    func listener(_ number: Int32, _ call: StaticString) -> SimulatedListener? {
        guard case .listener(let listener) = descriptor(number) else {
            fail(.badDescriptor, "\(call) on \(number), which is no listener")
            return nil
        }
        return listener
    }

    func close(_ number: Int32, _ loop: Int, reset: Bool) {
        switch descriptor(number) {
        case .connection(let link):
            if link.owner != loop { fail(.foreignDescriptor, "close of \(number) of loop \(link.owner) by loop \(loop)") }
            if commits(.leakedDescriptor, once: 12) { return }
            trace("loop \(loop) closes \(number) (link \(link.number))\(reset ? " with a reset" : "")")
            release(number)
            closeNear(link, reset: reset)
            if commits(.closedTwice, once: 12) { close(number, loop, reset: false) }
        case .listener(let listener):
            for (loop, watcher) in listener.watchers.enumerated() where watcher != nil {
                fail(.badDescriptor, "listener \(number) closed while loop \(loop) watches it")
            }
            trace("the worker closes listener \(number)")
            release(number)
            listener.descriptor = -1
        case .datagram, .waker:
            release(number)
        case .standard, .free:
            fail(.badDescriptor, "close of \(number) by loop \(loop): EBADF")
        }
    }

    func writeStandard(_ count: Int) -> Int { random.percent(90) ? count : random.percent(50) ? -11 : random.within(1...max(count, 1)) }
}
