// site_language.cc - see site_language.h.
#include "service/site_language.h"

#include <algorithm>

#include "content/language.h"
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

std::string site_language(const Site& site, std::string_view tag) {
  std::vector<std::string> offered;
  for (const Language& language : site.languages) offered.push_back(language.code);
  // What stands behind language, script and region ("de-CH-1996") asks for nothing that a site has.
  for (std::string_view rest = tag; !rest.empty();) {
    if (const auto wanted = canonical_language(rest)) {
      const std::string* best = best_language(*wanted, offered);
      return best == nullptr ? "" : *best;
    }
    const size_t dash = rest.find_last_of("-_");
    rest = rest.substr(0, dash == std::string_view::npos ? 0 : dash);
  }
  return "";
}

std::optional<std::string> respelled_path(const Site& site, std::string_view path) {
  if (!path.starts_with('/')) return std::nullopt;
  const size_t end = std::min(path.find('/', 1), path.size());
  const std::string_view said = path.substr(1, end - 1);
  const auto code = canonical_language(said);
  if (!code || *code == said || !is_site_language(site, *code)) return std::nullopt;
  return "/" + *code + std::string(path.substr(end));
}

bool is_site_language(const Site& site, std::string_view code) {
  return std::any_of(site.languages.begin(), site.languages.end(),
                     [&](const Language& language) { return language.code == code; });
}

std::string match_language(std::string_view accept_language, const Site& site) {
  for (const Preference& preference : parse_preferences(accept_language)) {
    if (preference.q <= 0) continue;
    if (preference.value == "*") return site.default_language;
    if (std::string code = site_language(site, preference.value); !code.empty()) return code;
  }
  return "";
}

ChosenLanguage choose_language(const std::optional<RouteMatch>& match, const Request& request,
                               const Site& site) {
  const std::string negotiated = negotiate(request, site);
  const std::string wanted = site_language(site, request.query.get("lang").value_or(""));
  const bool is_wanted_known = !wanted.empty();
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
