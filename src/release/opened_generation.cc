// opened_generation.cc - see opened_generation.h.
#include "release/opened_generation.h"

#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "index/generation.h"
#include "release/pack_file.h"
#include "release/probe.h"

namespace fs = std::filesystem;

namespace signpost {

OpenedGeneration::OpenedGeneration(const std::string& name, const HeldSignals& signals,
                                   const std::vector<std::string>& sums)
    : name_(name) {
  try {
    if (fs::is_directory(name)) {
      dir_ = find_generation(name);
      files_ = verify_generation(dir_).files;
    } else {
      unpack(signals, sums);
    }
    signals.check();
    searcher_ = std::make_unique<Searcher>(dir_);
  } catch (...) {
    remove_temporary();
    throw;
  }
}

OpenedGeneration::~OpenedGeneration() {
  searcher_.reset();
  remove_temporary();
}

void OpenedGeneration::unpack(const HeldSignals& signals, const std::vector<std::string>& sums) {
  PackReader reader(name_, sums);
  check_schema(reader.manifest(), name_);
  std::string pattern = (fs::temp_directory_path() / "signpost-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw Error(ErrorKind::io, "cannot create " + pattern + ": " + std::strerror(errno));
  }
  dir_ = temporary_ = pattern;
  files_ = reader.manifest().files;
  const auto between = [&] { signals.check(); };
  reader.extract(dir_, kMaxPackBytes, between);
  probe_generation(dir_, name_, between);
}

void OpenedGeneration::remove_temporary() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
}

}  // namespace signpost
