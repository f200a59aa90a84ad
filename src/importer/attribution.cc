// attribution.cc - the sentences, in the languages of the product.
#include "importer/attribution.h"

#include <algorithm>

#include "base/ascii.h"
#include "importer/markdown_text.h"

namespace signpost {
namespace {

struct Words {
  std::string_view asked;  // and the author behind it
  std::string_view asked_by_nobody;
  std::string_view answered;
  std::string_view answered_by_nobody;
  std::string_view on;  // before the site
  std::string_view between;
  std::string_view closed;  // before the day
  std::string_view end;
};

const Words& words_of(std::string_view lang) {
  static constexpr Words kEnglish = {"Asked by ", "Asked", "Answered by ",       "Answered",
                                     " on ",      ", ",    ". Closed there on ", "."};
  static constexpr Words kKorean = {
      "질문: ", "질문", "답변: ", "답변", ", 출처: ", ", 라이선스: ", ", 원래 사이트에서 닫힌 날: ", ""};
  static constexpr Words kJapanese = {
      "質問：", "質問", "回答：", "回答", "、出典：", "、ライセンス：", "、元のサイトでクローズされた日：",
      ""};
  if (lang == "ko") return kKorean;
  return lang == "ja" ? kJapanese : kEnglish;
}

std::string link(const std::string& text, const std::string& url) {
  std::string shown = escaped_markdown(collapsed(text));
  return url.empty() ? shown : "[" + shown + "](" + link_target(url) + ")";
}

bool is_version(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

std::string attribution_line(const Attribution& attribution, std::string_view lang) {
  const Words& words = words_of(lang);
  std::string line = "*";
  if (collapsed(attribution.author).empty()) {
    line += attribution.question ? words.asked_by_nobody : words.answered_by_nobody;
  } else {
    line += attribution.question ? words.asked : words.answered;
    line += link(attribution.author, attribution.author_url);
  }
  line += words.on;
  line += link(attribution.site, attribution.post_url);
  if (!collapsed(attribution.license).empty()) {
    line += words.between;
    line += link(attribution.license, license_url(attribution.license));
  }
  if (!attribution.closed_on.empty()) {
    line += words.closed;
    line += attribution.closed_on;
  }
  line += words.end;
  return line + "*";
}

std::string license_url(std::string_view license) {
  constexpr std::string_view kSite = "https://creativecommons.org/";
  const size_t space = license.find_last_of(' ');
  if (space == std::string_view::npos || !is_version(license.substr(space + 1))) return {};
  const std::string version(license.substr(space + 1));
  const std::string_view name = license.substr(0, space);
  if (name == "CC0") return std::string(kSite) + "publicdomain/zero/" + version + "/";
  if (name.substr(0, 5) != "CC BY") return {};
  std::string code;
  for (const char c : name.substr(3)) {
    if (c != '-' && !is_upper(c)) return {};
    code += lower(c);
  }
  return std::string(kSite) + "licenses/" + code + "/" + version + "/";
}

std::string stack_exchange_license(std::string_view day) {
  if (day < "2011-04-08") return "CC BY-SA 2.5";
  return day < "2018-05-02" ? "CC BY-SA 3.0" : "CC BY-SA 4.0";
}

}  // namespace signpost
