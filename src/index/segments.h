// segments.h - the parts that a generation is put together of, so that a small change need not write
// everything anew. Tested by tests/unit/index/segments_test.cc.
//
// The first segment, the base, has the documents of the last full run; a second one those that changed since.
// A document of the base that changed or went is dead there: its postings remain, and whoever reads them
// passes over it. Documents are numbered through by their order in the source, whichever segment they are in,
// so that nothing but the postings can tell a generation of two segments from one of a full run.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct Segment {
  std::string path;        // relative to the generation's directory
  uint32_t documents = 0;  // dead ones included; the postings number them from 1
  uint32_t stores = 0;     // store files
  // numbers[i]: number in the generation of the segment's document i + 1, 0 when it is dead. Ascending but
  // for the zeros. Empty when each has its own: 1, 2, 3 ...
  std::vector<uint32_t> numbers;

  uint32_t number(uint32_t document) const { return numbers.empty() ? document : numbers[document - 1]; }
};

std::string encode_segments(const std::vector<Segment>& segments);
std::vector<Segment> decode_segments(std::string_view bytes);  // throws Error{corrupt}

// Of the dead documents: what must be taken off the counts of the segments.
struct DeadCounts {
  struct Word {
    uint32_t documents = 0;
    uint32_t titles = 0;
  };
  std::map<std::string, uint32_t, std::less<>> terms;  // documents
  std::map<std::string, Word, std::less<>> words;
};

std::string encode_dead_counts(const DeadCounts& counts);
DeadCounts decode_dead_counts(
    std::string_view bytes);  // throws Error{corrupt}, also when they are not ascending

}  // namespace signpost
