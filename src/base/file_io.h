// file_io.h - whole files in and out, positioned reads. Throws Error{not_found, io} that names
// the file. Tested by tests/unit/base/file_io_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/descriptor.h"

namespace signpost {

void write_file(const std::string& path, std::string_view bytes);
std::string read_file(const std::string& path);
// nullopt when there is none; what can't be read throws as above.
std::optional<std::string> read_file_if_present(const std::string& path);

// A file that only grows, written through a buffer.
class AppendFile {
 public:
  explicit AppendFile(const std::string& path);
  AppendFile(const AppendFile&) = delete;
  AppendFile& operator=(const AppendFile&) = delete;
  void append(std::string_view bytes);
  uint64_t size() const { return size_; }
  void close();

 private:
  void flush();
  std::string path_;
  std::string buffer_;
  Descriptor fd_;
  uint64_t size_ = 0;
};

// Bytes that are read here and there, from any thread. To read may mean to wait for a disk.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Exactly `size` bytes from `offset`; throws Error where that is not possible.
  virtual void read(uint64_t offset, size_t size, std::string& out) const = 0;
};

// A file that is not mapped (a mapping would count as memory).
class RandomFile final : public ByteSource {
 public:
  explicit RandomFile(const std::string& path);
  RandomFile(const RandomFile&) = delete;
  RandomFile& operator=(const RandomFile&) = delete;
  // Throws Error{corrupt} when the file is shorter.
  void read(uint64_t offset, size_t size, std::string& out) const override;
  uint64_t size() const;

 private:
  std::string path_;
  Descriptor fd_;
};

}  // namespace signpost
