// store_files.h - the stored parts of documents, in the store files of a generation's segments.
// Tested by tests/unit/index/segments_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_io.h"
#include "index/schema.h"
#include "index/segments.h"

namespace signpost {

// The parts of a document that a hit needs, read with one call of the operating system.
struct HitRecord {
  std::string bytes;  // forward index, meta, text
  std::string_view forward;
  std::string_view meta;
  std::string_view text;
};

// Those that a quote needs.
struct TextRecord {
  std::string bytes;
  std::string_view meta;
  std::string_view text;
  std::string_view structure;
};

// Safe to use from many threads. Every read throws Error{corrupt} when the record leads nowhere, also when a
// file was cut off since.
class StoreFiles {
 public:
  // Opens those of all segments; DocRecord::store_file counts them through. Throws Error{not_found, io}.
  StoreFiles(const std::string& generation_dir, const std::vector<Segment>& segments);

  // Whether all parts of the record lie in a store that is there.
  bool holds(const DocRecord& record) const;

  void read_forward(const DocRecord& record, std::string& out) const;
  void read_hit(const DocRecord& record, HitRecord& out) const;
  // The same without the forward index, for who has read that.
  void read_rest(const DocRecord& record, HitRecord& out) const;
  // Meta, text and structure with one call as well.
  void read_texts(const DocRecord& record, TextRecord& out) const;
  std::string read_meta(const DocRecord& record) const;  // for decode_meta()
  std::string read_body(const DocRecord& record) const;  // for decode_body()
  std::string read_card(const DocRecord& record) const;  // for card_png(), "" for none

 private:
  const RandomFile& file(const DocRecord& record) const;

  std::vector<std::unique_ptr<RandomFile>> files_;
  std::vector<uint64_t> sizes_;  // of the files, in bytes
};

}  // namespace signpost
