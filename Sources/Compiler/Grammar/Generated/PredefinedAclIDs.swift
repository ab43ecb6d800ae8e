// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'predefined-acl': the number of its row.
package struct PredefinedAclID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .predefinedAcl }

    package static var falseACL: Self { Self(rawValue: 2004) }
    package static var httpACL: Self { Self(rawValue: 2005) }
    package static var http10ACL: Self { Self(rawValue: 2006) }
    package static var http11ACL: Self { Self(rawValue: 2007) }
    package static var http20ACL: Self { Self(rawValue: 2008) }
    package static var http30ACL: Self { Self(rawValue: 2009) }
    package static var httpContentACL: Self { Self(rawValue: 2010) }
    package static var httpUrlAbsACL: Self { Self(rawValue: 2011) }
    package static var httpUrlSlashACL: Self { Self(rawValue: 2012) }
    package static var httpUrlStarACL: Self { Self(rawValue: 2013) }
    package static var localhostACL: Self { Self(rawValue: 2014) }
    package static var methConnectACL: Self { Self(rawValue: 2015) }
    package static var methDeleteACL: Self { Self(rawValue: 2016) }
    package static var methGetACL: Self { Self(rawValue: 2017) }
    package static var methHeadACL: Self { Self(rawValue: 2018) }
    package static var methOptionsACL: Self { Self(rawValue: 2019) }
    package static var methPostACL: Self { Self(rawValue: 2020) }
    package static var methPutACL: Self { Self(rawValue: 2021) }
    package static var methTraceACL: Self { Self(rawValue: 2022) }
    package static var rdpCookieACL: Self { Self(rawValue: 2023) }
    package static var reqContentACL: Self { Self(rawValue: 2024) }
    package static var trueACL: Self { Self(rawValue: 2025) }
    package static var waitEndACL: Self { Self(rawValue: 2026) }
}
