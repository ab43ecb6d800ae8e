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
        case .section: 0..<19
        case .directive: 19..<645
        case .bindOption: 645..<727
        case .serverOption: 727..<853
        case .action: 853..<938
        case .fetch: 938..<1533
        case .converter: 1533..<1746
        case .aclWord: 1746..<1823
        case .matchMethod: 1823..<1836
        case .aclFlag: 1836..<1843
        case .logAlias: 1843..<1908
        case .logFlag: 1908..<1915
        case .balance: 1915..<1928
        case .filter: 1928..<1928
        case .predicate: 1928..<1928
        case .environment: 1928..<1928
        case .service: 1928..<1928
        case .logTarget: 1928..<1928
        case .checkOption: 1928..<1928
        case .tableColumn: 1928..<1928
        case .pseudoVariable: 1928..<1928
        case .modifier: 1928..<1930
        case .conditionWord: 1930..<1932
        case .addressPrefix: 1932..<1957
        case .booleanWord: 1957..<1959
        case .numberSetWord: 1959..<1962
        case .variableScope: 1962..<1968
        case .predefinedAcl: 1968..<1991
        }
    }
}
