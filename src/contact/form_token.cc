// form_token.cc - see form_token.h.
#include "contact/form_token.h"

#include <charconv>

#include "base/random_bytes.h"
#include "base/sha256.h"

namespace signpost {
namespace {

constexpr size_t kTagDigits = 16;
constexpr size_t kRandomDigits = 16;
constexpr size_t kSignatureDigits = 32;  // 128 bits

// Of what stands before it in the token; the name keeps it apart from whatever else the key may sign.
std::string token_signature(std::string_view key, std::string_view signed_text) {
  return to_hex(hmac_sha256(key, "form " + std::string(signed_text))).substr(0, kSignatureDigits);
}

}  // namespace

std::string generation_tag(std::string_view generation) {
  return sha256_of(generation).substr(0, kTagDigits);
}

std::string make_form_token(std::string_view key, std::string_view generation, int64_t now) {
  const std::string random = sha256_of(random_bytes(kRandomDigits)).substr(0, kRandomDigits);
  const std::string text = std::to_string(now) + "." + std::string(generation) + "." + random;
  return text + "." + token_signature(key, text);
}

std::optional<FormToken> read_form_token(std::string_view key, std::string_view token) {
  const size_t end = token.rfind('.');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view text = token.substr(0, end);
  // Of sums of both, so that the time that it takes says nothing of where they differ.
  if (!is_same_sum(sha256_sum(token_signature(key, text)), sha256_sum(token.substr(end + 1))))
    return std::nullopt;
  FormToken read;
  const size_t first = text.find('.');
  if (std::from_chars(text.data(), text.data() + first, read.issued).ec != std::errc()) return std::nullopt;
  read.generation = text.substr(first + 1, kTagDigits);
  return read;
}

}  // namespace signpost
