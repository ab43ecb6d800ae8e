/// `--env-file`: lines of `NAME=value`. Blank lines and lines that begin with `#` are passed over; a value in quotes loses them.
package enum EnvironmentFile {
    package struct Failure: Error, Sendable {
        package var line: Int
        package var reason: String
    }

    package static func parse(_ bytes: [UInt8]) throws(Failure) -> [(name: String, value: [UInt8])] {
        var result: [(name: String, value: [UInt8])] = []
        var number = 0
        for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            var line = raw[...]
            while let last = line.last, last == 0x0D || last == 0x20 || last == 0x09 { line.removeLast() }
            while let first = line.first, first == 0x20 || first == 0x09 { line.removeFirst() }
            if line.isEmpty || line.first == 0x23 { continue }
            if line.starts(with: Array("export ".utf8)) { line = line.dropFirst(7) }
            guard let equals = line.firstIndex(of: 0x3D) else { throw Failure(line: number, reason: "no '=' after the name") }
            let name = line[line.startIndex..<equals]
            guard !name.isEmpty, name.allSatisfy(isNameByte) else { throw Failure(line: number, reason: "not a variable's name") }
            var value = line[(equals + 1)...]
            if value.count >= 2, let first = value.first, first == value.last, first == 0x22 || first == 0x27 {
                value = value.dropFirst().dropLast()
            }
            result.append((String(decoding: name, as: UTF8.self), Array(value)))
        }
        return result
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
    }
}
