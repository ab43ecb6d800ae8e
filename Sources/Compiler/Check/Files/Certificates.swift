import GrammarFormat
import Lexer

/// What a `load` line of a crt-store holds, as far as it could be read.
struct StoredCertificate {
    var certificate: TLSCertificate?
    var chain: [TLSCertificate] = []
    var key: TLSPrivateKey?
    var issuer: TLSCertificate?
    var hasOCSP = false
    /// Something of it was not read: nothing is said where it is used.
    var isUnknown = false
}

/// Certificates with their keys and the files beside them (manual 5.1 `crt`, 3.1 `ssl-load-extra-files`, 12.7 crt-store). A file must hold a
/// certificate in PEM form and, in it or beside it, the private key that belongs to it; OpenSSL must take both.
extension FileContents {
    /// `crt` and `default-crt` of a bind line, `crt` of a server.
    mutating func certificate(_ word: String, _ range: SourceRange, _ use: FileUse) {
        let isBind = bindOption(use) != nil
        let path = resolved(word, .certificate)
        if context.inputs.policy != .skip {
            if !isBind, !usesTLS(use.directive) {
                FileReferences.look(word, .certificate, at: range, context)
                return
            }
            if let stored = stored[path] {
                report("stored", path, range) { $0.faults(stored, path) }
                return
            }
            if word.hasPrefix("@") {
                if context.options.target >= .v3_0 {
                    context.add(
                        Finding(
                            .unknownReference, at: range, "no crt-store above has a certificate called '\(word)'",
                            help: ["load it by a '\(DirectiveID.crtStoreLoad)' line"]))
                }
                return
            }
            let parts = bundle(path, range)
            if !parts.isEmpty {
                for part in parts { report("certificate", part, range) { $0.certificateFile(part, range) } }
                return
            }
        }
        if word.hasPrefix("@") || FileReferences.look(word, .certificate, at: range, context) != nil { return }
        guard case .directory = context.inputs.content(path, .certificate, at: range) else {
            report("certificate", path, range) { $0.certificateFile(path, range) }
            return
        }
        if !isBind {
            context.add(
                Finding(
                    .badCertificate, at: range, "'\(path)' is a directory, and a server has one certificate", help: ["name a file of it"]))
            return
        }
        let files = certificates(in: path, range)
        for file in files { report("certificate", file, range) { $0.certificateFile(file, range) } }
        if files.isEmpty, isAlone(use) {
            context.add(
                Finding(
                    .badCertificate, severity: settings.severityOfLack(configuration.captures(of: use.directive)), at: range,
                    "the directory '\(path)' holds no certificate, and the line has no other",
                    help: ["put a certificate with its key there"]))
        }
    }

    /// Where there is no file of this name, it may stand for one each kind of key.
    func bundle(_ path: String, _ range: SourceRange) -> [String] {
        guard settings.loadsBundles, context.inputs.look(path, .certificate, at: range) != nil else { return [] }
        return ["rsa", "dsa", "ecdsa"].map { "\(path).\($0)" }.filter { context.inputs.look($0, .certificate, at: range) == nil }
    }

    /// The files of a directory that are loaded as certificates, in order.
    private func certificates(in directory: String, _ range: SourceRange) -> [String] {
        let others = [WordID.issuer, .ocsp, .sctl, .key].map { ".\($0)" }
        let names = (try? context.inputs.names(in: directory, .certificate, at: range)) ?? []
        return names.filter { name in !others.contains { name.hasSuffix($0) } }.map { "\(directory)/\($0)" }.filter {
            if case .file = try? FileReader.kind(of: $0) { return true }
            return false
        }
    }

    /// Whether HAProxy opens TLS for the server, and so loads its certificate: `ssl` or `check-ssl` in its line, or in a `default-server`
    /// line that it starts from.
    private func usesTLS(_ directive: DirectiveRow) -> Bool {
        func says(_ directive: DirectiveRow) -> Bool {
            configuration.captures(of: directive).contains {
                guard $0.slot == .option, $0.type == .keyword, $0.isValid else { return false }
                let option = $0.keyword(ServerOptionID.self)
                return option == .ssl || option == .checkSsl
            }
        }
        if says(directive) { return true }
        var section = Int(directive.section)
        while section >= 0 {
            let row = configuration.sections[section]
            for other in configuration.directives(of: row) where !other.isUnknown {
                if other.id == .defaultServer, says(other) { return true }
                // What `default-server` says is loaded for the servers behind it.
                if directive.id == .defaultServer, other.id == .server || other.id == .serverTemplate, says(other) { return true }
            }
            section = Int(row.defaults)
        }
        return false
    }

    // MARK: a file

    /// What is wrong with a certificate file and those beside it.
    func certificateFile(_ path: String, _ range: SourceRange) -> [FileFault] {
        let file = bytes(path, .certificate, .badCertificate, range)
        guard let bytes = file.bytes else { return file.faults }
        let read = OpenSSL.certificates(bytes)
        guard let certificate = read.first else { return [noCertificate(bytes, path, read.fault ?? "")] }
        if let fault = read.fault { return [brokenChain(path, fault)] }
        var stored = StoredCertificate(certificate: certificate, chain: read.chain)
        var faults: [FileFault] = []

        let own = OpenSSL.privateKey(bytes)
        let stem = settings.stem(path)
        let keyPath = "\(stem).\(WordID.key)"
        var keySource = path
        stored.key = own.key
        var isLocked = own.isLocked
        if own.key == nil, settings.loadsKeys, let beside = beside(keyPath, range) {
            let key = OpenSSL.privateKey(beside)
            isLocked = isLocked || key.isLocked
            if key.key == nil, !key.isLocked { return [noKey(beside, keyPath, key.fault)] }
            stored.key = key.key
            keySource = keyPath
        }
        guard let key = stored.key else {
            if isLocked {
                if settings.asksProgram { return expiry(stored, path) }
                return [
                    FileFault(
                        .badCertificate, "the private key of the certificate '\(path)' is protected by a passphrase",
                        help: ["store the key without one, or name a program that gives it by '\(DirectiveID.sslPassphraseCmd)'"])
                ]
            }
            let blocks = OpenSSL.blocks(bytes)
            if blocks.contains(where: { $0.hasSuffix("PRIVATE KEY") }) { return [noKey(bytes, path, own.fault)] }
            return [
                FileFault(
                    .badCertificate, "the certificate '\(path)' has no private key",
                    help: settings.loadsKeys
                        ? ["append the key to this file, or store it as '\(keyPath)'"] : ["append the key to this file"])
            ]
        }
        if !OpenSSL.match(certificate, key) {
            return [
                FileFault(
                    .badCertificate,
                    keySource == path
                        ? "the private key in '\(path)' does not belong to the certificate there"
                        : "the private key '\(keySource)' does not belong to the certificate '\(path)'",
                    help: ["the first certificate of the file is the one that the key is for; the chain stands behind it"])
            ]
        }
        let listPath = "\(stem).\(WordID.sctl)"
        if settings.loadsSCTLists, let list = beside(listPath, range), !Self.isSCTList(list) { faults.append(badSCTList(listPath)) }
        let answerPath = "\(stem).\(WordID.ocsp)"
        if settings.loadsOCSP, let answer = beside(answerPath, range) {
            stored.hasOCSP = true
            let issuerPath = "\(stem).\(WordID.issuer)"
            if settings.loadsIssuers, let bytes = beside(issuerPath, range) {
                if let issuer = OpenSSL.certificates(bytes).first {
                    stored.issuer = issuer
                    if !certificate.isIssued(by: issuer) {
                        faults.append(FileFault(.badCertificate, "'\(issuerPath)' is not the issuer of the certificate '\(path)'"))
                    }
                } else {
                    faults.append(noCertificate(bytes, issuerPath, ""))
                }
            }
            if let issuer = issuer(stored), let problem = OpenSSL.problem(ofAnswer: answer, certificate, issuer: issuer) {
                faults.append(uselessAnswer(answerPath, problem))
            }
        }
        return faults + self.faults(stored, path)
    }

    /// The bytes of a file beside a certificate; nil where there is none.
    private func beside(_ path: String, _ range: SourceRange) -> [UInt8]? {
        guard case .bytes(let bytes) = context.inputs.content(path, .certificate, at: range) else { return nil }
        return bytes
    }

    /// The certificate that issued it: from the chain, or from a file of its own.
    private func issuer(_ stored: StoredCertificate) -> TLSCertificate? {
        guard let certificate = stored.certificate else { return nil }
        return stored.chain.first { certificate.isIssued(by: $0) } ?? stored.issuer
    }

    /// What shows once a certificate is used.
    func faults(_ stored: StoredCertificate, _ name: String) -> [FileFault] {
        guard let certificate = stored.certificate, !stored.isUnknown else { return [] }
        guard let key = stored.key else {
            return [
                FileFault(
                    .badCertificate, "the certificate '\(name)' has no private key",
                    help: ["add '\(WordID.key) <path>' to its '\(DirectiveID.crtStoreLoad)' line"])
            ]
        }
        var faults: [FileFault] = []
        if !OpenSSL.match(certificate, key) {
            // HAProxy takes such a pair from a crt-store, and no client can connect.
            faults.append(
                FileFault(
                    .badCertificate, severity: .warning, "the private key of '\(name)' does not belong to its certificate",
                    help: ["clients cannot connect until they belong together"]))
        } else if let refusal = OpenSSL.refusal(certificate, stored.chain, key, level: settings.securityLevel) {
            faults.append(
                FileFault(
                    .badCertificate, "OpenSSL does not take the certificate '\(name)': \(refusal)",
                    help: ["make a new one with a larger key or a newer digest; '\(DirectiveID.sslSecurityLevel)' says what is taken"]))
        }
        if stored.hasOCSP, !settings.completesChains, issuer(stored) == nil {
            faults.append(
                FileFault(
                    .badCertificate, "there is an OCSP response for the certificate '\(name)', but not the certificate of its issuer",
                    help: ["append the issuer's certificate to the file, or remove the response"]))
        }
        return faults + expiry(stored, name)
    }

    private func expiry(_ stored: StoredCertificate, _ name: String) -> [FileFault] {
        var faults: [FileFault] = []
        if let certificate = stored.certificate, certificate.isExpired {
            faults.append(
                FileFault(
                    .expiredCertificate, "the certificate '\(name)' expired on \(certificate.lastMoment)",
                    help: ["replace it: clients refuse it"]))
        }
        if let authority = stored.chain.first(where: \.isExpired) {
            faults.append(
                FileFault(
                    .expiredCertificate, "the chain of the certificate '\(name)' expired on \(authority.lastMoment)",
                    help: ["replace the certificate of the authority in it"]))
        }
        return faults
    }

    // MARK: what is wrong

    func noCertificate(_ bytes: [UInt8], _ path: String, _ reason: String) -> FileFault {
        let blocks = OpenSSL.blocks(bytes)
        let what: String
        var help: [String] = []
        if bytes.isEmpty {
            what = "it is empty"
        } else if let block = blocks.first {
            if blocks.contains(where: { $0.hasSuffix("CERTIFICATE") }) {
                what = reason.isEmpty ? "its certificate is damaged" : "its certificate is damaged (\(reason))"
                help = ["copy it again, whole"]
            } else if block.hasSuffix("PRIVATE KEY") {
                what = "it is a private key, and has no certificate"
                help = ["put the certificate before the key in this file, or name the file of the certificate"]
            } else {
                what = "it holds '\(text(block.utf8))', and no certificate"
            }
        } else if bytes.first == 0x30 {
            what = "it is in DER form"
            help = ["turn it into PEM: openssl x509 -inform der"]
        } else {
            what = "nothing in it begins a PEM block"
            help = ["a certificate stands between '-----BEGIN CERTIFICATE-----' and '-----END CERTIFICATE-----'"]
        }
        return FileFault(.badCertificate, "'\(path)' is no certificate: \(what)", help: help)
    }

    private func noKey(_ bytes: [UInt8], _ path: String, _ reason: String) -> FileFault {
        let blocks = OpenSSL.blocks(bytes)
        if blocks.contains(where: { $0.hasSuffix("PRIVATE KEY") }) {
            return FileFault(.badCertificate, "the private key in '\(path)' is damaged (\(reason))", help: ["copy it again, whole"])
        }
        let what =
            bytes.isEmpty ? "it is empty" : blocks.contains("CERTIFICATE") ? "it is a certificate" : "nothing in it begins a private key"
        return FileFault(.badCertificate, "'\(path)' is no private key: \(what)", help: ["name the file of the key"])
    }

    private func brokenChain(_ path: String, _ reason: String) -> FileFault {
        FileFault(
            .badCertificate, "what follows the first certificate in '\(path)' is damaged (\(reason))",
            help: ["copy the chain again, whole"])
    }

    private func badSCTList(_ path: String) -> FileFault {
        FileFault(
            .badCertificate, "'\(path)' is no list of certificate timestamps", help: ["make it again, or remove the file"])
    }

    private func uselessAnswer(_ path: String, _ problem: String) -> FileFault {
        FileFault(
            .badCertificate, severity: .warning, "the OCSP response '\(path)' is ignored: \(problem)", help: ["fetch a new one"])
    }

    /// RFC 6962, 3.3: a list with its length before it, of timestamps with theirs; lengths in two bytes.
    static func isSCTList(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2, Int(bytes[0]) << 8 | Int(bytes[1]) == bytes.count - 2 else { return false }
        var at = 2
        while at < bytes.count {
            guard at + 2 <= bytes.count else { return false }
            at += 2 + (Int(bytes[at]) << 8 | Int(bytes[at + 1]))
        }
        return at == bytes.count
    }

    // MARK: crt-store

    /// A `load` line of a crt-store, or an `ssl-f-use` line, at the first path of it.
    mutating func storeLine(_ use: FileUse) {
        if context.inputs.policy == .skip { return }
        let directive = use.directive
        let captures = configuration.captures(of: directive)
        guard captures.firstIndex(where: { $0.type == .path }) == use.capture else { return }
        func word(_ slot: SlotID) -> (text: String, range: SourceRange)? {
            guard let capture = captures.last(where: { $0.slot == slot && $0.type != .keyword }), capture.isValid else { return nil }
            return (configuration.text(capture, of: directive).string, configuration.range(capture, of: directive))
        }
        let isStore = directive.id == .crtStoreLoad
        let section = configuration.sections[Int(directive.section)]
        var crtBase = context.bases[.certificate]
        // Outside of a crt-store only the certificate has a base.
        var keyBase: String?
        var otherBase: String?
        var storeName = ""
        if isStore {
            keyBase = settings.keyBase
            storeName = configuration.name(of: section)?.string ?? ""
            for other in configuration.directives(of: section) where !other.isUnknown && other.firstWord < directive.firstWord {
                guard let base = configuration.captures(of: other).first(where: { $0.type.kind == .path }) else { continue }
                switch other.id {
                case .crtStoreCrtBase: crtBase = configuration.text(base, of: other).string
                case .crtStoreKeyBase: keyBase = configuration.text(base, of: other).string
                default: break
                }
            }
            otherBase = crtBase
        }
        func path(_ text: String, _ base: String?) -> String {
            guard !text.hasPrefix("/"), let base, !base.isEmpty else { return text }
            return base + "/" + text
        }
        guard let crt = word(.crt) else { return }
        let isMade = captures.contains { $0.slot == .dummy && $0.literal == .on } || word(.acme) != nil
        let crtPath = path(crt.text, crtBase)
        if !isStore, word(.key) == nil, word(.ocsp) == nil, word(.issuer) == nil, word(.sctl) == nil {
            if isMade || crt.text.hasPrefix("@") { return }
            if let stored = stored[crtPath] {
                report("stored", crtPath, crt.range) { $0.faults(stored, crtPath) }
                return
            }
            let parts = bundle(crtPath, crt.range)
            if parts.isEmpty { FileReferences.look(crtPath, .certificate, at: crt.range, context) }
            for part in parts.isEmpty ? [crtPath] : parts {
                report("certificate", part, crt.range) { $0.certificateFile(part, crt.range) }
            }
            return
        }
        var entry = StoredCertificate()
        /// The bytes of one of the line's files.
        func load(_ word: (text: String, range: SourceRange)?, _ base: String?) -> (bytes: [UInt8], path: String, range: SourceRange)? {
            guard let word else { return nil }
            let path = path(word.text, base)
            if isMade, context.inputs.look(path, .certificate, at: word.range) != nil { return nil }
            if FileReferences.look(path, .certificate, at: word.range, context) != nil {
                entry.isUnknown = true
                return nil
            }
            let file = bytes(path, .certificate, .badCertificate, word.range)
            for fault in file.faults { add(fault, word.range) }
            guard let bytes = file.bytes else {
                entry.isUnknown = true
                return nil
            }
            return (bytes, path, word.range)
        }
        if let file = load(crt, crtBase) {
            let read = OpenSSL.certificates(file.bytes)
            entry.certificate = read.first
            entry.chain = read.chain
            entry.key = OpenSSL.privateKey(file.bytes).key
            if read.first == nil {
                add(noCertificate(file.bytes, file.path, read.fault ?? ""), file.range)
            } else if let fault = read.fault {
                add(brokenChain(file.path, fault), file.range)
                entry.isUnknown = true
            }
        }
        if let file = load(word(.key), keyBase) {
            let key = OpenSSL.privateKey(file.bytes)
            entry.key = key.key
            if key.key == nil {
                entry.isUnknown = true
                if !key.isLocked {
                    add(noKey(file.bytes, file.path, key.fault), file.range)
                } else if !settings.asksProgram {
                    add(
                        FileFault(
                            .badCertificate, "the private key '\(file.path)' is protected by a passphrase",
                            help: ["store it without one, or name a program that gives it by '\(DirectiveID.sslPassphraseCmd)'"]),
                        file.range)
                }
            }
        }
        if let file = load(word(.issuer), otherBase) {
            entry.issuer = OpenSSL.certificates(file.bytes).first
            if entry.issuer == nil { add(noCertificate(file.bytes, file.path, ""), file.range) }
        }
        if let file = load(word(.sctl), otherBase), !Self.isSCTList(file.bytes) { add(badSCTList(file.path), file.range) }
        if let file = load(word(.ocsp), otherBase) {
            entry.hasOCSP = true
            if let certificate = entry.certificate, let issuer = issuer(entry),
                let problem = OpenSSL.problem(ofAnswer: file.bytes, certificate, issuer: issuer)
            {
                add(uselessAnswer(file.path, problem), file.range)
            }
        }
        if isMade { entry.isUnknown = true }
        if !isStore {
            for fault in faults(entry, crtPath) { add(fault, crt.range) }
            return
        }
        let name: String
        if let alias = word(.alias) {
            name = "@\(storeName)/\(alias.text)"
        } else if !storeName.isEmpty {
            name = "@\(storeName)\(crt.text.hasPrefix("/") ? "" : "/")\(crt.text)"
        } else {
            name = path(crt.text, context.bases[.certificate])
        }
        if stored.updateValue(entry, forKey: name) != nil {
            context.add(
                Finding(
                    .duplicateName, at: crt.range, "a certificate is stored as '\(name)' already",
                    help: ["give one of them another name by '\(WordID.alias)'"]))
        }
    }
}
