// pack.cc - see pack.h.
#include "release/pack.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <vector>

#include "base/dates.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/sha256.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "index/segments.h"
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

// The files of a generation under the names that they have in a pack.
class PackedFiles {
 public:
  PackedFiles(const std::string& dir, const std::vector<ManifestFile>& files) : dir_(dir) {
    for (const ManifestFile& file : files) entries_.push_back({file, {dir + "/" + file.path}});
    name_segments();
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.file.path < b.file.path; });
    replace_uuids();
  }

  std::vector<ManifestFile> files() const {
    std::vector<ManifestFile> files;
    files.reserve(entries_.size());
    for (const Entry& entry : entries_) files.push_back(entry.file);
    return files;
  }
  std::vector<PackSource> sources() const {
    std::vector<PackSource> sources;
    sources.reserve(entries_.size());
    for (const Entry& entry : entries_) sources.push_back(entry.source);
    return sources;
  }

 private:
  struct Entry {
    ManifestFile file;
    PackSource source;
  };

  static void replace(Entry& entry, std::string bytes) {
    entry.file.size = bytes.size();
    entry.file.sha256 = sha256_of(bytes);
    entry.source.bytes = std::move(bytes);
  }

  // A run names its segment after the number of its generation.
  void name_segments() {
    const auto table = std::find_if(entries_.begin(), entries_.end(),
                                    [](const Entry& entry) { return entry.file.path == files::kSegments; });
    if (table == entries_.end()) return;
    std::vector<Segment> segments = decode_segments(read_file(table->source.path));
    for (size_t i = 0; i < segments.size(); ++i) {
      const std::string old_folder = segments[i].path + "/";
      std::string number = std::to_string(i + 1);
      number.insert(0, number.size() < 6 ? 6 - number.size() : 0, '0');
      segments[i].path = "segments/" + number;
      for (Entry& entry : entries_) {
        // What lies on the disk keeps its old name in `source`.
        const std::string old_path = entry.source.path.substr(dir_.size() + 1);
        if (old_path.starts_with(old_folder)) {
          entry.file.path = segments[i].path + "/" + old_path.substr(old_folder.size());
        }
      }
    }
    replace(*table, encode_segments(segments));
  }

  // The sum of everything but the version files, so that packing what was packed changes nothing.
  std::string sum_of_others() const {
    Sha256 sum;
    for (const Entry& entry : entries_) {
      if (!is_glass_version(entry.file.path)) sum.add(entry.file.path + "\n" + entry.file.sha256 + "\n");
    }
    return to_hex(sum.finish());
  }

  void replace_uuids() {
    const std::string sum = sum_of_others();
    Sha256 own;
    for (Entry& entry : entries_) {
      if (!is_glass_version(entry.file.path)) continue;
      std::string bytes = read_file(entry.source.path);
      if (!bytes.starts_with(kGlassMagic) || bytes.size() < kUuidAt + kUuidBytes) continue;
      // Several databases of one generation stay different.
      own.add(sum + entry.file.path);
      const auto digest = own.finish();
      std::copy_n(digest.begin(), kUuidBytes, bytes.begin() + kUuidAt);
      replace(entry, std::move(bytes));
    }
  }

  const std::string& dir_;
  std::vector<Entry> entries_;
};

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
  if (source.readers == Readers::staff)
    throw Error(ErrorKind::usage, dir + " is for staff alone, and goes into no pack");
  signals.check();
  const int64_t time = source_date_epoch();
  const PackedFiles packed(dir, source.files);
  const PackManifest manifest{source.schema_version,
                              source.documents,
                              {options.program, options.revision, time == 0 ? "" : format_time(time)},
                              packed.files()};
  // What would be refused when it is published must not be packed.
  parse_pack_manifest(to_json(manifest));
  Draft draft(options.output);
  const std::string sum = write_pack(draft.path(), manifest, packed.sources(), time);
  signals.check();
  draft.keep();
  out << "Packed " << manifest.documents << (manifest.documents == 1 ? " document" : " documents") << " into "
      << options.output << " (" << fs::file_size(options.output) << " bytes)\nSHA-256 " << sum << "\n";
  return 0;
}

}  // namespace signpost
