// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// The names of captures: text offset, length.
package enum SlotRows {
    static let count = 32
    static var table: StaticString {
        """
        =:0040\
        c@0080\
        Xm0090\
        am0090\
        jm0070\
        1n0060\
        7n0060\
        =n0040\
        An0060\
        Gn0060\
        <l0060\
        Mn0080\
        Un0050\
        Zn0070\
        460050\
        DH0040\
        d<0070\
        K80060\
        cX0030\
        an0070\
        hn0040\
        l?0070\
        e60060\
        A70060\
        ln0050\
        990080\
        m00090\
        1o0030\
        1m0050\
        4o0050\
        9o0050\
        Em0050
        """
    }
}
