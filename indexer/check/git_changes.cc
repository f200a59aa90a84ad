// git_changes.cc - see git_changes.h.
#include "indexer/check/git_changes.h"

#include <filesystem>
#include <optional>

#include "base/error.h"
#include "indexer/git.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

// Of what git prints with -z, which counts from the top of the repository.
void add_paths(const std::string& output, const fs::path& folder, std::set<std::string>& paths) {
  for (size_t at = 0; at < output.size();) {
    const size_t end = output.find('\0', at);
    if (end == std::string::npos) break;
    const fs::path path = output.substr(at, end - at);
    paths.insert(folder.empty() ? path.string() : path.lexically_relative(folder).generic_string());
    at = end + 1;
  }
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// "docs/articles/\n", of a folder whose name may have line feeds.
std::string without_ending(std::string text) {
  for (const char c : {'\n', '/'}) {
    if (text.ends_with(c)) text.pop_back();
  }
  return text;
}

}  // namespace

std::set<std::string> changed_files(const std::string& folder, const std::string& ref) {
  const auto commit = ask_git(folder, {"rev-parse", "--verify", "--end-of-options", ref + "^{commit}"});
  if (!commit || ref.empty()) {
    throw Error(ErrorKind::usage, "git knows no commit '" + ref + "' for " + folder);
  }
  std::string since = first_line(*commit);
  // A shallow clone may lack what the two have in common.
  if (const auto base = ask_git(folder, {"merge-base", since, "HEAD"})) since = first_line(*base);
  const auto prefix = ask_git(folder, {"rev-parse", "--show-prefix"});
  const auto changed =
      ask_git(folder, {"diff", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=dirty",
                       "--no-relative", "-z", "--end-of-options", since, "--"});
  const auto untracked =
      ask_git(folder, {"ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"});
  if (!prefix || !changed || !untracked)
    throw Error(ErrorKind::usage, "git can't tell what changed in " + folder);
  std::set<std::string> paths;
  const fs::path below = without_ending(*prefix);
  add_paths(*changed, below, paths);
  add_paths(*untracked, below, paths);
  return paths;
}

}  // namespace signpost
