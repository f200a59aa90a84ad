#include "generation_copy.h"

#include <stdlib.h>

#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "base/bytes.h"
#include "base/compression.h"
#include "base/file_io.h"
#include "index/encode.h"
#include "index/incident_file.h"
#include "index/manifest.h"
#include "index/merge.h"
#include "index/segment_builder.h"
#include "index/shard_writer.h"
#include "test_index.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostBytes = 16 << 20;

Document with_facets(Document document, const std::string& category, const std::string& tag) {
  document.fields.set(Field::category, category);
  document.fields[Field::tag] = {tag, "common"};
  document.fields.set(Field::product, "app");
  document.fields.set(Field::level, "basic");
  document.updated = "2026-01-02";
  document.summary = "About " + document.title;
  return document;
}

Document thread() {
  Document document =
      make_document("lost-letter", "Lost letter?", {"Where is it?", "Answer: In the archive."});
  document.kind = Kind::community;
  document.posts = {{"kim", "2026-01-01", 3, false, "question", "<p>Where is it?</p>"},
                    {"lee", "2026-01-02", 5, true, "answer-1", "<p>In the archive.</p>"}};
  document.solved = true;
  return document;
}

SegmentSource make_segment(const std::string& root, const std::string& name,
                           const std::vector<Document>& documents) {
  ShardWriter writer(root + "/shard");
  for (const Document& document : documents) writer.add(encode_document(document));
  writer.finish();
  return build_segment({root + "/shard"}, root + "/generation", "segments/" + name, root + "/facts");
}

Site site() {
  Site site = three_languages();
  site.synonyms = {{"en", {"vault"}, {"archive"}}};
  site.best_bets = {{"", {"money"}, "refunds"}};
  site.redirects = {{"/kb/7", "refunds"}};
  return site;
}

}  // namespace

BaseGeneration::BaseGeneration() {
  std::string pattern = (fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path().string()) +
                        "/signpost-generation-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a directory for the test");
  root_ = pattern;
  dir_ = root_ + "/generation";
  Document refunds =
      with_facets(make_document("refunds", "Refunds and returns",
                                {"Ask for your money back.", "How long: Five days.", "Who pays: We do."}),
                  "account", "money");
  refunds.aliases = {"/old/refunds"};
  const std::vector<SegmentSource> segments = {
      make_segment(root_, "000001",
                   {refunds, make_document("archive", "The old archive", {"Old wombat."}),
                    with_facets(make_document("refunds", "환불과 반품",
                                              {"환불을 요청하세요.", "기간: 닷새 걸립니다."}, "ko"),
                                "account", "돈"),
                    with_facets(make_document("refunds", "返金と返品", {"返金をお申し込みください。"}, "ja"),
                                "account", "お金")}),
      make_segment(root_, "000002",
                   {with_facets(make_document("archive", "The archive of letters",
                                              {"All letters are kept.", "Search: By name."}),
                                "start", "letters"),
                    thread(), make_document("empty", "An empty page", {})})};
  write_generation(segments, {{0, 0}, {1, 0}, {0, 2}, {0, 3}, {1, 1}, {1, 2}}, site(), dir_, "");
  Incident incident;
  incident.id = "slow-letters";
  incident.started = {1'795'000'000, 0};
  incident.queries = {{"en", "slow letters"}};
  incident.texts = {{"en", "Letters are slow", "<p>Today.</p>", {{incident.started, {}, "First", "", ""}}}};
  write_incidents(dir_, {incident});
  seal_generation(dir_, 6);
  for (const ManifestFile& file : read_manifest(dir_).files)
    files_[file.path] = read_file(dir_ + "/" + file.path);
}

BaseGeneration::~BaseGeneration() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

void GenerationCopy::write(const std::string& dir) const {
  fs::remove_all(dir);
  for (const auto& [path, bytes] : files) {
    fs::create_directories(fs::path(dir + "/" + path).parent_path());
    const auto found = base_.files().find(path);
    std::error_code error = std::make_error_code(std::errc::cross_device_link);
    if (found != base_.files().end() && found->second == bytes)
      fs::create_hard_link(base_.dir() + "/" + path, dir + "/" + path, error);
    if (error) write_file(dir + "/" + path, bytes);
  }
  seal_generation(dir, 6, base_.dir());
}

std::vector<DocRecord> GenerationCopy::records() const {
  const std::string& bytes = files.at(files::kDocuments);
  std::vector<DocRecord> records(bytes.size() / sizeof(DocRecord));
  if (records.empty()) return records;
  std::memcpy(static_cast<void*>(records.data()), bytes.data(), records.size() * sizeof(DocRecord));
  return records;
}

void GenerationCopy::set_records(const std::vector<DocRecord>& records) {
  ByteWriter out;
  for (const DocRecord& record : records) out.pod(record);
  files[files::kDocuments] = out.take();
}

std::vector<Segment> GenerationCopy::segments() const { return decode_segments(files.at(files::kSegments)); }

void GenerationCopy::set_segments(const std::vector<Segment>& segments) {
  files[files::kSegments] = encode_segments(segments);
}

std::string GenerationCopy::store_of(const DocRecord& record) const {
  return record.store_file == 0 ? "segments/000001/store.000" : "segments/000002/store.000";
}

std::vector<std::string> GenerationCopy::raw_parts(const DocRecord& r) const {
  const std::string& store = files.at(store_of(r));
  std::vector<std::string> parts;
  size_t at = r.store_offset;
  for (const uint32_t size : {r.forward_size, r.meta_size, r.text_size, r.structure_size, r.body_size}) {
    parts.push_back(at <= store.size() ? store.substr(at, size) : "");
    at += size;
  }
  return parts;
}

std::string GenerationCopy::part(uint32_t number, Part part) const {
  const std::string raw = raw_parts(records().at(number - 1)).at(static_cast<size_t>(part));
  return part == Part::body ? zstd_decompress(raw, kMostBytes) : raw;
}

void GenerationCopy::set_part(uint32_t number, Part part, const std::string& bytes) {
  std::vector<DocRecord> all = records();
  DocRecord& r = all.at(number - 1);
  std::vector<std::string> parts = raw_parts(r);
  parts.at(static_cast<size_t>(part)) = part == Part::body ? zstd_compress(bytes, 1) : bytes;
  std::string& store = files.at(store_of(r));
  r.store_offset = store.size();
  const auto size = [&](Part p) { return static_cast<uint32_t>(parts[static_cast<size_t>(p)].size()); };
  r.forward_size = size(Part::forward);
  r.meta_size = size(Part::meta);
  r.text_size = size(Part::text);
  r.structure_size = size(Part::structure);
  r.body_size = size(Part::body);
  for (const std::string& bytes_of_part : parts) store += bytes_of_part;
  set_records(all);
}

}  // namespace signpost
