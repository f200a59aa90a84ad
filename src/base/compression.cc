// compression.cc - Zstandard, with one context a thread, and limits on what unpacks.
#include "base/compression.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <memory>
#include <new>

#include "base/error.h"

namespace signpost {
namespace {

// Contexts are costly to make: one a thread.
template <typename Context, Context* (*Make)(), size_t (*Free)(Context*)>
Context* thread_context() {
  struct Deleter {
    void operator()(Context* c) const { Free(c); }
  };
  thread_local std::unique_ptr<Context, Deleter> context;
  if (!context) context.reset(Make());
  if (!context) throw std::bad_alloc();
  return context.get();
}

}  // namespace

std::string zstd_compress(std::string_view bytes, int level) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size = ZSTD_compressCCtx(thread_context<ZSTD_CCtx, ZSTD_createCCtx, ZSTD_freeCCtx>(),
                                        out.data(), out.size(), bytes.data(), bytes.size(), level);
  if (ZSTD_getErrorCode(size) == ZSTD_error_memory_allocation) throw std::bad_alloc();
  if (ZSTD_isError(size))
    throw Error(ErrorKind::internal, std::string("zstd cannot compress: ") + ZSTD_getErrorName(size));
  out.resize(size);
  return out;
}

std::string zstd_decompress(std::string_view frame, size_t most) {
  std::string out;
  zstd_decompress(frame, most, out);
  return out;
}

void zstd_decompress(std::string_view frame, size_t most, std::string& out) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > most) throw Error(ErrorKind::corrupt, "a compressed record is damaged");
  out.resize(size);
  const size_t got = ZSTD_decompressDCtx(thread_context<ZSTD_DCtx, ZSTD_createDCtx, ZSTD_freeDCtx>(),
                                         out.data(), out.size(), frame.data(), frame.size());
  if (ZSTD_getErrorCode(got) == ZSTD_error_memory_allocation) throw std::bad_alloc();
  if (ZSTD_isError(got) || got != size) throw Error(ErrorKind::corrupt, "a compressed record is damaged");
}

}  // namespace signpost
