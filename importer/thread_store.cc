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

#include "content/error.h"
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

// Calls `visit` with each name; a folder that isn't there has none.
template <class Visit>
void for_each_name(const std::string& folder, const Visit& visit) {
  const std::unique_ptr<DIR, CloseDir> dir(::opendir(folder.c_str()));
  if (!dir && errno == ENOENT) return;
  if (!dir) fail("list", folder);
  while (const dirent* entry = ::readdir(dir.get())) {
    if (entry->d_name[0] != '.') visit(std::string(entry->d_name));
  }
}

std::string created(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw Error(ErrorKind::io, "cannot make the folder " + folder + ": " + error.message());
  return folder;
}

// The first `limit` bytes of a regular file; nullopt when there is none.
std::optional<std::string> read_head(const std::string& path, size_t limit) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0 && errno == ENOENT) return std::nullopt;
  if (fd < 0) fail("read", path);
  std::string bytes(limit, '\0');
  size_t done = 0;
  ssize_t got = 1;
  while (done < limit && got != 0) {
    got = ::read(fd, bytes.data() + done, limit - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      ::close(fd);
      fail("read", path);
    }
    done += static_cast<size_t>(got);
  }
  ::close(fd);
  bytes.resize(done);
  return bytes;
}

void write_file(const std::string& path, const std::string& bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (fd < 0) fail("write", path);
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t wrote = ::write(fd, bytes.data() + done, bytes.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) {
      ::close(fd);
      fail("write", path);
    }
    done += static_cast<size_t>(wrote);
  }
  if (::close(fd) != 0) fail("write", path);
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
  if (slug.size() > kMaxSlugBytes) {
    size_t end = kMaxSlugBytes;
    while (end > 0 && (static_cast<unsigned char>(slug[end]) & 0xc0) == 0x80) --end;
    slug.resize(end);
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "thread" : slug;
}

ThreadStore::ThreadStore(std::string folder, std::string key, FindingPrinter& findings)
    : folder_(std::move(folder)), key_(std::move(key)), findings_(findings), known_(created(folder_)) {
  for_each_name(folder_, [&](const std::string& name) {
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

bool ThreadStore::is_ours(const std::string& path) const {
  const auto head = read_head(path, kPostHeadBytes);
  return head && is_post_file(*head, key_);
}

std::string ThreadStore::open_thread(uint32_t id, const std::string& slug) {
  if (id == last_id_) return last_thread_;
  std::string path = path_of(id, slug);
  if (const auto known = known_.find(id); known && *known != slug) {
    const std::string before = path_of(id, *known);
    if (is_ours(before + "/question.md")) {
      if (::rename(before.c_str(), path.c_str()) != 0) remove_thread(before);  // both are there
    } else if (::access(before.c_str(), F_OK) == 0) {
      path = before;  // whoever made the question their own may have linked to it
    }
  }
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) fail("make the folder", path);
  last_id_ = id;
  last_thread_ = path;
  return path;
}

void ThreadStore::write_question(const std::string& thread, const std::string& bytes) {
  write(thread + "/question.md", bytes);
}

void ThreadStore::write_answer(const std::string& thread, uint32_t id, const std::string& bytes) {
  write(thread + "/answer-" + std::to_string(id) + ".md", bytes);
}

void ThreadStore::write(const std::string& path, const std::string& bytes) {
  const auto present = read_head(path, std::max(bytes.size() + 1, kPostHeadBytes));
  if (present && *present == bytes) {
    ++counts_.unchanged;
    return;
  }
  if (present && !is_post_file(*present, key_)) {
    ++counts_.left;
    findings_.warning(path, 0, "file", "somebody made this file their own; it is left as it is");
    return;
  }
  const size_t name = path.find_last_of('/') + 1;
  const std::string part = path.substr(0, name) + "." + path.substr(name) + ".part";
  write_file(part, bytes);
  if (::rename(part.c_str(), path.c_str()) != 0) fail("rename", part);
  ++counts_.written;
}

void ThreadStore::remove_posts(const std::string& thread,
                               const std::function<bool(const std::string&)>& keep) {
  for_each_name(thread, [&](const std::string& name) {
    const std::string path = thread + "/" + name;
    if ((name != "question.md" && answer_id(name) == 0) || keep(name) || !is_ours(path)) return;
    if (::unlink(path.c_str()) != 0) fail("remove", path);
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
  if (::rmdir(thread.c_str()) != 0 && errno != ENOTEMPTY && errno != EEXIST && errno != ENOENT) {
    fail("remove", thread);
  }
}

void ThreadStore::for_each_thread(const std::function<void(uint32_t, const std::string&)>& visit) const {
  for_each_name(folder_, [&](const std::string& name) {
    std::string_view rest = name;
    if (rest.substr(0, key_.size() + 1) != key_ + "-") return;
    rest.remove_prefix(key_.size() + 1);
    const uint32_t id = take_number(rest);
    if (id != 0 && rest.size() > 1 && rest[0] == '-') visit(id, folder_ + "/" + name);
  });
}

}  // namespace signpost
