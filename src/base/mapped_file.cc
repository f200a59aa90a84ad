// mapped_file.cc - maps a file, and mends a mapping where the file behind it is gone.
//
// A page that lies behind the end of a file that was cut off, or that a disk fails to give, sends SIGBUS to
// the thread that looks at it. The one handler of the process finds out whether the page is of one of our
// mappings, puts a page of zeros in its place, notes it, and returns: the look is made again and reads
// zeros. Whatever reads a mapping takes its bytes for anybody's anyway, and view() looks at the pages first
// so that a reader hears of it as an error. A fault that is not ours gets what it got before.
//
// A handler may take no lock and allocate nothing, so the mappings are a list that only grows: an entry is
// used again when its mapping is gone, and never freed.
#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <utility>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/mutex.h"

namespace signpost {

struct WatchedMapping {
  std::atomic<uintptr_t> begin{0};  // 0: not in use
  std::atomic<uintptr_t> end{0};
  std::atomic<bool> whole{true};
  WatchedMapping* next = nullptr;
};

namespace {

uintptr_t page_size() {
  static const auto size = static_cast<uintptr_t>(::sysconf(_SC_PAGESIZE));
  return size;
}

class WatchedMappings {
 public:
  // Never destroyed: a thread may look at a mapping until the process ends.
  static WatchedMappings& of_process() {
    static auto* const mappings = new WatchedMappings;
    return *mappings;
  }

  WatchedMapping* watch(uintptr_t begin, uintptr_t end) EXCLUDES(mutex_) {
    const MutexLock lock(mutex_);
    WatchedMapping* free = first_.load();
    while (free != nullptr && free->begin.load() != 0) free = free->next;
    if (free == nullptr) {
      free = new WatchedMapping;
      free->next = first_.load();
      first_.store(free);
    }
    free->whole.store(true);
    free->end.store(end);
    free->begin.store(begin);
    return free;
  }

 private:
  WatchedMappings() {
    page_size();
    struct sigaction action {};
    action.sa_sigaction = on_fault;
    action.sa_flags = SA_SIGINFO;
    ::sigaction(SIGBUS, &action, &before_);
  }

  static void on_fault(int /*signal*/, siginfo_t* info, void* /*context*/) {
    const int error = errno;
    of_process().mend(reinterpret_cast<uintptr_t>(info->si_addr));
    errno = error;
  }

  void mend(uintptr_t address) {
    for (WatchedMapping* at = first_.load(); at != nullptr; at = at->next) {
      if (address < at->begin.load() || address >= at->end.load() || at->begin.load() == 0) continue;
      void* const page = reinterpret_cast<void*>(address & ~(page_size() - 1));
      const void* const mended =
          ::mmap(page, page_size(), PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
      if (mended == MAP_FAILED) break;
      at->whole.store(false);
      return;
    }
    // Held back until this handler is done, and then for whoever had it before.
    ::sigaction(SIGBUS, &before_, nullptr);
    ::raise(SIGBUS);
  }

  Mutex mutex_;
  std::atomic<WatchedMapping*> first_{nullptr};
  struct sigaction before_ {};
};

}  // namespace

MappedFile::MappedFile(std::string path, Access access) : path_(std::move(path)) {
  const Descriptor file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) throw_io("cannot open", path_);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) throw_io("cannot read", path_);
  const auto size = static_cast<size_t>(info.st_size);
  if (size == 0) return;
  void* const address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
  if (address == MAP_FAILED) throw_io("cannot map", path_);
  if (access == Access::here_and_there) ::madvise(address, size, MADV_RANDOM);
  const auto begin = reinterpret_cast<uintptr_t>(address);
  watched_ = WatchedMappings::of_process().watch(begin, begin + size);
  bytes_ = std::string_view(static_cast<const char*>(address), size);
}

MappedFile::~MappedFile() {
  if (watched_ == nullptr) return;
  watched_->begin.store(0);
  ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

bool MappedFile::is_whole() const { return watched_ == nullptr || watched_->whole.load(); }

void MappedFile::check_whole() const {
  if (!is_whole()) throw Error(ErrorKind::corrupt, path_ + " was cut off while it was read");
}

std::string_view MappedFile::view(uint64_t offset, uint64_t size) const {
  if (offset > bytes_.size() || size > bytes_.size() - offset)
    throw Error(ErrorKind::corrupt, path_ + " is shorter than its index says");
  const std::string_view part = bytes_.substr(offset, size);
  const volatile char* const bytes = part.data();
  for (size_t at = 0; at < part.size(); at += page_size()) static_cast<void>(bytes[at]);
  if (!part.empty()) static_cast<void>(bytes[part.size() - 1]);
  check_whole();
  return part;
}

}  // namespace signpost
