import Glibc
import Plan

/// Where plans come from: the first one, HUP, the watched path.
extension Master {
    func loadFirst() {
        guard let path = options.planPath else { return startCompile(askedUs: Clock.nowUs()) }
        load(path: path, source: "start")
    }

    /// HUP and USR2.
    func reload() {
        guard stop == .no else { return }
        guard !isBusy else {
            isReloadWanted = true
            return
        }
        if options.compile.isEmpty {
            load(path: options.watchPath ?? options.planPath ?? "", source: "reload")
        } else {
            startCompile(askedUs: Clock.nowUs())
        }
    }

    /// A plan arrived at the watched path.
    func reload(from path: String) {
        guard stop == .no else { return }
        guard !isBusy else {
            isArrivalWanted = true
            return
        }
        load(path: path, source: "watch")
    }

    private var isBusy: Bool { compile != nil || waiting != nil || (inFlight != nil && inFlight?.source != Master.restart) }

    static var restart: String { "restart" }

    private func load(path: String, source: String) {
        let askedUs = Clock.nowUs()
        do throws(PlanLoadError) {
            take(Load(source: source, descriptor: try SealedMemory.copy(path: path), askedUs: askedUs, compileUs: 0))
        } catch {
            refused("\(path): \(error.message)")
        }
    }

    private func startCompile(askedUs: UInt64) {
        compileAskedUs = askedUs
        switch CompileChild.start(options.compile, limits: limits) {
        case .success(let child): compile = child
        case .failure(let failure): refused(failure.description)
        }
    }

    func compileEnded() {
        guard let child = compile, let outcome = child.finish(notices: notices) else { return }
        compile = nil
        guard stop == .no else {
            if case .plan(let descriptor) = outcome { close(descriptor) }
            return
        }
        switch outcome {
        case .plan(let descriptor):
            let compileUs = Clock.nowUs() - child.startedUs
            take(Load(source: "compile", descriptor: descriptor, askedUs: compileAskedUs, compileUs: compileUs))
        case .failed(let reason): refused(reason)
        }
    }

    /// Gives the plan to the worker, now or when it is ready.
    private func take(_ load: Load) {
        waiting = load
        sendWaiting()
    }

    func sendWaiting() {
        guard let worker, inFlight == nil, var load = waiting, worker.isServing || history.serving == nil else { return }
        waiting = nil
        requests += 1
        load.request = requests
        inFlight = load
        worker.channel.send(MasterMessage.load(request: load.request, source: load.source).encoded, descriptors: [load.descriptor])
    }

    /// A plan was not taken, whatever the step.
    func refused(_ reason: String) {
        guard let serving = history.serving else {
            notices.alert("\(reason); nothing is served")
            exitCode = 1
            return
        }
        notices.warning("reload refused: \(reason); generation \(serving.entry.generation) goes on serving")
        reloadFinished()
    }

    func reloadFinished() {
        sendWaiting()
        guard compile == nil, waiting == nil, inFlight == nil else { return }
        if isArrivalWanted, let path = options.watchPath {
            isArrivalWanted = false
            reload(from: path)
        } else if isReloadWanted {
            isReloadWanted = false
            reload()
        }
    }
}
