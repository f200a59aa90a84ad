// pack.cc - fuzz target: a pack that anyone may have made. The first byte chooses: the bytes of the file, of
// the archive inside it, or of its manifest.
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "base/error.h"
#include "base/file_io.h"
#include "release/pack_file.h"
#include "release/zstd_file.h"
#include "tests/fuzz/fuzz.h"

namespace fs = std::filesystem;
using signpost::fuzz::require;

namespace {

constexpr uint64_t kMaxBytes = 1 << 20;

// A folder in memory where the system has one. It holds the pack and, in `out`, what comes out of it.
class Workshop {
 public:
  Workshop() {
    std::string pattern = (fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path().string()) +
                          "/signpost-fuzz-XXXXXX";
    require(::mkdtemp(pattern.data()) != nullptr, "there is room for a folder");
    root_ = pattern;
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  std::string pack() const { return root_ + "/pack"; }
  std::string out() const { return root_ + "/out"; }
  void empty_out() const {
    fs::remove_all(out());
    fs::create_directory(out());
  }
  size_t entries() const { return static_cast<size_t>(std::distance(fs::directory_iterator(root_), {})); }

 private:
  std::string root_;
};

void check_result(const Workshop& workshop, const signpost::PackManifest& manifest) {
  require(workshop.entries() == 2, "nothing is written beside the folder");
  size_t files = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(workshop.out())) {
    require(entry.is_directory() || (entry.is_regular_file() && !entry.is_symlink()),
            "only plain files come out");
    files += entry.is_regular_file();
  }
  require(files == manifest.files.size(), "what came out is what the manifest says");
}

const Workshop& workshop() {
  static const Workshop one;
  return one;
}

void read_pack() {
  workshop().empty_out();
  signpost::PackReader reader(workshop().pack());
  reader.extract(workshop().out(), kMaxBytes, [] {});
  check_result(workshop(), reader.manifest());
}

void read_file(std::string_view bytes) {
  signpost::write_file(workshop().pack(), bytes);
  read_pack();
}

// Compressed as packs are, so that the fuzzer reaches the archive.
void read_archive(std::string_view bytes) {
  {
    signpost::ZstdWriter writer(workshop().pack());
    writer.write(bytes);
    writer.finish();
  }
  read_pack();
}

void read_manifest(std::string_view bytes) {
  const signpost::PackManifest manifest = signpost::parse_pack_manifest(bytes);
  const std::string json = signpost::to_json(manifest);
  require(signpost::to_json(signpost::parse_pack_manifest(json)) == json,
          "a manifest survives being written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = signpost::fuzz::text_of(data, size);
  if (bytes.empty()) return 0;
  try {
    if (bytes[0] == 'f') read_file(bytes.substr(1));
    if (bytes[0] == 'a') read_archive(bytes.substr(1));
    if (bytes[0] == 'm') read_manifest(bytes.substr(1));
  } catch (const signpost::Error& error) {
    require(error.kind() != signpost::ErrorKind::internal, "a bad pack is no fault of ours");
  }
  return 0;
}
