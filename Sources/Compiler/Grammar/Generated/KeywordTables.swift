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
        case .directive: 20..<665
        case .bindOption: 665..<748
        case .serverOption: 748..<875
        case .action: 875..<968
        case .fetch: 968..<1563
        case .converter: 1563..<1776
        case .aclWord: 1776..<1853
        case .matchMethod: 1853..<1866
        case .aclFlag: 1866..<1873
        case .logAlias: 1873..<1938
        case .logFlag: 1938..<1945
        case .balance: 1945..<1958
        case .filter: 1958..<1969
        case .predicate: 1969..<1969
        case .environment: 1969..<1976
        case .service: 1976..<1978
        case .logTarget: 1978..<1978
        case .checkOption: 1978..<1978
        case .tableColumn: 1978..<2005
        case .pseudoVariable: 2005..<2005
        case .modifier: 2005..<2007
        case .conditionWord: 2007..<2009
        case .addressPrefix: 2009..<2034
        case .booleanWord: 2034..<2036
        case .numberSetWord: 2036..<2039
        case .variableScope: 2039..<2045
        case .predefinedAcl: 2045..<2068
        case .variableCondition: 2068..<2076
        }
    }
}
