// assets.h - the static files of web/: read once, addressed by the fingerprint of their content.
// Tested by tests/unit/http/assets_test.cc.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "http/json.h"
#include "http/negotiation.h"

namespace signpost {

// A file as it is served.
struct WebFile {
  std::string name;  // "css/app.css"
  std::string url;   // "/assets/css/app.1f2e3d4c.css"
  std::string content_type;
  std::string bytes;
};

class Assets {
 public:
  // Reads all below WEB_DIR but templates/, i18n/<lang>.json as "i18n-<lang>.json". Imports of one module by
  // another ("./name.js") are rewritten to fingerprinted URLs. `prism_dirs`: places to look for the syntax
  // highlighter, served as "prism/<file>" when it is asked for. Throws Error{not_found}.
  Assets(const std::string& web_dir, std::vector<std::string> prism_dirs);

  // By name, with or without the fingerprint; nullptr when there is none. The pointer stays valid.
  const WebFile* find(std::string_view name) const;
  static bool is_fingerprinted(const WebFile& asset, std::string_view name) { return name != asset.name; }
  // The file in this encoding, compressed as well as can be, once.
  const std::string& encoded(const WebFile& asset, Encoding encoding) const;

  // name -> URL, with '.', '-' and '/' in names as '_', for templates.
  Json urls() const;
  // Changes when any file does.
  const std::string& version() const { return version_; }

 private:
  void add(const std::string& name, std::string bytes);
  const WebFile* find_highlighter(std::string_view name) const;

  std::vector<std::string> prism_dirs_;
  std::string version_;
  mutable std::mutex mutex_;  // for what is filled in later: the highlighter's files, compressed bytes
  mutable std::map<std::string, std::unique_ptr<WebFile>, std::less<>> by_name_;
  std::map<std::string, const WebFile*, std::less<>> by_fingerprint_;
  mutable std::map<std::pair<const WebFile*, Encoding>, std::string> encoded_;
};

// By the file's extension; "application/octet-stream" when it is unknown.
std::string content_type_of(std::string_view path);

}  // namespace signpost
