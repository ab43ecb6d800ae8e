import COpenSSL

/// A certificate, with its owner.
final class TLSCertificate {
    let pointer: OpaquePointer
    init(_ pointer: OpaquePointer) { self.pointer = pointer }
    deinit { X509_free(pointer) }

    /// Its last moment is past.
    var isExpired: Bool { X509_cmp_current_time(X509_get0_notAfter(pointer)) < 0 }
    /// Its last moment, as OpenSSL writes it.
    var lastMoment: String {
        OpenSSL.written { ASN1_TIME_print($0, X509_get0_notAfter(pointer)) }
    }
    /// The number of its key's type; nil where its key cannot be read.
    var keyType: Int32? { X509_get0_pubkey(pointer).map { EVP_PKEY_get_base_id($0) } }
    func isSame(as other: TLSCertificate) -> Bool { X509_cmp(pointer, other.pointer) == 0 }
    func isIssued(by issuer: TLSCertificate) -> Bool { X509_check_issued(issuer.pointer, pointer) == X509_V_OK }
}

/// A private key, with its owner.
final class TLSPrivateKey {
    let pointer: OpaquePointer
    init(_ pointer: OpaquePointer) { self.pointer = pointer }
    deinit { EVP_PKEY_free(pointer) }
}

/// What OpenSSL reads, asked as HAProxy asks it. The bytes come from ``Inputs``; the library opens no file and asks nobody for a passphrase.
enum OpenSSL {
    /// Runs `body` over `bytes` as a source that can be read once.
    private static func reading<Result>(_ bytes: [UInt8], _ body: (OpaquePointer) -> Result) -> Result? {
        ERR_clear_error()
        defer { ERR_clear_error() }
        return bytes.withUnsafeBytes { raw -> Result? in
            // An empty source has no address, and the library wants one.
            let base = raw.baseAddress ?? UnsafeRawPointer(StaticString("").utf8Start)
            guard let source = BIO_new_mem_buf(base, Int32(clamping: raw.count)) else { return nil }
            defer { BIO_free(source) }
            return body(source)
        }
    }

    /// What `print` writes.
    fileprivate static func written(_ print: (OpaquePointer) -> Int32) -> String {
        guard let sink = BIO_new(BIO_s_mem()) else { return "" }
        defer { BIO_free(sink) }
        guard print(sink) == 1 else { return "" }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = BIO_read(sink, &buffer, Int32(buffer.count))
        return String(decoding: buffer.prefix(max(0, Int(count))), as: UTF8.self)
    }

    /// Why the last call failed, in the library's words.
    private static func reason(_ code: UInt) -> String {
        guard let text = ERR_reason_error_string(code) else { return "it cannot be read" }
        return String(cString: text)
    }

    private static func isEnd(_ code: UInt) -> Bool {
        ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE
    }

    // MARK: certificates and keys

    /// The first certificate of a PEM file and those behind it, its chain; `fault` where one of them cannot be read.
    static func certificates(_ bytes: [UInt8]) -> (first: TLSCertificate?, chain: [TLSCertificate], fault: String?) {
        reading(bytes) { source in
            guard let first = PEM_read_bio_X509_AUX(source, nil, nil, nil) else { return (nil, [], reason(ERR_get_error())) }
            ERR_clear_error()
            var chain: [TLSCertificate] = []
            while let next = PEM_read_bio_X509(source, nil, nil, nil) { chain.append(TLSCertificate(next)) }
            let code = ERR_get_error()
            return (TLSCertificate(first), chain, code == 0 || isEnd(code) ? nil : reason(code))
        } ?? (nil, [], "there is no memory")
    }

    /// The first private key of a PEM file. `isLocked`: it is there, and asks for a passphrase.
    static func privateKey(_ bytes: [UInt8]) -> (key: TLSPrivateKey?, isLocked: Bool, fault: String) {
        reading(bytes) { source in
            var isLocked = false
            let key = withUnsafeMutablePointer(to: &isLocked) { asked in
                PEM_read_bio_PrivateKey(
                    source, nil,
                    { _, _, _, asked in
                        asked?.assumingMemoryBound(to: Bool.self).pointee = true
                        return -1
                    }, asked)
            }
            if let key { return (TLSPrivateKey(key), false, "") }
            return (nil, isLocked, reason(ERR_peek_last_error()))
        } ?? (nil, false, "there is no memory")
    }

    static func match(_ certificate: TLSCertificate, _ key: TLSPrivateKey) -> Bool {
        defer { ERR_clear_error() }
        return X509_check_private_key(certificate.pointer, key.pointer) == 1
    }

    /// Why a TLS context does not take the certificate, its chain or its key, such as a key that is too small; nil: it does.
    ///
    /// - Parameter level: `ssl-security-level`, or nil for the library's own.
    static func refusal(_ certificate: TLSCertificate, _ chain: [TLSCertificate], _ key: TLSPrivateKey, level: Int32?) -> String? {
        ERR_clear_error()
        defer { ERR_clear_error() }
        guard let context = SSL_CTX_new(TLS_server_method()) else { return nil }
        defer { SSL_CTX_free(context) }
        if let level { SSL_CTX_set_security_level(context, level) }
        if SSL_CTX_use_PrivateKey(context, key.pointer) != 1 { return reason(ERR_get_error()) }
        if SSL_CTX_use_certificate(context, certificate.pointer) != 1 { return reason(ERR_get_error()) }
        for other in chain where SSL_CTX_ctrl(context, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(other.pointer)) != 1 {
            return reason(ERR_get_error())
        }
        return nil
    }

    /// Certificates and revocation lists of a PEM file: their number, or why it cannot be read to its end.
    static func authorities(_ bytes: [UInt8]) -> (count: Int, expired: Int, fault: String?) {
        reading(bytes) { source in
            let found = PEM_X509_INFO_read_bio(source, nil, { _, _, _, _ in -1 }, nil)
            guard let found else { return (0, 0, reason(ERR_get_error())) }
            defer {
                OPENSSL_sk_pop_free(found) { $0.map { X509_INFO_free($0.assumingMemoryBound(to: X509_INFO.self)) } }
            }
            var count = 0
            var expired = 0
            for index in 0..<OPENSSL_sk_num(found) {
                guard let row = OPENSSL_sk_value(found, index)?.assumingMemoryBound(to: X509_INFO.self) else { continue }
                if let certificate = row.pointee.x509 {
                    count += 1
                    if X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0 { expired += 1 }
                }
                if row.pointee.crl != nil { count += 1 }
            }
            return (count, expired, nil)
        } ?? (0, 0, "there is no memory")
    }

    /// Whether one of the blocks of a PEM file is parameters for Diffie-Hellman. Each block is read by itself.
    static func holdsDHParameters(_ bytes: [UInt8]) -> Bool {
        starts(bytes).contains { start in
            let block = Array(bytes[start...].prefix(Limits.block))
            return name(block[...]).hasSuffix("DH PARAMETERS") && isDHParameters(block)
        }
    }

    private static func isDHParameters(_ block: [UInt8]) -> Bool {
        reading(block) { source in
            // The decoder keeps the address of the key until it has read.
            let key = UnsafeMutablePointer<OpaquePointer?>.allocate(capacity: 1)
            key.initialize(to: nil)
            defer { key.deallocate() }
            guard
                let decoder = OSSL_DECODER_CTX_new_for_pkey(
                    key, "PEM", nil, "DH", OSSL_KEYMGMT_SELECT_DOMAIN_PARAMETERS, nil, nil)
            else { return false }
            defer {
                OSSL_DECODER_CTX_free(decoder)
                EVP_PKEY_free(key.pointee)
            }
            return OSSL_DECODER_from_bio(decoder, source) == 1 && key.pointee != nil
        } ?? false
    }

    // MARK: OCSP

    /// Why a stored OCSP answer is of no use for the certificate; nil: it is.
    static func problem(ofAnswer bytes: [UInt8], _ certificate: TLSCertificate, issuer: TLSCertificate) -> String? {
        ERR_clear_error()
        defer { ERR_clear_error() }
        return bytes.withUnsafeBufferPointer { buffer -> String? in
            var at = buffer.baseAddress
            guard buffer.count > 0, let answer = d2i_OCSP_RESPONSE(nil, &at, buffer.count) else { return "it is no OCSP response" }
            defer { OCSP_RESPONSE_free(answer) }
            if OCSP_response_status(answer) != OCSP_RESPONSE_STATUS_SUCCESSFUL { return "its status is not 'successful'" }
            guard let basic = OCSP_response_get1_basic(answer) else { return "it holds no basic response" }
            defer { OCSP_BASICRESP_free(basic) }
            if OCSP_resp_count(basic) > 1 { return "it answers for several certificates" }
            guard let single = OCSP_resp_get0(basic, 0) else { return "it answers for no certificate" }
            var thisUpdate: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            var nextUpdate: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            let status = OCSP_single_get0_status(single, nil, nil, &thisUpdate, &nextUpdate)
            if status != V_OCSP_CERTSTATUS_GOOD && status != V_OCSP_CERTSTATUS_REVOKED { return "it does not know the certificate" }
            guard let nextUpdate else { return "it does not say until when it holds" }
            if OCSP_check_validity(thisUpdate, nextUpdate, 300, -1) != 1 { return "it holds no longer" }
            guard let id = OCSP_cert_to_id(nil, certificate.pointer, issuer.pointer) else { return nil }
            defer { OCSP_CERTID_free(id) }
            if OCSP_id_cmp(OCSP_SINGLERESP_get0_id(single), id) != 0 { return "it answers for another certificate" }
            return nil
        }
    }

    // MARK: PEM

    private enum Limits {
        /// Blocks of one file whose names are of interest.
        static let blocks = 64
        /// Bytes of one block: parameters of 16384 bits take 5 kB.
        static let block = 1 << 16
    }

    private static let mark = Array("-----BEGIN ".utf8)

    /// Where the first blocks of a PEM file begin.
    private static func starts(_ bytes: [UInt8]) -> [Int] {
        var found: [Int] = []
        bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            while at + mark.count <= bytes.count, found.count < Limits.blocks {
                if bytes[at..<at + mark.count].elementsEqual(mark) { found.append(at) }
                while at < bytes.count, bytes[at] != 0x0A { at += 1 }
                at += 1
            }
        }
        return found
    }

    private static func name(_ block: ArraySlice<UInt8>) -> String {
        String(decoding: block.dropFirst(mark.count).prefix(40).prefix { $0 != UInt8(ascii: "-") && $0 != 0x0A }, as: UTF8.self)
    }

    /// What the blocks of a PEM file are called, in order; the first of them.
    static func blocks(_ bytes: [UInt8]) -> [String] { starts(bytes).map { name(bytes[$0...]) } }
}
