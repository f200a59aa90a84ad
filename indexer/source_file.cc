// source_file.cc - opens without blocking, then asks the descriptor what it got.
#include "indexer/source_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace signpost {
namespace {

// Opens a regular file; sets `error` and returns -1 otherwise.
int open_regular(const std::string& path, struct stat& info, int& error) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) {
    error = errno;
    return -1;
  }
  if (::fstat(fd, &info) != 0) {
    error = errno;
  } else if (!S_ISREG(info.st_mode)) {
    error = EINVAL;
  }
  if (error == 0) return fd;
  ::close(fd);
  return -1;
}

// Reads up to `size` bytes, fewer at the end of the file.
FileBytes read_up_to(int fd, size_t size) {
  FileBytes file;
  file.bytes.resize(size);
  size_t done = 0;
  while (done < size) {
    const ssize_t got = ::read(fd, file.bytes.data() + done, size - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) file.error = errno;
    if (got <= 0) break;
    done += static_cast<size_t>(got);
  }
  file.bytes.resize(done);
  return file;
}

}  // namespace

FileBytes read_source_file(const std::string& path, uint64_t limit) {
  struct stat info {};
  int error = 0;
  const int fd = open_regular(path, info, error);
  if (fd < 0) return {"", error};
  FileBytes file;
  if (static_cast<uint64_t>(info.st_size) > limit) {
    file.error = EFBIG;
  } else {
    file = read_up_to(fd, static_cast<size_t>(info.st_size));
  }
  ::close(fd);
  if (file.error != 0) file.bytes.clear();
  return file;
}

std::string describe_read_error(int error) {
  if (error == EFBIG) return "is larger than 2 MB";
  if (error == EINVAL) return "is no regular file";
  return std::string("cannot be read: ") + std::strerror(error);
}

}  // namespace signpost
