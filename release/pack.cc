// pack.cc - see pack.h.
#include "release/pack.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <ostream>

#include "content/error.h"
#include "index/file_io.h"
#include "index/generation.h"
#include "index/sha256.h"
#include "release/held_signals.h"
#include "release/pack_file.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

// Xapian's version file of a "glass" database: magic, version, then 16 random bytes
// (backends/glass/glass_version.cc). Nothing that reads a database alone needs them.
constexpr std::string_view kGlassName = "iamglass";
constexpr std::string_view kGlassMagic{"\x0f\x0dXapian Glass", 14};
constexpr size_t kUuidAt = 16;
constexpr size_t kUuidBytes = 16;

bool is_glass_version(const std::string& path) { return fs::path(path).filename() == kGlassName; }

// The sum of everything but the version files, so that packing what was packed changes nothing.
std::string sum_of_others(const std::vector<ManifestFile>& files) {
  Sha256 sum;
  for (const ManifestFile& file : files) {
    if (!is_glass_version(file.path)) sum.add(file.path + "\n" + file.sha256 + "\n");
  }
  return to_hex(sum.finish());
}

// Replaces the sums of the version files and returns their new bytes.
std::map<std::string, std::string> normalize(const std::string& dir, std::vector<ManifestFile>& files) {
  std::map<std::string, std::string> replaced;
  const std::string sum = sum_of_others(files);
  Sha256 own;
  for (ManifestFile& file : files) {
    if (!is_glass_version(file.path)) continue;
    std::string bytes = read_file(dir + "/" + file.path);
    if (!bytes.starts_with(kGlassMagic) || bytes.size() < kUuidAt + kUuidBytes) continue;
    // Several databases of one generation stay different.
    own.add(sum + file.path);
    std::copy_n(own.finish().begin(), kUuidBytes, bytes.begin() + kUuidAt);
    file.sha256 = sha256_of(bytes);
    replaced.emplace(file.path, std::move(bytes));
  }
  return replaced;
}

int64_t source_date_epoch() {
  const char* value = std::getenv("SOURCE_DATE_EPOCH");
  if (value == nullptr || *value == '\0') return 0;
  const std::string_view text(value);
  int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > 253402300799) {
    throw Error(ErrorKind::usage,
                "SOURCE_DATE_EPOCH must be seconds since 1970, not '" + std::string(text) + "'");
  }
  return seconds;
}

std::string iso_time(int64_t seconds) {
  if (seconds == 0) return "";
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  char text[32];
  return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts));
}

// The file under another name until it is whole.
class Draft {
 public:
  explicit Draft(const std::string& target) : target_(target), path_(target + ".new") {}
  ~Draft() {
    std::error_code ignored;
    if (!kept_) fs::remove(path_, ignored);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  const std::string& path() const { return path_; }
  void keep() {
    std::error_code error;
    fs::rename(path_, target_, error);
    if (error) throw Error(ErrorKind::io, "cannot rename to " + target_ + ": " + error.message());
    kept_ = true;
  }

 private:
  const std::string target_;
  const std::string path_;
  bool kept_ = false;
};

}  // namespace

int run_pack(const PackOptions& options, std::ostream& out) {
  const HeldSignals signals;
  const std::string dir = find_generation(options.index);
  const Manifest source = verify_generation(dir);
  signals.check();
  const int64_t time = source_date_epoch();
  PackManifest manifest{source.schema_version,
                        source.documents,
                        {options.program, options.revision, iso_time(time)},
                        source.files};
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const ManifestFile& a, const ManifestFile& b) { return a.path < b.path; });
  const std::map<std::string, std::string> replaced = normalize(dir, manifest.files);
  // What would be refused when it is published must not be packed.
  parse_pack_manifest(to_json(manifest));
  Draft draft(options.output);
  const std::string sum = write_pack(draft.path(), manifest, dir, replaced, time);
  signals.check();
  draft.keep();
  out << "Packed " << manifest.documents << (manifest.documents == 1 ? " document" : " documents") << " into "
      << options.output << " (" << fs::file_size(options.output) << " bytes)\nSHA-256 " << sum << "\n";
  return 0;
}

}  // namespace signpost
