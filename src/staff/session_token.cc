// session_token.cc - see session_token.h.
#include "staff/session_token.h"

#include <unistd.h>

#include "base/error.h"

namespace signpost {
namespace {

// So that no two uses of one secret give the same.
constexpr std::string_view kFormPurpose = "form of ";

}  // namespace

std::string make_session_token() {
  Sha256Sum bits;
  if (::getentropy(bits.data(), bits.size()) != 0) throw_io("cannot read", "random bytes");
  return to_hex(bits);
}

bool is_session_token(std::string_view text) { return is_sha256(text); }

Sha256Sum session_sum(std::string_view token) {
  Sha256 sum;
  sum.add(token);
  return sum.finish();
}

std::string form_token(std::string_view secret, std::string_view name) {
  return to_hex(hmac_sha256(secret, std::string(kFormPurpose) + std::string(name)));
}

bool is_same_token(std::string_view a, std::string_view b) {
  return is_same_sum(session_sum(a), session_sum(b));
}

}  // namespace signpost
