// urls.h - `signpost-index urls`: every address that a generation answers, to compare with the last release.
// Tested by tests/unit/release/urls_test.cc.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "index/manifest.h"
#include "search/searcher.h"

namespace signpost {

struct PublicUrl {
  std::string url;     // path, percent-encoded
  int status = 200;    // or 301
  std::string target;  // of a 301
};

// Pages in every language, threads, category pages, the home pages, and old addresses, sorted by URL. An old
// address that is a page too is listed as that page, as it is served.
std::vector<PublicUrl> public_urls(const Searcher& searcher);

// The images and downloads among the files of a generation, as "/files/...", sorted.
std::vector<PublicUrl> file_urls(const std::vector<ManifestFile>& files);

enum class UrlFormat { text, json };

struct UrlsOptions {
  std::string index = "index";  // an index directory, a generation or a pack
  UrlFormat format = UrlFormat::text;
  bool files = false;  // images and downloads too
};

// Text: "200 /en/articles/a" or "301 /old /en/articles/a" a line. Returns 0; throws Error.
int run_urls(const UrlsOptions& options, std::ostream& out);

}  // namespace signpost
