// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// One row a value type, see `TypeLayout`.
package enum TypeRows {
    static let count = 53
    package static var table: StaticString {
        """
        00005000oooooooooo71oooooooooo700000500060\
        ;0004010oooooooooo71oooooooooo700000?000F0\
        U00040?0oooooooooo71oooooooooo700000Y000D0\
        m00090>0oooooooooo71oooooooooo7000006100;0\
        A100>0?0oooooooooo71oooooooooo700000O100O0\
        n10090<0oooooooooo71oooooooooo7000007200C0\
        J20060=0oooooooooo71oooooooooo700000P200C0\
        c20050@0oooooooooo71oooooooooo700000h200D0\
        <3008040oooooooooo71ooooo10000000000D300h0\
        <400:040oooooooooo71ooooo10000000010F400c0\
        95004050oooooooooo71ooooo30000000000=500V0\
        c5007030oooooooooo71oooooooooo700000j500:0\
        46005030000000000000ooooo10000000000960080\
        A6008030100000000000ooooo10000000000I600B0\
        [6004030000000000000oo?0000000000000_60060\
        e60060300000000000000400000000000000k600F0\
        A7006030830000000000G900000000000000G700=0\
        T700;0:0oooooooooo71oooooooooo700000_700\\0\
        K80060;0oooooooooo71oooooooooo700000Q800>0\
        _800;0E0oooooooooo71oooooooooo700000j800?0\
        990080B0oooooooooo71oooooooooo70A000A900l0\
        =:004020oooooooooo71oooooooooo700000A:0060\
        G:00:020oooooooooo71oooooooooo700000Q:00>0\
        _:00;020oooooooooo71oooooooooo700000j:00?0\
        9;008020oooooooooo71oooooooooo70@000A;00=0\
        N;00<000oooooooooo71oooooooooo703000Z;00N0\
        8<00;0<0oooooooooo71oooooooooo702000C<00@0\
        S<0040A0oooooooooo71oooooooooo70B000W<00=0\
        d<007090oooooooooo71oooooooooo700000k<00Z0\
        U=00<080oooooooooo71oooooooooo7000h0a=0081\
        i>00>070oooooooooo71oooooooooo7000<17?00K0\
        R?00:070oooooooooo71oooooooooo700048\\?00:0\
        f?006030000000000000ooooo30000000000960080\
        l?009000oooooooooo71oooooooooo7050005@00D0\
        I@00:000oooooooooo71oooooooooo704000j:00?0\
        S@00<000oooooooooo71oooooooooo702000C<00@0\
        _@00=000oooooooooo71oooooooooo701000l@00A0\
        =A00<000oooooooooo71oooooooooo709000IA00A0\
        ZA0090G0oooooooooo71oooooooooo700000cA00B0\
        5B00:070oooooooooo71oooooooooo7000<0?B00G0\
        VB00>080oooooooooo71oooooooooo7000X0dB00M0\
        AC00<030000000000000b000000000000000MC00E0\
        bC00;0A0oooooooooo71oooooooooo70E000mC00d0\
        aD0080A0oooooooooo71oooooooooo70L000iD00R0\
        KE0070A0oooooooooo71oooooooooo70F000RE00U0\
        7F0080A0oooooooooo71oooooooooo70B000?F00Q0\
        `F0080A0oooooooooo71oooooooooo70D000hF00A0\
        9G0080A0oooooooooo71oooooooooo70H000AG00H0\
        YG00:0A0oooooooooo71oooooooooo70G000cG00\\0\
        OH00=000oooooooooo71oooooooooo70B000\\H00]0\
        II00:030T10000000000W?00000000000000G700=0\
        SI00=070oooooooooo71oooooooooo7000<0`I00_0\
        OJ004000oooooooooo71oooooooooo700000SJ00I0
        """
    }
}
