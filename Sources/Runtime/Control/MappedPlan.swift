import Plan

/// Owns the memory of a loaded plan. The generation that serves it holds this; the memory goes with its last holder.
package final class MappedPlan {
    package let image: PlanImage
    package init(_ image: PlanImage) { self.image = image }
    deinit { image.unmap() }

    package var plan: Plan { image.plan }
    /// The sealed memory file; valid as long as this object.
    package var descriptor: Int32 { image.descriptor }

    /// Hexadecimal, of the meaning.
    package var digest: String { MappedPlan.hexadecimal(plan.meaningDigest) }

    package static func hexadecimal(_ digest: PlanDigest) -> String {
        var text: [UInt8] = []
        withUnsafeBytes(of: digest) { bytes in
            for byte in bytes {
                for nibble in [byte >> 4, byte & 0xF] { text.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble) }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
