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
    case spoeSection = 29

    /// The table's rows.
    package var rows: Range<Int> {
        switch self {
        case .section: 0..<20
        case .directive: 20..<692
        case .bindOption: 692..<775
        case .serverOption: 775..<902
        case .action: 902..<995
        case .fetch: 995..<1590
        case .converter: 1590..<1803
        case .aclWord: 1803..<1880
        case .matchMethod: 1880..<1893
        case .aclFlag: 1893..<1900
        case .logAlias: 1900..<1965
        case .logFlag: 1965..<1972
        case .balance: 1972..<1985
        case .filter: 1985..<1996
        case .predicate: 1996..<1996
        case .environment: 1996..<2003
        case .service: 2003..<2005
        case .logTarget: 2005..<2005
        case .checkOption: 2005..<2005
        case .tableColumn: 2005..<2032
        case .pseudoVariable: 2032..<2032
        case .modifier: 2032..<2034
        case .conditionWord: 2034..<2036
        case .addressPrefix: 2036..<2061
        case .booleanWord: 2061..<2063
        case .numberSetWord: 2063..<2066
        case .variableScope: 2066..<2072
        case .predefinedAcl: 2072..<2095
        case .variableCondition: 2095..<2103
        case .spoeSection: 2103..<2106
        }
    }
}
