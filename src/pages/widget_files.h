// widget_files.h - the files of web/widget/, which pages of other sites load: their addresses, and the sums
// that such a page may hold them to (https://www.w3.org/TR/sri-2/). Tested by
// tests/unit/pages/widget_files_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pages/web_file.h"

namespace signpost {

// Any static host can serve the files as they are: their imports are relative. Here they lie below a version,
// that of all their bytes, and one address stays, whose script loads the others from there.
class WidgetFiles {
 public:
  WidgetFiles() = default;
  // By name, such as "texts/en.js".
  explicit WidgetFiles(const std::map<std::string, std::string>& files);

  // widget.js for "/widget.js"; nullptr when there is no widget.
  const WebFile* entry() const { return entry_.bytes.empty() ? nullptr : &entry_; }
  // What lies at "/widget/PATH": "VERSION/panel.js", and "panel.js" for that of the newest version. What an
  // older version has is that of the newest too, so that a page which began with it goes on. nullptr when
  // there is none. "integrity.json" has the version and the sums. The pointers stay valid.
  const WebFile* find(std::string_view path) const;
  // Whether what lies there never changes.
  bool is_fixed(std::string_view path) const;
  const std::string& version() const { return version_; }  // "" when there is no widget

 private:
  std::string version_;
  WebFile entry_;
  std::map<std::string, WebFile, std::less<>> by_name_;
};

}  // namespace signpost
