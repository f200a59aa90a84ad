// stemmer.cc - asks Snowball once for each word, and remembers the answer.
#include "index/stemmer.h"

#include <xapian.h>

#include <functional>
#include <unordered_map>

#include "base/string_hash.h"

namespace signpost {
namespace {

constexpr size_t kMaxRemembered = 200'000;  // words; about 20 MB
constexpr size_t kMaxStemmable = 40;        // bytes; longer "words" are data, and Snowball is slow on them

Xapian::Stem make_stem(std::string_view lang) {
  const std::string primary(lang.substr(0, lang.find_first_of("-_")));
  if (primary == "ko" || primary == "ja" || primary == "zh" || primary.empty()) return Xapian::Stem("en");
  try {
    return Xapian::Stem(primary);
  } catch (const Xapian::InvalidArgumentError&) {
    return Xapian::Stem("none");
  }
}

}  // namespace

struct Stemmer::Impl {
  Xapian::Stem stem;
  std::unordered_map<std::string, std::string, StringHash, std::equal_to<>> known;
};

Stemmer::Stemmer(std::string_view lang) : impl_(std::make_unique<Impl>()) { impl_->stem = make_stem(lang); }
Stemmer::~Stemmer() = default;

std::string_view Stemmer::stem(std::string_view word) {
  if (word.size() > kMaxStemmable) return word;
  const auto found = impl_->known.find(word);
  if (found != impl_->known.end()) return found->second;
  if (impl_->known.size() >= kMaxRemembered) impl_->known.clear();
  std::string key(word);
  std::string stemmed = impl_->stem(key);
  if (stemmed.empty()) stemmed = key;
  return impl_->known.emplace(std::move(key), std::move(stemmed)).first->second;
}

}  // namespace signpost
