import Foundation

// grammar-gen [--check] [ROOT]: writes Sources/Compiler/Grammar/Generated from grammar/, or says what differs.

var root = "."
var check = false
for argument in CommandLine.arguments.dropFirst() {
    if argument == "--check" { check = true } else { root = argument }
}
do {
    let folder = root + "/Sources/Compiler/Grammar/Generated"
    let files = try Generator.generate(root + "/grammar")
    var differing: [String] = []
    let present = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".swift") }.sorted()
    for name in present where !files.contains(where: { $0.name == name }) {
        differing.append(name)
        if !check { try FileManager.default.removeItem(atPath: folder + "/" + name) }
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in files {
        let path = folder + "/" + file.name
        if (try? String(contentsOfFile: path, encoding: .utf8)) == file.contents { continue }
        differing.append(file.name)
        if !check { try file.contents.write(toFile: path, atomically: true, encoding: .utf8) }
    }
    print(differing.isEmpty ? "up to date" : "\(check ? "differ" : "written"): \(differing.joined(separator: " "))")
    exit(check && !differing.isEmpty ? 1 : 0)
} catch {
    FileHandle.standardError.write(Data("grammar-gen: \(error)\n".utf8))
    exit(2)
}
