// page_variants.cc - see page_variants.h.
#include "service/page_variants.h"

#include <cstdint>

#include "net/content_coding.h"
#include "pages/page_view.h"

namespace signpost {

bool is_drawn_page(const Door& door) {
  return door.reader == Reader::people && door.language != LanguageFrom::nothing;
}

bool is_personal(const Request& request, const Door& door, const ChosenLanguage& chosen, const Site& site) {
  const bool by_theme = is_drawn_page(door) && !theme_of(request).empty();
  return by_theme || (chosen.negotiated && is_site_language(site, request.cookie("lang")));
}

std::string vary(const Door& door, const ChosenLanguage& chosen, const Response& response) {
  std::string names;
  const auto add = [&names](std::string_view name) {
    if (!names.empty()) names += ", ";
    names += name;
  };
  if (is_worth_compressing(response.content_type, SIZE_MAX)) add("Accept-Encoding");
  if (door.language != LanguageFrom::nothing) {
    if (chosen.negotiated) add("Accept-Language");
    // Pages are drawn in the theme that a cookie keeps; and it keeps the language.
    if (is_drawn_page(door) || chosen.negotiated) add("Cookie");
  }
  return names;
}

}  // namespace signpost
