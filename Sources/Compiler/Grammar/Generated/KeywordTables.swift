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
        case .action: 866..<955
        case .fetch: 955..<1550
        case .converter: 1550..<1763
        case .aclWord: 1763..<1840
        case .matchMethod: 1840..<1853
        case .aclFlag: 1853..<1860
        case .logAlias: 1860..<1925
        case .logFlag: 1925..<1932
        case .balance: 1932..<1945
        case .filter: 1945..<1956
        case .predicate: 1956..<1956
        case .environment: 1956..<1956
        case .service: 1956..<1958
        case .logTarget: 1958..<1958
        case .checkOption: 1958..<1958
        case .tableColumn: 1958..<1958
        case .pseudoVariable: 1958..<1958
        case .modifier: 1958..<1960
        case .conditionWord: 1960..<1962
        case .addressPrefix: 1962..<1987
        case .booleanWord: 1987..<1989
        case .numberSetWord: 1989..<1992
        case .variableScope: 1992..<1998
        case .predefinedAcl: 1998..<2021
        }
    }
}
