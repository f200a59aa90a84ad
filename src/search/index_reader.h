// index_reader.h - one generation, opened, with what search derives from it once: what the rest of search/
// reads from. Tested by tests/unit/search/index_reader_test.cc.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "index/forward_memory.h"
#include "index/snapshot.h"
#include "index/stored_document.h"
#include "index/stored_structure.h"
#include "search/bitmap.h"
#include "search/known_corrections.h"
#include "search/known_sequences.h"
#include "search/postings.h"
#include "search/synonyms.h"
#include "search/title_initials.h"

namespace signpost {

// Safe to use from many threads.
class IndexReader {
 public:
  // Throws Error{not_found, corrupt, io}.
  explicit IndexReader(const std::string& generation_dir);

  const std::string& dir() const { return files_.dir(); }
  const std::string& name() const { return name_; }
  const Site& site() const { return files_.site(); }
  const std::vector<Incident>& incidents() const { return files_.incidents(); }
  const SourceHistory& history() const { return files_.history(); }
  const Names& names() const { return files_.names(); }
  const WordList& words() const { return files_.words(); }
  const SuggestIndex& suggestions() const { return files_.suggestions(); }
  const ShortAddresses& short_addresses() const { return files_.short_addresses(); }
  const Postings& postings() const { return postings_; }
  const KnownCorrections& corrections() const { return corrections_; }
  const KnownSequences& sequences() const { return sequences_; }
  const Synonyms& synonyms() const { return synonyms_; }
  const TitleInitials& title_initials() const { return title_initials_; }

  uint32_t document_count() const { return static_cast<uint32_t>(files_.records().size()); }
  const DocRecord& record(uint32_t number) const { return files_.records()[number - 1]; }
  // Positions of a zone in an average document.
  float average_zone_length(Zone zone) const { return average_length_[static_cast<size_t>(zone)]; }
  uint32_t related(uint32_t number, uint32_t i) const { return files_.related(number, i); }

  // What the sections mean, and the table that gives a query its meaning: both or none.
  const SectionVectors* vectors() const { return files_.vectors(); }
  const QueryTable* query_table() const { return files_.query_table(); }

  // Null where no article has a translation to learn from.
  const Glossary* glossary() const { return files_.glossary(); }

  // For ForwardView, as long as `room` is left alone, into which it is read unless it lies in memory.
  std::string_view forward(uint32_t number, std::string& room) const;
  // It is asked for soon.
  void fetch_forward(uint32_t number) const { forward_memory_.fetch(number); }
  void read_hit(uint32_t number, HitRecord& out) const { stores().read_hit(record(number), out); }
  void read_rest(uint32_t number, HitRecord& out) const { stores().read_rest(record(number), out); }
  void read_texts(uint32_t number, TextRecord& out) const { stores().read_texts(record(number), out); }
  StoredMeta read_meta(uint32_t number) const { return decode_meta(stores().read_meta(record(number))); }
  Document read_body(uint32_t number) const { return decode_body(stores().read_body(record(number))); }
  std::string read_card(uint32_t number) const { return stores().read_card(record(number)); }

  // Reads every stored part of every document, and every posting. Throws Error{corrupt}.
  void read_all() const;

  // Number of the document with this id in this language, 0 when there is none.
  uint32_t find(std::string_view lang, std::string_view id) const;
  // All documents of a family, in the order of the site's languages.
  const std::vector<uint32_t>& family(uint32_t family) const { return families_[family]; }
  bool has_translations() const { return has_translations_; }

  // The language of documents that serves readers of `lang` best: itself or its nearest variant, else the
  // site's default.
  const std::string& nearest_language(std::string_view lang) const;

  // The languages of documents in the order in which they stand in for one another for readers of `lang`:
  // itself, its variants, the default one, then as the site lists them.
  std::vector<std::string> stand_ins(std::string_view lang) const;

  // One document of every family, in the first of stand_ins() that it is in. For "" every document.
  const Bitmap& universe(std::string_view lang) const;

 private:
  const StoreFiles& stores() const { return files_.stores(); }
  void average_lengths();
  void group_families();
  void choose_universes();

  const Snapshot files_;
  const ForwardMemory forward_memory_;
  const std::string name_;
  Postings postings_;
  const KnownCorrections corrections_;
  const KnownSequences sequences_;
  Synonyms synonyms_;
  const TitleInitials title_initials_;
  std::array<float, kZoneCount> average_length_{};
  std::vector<std::vector<uint32_t>> families_;
  bool has_translations_ = false;
  std::vector<Bitmap> universes_;  // by language index; the last one is everything
};

}  // namespace signpost
