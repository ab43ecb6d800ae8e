/// Rows of one kind in a loaded plan. A view into the mapped file: valid as long as its ``PlanImage``.
/// Every row number stored in a plan was checked when it was loaded, so access is unchecked in release builds.
@frozen public struct Table<Row, ID: PlanIndex>: @unchecked Sendable {
    public let base: UnsafePointer<Row>
    public let count: Int

    @inlinable public init(base: UnsafePointer<Row>, count: Int) {
        self.base = base
        self.count = count
    }

    @inlinable public subscript(id: ID) -> Row {
        assert(id.index < count)
        return base[id.index]
    }

    /// The row in place, for records too large to copy on a hot path.
    @inlinable public func pointer(_ id: ID) -> UnsafePointer<Row> {
        assert(id.index < count)
        return base + id.index
    }

    @inlinable public var ids: LazyMapSequence<Range<UInt32>, ID> {
        (0..<UInt32(truncatingIfNeeded: count)).lazy.map { ID($0) }
    }
}
