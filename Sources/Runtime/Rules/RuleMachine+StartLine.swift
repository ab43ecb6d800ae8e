import Plan

extension RuleMachine {
    /// `set-method`, `set-path`, `set-query`, `set-uri` (manual section 4.4). False if there is no room.
    func editStartLine(_ opcode: Opcode, _ value: ByteSlice, _ context: RuleContext) -> Bool {
        guard let head = context.request else { return true }
        switch opcode {
        case .setMethod:
            head.pointee.method = value
            head.pointee.methodID = Method(value)
            return true
        case .setURI:
            head.pointee.replaceTarget(value)
            return true
        case .setPath:
            return replaceTarget(head, context) { whole, path, query in
                (whole.slice(0, whole.count - path.count - query.count), value, query)
            }
        default:
            // `set-query` writes the question mark itself unless the value brings one or is empty.
            return replaceTarget(head, context, mark: !value.isEmpty && value.base[0] != 0x3F) { whole, path, query in
                (whole.slice(0, whole.count - query.count), .empty, value)
            }
        }
    }

    /// Puts a target together from three parts. `query` comes with its question mark.
    private func replaceTarget(
        _ head: UnsafeMutablePointer<MessageHead>, _ context: RuleContext, mark: Bool = false,
        _ parts: (_ whole: ByteSlice, _ path: ByteSlice, _ query: ByteSlice) -> (ByteSlice, ByteSlice, ByteSlice)
    ) -> Bool {
        let whole = head.pointee.target
        let pathAndQuery = head.pointee.pathAndQuery
        let path = head.pointee.path
        let query = pathAndQuery.slice(path.count, pathAndQuery.count)
        let (a, b, c) = parts(whole, path, query)
        let count = a.count &+ b.count &+ c.count &+ (mark ? 1 : 0)
        guard let p = context.arena.pointee.allocate(count) else { return false }
        p.update(from: a.base, count: a.count)
        (p + a.count).update(from: b.base, count: b.count)
        var at = a.count &+ b.count
        if mark {
            p[at] = 0x3F
            at &+= 1
        }
        (p + at).update(from: c.base, count: c.count)
        head.pointee.replaceTarget(ByteSlice(p, count))
        return true
    }

    /// `set-status`: the reason is the given one, or the status's own.
    func editStatus(_ head: UnsafeMutablePointer<MessageHead>, _ status: UInt16, _ reason: ByteSlice, _ context: RuleContext) {
        guard status >= 100, status <= 999, let p = context.arena.pointee.allocate(3) else { return }
        NumberText.writePadded(Int(status), digits: 3, to: p)
        head.pointee.status = status
        head.pointee.method = ByteSlice(p, 3)
        head.pointee.reason = reason
    }
}
