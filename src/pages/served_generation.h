// served_generation.h - one open generation with what is drawn from it once, for all pages.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "api/json.h"
#include "api/open_generation.h"
#include "net/message.h"
#include "pages/web_files.h"

namespace signpost {

class ServedGeneration : public OpenGeneration {
 public:
  // Opens a generation whose manifest has been verified, and answers a few questions so that the first
  // visitor waits for nothing. `board` as above. Throws Error.
  ServedGeneration(const std::string& generation_dir, std::shared_ptr<const WebFiles> web,
                   const ReadClicks& read_clicks = {}, const ImprovementBoard* board = nullptr);

  // What its shared values were made of: they belong together.
  const std::shared_ptr<const WebFiles>& web() const { return web_; }
  // What all pages in one of the site's languages share: texts, asset URLs, the site.
  const TemplateData& shared(const std::string& lang) const;
  // What people get with this status (400, 414, 429, 503 ...) when their request is not answered, in one of
  // the site's languages; nullptr for statuses that only answers have. It is ready: rendering it for each who
  // asks too much would help them.
  const Response* refusal_page(int status, const std::string& lang) const;
  const std::string& brand_css() const { return brand_css_; }

 private:
  void prepare_refusals();

  std::shared_ptr<const WebFiles> web_;
  std::map<std::string, TemplateData> shared_;
  std::map<std::pair<int, std::string>, Response> refusal_pages_;
  std::string brand_css_;
};

// The values that all pages share, for the page that says that nothing can be shown yet, too.
Json shared_values(const Site& site, const Strings& strings, const std::string& lang, const Assets& assets);
// :root{--brand:#2457d6;--on-brand:#fff}; a colour that isn't #rgb or #rrggbb is left out.
std::string brand_css(const std::string& color);

}  // namespace signpost
