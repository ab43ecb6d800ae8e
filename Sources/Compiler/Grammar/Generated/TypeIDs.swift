// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

extension TypeID {
    package static var token: Self { Self(rawValue: 0) }
    package static var text: Self { Self(rawValue: 1) }
    package static var rest: Self { Self(rawValue: 2) }
    package static var condition: Self { Self(rawValue: 3) }
    package static var aclExpression: Self { Self(rawValue: 4) }
    package static var logformat: Self { Self(rawValue: 5) }
    package static var sample: Self { Self(rawValue: 6) }
    package static var regex: Self { Self(rawValue: 7) }
    package static var duration: Self { Self(rawValue: 8) }
    package static var durationS: Self { Self(rawValue: 9) }
    package static var size: Self { Self(rawValue: 10) }
    package static var integer: Self { Self(rawValue: 11) }
    package static var count: Self { Self(rawValue: 12) }
    package static var positive: Self { Self(rawValue: 13) }
    package static var port: Self { Self(rawValue: 14) }
    package static var weight: Self { Self(rawValue: 15) }
    package static var status: Self { Self(rawValue: 16) }
    package static var statusList: Self { Self(rawValue: 17) }
    package static var method: Self { Self(rawValue: 18) }
    package static var headerName: Self { Self(rawValue: 19) }
    package static var variable: Self { Self(rawValue: 20) }
    package static var name: Self { Self(rawValue: 21) }
    package static var proxyName: Self { Self(rawValue: 22) }
    package static var serverName: Self { Self(rawValue: 23) }
    package static var aclName: Self { Self(rawValue: 24) }
    package static var defaultsRef: Self { Self(rawValue: 25) }
    package static var backendRef: Self { Self(rawValue: 26) }
    package static var path: Self { Self(rawValue: 27) }
    package static var network: Self { Self(rawValue: 28) }
    package static var bindAddress: Self { Self(rawValue: 29) }
    package static var serverAddress: Self { Self(rawValue: 30) }
    package static var addressIp: Self { Self(rawValue: 31) }
    package static var number: Self { Self(rawValue: 32) }
    package static var tableRef: Self { Self(rawValue: 33) }
    package static var serverRef: Self { Self(rawValue: 34) }
    package static var backendName: Self { Self(rawValue: 35) }
    package static var frontendName: Self { Self(rawValue: 36) }
    package static var userlistRef: Self { Self(rawValue: 37) }
    package static var fileMode: Self { Self(rawValue: 38) }
    package static var logTarget: Self { Self(rawValue: 39) }
    package static var socketAddress: Self { Self(rawValue: 40) }
    package static var percent050: Self { Self(rawValue: 41) }
}
