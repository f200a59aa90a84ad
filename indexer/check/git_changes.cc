// git_changes.cc - see git_changes.h.
#include "indexer/check/git_changes.h"

#include <optional>

#include "base/error.h"
#include "indexer/git.h"

namespace signpost {
namespace {

// Of what git prints with -z.
void add_paths(const std::string& output, std::set<std::string>& paths) {
  for (size_t at = 0; at < output.size();) {
    const size_t end = output.find('\0', at);
    if (end == std::string::npos) break;
    paths.insert(output.substr(at, end - at));
    at = end + 1;
  }
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

std::set<std::string> changed_files(const std::string& folder, const std::string& ref) {
  const auto commit = ask_git(folder, {"rev-parse", "--verify", "--end-of-options", ref + "^{commit}"});
  if (!commit || ref.empty()) {
    throw Error(ErrorKind::usage, "git knows no commit '" + ref + "' for " + folder);
  }
  std::string since = first_line(*commit);
  // A shallow clone may lack what the two have in common.
  if (const auto base = ask_git(folder, {"merge-base", since, "HEAD"})) since = first_line(*base);
  const auto changed =
      ask_git(folder, {"diff", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=dirty",
                       "--relative", "-z", "--end-of-options", since, "--"});
  const auto untracked = ask_git(folder, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!changed || !untracked) throw Error(ErrorKind::usage, "git can't tell what changed in " + folder);
  std::set<std::string> paths;
  add_paths(*changed, paths);
  add_paths(*untracked, paths);
  return paths;
}

}  // namespace signpost
