/// The bounds of a plan, each with its reason. The builder keeps them and the loader refuses what exceeds them.
public enum PlanLimits {
    /// Text offsets, asset offsets and row numbers are 32 bits; `UInt32.max` means none.
    public static let poolBytes = Int(UInt32.max) - 1
    public static let rows = Int(UInt32.max) - 1
    /// A plan is copied into memory before it is read; 100,000 servers take about 25 MB, so this is two orders above need.
    public static let fileBytes = 4 << 30
    /// Output registers of the rule machine: one value, one name or location beside it, a body, and one to spare.
    public static let outputRegisters: UInt32 = 4
    /// Operands of one fetch or converter; the manual's longest argument list has 12.
    public static let operands: UInt32 = 16
    /// Events as in HAProxy's statuses: an HTTP status that a rule may send.
    public static let statuses: ClosedRange<UInt32> = 100...999
    /// Length of a text that names the compiler or the target in a plan's header.
    public static let headerText = 16
}
