/// The places in which a sample can be asked for, as bits (facts of the reference's registry, manual 7.3).
package struct SamplePlaces: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let frontendConnection = SamplePlaces(rawValue: 1 << 0)
    package static let frontendSession = SamplePlaces(rawValue: 1 << 1)
    package static let frontendContent = SamplePlaces(rawValue: 1 << 2)
    package static let frontendRequest = SamplePlaces(rawValue: 1 << 3)
    package static let frontendRequestBody = SamplePlaces(rawValue: 1 << 4)
    package static let useBackend = SamplePlaces(rawValue: 1 << 5)
    package static let backendContent = SamplePlaces(rawValue: 1 << 6)
    package static let backendRequest = SamplePlaces(rawValue: 1 << 7)
    package static let backendRequestBody = SamplePlaces(rawValue: 1 << 8)
    package static let useServer = SamplePlaces(rawValue: 1 << 9)
    package static let serverConnection = SamplePlaces(rawValue: 1 << 10)
    package static let backendResponseContent = SamplePlaces(rawValue: 1 << 11)
    package static let backendResponse = SamplePlaces(rawValue: 1 << 12)
    package static let backendResponseBody = SamplePlaces(rawValue: 1 << 13)
    package static let storeResponse = SamplePlaces(rawValue: 1 << 14)
    package static let frontendResponseContent = SamplePlaces(rawValue: 1 << 15)
    package static let frontendResponse = SamplePlaces(rawValue: 1 << 16)
    package static let frontendResponseBody = SamplePlaces(rawValue: 1 << 17)
    package static let log = SamplePlaces(rawValue: 1 << 18)
    package static let check = SamplePlaces(rawValue: 1 << 19)
    package static let configuration = SamplePlaces(rawValue: 1 << 20)
    package static let commandLine = SamplePlaces(rawValue: 1 << 21)
    /// No restriction is known.
    package static let anywhere = SamplePlaces(rawValue: (1 << 22) - 1)

    /// Those of the sides that a section has: a `listen` or `defaults` section has both.
    static func of(_ section: SectionID, _ front: SamplePlaces, _ back: SamplePlaces) -> SamplePlaces {
        switch section {
        case .frontend: front
        case .backend: back
        default: front.union(back)
        }
    }
}
