// `Plan.Apply` means a member of the struct ``Plan``, not of the module, so modules that have types of the same names
// (the compiler's grammar) reach ours by these.
public typealias PlanApply = Apply
public typealias PlanAddressFamily = AddressFamily
public typealias PlanSampleType = SampleType
public typealias PlanProxyMode = ProxyMode
public typealias PlanMatchMethod = MatchMethod
public typealias PlanDroppedState = DroppedState
public typealias PlanPatternRecord = PatternRecord
public typealias PlanOpcode = Opcode
