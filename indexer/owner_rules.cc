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

std::vector<OwnerRule> rules_in(const std::string& root, const fs::path& source,
                                std::vector<Diagnostic>& diagnostics) {
  for (const char* place : kCodeOwnersPlaces) {
    const FileBytes file = read_beneath(root, place, kMaxCodeOwnersBytes);
    if (file.error == ENOENT || file.error == ENOTDIR) continue;
    const std::string path = path_from(source, fs::path(root) / place);
    if (file.error == 0) return parse_code_owners(file.bytes, path, diagnostics);
    diagnostics.push_back({Severity::warning, path, 0, 0, "code-owners",
                           describe_read_error(file.error, kMaxCodeOwnersBytes) + "; nobody is known by it"});
    return {};
  }
  return {};
}

}  // namespace

SourceOwners read_source_owners(const std::string& source, std::vector<Diagnostic>& diagnostics) {
  const std::string root = repository_root(source);
  if (root.empty()) return {};
  const fs::path from = fs::canonical(source);
  const std::string folder = path_from(root, from);
  return {folder == "." ? "" : folder, rules_in(root, from, diagnostics)};
}

}  // namespace signpost
