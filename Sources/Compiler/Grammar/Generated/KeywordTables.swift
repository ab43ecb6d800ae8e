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
        case .directive: 20..<682
        case .bindOption: 682..<765
        case .serverOption: 765..<892
        case .action: 892..<982
        case .fetch: 982..<1577
        case .converter: 1577..<1790
        case .aclWord: 1790..<1867
        case .matchMethod: 1867..<1880
        case .aclFlag: 1880..<1887
        case .logAlias: 1887..<1952
        case .logFlag: 1952..<1959
        case .balance: 1959..<1972
        case .filter: 1972..<1983
        case .predicate: 1983..<1983
        case .environment: 1983..<1990
        case .service: 1990..<1992
        case .logTarget: 1992..<1992
        case .checkOption: 1992..<1992
        case .tableColumn: 1992..<2019
        case .pseudoVariable: 2019..<2019
        case .modifier: 2019..<2021
        case .conditionWord: 2021..<2023
        case .addressPrefix: 2023..<2048
        case .booleanWord: 2048..<2050
        case .numberSetWord: 2050..<2053
        case .variableScope: 2053..<2059
        case .predefinedAcl: 2059..<2082
        case .variableCondition: 2082..<2090
        case .spoeSection: 2090..<2093
        }
    }
}
