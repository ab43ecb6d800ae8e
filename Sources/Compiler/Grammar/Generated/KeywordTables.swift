// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// Tables of keywords; the number is also the node under which a table's words hang.
package enum KeywordTable: UInt8, CaseIterable, Sendable {
    case section = 0
    case directive = 1
    case bindOption = 2
    case serverOption = 3
    case action = 4
    case fetch = 5
    case converter = 6
    case aclWord = 7
    case matchMethod = 8
    case aclFlag = 9
    case logAlias = 10
    case logFlag = 11
    case balance = 12
    case filter = 13
    case predicate = 14
    case environment = 15
    case service = 16
    case logTarget = 17
    case checkOption = 18
    case tableColumn = 19
    case pseudoVariable = 20
    case modifier = 21
    case conditionWord = 22
    case addressPrefix = 23
    case booleanWord = 24
    case numberSetWord = 25
    case variableScope = 26
    case predefinedAcl = 27

    /// The table's rows.
    package var rows: Range<Int> {
        switch self {
        case .section: 0..<20
        case .directive: 20..<656
        case .bindOption: 656..<739
        case .serverOption: 739..<866
        case .action: 866..<951
        case .fetch: 951..<1546
        case .converter: 1546..<1759
        case .aclWord: 1759..<1836
        case .matchMethod: 1836..<1849
        case .aclFlag: 1849..<1856
        case .logAlias: 1856..<1921
        case .logFlag: 1921..<1928
        case .balance: 1928..<1941
        case .filter: 1941..<1941
        case .predicate: 1941..<1941
        case .environment: 1941..<1941
        case .service: 1941..<1941
        case .logTarget: 1941..<1941
        case .checkOption: 1941..<1941
        case .tableColumn: 1941..<1941
        case .pseudoVariable: 1941..<1941
        case .modifier: 1941..<1943
        case .conditionWord: 1943..<1945
        case .addressPrefix: 1945..<1970
        case .booleanWord: 1970..<1972
        case .numberSetWord: 1972..<1975
        case .variableScope: 1975..<1981
        case .predefinedAcl: 1981..<2004
        }
    }
}
