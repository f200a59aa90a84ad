// assets.h - the static files of web/: read once, addressed by the fingerprint of their content.
// Tested by tests/unit/pages/assets_test.cc.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/json.h"
#include "base/mutex.h"
#include "net/negotiation.h"
#include "pages/web_file.h"
#include "pages/widget_files.h"

namespace signpost {

class Assets {
 public:
  // Reads all below WEB_DIR but templates/ and i18n/, which the service draws from. Imports of one module by
  // another ("./name.js") are rewritten to fingerprinted URLs. `prism_dirs`: where the files of the syntax
  // highlighter may lie; of each the first that is found is "prism/<file>". Throws Error{not_found, io}.
  Assets(const std::string& web_dir, const std::vector<std::string>& prism_dirs);

  // By name, with or without the fingerprint; nullptr when there is none. The pointer stays valid.
  const WebFile* find(std::string_view name) const;
  static bool is_fingerprinted(const WebFile& asset, std::string_view name) { return name != asset.name; }
  // The file in this encoding, compressed as well as can be, once.
  const std::string& encoded(const WebFile& asset, Encoding encoding) const EXCLUDES(mutex_);

  // name -> URL, with '.', '-' and '/' in names as '_', for templates; the highlighter's files, which scripts
  // ask for by name, have one address below which all of them lie: "prism", "" when there are none.
  Json urls() const;
  // The files of web/widget/, which have addresses of their own.
  const WidgetFiles& widget() const { return widget_; }
  // Changes when any file does.
  const std::string& version() const { return version_; }

 private:
  void add(const std::string& name, const std::string& linked, std::string bytes);
  void add_highlighter(std::map<std::string, std::string> files);

  std::string version_;
  std::string highlighter_url_;
  WidgetFiles widget_;
  std::map<std::string, WebFile, std::less<>> by_name_;
  std::map<std::string, const WebFile*, std::less<>> by_fingerprint_;
  // Filled in later. What is there once neither moves nor changes, so that it may be read without the lock.
  mutable Mutex mutex_;
  mutable std::map<std::pair<const WebFile*, Encoding>, std::string> encoded_ GUARDED_BY(mutex_);
};

}  // namespace signpost
