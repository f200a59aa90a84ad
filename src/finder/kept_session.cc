// kept_session.cc - see kept_session.h.
#include "finder/kept_session.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/ascii.h"
#include "base/descriptor.h"
#include "base/error.h"
#include "base/percent.h"
#include "base/synced_file.h"

namespace signpost {
namespace {

constexpr mode_t kMineAlone = 0600;
constexpr size_t kMaxTokenBytes = 4096;

std::string session_file(const std::string& dir, std::string_view server) {
  return dir + "/" + percent_encode(server);
}

bool is_mine_alone(const struct stat& file) {
  return S_ISREG(file.st_mode) && file.st_uid == ::geteuid() && (file.st_mode & 077) == 0;
}

}  // namespace

std::string session_dir(const char* state_home, const char* home) {
  // A relative one is to be ignored.
  if (state_home != nullptr && *state_home == '/') return std::string(state_home) + "/signpost";
  if (home != nullptr && *home == '/') return std::string(home) + "/.local/state/signpost";
  throw Error(ErrorKind::usage, "neither XDG_STATE_HOME nor HOME says where a session can be kept");
}

std::string kept_session(const std::string& dir, std::string_view server) {
  const std::string path = session_file(dir, server);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT) return "";
    throw_io("cannot open", path);
  }
  struct stat about {};
  if (::fstat(file.get(), &about) != 0) throw_io("cannot look at", path);
  if (!is_mine_alone(about))
    throw Error(ErrorKind::usage, path + ": others can use this file; delete it, and sign in again");
  std::string token(kMaxTokenBytes, '\0');
  const ptrdiff_t got = read_up_to(file.get(), token.data(), token.size());
  if (got < 0) throw_io("cannot read", path);
  token.resize(static_cast<size_t>(got));
  return std::string(trimmed(token));
}

void keep_session(const std::string& dir, std::string_view server, const std::string& token) {
  std::error_code failed;
  const bool is_new = std::filesystem::create_directories(dir, failed);
  if (failed) throw Error(ErrorKind::io, "cannot make " + dir + ": " + failed.message());
  if (is_new) std::filesystem::permissions(dir, std::filesystem::perms::owner_all, failed);
  if (failed) throw Error(ErrorKind::io, "cannot close " + dir + " to others: " + failed.message());
  replace_file(session_file(dir, server), token + "\n", kMineAlone);
}

void forget_session(const std::string& dir, std::string_view server) {
  const std::string path = session_file(dir, server);
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) throw_io("cannot delete", path);
}

}  // namespace signpost
