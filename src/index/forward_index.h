// forward_index.h - for one document: which terms stand where. It tells the ranking fields and nearness,
// finds the best section, and places the snippet, without Xapian's position lists. Tested by
// tests/unit/index/forward_index_test.cc.
//
// Layout (little-endian): uint32_t counts[5] = {terms, zones, checkpoints, exact, bytes of positions};
// ZoneStart[zones]; Checkpoint[checkpoints]; uint32_t hash[terms], ascending; offset[terms] into the
// positions, uint16_t where they have less than 64 KB, else uint32_t; exact[exact] of three bytes, ascending;
// positions, as LEB128 differences.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/schema.h"

namespace signpost {

// What a text is made of; figures are blocks of code and tables.
enum class Writing : uint8_t { sentences, figure };

// A zone begins at this position and ends where the next one begins.
struct ZoneStart {
  uint32_t position = 0;
  uint16_t section = 0;  // of heading and body zones
  Zone zone = Zone::title;
  Writing writing = Writing::sentences;
};
static_assert(sizeof(ZoneStart) == 8);

// The analyzer can start at this byte of the document's text, where the token with this position begins.
struct Checkpoint {
  uint32_t position = 0;
  uint32_t byte = 0;
};

class ForwardBuilder {
 public:
  void start_zone(Zone zone, uint32_t section, uint32_t position, Writing writing = Writing::sentences);
  void add_term(uint32_t hash, uint32_t position) { postings_.push_back({hash, position}); }
  // A word spelled exactly like this occurs; `prominent`: in the title or a heading.
  void add_exact(uint32_t hash, bool prominent);
  void add_checkpoint(uint32_t position, uint32_t byte) { checkpoints_.push_back({position, byte}); }
  std::string finish();

 private:
  struct Posting {
    uint32_t hash;
    uint32_t position;
    auto operator<=>(const Posting&) const = default;
  };
  std::vector<Posting> postings_;
  std::vector<uint32_t> exact_;
  std::vector<ZoneStart> zones_;
  std::vector<Checkpoint> checkpoints_;
};

// Reads the form above in place. The bytes must outlive the view.
class ForwardView {
 public:
  // Throws Error{corrupt} when the counts do not fit the bytes.
  explicit ForwardView(std::string_view bytes);

  // Reads all of it. Throws Error{corrupt} when any part can't be.
  void check() const;

  // Appends the positions of a term, ascending; at most `limit`. False when it does not occur.
  bool positions(uint32_t hash, std::vector<uint32_t>& out, size_t limit = SIZE_MAX) const;

  enum class Exact { no, somewhere, prominent };
  Exact exact(uint32_t hash) const;

  // All of them, in place of what `out` had. Throws Error{corrupt} when one is none of Zone.
  void zones(std::vector<ZoneStart>& out) const;
  // Index of the zone in which a position lies.
  size_t zone_of(uint32_t position) const;
  // The last checkpoint at or before a position; {0, 0} when there is none.
  Checkpoint checkpoint_before(uint32_t position) const;

 private:
  uint32_t u32_at(size_t offset) const;
  uint32_t offset_of(uint32_t term) const;
  uint32_t exact_at(uint32_t i) const;

  std::string_view bytes_;
  uint32_t terms_ = 0, zones_ = 0, checkpoints_ = 0, exact_ = 0, blob_size_ = 0;
  size_t zone_at_ = 0, checkpoint_at_ = 0, hash_at_ = 0, offset_at_ = 0, first_exact_ = 0, blob_at_ = 0;
};

}  // namespace signpost
