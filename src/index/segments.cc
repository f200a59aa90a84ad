// segments.cc - the bytes of segments.bin and dead.bin.
#include "index/segments.h"

#include <iterator>

#include "base/bytes.h"

namespace signpost {

std::string encode_segments(const std::vector<Segment>& segments) {
  ByteWriter out;
  out.varint(segments.size());
  for (const Segment& segment : segments) {
    out.string(segment.path);
    out.varint(segment.documents);
    out.varint(segment.stores);
    out.varint(segment.numbers.size());
    for (const uint32_t number : segment.numbers) out.u32(number);
  }
  return out.take();
}

std::vector<Segment> decode_segments(std::string_view bytes) {
  ByteReader in(bytes);
  std::vector<Segment> segments;
  for (uint64_t n = in.varint(); n > 0; --n) {
    Segment& segment = segments.emplace_back();
    segment.path = in.string();
    segment.documents = static_cast<uint32_t>(in.varint());
    segment.stores = static_cast<uint32_t>(in.varint());
    const uint64_t numbers = in.count(sizeof(uint32_t));
    if (numbers != 0 && numbers != segment.documents)
      throw Error(ErrorKind::corrupt, "a segment's numbers do not fit its documents");
    segment.numbers.reserve(numbers);
    for (uint64_t i = 0; i < numbers; ++i) segment.numbers.push_back(in.u32());
  }
  return segments;
}

std::string encode_dead_counts(const DeadCounts& counts) {
  ByteWriter out;
  out.varint(counts.terms.size());
  for (const auto& [term, documents] : counts.terms) {
    out.string(term);
    out.varint(documents);
  }
  out.varint(counts.words.size());
  for (const auto& [word, count] : counts.words) {
    out.string(word);
    out.varint(count.documents);
    out.varint(count.titles);
  }
  return out.take();
}

namespace {

// Ascending, so that each takes bytes of its own in the file.
template <typename Map>
void add_last(Map& map, std::string_view key, typename Map::mapped_type value) {
  if (!map.empty() && std::prev(map.end())->first >= key)
    throw Error(ErrorKind::corrupt, "the counts of the dead are out of order");
  map.emplace_hint(map.end(), key, value);
}

}  // namespace

DeadCounts decode_dead_counts(std::string_view bytes) {
  ByteReader in(bytes);
  DeadCounts counts;
  for (uint64_t n = in.varint(); n > 0; --n) {
    const std::string_view term = in.string();
    add_last(counts.terms, term, static_cast<uint32_t>(in.varint()));
  }
  for (uint64_t n = in.varint(); n > 0; --n) {
    const std::string_view word = in.string();
    const auto documents = static_cast<uint32_t>(in.varint());
    const auto titles = static_cast<uint32_t>(in.varint());
    add_last(counts.words, word, DeadCounts::Word{documents, titles});
  }
  return counts;
}

}  // namespace signpost
