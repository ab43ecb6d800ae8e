// PCRE2's names are macros chosen by this width, which Swift cannot set.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
