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
        case .section: 0..<5
        case .directive: 5..<625
        case .bindOption: 625..<707
        case .serverOption: 707..<833
        case .action: 833..<918
        case .fetch: 918..<1513
        case .converter: 1513..<1726
        case .aclWord: 1726..<1803
        case .matchMethod: 1803..<1816
        case .aclFlag: 1816..<1823
        case .logAlias: 1823..<1888
        case .logFlag: 1888..<1895
        case .balance: 1895..<1908
        case .filter: 1908..<1908
        case .predicate: 1908..<1908
        case .environment: 1908..<1908
        case .service: 1908..<1908
        case .logTarget: 1908..<1908
        case .checkOption: 1908..<1908
        case .tableColumn: 1908..<1908
        case .pseudoVariable: 1908..<1908
        case .modifier: 1908..<1910
        case .conditionWord: 1910..<1912
        case .addressPrefix: 1912..<1937
        case .booleanWord: 1937..<1939
        case .numberSetWord: 1939..<1942
        case .variableScope: 1942..<1948
        }
    }
}
