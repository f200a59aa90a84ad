// language.cc - ICU knows the codes, and which script and region each means when it does not say.
// Tested by tests/unit/content/language_test.cc.
#include "content/language.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr size_t kLongestCode = 16;

// "zh-TW" -> zh, Hant, TW.
icu::Locale with_likely_parts(std::string_view code) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale =
      icu::Locale::forLanguageTag(icu::StringPiece(code.data(), static_cast<int32_t>(code.size())), status);
  locale.addLikelySubtags(status);
  return locale;
}

bool all_of_case(std::string_view text, bool (*is)(char)) {
  return std::all_of(text.begin(), text.end(), is);
}

// "go" is none, and so "no-go" no Norwegian.
bool is_region(std::string_view word) {
  if (word.size() == 3) return all_of_case(word, is_digit);
  if (word.size() != 2) return false;
  for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known) {
    const std::string_view country(*known);
    if (country[0] == upper(word[0]) && country[1] == upper(word[1])) return true;
  }
  return false;
}

bool is_script(std::string_view word) {
  return word.size() == 4 && all_of_case(word, is_letter) &&
         u_getPropertyValueEnum(UCHAR_SCRIPT, std::string(word).c_str()) != UCHAR_INVALID_CODE;
}

// Nearly all that are asked about; each path of a source asks.
bool is_plain_code(std::string_view tag) {
  return tag.size() == 2 && all_of_case(tag, is_lower) && tag != "iw" && tag != "in" && tag != "ji" &&
         tag != "jw" && tag != "mo";
}

// Language, then a script of four letters, then a region of two letters or three digits.
bool has_form_of_code(std::string_view tag) {
  size_t part = 0;  // 0: language, 1: script, 2: region
  while (true) {
    const size_t end = std::min(tag.find('-'), tag.size());
    const std::string_view word = tag.substr(0, end);
    if (part == 0) {
      if (!all_of_case(word, is_letter) || word.size() < 2 || word.size() > 3) return false;
    } else if (part <= 2 && is_region(word)) {
      part = 2;
    } else if (part != 1 || !is_script(word)) {
      return false;
    }
    if (end == tag.size()) return true;
    tag.remove_prefix(end + 1);
    ++part;
  }
}

}  // namespace

std::optional<std::string> canonical_language(std::string_view tag) {
  if (is_plain_code(tag)) return std::string(tag);
  if (tag.size() > kLongestCode) return std::nullopt;
  std::string code(tag);
  std::replace(code.begin(), code.end(), '_', '-');
  if (!has_form_of_code(code)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::string canonical = icu::Locale::forLanguageTag(code, status).toLanguageTag<std::string>(status);
  if (U_FAILURE(status) || canonical.empty() || canonical == "und") return std::nullopt;
  return canonical;
}

std::string_view base_language(std::string_view code) { return code.substr(0, code.find('-')); }

LanguageFit language_fit(std::string_view wanted, std::string_view offered) {
  if (wanted == offered) return LanguageFit::same;
  if (base_language(wanted) != base_language(offered)) return LanguageFit::other;
  const icu::Locale one = with_likely_parts(wanted);
  const icu::Locale other = with_likely_parts(offered);
  if (one == other) return LanguageFit::same_meaning;
  if (std::string_view(one.getScript()) != other.getScript()) return LanguageFit::variant;
  return wanted.starts_with(std::string(offered) + "-") ? LanguageFit::part : LanguageFit::same_script;
}

const std::string* best_language(std::string_view wanted, const std::vector<std::string>& offered) {
  const std::string* best = nullptr;
  LanguageFit best_fit = LanguageFit::other;
  for (const std::string& code : offered) {
    const LanguageFit fit = language_fit(wanted, code);
    if (fit <= best_fit) continue;
    best = &code;
    best_fit = fit;
  }
  return best;
}

std::string language_name_in(const std::string& code, const std::string& in, NamePlace place) {
  UDisplayContext contexts[] = {place == NamePlace::list ? UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU
                                                         : UDISPCTX_CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE};
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(icu::Locale(in.c_str()), contexts, 1));
  icu::UnicodeString name;
  names->localeDisplayName(icu::Locale(code.c_str()), name);
  std::string text;
  name.toUTF8String(text);
  return text.empty() ? code : text;
}

std::string own_language_name(const std::string& code) {
  return language_name_in(code, code, NamePlace::list);
}

}  // namespace signpost
