// open_beneath.cc - openat2(2) where there is one, else a walk of openat(2).
// Tested by tests/unit/base/open_beneath_test.cc.
#include "base/open_beneath.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace signpost {
namespace {

constexpr int kAlways = O_CLOEXEC | O_NOFOLLOW;

// A link where a folder was asked for counts as a link, as it does for openat2().
Descriptor open_folder_part(int folder, const std::string& name) {
  Descriptor opened(::openat(folder, name.c_str(), O_PATH | O_DIRECTORY | kAlways));
  if (opened.get() >= 0 || errno != ENOTDIR) return opened;
  struct stat info {};
  const bool link = ::fstatat(folder, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
  errno = link ? ELOOP : ENOTDIR;
  return opened;
}

}  // namespace

Descriptor walk_beneath(int folder, const std::string& path, int flags) {
  Descriptor parent;
  size_t at = 0;
  for (size_t end = path.find('/'); end != std::string::npos; end = path.find('/', at)) {
    parent = open_folder_part(at == 0 ? folder : parent.get(), path.substr(at, end - at));
    if (parent.get() < 0) return parent;
    at = end + 1;
  }
  const int last_folder = at == 0 ? folder : parent.get();
  return Descriptor(::openat(last_folder, path.c_str() + at, flags | kAlways));
}

Descriptor open_beneath(int folder, const std::string& path, int flags) {
  open_how how{};
  how.flags = static_cast<unsigned>(flags | kAlways);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  Descriptor opened(static_cast<int>(::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how)));
  if (opened.get() >= 0) return opened;
  // What it is that lacks: the call, the permission to make it, a field of `how`, or a moment of rest.
  const bool lacks = errno == ENOSYS || errno == EPERM || errno == E2BIG || errno == EAGAIN;
  return lacks ? walk_beneath(folder, path, flags) : std::move(opened);
}

}  // namespace signpost
