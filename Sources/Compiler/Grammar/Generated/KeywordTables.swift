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
        case .directive: 19..<644
        case .bindOption: 644..<726
        case .serverOption: 726..<852
        case .action: 852..<937
        case .fetch: 937..<1532
        case .converter: 1532..<1745
        case .aclWord: 1745..<1822
        case .matchMethod: 1822..<1835
        case .aclFlag: 1835..<1842
        case .logAlias: 1842..<1907
        case .logFlag: 1907..<1914
        case .balance: 1914..<1927
        case .filter: 1927..<1927
        case .predicate: 1927..<1927
        case .environment: 1927..<1927
        case .service: 1927..<1927
        case .logTarget: 1927..<1927
        case .checkOption: 1927..<1927
        case .tableColumn: 1927..<1927
        case .pseudoVariable: 1927..<1927
        case .modifier: 1927..<1929
        case .conditionWord: 1929..<1931
        case .addressPrefix: 1931..<1956
        case .booleanWord: 1956..<1958
        case .numberSetWord: 1958..<1961
        case .variableScope: 1961..<1967
        }
    }
}
