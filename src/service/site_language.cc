// site_language.cc - see site_language.h.
#include "service/site_language.h"

#include <algorithm>

#include "base/ascii.h"
#include "net/negotiation.h"
#include "net/url.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

// What the browser says, and what the visitor chose before.
std::string negotiate(const Request& request, const Site& site) {
  const std::string kept = request.cookie("lang");
  if (is_site_language(site, kept)) return kept;
  const std::string accepted = match_language(request.header("accept-language"), site);
  return accepted.empty() ? site.default_language : accepted;
}

}  // namespace

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

ChosenLanguage choose_language(const std::optional<RouteMatch>& match, const Request& request,
                               const Site& site) {
  const std::string negotiated = negotiate(request, site);
  const std::string wanted = request.query.get("lang").value_or("");
  const bool is_wanted_known = is_site_language(site, wanted);
  ChosenLanguage chosen;
  if (match && match->route->door.language == LanguageFrom::nothing) return {site.default_language};
  if (match && match->route->door.language == LanguageFrom::path) {
    chosen.lang = match->arguments.front();
  } else {
    chosen.lang = is_wanted_known ? wanted : negotiated;
    chosen.negotiated = !is_wanted_known;
  }
  chosen.is_choice =
      is_wanted_known && wanted == chosen.lang && request.query.get(kKeepParameter).value_or("") == "1";
  return chosen;
}

Response keep_language(const Request& request, const Door& door, const std::string& lang) {
  Parameters query = request.query.without(kKeepParameter);
  if (door.language == LanguageFrom::path) query = query.without("lang");
  Response response = redirect(303, with_query(encode_path(request.path), query));
  response.headers.emplace_back("Set-Cookie", "lang=" + lang + "; Path=/; Max-Age=31536000; SameSite=Lax");
  return response;
}

}  // namespace signpost
