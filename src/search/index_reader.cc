// index_reader.cc - derives average lengths, families and universes when a generation is opened.
#include "search/index_reader.h"

#include <algorithm>
#include <filesystem>

#include "content/language.h"
#include "index/card_picture.h"
#include "index/forward_index.h"

namespace signpost {
namespace {

// Bytes of forward indexes in memory. A query looks into those of 36 documents, and to read them from the
// disk's cache took a fifth of its time. 20 MB hold nearly all of 13,000 articles.
constexpr size_t kForwardMemory = size_t{20} << 20;

}  // namespace

IndexReader::IndexReader(const std::string& generation_dir)
    : files_(generation_dir),
      forward_memory_(files_.stores(), files_.records(), kForwardMemory),
      name_(std::filesystem::path(generation_dir).filename()),
      postings_(generation_dir, files_.segments(), files_.dead().terms, document_count()),
      corrections_(words()),
      synonyms_(site().synonyms),
      title_initials_(files_.suggestions()) {
  average_lengths();
  group_families();
  choose_universes();
}

std::string_view IndexReader::forward(uint32_t number, std::string& room) const {
  const std::string_view known = forward_memory_.find(number);
  if (!known.empty()) return known;
  stores().read_forward(record(number), room);
  return room;
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

const std::string& IndexReader::nearest_language(std::string_view lang) const {
  const std::string* nearest = best_language(lang, names().languages);
  return nearest == nullptr ? site().default_language : *nearest;
}

std::vector<std::string> IndexReader::stand_ins(std::string_view lang) const {
  const auto place = [&](const std::string& code) {
    const LanguageFit fit = language_fit(lang, code);
    if (fit != LanguageFit::other) return -static_cast<int>(fit);
    if (code == site().default_language) return 1;
    const std::vector<Language>& known = site().languages;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Language& l) { return l.code == code; });
    return 2 + static_cast<int>(found - known.begin());
  };
  std::vector<std::pair<int, std::string>> placed;
  placed.reserve(names().languages.size());
  for (const std::string& code : names().languages) placed.emplace_back(place(code), code);
  std::stable_sort(placed.begin(), placed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> codes;
  codes.reserve(placed.size());
  for (auto& [at, code] : placed) codes.push_back(std::move(code));
  return codes;
}

void IndexReader::choose_universes() {
  for (const std::string& lang : names().languages) {
    std::vector<size_t> place(names().languages.size());  // by number of the language
    size_t next = 0;
    for (const std::string& code : has_translations_ ? stand_ins(lang) : std::vector<std::string>()) {
      const auto found = std::find(names().languages.begin(), names().languages.end(), code);
      place[static_cast<size_t>(found - names().languages.begin())] = next++;
    }
    Bitmap chosen(document_count(), !has_translations_);
    for (const std::vector<uint32_t>& family : families_) {
      if (!has_translations_ || family.empty()) break;
      chosen.set(*std::min_element(family.begin(), family.end(), [&](uint32_t a, uint32_t b) {
        return place[record(a).language] < place[record(b).language];
      }));
    }
    universes_.push_back(std::move(chosen));
  }
  universes_.emplace_back(document_count(), true);
}

void IndexReader::read_all() const {
  HitRecord hit;
  TextRecord texts;
  for (uint32_t number = 1; number <= document_count(); ++number) {
    read_hit(number, hit);
    ForwardView(hit.forward).check();
    const StoredMeta meta = decode_meta(hit.meta);
    if (!meta.sections.empty()) decode_text(hit.text, 0, meta.sections.back().text_end);
    read_texts(number, texts);
    decode_structure(texts.structure, meta.sections);
    read_body(number);
    if (record(number).card_size > 0) check_card(read_card(number));
    if (vectors() != nullptr) vectors()->read(number);
  }
  if (query_table() != nullptr) query_table()->read_all();
  if (glossary() != nullptr) glossary()->read_all();
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
