// redirects.h - old addresses of a site and where they lead now, from the `redirects` file beside site.yaml.
// Tested by tests/unit/content/redirects_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"

namespace signpost {

struct Redirect {
  std::string from;  // URL path, percent-decoded, without a '/' at its end
  std::string to;  // path of this site, percent-encoded, or the id of a document; both with "#anchor" or not
  int line = 0;    // in the file; 0 once it comes from a generation
};

// Reads lines of "/old /new" or "/old id", with a 301 behind them or not: the form that Netlify and
// Cloudflare Pages call `_redirects`, without their patterns. '#' begins a comment. Of a full URL as the old
// address only the path counts. A chain of redirects is shortened, with a warning. What can't be served adds
// an error with its line and is left out. The result is sorted by `from`, each of which comes once.
std::vector<Redirect> parse_redirects(std::string_view text, const std::string& path,
                                      std::vector<Diagnostic>& diagnostics);

// The path of an old address as `from` and aliases have it: without '/' at its end.
std::string_view without_last_slash(std::string_view path);

}  // namespace signpost
