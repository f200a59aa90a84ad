// slot_file.cc - slots of one size, so that a slot's number is all that has to be remembered.
#include "importer/slot_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr size_t kSlotBytes = SlotFile::kMaxValueBytes + 1;  // one byte for the length
constexpr size_t kBufferBytes = 64 * kSlotBytes * 8;

[[noreturn]] void fail(const char* what) {
  throw Error(ErrorKind::io, std::string("the temporary file ") + what + ": " + std::strerror(errno));
}

}  // namespace

SlotFile::SlotFile(const std::string& folder) {
  std::string name = folder + "/.signpost-import-XXXXXX";
  fd_ = Descriptor(::mkostemp(name.data(), O_CLOEXEC));
  if (!fd_.is_open()) throw Error(ErrorKind::io, "cannot write to " + folder + ": " + std::strerror(errno));
  ::unlink(name.c_str());
}

void SlotFile::add(uint32_t key, std::string_view value) {
  value = value.substr(0, whole_characters(value, kMaxValueBytes));
  const size_t start = buffer_.size();
  buffer_ += static_cast<char>(value.size());
  buffer_ += value;
  buffer_.resize(start + kSlotBytes);
  index_.push_back({key, static_cast<uint32_t>(index_.size())});
  if (buffer_.size() >= kBufferBytes) flush();
}

void SlotFile::flush() {
  if (!write_all(fd_.get(), buffer_)) fail("cannot be written");
  buffer_.clear();
}

void SlotFile::seal() {
  flush();
  const auto by_key = [](const Entry& a, const Entry& b) { return a.key < b.key; };
  if (!std::is_sorted(index_.begin(), index_.end(), by_key)) {
    std::sort(index_.begin(), index_.end(), [](const Entry& a, const Entry& b) {
      return a.key != b.key ? a.key < b.key : a.slot < b.slot;
    });
  }
}

const SlotFile::Entry* SlotFile::entry_of(uint32_t key) const {
  const auto at = std::lower_bound(index_.begin(), index_.end(), key,
                                   [](const Entry& entry, uint32_t wanted) { return entry.key < wanted; });
  return at == index_.end() || at->key != key ? nullptr : &*at;
}

bool SlotFile::contains(uint32_t key) const { return entry_of(key) != nullptr; }

std::optional<std::string> SlotFile::find(uint32_t key) const {
  const Entry* entry = entry_of(key);
  if (entry == nullptr) return std::nullopt;
  std::array<char, kSlotBytes> slot{};
  const off_t place = static_cast<off_t>(entry->slot) * static_cast<off_t>(kSlotBytes);
  ssize_t got = 0;
  do {
    got = ::pread(fd_.get(), slot.data(), slot.size(), place);
  } while (got < 0 && errno == EINTR);
  if (got < 0) fail("cannot be read");
  if (static_cast<size_t>(got) != slot.size()) throw Error(ErrorKind::io, "the temporary file is too short");
  return std::string(slot.data() + 1, static_cast<size_t>(static_cast<unsigned char>(slot[0])));
}

}  // namespace signpost
