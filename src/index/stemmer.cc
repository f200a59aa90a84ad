// stemmer.cc - the table of languages that libstemmer knows.
#include "index/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/error.h"
#include "content/language.h"

namespace signpost {
namespace {

constexpr size_t kMaxStemmable = 80;  // bytes; longer "words" are data, and Snowball is slow on them

// Ascending by code. Serbian's stemmer is made of one for Croatian, and reads both scripts.
constexpr std::pair<std::string_view, std::string_view> kAlgorithms[] = {
    {"ar", "arabic"},     {"bs", "serbian"},    {"ca", "catalan"},  {"da", "danish"},  {"de", "german"},
    {"el", "greek"},      {"en", "english"},    {"es", "spanish"},  {"eu", "basque"},  {"fi", "finnish"},
    {"fr", "french"},     {"ga", "irish"},      {"hi", "hindi"},    {"hr", "serbian"}, {"hu", "hungarian"},
    {"hy", "armenian"},   {"id", "indonesian"}, {"it", "italian"},  {"ja", "english"}, {"ko", "english"},
    {"lt", "lithuanian"}, {"nb", "norwegian"},  {"ne", "nepali"},   {"nl", "dutch"},   {"nn", "norwegian"},
    {"no", "norwegian"},  {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"}, {"sr", "serbian"},
    {"sv", "swedish"},    {"ta", "tamil"},      {"tr", "turkish"},  {"yi", "yiddish"}, {"zh", "english"}};

}  // namespace

std::string_view stemming_algorithm(std::string_view lang) {
  const std::string_view code = lang.empty() ? "en" : base_language(lang);
  const auto* row = std::lower_bound(std::begin(kAlgorithms), std::end(kAlgorithms), code,
                                     [](const auto& r, std::string_view c) { return r.first < c; });
  return row != std::end(kAlgorithms) && row->first == code ? row->second : "";
}

std::vector<std::string_view> stemmed_languages() {
  std::vector<std::string_view> out;
  for (const auto& [code, algorithm] : kAlgorithms) out.push_back(code);
  return out;
}

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(std::string_view lang) {
  const std::string algorithm(stemming_algorithm(lang));
  if (algorithm.empty()) return;
  stemmer_.reset(sb_stemmer_new(algorithm.c_str(), nullptr));
  if (!stemmer_) throw Error(ErrorKind::internal, "libstemmer has no stemmer named " + algorithm);
}

std::string_view Stemmer::stem(std::string_view word) {
  if (!stemmer_ || word.empty() || word.size() > kMaxStemmable) return word;
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), symbols, static_cast<int>(word.size()));
  if (stem == nullptr) throw Error(ErrorKind::internal, "libstemmer ran out of memory");
  const std::string_view out(reinterpret_cast<const char*>(stem),
                             static_cast<size_t>(sb_stemmer_length(stemmer_.get())));
  return out.empty() ? word : out;
}

}  // namespace signpost
