// source_folder.cc - links are followed by reading them and opening, from the top, what they say.
// Tested by tests/unit/indexer/source_folder_test.cc.
#include "indexer/source_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/named_path.h"
#include "content/hidden_folders.h"
#include "content/internal_folder.h"
#include "content/internal_parts.h"
#include "content/markdown_names.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr int kForReading = O_RDONLY | O_NONBLOCK | O_NOCTTY;
constexpr int kMaxLinks = 8;

std::string parent_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

enum class Wanted { file, folder };

// Why a path must not be opened: an errno, or 0.
int refuse_path(const std::string& path, Wanted wanted) {
  bool hidden = false;
  if (path.empty() || path.find('\0') != std::string::npos) return ENOENT;
  if (path[0] == '/') return EXDEV;
  for (size_t at = 0, end = 0; end != std::string::npos; at = end + 1) {
    end = path.find('/', at);
    const std::string_view name = std::string_view(path).substr(at, end - at);
    if (name.empty()) return ENOENT;
    if (name == "..") return EXDEV;
    if (name[0] == '.' && !may_hold_assets(name)) return EPERM;
    hidden = hidden || name[0] == '.';
  }
  return hidden && wanted == Wanted::file && !may_be_asset(path) ? EPERM : 0;
}

// Where a link in the folder `from` leads that says `target`; nullopt when that is out of the source.
std::optional<std::string> follow_link(std::string from, std::string_view target) {
  if (target.starts_with('/')) return std::nullopt;
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target[1] == '.') {
      if (from.empty()) return std::nullopt;
      from = parent_of(from);
    }
    target.remove_prefix(target.find('/') + 1);
  }
  return from.empty() ? std::string(target) : from + "/" + std::string(target);
}

// What the link says; "" with errno when it can't be read.
std::string read_link(int root, const std::string& path) {
  const Descriptor link = open_beneath(root, path, O_PATH);
  if (link.get() < 0) return {};
  std::string target(PATH_MAX, '\0');
  const ssize_t length = ::readlinkat(link.get(), "", target.data(), target.size());
  if (length < 0 && errno == ENOENT) errno = EINVAL;  // it is no link any more
  target.resize(length < 0 ? 0 : static_cast<size_t>(length));
  return target;
}

Descriptor open_root(const std::string& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

FileBytes read_bytes(int fd, size_t size) {
  FileBytes file;
  file.bytes.resize(size);
  const ptrdiff_t got = read_up_to(fd, file.bytes.data(), size);
  if (got < 0) file.error = errno;
  file.bytes.resize(static_cast<size_t>(std::max<ptrdiff_t>(got, 0)));
  return file;
}

FileBytes read_opened(const OpenedFile& file, uint64_t limit) {
  if (file.error != 0) return {"", file.error};
  const auto size = static_cast<uint64_t>(file.info.st_size);
  if (size > limit) return {"", EFBIG};
  return read_bytes(file.fd.get(), static_cast<size_t>(size));
}

OpenedFile opened(Descriptor fd) {
  OpenedFile file;
  if (fd.get() < 0 || ::fstat(fd.get(), &file.info) != 0) file.error = errno;
  file.fd = std::move(fd);
  return file;
}

OpenedFile only_regular(OpenedFile file) {
  if (file.error == 0 && !S_ISREG(file.info.st_mode))
    file.error = S_ISDIR(file.info.st_mode) ? EISDIR : EINVAL;
  return file;
}

}  // namespace

SourceFolder::SourceFolder(const std::string& path, Readers readers)
    : path_(canonical_named(path, "source folder")), readers_(readers) {
  if (open_root(path_).get() < 0) throw_io("cannot read the source folder", path);
}

OpenedFile SourceFolder::open(std::string path, int flags) const {
  const Descriptor root = open_root(path_);
  OpenedFile file;
  if (root.get() < 0) {
    file.error = errno;
    return file;
  }
  for (int links = 0; links <= kMaxLinks; ++links) {
    file.error = refuse_path(path, Wanted::file);
    if (file.error == 0 && readers_ == Readers::everybody && lies_in_internal_folder(path))
      file.error = EACCES;
    if (file.error != 0) return file;
    file = opened(open_beneath(root.get(), path, flags));
    const bool link = file.error == ELOOP || (file.error == 0 && S_ISLNK(file.info.st_mode));
    if (!link) return file;
    const std::string target = read_link(root.get(), path);
    file.error = target.empty() ? errno : EXDEV;
    const auto next = target.empty() ? std::nullopt : follow_link(parent_of(path), target);
    if (!next) return file;
    path = *next;
  }
  file.error = ELOOP;
  return file;
}

OpenedFile SourceFolder::open_file(const std::string& path) const {
  return only_regular(open(path, kForReading));
}

FileBytes SourceFolder::read_file(const std::string& path, uint64_t limit) const {
  FileBytes file = read_opened(open_file(path), limit);
  file.size = file.bytes.size();
  if (!is_markdown_name(path) || !may_have_internal_part(file.bytes)) return file;
  std::string for_everybody = without_internal_parts(file.bytes);
  file.has_internal_parts = for_everybody != file.bytes;  // code may show how one is written
  if (readers_ == Readers::everybody) file.bytes = std::move(for_everybody);
  return file;
}

OpenedFile SourceFolder::open_folder(const std::string& path) const {
  Descriptor root = open_root(path_);
  if (path.empty() || root.get() < 0) return opened(std::move(root));
  OpenedFile folder;
  folder.error = refuse_path(path, Wanted::folder);
  return folder.error != 0 ? std::move(folder)
                           : opened(open_beneath(root.get(), path, O_RDONLY | O_DIRECTORY));
}

int SourceFolder::look_at(const std::string& path, struct stat& info) const {
  const OpenedFile file = open(path, O_PATH);
  info = file.info;
  return file.error;
}

int list_names(const OpenedFile& folder, std::vector<std::string>& names) {
  Descriptor copy(::fcntl(folder.fd.get(), F_DUPFD_CLOEXEC, 0));
  DIR* dir = copy.is_open() ? ::fdopendir(copy.get()) : nullptr;
  if (dir == nullptr) return errno;
  copy.release();  // closedir() closes it
  const dirent* entry = nullptr;
  while (errno = 0, (entry = ::readdir(dir)) != nullptr) {
    const std::string_view name = entry->d_name;
    if (name[0] != '.' || may_hold_assets(name)) names.emplace_back(name);
  }
  const int error = errno;
  ::closedir(dir);
  return error;
}

FileBytes read_named_file(const std::string& path, uint64_t limit) {
  const std::string canonical = canonical_named(path, "file");
  return read_opened(only_regular(opened(Descriptor(::open(canonical.c_str(), kForReading | O_CLOEXEC)))),
                     limit);
}

FileBytes read_beneath(const std::string& folder, const std::string& path, uint64_t limit) {
  const Descriptor root(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!root.is_open()) return {{}, errno};
  return read_opened(only_regular(opened(open_beneath(root.get(), path, kForReading))), limit);
}

std::string describe_read_error(int error, uint64_t limit) {
  switch (error) {
    case EFBIG:
      return "is larger than " + std::to_string(limit >> 20) + " MB";
    case EINVAL:
      return "is not a regular file";
    case EISDIR:
      return "is a folder";
    case ELOOP:
      return "lies behind a link that is not followed: one to a folder, or one of a ring";
    case EXDEV:
      return "leads out of the source";
    case EACCES:
      return "can't be opened, or leads into a folder that is for staff alone";
    case EPERM:
      return "leads to a hidden name, one that begins with '.'";
    default:
      return std::string("cannot be read: ") + std::strerror(error);
  }
}

}  // namespace signpost
