// named_path.cc - see named_path.h.
#include "base/named_path.h"

#include <filesystem>

#include "base/error.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

bool is_below(const fs::path& path, const fs::path& folder) {
  const auto rest = path.lexically_relative(folder);
  return !rest.empty() && *rest.begin() != "..";
}

}  // namespace

std::string canonical_named(const std::string& path, const std::string& what) {
  std::error_code error;
  const fs::path canonical = fs::canonical(path, error);
  if (error) {
    const bool missing = error == std::errc::no_such_file_or_directory;
    throw Error(missing ? ErrorKind::not_found : ErrorKind::io,
                "cannot read the " + what + " " + path + ": " + error.message());
  }
  const fs::path given(path);
  if (given.is_relative() && *given.lexically_normal().begin() != ".." &&
      !is_below(canonical, fs::canonical(".", error))) {
    throw Error(ErrorKind::io, "cannot read the " + what + " " + path +
                                   ": a link leads out of the current folder; name what it leads to");
  }
  return canonical.string();
}

}  // namespace signpost
