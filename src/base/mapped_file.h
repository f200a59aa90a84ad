// mapped_file.h - a file in memory, paged in as it is touched, whose cutting off ends no process.
// Tested by tests/unit/base/mapped_file_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

struct WatchedMapping;

// Unmapped with the object; safe to use from many threads. The file may be removed or replaced meanwhile.
// What is cut off after it was opened, or what a disk fails to give, reads as zeros: a look at it never ends
// the process (SIGBUS), and is_whole() tells from then on.
class MappedFile {
 public:
  // How the file will be read: from begin to end, or here and there, which reads nothing ahead.
  enum class Access { in_order, here_and_there };

  // Throws Error{not_found, io} that names the file.
  explicit MappedFile(std::string path, Access access = Access::in_order);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }
  size_t size() const { return bytes_.size(); }

  // `size` bytes from `offset`, in place, each page of them touched. Throws Error{corrupt} that names the
  // file when it has not so many, or when any look at the mapping met what is no longer there.
  std::string_view view(uint64_t offset, uint64_t size) const;

  // False once a look met what is no longer there.
  bool is_whole() const;
  // Throws Error{corrupt} that names the file where it is not: what was read may have been zeros. For whoever
  // has read bytes(), before anything is made of them.
  void check_whole() const;

 private:
  const std::string path_;
  std::string_view bytes_;
  WatchedMapping* watched_ = nullptr;
};

}  // namespace signpost
