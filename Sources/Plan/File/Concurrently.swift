import Glibc

/// Runs `other` on a second thread while `own` runs on this one; returns when both have ended. Where no thread can be made, `other` runs
/// behind `own`. The two share no state that either changes.
func concurrently(_ other: () -> Void, _ own: () -> Void) {
    withoutActuallyEscaping(other) { other in
        let work = Unmanaged.passRetained(Work(other))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue().body() }
                return nil
            }, work.toOpaque())
        own()
        if result == 0 { pthread_join(thread, nil) } else { work.takeUnretainedValue().body() }
        work.release()
    }
}

private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
}
