import GrammarFormat
import Lexer

/// What the global sections say about certificates and the files beside them (manual 3.1).
struct TLSSettings {
    /// `ssl-load-extra-files`: which files beside a certificate are loaded.
    var loadsBundles = true
    var loadsKeys = true
    var loadsSCTLists = true
    var loadsOCSP = true
    var loadsIssuers = true
    /// `ssl-load-extra-del-ext`: `.crt` makes room for the extension of the other file.
    var dropsExtension = false
    /// `ssl-security-level`
    var securityLevel: Int32?
    /// `ssl-passphrase-cmd`: locked keys are opened by a program, which is not run here.
    var asksProgram = false
    /// `strict-sni` in `ssl-default-bind-options`: listeners may lack a certificate.
    var isStrict = false
    /// `key-base`
    var keyBase: String?
    /// `issuers-chain-path`: chains may be completed from files that are not read here.
    var completesChains = false

    init() {}

    init(_ context: CheckContext) {
        let configuration = context.configuration
        for directive in configuration.globalDirectives where !directive.isBroken {
            let captures = configuration.captures(of: directive)
            switch directive.id {
            case .sslLoadExtraFiles: extraFiles(captures)
            case .sslLoadExtraDelExt: dropsExtension = true
            case .sslSecurityLevel: if let level = captures.first, level.isValid { securityLevel = Int32(clamping: level.integer) }
            case .sslPassphraseCmd: asksProgram = true
            case .keyBase: if let base = captures.first { keyBase = configuration.text(base, of: directive).string }
            case .sslDefaultBindOptions:
                for capture in captures {
                    if capture.literal == .strictSni { isStrict = true }
                    if capture.literal == .noStrictSni { isStrict = false }
                }
            case .issuersChainPath: completesChains = true
            default: break
            }
        }
    }

    /// How bad it is that a bind line with these options has no certificate at all: with `strict-sni` HAProxy starts with a warning.
    func severityOfLack(_ captures: UnsafeBufferPointer<Capture>) -> Severity {
        var isStrict = isStrict
        for capture in captures where capture.slot == .option && capture.type == .keyword && capture.isValid {
            switch capture.keyword(BindOptionID.self) {
            case .strictSni: isStrict = true
            case .noStrictSni: isStrict = false
            default: break
            }
        }
        return isStrict ? .warning : .error
    }

    private mutating func extraFiles(_ captures: UnsafeBufferPointer<Capture>) {
        let words = captures.map(\.literal)
        let all = words.contains(.all)
        loadsBundles = all || words.contains(.bundle)
        loadsKeys = all || words.contains(.key)
        loadsSCTLists = all || words.contains(.sctl)
        loadsOCSP = all || words.contains(.ocsp)
        loadsIssuers = all || words.contains(.issuer)
    }

    /// The path to which the extensions of the files beside a certificate are appended.
    func stem(_ path: String) -> String {
        let suffix = ".\(BindOptionID.crt)"
        return dropsExtension && path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path
    }
}
