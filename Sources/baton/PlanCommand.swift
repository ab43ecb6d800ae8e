import Compiler
import Plan

let planCommand = Command(
    name: "plan", synopsis: "show|verify PLAN", summary: "Prints what a plan holds, or checks that it is whole.",
    options: [Option("--format", choices: ["text", "json"], help: "how to print it (default: text)")],
    operands: 2...2, exitCodes: ["0  done", "1  the plan is refused", "2  it could not be read"],
    run: { arguments in
        let verb = arguments.operands[0]
        guard verb == "show" || verb == "verify" else {
            Terminal.error("'plan \(verb)' does not exist; it is 'plan show' or 'plan verify'")
            return 2
        }
        let path = arguments.operands[1]
        let json = arguments.value("--format") == "json"
        do throws(PlanLoadError) {
            let image = try PlanImage.load(path: path)
            defer { image.unmap() }
            if verb == "show" {
                Terminal.out(json ? planJSON(image) : planText(image))
            } else if json {
                Terminal.out(verifyJSON(image))
            } else {
                Terminal.out("\(path): whole, meaning \(image.plan.meaningDigest.hexadecimal)\n")
            }
            return 0
        } catch {
            Terminal.error("\(path): \(error.message)")
            return error.kind == .unreadable ? 2 : 1
        }
    })

private func verifyJSON(_ image: PlanImage) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("version", 1)
    json.member("bytes", image.byteCount)
    json.member("meaningDigest", image.plan.meaningDigest.hexadecimal)
    json.member("bytesDigest", image.plan.bytesDigest.hexadecimal)
    json.endObject()
    return json.bytes
}

/// The objects of a plan with their settings, as text. Values marked secret are not printed.
private func planText(_ image: PlanImage) -> [UInt8] {
    let plan = image.plan
    var out: [UInt8] = []
    func line(_ text: String) {
        out.append(contentsOf: text.utf8)
        out.append(0x0A)
    }
    line("plan of baton \(image.compilerVersion) for target \(image.target), \(image.byteCount) bytes")
    line("meaning \(plan.meaningDigest.hexadecimal)")
    line("bytes   \(plan.bytesDigest.hexadecimal)")
    line(
        "\(plan.proxies.count) proxies, \(plan.listeners.count) listeners, \(plan.servers.count) servers, \(plan.rules.count) rules, "
            + "\(plan.code.count) instructions, \(plan.assets.count) assets")
    for id in plan.objects.ids {
        let object = plan.objects[id]
        let place = plan.string(plan.place(of: id)).map { "  (\($0))" } ?? ""
        line("\(object.kind.name) \(plan.string(object.key))\(place)")
        for setting in plan.settings(of: object) {
            let value = setting.flags.contains(.secret) ? "(secret)" : plan.string(setting.value)
            line("  \(plan.string(setting.word))\(value.isEmpty ? "" : " ")\(value)")
        }
    }
    return out
}

private func planJSON(_ image: PlanImage) -> [UInt8] {
    let plan = image.plan
    var json = JSONWriter()
    json.beginObject()
    json.member("version", 1)
    json.member("compiler", image.compilerVersion)
    json.member("target", image.target)
    json.member("bytes", image.byteCount)
    json.member("meaningDigest", plan.meaningDigest.hexadecimal)
    json.member("bytesDigest", plan.bytesDigest.hexadecimal)
    json.key("objects")
    json.beginArray()
    for id in plan.objects.ids {
        let object = plan.objects[id]
        json.beginObject()
        json.member("kind", object.kind.name)
        json.member("key", plan.string(object.key))
        json.place(plan.place(of: id), plan)
        json.key("settings")
        json.beginArray()
        for setting in plan.settings(of: object) {
            json.beginObject()
            json.member("word", plan.string(setting.word))
            if setting.flags.contains(.secret) {
                json.member("secret", true)
            } else {
                json.member("value", plan.string(setting.value))
            }
            json.member("apply", setting.apply.name)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes
}

extension JSONWriter {
    /// `file` and `line` of a place; nothing for nowhere.
    mutating func place(_ place: SourceLocation, _ plan: Plan) {
        if place.line == 0 || place.file.index >= plan.sourceFiles.count { return }
        member("file", plan.string(plan.sourceFiles[place.file]))
        member("line", Int(place.line))
        member("column", Int(place.column))
    }
}
