// password_hash.cc - see password_hash.h; the only file of this folder that knows libsodium.
#include "staff/password_hash.h"

#include <sodium.h>

#include "base/error.h"
#include "base/utf8.h"
#include "store/sent_text.h"

namespace signpost {
namespace {

// RFC 9106, 4, second recommended option, with one lane: the library has no more.
constexpr unsigned long long kPasses = 3;
constexpr size_t kMemoryBytes = size_t{64} << 20;

void prepare_library() {
  static const bool is_ready = sodium_init() >= 0;
  if (!is_ready) throw Error(ErrorKind::internal, "libsodium can't be used");
}

}  // namespace

std::string password_fault(std::string_view password) {
  if (password.size() > kMaxPasswordBytes)
    return "The password has more than " + std::to_string(kMaxPasswordBytes) + " bytes.";
  if (!is_text(password, Lines::one)) return "The password is no line of text in UTF-8.";
  if (count_code_points(password) < kMinPasswordCharacters)
    return "The password needs at least " + std::to_string(kMinPasswordCharacters) + " characters.";
  return "";
}

std::string hash_password(std::string_view password) {
  prepare_library();
  char hash[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str_alg(hash, password.data(), password.size(), kPasses, kMemoryBytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw Error(ErrorKind::internal, "there is not enough memory for the hash of a password");
  return hash;
}

bool is_password_of(std::string_view password, const std::string& hash) {
  prepare_library();
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

const std::string& hash_of_nobody() {
  static const std::string kHash =
      "$argon2id$v=19$m=65536,t=3,p=1$QpHeA3wW79wjbEgPtfq/ZQ$Ab1n7z+yUE0hNBHlOU1CNWdUsg+SRBHHy78aRcQdWSA";
  return kHash;
}

}  // namespace signpost
