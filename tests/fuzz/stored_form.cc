// stored_form.cc - fuzz target: what the service reads from a generation. Sums protect it from damage, but a
// pack with right sums may have been made by anyone. The first byte chooses the form.
#include <algorithm>
#include <array>

#include "base/compression.h"
#include "base/error.h"
#include "content/site.h"
#include "content/site_json.h"
#include "index/encode.h"
#include "index/forward_index.h"
#include "index/names.h"
#include "index/segments.h"
#include "index/stored_document.h"
#include "index/stored_structure.h"
#include "index/suggest_index.h"
#include "index/word_list.h"
#include "tests/fuzz/fuzz.h"

using signpost::fuzz::require;

namespace {

void read_meta(std::string_view bytes) {
  const signpost::StoredMeta meta = signpost::decode_meta(signpost::zstd_compress(bytes, 1));
  for (size_t i = 0; i < meta.sections.size(); ++i) signpost::heading_path(meta.sections, i);
}

void read_body(std::string_view bytes) { signpost::decode_body(signpost::zstd_compress(bytes, 1)); }
void read_frame(std::string_view bytes) { signpost::zstd_decompress(bytes, 1 << 20); }
void read_site(std::string_view bytes) { signpost::site_from_json(bytes); }
void read_names(std::string_view bytes) { signpost::decode_names(bytes); }
void read_segments(std::string_view bytes) { signpost::decode_segments(bytes); }
void read_dead(std::string_view bytes) { signpost::decode_dead_counts(bytes); }
void read_document(std::string_view bytes) { signpost::decode_document(bytes); }

void read_text(std::string_view bytes) {
  for (const uint32_t begin : {0u, 1u, 4096u, ~0u}) {
    for (const uint32_t end : {0u, 100u, 5000u, ~0u}) signpost::decode_text(bytes, begin, end);
  }
}

void read_forward(std::string_view bytes) {
  const signpost::ForwardView view(bytes);
  std::vector<uint32_t> positions;
  for (const uint32_t hash : {0u, 1u, 0x12345678u, ~0u}) {
    view.positions(hash, positions);
    view.exact(hash);
    view.zone_of(hash);
    view.checkpoint_before(hash);
  }
  std::vector<signpost::ZoneStart> zones;
  view.zones(zones);
}

void read_words(std::string_view bytes) {
  const signpost::WordList words(bytes);
  for (uint32_t i = 0; i < words.size(); ++i) {
    words.word(i);
    words.info(i);
    words.letters(i);
  }
  std::array<uint32_t, 8> letters{};
  for (uint32_t i = 0; i <= words.size(); ++i) words.copy_letters(i, letters.size(), letters.data());
  for (const char* word : {"", "a", "m", "\xff"}) words.find(word);
}

void read_suggestions(std::string_view bytes) {
  const signpost::SuggestIndex index(bytes);
  for (uint32_t i = 0; i < index.size(); ++i) {
    const signpost::SuggestEntry entry = index.entry(i);
    index.key(entry);
    index.text(entry);
    index.anchor(entry);
  }
  for (const char* typed : {"", "a", "in", "\xff"}) {
    const auto range = index.find(typed);
    for (uint32_t point = range.begin; point < range.end; ++point) index.offset_in_key(point);
  }
}

void read_structure(std::string_view bytes) {
  const std::vector<signpost::StoredSection> sections = {{"", "", 0, -1, 0, 100},
                                                         {"a", "A", 2, -1, 101, 5000}};
  for (const signpost::StructuredSection& section : signpost::decode_structure(bytes, sections).sections)
    signpost::step_lists(section.blocks);
}

constexpr void (*kForms[])(std::string_view) = {
    read_meta,     read_body, read_frame,   read_site,  read_names,       read_dead,     read_segments,
    read_document, read_text, read_forward, read_words, read_suggestions, read_structure};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = signpost::fuzz::text_of(data, size);
  if (bytes.empty()) return 0;
  try {
    kForms[(static_cast<uint8_t>(bytes[0]) - 'a') % std::size(kForms)](bytes.substr(1));
  } catch (const signpost::Error& error) {
    require(error.kind() == signpost::ErrorKind::corrupt, "what can't be read is called damaged");
  }
  return 0;
}
