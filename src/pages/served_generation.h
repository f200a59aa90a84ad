// served_generation.h - one open generation with what the service derives from it once.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "index/manifest.h"
#include "net/message.h"
#include "pages/web_files.h"
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
  // The same for generations with the same files, whatever their names and whenever they were made; another
  // one for others. What is made from the whole generation is known by it.
  const std::string& content() const { return content_; }
  // What the manifest says of a file of the generation that is served as it is: those below files/ and
  // sitemaps/; nullptr when there is none. Nothing else is read from the disk for a visitor.
  const ManifestFile* find_file(const std::string& path) const {
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second;
  }

 private:
  void prepare_refusals();

  std::shared_ptr<const WebFiles> web_;
  Searcher searcher_;
  std::map<std::string, TemplateData> shared_;
  std::map<std::pair<int, std::string>, Response> refusal_pages_;
  std::string brand_css_;
  std::string content_;
  std::unordered_map<std::string, ManifestFile> files_;  // by path
  std::chrono::system_clock::time_point created_;
};

// The values that all pages share, for the page that says that nothing can be shown yet, too.
Json shared_values(const Site& site, const Strings& strings, const std::string& lang, const Assets& assets);
// :root{--brand:#2457d6;--on-brand:#fff}; a colour that isn't #rgb or #rrggbb is left out.
std::string brand_css(const std::string& color);

}  // namespace signpost
