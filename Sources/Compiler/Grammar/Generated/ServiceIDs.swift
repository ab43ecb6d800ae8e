// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'service': the number of its row.
package struct ServiceID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .service }

    package static var lua: Self { Self(rawValue: 2003) }
    package static var prometheusExporter: Self { Self(rawValue: 2004) }
}
