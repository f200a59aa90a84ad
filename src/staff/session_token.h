// session_token.h - what a browser shows to be somebody who signed in, and what shows that a form is of a
// page that it was given. Tested by tests/unit/staff/session_token_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "base/sha256.h"

namespace signpost {

// 64 hex digits, 256 random bits. Throws Error{internal} when the system has none.
std::string make_session_token();
bool is_session_token(std::string_view text);

// By this the data file knows a session: whoever reads it can't make the token of it.
Sha256Sum session_sum(std::string_view token);

// 64 hex digits that only who has the secret can make: of a session its token, of who comes through a proxy
// one of this process with their name.
std::string form_token(std::string_view secret, std::string_view name = "");
// Takes as long wherever they differ.
bool is_same_token(std::string_view a, std::string_view b);

}  // namespace signpost
