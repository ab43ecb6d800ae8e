// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

extension WordID {
    package static var from: Self { Self(rawValue: 0) }
    package static var global: Self { Self(rawValue: 1) }
    package static var len: Self { Self(rawValue: 2) }
    package static var format: Self { Self(rawValue: 3) }
    package static var tcp: Self { Self(rawValue: 4) }
    package static var http: Self { Self(rawValue: 5) }
    package static var log: Self { Self(rawValue: 6) }
    package static var spop: Self { Self(rawValue: 7) }
    package static var haterm: Self { Self(rawValue: 8) }
    package static var except: Self { Self(rawValue: 9) }
    package static var header: Self { Self(rawValue: 10) }
    package static var ifNone: Self { Self(rawValue: 11) }
    package static var denyStatus: Self { Self(rawValue: 12) }
    package static var tableWord: Self { Self(rawValue: 13) }
    package static var useDomainOnly: Self { Self(rawValue: 14) }
    package static var depth: Self { Self(rawValue: 15) }
    package static var whole: Self { Self(rawValue: 16) }
    package static var pathOnly: Self { Self(rawValue: 17) }
}
