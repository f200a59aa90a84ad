// asset_copy.cc - a reflink if possible, else a copy inside the kernel, else read and write.
#include "indexer/asset_copy.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "content/error.h"
#include "indexer/source_file.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  const int fd_;
};

// False with errno set.
bool copy_by_hand(int from, int to) {
  std::vector<char> buffer(256 * 1024);
  for (;;) {
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
    for (ssize_t done = 0; done < got;) {
      const ssize_t wrote = ::write(to, buffer.data() + done, static_cast<size_t>(got - done));
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) return false;
      done += wrote;
    }
  }
}

bool copy_content(int from, int to) {
  if (::ioctl(to, FICLONE, from) == 0) return true;
  for (;;) {
    const ssize_t copied = ::copy_file_range(from, nullptr, to, nullptr, size_t{1} << 30, 0);
    if (copied == 0) return true;
    if (copied > 0 || errno == EINTR) continue;
    const bool unsupported = errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
    return unsupported && copy_by_hand(from, to);  // both go on where the offsets are
  }
}

// Links an earlier copy of the file to `target` if it is one of what the file is now.
bool link_copy(const std::string& copy, const struct stat& source, const std::string& target) {
  struct stat info {};
  return ::lstat(copy.c_str(), &info) == 0 && S_ISREG(info.st_mode) && info.st_size == source.st_size &&
         info.st_mtim.tv_sec == source.st_mtim.tv_sec && info.st_mtim.tv_nsec == source.st_mtim.tv_nsec &&
         ::link(copy.c_str(), target.c_str()) == 0;
}

}  // namespace

AssetCopy copy_assets(const std::vector<AssetFile>& assets, const std::string& generation_dir,
                      const std::string& previous_dir) {
  AssetCopy result;
  const fs::path target_root = fs::path(generation_dir) / "files";
  for (const AssetFile& asset : assets) {
    const auto warn = [&](int error) {
      result.diagnostics.push_back({Severity::warning, asset.name, 0, 0, "asset-missing",
                                    describe_read_error(error) + "; not copied"});
    };
    const Descriptor from(::open(asset.source.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat info {};
    if (from.get() < 0 || ::fstat(from.get(), &info) != 0) {
      warn(errno);
      continue;
    }
    if (!S_ISREG(info.st_mode)) {
      warn(EINVAL);
      continue;
    }
    const fs::path target = target_root / asset.name;
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    ++result.files;
    result.bytes += static_cast<uint64_t>(info.st_size);
    if (!previous_dir.empty() && link_copy(previous_dir + "/files/" + asset.name, info, target.string()))
      continue;
    const Descriptor to(::open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (to.get() < 0 || !copy_content(from.get(), to.get())) throw_io("cannot write", target.string());
    // The copy's time is what the next run knows it by.
    const timespec times[2] = {info.st_atim, info.st_mtim};
    ::futimens(to.get(), times);
  }
  return result;
}

}  // namespace signpost
