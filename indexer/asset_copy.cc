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

#include "base/descriptor.h"
#include "base/error.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr int kForWriting = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;

// False with errno set.
bool copy_by_hand(int from, int to) {
  std::vector<char> buffer(256 * 1024);
  bool written = true;
  const bool read = read_pieces(from, buffer.data(), buffer.size(),
                                [&](std::string_view piece) { written = written && write_all(to, piece); });
  return read && written;
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

// The path of a file in the generation, in a folder that is there.
std::string asset_target(const std::string& generation_dir, const std::string& name) {
  const fs::path target = fs::path(generation_dir) / "files" / name;
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  return target.string();
}

// Links an earlier copy of the file to `target` if it is one of what the file is now.
bool link_copy(const std::string& copy, const struct stat& source, const std::string& target) {
  struct stat info {};
  return ::lstat(copy.c_str(), &info) == 0 && S_ISREG(info.st_mode) && info.st_size == source.st_size &&
         info.st_mtim.tv_sec == source.st_mtim.tv_sec && info.st_mtim.tv_nsec == source.st_mtim.tv_nsec &&
         ::link(copy.c_str(), target.c_str()) == 0;
}

}  // namespace

AssetCopy copy_assets(const SourceFolder& source, const std::vector<std::string>& assets,
                      const std::string& generation_dir, const std::string& previous_dir) {
  AssetCopy result;
  for (const std::string& asset : assets) {
    const OpenedFile from = source.open_file(asset);
    if (from.error != 0) {
      result.diagnostics.push_back({Severity::warning, asset, 0, 0, "asset-missing",
                                    describe_read_error(from.error) + "; not copied"});
      continue;
    }
    const std::string target = asset_target(generation_dir, asset);
    ++result.files;
    result.bytes += static_cast<uint64_t>(from.info.st_size);
    if (!previous_dir.empty() && link_copy(previous_dir + "/files/" + asset, from.info, target)) continue;
    const Descriptor to(::open(target.c_str(), kForWriting, 0644));
    if (to.get() < 0 || !copy_content(from.fd.get(), to.get())) throw_io("cannot write", target);
    // The copy's time is what the next run knows it by.
    const timespec times[2] = {from.info.st_atim, from.info.st_mtim};
    ::futimens(to.get(), times);
  }
  return result;
}

void write_asset(const std::string& name, const std::string& bytes, const std::string& generation_dir) {
  const std::string target = asset_target(generation_dir, name);
  const Descriptor to(::open(target.c_str(), kForWriting, 0644));
  if (to.get() < 0 || !write_all(to.get(), bytes)) throw_io("cannot write", target);
}

}  // namespace signpost
