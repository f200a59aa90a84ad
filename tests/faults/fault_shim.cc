// fault_shim.cc - preloaded into a program (LD_PRELOAD): makes calls of the C library fail as a full disk, a
// broken one or a lack of memory makes them fail. Used by disk_fault_test.cc and memory_fault_test.cc.
//
//   SIGNPOST_FAULT_TABLE  a file with a FaultTable, shared by the program and all its children
//   SIGNPOST_FAULT_UNDER  only calls on files whose path begins so
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/faults/fault_table.h"

extern "C" void* __libc_malloc(size_t);
extern "C" void* __libc_realloc(void*, size_t);

namespace {

using signpost::FaultClass;
using signpost::FaultTable;

// Smaller ones come from what the process has already.
constexpr size_t kLargeAllocation = 64 * 1024;

FaultTable* table = nullptr;
const char* under = "";

__attribute__((constructor)) void attach() {
  const char* path = std::getenv("SIGNPOST_FAULT_TABLE");
  if (path == nullptr) return;
  if (const char* prefix = std::getenv("SIGNPOST_FAULT_UNDER")) under = prefix;
  const int fd = ::open(path, O_RDWR | O_CLOEXEC);
  if (fd < 0) std::abort();
  void* mapped = ::mmap(nullptr, sizeof(FaultTable), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (mapped == MAP_FAILED) std::abort();
  table = static_cast<FaultTable*>(mapped);
}

// Counts one call, and says whether it is to fail.
bool fails() {
  const long call = ++table->calls;
  if (table->first == 0 || call < table->first || (table->once && call > table->first)) return false;
  table->fired = 1;
  errno = table->error;
  return true;
}

bool fails_at(FaultClass kind, const char* path) {
  return table != nullptr && table->kind == kind && std::strncmp(path, under, std::strlen(under)) == 0 &&
         fails();
}

bool fails_at(FaultClass kind, int fd) {
  if (table == nullptr || table->kind != kind) return false;
  const int before = errno;
  char link[64];
  char path[4096];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  const ssize_t size = ::readlink(link, path, sizeof path - 1);
  errno = before;
  if (size < 0 || path[0] != '/') return false;
  path[size] = 0;
  return fails_at(kind, path);
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

mode_t mode_of(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

FaultClass class_of_open(int flags) {
  return (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0 ? FaultClass::write : FaultClass::read;
}

}  // namespace

// The one shape of all of them: fail, or do what the library does.
#define WRAP(result, name, kind, at, parameters, arguments)                           \
  extern "C" result name parameters {                                                 \
    static auto* const real = next<result parameters>(#name);                         \
    return fails_at(FaultClass::kind, at) ? static_cast<result>(-1) : real arguments; \
  }

WRAP(ssize_t, write, write, fd, (int fd, const void* bytes, size_t size), (fd, bytes, size))
WRAP(ssize_t, writev, write, fd, (int fd, const struct iovec* parts, int count), (fd, parts, count))
WRAP(ssize_t, pwrite, write, fd, (int fd, const void* bytes, size_t size, off_t at), (fd, bytes, size, at))
WRAP(ssize_t, pwrite64, write, fd, (int fd, const void* bytes, size_t size, off64_t at),
     (fd, bytes, size, at))
WRAP(int, ftruncate, write, fd, (int fd, off_t size), (fd, size))
WRAP(int, mkdir, write, path, (const char* path, mode_t mode), (path, mode))
WRAP(int, rename, write, to, (const char* from, const char* to), (from, to))
WRAP(int, link, write, to, (const char* from, const char* to), (from, to))
WRAP(int, fsync, sync, fd, (int fd), (fd))
WRAP(int, fdatasync, sync, fd, (int fd), (fd))
WRAP(int, syncfs, sync, fd, (int fd), (fd))
WRAP(ssize_t, read, read, fd, (int fd, void* bytes, size_t size), (fd, bytes, size))
WRAP(ssize_t, pread, read, fd, (int fd, void* bytes, size_t size, off_t at), (fd, bytes, size, at))
WRAP(ssize_t, pread64, read, fd, (int fd, void* bytes, size_t size, off64_t at), (fd, bytes, size, at))

#define WRAP_OPEN(name)                                                         \
  extern "C" int name(const char* path, int flags, ...) {                       \
    static auto* const real = next<int(const char*, int, ...)>(#name);          \
    va_list arguments;                                                          \
    va_start(arguments, flags);                                                 \
    const mode_t mode = mode_of(flags, arguments);                              \
    va_end(arguments);                                                          \
    return fails_at(class_of_open(flags), path) ? -1 : real(path, flags, mode); \
  }

WRAP_OPEN(open)
WRAP_OPEN(open64)

extern "C" void* malloc(size_t size) {
  if (size >= kLargeAllocation && table != nullptr && table->kind == FaultClass::memory && fails())
    return nullptr;
  return __libc_malloc(size);
}

extern "C" void* realloc(void* old, size_t size) {
  if (size >= kLargeAllocation && table != nullptr && table->kind == FaultClass::memory && fails())
    return nullptr;
  return __libc_realloc(old, size);
}
