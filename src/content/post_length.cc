// post_length.cc - see post_length.h. X counts on UTF-16, after composition (NFC).
#include "content/post_length.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "content/post_patterns.h"
#include "content/punycode_length.h"

namespace signpost {
namespace {

constexpr size_t kAddressLength = 23;
constexpr int32_t kMatchSteps = 100;  // some milliseconds each; what takes longer is no address
constexpr size_t kMaxLabel = 63;      // bytes between two dots of a domain (RFC 1035)
constexpr int32_t kMaxOwnAddress = 40;
constexpr int32_t kMaxAddress = 4096;     // more is none for X
constexpr char kProtocol[] = "https://";  // that X takes for granted

// A stretch of UTF-16.
struct Stretch {
  int32_t begin = 0;
  int32_t end = 0;
};

void require_success(UErrorCode status) {
  if (U_FAILURE(status)) throw Error(ErrorKind::internal, std::string("ICU: ") + u_errorName(status));
}

std::unique_ptr<const icu::RegexPattern> compiled(const std::string& pattern, uint32_t flags) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  std::unique_ptr<const icu::RegexPattern> made(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern), flags, where, status));
  require_success(status);
  return made;
}

const icu::RegexPattern& address_pattern() {
  static const auto kPattern = compiled(post_address_pattern(), UREGEX_CASE_INSENSITIVE);
  return *kPattern;
}

const icu::RegexPattern& ascii_domain_pattern() {
  static const auto kPattern = compiled(post_ascii_domain_pattern(), UREGEX_CASE_INSENSITIVE);
  return *kPattern;
}

const icu::RegexPattern& own_address_pattern() {
  static const auto kPattern = compiled(post_own_address_pattern(), UREGEX_CASE_INSENSITIVE);
  return *kPattern;
}

const icu::RegexPattern& emoji_pattern() {
  static const auto kPattern = compiled(post_emoji_pattern(), 0);
  return *kPattern;
}

std::unique_ptr<icu::RegexMatcher> matcher(const icu::RegexPattern& pattern, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexMatcher> made(pattern.matcher(text, status));
  require_success(status);
  made->setTimeLimit(kMatchSteps, status);
  return made;
}

// Of a label between two dots; the other full stops of Unicode part it as well, but it stays one.
size_t label_length(const icu::UnicodeString& label) {
  constexpr std::u32string_view kFullStops = U"\u3002\uFF0E\uFF61";
  size_t length = 0;
  std::u32string part;
  for (int32_t at = 0; at < label.length(); at = label.moveIndex32(at, 1)) {
    const auto letter = static_cast<char32_t>(label.char32At(at));
    if (kFullStops.find(letter) == std::u32string_view::npos) {
      part += letter;
    } else {
      length += punycode_length(part) + 1;
      part.clear();
    }
  }
  return length + punycode_length(part);
}

// In letters that all name servers take, no label is too long.
bool is_possible_domain(const icu::UnicodeString& domain, int32_t address_length) {
  for (int32_t at = 0; at <= domain.length();) {
    int32_t dot = domain.indexOf(u'.', at);
    if (dot < 0) dot = domain.length();
    const size_t length = label_length(domain.tempSubStringBetween(at, dot));
    if (length == 0 || length > kMaxLabel) return false;
    at = dot + 1;
  }
  return address_length + static_cast<int32_t>(sizeof kProtocol) - 1 <= kMaxAddress;
}

// Of an address without a protocol only labels of ASCII and Latin are one; what stands behind the domain goes
// with the last of them. Where that ends before the domain does, X takes so many letters off from there.
void add_bare(const icu::UnicodeString& domain, const Stretch& whole, bool has_path,
              std::vector<Stretch>& to) {
  const auto found = matcher(ascii_domain_pattern(), domain);
  const size_t before = to.size();
  UErrorCode status = U_ZERO_ERROR;
  while (found->find(status) && U_SUCCESS(status))
    to.push_back({whole.begin + found->start(status), whole.begin + found->end(status)});
  if (to.size() > before && has_path) to.back().end += whole.end - whole.begin - domain.length();
}

// One with a protocol; of X's own as much as belongs to it, and none where that is too long.
void add_full(const icu::UnicodeString& text, const Stretch& whole, std::vector<Stretch>& to) {
  const icu::UnicodeString address = text.tempSubStringBetween(whole.begin, whole.end);
  const auto own = matcher(own_address_pattern(), address);
  UErrorCode status = U_ZERO_ERROR;
  if (!own->find(status)) return to.push_back(whole);
  if (own->end(1, status) - own->start(1, status) <= kMaxOwnAddress)
    to.push_back({whole.begin, whole.begin + own->end(status)});
}

std::vector<Stretch> addresses_in(const icu::UnicodeString& text) {
  std::vector<Stretch> addresses;
  if (text.indexOf(u'.') < 0) return addresses;
  const auto found = matcher(address_pattern(), text);
  UErrorCode status = U_ZERO_ERROR;
  while (found->find(status) && U_SUCCESS(status)) {
    const Stretch whole{found->start(2, status), found->end(2, status)};
    const icu::UnicodeString before = found->group(1, status);
    const icu::UnicodeString domain = found->group(4, status);
    if (!is_possible_domain(domain, whole.end - whole.begin)) continue;
    if (found->start(3, status) >= 0) {
      add_full(text, whole, addresses);
    } else if (before.isEmpty() || icu::UnicodeString(u"-_./").indexOf(before[0]) < 0) {
      add_bare(domain, whole, found->start(5, status) >= 0, addresses);
    }
  }
  return addresses;
}

std::vector<Stretch> emoji_in(const icu::UnicodeString& text) {
  std::vector<Stretch> all;
  const auto found = matcher(emoji_pattern(), text);
  UErrorCode status = U_ZERO_ERROR;
  while (found->find(status) && U_SUCCESS(status)) all.push_back({found->start(status), found->end(status)});
  return all;
}

// Ranges of twitter-text's configuration, version 3.
size_t weight_of(UChar32 letter) {
  const bool is_light = letter <= 4351 || (letter >= 8192 && letter <= 8205) ||
                        (letter >= 8208 && letter <= 8223) || (letter >= 8242 && letter <= 8247);
  return is_light ? 1 : 2;
}

// The stretch that begins here; those before it are left behind.
const Stretch* stretch_at(const std::vector<Stretch>& all, size_t& next, int32_t at) {
  while (next < all.size() && all[next].begin < at) ++next;
  return next < all.size() && all[next].begin == at ? &all[next] : nullptr;
}

icu::BreakIterator& graphemes() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    require_success(status);
    return made;
  }();
  return *iterator;
}

size_t count_graphemes(const icu::UnicodeString& text) {
  icu::BreakIterator& iterator = graphemes();
  iterator.setText(text);
  size_t count = 0;
  while (iterator.next() != icu::BreakIterator::DONE) ++count;
  return count;
}

size_t utf8_length(const icu::UnicodeString& text, int32_t begin, int32_t end) {
  size_t bytes = 0;
  for (int32_t at = begin; at < end; at = text.moveIndex32(at, 1))
    bytes += static_cast<size_t>(U8_LENGTH(text.char32At(at)));
  return bytes;
}

}  // namespace

size_t x_length(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = icu::Normalizer2::getNFCInstance(status)->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  require_success(status);
  const std::vector<Stretch> addresses = addresses_in(composed);
  const std::vector<Stretch> emoji = emoji_in(composed);
  size_t next_address = 0;
  size_t next_emoji = 0;
  size_t length = 0;
  for (int32_t at = 0; at < composed.length();) {
    if (const Stretch* const address = stretch_at(addresses, next_address, at); address != nullptr) {
      length += kAddressLength;
      at = address->end;
    } else if (const Stretch* const one = stretch_at(emoji, next_emoji, at); one != nullptr) {
      length += 2;
      at = one->end;
    } else {
      length += weight_of(composed.char32At(at));
      at = composed.moveIndex32(at, 1);
    }
  }
  return length;
}

size_t mastodon_length(std::string_view text) {
  const icu::UnicodeString protocol_end(u"://");
  const icu::UnicodeString all =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  icu::UnicodeString counted;
  int32_t at = 0;
  for (const Stretch& address : addresses_in(all)) {
    if (all.indexOf(protocol_end, address.begin, address.end - address.begin) < 0) continue;
    counted.append(all, at, address.begin - at);
    for (size_t i = 0; i < kAddressLength; ++i) counted.append(u'x');
    at = address.end;
  }
  counted.append(all, at, all.length() - at);
  return count_graphemes(counted);
}

size_t grapheme_count(std::string_view text) {
  return count_graphemes(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}));
}

std::vector<size_t> grapheme_ends(std::string_view text, size_t most) {
  const icu::UnicodeString all =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  icu::BreakIterator& iterator = graphemes();
  iterator.setText(all);
  std::vector<size_t> ends;
  int32_t begin = 0;
  size_t bytes = 0;
  while (ends.size() < most) {
    const int32_t end = iterator.next();
    if (end == icu::BreakIterator::DONE) break;
    bytes += utf8_length(all, begin, end);
    ends.push_back(bytes);
    begin = end;
  }
  return ends;
}

}  // namespace signpost
