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
        case .bindOption: 656..<738
        case .serverOption: 738..<864
        case .action: 864..<949
        case .fetch: 949..<1544
        case .converter: 1544..<1757
        case .aclWord: 1757..<1834
        case .matchMethod: 1834..<1847
        case .aclFlag: 1847..<1854
        case .logAlias: 1854..<1919
        case .logFlag: 1919..<1926
        case .balance: 1926..<1939
        case .filter: 1939..<1939
        case .predicate: 1939..<1939
        case .environment: 1939..<1939
        case .service: 1939..<1939
        case .logTarget: 1939..<1939
        case .checkOption: 1939..<1939
        case .tableColumn: 1939..<1939
        case .pseudoVariable: 1939..<1939
        case .modifier: 1939..<1941
        case .conditionWord: 1941..<1943
        case .addressPrefix: 1943..<1968
        case .booleanWord: 1968..<1970
        case .numberSetWord: 1970..<1973
        case .variableScope: 1973..<1979
        case .predefinedAcl: 1979..<2002
        }
    }
}
