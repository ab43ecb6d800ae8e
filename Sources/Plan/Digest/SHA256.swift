import Glibc

/// SHA-256 by OpenSSL's libcrypto, opened on first use: `baton check` writes no plan and must not pay for loading OpenSSL,
/// and a digest of our own in Swift would not use the processor's SHA instructions.
struct SHA256: ~Copyable {
    private typealias Initialize = @convention(c) (UnsafeMutableRawPointer) -> Int32
    private typealias Update = @convention(c) (UnsafeMutableRawPointer, UnsafeRawPointer?, Int) -> Int32
    private typealias Finish = @convention(c) (UnsafeMutablePointer<UInt8>, UnsafeMutableRawPointer) -> Int32

    private struct Functions: Sendable {
        let initialize: Initialize
        let update: Update
        let finish: Finish
    }

    /// The three functions that work on a context of our own: the one-shot and EVP forms look the algorithm up each time.
    private static let functions: Functions? = {
        for name in ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"] {
            guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
            if let initialize = dlsym(library, "SHA256_Init"), let update = dlsym(library, "SHA256_Update"),
                let finish = dlsym(library, "SHA256_Final")
            {
                return Functions(
                    initialize: unsafeBitCast(initialize, to: Initialize.self), update: unsafeBitCast(update, to: Update.self),
                    finish: unsafeBitCast(finish, to: Finish.self))
            }
            dlclose(library)
        }
        return nil
    }()

    private let functions: Functions
    /// `SHA256_CTX`: 112 bytes in every libcrypto so far.
    private let context: UnsafeMutableRawPointer

    init() throws(DigestUnavailable) {
        guard let functions = SHA256.functions else { throw DigestUnavailable() }
        self.functions = functions
        context = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 16)
        _ = functions.initialize(context)
    }

    deinit { context.deallocate() }

    /// Starts again: a context serves any number of digests.
    mutating func restart() { _ = functions.initialize(context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, bytes.count > 0 else { return }
        _ = functions.update(context, start, bytes.count)
    }

    /// `value` in little-endian order.
    mutating func update(_ value: UInt32) {
        withUnsafeBytes(of: value.littleEndian) { update($0) }
    }

    mutating func finish() -> PlanDigest {
        var output: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &output) { bytes in
            if let start = bytes.bindMemory(to: UInt8.self).baseAddress { _ = functions.finish(start, context) }
        }
        return PlanDigest(output.0, output.1, output.2, output.3)
    }

    mutating func digest(_ bytes: UnsafeRawBufferPointer) -> PlanDigest {
        restart()
        update(bytes)
        return finish()
    }
}

/// OpenSSL's libcrypto could not be loaded.
public struct DigestUnavailable: Error, Sendable {
    public init() {}
    public var message: String {
        "digests of plans need OpenSSL's libcrypto.so.3, which cannot be loaded here: install the package libssl3"
    }
}

extension PlanDigest {
    /// 64 hexadecimal digits.
    public var hexadecimal: String {
        var copy = self
        return withUnsafeBytes(of: &copy) { bytes in
            let digits = Array("0123456789abcdef".utf8)
            var text: [UInt8] = []
            text.reserveCapacity(64)
            for byte in bytes {
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
            return String(decoding: text, as: UTF8.self)
        }
    }
}
