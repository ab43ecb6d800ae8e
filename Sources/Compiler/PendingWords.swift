// Identifiers that grammar/ does not have yet; this file goes when it has.
package struct LogAliasID: KeywordID {
    package var rawValue: UInt16; package init(rawValue: UInt16) { self.rawValue = rawValue };
    package static var table: KeywordTable { .logAlias }
}
package struct ACLWordID: KeywordID {
    package var rawValue: UInt16; package init(rawValue: UInt16) { self.rawValue = rawValue };
    package static var table: KeywordTable { .aclWord }
}
package struct LogFlagID: KeywordID {
    package var rawValue: UInt16; package init(rawValue: UInt16) { self.rawValue = rawValue };
    package static var table: KeywordTable { .logFlag }
}
package struct MatchMethodID: KeywordID {
    package var rawValue: UInt16; package init(rawValue: UInt16) { self.rawValue = rawValue };
    package static var table: KeywordTable { .matchMethod }
}
package struct ACLFlagID: KeywordID {
    package var rawValue: UInt16; package init(rawValue: UInt16) { self.rawValue = rawValue };
    package static var table: KeywordTable { .aclFlag }
}
package struct EnvironmentID: KeywordID {
    package var rawValue: UInt16; package init(rawValue: UInt16) { self.rawValue = rawValue };
    package static var table: KeywordTable { .environment }
}
extension DirectiveID { static var serverTemplate: Self { Self(rawValue: 5) } }
extension DirectiveID { static var defaultBackend: Self { Self(rawValue: 5) } }
extension DirectiveID { static var cookie: Self { Self(rawValue: 5) } }
extension DirectiveID { static var timeoutServer: Self { Self(rawValue: 5) } }
extension DirectiveID { static var httpResponse: Self { Self(rawValue: 5) } }
extension DirectiveID { static var httpAfterResponse: Self { Self(rawValue: 5) } }
extension DirectiveID { static var redirect: Self { Self(rawValue: 5) } }
extension DirectiveID { static var optionHttplog: Self { Self(rawValue: 5) } }
extension DirectiveID { static var optionHttpslog: Self { Self(rawValue: 5) } }
extension DirectiveID { static var optionTcplog: Self { Self(rawValue: 5) } }
extension DirectiveID { static var optionTcpCheck: Self { Self(rawValue: 5) } }
extension DirectiveID { static var logFormat: Self { Self(rawValue: 5) } }
extension DirectiveID { static var timeoutTunnel: Self { Self(rawValue: 5) } }
extension ServerOptionID { static var port: Self { Self(rawValue: 23) } }
extension ServerOptionID { static var addr: Self { Self(rawValue: 23) } }
extension DirectiveID { static var tcpRequestConnection: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var tcpRequestSession: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var tcpRequestContent: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var tcpResponseContent: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var useServer: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var httpCheckConnect: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var httpCheckSend: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var httpCheckExpect: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var httpCheckSetVar: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var httpCheckSetVarFmt: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var errorLogFormat: Self { Self(rawValue: 0xFFF0) } }
extension DirectiveID { static var logFormatSd: Self { Self(rawValue: 0xFFF0) } }
