// index_reader.cc - derives average lengths, families and universes when a generation is opened.
#include "search/index_reader.h"

#include <algorithm>
#include <filesystem>

#include "index/forward_index.h"

namespace signpost {

IndexReader::IndexReader(const std::string& generation_dir)
    : files_(generation_dir),
      name_(std::filesystem::path(generation_dir).filename()),
      postings_(generation_dir, files_.segments(), files_.dead().terms, document_count()),
      synonyms_(site().synonyms) {
  average_lengths();
  group_families();
  choose_universes();
}

void IndexReader::average_lengths() {
  double sums[kZoneCount] = {};
  for (const DocRecord& r : files_.records()) {
    for (size_t z = 0; z < kZoneCount; ++z) sums[z] += r.zone_length[z];
  }
  for (size_t z = 0; z < kZoneCount; ++z) {
    average_length_[z] = static_cast<float>(std::max(1.0, sums[z] / std::max(document_count(), 1u)));
  }
}

void IndexReader::group_families() {
  families_.resize(files_.family_count());
  for (uint32_t number = 1; number <= document_count(); ++number)
    families_[record(number).family].push_back(number);
  // Site order: a language that site.yaml does not list comes after those that it does.
  const auto rank = [this](uint32_t number) {
    const std::string& lang = names().languages[record(number).language];
    const std::vector<Language>& known = site().languages;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Language& l) { return l.code == lang; });
    return found - known.begin();
  };
  for (std::vector<uint32_t>& family : families_) {
    if (family.size() < 2) continue;
    has_translations_ = true;
    std::stable_sort(family.begin(), family.end(), [&](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
  }
}

void IndexReader::choose_universes() {
  const auto language_of = [this](uint32_t number) -> const std::string& {
    return names().languages[record(number).language];
  };
  for (const std::string& lang : names().languages) {
    Bitmap chosen(document_count(), !has_translations_);
    for (const std::vector<uint32_t>& family : families_) {
      if (!has_translations_ || family.empty()) break;
      uint32_t best = family.front();
      for (const uint32_t number : family) {
        if (language_of(number) == site().default_language) best = number;
      }
      for (const uint32_t number : family) {
        if (language_of(number) == lang) best = number;
      }
      chosen.set(best);
    }
    universes_.push_back(std::move(chosen));
  }
  universes_.emplace_back(document_count(), true);
}

void IndexReader::read_all() const {
  HitRecord hit;
  for (uint32_t number = 1; number <= document_count(); ++number) {
    read_hit(number, hit);
    ForwardView(hit.forward).check();
    const StoredMeta meta = decode_meta(hit.meta);
    if (!meta.sections.empty()) decode_text(hit.text, 0, meta.sections.back().text_end);
    read_body(number);
  }
  postings_.read_all();
}

uint32_t IndexReader::find(std::string_view lang, std::string_view id) const {
  return postings_.any_document(id_term(lang, id));
}

const Bitmap& IndexReader::universe(std::string_view lang) const {
  const auto found = std::find(names().languages.begin(), names().languages.end(), lang);
  if (found == names().languages.end()) return universes_.back();
  return universes_[static_cast<size_t>(found - names().languages.begin())];
}

}  // namespace signpost
