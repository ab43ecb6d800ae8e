/// Follows an HTTP/1 message body through the bytes that arrive, and says which of them are data.
package struct Body {
    package enum Framing {
        case none
        case length(Int)
        case chunked
        /// Ends where the connection ends.
        case untilClose
    }

    /// What `next` found at the front of the bytes it was given.
    package struct Piece {
        /// How many bytes it took.
        package var used = 0
        /// Where data starts in what was used, and how much.
        package var dataOffset = 0
        package var dataCount = 0
        package var malformed = false
    }

    private enum State {
        case size
        case sizeExtension
        case sizeNewline
        case data
        case dataReturn
        case dataNewline
        case trailer
        case trailerLine
        case trailerNewline
        case lastNewline
        case plain
        case untilClose
        case done
    }

    private var state: State
    private var remaining = 0
    private var digits = 0
    /// Data bytes so far.
    package private(set) var received = 0

    package init(_ framing: Framing) {
        switch framing {
        case .none: state = .done
        case .length(let length):
            state = length == 0 ? .done : .plain
            remaining = length
        case .chunked: state = .size
        case .untilClose: state = .untilClose
        }
    }

    package var isDone: Bool { state == .done }
    /// An end of the connection is the regular end of this body.
    package var endsAtClose: Bool { state == .untilClose }

    /// Takes bytes up to and including the next run of data. Call again with what is left until all is used or `isDone`.
    package mutating func next(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Piece {
        var piece = Piece()
        while piece.used < count, state != .done {
            if state == .plain || state == .data || state == .untilClose {
                take(count, &piece)
                return piece
            }
            guard step(bytes[piece.used]) else {
                piece.malformed = true
                return piece
            }
            piece.used += 1
        }
        return piece
    }

    private mutating func take(_ count: Int, _ piece: inout Piece) {
        let available = count - piece.used
        let taken = state == .untilClose ? available : min(available, remaining)
        piece.dataOffset = piece.used
        piece.dataCount = taken
        piece.used += taken
        received += taken
        if state == .untilClose { return }
        remaining -= taken
        if remaining == 0 { state = state == .plain ? .done : .dataReturn }
    }

    /// One byte of chunk framing; false when it cannot stand there.
    private mutating func step(_ byte: UInt8) -> Bool {
        switch state {
        case .size:
            if let digit = hexDigit(byte) {
                digits += 1
                remaining = remaining << 4 | digit
                return digits <= 15
            }
            guard digits > 0 else { return false }
            if byte == 13 { state = .sizeNewline } else { state = .sizeExtension }
            return byte == 13 || byte == 59 || byte == 32 || byte == 9
        case .sizeExtension:
            if byte == 13 { state = .sizeNewline }
            return byte != 10
        case .sizeNewline:
            state = remaining == 0 ? .trailer : .data
            digits = 0
            return byte == 10
        case .dataReturn:
            state = .dataNewline
            return byte == 13
        case .dataNewline:
            state = .size
            return byte == 10
        case .trailer:
            state = byte == 13 ? .lastNewline : .trailerLine
            return byte != 10
        case .trailerLine:
            if byte == 13 { state = .trailerNewline }
            return byte != 10
        case .trailerNewline:
            state = .trailer
            return byte == 10
        case .lastNewline:
            state = .done
            return byte == 10
        case .data, .plain, .untilClose, .done:
            return false
        }
    }

    private func hexDigit(_ byte: UInt8) -> Int? {
        switch byte {
        case 48...57: Int(byte) - 48
        case 65...70: Int(byte) - 55
        case 97...102: Int(byte) - 87
        default: nil
        }
    }
}
