// snapshot.cc - see snapshot.h.
#include "index/snapshot.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "base/file_io.h"
#include "content/site_json.h"
#include "index/generation_files.h"
#include "index/history_file.h"
#include "index/incident_file.h"

namespace signpost {
namespace {

// No document that the renderer lets through comes near (its source has 2 MB at most).
constexpr uint32_t kMaxPositions = 1u << 26;

[[noreturn]] void damaged(const char* file, const std::string& what) {
  throw Error(ErrorKind::corrupt, std::string(file) + " " + what);
}

// segments.bin leads to folders: their names are checked before one of them is opened.
std::vector<Segment> checked(std::vector<Segment> segments) {
  for (size_t i = 0; i < segments.size(); ++i) {
    if (!is_segment_path(segments[i].path)) damaged(files::kSegments, "names a folder that is no segment's");
    if (segments[i].stores > kMaxStores) damaged(files::kSegments, "names more stores than there can be");
    for (size_t k = 0; k < i; ++k) {
      if (segments[k].path == segments[i].path) damaged(files::kSegments, "has one segment twice");
    }
  }
  return segments;
}

void check_enumerators(const DocRecord& r) {
  if (r.kind > Kind::community) damaged(files::kDocuments, "has a kind that there is not");
  for (const uint32_t length : r.zone_length) {
    if (length > kMaxPositions) damaged(files::kDocuments, "has a document that is longer than any can be");
  }
}

}  // namespace

Snapshot::Snapshot(const std::string& generation_dir)
    : dir_(generation_dir),
      record_bytes_(read(files::kDocuments)),
      word_bytes_(read(files::kWords)),
      suggest_bytes_(read(files::kSuggest)),
      related_bytes_(read(files::kRelated)),
      site_(site_from_json(read(files::kSite))),
      incidents_(load_incidents(dir_)),
      history_(load_history(dir_)),
      names_(decode_names(read(files::kNames))),
      segments_(checked(decode_segments(read(files::kSegments)))),
      dead_(decode_dead_counts(read(files::kDead))),
      stores_(dir_, segments_),
      words_(word_bytes_),
      suggestions_(suggest_bytes_),
      short_addresses_(load_short_addresses(dir_)) {
  read_records();
  check_names();
  check_records();
  check_segments();
  check_aliases();
  check_related();
  check_suggestions();
  check_short_addresses();
  open_meaning();
  open_glossary();
}

void Snapshot::open_glossary() {
  const std::string path = dir_ + "/" + files::kGlossary;
  if (std::filesystem::exists(path)) glossary_ = std::make_unique<const Glossary>(path);
}

void Snapshot::open_meaning() {
  const std::string vectors = dir_ + "/" + files::kVectors;
  const std::string table = dir_ + "/" + files::kQueryTable;
  if (!std::filesystem::exists(vectors)) {
    if (std::filesystem::exists(table)) damaged(files::kQueryTable, "is there without vectors.bin");
    return;
  }
  vectors_ = std::make_unique<const SectionVectors>(vectors);
  query_table_ = std::make_unique<const QueryTable>(table);
  if (vectors_->documents() != records_.size()) damaged(files::kVectors, "has other documents");
  if (vectors_->dimension() != query_table_->dimension())
    damaged(files::kQueryTable, "does not fit vectors.bin");
}

std::string Snapshot::read(const char* name) const { return read_file(dir_ + "/" + name); }

void Snapshot::read_records() {
  if (record_bytes_.size() % sizeof(DocRecord) != 0 ||
      record_bytes_.size() / sizeof(DocRecord) > kMaxDocuments)
    damaged(files::kDocuments, "has the wrong size");
  // Memory of an allocator is aligned for whatever lies in it.
  records_ = {reinterpret_cast<const DocRecord*>(record_bytes_.data()),
              record_bytes_.size() / sizeof(DocRecord)};
}

// Some loops go over all of them for each document, so their number is bounded by what a writer makes.
void Snapshot::check_names() const {
  const std::vector<std::string>& categories = names_.categories;
  if (categories.empty() || !categories.front().empty() || categories.size() > kMaxNames)
    damaged(files::kNames, "has no sound categories");
  if (std::max(names_.languages.size(), site_.languages.size()) > kMaxLanguages)
    damaged(files::kNames, "has more languages than there can be");
}

void Snapshot::check_records() {
  for (const DocRecord& r : records_) {
    if (r.language >= names_.languages.size() || r.category >= names_.categories.size())
      damaged(files::kDocuments, "does not fit names.bin");
    // Families are numbered as they come.
    if (r.family > family_count_) damaged(files::kDocuments, "has a family that there is not");
    if (r.family == family_count_) ++family_count_;
    check_enumerators(r);
    if (!stores_.holds(r)) damaged(files::kDocuments, "leads out of the store files");
  }
}

// Every document is alive in one segment, and no segment has another.
void Snapshot::check_segments() const {
  std::vector<bool> seen(records_.size());
  for (const Segment& segment : segments_) {
    if (segment.documents > kMaxDocuments) damaged(files::kSegments, "has more documents than there can be");
    uint32_t last = 0;
    for (uint32_t document = 1; document <= segment.documents; ++document) {
      const uint32_t number = segment.number(document);
      if (number == 0) continue;
      if (number <= last || number > seen.size() || seen[number - 1])
        damaged(files::kSegments, "has a document in the wrong place");
      seen[number - 1] = true;
      last = number;
    }
  }
  if (std::find(seen.begin(), seen.end(), false) != seen.end()) damaged(files::kSegments, "lacks a document");
}

void Snapshot::check_aliases() const {
  for (const auto& [path, number] : names_.aliases) {
    if (number == 0 || number > records_.size())
      damaged(files::kNames, "has an old address that leads nowhere");
  }
}

uint32_t Snapshot::related(uint32_t number, uint32_t i) const {
  uint32_t value;
  const size_t at = (size_t{number - 1} * kRelatedCount + i) * sizeof value;
  std::memcpy(&value, related_bytes_.data() + at, sizeof value);
  return value;
}

void Snapshot::check_related() const {
  if (related_bytes_.size() != records_.size() * kRelatedCount * sizeof(uint32_t))
    damaged(files::kRelated, "has the wrong size");
  for (uint32_t number = 1; number <= records_.size(); ++number) {
    for (uint32_t i = 0; i < kRelatedCount; ++i) {
      if (related(number, i) > records_.size())
        damaged(files::kRelated, "names a document that is not there");
    }
  }
}

void Snapshot::check_short_addresses() const {
  for (const ShortAddress& one : short_addresses_.all()) {
    if (one.document > records_.size()) damaged(files::kShort, "leads to a document that is not there");
  }
}

void Snapshot::check_suggestions() const {
  for (uint32_t i = 0; i < suggestions_.size(); ++i) {
    const uint32_t document = suggestions_.entry(i).document;
    if (document == 0 || document > records_.size())
      damaged(files::kSuggest, "names a document that is not there");
  }
}

}  // namespace signpost
