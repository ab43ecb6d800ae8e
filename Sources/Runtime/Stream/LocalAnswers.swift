import Plan

/// Answers that the proxy gives itself: errors, `return`, `deny`, redirects.
extension Loop {
    /// Answers with `status`: the `errorfile` for it, else the default page. Ends the stream.
    package func answer(_ stream: StreamPointer, _ status: UInt16) {
        dropServer(stream)
        stream.pointee.record.status = status
        if stream.pointee.responseHeadSent || stream.pointee.client.pointee.phase == .closed {
            endStream(stream, abort: true)
            return
        }
        if !stream.pointee.requestBody.done || ErrorResponses.closes(status) { stream.pointee.closeClient = true }
        if let asset = errorFile(stream, status) {
            // Sent as it stands, and the connection ends: nothing says where it does (manual section 4.2, `errorfile`).
            stream.pointee.closeClient = true
            push(asset.baseAddress!, asset.count)
            send(stream, asset.count)
            return
        }
        let room = UnsafeMutableBufferPointer(start: arena.pointee.tail, count: arena.pointee.remaining)
        guard
            let n = ErrorResponses.write(
                status, close: stream.pointee.closeClient, bodyless: stream.pointee.request.method == .head, into: room)
        else {
            endStream(stream, abort: true)
            return
        }
        let bytes = arena.pointee.commit(n)
        deliver(stream, bytes)
    }

    private func errorFile(_ stream: StreamPointer, _ status: UInt16) -> UnsafeRawBufferPointer? {
        let plan = stream.pointee.generation.pointee.plan
        for proxy in [backend(stream), frontend(stream)] {
            let rows = proxy.pointee.record.pointee.errorFiles
            for i in rows.range where plan.errorFiles.base[i].status == UInt32(status) {
                let asset = plan.assets[plan.errorFiles.base[i].asset]
                if asset.length == 0 { continue }
                return UnsafeRawBufferPointer(rebasing: plan.assetBytes[Int(asset.offset)..<Int(asset.offset) + Int(asset.length)])
            }
        }
        return nil
    }

    /// `http-request return`, `deny` with content: what the rule machine built.
    package func answerBuilt(_ stream: StreamPointer) {
        dropServer(stream)
        let built = environment.pointee.response
        stream.pointee.record.status = built.status
        if !stream.pointee.requestBody.done || !stream.pointee.request.flags.contains(.keepAlive) { stream.pointee.closeClient = true }
        var need = 256 &+ built.contentType.count &+ built.body.count
        for i in 0..<built.headerCount { need &+= built.headers[i].name.bytes.count &+ built.headers[i].value.count &+ 4 }
        guard need <= arena.pointee.remaining else {
            endStream(stream, abort: true)
            return
        }
        var cursor = Cursor(p: arena.pointee.tail)
        putStatusLine(&cursor, built.status)
        cursor.put(ByteSlice("content-length: "))
        cursor.putDecimal(UInt64(built.body.count))
        cursor.putLineEnd()
        if !built.contentType.isEmpty {
            cursor.put(ByteSlice("content-type: "))
            cursor.put(built.contentType)
            cursor.putLineEnd()
        }
        for i in 0..<built.headerCount {
            cursor.put(built.headers[i].name.bytes)
            cursor.put(ByteSlice(": "))
            cursor.put(built.headers[i].value)
            cursor.putLineEnd()
        }
        putConnection(stream, &cursor)
        cursor.putLineEnd()
        if stream.pointee.request.method != .head { cursor.put(built.body) }
        deliver(stream, arena.pointee.commit(cursor.p - arena.pointee.tail))
    }

    package func answerRedirect(_ stream: StreamPointer, _ status: UInt16) {
        dropServer(stream)
        let location = environment.pointee.response.location
        stream.pointee.record.status = status
        if !stream.pointee.requestBody.done || !stream.pointee.request.flags.contains(.keepAlive) { stream.pointee.closeClient = true }
        guard location.count &+ 256 <= arena.pointee.remaining else {
            endStream(stream, abort: true)
            return
        }
        var cursor = Cursor(p: arena.pointee.tail)
        putStatusLine(&cursor, status)
        cursor.put(ByteSlice("content-length: 0\r\nlocation: "))
        cursor.put(location)
        cursor.putLineEnd()
        putConnection(stream, &cursor)
        cursor.putLineEnd()
        deliver(stream, arena.pointee.commit(cursor.p - arena.pointee.tail))
    }

    private func putStatusLine(_ cursor: inout Cursor, _ status: UInt16) {
        cursor.put(ByteSlice("HTTP/1.1 "))
        cursor.putDecimal(UInt64(status), atLeast: 3)
        cursor.put(0x20)
        cursor.put(ByteSlice(ReasonPhrase.of(status)))
        cursor.putLineEnd()
    }

    private func putConnection(_ stream: StreamPointer, _ cursor: inout Cursor) {
        if stream.pointee.closeClient {
            cursor.put(ByteSlice("connection: close\r\n"))
        } else if !stream.pointee.request.version.isAtLeast11 {
            cursor.put(ByteSlice("connection: keep-alive\r\n"))
        }
    }

    /// Sends an answer of our own, after `http-after-response` rules have seen it, and ends the stream.
    private func deliver(_ stream: StreamPointer, _ bytes: ByteSlice) {
        let back = backend(stream)
        let front = frontend(stream)
        let hasRules = !back.pointee.entries[.httpAfterResponse].isNone || !front.pointee.entries[.httpAfterResponse].isNone
        if hasRules, let count = rewriteAnswer(stream, back, front, bytes) {
            send(stream, count)
            return
        }
        push(bytes.base, bytes.count)
        send(stream, bytes.count)
    }

    private func rewriteAnswer(
        _ stream: StreamPointer, _ back: UnsafeMutablePointer<ProxyRuntime>, _ front: UnsafeMutablePointer<ProxyRuntime>, _ bytes: ByteSlice
    ) -> Int? {
        let buffer = UnsafeMutableBufferPointer(start: UnsafeMutablePointer(mutating: bytes.base), count: bytes.count)
        guard
            case .complete(let consumed) = H1Parser.parseResponseHead(
                buffer, into: &responseHead.pointee, to: stream.pointee.request)
        else { return nil }
        _ = runRules(.httpAfterResponse, back, stream, request: nil, response: responseHead)
        if front.pointee.id != back.pointee.id { _ = runRules(.httpAfterResponse, front, stream, request: nil, response: responseHead) }
        let out = OutgoingHead.response(responseHead.pointee, to: stream.pointee.request, close: stream.pointee.closeClient)
        let room = UnsafeMutableBufferPointer(start: arena.pointee.tail, count: arena.pointee.remaining)
        guard let n = H1Writer.writeResponseHead(responseHead.pointee, out, into: room) else { return nil }
        let head = arena.pointee.commit(n)
        stream.pointee.closeClient = stream.pointee.closeClient || out.close
        push(head.base, head.count)
        push(bytes.base + consumed, bytes.count &- consumed)
        return head.count &+ bytes.count &- consumed
    }

    private func send(_ stream: StreamPointer, _ count: Int) {
        stream.pointee.record.bytesOut &+= UInt64(count)
        stream.pointee.responseHeadSent = true
        if stream.pointee.record.responseAt == 0 { stream.pointee.record.responseAt = now }
        flushPieces(to: stream.pointee.client)
        endStream(stream)
    }

    /// The server's part is over before its answer.
    private func dropServer(_ stream: StreamPointer) {
        pieceCount = 0
        pieceBytes = 0
        if stream.pointee.state == .queued {
            leaveQueue(stream)
            stream.pointee.state = .routing
        }
        guard let server = stream.pointee.server else { return }
        stream.pointee.server = nil
        server.pointee.stream = .none
        closeConnection(server)
    }
}
