// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'predefined-acl': the number of its row.
package struct PredefinedAclID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .predefinedAcl }

    package static var falseACL: Self { Self(rawValue: 2059) }
    package static var httpACL: Self { Self(rawValue: 2060) }
    package static var http10ACL: Self { Self(rawValue: 2061) }
    package static var http11ACL: Self { Self(rawValue: 2062) }
    package static var http20ACL: Self { Self(rawValue: 2063) }
    package static var http30ACL: Self { Self(rawValue: 2064) }
    package static var httpContentACL: Self { Self(rawValue: 2065) }
    package static var httpUrlAbsACL: Self { Self(rawValue: 2066) }
    package static var httpUrlSlashACL: Self { Self(rawValue: 2067) }
    package static var httpUrlStarACL: Self { Self(rawValue: 2068) }
    package static var localhostACL: Self { Self(rawValue: 2069) }
    package static var methConnectACL: Self { Self(rawValue: 2070) }
    package static var methDeleteACL: Self { Self(rawValue: 2071) }
    package static var methGetACL: Self { Self(rawValue: 2072) }
    package static var methHeadACL: Self { Self(rawValue: 2073) }
    package static var methOptionsACL: Self { Self(rawValue: 2074) }
    package static var methPostACL: Self { Self(rawValue: 2075) }
    package static var methPutACL: Self { Self(rawValue: 2076) }
    package static var methTraceACL: Self { Self(rawValue: 2077) }
    package static var rdpCookieACL: Self { Self(rawValue: 2078) }
    package static var reqContentACL: Self { Self(rawValue: 2079) }
    package static var trueACL: Self { Self(rawValue: 2080) }
    package static var waitEndACL: Self { Self(rawValue: 2081) }
}
