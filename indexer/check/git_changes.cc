// git_changes.cc - runs git without a shell, and tells it not to refresh its index, which would be writing.
#include "indexer/check/git_changes.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/child_process.h"
#include "base/error.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr int kExitNoProgram = 127;

// In the child: becomes git.
int run_git(const std::vector<std::string>& arguments, int out) {
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::setenv("GIT_OPTIONAL_LOCKS", "0", 1);
  if (::dup2(out, STDOUT_FILENO) < 0) return kExitNoProgram;
  ::execvp("git", argv.data());
  return kExitNoProgram;
}

// What git prints; nullopt when it fails, having said why on the standard error. Files of a checkout that
// look like a repository are none, since its settings could name programs to run.
std::optional<std::string> git(const std::string& folder, const std::vector<std::string>& command) {
  std::vector<std::string> arguments = {
      "git", "-C", folder, "-c", "diff.autoRefreshIndex=false", "-c", "safe.bareRepository=explicit"};
  arguments.insert(arguments.end(), command.begin(), command.end());
  ChildProcess child([&](int, int out) { return run_git(arguments, out); }, -1);
  child.close_to_child();
  std::string output;
  char buffer[65536];
  for (;;) {
    const ssize_t got = ::read(child.from_child(), buffer, sizeof buffer);
    if (got > 0) output.append(buffer, static_cast<size_t>(got));
    if (got == 0) break;
    if (got < 0 && errno != EAGAIN && errno != EINTR) break;
    if (got < 0) {
      pollfd ready{child.from_child(), POLLIN, 0};
      ::poll(&ready, 1, -1);
    }
  }
  if (!child.wait().empty()) return std::nullopt;
  return output;
}

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
  const auto commit = git(folder, {"rev-parse", "--verify", "--end-of-options", ref + "^{commit}"});
  if (!commit || ref.empty()) {
    throw Error(ErrorKind::usage, "git knows no commit '" + ref + "' for " + folder);
  }
  std::string since = first_line(*commit);
  // A shallow clone may lack what the two have in common.
  if (const auto base = git(folder, {"merge-base", since, "HEAD"})) since = first_line(*base);
  const auto changed =
      git(folder, {"diff", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=dirty",
                   "--relative", "-z", "--end-of-options", since, "--"});
  const auto untracked = git(folder, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!changed || !untracked) throw Error(ErrorKind::usage, "git can't tell what changed in " + folder);
  std::set<std::string> paths;
  add_paths(*changed, paths);
  add_paths(*untracked, paths);
  return paths;
}

std::string repository_root(const std::string& folder) {
  std::error_code error;
  fs::path at = fs::canonical(folder, error);
  while (!error && !at.empty()) {
    std::error_code ignored;
    if (fs::exists(at / ".git", ignored)) return at.string();
    if (at == at.root_path()) break;
    at = at.parent_path();
  }
  return "";
}

}  // namespace signpost
