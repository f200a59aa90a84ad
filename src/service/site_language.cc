// site_language.cc - see site_language.h.
#include "service/site_language.h"

#include <algorithm>

#include "base/ascii.h"
#include "net/negotiation.h"

namespace signpost {

bool is_site_language(const Site& site, std::string_view code) {
  return std::any_of(site.languages.begin(), site.languages.end(),
                     [&](const Language& language) { return language.code == code; });
}

std::string match_language(std::string_view accept_language, const Site& site) {
  for (const Preference& preference : parse_preferences(accept_language)) {
    if (preference.q <= 0) continue;
    if (preference.value == "*") return site.default_language;
    for (const Language& language : site.languages) {
      const std::string code = lower_case(language.code);
      if (preference.value == code || preference.value.substr(0, preference.value.find('-')) == code) {
        return language.code;
      }
    }
  }
  return "";
}

}  // namespace signpost
