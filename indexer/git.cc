// git.cc - runs git without a shell, and tells it not to refresh its index, which would be writing.
#include "indexer/git.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "base/child_process.h"

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
  ::setenv("GIT_NO_LAZY_FETCH", "1", 1);  // of a partial clone: nothing is asked over the network
  ::setenv("GIT_TERMINAL_PROMPT", "0", 1);
  if (::dup2(out, STDOUT_FILENO) < 0) return kExitNoProgram;
  ::execvp("git", argv.data());
  return kExitNoProgram;
}

}  // namespace

std::optional<std::string> ask_git(const std::string& folder, const std::vector<std::string>& command,
                                   size_t limit) {
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
    if (output.size() > limit) return std::nullopt;
    if (got < 0 && errno != EAGAIN && errno != EINTR) break;
    if (got < 0) {
      pollfd ready{child.from_child(), POLLIN, 0};
      ::poll(&ready, 1, -1);
    }
  }
  if (!child.wait().empty()) return std::nullopt;
  return output;
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
