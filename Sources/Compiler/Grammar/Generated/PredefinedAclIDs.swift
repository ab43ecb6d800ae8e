// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'predefined-acl': the number of its row.
package struct PredefinedAclID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .predefinedAcl }

    package static var falseACL: Self { Self(rawValue: 2072) }
    package static var httpACL: Self { Self(rawValue: 2073) }
    package static var http10ACL: Self { Self(rawValue: 2074) }
    package static var http11ACL: Self { Self(rawValue: 2075) }
    package static var http20ACL: Self { Self(rawValue: 2076) }
    package static var http30ACL: Self { Self(rawValue: 2077) }
    package static var httpContentACL: Self { Self(rawValue: 2078) }
    package static var httpUrlAbsACL: Self { Self(rawValue: 2079) }
    package static var httpUrlSlashACL: Self { Self(rawValue: 2080) }
    package static var httpUrlStarACL: Self { Self(rawValue: 2081) }
    package static var localhostACL: Self { Self(rawValue: 2082) }
    package static var methConnectACL: Self { Self(rawValue: 2083) }
    package static var methDeleteACL: Self { Self(rawValue: 2084) }
    package static var methGetACL: Self { Self(rawValue: 2085) }
    package static var methHeadACL: Self { Self(rawValue: 2086) }
    package static var methOptionsACL: Self { Self(rawValue: 2087) }
    package static var methPostACL: Self { Self(rawValue: 2088) }
    package static var methPutACL: Self { Self(rawValue: 2089) }
    package static var methTraceACL: Self { Self(rawValue: 2090) }
    package static var rdpCookieACL: Self { Self(rawValue: 2091) }
    package static var reqContentACL: Self { Self(rawValue: 2092) }
    package static var trueACL: Self { Self(rawValue: 2093) }
    package static var waitEndACL: Self { Self(rawValue: 2094) }
}
