// index_reader.h - the files of one generation, opened: what the rest of search/ reads from.
// Tested by tests/unit/search/searcher_test.cc.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "content/site.h"
#include "index/file_io.h"
#include "index/names.h"
#include "index/schema.h"
#include "index/store_files.h"
#include "index/stored_document.h"
#include "index/suggest_index.h"
#include "index/word_list.h"
#include "search/bitmap.h"
#include "search/postings.h"
#include "search/synonyms.h"

namespace signpost {

// Safe to use from many threads.
class IndexReader {
 public:
  // Throws Error{not_found, corrupt, io}.
  explicit IndexReader(const std::string& generation_dir);

  const std::string& dir() const { return dir_; }
  const std::string& name() const { return name_; }
  const Site& site() const { return site_; }
  const Names& names() const { return names_; }
  const WordList& words() const { return words_; }
  const SuggestIndex& suggestions() const { return suggestions_; }
  const Postings& postings() const { return postings_; }
  const Synonyms& synonyms() const { return synonyms_; }

  uint32_t document_count() const { return count_; }
  const DocRecord& record(uint32_t number) const { return records_[number - 1]; }
  // Positions of a zone in an average document.
  float average_zone_length(Zone zone) const { return average_length_[static_cast<size_t>(zone)]; }
  // 0 when there is none with this number of relation.
  uint32_t related(uint32_t number, uint32_t i) const;

  void read_forward(uint32_t number, std::string& out) const { stores_.read_forward(record(number), out); }
  void read_hit(uint32_t number, HitRecord& out) const { stores_.read_hit(record(number), out); }
  StoredMeta read_meta(uint32_t number) const { return decode_meta(stores_.read_meta(record(number))); }
  Document read_body(uint32_t number) const { return decode_body(stores_.read_body(record(number))); }

  // Number of the document with this id in this language, 0 when there is none.
  uint32_t find(std::string_view lang, std::string_view id) const;
  // All documents of a family, in the order of the site's languages.
  const std::vector<uint32_t>& family(uint32_t family) const { return families_[family]; }
  bool has_translations() const { return has_translations_; }

  // One document of every family: in `lang` when there is one, else in the default language, else in the
  // first of the site's. For "" every document.
  const Bitmap& universe(std::string_view lang) const;

 private:
  void read_records();
  void group_families();
  void choose_universes();

  std::string dir_;
  std::string name_;
  Site site_;
  Names names_;
  MappedFile record_file_, word_file_, suggest_file_, related_file_;
  const DocRecord* records_ = nullptr;
  uint32_t count_ = 0;
  WordList words_;
  SuggestIndex suggestions_;
  std::vector<Segment> segments_;
  StoreFiles stores_;
  Postings postings_;
  Synonyms synonyms_;
  std::array<float, kZoneCount> average_length_{};
  std::vector<std::vector<uint32_t>> families_;
  bool has_translations_ = false;
  std::vector<Bitmap> universes_;  // by language index; the last one is everything
};

}  // namespace signpost
