// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'acl-word': the number of its row.
package struct ACLWordID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .aclWord }

    package static var base: Self { Self(rawValue: 1803) }
    package static var baseBeg: Self { Self(rawValue: 1804) }
    package static var baseDir: Self { Self(rawValue: 1805) }
    package static var baseDom: Self { Self(rawValue: 1806) }
    package static var baseEnd: Self { Self(rawValue: 1807) }
    package static var baseLen: Self { Self(rawValue: 1808) }
    package static var baseReg: Self { Self(rawValue: 1809) }
    package static var baseSub: Self { Self(rawValue: 1810) }
    package static var cook: Self { Self(rawValue: 1811) }
    package static var cookBeg: Self { Self(rawValue: 1812) }
    package static var cookDir: Self { Self(rawValue: 1813) }
    package static var cookDom: Self { Self(rawValue: 1814) }
    package static var cookEnd: Self { Self(rawValue: 1815) }
    package static var cookLen: Self { Self(rawValue: 1816) }
    package static var cookReg: Self { Self(rawValue: 1817) }
    package static var cookSub: Self { Self(rawValue: 1818) }
    package static var hdr: Self { Self(rawValue: 1819) }
    package static var hdrBeg: Self { Self(rawValue: 1820) }
    package static var hdrDir: Self { Self(rawValue: 1821) }
    package static var hdrDom: Self { Self(rawValue: 1822) }
    package static var hdrEnd: Self { Self(rawValue: 1823) }
    package static var hdrLen: Self { Self(rawValue: 1824) }
    package static var hdrReg: Self { Self(rawValue: 1825) }
    package static var hdrSub: Self { Self(rawValue: 1826) }
    package static var httpAuthGroup: Self { Self(rawValue: 1827) }
    package static var method: Self { Self(rawValue: 1828) }
    package static var path: Self { Self(rawValue: 1829) }
    package static var pathBeg: Self { Self(rawValue: 1830) }
    package static var pathDir: Self { Self(rawValue: 1831) }
    package static var pathDom: Self { Self(rawValue: 1832) }
    package static var pathEnd: Self { Self(rawValue: 1833) }
    package static var pathLen: Self { Self(rawValue: 1834) }
    package static var pathReg: Self { Self(rawValue: 1835) }
    package static var pathSub: Self { Self(rawValue: 1836) }
    package static var payload: Self { Self(rawValue: 1837) }
    package static var payloadLv: Self { Self(rawValue: 1838) }
    package static var reqSslVer: Self { Self(rawValue: 1839) }
    package static var reqRdpCookie: Self { Self(rawValue: 1840) }
    package static var reqRdpCookieCnt: Self { Self(rawValue: 1841) }
    package static var reqSslSni: Self { Self(rawValue: 1842) }
    package static var reqSslVerLegacy: Self { Self(rawValue: 1843) }
    package static var reqVer: Self { Self(rawValue: 1844) }
    package static var respVer: Self { Self(rawValue: 1845) }
    package static var scook: Self { Self(rawValue: 1846) }
    package static var scookBeg: Self { Self(rawValue: 1847) }
    package static var scookDir: Self { Self(rawValue: 1848) }
    package static var scookDom: Self { Self(rawValue: 1849) }
    package static var scookEnd: Self { Self(rawValue: 1850) }
    package static var scookLen: Self { Self(rawValue: 1851) }
    package static var scookReg: Self { Self(rawValue: 1852) }
    package static var scookSub: Self { Self(rawValue: 1853) }
    package static var shdr: Self { Self(rawValue: 1854) }
    package static var shdrBeg: Self { Self(rawValue: 1855) }
    package static var shdrDir: Self { Self(rawValue: 1856) }
    package static var shdrDom: Self { Self(rawValue: 1857) }
    package static var shdrEnd: Self { Self(rawValue: 1858) }
    package static var shdrLen: Self { Self(rawValue: 1859) }
    package static var shdrReg: Self { Self(rawValue: 1860) }
    package static var shdrSub: Self { Self(rawValue: 1861) }
    package static var sslFcSniEnd: Self { Self(rawValue: 1862) }
    package static var sslFcSniReg: Self { Self(rawValue: 1863) }
    package static var url: Self { Self(rawValue: 1864) }
    package static var urlBeg: Self { Self(rawValue: 1865) }
    package static var urlDir: Self { Self(rawValue: 1866) }
    package static var urlDom: Self { Self(rawValue: 1867) }
    package static var urlEnd: Self { Self(rawValue: 1868) }
    package static var urlLen: Self { Self(rawValue: 1869) }
    package static var urlReg: Self { Self(rawValue: 1870) }
    package static var urlSub: Self { Self(rawValue: 1871) }
    package static var urlp: Self { Self(rawValue: 1872) }
    package static var urlpBeg: Self { Self(rawValue: 1873) }
    package static var urlpDir: Self { Self(rawValue: 1874) }
    package static var urlpDom: Self { Self(rawValue: 1875) }
    package static var urlpEnd: Self { Self(rawValue: 1876) }
    package static var urlpLen: Self { Self(rawValue: 1877) }
    package static var urlpReg: Self { Self(rawValue: 1878) }
    package static var urlpSub: Self { Self(rawValue: 1879) }
}
