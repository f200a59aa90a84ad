// probe.cc - see probe.h.
#include "release/probe.h"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>

#include "base/child_process.h"
#include "base/error.h"
#include "base/sanitized_build.h"
#include "index/owners_file.h"
#include "search/searcher.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

// The 13,044 documents of MDN, 101 MB, take 0.8 seconds here.
constexpr rlim_t kSeconds = 60;
constexpr rlim_t kBytesPerSecond = 4 << 20;
constexpr rlim_t kMemory = rlim_t{1} << 30;
constexpr auto kAnswered = "read ";

uint64_t bytes_below(const std::string& dir) {
  uint64_t bytes = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(dir)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

void limit(int resource, rlim_t value) {
  const rlimit limits{value, value};
  ::setrlimit(resource, &limits);
}

void limit_process(uint64_t bytes) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CPU, kSeconds + bytes / kBytesPerSecond);
  if (!kSanitizedBuild) limit(RLIMIT_AS, kMemory + 2 * bytes);
}

// What a start of the service asks, and all the rest.
std::string read_everything(const std::string& dir) {
  const Searcher searcher(dir);
  searcher.read_all();
  load_owners(dir);
  const Site& site = searcher.site();
  for (const Language& language : site.languages) {
    SearchRequest request;
    request.text = pick(site.title, language.code, site);
    request.lang = language.code;
    searcher.search(request);
    searcher.suggest(request.text.substr(0, 1), language.code);
    searcher.categories(language.code);
    searcher.popular(language.code, 1);
    searcher.recent(language.code, 1);
  }
  return kAnswered + std::to_string(searcher.document_count());
}

int answer(const std::string& dir, uint64_t bytes, int out) {
  limit_process(bytes);
  std::string text;
  try {
    text = read_everything(dir);
  } catch (const std::exception& error) {
    text = message_of(error);
  }
  return write_all(out, text) ? 0 : 1;
}

// Everything that the child writes.
std::string listen(const ChildProcess& child, const std::function<void()>& between) {
  constexpr int kWait = 200;  // milliseconds
  constexpr size_t kMaxAnswer = 4096;
  std::string text;
  char buffer[512];
  for (;;) {
    between();
    pollfd ready{child.from_child(), POLLIN, 0};
    if (::poll(&ready, 1, kWait) <= 0) continue;
    const ssize_t got = ::read(child.from_child(), buffer, sizeof buffer);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (got <= 0) return text;
    text.append(buffer, std::min(static_cast<size_t>(got), kMaxAnswer - text.size()));
  }
}

}  // namespace

uint64_t probe_generation(const std::string& dir, const std::string& subject,
                          const std::function<void()>& between) {
  const uint64_t bytes = bytes_below(dir);
  ChildProcess child([&](int, int out) { return answer(dir, bytes, out); }, -1);
  const std::string text = listen(child, between);
  const std::string ending = child.wait();
  const std::string_view answered(kAnswered);
  uint64_t documents = 0;
  if (ending.empty() && text.starts_with(answered)) {
    std::from_chars(text.data() + answered.size(), text.data() + text.size(), documents);
    return documents;
  }
  throw Error(ErrorKind::corrupt, subject + " holds no index that can be read: " +
                                      (ending.empty() ? text : "reading it ended with " + ending));
}

}  // namespace signpost
