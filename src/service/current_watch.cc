// current_watch.cc - see current_watch.h. The path is walked as the system does it, and walked again after
// each wake-up: a folder is watched before a name is looked up in it, so that no change falls between the
// two.
#include "service/current_watch.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/inotify_events.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

// That a name leads elsewhere from now on: no deletion does, because what is served goes on.
constexpr uint32_t kChanges = IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE;
constexpr int kMaxLinks = 40;  // as path_resolution(7)

// A file that was just made and is not written yet: it tells again when it is closed.
bool is_unwritten(const inotify_event& event, const fs::path& path) {
  std::error_code failed;
  return (event.mask & IN_CREATE) != 0 && fs::is_regular_file(path, failed) &&
         fs::file_size(path, failed) == 0;
}

std::string problem_text(int error, const char* setting) {
  const std::string hint = error == ENOSPC || error == EMFILE ? std::string(" (raise ") + setting + ")" : "";
  return std::generic_category().message(error) + hint;
}

}  // namespace

CurrentWatch::CurrentWatch(const std::string& index_dir, std::chrono::milliseconds period)
    : current_(fs::absolute(index_dir) / "current"),
      period_(period),
      stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (!inotify_.is_open()) problem_ = problem_text(errno, "fs.inotify.max_user_instances");
  if (!stop_.is_open()) throw Error(ErrorKind::io, "the system gives no more descriptors");
  watch_path();
}

bool CurrentWatch::wait() {
  using std::chrono::milliseconds;
  using std::chrono::steady_clock;
  const auto end = steady_clock::now() + period_;
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
    pollfd fds[] = {{stop_.get(), POLLIN, 0}, {inotify_.get(), POLLIN, 0}};
    const int ready = ::poll(fds, std::size(fds), static_cast<int>(std::max(left, milliseconds(0)).count()));
    ++wake_ups_;
    if (fds[0].revents != 0) return false;
    if (ready == 0 || (fds[1].revents != 0 && read_events())) break;
  }
  watch_path();
  return true;
}

void CurrentWatch::stop() { ::eventfd_write(stop_.get(), 1); }

// True when the path may lead elsewhere.
bool CurrentWatch::read_events() {
  bool changed = false;
  each_inotify_event(inotify_.get(), [&](const inotify_event& event, std::string_view name) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) changed = true;
    const auto folder = folders_.find(event.wd);
    if (folder == folders_.end() || folder->second.names.count(std::string(name)) == 0) return;
    changed = changed || !is_unwritten(event, folder->second.path / name);
  });
  return changed;
}

void CurrentWatch::watch_path() {
  if (!inotify_.is_open()) return;
  const std::map<int, Folder> before = std::exchange(folders_, {});
  std::vector<fs::path> rest;  // the next name is the last
  const auto put_in_front = [&rest](const fs::path& path) {
    const std::vector<fs::path> names(path.begin(), path.end());
    rest.insert(rest.end(), names.rbegin(), names.rend());
  };
  put_in_front(current_);
  fs::path folder = "/";
  for (int links = 0; !rest.empty() && links <= kMaxLinks;) {
    const fs::path name = std::move(rest.back());
    rest.pop_back();
    if (name.empty() || name == "." || name == "/") continue;
    if (name == "..") {
      folder = folder.parent_path();
      continue;
    }
    watch_folder(folder, name.string());
    std::error_code failed;
    const fs::file_status status = fs::symlink_status(folder / name, failed);
    if (!fs::exists(status)) break;
    if (!fs::is_symlink(status)) {
      folder /= name;
      continue;
    }
    const fs::path target = fs::read_symlink(folder / name, failed);
    if (target.is_absolute()) folder = "/";
    put_in_front(target);
    ++links;
  }
  for (const auto& [watch, unused] : before) {
    if (folders_.count(watch) == 0) ::inotify_rm_watch(inotify_.get(), watch);
  }
}

void CurrentWatch::watch_folder(const fs::path& folder, const std::string& name) {
  const int watch = ::inotify_add_watch(inotify_.get(), folder.c_str(), kChanges | IN_ONLYDIR);
  const bool is_missing = watch < 0 && (errno == ENOENT || errno == ENOTDIR);
  // What counts is the last folder that is there.
  if (!is_missing) problem_ = watch < 0 ? problem_text(errno, "fs.inotify.max_user_watches") : "";
  if (watch < 0) return;
  folders_[watch].path = folder;
  folders_[watch].names.insert(name);
}

}  // namespace signpost
