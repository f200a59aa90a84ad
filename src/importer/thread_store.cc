// thread_store.cc - files are compared before they are written, so that an unchanged one keeps its time.
#include "importer/thread_store.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/error.h"
#include "base/utf8.h"
#include "content/heading_ids.h"
#include "importer/post_file.h"

namespace signpost {
namespace {

constexpr size_t kMaxSlugBytes = 60;

[[noreturn]] void fail(const std::string& what, const std::string& path) {
  throw Error(ErrorKind::io, "cannot " + what + " " + path + ": " + std::strerror(errno));
}

struct CloseDir {
  void operator()(DIR* dir) const { ::closedir(dir); }
};

// Calls `visit` with each name in a folder, which is closed then; one that isn't there has none.
template <class Visit>
void for_each_name(const Descriptor& folder, const std::string& path, const Visit& visit) {
  if (folder.get() < 0) return;
  const int fd = ::fcntl(folder.get(), F_DUPFD_CLOEXEC, 0);
  const std::unique_ptr<DIR, CloseDir> dir(fd < 0 ? nullptr : ::fdopendir(fd));
  if (!dir) fail("list", path);
  ::rewinddir(dir.get());
  while (const dirent* entry = ::readdir(dir.get())) {
    if (entry->d_name[0] != '.') visit(std::string(entry->d_name));
  }
}

Descriptor open_in(const Descriptor& folder, const std::string& name, int flags) {
  return Descriptor(::openat(folder.get(), name.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0666));
}

// Opens OUTPUT/community/LANG and makes what of it isn't there. OUTPUT is the operator's word, links and all.
Descriptor created(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::absolute(path).lexically_normal();
  const std::filesystem::path output = folder.parent_path().parent_path();
  std::error_code error;
  std::filesystem::create_directories(output, error);
  if (error) throw Error(ErrorKind::io, "cannot make the folder " + output.string() + ": " + error.message());
  Descriptor opened(::open(output.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for (const std::string& name : {folder.parent_path().filename().string(), folder.filename().string()}) {
    if (opened.get() >= 0 && ::mkdirat(opened.get(), name.c_str(), 0777) != 0 && errno != EEXIST)
      fail("make the folder", path);
    opened = open_in(opened, name, O_RDONLY | O_DIRECTORY);
    if (opened.get() < 0) fail("use the folder, or follow a link,", path);
  }
  return opened;
}

// The first `limit` bytes of a file; nullopt when there is none. Of a link, and what else no import made,
// there are none to read.
std::optional<std::string> read_head(const Descriptor& folder, const std::string& name, size_t limit,
                                     const std::string& path) {
  const Descriptor file = open_in(folder, name, O_RDONLY | O_NONBLOCK);
  if (file.get() < 0 && errno == ENOENT) return std::nullopt;
  if (file.get() < 0 && errno == ELOOP) return "";
  if (file.get() < 0) fail("read", path);
  std::string bytes(limit, '\0');
  const ptrdiff_t got = read_up_to(file.get(), bytes.data(), limit);
  if (got < 0) fail("read", path);
  bytes.resize(static_cast<size_t>(got));
  return bytes;
}

// What lies there already, of an import that was cut off or of anybody, is replaced.
void write_file(const Descriptor& folder, const std::string& name, const std::string& bytes,
                const std::string& path) {
  ::unlinkat(folder.get(), name.c_str(), 0);
  Descriptor file = open_in(folder, name, O_WRONLY | O_CREAT | O_EXCL);
  if (file.get() < 0) fail("write", path);
  if (!write_all(file.get(), bytes)) fail("write", path);
  if (!file.close()) fail("write", path);
}

// The number that `text` begins with, and `text` moved behind it; 0 when there is none.
uint32_t take_number(std::string_view& text) {
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return 0;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return number;
}

// The id in "answer-ID.md", 0 for other names.
uint32_t answer_id(std::string_view name) {
  if (name.substr(0, 7) != "answer-") return 0;
  name.remove_prefix(7);
  const uint32_t id = take_number(name);
  return name == ".md" ? id : 0;
}

}  // namespace

std::string thread_slug(const std::string& title) {
  std::string slug = heading_slug(title);
  slug.resize(whole_characters(slug, kMaxSlugBytes));
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "thread" : slug;
}

ThreadStore::ThreadStore(std::string folder, std::string key, FindingPrinter& findings)
    : folder_(std::move(folder)),
      key_(std::move(key)),
      findings_(findings),
      opened_(created(folder_)),
      known_(folder_) {
  for_each_name(opened_, folder_, [&](const std::string& name) {
    std::string_view rest = name;
    if (rest.substr(0, key_.size() + 1) != key_ + "-") return;
    rest.remove_prefix(key_.size() + 1);
    const uint32_t id = take_number(rest);
    if (id != 0 && rest.size() > 1 && rest[0] == '-' && rest.size() <= SlotFile::kMaxValueBytes) {
      known_.add(id, rest.substr(1));
    }
  });
  known_.seal();
}

std::string ThreadStore::path_of(uint32_t id, const std::string& slug) const {
  return folder_ + "/" + key_ + "-" + std::to_string(id) + "-" + slug;
}

std::string ThreadStore::known_thread(uint32_t id) const {
  const auto slug = known_.find(id);
  return slug ? path_of(id, *slug) : std::string();
}

Descriptor ThreadStore::open_folder(const std::string& thread) const {
  return open_in(opened_, thread.substr(folder_.size() + 1), O_RDONLY | O_DIRECTORY);
}

std::string ThreadStore::open_thread(uint32_t id, const std::string& slug) {
  if (id == last_id_) return last_thread_;
  std::string path = path_of(id, slug);
  if (const auto known = known_.find(id); known && *known != slug) {
    const std::string before = path_of(id, *known);
    const std::string name = path.substr(folder_.size() + 1);
    const Descriptor old = open_folder(before);
    const auto head = old.get() < 0 ? std::nullopt : read_head(old, "question.md", kPostHeadBytes, before);
    if (head && is_post_file(*head, key_)) {
      const std::string old_name = before.substr(folder_.size() + 1);
      if (::renameat(opened_.get(), old_name.c_str(), opened_.get(), name.c_str()) != 0)
        remove_thread(before);  // both are there
    } else if (old.get() >= 0) {
      path = before;  // whoever made the question their own may have linked to it
    }
  }
  const std::string name = path.substr(folder_.size() + 1);
  if (::mkdirat(opened_.get(), name.c_str(), 0777) != 0 && errno != EEXIST) fail("make the folder", path);
  last_id_ = id;
  last_thread_ = path;
  return path;
}

void ThreadStore::write_question(const std::string& thread, const std::string& bytes) {
  write(thread, "question.md", bytes);
}

void ThreadStore::write_answer(const std::string& thread, uint32_t id, const std::string& bytes) {
  write(thread, "answer-" + std::to_string(id) + ".md", bytes);
}

void ThreadStore::leave(const std::string& path, const std::string& message) {
  ++counts_.left;
  findings_.warning(path, 0, "file", message);
}

void ThreadStore::write(const std::string& thread, const std::string& name, const std::string& bytes) {
  const std::string path = thread + "/" + name;
  const Descriptor folder = open_folder(thread);
  if (folder.get() < 0 && errno == ENOTDIR)
    return leave(path, "its folder is a link, or none; left as it is");
  if (folder.get() < 0) fail("open the folder of", path);
  const auto present = read_head(folder, name, std::max(bytes.size() + 1, kPostHeadBytes), path);
  if (present && *present == bytes) {
    ++counts_.unchanged;
    return;
  }
  if (present && !is_post_file(*present, key_))
    return leave(path, "somebody made this file their own; it is left as it is");
  const std::string part = "." + name + ".part";
  write_file(folder, part, bytes, path);
  if (::renameat(folder.get(), part.c_str(), folder.get(), name.c_str()) != 0) fail("rename", path);
  ++counts_.written;
}

void ThreadStore::remove_posts(const std::string& thread,
                               const std::function<bool(const std::string&)>& keep) {
  const Descriptor folder = open_folder(thread);
  for_each_name(folder, thread, [&](const std::string& name) {
    if ((name != "question.md" && answer_id(name) == 0) || keep(name)) return;
    const auto head = read_head(folder, name, kPostHeadBytes, thread + "/" + name);
    if (!head || !is_post_file(*head, key_)) return;
    if (::unlinkat(folder.get(), name.c_str(), 0) != 0) fail("remove", thread + "/" + name);
    ++counts_.removed;
  });
}

void ThreadStore::remove_answers(const std::string& thread, const std::function<bool(uint32_t)>& keep) {
  remove_posts(thread, [&](const std::string& name) {
    const uint32_t id = answer_id(name);
    return id == 0 || keep(id);
  });
}

void ThreadStore::remove_thread(const std::string& thread) {
  remove_posts(thread, [](const std::string&) { return false; });
  const std::string name = thread.substr(folder_.size() + 1);
  const bool removed = ::unlinkat(opened_.get(), name.c_str(), AT_REMOVEDIR) == 0;
  const bool people_have_it = errno == ENOTEMPTY || errno == EEXIST || errno == ENOENT || errno == ENOTDIR;
  if (!removed && !people_have_it) fail("remove", thread);
}

void ThreadStore::for_each_thread(const std::function<void(uint32_t, const std::string&)>& visit) const {
  for_each_name(opened_, folder_, [&](const std::string& name) {
    std::string_view rest = name;
    if (rest.substr(0, key_.size() + 1) != key_ + "-") return;
    rest.remove_prefix(key_.size() + 1);
    const uint32_t id = take_number(rest);
    if (id != 0 && rest.size() > 1 && rest[0] == '-') visit(id, folder_ + "/" + name);
  });
}

}  // namespace signpost
