// served_generation.h - one open generation with what the service derives from it once.
// Tested by tests/unit/http/app_test.cc.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>

#include "http/message.h"
#include "http/web_files.h"
#include "search/searcher.h"

namespace signpost {

class ServedGeneration {
 public:
  // Opens a generation whose manifest has been verified, and answers a few questions so that the first
  // visitor waits for nothing. Throws Error.
  ServedGeneration(const std::string& generation_dir, std::shared_ptr<const WebFiles> web);

  const Searcher& searcher() const { return searcher_; }
  // What its shared values were made of: they belong together.
  const std::shared_ptr<const WebFiles>& web() const { return web_; }
  const std::chrono::system_clock::time_point& created() const { return created_; }
  const Site& site() const { return searcher_.site(); }
  // What all pages in one of the site's languages share: texts, asset URLs, the site.
  const TemplateData& shared(const std::string& lang) const;
  // What people get with this status (429, 503) when their request is not answered, in one of the site's
  // languages; nullptr for others. It is ready: rendering it for each who asks too much would help them.
  const Response* refusal_page(int status, const std::string& lang) const;
  const std::string& brand_css() const { return brand_css_; }
  // Whether the indexer has put this file, by its path below files/, into the generation. Nothing else is
  // read from the disk for a visitor.
  bool has_file(const std::string& path) const { return files_.count(path) != 0; }

 private:
  void prepare_refusals();

  std::shared_ptr<const WebFiles> web_;
  Searcher searcher_;
  std::map<std::string, TemplateData> shared_;
  std::map<std::pair<int, std::string>, Response> refusal_pages_;
  std::string brand_css_;
  std::unordered_set<std::string> files_;
  std::chrono::system_clock::time_point created_;
};

// The values that all pages share, for the page that says that nothing can be shown yet, too.
Json shared_values(const Site& site, const Strings& strings, const std::string& lang, const Assets& assets);
// :root{--brand:#2457d6;--on-brand:#fff}; a colour that isn't #rgb or #rrggbb is left out.
std::string brand_css(const std::string& color);

}  // namespace signpost
