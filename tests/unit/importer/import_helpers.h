// import_helpers.h - runs an import in a folder of its own, and looks at what it left.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>

#include "importer/import_run.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {

class ImportTest : public testing::Test {
 protected:
  ImportTest() { command_.options.output = folder_.path("articles"); }

  int run() {
    std::ostringstream out;
    std::ostringstream err;
    const int code = run_import(command_, out, err);
    out_ = out.str();
    err_ = err.str();
    return code;
  }

  // The files below community/, by path.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all;
    const std::filesystem::path top = folder_.path("articles/community");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
      if (!entry.is_regular_file()) continue;
      const std::string name = entry.path().lexically_relative(top).string();
      all[name] = folder_.read("articles/community/" + name);
    }
    return all;
  }

  std::string names() const {
    std::string all;
    for (const auto& [name, bytes] : files()) all += name + "\n";
    return all;
  }

  TemporaryFolder folder_;
  ImportCommand command_;
  std::string out_;
  std::string err_;
};

}  // namespace signpost
