// versions.cc - versions as intervals: one is all that begin with it.
// Tested by tests/unit/content/versions_test.cc.
#include "content/versions.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/ascii.h"

namespace signpost {
namespace {

using Version = std::vector<uint32_t>;

constexpr size_t kMaxNumbers = 8;
constexpr size_t kMaxDigits = 9;

// The number of bytes that "3.1.2" or "3.x" takes from the beginning; 0 when there is none.
size_t version_length(std::string_view text) {
  size_t at = 0;
  for (size_t numbers = 0; numbers < kMaxNumbers; ++numbers) {
    const size_t digits = std::min(text.find_first_not_of("0123456789", at), text.size()) - at;
    if (digits == 0 || digits > kMaxDigits) return 0;
    at += digits;
    if (at + 1 >= text.size() || text[at] != '.') return at;
    if (is_one_of(text.substr(at + 1, 1), {"x", "X", "*"})) return at + 2;
    if (!is_digit(text[at + 1])) return at;
    ++at;
  }
  return 0;
}

// Also with "v" in front.
std::optional<Version> parse_version(std::string_view text) {
  if (!text.empty() && lower(text[0]) == 'v') text.remove_prefix(1);
  if (text.empty() || version_length(text) != text.size()) return std::nullopt;
  Version version;
  for (size_t at = 0; at < text.size() && is_digit(text[at]);) {
    uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
    version.push_back(number);
    at = static_cast<size_t>(end - text.data()) + 1;
  }
  return version;
}

// 3.1 is 3.1.0.
bool is_less(const Version& a, const Version& b) {
  for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const uint32_t left = i < a.size() ? a[i] : 0;
    const uint32_t right = i < b.size() ? b[i] : 0;
    if (left != right) return left < right;
  }
  return false;
}

// The first version behind all that begin with this one.
Version behind(Version version) {
  ++version.back();
  return version;
}

struct Interval {
  Version from;               // the first in it
  std::optional<Version> to;  // the first behind it; nullopt for none

  void begin_at(const Version& version) {
    if (is_less(from, version)) from = version;
  }
  void end_at(const Version& version) {
    if (!to || is_less(version, *to)) to = version;
  }
};

Interval interval_of(const Version& version) { return {version, behind(version)}; }

bool overlap(const Interval& a, const Interval& b) {
  return (!a.to || is_less(b.from, *a.to)) && (!b.to || is_less(a.from, *b.to));
}

// Takes the sign of a condition from the front of the text; "" for none.
std::string_view take_sign(std::string_view& text) {
  const size_t size = text.substr(0, 2) == ">=" || text.substr(0, 2) == "<="           ? 2
                      : !text.empty() && is_one_of(text.substr(0, 1), {">", "<", "="}) ? 1
                                                                                       : 0;
  const std::string_view sign = text.substr(0, size);
  text.remove_prefix(size);
  return sign;
}

std::optional<Interval> parse_range(std::string_view text) {
  text = trimmed(text);
  Interval range;
  bool only_version = false;
  for (bool first = true; first || !text.empty(); first = false) {
    const std::string_view sign = take_sign(text);
    text = trimmed(text);
    const std::string_view word = text.substr(0, std::min(text.find_first_of(" \t<>="), text.size()));
    const auto version = parse_version(word);
    if (!version || only_version || (sign.empty() && !first)) return std::nullopt;
    only_version = sign.empty();
    if (sign != "<" && sign != "<=") range.begin_at(sign == ">" ? behind(*version) : *version);
    if (sign == "<") range.end_at(*version);
    if (sign != "<" && sign != ">" && sign != ">=") range.end_at(behind(*version));
    text = trimmed(text.substr(word.size()));
  }
  return range;
}

constexpr std::string_view kWords[] = {"version", "versions", "release", "버전", "バージョン"};

bool word_before(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return text.ends_with(word); });
}

bool word_behind(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool joins(char c) { return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '/'; }

}  // namespace

bool is_version_range(std::string_view text) { return parse_range(text).has_value(); }

bool applies(const std::vector<std::string>& ranges, std::string_view version) {
  const auto asked = parse_version(version);
  return ranges.empty() || !asked || std::any_of(ranges.begin(), ranges.end(), [&](const std::string& text) {
           const auto range = parse_range(text);
           return range && overlap(*range, interval_of(*asked));
         });
}

std::vector<std::string> versions_in(std::string_view query) {
  const std::string text = lower_case(query);
  const std::string_view all = text;
  std::vector<std::string> found;
  for (size_t at = 0; at < all.size(); ++at) {
    if (!is_digit(all[at])) continue;
    const size_t end = std::min(all.find_first_not_of("0123456789.", at), all.size());
    const size_t length = version_length(all.substr(at));
    const bool marked = at > 0 && all[at - 1] == 'v' && (at == 1 || !joins(all[at - 2]));
    const bool begins = marked || at == 0 || !joins(all[at - 1]);
    const bool ends = at + length == all.size() || !is_alnum(all[at + length]);
    const std::string_view version = all.substr(at, length);
    const bool meant = marked || version.find('.') != std::string_view::npos ||
                       word_before(all.substr(0, at)) || word_behind(all.substr(at + length));
    if (length > 0 && begins && ends && meant) found.emplace_back(version);
    at = std::max(end, at + length) - 1;
  }
  return found;
}

}  // namespace signpost
