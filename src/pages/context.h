// context.h - what a handler has at hand: the request, the generation, the visitor's language, the services.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "net/message.h"
#include "net/negotiation.h"
#include "pages/assets.h"
#include "pages/i18n.h"
#include "pages/served_generation.h"
#include "pages/templates.h"

namespace signpost {

// The same for all requests.
struct Services {
  const Templates& templates;
  const I18n& i18n;
  const Assets& assets;
  bool live_reload = false;  // pages have the script that follows the published generation
};

struct Context {
  const Services& services;
  const Request& request;
  std::vector<std::string> arguments;  // what the route's {names} matched, in order
  // Null only for the routes that work without one.
  std::shared_ptr<const ServedGeneration> generation;
  std::string lang;                        // one of the site's languages
  std::string refused{};                   // as in Serving
  Encoding encoding = Encoding::identity;  // of the answer, where that can be compressed

  const Searcher& searcher() const { return generation->searcher(); }
  const Site& site() const { return generation->site(); }
  const Strings& strings() const { return services.i18n.strings(lang); }
  const TemplateData& shared() const { return generation->shared(lang); }
};

}  // namespace signpost
