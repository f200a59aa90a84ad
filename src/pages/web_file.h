// web_file.h - one file of web/ as it is served. Tested by tests/unit/pages/assets_test.cc.
#pragma once

#include <string>

namespace signpost {

struct WebFile {
  std::string name;  // "css/app.css"
  std::string url;   // "/assets/css/app.1f2e3d4c.css"
  std::string content_type;
  std::string bytes;
  std::string hash;  // of the bytes
};

}  // namespace signpost
