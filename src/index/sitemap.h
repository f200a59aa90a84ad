// sitemap.h - the sitemap of a help centre, written once when it is indexed: a million pages cost no request
// anything. Tested by tests/unit/index/sitemap_test.cc.
//
//   sitemaps/000000.xml       what /sitemap.xml answers: the pages or, when one file cannot have them, the
//   list of sitemaps/000001.xml ...   the files that have them
//
// The format: https://www.sitemaps.org/protocol.html, with xhtml:link for the languages of a page
// (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/site.h"

namespace signpost {

// Of one file: 50,000 addresses and 50 MB by the protocol, of which some are left for its end.
struct SitemapLimits {
  size_t addresses = 50'000;
  size_t bytes = size_t{48} << 20;
};

// Writes files as it goes, so that it holds one of them at most. Sitemaps have absolute addresses only:
// nothing is written for a site without a base_url.
class SitemapWriter {
 public:
  using Alternates = std::vector<std::pair<std::string, std::string>>;  // hreflang -> path

  SitemapWriter(const Site& site, const std::string& generation_dir, SitemapLimits limits = {});

  // `path` and those of `alternates` percent-encoded; `updated`: ISO 8601 day, "" when unknown. Throws
  // Error{io}, as finish() does.
  void add(std::string_view path, std::string_view updated, const Alternates& alternates);
  void finish();

 private:
  std::string file_name(uint32_t number) const;
  void write_part();

  const std::string base_url_;
  const std::string dir_;
  const SitemapLimits limits_;
  std::string part_;
  size_t addresses_ = 0;              // of the part
  std::string newest_;                // `updated` of the part
  std::vector<std::string> written_;  // `newest_` of the parts before it
};

}  // namespace signpost
