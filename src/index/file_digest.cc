// file_digest.cc - one hashing context a thread, files taken from a shared counter.
#include "index/file_digest.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <memory>
#include <thread>

#include "content/error.h"

namespace signpost {
namespace {

// Below this many files a second thread costs more than it saves.
constexpr size_t kFilesForThreads = 4;
constexpr size_t kReadSize = 256 * 1024;

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

class Hasher {
 public:
  Hasher() : context_(EVP_MD_CTX_new()), buffer_(kReadSize) {}

  FileDigest digest(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return {"", errno};
    FileDigest result = digest_open_file(fd);
    ::close(fd);
    return result;
  }

 private:
  FileDigest digest_open_file(int fd) {
    if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) return {"", ENOMEM};
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    for (;;) {
      const ssize_t got = ::read(fd, buffer_.data(), buffer_.size());
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return {"", errno};
      if (got == 0) break;
      EVP_DigestUpdate(context_.get(), buffer_.data(), static_cast<size_t>(got));
    }
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), sum, &size);
    static constexpr char kHex[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * size);
    for (unsigned int i = 0; i < size; ++i) {
      hex += kHex[sum[i] >> 4];
      hex += kHex[sum[i] & 15];
    }
    return {hex, 0};
  }

  std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
  std::vector<unsigned char> buffer_;
};

}  // namespace

ShortDigest digest_bytes(std::string_view bytes) {
  unsigned char sum[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), sum, &size, EVP_sha256(), nullptr) != 1)
    throw Error(ErrorKind::internal, "libcrypto cannot compute SHA-256");
  ShortDigest digest;
  std::copy_n(sum, digest.size(), digest.begin());
  return digest;
}

std::vector<FileDigest> digest_files(const std::vector<std::string>& paths) {
  std::vector<FileDigest> results(paths.size());
  std::atomic<size_t> next{0};
  const auto work = [&] {
    Hasher hasher;
    for (size_t i = next++; i < paths.size(); i = next++) results[i] = hasher.digest(paths[i]);
  };
  std::vector<std::thread> helpers;
  if (paths.size() >= kFilesForThreads) {
    const size_t cores = std::max(1u, std::thread::hardware_concurrency());
    const size_t wanted = std::min({cores, paths.size(), size_t{8}}) - 1;
    for (size_t i = 0; i < wanted; ++i) helpers.emplace_back(work);
  }
  work();
  for (std::thread& helper : helpers) helper.join();
  return results;
}

}  // namespace signpost
