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

    /// The table's rows.
    package var rows: Range<Int> {
        switch self {
        case .section: 0..<19
        case .directive: 19..<639
        case .bindOption: 639..<721
        case .serverOption: 721..<847
        case .action: 847..<932
        case .fetch: 932..<1527
        case .converter: 1527..<1740
        case .aclWord: 1740..<1817
        case .matchMethod: 1817..<1830
        case .aclFlag: 1830..<1837
        case .logAlias: 1837..<1902
        case .logFlag: 1902..<1909
        case .balance: 1909..<1922
        case .filter: 1922..<1922
        case .predicate: 1922..<1922
        case .environment: 1922..<1922
        case .service: 1922..<1922
        case .logTarget: 1922..<1922
        case .checkOption: 1922..<1922
        case .tableColumn: 1922..<1922
        case .pseudoVariable: 1922..<1922
        case .modifier: 1922..<1924
        case .conditionWord: 1924..<1926
        case .addressPrefix: 1926..<1951
        case .booleanWord: 1951..<1953
        case .numberSetWord: 1953..<1956
        case .variableScope: 1956..<1962
        }
    }
}
