// source_watch.cc - one inotify watch a folder; new folders are added as they appear.
#include "indexer/source_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "base/inotify_events.h"
#include "content/hidden_folders.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                             IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

std::string canonical(const std::string& path) {
  std::error_code error;
  return fs::weakly_canonical(path, error).string();
}

}  // namespace

SourceWatch::SourceWatch(const std::string& source, const std::string& skip_dir,
                         const std::vector<std::string>& files)
    : source_(source), skip_dir_(canonical(skip_dir)), fd_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (!fd_.is_open()) throw Error(ErrorKind::io, std::string("cannot watch files: ") + std::strerror(errno));
  for (const std::string& file : files) {
    if (file.empty()) continue;
    files_.push_back(canonical(file));
    // The folder, since editors replace files rather than write into them.
    const std::string folder = fs::path(files_.back()).parent_path().string();
    const int watch = ::inotify_add_watch(fd_.get(), folder.c_str(), kEvents);
    if (watch >= 0) folders_[watch] = folder;
  }
  add_tree("");
}

void SourceWatch::add_tree(const std::string& folder) {
  std::string path = source_.path() + "/" + folder;
  path.pop_back();
  if (path == skip_dir_) return;
  const int watch = ::inotify_add_watch(fd_.get(), path.c_str(), kEvents | IN_ONLYDIR | IN_DONT_FOLLOW);
  if (watch < 0) {
    const bool gone = errno == ENOENT || errno == ENOTDIR || errno == EACCES;
    if (gone && !folder.empty()) return;
    const std::string hint = errno == ENOSPC ? " (raise fs.inotify.max_user_watches)" : "";
    throw Error(ErrorKind::io, "cannot watch " + path + ": " + std::strerror(errno) + hint);
  }
  folders_[watch] = path;
  const OpenedFile opened = source_.open_folder(folder.substr(0, folder.rfind('/')));
  std::vector<std::string> names;
  if (opened.error != 0 || list_names(opened, names) != 0) return;
  for (const std::string& name : names) {
    struct stat info {};
    const bool known = ::fstatat(opened.fd.get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0;
    if (known && S_ISDIR(info.st_mode)) add_tree(folder + name + "/");
  }
}

// True when one of the events is about a file that counts.
bool SourceWatch::read_events() {
  bool changed = false;
  each_inotify_event(fd_.get(), [&](const inotify_event& event, std::string_view name) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) changed = changes_.unclear = true;
    if ((event.mask & IN_IGNORED) != 0) folders_.erase(event.wd);
    const auto folder = folders_.find(event.wd);
    if (folder == folders_.end() || name.empty()) return;
    const std::string path = folder->second + "/" + std::string(name);
    const size_t top = source_.path().size() + 1;
    const bool inside = path.compare(0, top, source_.path() + "/") == 0;
    const bool is_dir = (event.mask & IN_ISDIR) != 0;
    if (name[0] == '.' && !(is_dir && may_hold_assets(name))) return;
    if (path == skip_dir_) return;
    if (inside && is_dir && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) add_tree(path.substr(top) + "/");
    if (!inside && std::find(files_.begin(), files_.end(), path) == files_.end()) return;
    changed = true;
    if (inside) {
      changes_.files.insert(path.substr(top) + (is_dir ? "/" : ""));
    } else {
      changes_.unclear = true;
    }
  });
  return changed;
}

bool SourceWatch::wait(int quiet_ms, int timeout_ms) {
  bool changed = false;
  for (;;) {
    pollfd fd{fd_.get(), POLLIN, 0};
    const int ready = ::poll(&fd, 1, changed ? quiet_ms : timeout_ms);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return changed;
    changed |= read_events();
  }
}

}  // namespace signpost
