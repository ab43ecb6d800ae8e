import Compiler
import GrammarFormat

/// Words that fit a value type. What they refer to is there in every ``Scaffold``.
struct ValueSampler {
    /// A file that exists, is empty, and can be read.
    let file: String

    func sample(_ type: TypeID, in directive: String, _ random: inout SeededRandom) -> String {
        if let name = reference(type.refers) { return name }
        switch type.kind {
        case .token: return random.pick(["word", "x1", "a.b", "Some-Thing"])
        case .text: return random.pick(["text", "some\\ text", "\"quoted text\"", "''"])
        case .name: return random.pick(["n1", "name_2", "n.3", "n-4"]) + String(random.below(1000))
        case .integer: return String(number(type, &random))
        case .duration: return duration(type, &random)
        case .size: return random.pick(["1k", "16384", "32k", "1m"])
        case .percent: return random.pick(["10", "25%", "100%"])
        case .address, .addressList: return address(type, &random)
        case .network: return random.pick(["10.0.0.0/8", "192.168.1.1", "127.0.0.1/32", "2001:db8::/32"])
        case .statusList: return random.pick(["200", "200-399", "200,204,301"])
        case .method: return random.pick(["GET", "HEAD", "OPTIONS"])
        case .logFormat: return random.pick(["text", "%[src]", "a%[src]b", "%%"])
        case .sample: return expression(directive, &random)
        case .condition: return condition(directive, &random)
        case .rest: return random.pick(["a", "a b"])
        case .regex: return random.pick(["^/a", "[a-z]+", "(a|b)c"])
        case .path: return type.refers == .directory ? "/tmp" : file
        case .variable: return random.pick(["txn.v", "sess.v", "req.v"])
        case .boolean: return random.pick(["on", "off"])
        case .hex: return random.pick(["0a0b", "00"])
        case .header: return random.pick(["X-A", "host", "x-b-c"])
        case .cpuSet: return random.pick(["0", "0-1", "1-2,4", "5-1023"])
        case .processSet: return random.pick(["1", "1/1-4", "all", "odd/even"])
        case .threadSet: return random.pick(["1", "1-2", "all", "odd", "1/all", "1/1-2,1/4"])
        case .threadRange: return random.pick(["1", "1-2"])
        case .statusRanges: return random.pick(["404", "+400-410", "-404,429", "500-599"])
        case .serverRange: return random.pick(["3", "1-3", "2-2"])
        case .sampleRanges: return random.pick(["1:2", "1-2,5:8"])
        case .columns:
            return random.pick(["gpc0", "http_req_rate(10s),conn_cur", "gpc(5)", "gpt(2),gpc_rate(3,1m)", "server_id,bytes_in_cnt"])
        case .variableCondition: return random.pick(["ifexists", "ifset", "ifempty", "ifgt"])
        case .mode: return random.pick(["600", "0660"])
        case .opaque: return "text"
        case .comparison: return random.pick(["3", "eq 3", "1:5"])
        }
    }

    private func reference(_ kind: ReferenceKind) -> String? {
        switch kind {
        case .frontend: "front"
        case .backend, .table: "back"
        case .defaults: "base"
        case .server: "back/s1"
        case .peers: "peers1"
        case .resolvers: "dns1"
        case .mailers: "mail1"
        case .userlist: "users1"
        case .cache: "cache1"
        case .httpErrors: "errors1"
        case .ring: "ring1"
        case .acl: "a1"
        case .user, .group: "root"
        default: nil
        }
    }

    private func number(_ type: TypeID, _ random: inout SeededRandom) -> Int {
        // More groups than the machine has processors are refused.
        if type == .groupNumber { return 1 + random.below(2) }
        let low = max(type.minimum, -5)
        let high = min(type.maximum, low &+ 1000)
        return high <= low ? low : low + random.below(high - low + 1)
    }

    private func duration(_ type: TypeID, _ random: inout SeededRandom) -> String {
        let isSeconds = type.flags & (TypeFlag.seconds) != 0
        return random.pick(isSeconds ? ["5s", "1m", "30"] : ["500ms", "5s", "1m", "3000"])
    }

    private func address(_ type: TypeID, _ random: inout SeededRandom) -> String {
        let host = random.pick(["127.0.0.1", "[::1]", "10.1.2.3"])
        let flags = type.flags
        if flags & (TypeFlag.port | TypeFlag.portRequired) == 0 { return host }
        if flags & TypeFlag.portRequired != 0 || random.percent(80) { return "\(host):\(1024 + random.below(60_000))" }
        return host
    }

    func expression(_ directive: String, _ random: inout SeededRandom) -> String {
        if directive.hasPrefix("http-request") { return random.pick(["src", "path", "hdr(host)", "path,lower", "method"]) }
        return random.pick(["src", "src,ipmask(24)", "int(3)", "str(abc)"])
    }

    func condition(_ directive: String, _ random: inout SeededRandom) -> String {
        var forms = ["if TRUE", "unless FALSE", "if { src 10.0.0.0/8 }", "if !{ src 127.0.0.1 } or TRUE", "if a1"]
        if directive.hasPrefix("http-request") { forms += ["if { path_beg /a }", "if { hdr(host) -i a.example } a1"] }
        return random.pick(forms)
    }
}
