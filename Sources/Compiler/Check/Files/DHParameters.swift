import GrammarFormat
import Lexer

/// Parameters for Diffie-Hellman (manual 3.1 `ssl-dh-param-file`): a PEM file with them in it.
extension FileContents {
    func parameters(_ path: String, _ range: SourceRange) -> [FileFault] {
        let file = bytes(path, .other, .badDHParameters, range)
        guard let bytes = file.bytes else { return file.faults }
        if OpenSSL.holdsDHParameters(bytes) { return [] }
        return [
            FileFault(
                .badDHParameters, "'\(path)' holds no parameters for Diffie-Hellman",
                help: ["make them: openssl dhparam -out <file> 2048; or remove the line and use '\(DirectiveID.tuneSslDefaultDhParam)'"])
        ]
    }
}
