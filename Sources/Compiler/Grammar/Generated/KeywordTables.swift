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
        case .directive: 20..<647
        case .bindOption: 647..<729
        case .serverOption: 729..<855
        case .action: 855..<940
        case .fetch: 940..<1535
        case .converter: 1535..<1748
        case .aclWord: 1748..<1825
        case .matchMethod: 1825..<1838
        case .aclFlag: 1838..<1845
        case .logAlias: 1845..<1910
        case .logFlag: 1910..<1917
        case .balance: 1917..<1930
        case .filter: 1930..<1930
        case .predicate: 1930..<1930
        case .environment: 1930..<1930
        case .service: 1930..<1930
        case .logTarget: 1930..<1930
        case .checkOption: 1930..<1930
        case .tableColumn: 1930..<1930
        case .pseudoVariable: 1930..<1930
        case .modifier: 1930..<1932
        case .conditionWord: 1932..<1934
        case .addressPrefix: 1934..<1959
        case .booleanWord: 1959..<1961
        case .numberSetWord: 1961..<1964
        case .variableScope: 1964..<1970
        case .predefinedAcl: 1970..<1993
        }
    }
}
