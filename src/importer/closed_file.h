// closed_file.h - a C file that is closed with its pointer.
// Tested by tests/unit/importer/xml_rows_test.cc.
#pragma once

#include <cstdio>
#include <memory>

namespace signpost {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using ClosedFile = std::unique_ptr<std::FILE, CloseFile>;

}  // namespace signpost
