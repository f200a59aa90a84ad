// amounts.cc - tables of signs and units, and the shapes of dates.
#include "content/amounts.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <vector>

#include "base/ascii.h"

namespace signpost {
namespace {

using Word = std::string_view;

constexpr Word kCurrencies[] = {"$", "€", "£", "¥", "￥", "₩", "usd", "eur", "gbp", "krw", "jpy"};

// Each ends where a word does. None that is a word of its own: "in", "won't", "times out", German "am".
constexpr Word kUnits[] = {
    "%",    "％",     "percent", "$",      "€",        "£",       "¥",      "￥",   "₩",    "usd",   "eur",
    "gbp",  "krw",    "jpy",     "dollar", "euro",     "yen",     "b",      "byte", "kb",   "mb",    "gb",
    "tb",   "pb",     "kib",     "mib",    "gib",      "tib",     "bit",    "kbit", "mbit", "gbit",  "kbps",
    "mbps", "gbps",   "hz",      "khz",    "mhz",      "ghz",     "fps",    "dpi",  "px",   "pt",    "mm",
    "cm",   "m",      "km",      "inch",   "inches",   "ft",      "feet",   "mile", "mg",   "g",     "kg",
    "lb",   "oz",     "ml",      "liter",  "litre",    "w",       "kw",     "kwh",  "mah",  "ms",    "s",
    "sec",  "second", "min",     "minute", "h",        "hr",      "hour",   "day",  "week", "month", "year",
    "°",    "°c",     "°f",      "k",      "thousand", "million", "billion"};

constexpr Word kLongCjkUnits[] = {"퍼센트", "기가",     "메가",       "테라", "바이트", "달러",   "유로",
                                  "시간",   "개월",     "주일",       "미터", "킬로",   "센티",   "인치",
                                  "그램",   "리터",     "パーセント", "ギガ", "メガ",   "テラ",   "バイト",
                                  "ドル",   "ユーロ",   "時間",       "週間", "か月",   "ヶ月",   "ヵ月",
                                  "カ月",   "メートル", "センチ",     "キロ", "インチ", "グラム", "リットル"};
// Of one character, which else may begin a word: "3.5초를" has one, "3.5 초기화" and "3.5日本語版" have none.
constexpr Word kShortCjkUnits[] = {"원", "엔", "년", "월", "주", "시", "분", "초", "배", "명",
                                   "개", "건", "점", "억", "円", "年", "月", "日", "時", "分",
                                   "秒", "倍", "人", "個", "件", "点", "万", "億"};
constexpr Word kBehindShortUnits[] = {"를", "을", "이", "가", "은", "는", "의", "에", "로",
                                      "도", "만", "와", "과", "보", "까", "부", "동", "후",
                                      "전", "간", "마", "後", "前", "間", "以"};

constexpr Word kRangeSigns[] = {"-", "–", "~", "〜", "～", "to", "and", "or", "에서", "から"};

template <size_t N>
Word first_of(const Word (&words)[N], Word text) {
  const auto found = std::find_if(std::begin(words), std::end(words),
                                  [&](Word word) { return text.substr(0, word.size()) == word; });
  return found == std::end(words) ? Word() : *found;
}

Word without_space(Word text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

// Whether no letter of Chinese, Japanese or Korean goes on with it.
bool ends_cjk_word(Word text) {
  if (text.empty()) return true;
  const auto lead = static_cast<unsigned char>(text.front());
  return lead < 0xE3 || lead > 0xED || text.starts_with("\u3000") || text.starts_with("、") ||
         text.starts_with("。") || text.starts_with("」") || text.starts_with("・");
}

bool begins_with_hiragana(Word text) { return text.substr(0, 3) >= "ぁ" && text.substr(0, 3) <= "ゖ"; }

bool has_latin_unit(Word text) {
  return std::any_of(std::begin(kUnits), std::end(kUnits), [&](Word unit) {
    if (!text.starts_with(unit)) return false;
    Word rest = text.substr(unit.size());
    if (!is_alnum(unit.back())) return true;
    if (unit.size() > 3 && rest.starts_with('s')) rest.remove_prefix(1);
    return rest.empty() || !is_alnum(rest.front());
  });
}

bool has_cjk_unit(Word text, bool is_joined) {
  if (!first_of(kLongCjkUnits, text).empty()) return true;
  const Word unit = first_of(kShortCjkUnits, text);
  if (unit.empty()) return false;
  const Word rest = text.substr(unit.size());
  return ends_cjk_word(rest) ||
         (is_joined && (begins_with_hiragana(rest) || !first_of(kBehindShortUnits, rest).empty()));
}

bool has_unit(Word text) {
  const Word unit = without_space(text);
  return has_cjk_unit(unit, unit.size() == text.size()) ||
         has_latin_unit(unit.starts_with('-') ? unit.substr(1) : unit);
}

// What stands behind the other end of a range; as it is where there is none.
Word behind_range(Word behind) {
  Word rest = without_space(behind);
  const Word sign = first_of(kRangeSigns, rest);
  if (sign.empty()) return behind;
  rest = without_space(rest.substr(sign.size()));
  const size_t digits = std::min(rest.find_first_not_of("0123456789."), rest.size());
  return digits == 0 ? behind : rest.substr(digits);
}

std::vector<uint32_t> number_parts(Word number) {
  std::vector<uint32_t> parts;
  while (!number.empty()) {
    const size_t dot = std::min(number.find('.'), number.size());
    uint32_t part = 0;
    std::from_chars(number.data(), number.data() + dot, part);
    parts.push_back(part);
    number.remove_prefix(std::min(dot + 1, number.size()));
  }
  return parts;
}

bool is_day(uint32_t year, uint32_t month, uint32_t day) {
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool is_date_or_address(Word number) {
  const std::vector<uint32_t> parts = number_parts(number);
  if (parts.size() == 3) return is_day(parts[0], parts[1], parts[2]) || is_day(parts[2], parts[1], parts[0]);
  return parts.size() == 4 &&
         std::all_of(parts.begin(), parts.end(), [](uint32_t part) { return part < 256; });
}

bool has_currency_before(Word before) {
  while (!before.empty() && is_space(before.back())) before.remove_suffix(1);
  return std::any_of(std::begin(kCurrencies), std::end(kCurrencies),
                     [&](Word sign) { return before.ends_with(sign); });
}

}  // namespace

bool is_amount(std::string_view before, std::string_view number, std::string_view behind) {
  return has_currency_before(before) || is_date_or_address(number) || has_unit(behind) ||
         has_unit(behind_range(behind));
}

}  // namespace signpost
