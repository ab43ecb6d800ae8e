// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'bind-option': the number of its row.
package struct BindOptionID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .bindOption }

    package static var acceptNetscalerCip: Self { Self(rawValue: 692) }
    package static var acceptProxy: Self { Self(rawValue: 693) }
    package static var allow0rtt: Self { Self(rawValue: 694) }
    package static var alpn: Self { Self(rawValue: 695) }
    package static var backlog: Self { Self(rawValue: 696) }
    package static var caFile: Self { Self(rawValue: 697) }
    package static var caIgnoreErr: Self { Self(rawValue: 698) }
    package static var caSignFile: Self { Self(rawValue: 699) }
    package static var caSignPass: Self { Self(rawValue: 700) }
    package static var caVerifyFile: Self { Self(rawValue: 701) }
    package static var cc: Self { Self(rawValue: 702) }
    package static var ciphers: Self { Self(rawValue: 703) }
    package static var ciphersuites: Self { Self(rawValue: 704) }
    package static var clientSigalgs: Self { Self(rawValue: 705) }
    package static var crlFile: Self { Self(rawValue: 706) }
    package static var crt: Self { Self(rawValue: 707) }
    package static var crtIgnoreErr: Self { Self(rawValue: 708) }
    package static var crtList: Self { Self(rawValue: 709) }
    package static var curves: Self { Self(rawValue: 710) }
    package static var defaultCrt: Self { Self(rawValue: 711) }
    package static var deferAccept: Self { Self(rawValue: 712) }
    package static var ecdhe: Self { Self(rawValue: 713) }
    package static var ech: Self { Self(rawValue: 714) }
    package static var exposeFd: Self { Self(rawValue: 715) }
    package static var forceSslv3: Self { Self(rawValue: 716) }
    package static var forceTlsv10: Self { Self(rawValue: 717) }
    package static var forceTlsv11: Self { Self(rawValue: 718) }
    package static var forceTlsv12: Self { Self(rawValue: 719) }
    package static var forceTlsv13: Self { Self(rawValue: 720) }
    package static var generateCertificates: Self { Self(rawValue: 721) }
    package static var gid: Self { Self(rawValue: 722) }
    package static var group: Self { Self(rawValue: 723) }
    package static var guidPrefix: Self { Self(rawValue: 724) }
    package static var id: Self { Self(rawValue: 725) }
    package static var idlePing: Self { Self(rawValue: 726) }
    package static var interface: Self { Self(rawValue: 727) }
    package static var ktls: Self { Self(rawValue: 728) }
    package static var label: Self { Self(rawValue: 729) }
    package static var level: Self { Self(rawValue: 730) }
    package static var maxconn: Self { Self(rawValue: 731) }
    package static var mode: Self { Self(rawValue: 732) }
    package static var mss: Self { Self(rawValue: 733) }
    package static var name: Self { Self(rawValue: 734) }
    package static var namespace: Self { Self(rawValue: 735) }
    package static var nbconn: Self { Self(rawValue: 736) }
    package static var nice: Self { Self(rawValue: 737) }
    package static var noAlpn: Self { Self(rawValue: 738) }
    package static var noCaNames: Self { Self(rawValue: 739) }
    package static var noSslv3: Self { Self(rawValue: 740) }
    package static var noStrictSni: Self { Self(rawValue: 741) }
    package static var noTlsTickets: Self { Self(rawValue: 742) }
    package static var noTlsv10: Self { Self(rawValue: 743) }
    package static var noTlsv11: Self { Self(rawValue: 744) }
    package static var noTlsv12: Self { Self(rawValue: 745) }
    package static var noTlsv13: Self { Self(rawValue: 746) }
    package static var npn: Self { Self(rawValue: 747) }
    package static var ocspUpdate: Self { Self(rawValue: 748) }
    package static var preferClientCiphers: Self { Self(rawValue: 749) }
    package static var process: Self { Self(rawValue: 750) }
    package static var proto: Self { Self(rawValue: 751) }
    package static var quicCcAlgo: Self { Self(rawValue: 752) }
    package static var quicForceRetry: Self { Self(rawValue: 753) }
    package static var quicSocket: Self { Self(rawValue: 754) }
    package static var severityOutput: Self { Self(rawValue: 755) }
    package static var shards: Self { Self(rawValue: 756) }
    package static var sigalgs: Self { Self(rawValue: 757) }
    package static var ssl: Self { Self(rawValue: 758) }
    package static var sslMaxVer: Self { Self(rawValue: 759) }
    package static var sslMinVer: Self { Self(rawValue: 760) }
    package static var strictSni: Self { Self(rawValue: 761) }
    package static var tcpMd5sig: Self { Self(rawValue: 762) }
    package static var tcpSs: Self { Self(rawValue: 763) }
    package static var tcpUt: Self { Self(rawValue: 764) }
    package static var tfo: Self { Self(rawValue: 765) }
    package static var thread: Self { Self(rawValue: 766) }
    package static var tlsTicketKeys: Self { Self(rawValue: 767) }
    package static var tlsTickets: Self { Self(rawValue: 768) }
    package static var transparent: Self { Self(rawValue: 769) }
    package static var uid: Self { Self(rawValue: 770) }
    package static var user: Self { Self(rawValue: 771) }
    package static var v4v6: Self { Self(rawValue: 772) }
    package static var v6only: Self { Self(rawValue: 773) }
    package static var verify: Self { Self(rawValue: 774) }
}
