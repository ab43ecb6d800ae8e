/// Who is called what: one table for each kind of name.
struct SectionNames: ~Copyable {
    /// Named `defaults`, as sections.
    var defaults = NameTable()
    /// Frontends, backends and listens, as rows of `proxies`: the first of each name.
    var proxies = NameTable()
    /// Those that can be sent to, and those that listen. (A name that is there twice is one finding, not two.)
    var backends = NameTable()
    var frontends = NameTable()
    private var peers = NameTable()
    private var resolvers = NameTable()
    private var userlists = NameTable()
    private var mailers = NameTable()
    private var caches = NameTable()
    private var rings = NameTable()
    private var logForwards = NameTable()
    private var logProfiles = NameTable()
    private var httpErrors = NameTable()
    private var fcgiApps = NameTable()
    private var crtStores = NameTable()
    private var acmes = NameTable()

    /// The section of this kind and name.
    func find(_ kind: SectionID, _ name: WordBytes) -> Int? {
        switch kind {
        case .defaults: defaults.find(name)
        case .peers: peers.find(name)
        case .resolvers: resolvers.find(name)
        case .userlist: userlists.find(name)
        case .mailers: mailers.find(name)
        case .cache: caches.find(name)
        case .ring: rings.find(name)
        case .logForward: logForwards.find(name)
        case .logProfile: logProfiles.find(name)
        case .httpErrors: httpErrors.find(name)
        case .fcgiApp: fcgiApps.find(name)
        case .crtStore: crtStores.find(name)
        case .acme: acmes.find(name)
        default: nil
        }
    }

    /// Adds a section and returns nil, or returns the one that has the name already.
    mutating func insert(_ kind: SectionID, _ name: WordBytes, _ section: Int) -> Int? {
        switch kind {
        case .peers: peers.insert(name, section)
        case .resolvers: resolvers.insert(name, section)
        case .userlist: userlists.insert(name, section)
        case .mailers: mailers.insert(name, section)
        case .cache: caches.insert(name, section)
        case .ring: rings.insert(name, section)
        case .logForward: logForwards.insert(name, section)
        case .logProfile: logProfiles.insert(name, section)
        case .httpErrors: httpErrors.insert(name, section)
        case .fcgiApp: fcgiApps.insert(name, section)
        case .crtStore: crtStores.insert(name, section)
        case .acme: acmes.insert(name, section)
        default: nil
        }
    }

    /// All names of a kind, for suggestions.
    func names(_ kind: SectionID) -> [WordBytes] {
        switch kind {
        case .defaults: defaults.names()
        case .peers: peers.names()
        case .resolvers: resolvers.names()
        case .userlist: userlists.names()
        case .mailers: mailers.names()
        case .cache: caches.names()
        case .ring: rings.names()
        case .logForward: logForwards.names()
        case .logProfile: logProfiles.names()
        case .httpErrors: httpErrors.names()
        case .fcgiApp: fcgiApps.names()
        case .crtStore: crtStores.names()
        case .acme: acmes.names()
        default: proxies.names()
        }
    }
}
