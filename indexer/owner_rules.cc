// owner_rules.cc - see owner_rules.h.
#include "indexer/owner_rules.h"

#include <cerrno>
#include <filesystem>
#include <string_view>

#include "content/internal_folder.h"
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

void leave_out_internal(const std::unordered_set<std::string>& internal, SourceOwners& owners) {
  const std::string folder = owners.folder.empty() ? "" : owners.folder + "/";
  std::erase_if(owners.rules, [&](const OwnerRule& rule) {
    std::string_view path = rule.pattern;
    if (path.starts_with('/')) path.remove_prefix(1);
    if (lies_in_internal_folder(std::string(path) + "/")) return true;
    return path.starts_with(folder) && internal.contains(std::string(path.substr(folder.size())));
  });
}

}  // namespace signpost
