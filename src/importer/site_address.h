// site_address.h - the address of the site that posts come from: names the threads, completes links.
// Tested by tests/unit/importer/site_address_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

class SiteAddress {
 public:
  // "https://forum.example.com" or "https://example.com/forum/"; nullopt for anything but http and https with
  // a host, or with a query or fragment.
  static std::optional<SiteAddress> parse(std::string_view url);

  // "superuser.com" of ".../dumps/superuser.com/"; nullopt when the folder isn't named like a host.
  static std::optional<SiteAddress> from_folder(std::string_view folder);

  const std::string& url() const { return url_; }  // without '/' at its end
  // Begins the folders and ids of the site's threads: lower case letters, digits, '.', '_', '-'.
  const std::string& key() const { return key_; }

  // A link of a post as an absolute http, https or mailto URL without spaces; nullopt for all other kinds.
  std::optional<std::string> resolve(std::string_view href) const;

 private:
  std::string url_;
  std::string origin_;  // scheme and host
  std::string key_;
};

}  // namespace signpost
