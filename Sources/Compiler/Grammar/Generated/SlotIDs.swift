// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

extension SlotID {
    package static var name: Self { Self(rawValue: 0) }
    package static var defaults: Self { Self(rawValue: 1) }
    package static var criterion: Self { Self(rawValue: 2) }
    package static var algorithm: Self { Self(rawValue: 3) }
    package static var address: Self { Self(rawValue: 4) }
    package static var option: Self { Self(rawValue: 5) }
    package static var action: Self { Self(rawValue: 6) }
    package static var cond: Self { Self(rawValue: 7) }
    package static var target: Self { Self(rawValue: 8) }
    package static var length: Self { Self(rawValue: 9) }
    package static var format: Self { Self(rawValue: 10) }
    package static var facility: Self { Self(rawValue: 11) }
    package static var level: Self { Self(rawValue: 12) }
    package static var minimum: Self { Self(rawValue: 13) }
    package static var count: Self { Self(rawValue: 14) }
    package static var mode: Self { Self(rawValue: 15) }
    package static var network: Self { Self(rawValue: 16) }
    package static var method: Self { Self(rawValue: 17) }
    package static var uri: Self { Self(rawValue: 18) }
    package static var version: Self { Self(rawValue: 19) }
    package static var time: Self { Self(rawValue: 20) }
    package static var backend: Self { Self(rawValue: 21) }
    package static var weight: Self { Self(rawValue: 22) }
    package static var status: Self { Self(rawValue: 23) }
    package static var value: Self { Self(rawValue: 24) }
    package static var variable: Self { Self(rawValue: 25) }
    package static var condition: Self { Self(rawValue: 26) }
    package static var key: Self { Self(rawValue: 27) }
    package static var tableWord: Self { Self(rawValue: 28) }
    package static var mask4: Self { Self(rawValue: 29) }
    package static var mask6: Self { Self(rawValue: 30) }
    package static var depth: Self { Self(rawValue: 31) }
}
