// masked_text.cc - one pass over the characters; at each beginning of a word the kinds are tried in turn.
//
// E-mail: as RFC 5321 has addresses without quotes. Cards: 13 to 19 digits whose sum is right (ISO/IEC
// 7812-1, annex B). Accounts: ISO 13616 (IBAN), its remainder too. Telephones: what begins with "+" (E.164
// has at most 15 digits) or with the 0 of a national number, or stands in groups as numbers are read aloud.
// Keys: the beginnings that their makers gave them so that scanners find them, a JSON Web Token, a private
// key in PEM, what a URL has before its "@", what stands behind a word such as "password:", and any other
// word of 24 and more characters that mixes capitals, small letters and digits.
#include "feedback/masked_text.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/key_formats.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr char kOther = '\x80';   // a letter or sign beyond ASCII
constexpr size_t kMaxLocal = 64;  // RFC 5321, 4.5.3.1
constexpr size_t kMaxDomain = 255;
constexpr size_t kLeastKey = 24;
constexpr size_t kLeastHexKey = 32;
constexpr size_t kLooked = 256;  // characters of a word that tell whether it is a key
// Digits of a telephone number within a country, of other numbers without a sign between them, and of a
// version or an IP address.
constexpr size_t kLeastTelephone = 9;
constexpr size_t kMostNational = 12;
constexpr size_t kLeastPlainNumber = 10;
constexpr size_t kMostOfVersion = 12;

// A text as characters: what of ASCII they stand for, and at which byte they begin.
struct Characters {
  std::string as_ascii;
  std::vector<size_t> begin;  // one more than characters
};

char ascii_of(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFF01 + '!');
  if (c == 0x3000 || c == 0xA0) return ' ';
  const bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC || c == 0xFF70;
  return dash ? '-' : kOther;
}

Characters characters_of(std::string_view text) {
  Characters out;
  for (size_t at = 0; at < text.size();) {
    out.begin.push_back(at);
    out.as_ascii += ascii_of(next_code_point(text, at));
  }
  out.begin.push_back(text.size());
  return out;
}

size_t run_of(std::string_view text, bool (*in)(char)) {
  return static_cast<size_t>(std::find_if_not(text.begin(), text.end(), in) - text.begin());
}

// The kinds below return how many characters from the beginning of `text` they are, or 0.

bool is_local(char c) {
  return is_alnum(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}
bool is_domain(char c) { return is_alnum(c) || c == '-' || c == '.' || c == kOther; }

size_t email_at(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && at <= kMaxLocal && is_local(text[at])) ++at;
  if (at == 0 || at > kMaxLocal || at >= text.size() || text[at] != '@') return 0;
  size_t end = ++at;
  while (end < text.size() && end - at < kMaxDomain && is_domain(text[end])) ++end;
  // "kim@example.com에" is an address with a Korean particle behind it: the domain's last letters are ASCII
  // where its first ones are.
  const size_t other = text.substr(at, end - at).find(kOther);
  if (other != std::string_view::npos && text.substr(at, other).find('.') != std::string_view::npos)
    end = at + other;
  while (end > at && !is_alnum(text[end - 1]) && text[end - 1] != kOther) --end;
  const size_t dot = text.substr(at, end - at).rfind('.');
  return dot == std::string_view::npos || dot == 0 || end - at - dot < 3 ? 0 : end;
}

// The digits of a number as people write it: one sign between them at most, or a bracket and a blank.
struct Number {
  std::string digits;
  size_t length = 0;  // characters
  size_t groups = 0;
  bool plus = false;
  bool dots_only = true;  // between the groups
};

// A stroke stands in national numbers only ("030/1234567"): else it is of a network ("192.168.1.0/24").
size_t joint_at(std::string_view text, size_t at, bool national) {
  const std::string_view signs = national ? " -.()/" : " -.()";
  size_t end = at;
  while (end < text.size() && end - at < 3 && signs.find(text[end]) != std::string_view::npos) ++end;
  return end < text.size() && is_digit(text[end]) ? end - at : 0;
}

Number number_at(std::string_view text) {
  constexpr size_t kMost = 40;
  Number number;
  size_t at = 0;
  if (text.starts_with("+") || text.starts_with("(+")) {
    number.plus = true;
    at = text.find('+') + 1;
  } else if (text.starts_with("(")) {
    at = 1;
  }
  if (at >= text.size() || !is_digit(text[at])) return {};
  number.groups = 1;
  while (at < text.size() && number.digits.size() < kMost) {
    if (is_digit(text[at])) {
      number.digits += text[at++];
      number.length = at;
      continue;
    }
    const size_t joint = joint_at(text, at, number.digits[0] == '0');
    if (joint == 0) break;
    ++number.groups;
    number.dots_only = number.dots_only && text.substr(at, joint) == ".";
    at += joint;
  }
  return number;
}

bool sum_is_right(std::string_view digits) {
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
    sum += digit;
  }
  return sum % 10 == 0;
}

// Of "2026-11-30", "30.11.2026", "11/30/2026"; 0 for anything else.
size_t date_at(std::string_view text) {
  size_t sizes[3] = {};
  size_t at = 0;
  for (size_t part = 0; part < 3; ++part) {
    if (part > 0) {
      if (at >= text.size() || std::string_view("-./").find(text[at]) == std::string_view::npos) return 0;
      ++at;
    }
    sizes[part] = run_of(text.substr(at), is_digit);
    if (sizes[part] == 0) return 0;
    at += sizes[part];
  }
  const bool year_first = sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2;
  const bool year_last = sizes[0] <= 2 && sizes[1] <= 2 && sizes[2] == 4;
  return year_first || year_last ? at : 0;
}

std::string_view kind_of(const Number& number) {
  const size_t digits = number.digits.size();
  if (digits >= 13 && digits <= 19 && !number.plus && sum_is_right(number.digits)) return "[card]";
  if (number.plus) return digits >= 7 && digits <= 15 ? "[phone]" : "";
  // Versions and IP addresses: 1.29.3, 192.168.1.10.
  const bool national = number.digits[0] == '0';
  if (number.groups > 1 && number.dots_only && !national && digits <= kMostOfVersion) return "";
  if (digits < kLeastTelephone) return "";
  if (number.groups == 1 && !national) return digits >= kLeastPlainNumber ? "[number]" : "";
  return digits <= kMostNational ? "[phone]" : "[number]";
}

// ISO 13616: two letters, two digits, up to 30 of either, in groups perhaps; 97 leaves 1 (ISO 7064).
size_t account_at(std::string_view text) {
  if (text.size() < 15 || !is_upper(text[0]) || !is_upper(text[1]) || !is_digit(text[2]) ||
      !is_digit(text[3]))
    return 0;
  std::string letters;
  size_t at = 0;
  size_t end = 0;
  while (at < text.size() && letters.size() < 34) {
    if (is_upper(text[at]) || is_digit(text[at])) {
      letters += text[at++];
      end = at;
    } else if (text[at] == ' ' && at + 1 < text.size() &&
               (is_upper(text[at + 1]) || is_digit(text[at + 1]))) {
      ++at;
    } else {
      break;
    }
  }
  // A word behind it may be in capitals too: the longest beginning that is one counts.
  for (size_t size = letters.size(); size >= 15; --size) {
    uint32_t rest = 0;
    const auto add = [&rest](char c) {
      rest = (is_digit(c) ? rest * 10 + static_cast<uint32_t>(c - '0')
                          : rest * 100 + static_cast<uint32_t>(c - 'A' + 10)) %
             97;
    };
    for (size_t i = 4; i < size; ++i) add(letters[i]);
    for (size_t i = 0; i < 4; ++i) add(letters[i]);
    if (rest == 1) return end;
    --end;
    while (text[end - 1] == ' ') --end;
  }
  return 0;
}

bool is_key_letter(char c) { return is_alnum(c) || c == '_' || c == '-'; }
bool is_token_letter(char c) {
  return is_key_letter(c) || std::string_view("+/=.~").find(c) != std::string_view::npos;
}

bool looks_made(std::string_view word) {
  const auto count = [&](bool (*is)(char)) { return std::count_if(word.begin(), word.end(), is); };
  const auto is_hex = [](char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); };
  if (word.size() >= kLeastHexKey && std::all_of(word.begin(), word.end(), is_hex)) return true;
  return word.size() >= kLeastKey && count(is_digit) >= 3 && count(is_upper) >= 3 && count(is_lower) >= 3;
}

size_t key_at(std::string_view text) {
  constexpr std::string_view kPem = "-----BEGIN ";
  if (text.starts_with(kPem)) {
    const size_t end = text.find("-----END ");
    if (end == std::string_view::npos) return text.size();
    const size_t line = text.find('\n', end);
    return line == std::string_view::npos ? text.size() : line;
  }
  const std::string_view looked = text.substr(0, kLooked);
  const size_t token = run_of(looked, is_token_letter);
  const auto formats = key_formats();
  const bool known = std::any_of(formats.begin(), formats.end(), [&](const KeyFormat& format) {
    return token >= format.masked_from && text.starts_with(format.start);
  });
  if (!known && !looks_made(looked.substr(0, run_of(looked, is_key_letter)))) return 0;
  return run_of(text, is_token_letter);
}

// "user:secret@" of a URL, from behind "://".
size_t user_of_url_at(std::string_view text) {
  constexpr size_t kMost = 200;
  const size_t end = text.substr(0, kMost).find_first_of("@/? \n");
  return end != std::string_view::npos && text[end] == '@' &&
                 text.substr(0, end).find(':') != std::string_view::npos
             ? end
             : 0;
}

constexpr std::string_view kSecretWords[] = {
    "password", "passwd",  "passphrase", "passwort", "pwd",        "secret",     "token",
    "api key",  "api-key", "apikey",     "api_key",  "access key", "비밀번호",   "암호",
    "패스워드", "토큰",    "パスワード", "暗証番号", "トークン",   "contraseña", "mot de passe"};

// A word for a secret with what stands between it and the secret, in bytes.
struct SecretPlace {
  size_t bytes = 0;     // 0: there is none here
  bool certain = true;  // by a sign; a verb may lead to anything else: "my password is wrong"
};

SecretPlace secret_place_at(std::string_view text) {
  constexpr std::pair<std::string_view, bool> kSigns[] = {{":", true},    {"=", true},    {"：", true},
                                                          {"＝", true},   {"is ", false}, {"는 ", false},
                                                          {"은 ", false}, {"は", false}};
  for (const std::string_view word : kSecretWords) {
    if (text.size() <= word.size()) continue;
    const bool same =
        std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); });
    if (!same) continue;
    size_t at = word.size() + run_of(text.substr(word.size()), is_space);
    for (const auto& [sign, certain] : kSigns) {
      if (!text.substr(at).starts_with(sign)) continue;
      at += sign.size();
      return {at + run_of(text.substr(at), is_space), certain};
    }
  }
  return {};
}

class Masker {
 public:
  explicit Masker(std::string_view text) : text_(text), characters_(characters_of(text)) {}

  MaskedText run() {
    const std::string_view all = characters_.as_ascii;
    while (at_ < all.size()) {
      const size_t before = at_;
      if (is_beginning()) mask_here(all.substr(at_));
      if (at_ == before) keep(1);
    }
    return std::move(out_);
  }

 private:
  bool is_beginning() const {
    return at_ == 0 || !is_alnum(characters_.as_ascii[at_ - 1]) || characters_.as_ascii[at_] == kOther;
  }

  void mask_here(std::string_view rest) {
    if (behind_word_that_continues()) return;
    const SecretPlace secret = secret_place_at(text_.substr(characters_.begin[at_]));
    if (secret.bytes > 0) return mask_secret(secret);
    if (at_ >= 3 && characters_.as_ascii.compare(at_ - 3, 3, "://") == 0) {
      if (const size_t user = user_of_url_at(rest)) return mask(user, "[key]");
    }
    if (const size_t key = key_at(rest)) return mask(key, "[key]");
    if (const size_t email = email_at(rest)) return mask(email, "[e-mail]");
    if (const size_t account = account_at(rest)) return mask(account, "[account]");
    if (const size_t date = date_at(rest)) return keep(date);
    const Number number = number_at(rest);
    const std::string_view kind = number.length > 0 && ends_there(rest, number.length) ? kind_of(number) : "";
    if (!kind.empty()) return mask(number.length, kind);
    keep(number.length);  // no part of it is one either
  }

  // "KB5034441-1234567890": a part of a longer name is no number of a person.
  bool behind_word_that_continues() const {
    if (at_ < 2 || !is_digit(characters_.as_ascii[at_])) return false;
    const char sign = characters_.as_ascii[at_ - 1];
    return (sign == '_' || sign == '.' || sign == '-') && is_alnum(characters_.as_ascii[at_ - 2]);
  }
  static bool ends_there(std::string_view rest, size_t length) {
    return length == rest.size() || !is_letter(rest[length]);
  }

  void mask_secret(const SecretPlace& secret) {
    const size_t begin = characters_.begin[at_] + secret.bytes;
    const auto behind = std::lower_bound(characters_.begin.begin(), characters_.begin.end(), begin);
    keep(static_cast<size_t>(behind - characters_.begin.begin()) - at_);
    const std::string_view rest = std::string_view(characters_.as_ascii).substr(at_);
    const size_t length = run_of(rest, [](char c) { return c > ' ' && c < 0x7F; });
    const std::string_view word = rest.substr(0, length);
    if (length > 0 && (secret.certain || std::any_of(word.begin(), word.end(), is_digit)))
      mask(length, "[key]");
  }

  void keep(size_t characters) {
    out_.text +=
        text_.substr(characters_.begin[at_], characters_.begin[at_ + characters] - characters_.begin[at_]);
    at_ += characters;
  }
  void mask(size_t characters, std::string_view kind) {
    out_.text += kind;
    ++out_.masked;
    at_ += characters;
  }

  const std::string_view text_;
  const Characters characters_;
  MaskedText out_;
  size_t at_ = 0;
};

}  // namespace

MaskedText mask_personal(std::string_view text) { return Masker(text).run(); }

}  // namespace signpost
