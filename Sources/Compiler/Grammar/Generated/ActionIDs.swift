// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// A word of table 'action': the number of its row.
package struct ActionID: KeywordID {
    package var rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static var table: KeywordTable { .action }

    package static var accept: Self { Self(rawValue: 902) }
    package static var addAcl: Self { Self(rawValue: 903) }
    package static var addHeader: Self { Self(rawValue: 904) }
    package static var addHeadersBin: Self { Self(rawValue: 905) }
    package static var allow: Self { Self(rawValue: 906) }
    package static var attachSrv: Self { Self(rawValue: 907) }
    package static var auth: Self { Self(rawValue: 908) }
    package static var cacheStore: Self { Self(rawValue: 909) }
    package static var cacheUse: Self { Self(rawValue: 910) }
    package static var capture: Self { Self(rawValue: 911) }
    package static var captureOfResponse: Self { Self(rawValue: 912) }
    package static var captureInTcpRequestContent: Self { Self(rawValue: 913) }
    package static var close: Self { Self(rawValue: 914) }
    package static var delAcl: Self { Self(rawValue: 915) }
    package static var delAclInHttpAfterResponse: Self { Self(rawValue: 916) }
    package static var delHeader: Self { Self(rawValue: 917) }
    package static var delHeadersBin: Self { Self(rawValue: 918) }
    package static var delMap: Self { Self(rawValue: 919) }
    package static var delMapInHttpAfterResponse: Self { Self(rawValue: 920) }
    package static var deny: Self { Self(rawValue: 921) }
    package static var dgramDrop: Self { Self(rawValue: 922) }
    package static var disableL7Retry: Self { Self(rawValue: 923) }
    package static var doLog: Self { Self(rawValue: 924) }
    package static var doResolve: Self { Self(rawValue: 925) }
    package static var earlyHint: Self { Self(rawValue: 926) }
    package static var expectNetscalerCip: Self { Self(rawValue: 927) }
    package static var expectProxy: Self { Self(rawValue: 928) }
    package static var lua: Self { Self(rawValue: 929) }
    package static var normalizeUri: Self { Self(rawValue: 930) }
    package static var pause: Self { Self(rawValue: 931) }
    package static var redirect: Self { Self(rawValue: 932) }
    package static var reject: Self { Self(rawValue: 933) }
    package static var replaceHeader: Self { Self(rawValue: 934) }
    package static var replacePath: Self { Self(rawValue: 935) }
    package static var replacePathq: Self { Self(rawValue: 936) }
    package static var replaceUri: Self { Self(rawValue: 937) }
    package static var replaceValue: Self { Self(rawValue: 938) }
    package static var `return`: Self { Self(rawValue: 939) }
    package static var scAddGpc: Self { Self(rawValue: 940) }
    package static var scIncGpc: Self { Self(rawValue: 941) }
    package static var scIncGpcInHttpAfterResponse: Self { Self(rawValue: 942) }
    package static var scIncGpc0: Self { Self(rawValue: 943) }
    package static var scIncGpc0InHttpAfterResponse: Self { Self(rawValue: 944) }
    package static var scIncGpc1: Self { Self(rawValue: 945) }
    package static var scIncGpc1InHttpAfterResponse: Self { Self(rawValue: 946) }
    package static var scSetGpt: Self { Self(rawValue: 947) }
    package static var scSetGptInHttpAfterResponse: Self { Self(rawValue: 948) }
    package static var scSetGpt0: Self { Self(rawValue: 949) }
    package static var scSetGpt0InHttpAfterResponse: Self { Self(rawValue: 950) }
    package static var sendRetry: Self { Self(rawValue: 951) }
    package static var sendSpoeGroup: Self { Self(rawValue: 952) }
    package static var setBandwidthLimit: Self { Self(rawValue: 953) }
    package static var setBcMark: Self { Self(rawValue: 954) }
    package static var setBcTos: Self { Self(rawValue: 955) }
    package static var setDst: Self { Self(rawValue: 956) }
    package static var setDstPort: Self { Self(rawValue: 957) }
    package static var setFcMark: Self { Self(rawValue: 958) }
    package static var setFcTos: Self { Self(rawValue: 959) }
    package static var setHeader: Self { Self(rawValue: 960) }
    package static var setHeadersBin: Self { Self(rawValue: 961) }
    package static var setLogLevel: Self { Self(rawValue: 962) }
    package static var setLogLevelInHttpAfterResponse: Self { Self(rawValue: 963) }
    package static var setMap: Self { Self(rawValue: 964) }
    package static var setMapInHttpAfterResponse: Self { Self(rawValue: 965) }
    package static var setMarkUntil28: Self { Self(rawValue: 966) }
    package static var setMark: Self { Self(rawValue: 967) }
    package static var setMethod: Self { Self(rawValue: 968) }
    package static var setNice: Self { Self(rawValue: 969) }
    package static var setPath: Self { Self(rawValue: 970) }
    package static var setPathq: Self { Self(rawValue: 971) }
    package static var setPriorityClass: Self { Self(rawValue: 972) }
    package static var setPriorityOffset: Self { Self(rawValue: 973) }
    package static var setQuery: Self { Self(rawValue: 974) }
    package static var setRetries: Self { Self(rawValue: 975) }
    package static var setSrc: Self { Self(rawValue: 976) }
    package static var setSrcPort: Self { Self(rawValue: 977) }
    package static var setStatus: Self { Self(rawValue: 978) }
    package static var setTimeout: Self { Self(rawValue: 979) }
    package static var setTimeoutInHttpResponse: Self { Self(rawValue: 980) }
    package static var setTosUntil28: Self { Self(rawValue: 981) }
    package static var setTos: Self { Self(rawValue: 982) }
    package static var setUri: Self { Self(rawValue: 983) }
    package static var setVar: Self { Self(rawValue: 984) }
    package static var setVarFmt: Self { Self(rawValue: 985) }
    package static var silentDrop: Self { Self(rawValue: 986) }
    package static var strictMode: Self { Self(rawValue: 987) }
    package static var switchMode: Self { Self(rawValue: 988) }
    package static var tarpit: Self { Self(rawValue: 989) }
    package static var trackSc: Self { Self(rawValue: 990) }
    package static var unsetVar: Self { Self(rawValue: 991) }
    package static var useService: Self { Self(rawValue: 992) }
    package static var waitForBody: Self { Self(rawValue: 993) }
    package static var waitForHandshake: Self { Self(rawValue: 994) }
}
