// swift-tools-version: 6.2
import PackageDescription

// Baton has no package dependencies: the toolchain's own modules, and C system libraries named in script/setup.

// Overlapping accesses are looked for in debug builds, which the tests and some seeds of the simulation run in; in release the check would
// cost a look-up in thread-local storage for each access to a loop's state.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

let package = Package(
    name: "baton",
    products: [
        .executable(name: "baton", targets: ["baton"]),
        .executable(name: "batond", targets: ["batond"]),
        .executable(name: "batond-sim", targets: ["batond-sim"]),
        .executable(name: "grammar-gen", targets: ["grammar-gen"]),
        .executable(name: "baton-origin", targets: ["baton-origin"]),
        .executable(name: "baton-load", targets: ["baton-load"]),
        .executable(name: "baton-measure", targets: ["baton-measure"]),
    ],
    targets: [
        // C that Swift cannot do without; each header says why.
        .target(name: "CLinux", path: "Sources/CLinux"),
        .systemLibrary(name: "CPCRE2", path: "Sources/CPCRE2", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "COpenSSL", path: "Sources/COpenSSL", providers: [.apt(["libssl-dev"])]),

        // The language, the contract, the proxy.
        .target(name: "Lexer", path: "Sources/Lexer", swiftSettings: strict),
        .target(name: "Plan", path: "Sources/Plan", swiftSettings: strict),
        .target(name: "GrammarFormat", path: "Sources/GrammarFormat", swiftSettings: strict),
        .target(
            name: "Compiler", dependencies: ["Lexer", "Plan", "GrammarFormat", "CPCRE2", "COpenSSL"], path: "Sources/Compiler",
            swiftSettings: strict),
        .target(name: "Runtime", dependencies: ["Plan", "CLinux", "CPCRE2"], path: "Sources/Runtime", swiftSettings: strict),

        // The programs.
        .executableTarget(
            name: "baton", dependencies: ["Compiler", "GrammarFormat", "Plan", "CLinux"], path: "Sources/baton", swiftSettings: strict),
        .executableTarget(name: "batond", dependencies: ["Runtime", "Plan"], path: "Sources/batond", swiftSettings: strict),
        .executableTarget(
            name: "batond-sim", dependencies: ["Runtime", "Plan", "PlanFixtures"], path: "Sources/batond-sim", swiftSettings: strict),
        .executableTarget(
            name: "grammar-gen", dependencies: ["GrammarFormat"], path: "Sources/grammar-gen", swiftSettings: strict),

        // What the scenarios and benchmarks send load with and to.
        .target(name: "BenchSupport", dependencies: ["CLinux"], path: "Benchmarks/Support", swiftSettings: strict),
        .executableTarget(name: "baton-origin", dependencies: ["BenchSupport"], path: "Benchmarks/Origin", swiftSettings: strict),
        .executableTarget(name: "baton-load", dependencies: ["BenchSupport"], path: "Benchmarks/Load", swiftSettings: strict),
        .executableTarget(name: "baton-micro", dependencies: ["Runtime"], path: "Benchmarks/Micro", swiftSettings: strict),
        .executableTarget(name: "baton-measure", dependencies: ["BenchSupport"], path: "Benchmarks/Measure", swiftSettings: strict),

        // Generated and spoilt configurations, given to HAProxy and to the compiler: script/parity.
        .executableTarget(
            name: "baton-parity", dependencies: ["Compiler", "Lexer", "GrammarFormat", "CLinux"], path: "Tests/Parity",
            swiftSettings: strict),

        .testTarget(name: "LexerTests", dependencies: ["Lexer"], swiftSettings: strict),
        // Messages relayed through the HTTP/1 machine, for tests and the fuzzer.
        .target(name: "HTTPFixtures", dependencies: ["Runtime"], path: "Tests/HTTPFixtures", swiftSettings: strict),
        // Plans written by hand, for tests and the simulator.
        .target(name: "PlanFixtures", dependencies: ["Plan"], path: "Tests/PlanFixtures", swiftSettings: strict),

        .testTarget(name: "PlanTests", dependencies: ["Plan", "PlanFixtures"], swiftSettings: strict),
        .testTarget(
            name: "CompilerTests", dependencies: ["Compiler", "Lexer", "Plan", "Runtime", "GrammarFormat", "grammar-gen", "baton-parity"],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(name: "BatonTests", dependencies: ["baton", "Compiler", "Lexer"], swiftSettings: strict),
        .testTarget(name: "RuntimeTests", dependencies: ["Runtime", "Plan", "PlanFixtures", "HTTPFixtures"], swiftSettings: strict),
        .testTarget(
            name: "SimulationTests", dependencies: ["Runtime", "Plan", "PlanFixtures"], path: "Tests/Simulation", exclude: ["seeds.txt"],
            swiftSettings: strict),
        .testTarget(name: "Scenarios", exclude: ["Scripts"], swiftSettings: strict),
    ]
)

// Fuzzers, only for script/fuzz: they need libFuzzer and the address sanitizer. One target a fuzzer, its room is Tests/Fuzz.
if Context.environment["BATON_FUZZ"] != nil {
    func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
        .executableTarget(
            name: name, dependencies: dependencies, path: "Tests/Fuzz/\(name)",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer,address"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
    }
    package.targets += [
        fuzzer("FuzzLexer", ["Lexer"]),
        fuzzer("FuzzParser", ["Compiler", "Lexer"]),
        fuzzer("FuzzPlan", ["Plan", "PlanFixtures"]),
        fuzzer("FuzzHttp1", ["Runtime", "HTTPFixtures"]),
    ]
}
