// file_digest.cc - one hashing context a thread, files taken from a shared counter.
#include "base/file_digest.h"

#include <fcntl.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <functional>
#include <thread>

#include "base/descriptor.h"
#include "base/sha256.h"

namespace signpost {
namespace {

// Below this many files a second thread costs more than it saves.
constexpr size_t kFilesForThreads = 4;
constexpr size_t kReadSize = 256 * 1024;

class Hasher {
 public:
  FileDigest digest(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) return {"", errno};
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    const auto add = [this](std::string_view piece) { sum_.add(piece); };
    const int error = read_pieces(file.get(), buffer_.data(), buffer_.size(), add) ? 0 : errno;
    const Sha256Sum sum = sum_.finish();
    return error == 0 ? FileDigest{to_hex(sum), 0} : FileDigest{"", error};
  }

 private:
  Sha256 sum_;
  std::vector<char> buffer_ = std::vector<char>(kReadSize);
};

}  // namespace

std::vector<FileDigest> digest_files(const std::vector<std::string>& paths) {
  std::vector<FileDigest> results(paths.size());
  std::atomic<size_t> next{0};
  const auto work = [&](Hasher& hasher) {
    for (size_t i = next++; i < paths.size(); i = next++) results[i] = hasher.digest(paths[i]);
  };
  const size_t cores = std::max(1u, std::thread::hardware_concurrency());
  std::vector<Hasher> hashers(paths.size() < kFilesForThreads ? 1
                                                              : std::min({cores, paths.size(), size_t{8}}));
  std::vector<std::thread> helpers;
  for (size_t i = 1; i < hashers.size(); ++i) helpers.emplace_back(work, std::ref(hashers[i]));
  work(hashers.front());
  for (std::thread& helper : helpers) helper.join();
  return results;
}

}  // namespace signpost
