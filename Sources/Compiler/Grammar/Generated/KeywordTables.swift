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
        case .directive: 20..<666
        case .bindOption: 666..<749
        case .serverOption: 749..<876
        case .action: 876..<969
        case .fetch: 969..<1564
        case .converter: 1564..<1777
        case .aclWord: 1777..<1854
        case .matchMethod: 1854..<1867
        case .aclFlag: 1867..<1874
        case .logAlias: 1874..<1939
        case .logFlag: 1939..<1946
        case .balance: 1946..<1959
        case .filter: 1959..<1970
        case .predicate: 1970..<1970
        case .environment: 1970..<1977
        case .service: 1977..<1979
        case .logTarget: 1979..<1979
        case .checkOption: 1979..<1979
        case .tableColumn: 1979..<2006
        case .pseudoVariable: 2006..<2006
        case .modifier: 2006..<2008
        case .conditionWord: 2008..<2010
        case .addressPrefix: 2010..<2035
        case .booleanWord: 2035..<2037
        case .numberSetWord: 2037..<2040
        case .variableScope: 2040..<2046
        case .predefinedAcl: 2046..<2069
        case .variableCondition: 2069..<2077
        }
    }
}
