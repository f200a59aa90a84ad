// form_token.h - what a form carries to show that this service drew it, when, and of which generation.
// Tested by tests/unit/contact/form_token_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

struct FormToken {
  int64_t issued = 0;      // seconds since 1970
  std::string generation;  // as generation_tag() names it
};

// Short, and the same for the same generation.
std::string generation_tag(std::string_view generation);

// "SECONDS.GENERATION.RANDOM.SIGNATURE": HMAC-SHA256 under a key that the service alone knows. No two are the
// same. `generation`: its tag.
std::string make_form_token(std::string_view key, std::string_view generation, int64_t now);

// nullopt for what was not signed with this key.
std::optional<FormToken> read_form_token(std::string_view key, std::string_view token);

}  // namespace signpost
