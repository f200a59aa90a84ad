// served_generation.cc - see served_generation.h.
#include "pages/served_generation.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "base/shown_text.h"
#include "net/url.h"
#include "pages/error_page.h"
#include "pages/page_context.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

// Of what is not answered, each with a page for people.
constexpr int kRefusals[] = {400, 408, 413, 414, 429, 431, 500, 503};

bool is_hex_color(const std::string& color) {
  return (color.size() == 4 || color.size() == 7) && color[0] == '#' &&
         color.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

// Relative luminance of "#rrggbb" (WCAG 2.2, 0 black .. 1 white).
double luminance(const std::string& color) {
  const auto channel = [&](size_t index) {
    const std::string digits =
        color.size() == 4 ? std::string(2, color[1 + index]) : color.substr(1 + 2 * index, 2);
    const double value = std::stoi(digits, nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2);
}

}  // namespace

std::string brand_css(const std::string& color) {
  if (!is_hex_color(color)) return ":root{}\n";
  // Whichever of white and black stands out more (WCAG contrast ratio).
  const double brand = luminance(color);
  const bool white_is_better = 1.05 / (brand + 0.05) >= (brand + 0.05) / 0.05;
  return ":root{--brand:" + color + ";--on-brand:" + (white_is_better ? "#fff" : "#000") + "}\n";
}

Json shared_values(const Site& site, const Strings& strings, const std::string& lang, const Assets& assets) {
  Json texts = Json::object();
  for (const auto& [key, text] : strings.texts()) texts[key] = strings.text(key);
  return {{"t", std::move(texts)},
          {"assets", assets.urls()},
          {"site",
           {{"title", without_bidi_controls(pick(site.title, lang, site))},
            {"description", without_bidi_controls(pick(site.description, lang, site))},
            {"base_url", site.base_url},
            {"brand_color", site.brand_color},
            {"logo", site.logo.empty() ? "" : "/files/" + encode_path(site.logo)},
            {"default_language", site.default_language},
            {"multilingual", site.languages.size() > 1}}}};
}

ServedGeneration::ServedGeneration(const std::string& generation_dir, std::shared_ptr<const WebFiles> web,
                                   const ReadClicks& read_clicks, const ImprovementBoard* board)
    : OpenGeneration(generation_dir, read_clicks, board),
      web_(std::move(web)),
      brand_css_(signpost::brand_css(site().brand_color)) {
  for (const Language& language : site().languages) {
    const Strings& strings = web_->i18n.strings(language.code);
    shared_.emplace(language.code, TemplateData(shared_values(site(), strings, language.code, web_->assets)));
    searcher().categories(language.code);
    searcher().recent(language.code, 1);
    SearchRequest request;
    request.text = pick(site().title, language.code, site());
    request.lang = language.code;
    searcher().search(request);
    searcher().suggest(request.text.substr(0, 1), language.code);
  }
  prepare_refusals();
}

// They show nothing of the request.
void ServedGeneration::prepare_refusals() {
  const Services services{web_->templates, web_->i18n, web_->assets};
  const std::shared_ptr<const ServedGeneration> self(std::shared_ptr<const void>(), this);  // owns nothing
  for (const Language& language : site().languages) {
    Request home;
    home.method = "GET";
    home.path = home.raw_path = home_path(site(), language.code);
    for (const int status : kRefusals) {
      refusal_pages_[{status, language.code}] = error_page({services, home, {}, self, language.code}, status);
    }
  }
}

const Response* ServedGeneration::refusal_page(int status, const std::string& lang) const {
  const auto found = refusal_pages_.find({status, lang});
  return found == refusal_pages_.end() ? nullptr : &found->second;
}

const TemplateData& ServedGeneration::shared(const std::string& lang) const {
  const auto found = shared_.find(lang);
  return found != shared_.end() ? found->second : shared_.begin()->second;
}

}  // namespace signpost
