// password_prompt.h - asks for a password where nobody sees it. Tested by
// tests/unit/desk/password_prompt_test.cc.
#pragma once

#include <string>

namespace signpost {

// At a terminal behind `input`: asks twice, without showing what is typed. Else the first line of it, so that
// a script can give it. Throws Error{usage} where the two differ or there is nothing.
std::string ask_password(int input);

}  // namespace signpost
