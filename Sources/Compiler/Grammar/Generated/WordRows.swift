// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// The literal words of signatures: text offset, length.
package enum WordRows {
    static let count = 18
    static var table: StaticString {
        """
        5l0040\
        ZB0060\
        9l0030\
        <l0060\
        Bl0030\
        El0040\
        <G0030\
        Il0040\
        Ml0060\
        Sl0060\
        Yl0060\
        _l0070\
        fl00;0\
        1m0050\
        6m00?0\
        Em0050\
        Jm0050\
        Om0090
        """
    }
}
