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
    case variableCondition = 28

    /// The table's rows.
    package var rows: Range<Int> {
        switch self {
        case .section: 0..<20
        case .directive: 20..<656
        case .bindOption: 656..<739
        case .serverOption: 739..<866
        case .action: 866..<956
        case .fetch: 956..<1551
        case .converter: 1551..<1764
        case .aclWord: 1764..<1841
        case .matchMethod: 1841..<1854
        case .aclFlag: 1854..<1861
        case .logAlias: 1861..<1926
        case .logFlag: 1926..<1933
        case .balance: 1933..<1946
        case .filter: 1946..<1957
        case .predicate: 1957..<1957
        case .environment: 1957..<1964
        case .service: 1964..<1966
        case .logTarget: 1966..<1966
        case .checkOption: 1966..<1966
        case .tableColumn: 1966..<1993
        case .pseudoVariable: 1993..<1993
        case .modifier: 1993..<1995
        case .conditionWord: 1995..<1997
        case .addressPrefix: 1997..<2022
        case .booleanWord: 2022..<2024
        case .numberSetWord: 2024..<2027
        case .variableScope: 2027..<2033
        case .predefinedAcl: 2033..<2056
        case .variableCondition: 2056..<2064
        }
    }
}
