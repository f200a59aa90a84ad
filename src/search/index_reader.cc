#include "search/index_reader.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "content/error.h"

namespace signpost {

IndexReader::IndexReader(const std::string& generation_dir)
    : dir_(generation_dir),
      name_(std::filesystem::path(generation_dir).filename()),
      site_(site_from_json(read_file(dir_ + "/" + files::kSite))),
      names_(decode_names(read_file(dir_ + "/" + files::kNames))),
      record_file_(dir_ + "/" + files::kDocuments),
      word_file_(dir_ + "/" + files::kWords),
      suggest_file_(dir_ + "/" + files::kSuggest),
      related_file_(dir_ + "/" + files::kRelated),
      words_(word_file_.bytes()),
      suggestions_(suggest_file_.bytes()),
      segments_(decode_segments(read_file(dir_ + "/" + files::kSegments))),
      stores_(dir_, segments_),
      postings_(dir_, segments_, decode_dead_counts(read_file(dir_ + "/" + files::kDead)).terms),
      synonyms_(site_.synonyms) {
  read_records();
  group_families();
  choose_universes();
}

void IndexReader::read_records() {
  const std::string_view bytes = record_file_.bytes();
  if (bytes.size() % sizeof(DocRecord) != 0) throw Error(ErrorKind::corrupt, "docs.bin has the wrong size");
  count_ = static_cast<uint32_t>(bytes.size() / sizeof(DocRecord));
  records_ = reinterpret_cast<const DocRecord*>(bytes.data());  // a mapping is page-aligned
  if (related_file_.bytes().size() != size_t{count_} * kRelatedCount * sizeof(uint32_t)) {
    throw Error(ErrorKind::corrupt, "related.bin has the wrong size");
  }
  double sums[kZoneCount] = {};
  uint32_t store_count = 0;
  for (uint32_t i = 0; i < count_; ++i) {
    const DocRecord& r = records_[i];
    if (r.language >= names_.languages.size() || r.category >= names_.categories.size() ||
        r.product >= names_.products.size()) {
      throw Error(ErrorKind::corrupt, "docs.bin does not fit names.bin");
    }
    store_count = std::max(store_count, r.store_file + 1);
    for (size_t z = 0; z < kZoneCount; ++z) sums[z] += r.zone_length[z];
  }
  for (size_t z = 0; z < kZoneCount; ++z) {
    average_length_[z] = static_cast<float>(std::max(1.0, sums[z] / std::max(count_, 1u)));
  }
  if (store_count > stores_.count())
    throw Error(ErrorKind::corrupt, "docs.bin names a store that is not there");
}

void IndexReader::group_families() {
  uint32_t family_count = 0;
  for (uint32_t i = 0; i < count_; ++i) family_count = std::max(family_count, records_[i].family + 1);
  families_.resize(family_count);
  for (uint32_t i = 0; i < count_; ++i) families_[records_[i].family].push_back(i + 1);
  // Site order: a language that site.yaml does not list comes after those that it does.
  const auto rank = [this](uint32_t number) {
    const std::string& lang = names_.languages[record(number).language];
    const auto found = std::find_if(site_.languages.begin(), site_.languages.end(),
                                    [&](const Language& l) { return l.code == lang; });
    return found - site_.languages.begin();
  };
  for (std::vector<uint32_t>& family : families_) {
    if (family.size() < 2) continue;
    has_translations_ = true;
    std::stable_sort(family.begin(), family.end(), [&](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
  }
}

void IndexReader::choose_universes() {
  const auto language_of = [this](uint32_t number) -> const std::string& {
    return names_.languages[record(number).language];
  };
  for (const std::string& lang : names_.languages) {
    Bitmap chosen(count_, !has_translations_);
    for (const std::vector<uint32_t>& family : families_) {
      if (!has_translations_ || family.empty()) break;
      uint32_t best = family.front();
      for (const uint32_t number : family) {
        if (language_of(number) == site_.default_language) best = number;
      }
      for (const uint32_t number : family) {
        if (language_of(number) == lang) best = number;
      }
      chosen.set(best);
    }
    universes_.push_back(std::move(chosen));
  }
  universes_.emplace_back(count_, true);
}

uint32_t IndexReader::related(uint32_t number, uint32_t i) const {
  uint32_t value;
  const size_t at = (size_t{number - 1} * kRelatedCount + i) * sizeof value;
  std::memcpy(&value, related_file_.bytes().data() + at, sizeof value);
  return value <= count_ ? value : 0;
}

uint32_t IndexReader::find(std::string_view lang, std::string_view id) const {
  return postings_.any_document(id_term(lang, id));
}

const Bitmap& IndexReader::universe(std::string_view lang) const {
  const auto found = std::find(names_.languages.begin(), names_.languages.end(), lang);
  if (found == names_.languages.end()) return universes_.back();
  return universes_[static_cast<size_t>(found - names_.languages.begin())];
}

}  // namespace signpost
