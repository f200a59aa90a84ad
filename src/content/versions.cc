// versions.cc - versions as intervals: one is all that begin with it.
// Tested by tests/unit/content/versions_test.cc.
#include "content/versions.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/ascii.h"
#include "content/amounts.h"

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

std::string text_of(const Version& version) {
  std::string text;
  for (const uint32_t number : version) text += (text.empty() ? "" : ".") + std::to_string(number);
  return text;
}

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

std::vector<Interval> intervals_of(const std::vector<std::string>& ranges) {
  std::vector<Interval> intervals;
  for (const std::string& text : ranges) {
    if (auto range = parse_range(text)) intervals.push_back(std::move(*range));
  }
  return intervals;
}

bool in_one_of(const std::vector<Interval>& ranges, const Interval& asked) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Interval& range) { return overlap(range, asked); });
}

bool is_same(const Version& a, const Version& b) { return !is_less(a, b) && !is_less(b, a); }

// Where an interval begins or ends, in order.
std::vector<Version> borders_of(const std::vector<std::vector<Interval>>& articles) {
  std::vector<Version> borders;
  for (const std::vector<Interval>& ranges : articles) {
    for (const Interval& range : ranges) {
      borders.push_back(range.from);
      if (range.to) borders.push_back(*range.to);
    }
  }
  std::sort(borders.begin(), borders.end(), is_less);
  borders.erase(std::unique(borders.begin(), borders.end(), is_same), borders.end());
  return borders;
}

// The version that all in it begin with, and nothing else does.
std::optional<Version> only_version(const Interval& range) {
  if (!range.to || range.from.empty()) return std::nullopt;
  Version to = *range.to;
  while (to.size() > 1 && to.back() == 0) to.pop_back();
  Version version = range.from;
  version.resize(to.size());
  if (!is_same(version, range.from) || !is_same(behind(version), to)) return std::nullopt;
  return version;
}

std::string range_text(const Interval& range) {
  if (const auto version = only_version(range)) return text_of(*version);
  std::string text;
  if (!range.from.empty()) text = ">= " + text_of(range.from);
  if (range.to) text += std::string(text.empty() ? "" : " ") + "< " + text_of(*range.to);
  return text;
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

bool applies(const std::vector<std::string>& ranges, std::string_view asked) {
  const auto range = parse_range(asked);
  return ranges.empty() || !range || in_one_of(intervals_of(ranges), *range);
}

std::vector<std::string> telling_versions(const std::vector<std::vector<std::string>>& articles) {
  std::vector<std::vector<Interval>> said;
  for (const std::vector<std::string>& ranges : articles) {
    if (!ranges.empty()) said.push_back(intervals_of(ranges));
  }
  struct Stretch {
    Interval range;
    std::vector<bool> applying;  // by article
  };
  std::vector<Stretch> stretches;
  const std::vector<Version> borders = borders_of(said);
  for (size_t i = 0; i < borders.size(); ++i) {
    Stretch stretch{{borders[i], {}}, {}};
    if (i + 1 < borders.size()) stretch.range.to = borders[i + 1];
    for (const std::vector<Interval>& ranges : said)
      stretch.applying.push_back(in_one_of(ranges, stretch.range));
    const bool goes_on = !stretches.empty() && stretches.back().applying == stretch.applying &&
                         stretches.back().range.to && is_same(*stretches.back().range.to, borders[i]);
    if (goes_on) {
      stretches.back().range.to = stretch.range.to;
    } else if (std::count(stretch.applying.begin(), stretch.applying.end(), true) > 0) {
      stretches.push_back(std::move(stretch));
    }
  }
  const bool differ = std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
    return stretch.applying != stretches.front().applying;
  });
  std::vector<std::string> texts;
  for (auto stretch = stretches.rbegin(); differ && stretch != stretches.rend(); ++stretch)
    texts.push_back(range_text(stretch->range));
  return texts;
}

VersionLimits limits_of(std::string_view range) {
  const auto limits = parse_range(range);
  if (!limits) return {};
  return {text_of(limits->from), limits->to ? text_of(*limits->to) : ""};
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
    const std::string_view before = all.substr(0, at);
    const std::string_view behind = all.substr(at + length);
    const bool said = marked || word_before(before) || word_behind(behind);
    const bool meant =
        said || (version.find('.') != std::string_view::npos && !is_amount(before, version, behind));
    if (length > 0 && begins && ends && meant) found.emplace_back(version);
    at = std::max(end, at + length) - 1;
  }
  return found;
}

}  // namespace signpost
