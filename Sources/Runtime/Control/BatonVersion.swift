/// The program's version, as `--version` and `show info` print it.
package enum BatonVersion {
    package static let text = "0.1.0"
}
