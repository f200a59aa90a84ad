// pack_file.cc - the only file that knows libarchive. It reads and writes the tar; what may be in it is
// decided here.
#include "release/pack_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <vector>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/file_io.h"
#include "release/zstd_file.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr char kManifest[] = "manifest.json";
constexpr uint64_t kMaxManifestBytes = 64 << 20;
constexpr size_t kChunk = 128 * 1024;

struct FreeArchive {
  void operator()(archive* a) const { archive_free(a); }
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using ArchivePtr = std::unique_ptr<archive, FreeArchive>;

// Exceptions must not pass through the library: the callbacks keep them here.
struct WriteSide {
  ZstdWriter out;
  std::exception_ptr failure;
};

la_ssize_t write_block(archive* /*a*/, void* side, const void* bytes, size_t size) {
  auto* self = static_cast<WriteSide*>(side);
  try {
    self->out.write({static_cast<const char*>(bytes), size});
    return static_cast<la_ssize_t>(size);
  } catch (...) {
    self->failure = std::current_exception();
    return -1;
  }
}

class TarWriter {
 public:
  TarWriter(const std::string& path, int64_t mtime)
      : side_{ZstdWriter(path), nullptr}, archive_(archive_write_new()), mtime_(mtime) {
    archive_write_set_format_gnutar(archive_.get());
    archive_write_add_filter_none(archive_.get());
    archive_write_set_bytes_in_last_block(archive_.get(), 1);
    check(archive_write_open(archive_.get(), &side_, nullptr, write_block, nullptr));
  }

  void begin(const std::string& path, uint64_t size) {
    const std::unique_ptr<archive_entry, FreeArchive> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), path.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
    archive_entry_set_mtime(entry.get(), mtime_, 0);
    check(archive_write_header(archive_.get(), entry.get()));
  }

  void add(std::string_view bytes) {
    while (!bytes.empty()) {
      const la_ssize_t wrote = archive_write_data(archive_.get(), bytes.data(), bytes.size());
      if (wrote <= 0) check(wrote < 0 ? static_cast<int>(wrote) : ARCHIVE_FATAL);
      bytes.remove_prefix(static_cast<size_t>(wrote));
    }
  }

  std::string finish() {
    check(archive_write_close(archive_.get()));
    return side_.out.finish();
  }

 private:
  void check(int result) {
    if (result == ARCHIVE_OK) return;
    if (side_.failure) std::rethrow_exception(side_.failure);
    const char* reason = archive_error_string(archive_.get());
    throw Error(ErrorKind::io,
                std::string("cannot write the pack: ") + (reason ? reason : "no reason given"));
  }

  WriteSide side_;
  ArchivePtr archive_;
  const int64_t mtime_;
};

void add_file(TarWriter& tar, const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) throw_io("cannot open", path);
  std::vector<char> buffer(kChunk);
  if (!read_pieces(file.get(), buffer.data(), buffer.size(), [&](std::string_view piece) { tar.add(piece); }))
    throw_io("cannot read", path);
}

struct ReadSide {
  ZstdReader in;
  std::exception_ptr failure;
  uint64_t total = 0;
  uint64_t zeros = 0;  // with which `total` ends

  std::string_view read() {
    const std::string_view bytes = in.read();
    const size_t last = bytes.find_last_not_of('\0');
    zeros = last == std::string_view::npos ? zeros + bytes.size() : bytes.size() - last - 1;
    total += bytes.size();
    return bytes;
  }
};

la_ssize_t read_block(archive* /*a*/, void* side, const void** bytes) {
  auto* self = static_cast<ReadSide*>(side);
  try {
    const std::string_view block = self->read();
    *bytes = block.data();
    return static_cast<la_ssize_t>(block.size());
  } catch (...) {
    self->failure = std::current_exception();
    return -1;
  }
}

// A new file that is closed with the object.
class NewFile {
 public:
  explicit NewFile(std::string path)
      : path_(std::move(path)),
        fd_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644)) {
    if (!fd_.is_open()) throw_io("cannot create", path_);
  }
  void write(std::string_view bytes) {
    if (!write_all(fd_.get(), bytes)) throw_io("cannot write", path_);
  }
  void close() {
    if (!fd_.close()) throw_io("cannot write", path_);
  }

 private:
  const std::string path_;
  Descriptor fd_;
};

}  // namespace

std::string write_pack(const std::string& path, const PackManifest& manifest,
                       const std::vector<PackSource>& sources, int64_t mtime) {
  TarWriter tar(path, mtime);
  const std::string json = to_json(manifest);
  tar.begin(kManifest, json.size());
  tar.add(json);
  for (size_t i = 0; i < sources.size(); ++i) {
    tar.begin(manifest.files[i].path, manifest.files[i].size);
    if (sources[i].bytes) {
      tar.add(*sources[i].bytes);
    } else {
      add_file(tar, sources[i].path);
    }
  }
  return tar.finish();
}

struct PackReader::Impl {
  Impl(const std::string& file, const std::vector<std::string>& wanted)
      : path(file), sums(wanted), side{ZstdReader(file), nullptr}, tar(archive_read_new()), buffer(kChunk) {
    if (!sums.empty()) check_sum(side.in.digest());
    archive_read_support_format_tar(tar.get());
    archive_read_support_filter_none(tar.get());
    check(archive_read_open(tar.get(), &side, nullptr, read_block, nullptr), ARCHIVE_OK);
    std::string json;
    const uint64_t size = next(kManifest);
    if (size > kMaxManifestBytes) fail("has a manifest of " + std::to_string(size) + " bytes");
    data(size, [&](std::string_view bytes) { json += bytes; });
    manifest = parse_pack_manifest(json);
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::corrupt, path + " " + what);
  }

  void check_sum(const std::string& sum) const {
    if (std::find(sums.begin(), sums.end(), sum) != sums.end()) return;
    fail("has the SHA-256 sum " + sum + ", not " + sums.front() +
         (sums.size() > 1 ? " or another that was given" : ""));
  }

  void check(int result, int wanted) {
    if (result == wanted) return;
    if (side.failure) std::rethrow_exception(side.failure);
    if (result == ARCHIVE_EOF) fail("is cut off");
    if (wanted == ARCHIVE_EOF && result == ARCHIVE_OK) fail("has more files than its manifest");
    fail("is not a pack, or is damaged");
  }

  // Goes to the next entry, which must be this plain file; returns its size.
  uint64_t next(const std::string& name) {
    archive_entry* entry = nullptr;
    check(archive_read_next_header(tar.get(), &entry), ARCHIVE_OK);
    const char* found = archive_entry_pathname(entry);
    if (found == nullptr || name != found) fail("has an entry that is not " + name + " where that should be");
    const bool plain = archive_entry_filetype(entry) == AE_IFREG &&
                       archive_entry_hardlink(entry) == nullptr && archive_entry_symlink(entry) == nullptr &&
                       archive_entry_sparse_count(entry) == 0 && archive_entry_size_is_set(entry) != 0 &&
                       archive_entry_size(entry) >= 0;
    if (!plain) fail("has an entry that is not a regular file: " + name);
    return static_cast<uint64_t>(archive_entry_size(entry));
  }

  template <typename Use>
  void data(uint64_t size, Use use) {
    while (size > 0) {
      const la_ssize_t got =
          archive_read_data(tar.get(), buffer.data(), std::min<uint64_t>(size, buffer.size()));
      if (got <= 0) check(got == 0 ? ARCHIVE_EOF : static_cast<int>(got), ARCHIVE_OK);
      use(std::string_view(buffer.data(), static_cast<size_t>(got)));
      size -= static_cast<uint64_t>(got);
    }
  }

  void extract_file(const ManifestFile& file, const std::string& dir, const std::function<void()>& between) {
    if (next(file.path) != file.size) fail("and its manifest differ in the size of " + file.path);
    const std::string to = dir + "/" + file.path;
    std::error_code error;
    fs::create_directories(fs::path(to).parent_path(), error);
    if (error) throw_io("cannot create the folder of", to, error.value());
    NewFile out(to);
    Sha256 sum;
    data(file.size, [&](std::string_view bytes) {
      between();
      sum.add(bytes);
      out.write(bytes);
    });
    out.close();
    if (to_hex(sum.finish()) != file.sha256)
      fail("is damaged: the SHA-256 of " + file.path + " differs from the manifest's");
  }

  // Behind the last file only the zeros of the archive's end may follow.
  void expect_end() {
    archive_entry* entry = nullptr;
    check(archive_read_next_header(tar.get(), &entry), ARCHIVE_EOF);
    const auto consumed = static_cast<uint64_t>(archive_filter_bytes(tar.get(), 0));
    constexpr uint64_t kMaxPadding = 64 * 1024;
    while (!side.read().empty()) {
      if (side.total > consumed + kMaxPadding) fail("goes on where it should end");
    }
    if (side.total > consumed && side.zeros < side.total - consumed) fail("goes on where it should end");
  }

  const std::string path;
  const std::vector<std::string> sums;
  ReadSide side;
  const ArchivePtr tar;
  std::vector<char> buffer;
  PackManifest manifest;
};

PackReader::PackReader(const std::string& path, const std::vector<std::string>& sums)
    : impl_(std::make_unique<Impl>(path, sums)) {}
PackReader::~PackReader() = default;
const PackManifest& PackReader::manifest() const { return impl_->manifest; }

void PackReader::extract(const std::string& dir, uint64_t max_bytes, const std::function<void()>& between) {
  const uint64_t bytes = impl_->manifest.bytes();
  if (bytes > max_bytes) {
    throw Error(ErrorKind::usage, impl_->path + " unpacks to " + std::to_string(bytes) +
                                      " bytes, more than the " + std::to_string(max_bytes) +
                                      " that are allowed");
  }
  std::error_code error;
  const fs::space_info space = fs::space(dir, error);
  if (!error && space.available < bytes) {
    throw Error(ErrorKind::io, impl_->path + " unpacks to " + std::to_string(bytes) +
                                   " bytes, and the disk of " + dir + " has " +
                                   std::to_string(space.available));
  }
  for (const ManifestFile& file : impl_->manifest.files) impl_->extract_file(file, dir, between);
  impl_->expect_end();
  // The file may have become another since its sum was taken.
  if (!impl_->sums.empty()) impl_->check_sum(impl_->side.in.file_sha256());
}

}  // namespace signpost
