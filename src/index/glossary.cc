// glossary.cc - see glossary.h.
#include "index/glossary.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/bytes.h"
#include "base/error.h"
#include "base/fnv1a.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr float kLikenessSteps = 255;
constexpr size_t kLongestTranslation = 64;    // in bytes; the index has no longer words
constexpr uint32_t kMostOfWord = 256 * 1024;  // bytes of one word's translations into all languages

template <typename Number>
std::vector<Number> read_numbers(const RandomFile& file, uint64_t at, uint64_t count) {
  std::string bytes;
  file.read(at, count * sizeof(Number), bytes);
  std::vector<Number> out(count);
  if (count > 0) std::memcpy(out.data(), bytes.data(), bytes.size());
  return out;
}

}  // namespace

uint64_t glossary_sum(std::string_view lang, std::string_view word) {
  return fnv1a(std::string(lang).append("\n").append(word));
}

std::string encode_glossary(std::vector<GlossaryEntry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const GlossaryEntry& a, const GlossaryEntry& b) { return a.sum < b.sum; });
  ByteWriter tables;
  tables.u32(static_cast<uint32_t>(entries.size()));
  for (const GlossaryEntry& entry : entries) tables.pod(entry.sum);
  ByteWriter translations;
  for (const GlossaryEntry& entry : entries) {
    for (const Translation& translation : entry.translations) {
      const float steps = std::clamp(std::round(translation.likeness * kLikenessSteps), 1.0F, kLikenessSteps);
      translations.pod(static_cast<uint8_t>(steps));
      translations.string(translation.lang);
      translations.string(translation.text);
    }
    tables.u32(static_cast<uint32_t>(translations.size()));
  }
  return tables.take() + translations.take();
}

Glossary::Glossary(const std::string& path) : file_(path) {
  const auto fail = [&path](const char* what) { throw Error(ErrorKind::corrupt, path + ": " + what); };
  const uint64_t size = file_.size();
  if (size < sizeof(uint32_t)) fail("it is too short");
  const uint64_t words = read_numbers<uint32_t>(file_, 0, 1)[0];
  translations_at_ = sizeof(uint32_t) + words * (sizeof(uint64_t) + sizeof(uint32_t));
  if (translations_at_ > size) fail("the size doesn't fit the number of words");
  sums_ = read_numbers<uint64_t>(file_, sizeof(uint32_t), words);
  ends_ = read_numbers<uint32_t>(file_, sizeof(uint32_t) + words * sizeof(uint64_t), words);
  if (!std::is_sorted(sums_.begin(), sums_.end())) fail("the words are out of order");
  if (!std::is_sorted(ends_.begin(), ends_.end()) ||
      (words > 0 ? ends_.back() : 0) != size - translations_at_)
    fail("the translations don't fit the words");
}

std::vector<Translation> Glossary::read(size_t entry) const {
  const uint32_t begin = entry == 0 ? 0 : ends_[entry - 1];
  if (ends_[entry] - begin > kMostOfWord)
    throw Error(ErrorKind::corrupt, "a word of the glossary has more translations than there can be");
  std::string bytes;
  file_.read(translations_at_ + begin, ends_[entry] - begin, bytes);
  std::vector<Translation> out;
  for (ByteReader reader(bytes); !reader.done();) {
    const auto steps = reader.pod<uint8_t>();
    const std::string_view lang = reader.string();
    const std::string_view text = reader.string();
    if (steps == 0 || text.empty() || text.size() > kLongestTranslation ||
        first_invalid_utf8(text) != std::string_view::npos)
      throw Error(ErrorKind::corrupt, "a translation of the glossary is none");
    out.push_back({std::string(lang), std::string(text), static_cast<float>(steps) / kLikenessSteps});
  }
  return out;
}

std::vector<Translation> Glossary::find(std::string_view lang, std::string_view word) const {
  const uint64_t sum = glossary_sum(lang, word);
  const auto found = std::lower_bound(sums_.begin(), sums_.end(), sum);
  if (found == sums_.end() || *found != sum) return {};
  return read(static_cast<size_t>(found - sums_.begin()));
}

void Glossary::read_all() const {
  for (size_t entry = 0; entry < sums_.size(); ++entry) read(entry);
}

}  // namespace signpost
