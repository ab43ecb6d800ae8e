import GrammarFormat
import Lexer

/// Files of authorities and revocations: `ca-file`, `ca-verify-file`, `crl-file`, `ca-sign-file`, `httpclient.ssl.ca-file` (manual 5.1, 5.2, 3.1).
/// A file must hold a certificate or a revocation list, and nothing that is damaged; in a directory what cannot be read is passed over.
extension FileContents {
    mutating func authorities(_ word: String, _ range: SourceRange, _ use: FileUse) {
        if word.hasPrefix("@") { return }
        let path = resolved(word, use.directive.id == .httpclientSslCaFile ? .other : .caFile)
        if bindOption(use) == .caSignFile {
            // Without the option it is not loaded.
            if has(.generateCertificates, use.directive) {
                report("certificate", path, range) { $0.certificateFile(path, range) }
            }
            return
        }
        if use.directive.id == .httpclientSslCaFile {
            report("http client", path, range) { $0.clientAuthorities(path, range) }
        } else {
            report("authorities", path, range) { $0.authorityFile(path, range) }
        }
    }

    /// Since HAProxy 2.8 the internal HTTP client does not stop the start: it cannot be used.
    private func clientAuthorities(_ path: String, _ range: SourceRange) -> [FileFault] {
        let client = configuration.allDirectives.last { !$0.isUnknown && $0.id == .httpclientSslVerify }
        if let client, configuration.captures(of: client).first?.literal == WordID.none { return [] }
        return authorityFile(path, range).map { fault in
            var fault = fault
            if fault.isError, context.options.target > .v2_6 {
                fault.severity = .warning
                fault.notes.append("HAProxy starts, and its HTTP client does not work")
            }
            return fault
        }
    }

    /// What is wrong with a file of authorities, or with the files of a directory.
    func authorityFile(_ path: String, _ range: SourceRange) -> [FileFault] {
        switch context.inputs.content(path, .caFile, at: range) {
        case .missing, .unknown: return []
        case .unreadable(let error): return [FileFault(.badCAFile, "'\(path)' cannot be read: \(error.reason)")]
        case .bytes(let bytes):
            let read = OpenSSL.authorities(bytes)
            if let fault = problem(bytes, read.count, read.fault) {
                return [FileFault(.badCAFile, "'\(path)' \(fault.what)", help: fault.help)]
            }
            return read.expired > 0 ? [expired(path, read.expired)] : []
        case .directory: return directory(path, range)
        }
    }

    private func directory(_ path: String, _ range: SourceRange) -> [FileFault] {
        let names = (try? context.inputs.names(in: path, .caFile, at: range)) ?? []
        var faults: [FileFault] = []
        var count = 0
        for name in names where Self.extensions.contains(where: { name.hasSuffix($0) }) {
            guard case .bytes(let bytes) = context.inputs.content("\(path)/\(name)", .caFile, at: range) else { continue }
            let read = OpenSSL.authorities(bytes)
            if let fault = problem(bytes, read.count, read.fault) {
                faults.append(
                    FileFault(.badCAFile, severity: .warning, "'\(path)/\(name)' is passed over: it \(fault.what)", help: fault.help))
            } else {
                count += read.count
            }
        }
        if count == 0 {
            faults.append(
                FileFault(
                    .badCAFile, severity: .warning, "the directory '\(path)' has no authority",
                    help: ["files that end in \(Self.extensions.joined(separator: ", ")) are read"]))
        }
        return faults
    }

    private static let extensions = [".pem", ".crt", ".cer", ".crl"]

    private func expired(_ path: String, _ count: Int) -> FileFault {
        FileFault(
            .expiredCertificate, count == 1 ? "a certificate in '\(path)' is expired" : "\(count) certificates in '\(path)' are expired",
            help: ["remove what is expired, and add what replaced it"])
    }

    private func problem(_ bytes: [UInt8], _ count: Int, _ fault: String?) -> (what: String, help: [String])? {
        if let fault, count == 0, !OpenSSL.blocks(bytes).isEmpty { return ("is damaged (\(fault))", ["copy it again, whole"]) }
        if count > 0 { return nil }
        let help = ["name a file with the certificates of the authorities, in PEM form"]
        if bytes.isEmpty { return ("is empty", help) }
        guard let block = OpenSSL.blocks(bytes).first else {
            return bytes[0] == 0x30
                ? ("is in DER form", ["turn it into PEM: openssl x509 -inform der"]) : ("holds no certificate and no revocation list", help)
        }
        return ("holds '\(text(block.utf8))', but no certificate and no revocation list", help)
    }
}
