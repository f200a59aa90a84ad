// zstd_file.cc - the only file of this folder that includes zstd.h.
#include "release/zstd_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "base/descriptor.h"
#include "base/error.h"

namespace signpost {
namespace {

// Most of an index is compressed already; above this level only the time grows.
constexpr int kLevel = 9;
// As a power of two: what a frame may demand of memory. Level 9 asks for 2^22.
constexpr int kMaxWindowLog = 25;

Descriptor open_or_throw(const std::string& path, int flags) {
  Descriptor opened(::open(path.c_str(), flags | O_CLOEXEC, 0644));
  if (!opened.is_open()) throw_io("cannot open", path);
  return opened;
}

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

struct ZstdWriter::Impl {
  explicit Impl(const std::string& file)
      : path(file),
        out(open_or_throw(file, O_WRONLY | O_CREAT | O_TRUNC)),
        context(ZSTD_createCCtx()),
        buffer(ZSTD_CStreamOutSize()) {
    if (!context) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  }

  // Returns what the library has left to write.
  size_t compress(ZSTD_inBuffer& in, ZSTD_EndDirective how) {
    ZSTD_outBuffer target{buffer.data(), buffer.size(), 0};
    const size_t left = ZSTD_compressStream2(context.get(), &target, &in, how);
    if (ZSTD_isError(left))
      throw Error(ErrorKind::internal, std::string("zstd cannot compress: ") + ZSTD_getErrorName(left));
    const std::string_view rest(buffer.data(), target.pos);
    sum.add(rest);
    if (!write_all(out.get(), rest)) throw_io("cannot write", path);
    return left;
  }

  const std::string path;
  const Descriptor out;
  const std::unique_ptr<ZSTD_CCtx, FreeContext> context;
  std::vector<char> buffer;
  Sha256 sum;
};

ZstdWriter::ZstdWriter(const std::string& path) : impl_(std::make_unique<Impl>(path)) {}
ZstdWriter::~ZstdWriter() = default;

void ZstdWriter::write(std::string_view bytes) {
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  while (in.pos < in.size) impl_->compress(in, ZSTD_e_continue);
}

std::string ZstdWriter::finish() {
  ZSTD_inBuffer nothing{nullptr, 0, 0};
  while (impl_->compress(nothing, ZSTD_e_end) > 0) {
  }
  if (::fsync(impl_->out.get()) != 0) throw_io("cannot write to disk", impl_->path);
  return to_hex(impl_->sum.finish());
}

struct ZstdReader::Impl {
  explicit Impl(const std::string& file)
      : path(file),
        // A named pipe must not make us wait for ever; it is refused below.
        in(open_or_throw(file, O_RDONLY | O_NONBLOCK)),
        context(ZSTD_createDCtx()),
        input(ZSTD_DStreamInSize()),
        output(ZSTD_DStreamOutSize()) {
    if (!context) throw std::bad_alloc();
    struct stat info {};
    if (::fstat(in.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
      throw Error(ErrorKind::io, path + " is not a file");
    }
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::corrupt, path + " " + what);
  }

  // Fills `source`; false at the end of the file.
  bool refill() {
    const ptrdiff_t got = read_up_to(in.get(), input.data(), input.size());
    if (got < 0) throw_io("cannot read", path);
    source = {input.data(), static_cast<size_t>(got), 0};
    sum.add({input.data(), static_cast<size_t>(got)});
    return got > 0;
  }

  std::string_view read() {
    while (!ended) {
      if (source.pos == source.size && !refill()) fail("is cut off");
      ZSTD_outBuffer target{output.data(), output.size(), 0};
      const size_t hint = ZSTD_decompressStream(context.get(), &target, &source);
      if (ZSTD_isError(hint)) fail(std::string("is not a pack, or is damaged: ") + ZSTD_getErrorName(hint));
      ended = hint == 0;
      if (ended && (source.pos < source.size || refill())) fail("goes on where it should end");
      if (target.pos > 0) return {output.data(), target.pos};
    }
    return {};
  }

  const std::string path;
  const Descriptor in;
  const std::unique_ptr<ZSTD_DCtx, FreeContext> context;
  std::vector<char> input;
  std::vector<char> output;
  ZSTD_inBuffer source{nullptr, 0, 0};
  bool ended = false;
  Sha256 sum;
};

ZstdReader::ZstdReader(const std::string& path) : impl_(std::make_unique<Impl>(path)) {}
ZstdReader::~ZstdReader() = default;
std::string ZstdReader::digest() const {
  Sha256 sum;
  std::vector<char> buffer(ZSTD_DStreamInSize());
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(impl_->in.get(), buffer.data(), buffer.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_io("cannot read", impl_->path);
    if (got == 0) return to_hex(sum.finish());
    sum.add({buffer.data(), static_cast<size_t>(got)});
    at += got;
  }
}
std::string_view ZstdReader::read() { return impl_->read(); }
std::string ZstdReader::file_sha256() { return to_hex(impl_->sum.finish()); }

}  // namespace signpost
