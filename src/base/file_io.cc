// file_io.cc - the calls of the system behind it, with errors that name the file.
#include "base/file_io.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.h"

namespace signpost {
namespace {

constexpr size_t kBuffer = 1 << 20;  // bytes

Descriptor open_or_throw(const std::string& path, int flags) {
  Descriptor opened(::open(path.c_str(), flags | O_CLOEXEC, 0644));
  if (!opened.is_open()) throw_io("cannot open", path);
  return opened;
}

void write_or_throw(int fd, std::string_view bytes, const std::string& path) {
  if (!write_all(fd, bytes)) throw_io("cannot write", path);
}

uint64_t size_of(int fd, const std::string& path) {
  struct stat info {};
  if (::fstat(fd, &info) != 0) throw_io("cannot read", path);
  return static_cast<uint64_t>(info.st_size);
}

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
  AppendFile file(path);
  file.append(bytes);
  file.close();
}

std::string read_file(const std::string& path) {
  const Descriptor file = open_or_throw(path, O_RDONLY);
  std::string out;
  out.reserve(size_of(file.get(), path));
  char buffer[64 * 1024];
  const bool read =
      read_pieces(file.get(), buffer, sizeof buffer, [&](std::string_view piece) { out += piece; });
  if (!read) throw_io("cannot read", path);
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

void AppendFile::append(std::string_view bytes) {
  size_ += bytes.size();
  if (bytes.size() >= kBuffer) {
    flush();
    write_or_throw(fd_.get(), bytes, path_);
    return;
  }
  buffer_.append(bytes);
  if (buffer_.size() >= kBuffer) flush();
}

void AppendFile::flush() {
  write_or_throw(fd_.get(), buffer_, path_);
  buffer_.clear();
}

void AppendFile::close() {
  flush();
  if (!fd_.close()) throw_io("cannot write", path_);
}

RandomFile::RandomFile(const std::string& path) : path_(path), fd_(open_or_throw(path, O_RDONLY)) {}

void RandomFile::read(uint64_t offset, size_t size, std::string& out) const {
  out.resize(size);
  for (size_t got = 0; got < size;) {
    const ssize_t n = ::pread(fd_.get(), out.data() + got, size - got, static_cast<off_t>(offset + got));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw_io("cannot read", path_);
    if (n == 0) throw Error(ErrorKind::corrupt, path_ + " is shorter than its index says");
    got += static_cast<size_t>(n);
  }
}

uint64_t RandomFile::size() const { return size_of(fd_.get(), path_); }

}  // namespace signpost
