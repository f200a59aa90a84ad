// snapshot.h - the files of one generation, read into memory and checked against each other: what any reader
// of a generation begins with. Tested by tests/unit/search/snapshot_test.cc and tests/fuzz/generation.cc.
//
// Right sums only say that a file is what somebody wrote, not that a writer of ours did. So every number that
// leads from one file into another, or into memory, is checked here, once and before anything is made of it:
// behind this, records, names, words, suggestions and segments can be believed. Two things are checked where
// they are read, because reading all of them would make each start wait: the stored parts of a document
// (stored_document.h, forward_index.h), and the numbers in Xapian's postings (search/postings.cc).
//
// In memory, not mapped: a mapped file that somebody cuts off ends the process at the next look at it
// (SIGBUS).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "content/incident.h"
#include "content/site.h"
#include "index/glossary.h"
#include "index/history_file.h"
#include "index/names.h"
#include "index/query_table.h"
#include "index/schema.h"
#include "index/section_vectors.h"
#include "index/segments.h"
#include "index/short_addresses.h"
#include "index/store_files.h"
#include "index/suggest_index.h"
#include "index/word_list.h"

namespace signpost {

class Snapshot {
 public:
  // The caller has verified the sums (generation.h). Throws Error{corrupt} naming the file that does not
  // hold, Error{not_found, io}.
  explicit Snapshot(const std::string& generation_dir);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  const std::string& dir() const { return dir_; }
  const Site& site() const { return site_; }
  const std::vector<Incident>& incidents() const { return incidents_; }
  const SourceHistory& history() const { return history_; }
  const Names& names() const { return names_; }
  const std::vector<Segment>& segments() const { return segments_; }
  const DeadCounts& dead() const { return dead_; }
  const StoreFiles& stores() const { return stores_; }
  const WordList& words() const { return words_; }
  const SuggestIndex& suggestions() const { return suggestions_; }
  const ShortAddresses& short_addresses() const { return short_addresses_; }

  std::span<const DocRecord> records() const { return records_; }  // of document number - 1
  uint32_t family_count() const { return family_count_; }          // DocRecord::family is less
  // Null where the generation was made without an embedder: then both are.
  const SectionVectors* vectors() const { return vectors_.get(); }
  const QueryTable* query_table() const { return query_table_.get(); }
  // Null where no article has a translation to learn from.
  const Glossary* glossary() const { return glossary_.get(); }
  // Number of a similar document, 0 for none. REQUIRES: i < kRelatedCount.
  uint32_t related(uint32_t number, uint32_t i) const;

 private:
  void check_names() const;
  void read_records();
  void check_records();
  void check_segments() const;
  void check_aliases() const;
  void check_related() const;
  void check_suggestions() const;
  void check_short_addresses() const;
  void open_meaning();
  void open_glossary();
  std::string read(const char* name) const;

  const std::string dir_;
  const std::string record_bytes_, word_bytes_, suggest_bytes_, related_bytes_;
  const Site site_;
  const std::vector<Incident> incidents_;
  const SourceHistory history_;
  const Names names_;
  const std::vector<Segment> segments_;
  const DeadCounts dead_;
  const StoreFiles stores_;
  const WordList words_;
  const SuggestIndex suggestions_;
  const ShortAddresses short_addresses_;
  std::unique_ptr<const SectionVectors> vectors_;
  std::unique_ptr<const QueryTable> query_table_;
  std::unique_ptr<const Glossary> glossary_;
  std::span<const DocRecord> records_;
  uint32_t family_count_ = 0;
};

}  // namespace signpost
