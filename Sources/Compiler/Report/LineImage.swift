/// A source line as a terminal shows it, cut to a window around what matters where it is long, with the cell of each byte.
package struct LineImage {
    package private(set) var text = ""
    private let start: Int
    // The cell at which the byte `start + index` is drawn, and one behind the end.
    private var cells: [Int] = []

    /// `around`: a byte that must be seen.
    package init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, around: Int) {
        // A line of megabytes is not drawn to be thrown away: bytes and cells are within a factor of ten of each other.
        let near = ReportLimits.lineWidth
        let focus = min(max(around, range.lowerBound), range.upperBound)
        var first = max(range.lowerBound, focus - near / 3)
        if range.count <= near { first = range.lowerBound }
        // Not into the middle of a character.
        while first > range.lowerBound, bytes[first] & 0xC0 == 0x80, focus - first < near { first -= 1 }
        start = first
        var width = 0
        if first > range.lowerBound {
            text = "..."
            width = 3
        }
        var position = first
        while position < range.upperBound {
            let (scalar, length) = Characters.scalar(bytes, at: position)
            let (shown, cellsTaken) = Characters.shown(scalar, byte: bytes[position])
            if width + cellsTaken > near, range.upperBound - position > 3 {
                text += "..."
                break
            }
            text += shown
            for _ in 0..<length { cells.append(width) }
            width += cellsTaken
            position += length
        }
        cells.append(width)
    }

    /// The cell of the byte at `offset`; the nearest one drawn where it is outside.
    package func cell(at offset: Int) -> Int {
        if offset < start { return 0 }
        return cells[min(offset - start, cells.count - 1)]
    }
}
