// link_rewriter.h - turns the links and images of one source file into URLs of the site.
// Tested by tests/unit/content/link_rewriter_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/document.h"
#include "content/parse.h"
#include "content/url_policy.h"

namespace signpost {

// Where a link goes on the page.
struct Href {
  std::string url;
  bool external = false;  // leads to another site
  // Index of the entry in `links` that is to get the link's text, nullopt when it leads to no source file.
  std::optional<size_t> link;
};

// Resolves against the folder of `path`, asks the resolver what is there, and keeps what later checks need.
class LinkRewriter {
 public:
  // `fragment_prefix` is put before the ids that links within the page name.
  LinkRewriter(const std::string& path, Trust trust, std::string fragment_prefix,
               const LinkResolver& resolver, std::vector<Diagnostic>& diagnostics)
      : path_(path),
        trust_(trust),
        fragment_prefix_(std::move(fragment_prefix)),
        resolver_(resolver),
        diagnostics_(diagnostics) {}

  // nullopt when the link must not be one; its text then stands alone. What is wrong is diagnosed.
  std::optional<Href> link(std::string_view url, Place place);

  // The URL to load; nullopt when there is no picture to show, whose text then stands for it.
  std::optional<std::string> image(std::string_view url, Place place);

  // The same of a film or a sound.
  std::optional<std::string> media(std::string_view url, Place place);

  // URL paths of the page itself, from which links of another tool may count.
  std::vector<std::string> own_addresses;
  const LinkResolver& resolver() const { return resolver_; }

  std::vector<Link> links;
  std::vector<Asset> assets;

 private:
  std::optional<Href> link_within_site(const Url& url, Place place);
  std::optional<Href> address_link(const std::string& path, std::string_view fragment, Place place);
  std::optional<Href> page_link(const std::string& target, std::string_view fragment, Place place);
  std::optional<std::string> shown(std::string_view source_url, const char* what, Place place);
  std::string encrypted(const std::string& url, Place place);
  std::optional<std::string> asset_url(const std::string& target);
  std::optional<std::string> asset_at(const std::string& path);
  std::string real_path(const std::string& path) const;
  std::string internal_target(const std::string& path) const;
  void warn(const char* rule, Place place, const std::string& message, const std::string& target = {});

  const std::string& path_;
  Trust trust_;
  std::string fragment_prefix_;
  const LinkResolver& resolver_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace signpost
