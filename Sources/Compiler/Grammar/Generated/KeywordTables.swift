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
        case .directive: 20..<655
        case .bindOption: 655..<738
        case .serverOption: 738..<865
        case .action: 865..<954
        case .fetch: 954..<1549
        case .converter: 1549..<1762
        case .aclWord: 1762..<1839
        case .matchMethod: 1839..<1852
        case .aclFlag: 1852..<1859
        case .logAlias: 1859..<1924
        case .logFlag: 1924..<1931
        case .balance: 1931..<1944
        case .filter: 1944..<1955
        case .predicate: 1955..<1955
        case .environment: 1955..<1962
        case .service: 1962..<1964
        case .logTarget: 1964..<1964
        case .checkOption: 1964..<1964
        case .tableColumn: 1964..<1964
        case .pseudoVariable: 1964..<1964
        case .modifier: 1964..<1966
        case .conditionWord: 1966..<1968
        case .addressPrefix: 1968..<1993
        case .booleanWord: 1993..<1995
        case .numberSetWord: 1995..<1998
        case .variableScope: 1998..<2004
        case .predefinedAcl: 2004..<2027
        }
    }
}
