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
        case .directive: 5..<19
        case .bindOption: 19..<22
        case .serverOption: 22..<29
        case .action: 29..<33
        case .fetch: 33..<34
        case .converter: 34..<35
        case .aclWord: 35..<35
        case .matchMethod: 35..<35
        case .aclFlag: 35..<35
        case .logAlias: 35..<35
        case .logFlag: 35..<35
        case .balance: 35..<39
        case .filter: 39..<39
        case .predicate: 39..<39
        case .environment: 39..<39
        case .service: 39..<39
        case .logTarget: 39..<39
        case .checkOption: 39..<39
        case .tableColumn: 39..<39
        case .pseudoVariable: 39..<39
        case .modifier: 39..<41
        case .conditionWord: 41..<43
        case .addressPrefix: 43..<68
        case .booleanWord: 68..<70
        case .numberSetWord: 70..<73
        case .variableScope: 73..<79
        }
    }
}
