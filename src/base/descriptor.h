// descriptor.h - the one owner of a file descriptor, and whole reads and writes through one.
// Tested by tests/unit/base/descriptor_test.cc.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace signpost {

// -1 for none. Closed with the object.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  // What this one held is closed when `other` goes.
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  // The caller's to close.
  int release() { return std::exchange(fd_, -1); }
  // False with errno when what was written may not have arrived.
  bool close();

 private:
  int fd_;
};

// Both go on after a signal, and block where the descriptor does.

// Writes all of it. False with errno.
bool write_all(int fd, std::string_view bytes);

// Reads up to `size` bytes, fewer at the end only. Returns how many, -1 with errno.
ptrdiff_t read_up_to(int fd, char* to, size_t size);

// Calls use(bytes) for one piece after the other until the end, from where the descriptor is. False with
// errno.
template <typename Use>
bool read_pieces(int fd, char* buffer, size_t size, Use use) {
  for (;;) {
    const ptrdiff_t got = read_up_to(fd, buffer, size);
    if (got < 0) return false;
    if (got > 0) use(std::string_view(buffer, static_cast<size_t>(got)));
    if (static_cast<size_t>(got) < size) return true;
  }
}

}  // namespace signpost
