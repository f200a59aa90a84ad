// password_prompt.h - asks for a password where nobody sees it. Tested by
// tests/unit/base/password_prompt_test.cc.
#pragma once

#include <string>

namespace signpost {

enum class PasswordUse {
  chosen,  // just now: it is asked for twice
  known    // it is proven wherever it is used
};

// At a terminal behind `input`: asks without showing what is typed. Else the first line of it, so that a
// script can give it. Throws Error{usage} where two that were asked for differ, or there is nothing.
std::string ask_password(int input, PasswordUse use = PasswordUse::chosen);

}  // namespace signpost
