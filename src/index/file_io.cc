// file_io.cc - the calls of the system behind it, with errors that name the file.
#include "index/file_io.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "content/error.h"

namespace signpost {
namespace {

constexpr size_t kBuffer = 1 << 20;  // bytes

int open_or_throw(const std::string& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC, 0644);
  if (fd < 0) throw_io("cannot open", path);
  return fd;
}

void write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw_io("cannot write", path);
    bytes.remove_prefix(static_cast<size_t>(n));
  }
}

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
  AppendFile file(path);
  file.append(bytes);
  file.close();
}

std::string read_file(const std::string& path) {
  const int fd = open_or_throw(path, O_RDONLY);
  std::string out;
  char buffer[64 * 1024];
  ssize_t n;
  while ((n = ::read(fd, buffer, sizeof buffer)) != 0) {
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      ::close(fd);
      throw_io("cannot read", path);
    }
    out.append(buffer, static_cast<size_t>(n));
  }
  ::close(fd);
  return out;
}

std::optional<std::string> read_file_if_present(const std::string& path) {
  try {
    return read_file(path);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::not_found) return std::nullopt;
    throw;
  }
}

AppendFile::AppendFile(const std::string& path)
    : path_(path), fd_(open_or_throw(path, O_WRONLY | O_CREAT | O_TRUNC)) {}

AppendFile::~AppendFile() {
  if (fd_ >= 0) ::close(fd_);
}

void AppendFile::append(std::string_view bytes) {
  size_ += bytes.size();
  if (bytes.size() >= kBuffer) {
    flush();
    write_all(fd_, bytes, path_);
    return;
  }
  buffer_.append(bytes);
  if (buffer_.size() >= kBuffer) flush();
}

void AppendFile::flush() {
  write_all(fd_, buffer_, path_);
  buffer_.clear();
}

void AppendFile::close() {
  flush();
  const int fd = std::exchange(fd_, -1);
  if (::close(fd) != 0) throw_io("cannot write", path_);
}

MappedFile::MappedFile(const std::string& path) {
  const int fd = open_or_throw(path, O_RDONLY);
  struct stat info {};
  if (::fstat(fd, &info) != 0) {
    ::close(fd);
    throw_io("cannot read", path);
  }
  const auto size = static_cast<size_t>(info.st_size);
  if (size > 0) {
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
    if (address == MAP_FAILED) {
      ::close(fd);
      throw_io("cannot map", path);
    }
    bytes_ = std::string_view(static_cast<const char*>(address), size);
  }
  ::close(fd);
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

RandomFile::RandomFile(const std::string& path) : path_(path), fd_(open_or_throw(path, O_RDONLY)) {}

RandomFile::~RandomFile() { ::close(fd_); }

void RandomFile::read(uint64_t offset, size_t size, std::string& out) const {
  out.resize(size);
  for (size_t got = 0; got < size;) {
    const ssize_t n = ::pread(fd_, out.data() + got, size - got, static_cast<off_t>(offset + got));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw_io("cannot read", path_);
    if (n == 0) throw Error(ErrorKind::corrupt, path_ + " is shorter than its index says");
    got += static_cast<size_t>(n);
  }
}

uint64_t RandomFile::size() const {
  struct stat info {};
  if (::fstat(fd_, &info) != 0) throw_io("cannot read", path_);
  return static_cast<uint64_t>(info.st_size);
}

}  // namespace signpost
