// owner_rules.cc - see owner_rules.h.
#include "indexer/owner_rules.h"

#include <cerrno>
#include <filesystem>

#include "indexer/git.h"
#include "indexer/source_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

// Both are canonical.
std::string path_from(const fs::path& folder, const fs::path& path) {
  return path.lexically_relative(folder).generic_string();
}

}  // namespace

std::vector<OwnerRule> read_owner_rules(const std::string& source, std::vector<Diagnostic>& diagnostics) {
  const std::string root = repository_root(source);
  if (root.empty()) return {};
  for (const char* place : kCodeOwnersPlaces) {
    const FileBytes file = read_beneath(root, place, kMaxCodeOwnersBytes);
    if (file.error == ENOENT || file.error == ENOTDIR) continue;
    const std::string path = path_from(fs::canonical(source), fs::path(root) / place);
    if (file.error == 0) return parse_code_owners(file.bytes, path, diagnostics);
    diagnostics.push_back({Severity::warning, path, 0, 0, "code-owners",
                           describe_read_error(file.error, kMaxCodeOwnersBytes) + "; nobody is known by it"});
    return {};
  }
  return {};
}

std::string folder_in_repository(const std::string& source) {
  const std::string root = repository_root(source);
  if (root.empty()) return "";
  const std::string folder = path_from(root, fs::canonical(source));
  return folder == "." ? "" : folder;
}

}  // namespace signpost
