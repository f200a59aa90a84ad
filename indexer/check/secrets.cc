// secrets.cc - one pass over the text; only where a word begins are the formats tried.
#include "indexer/check/secrets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/ascii.h"
#include "base/key_formats.h"

namespace signpost {
namespace {

bool is_word(char c) { return is_alnum(c) || c == '_'; }
bool is_token(char c) { return is_word(c) || c == '-'; }
bool is_base64(char c) { return is_alnum(c) || c == '+' || c == '/' || c == '='; }
bool is_dotted(char c) { return is_token(c) || c == '.'; }

// Names to which a secret is assigned, in lower case; '-' stands for '-', '_' or nothing.
constexpr std::array<std::string_view, 12> kNames = {
    "password",   "passwd",    "secret",     "api-key",     "access-key",    "access-token",
    "auth-token", "api-token", "secret-key", "private-key", "client-secret", "encryption-key"};

constexpr double kRandom = 3.3;      // bits a character: what people type has less
constexpr size_t kMinAssigned = 16;  // characters of a value without a format of its own
constexpr size_t kMaxAssigned = 200;
constexpr size_t kPemBody = 40;

// Shannon entropy in bits a character.
double entropy(std::string_view text) {
  std::array<int, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const int count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(text.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

// "xxxx", "EXAMPLE", "your-token", "1234567890" and the signature on the front page of jwt.io.
bool is_example(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  for (const char* mark : {"example", "your", "sample", "dummy", "placeholder", "changeme", "redacted",
                           "xxxx", "0000", "12345678", "abcdefgh", "sflkxwrjsmekkf2qt4fwpmejf36pok6yjv"}) {
    if (small.find(mark) != std::string::npos) return true;
  }
  return false;
}

std::string_view run_of(std::string_view text, bool (*fits)(char)) {
  const auto end = std::find_if_not(text.begin(), text.end(), fits);
  return text.substr(0, static_cast<size_t>(end - text.begin()));
}

std::string shortened(const char* what, std::string_view start) {
  return std::string(what) + " (" + std::string(start) + "...)";
}

struct Match {
  size_t length = 0;
  std::string what;
};

std::optional<Match> match_format(std::string_view text) {
  for (const KeyFormat& format : key_formats()) {
    if (format.what == nullptr || !text.starts_with(format.start)) continue;
    const std::string_view rest = run_of(text.substr(format.start.size()), format.rest);
    const bool ends =
        rest.size() + format.start.size() == text.size() || !is_word(text[rest.size() + format.start.size()]);
    const bool digits = std::any_of(rest.begin(), rest.end(), is_digit);
    if (rest.size() < format.least || rest.size() > format.most || !ends || !digits) continue;
    if (entropy(rest) < 2.8 || is_example(rest)) continue;
    return Match{format.start.size() + rest.size(), shortened(format.what, format.start)};
  }
  return std::nullopt;
}

// JSON Web Token (RFC 7519): three parts in base64url, of which the first two begin with "{\"".
std::optional<Match> match_jwt(std::string_view text) {
  if (!text.starts_with("eyJ")) return std::nullopt;
  const std::string_view token = run_of(text, is_dotted);
  const size_t first = token.find('.');
  const size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos || first < 12 || second - first < 12 || token.size() - second < 21 ||
      token.compare(first + 1, 3, "eyJ") != 0 || is_example(token.substr(second))) {
    return std::nullopt;
  }
  return Match{token.size(), "a JSON Web Token (eyJ...)"};
}

// A header with something in base64 below it, and not just "...".
std::optional<Match> match_private_key(std::string_view text) {
  if (!text.starts_with("-----BEGIN ")) return std::nullopt;
  const std::string_view line = text.substr(0, text.find('\n'));
  const size_t end = line.find("PRIVATE KEY-----");
  if (end == std::string_view::npos || end > 32) return std::nullopt;
  std::string_view body = text.substr(end + 16);
  body = body.substr(0, 500);
  while (!body.empty()) {
    const std::string_view run = run_of(body, is_base64);
    if (run.size() >= kPemBody && !is_example(run)) return Match{end + 16, "a private key"};
    body.remove_prefix(std::min(body.size(), run.size() + 1));
  }
  return std::nullopt;
}

std::optional<std::string_view> name_at(std::string_view text) {
  for (const std::string_view name : kNames) {
    size_t at = 0;
    bool fits = true;
    for (const char c : name) {
      if (c == '-') {
        if (at < text.size() && (text[at] == '-' || text[at] == '_')) ++at;
        continue;
      }
      fits = at < text.size() && lower(text[at]) == c;
      if (!fits) break;
      ++at;
    }
    if (fits && (at == text.size() || !is_token(text[at]))) return text.substr(0, at);
  }
  return std::nullopt;
}

// password = "...", "api_key": "...": a long random value in quotes.
std::optional<Match> match_assignment(std::string_view text) {
  const auto name = name_at(text);
  if (!name) return std::nullopt;
  size_t at = name->size();
  const auto skip = [&](std::string_view any) {
    while (at < text.size() && any.find(text[at]) != std::string_view::npos) ++at;
  };
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) ++at;
  skip(" ");
  if (at == text.size() || (text[at] != '=' && text[at] != ':')) return std::nullopt;
  skip("=:> ");
  if (at == text.size() || (text[at] != '"' && text[at] != '\'')) return std::nullopt;
  const size_t close = text.substr(0, at + kMaxAssigned).find(text[at], at + 1);
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view value = text.substr(at + 1, close - at - 1);
  const bool plain = value.find_first_of(" \t\n$<>{}[]()%*\\") == std::string_view::npos;
  const bool mixed =
      std::any_of(value.begin(), value.end(), is_digit) &&
      std::any_of(value.begin(), value.end(), [](char c) { return is_lower(c) || is_upper(c); });
  if (value.size() < kMinAssigned || !plain || !mixed || entropy(value) < kRandom || is_example(value))
    return std::nullopt;
  return Match{close, "a value for '" + std::string(*name) + "'"};
}

}  // namespace

std::vector<Secret> find_secrets(std::string_view text) {
  std::vector<Secret> secrets;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool begins = is_alnum(text[at]) ? at == 0 || !is_alnum(text[at - 1]) : text[at] == '-';
    if (!begins || (text[at] == '-' && text.compare(at, 5, "-----") != 0)) continue;
    const std::string_view rest = text.substr(at);
    std::optional<Match> match;
    if (at == 0 || !is_word(text[at - 1])) match = match_format(rest);
    if (!match) match = match_jwt(rest);
    if (!match) match = match_private_key(rest);
    if (!match) match = match_assignment(rest);
    if (!match) continue;
    secrets.push_back({at, std::move(match->what)});
    at += match->length - 1;
  }
  return secrets;
}

}  // namespace signpost
