// site_language.h - which of the site's languages a client wants, and how a choice is kept.
// Tested by tests/unit/service/site_language_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/site.h"
#include "net/message.h"
#include "service/routes.h"

namespace signpost {

// The site's language that serves who asks for `tag` best, in whatever spelling: "pt_pt" asks for "pt-PT",
// else "pt", else "pt-BR"; "" when it has none of them.
std::string site_language(const Site& site, std::string_view tag);

// The path with the site's spelling of the language that it begins with; nullopt when it has that already, or
// begins with none of the site's.
std::optional<std::string> respelled_path(const Site& site, std::string_view path);

// The site's language that fits an Accept-Language header best, else "".
std::string match_language(std::string_view accept_language, const Site& site);

bool is_site_language(const Site& site, std::string_view code);

struct ChosenLanguage {
  std::string lang;         // of the path, it may be none of the site's
  bool negotiated = false;  // from headers: a shared cache must tell requests apart by them
  bool is_choice = false;   // the visitor chose it from the menu, to be kept
};

ChosenLanguage choose_language(const std::optional<RouteMatch>& match, const Request& request,
                               const Site& site);

// Keeps the choice in a cookie and leads to the page at its own address, which can be shared without changing
// anybody else's language.
Response keep_language(const Request& request, const Door& door, const std::string& lang);

}  // namespace signpost
