// main.cc - make_general_words FOLDER OUT: makes what general_words.h reads of the word lists that Debian has
// in FOLDER (/usr/share/dict). Run by the build. Tested by tests/unit/search/general_words_test.cc.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/file_io.h"
#include "index/unicode_fold.h"
#include "search/general_words.h"

namespace signpost {
namespace {

// English has the shorter of its lists: what is in it people know, while a rare word ("brach") is more often
// a misspelt one. The other languages have one list.
struct WordListFile {
  const char* lang;
  const char* file;
};
constexpr WordListFile kLists[] = {
    {"en", "american-english-small"},
    {"en", "british-english-small"},
    {"da", "danish"},
    {"de", "ngerman"},
    {"es", "spanish"},
    {"fr", "french"},
    {"it", "italian"},
    {"nl", "dutch"},
    {"pt", "portuguese"},
    {"sv", "swedish"},
};
constexpr size_t kShortest = 4;  // characters: spelling leaves shorter words alone

// Debian's Swedish list is in ISO 8859-1, the others are in UTF-8.
std::string as_utf8(std::string_view line) {
  if (first_invalid_utf8(line) == std::string_view::npos) return std::string(line);
  std::string out;
  for (const char c : line) append_utf8(out, static_cast<uint8_t>(c));
  return out;
}

// Letters alone: what an apostrophe or a hyphen joins, spelling looks at piece by piece.
bool is_word_of_letters(std::string_view word) {
  size_t characters = 0;
  for (size_t i = 0; i < word.size(); ++characters) {
    const char32_t c = next_code_point(word, i);
    if (classify(c) != CharClass::word || (c >= '0' && c <= '9')) return false;
  }
  return characters >= kShortest;
}

void add_words(const std::string& path, std::vector<std::string>& out) {
  const std::string text = read_file(path);
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string word = fold_case(as_utf8(std::string_view(text).substr(at, end - at)));
    if (is_word_of_letters(word)) out.push_back(std::move(word));
    at = end + 1;
  }
}

void make_general_words(const std::string& folder, const std::string& out) {
  std::map<std::string, std::vector<std::string>> words;
  for (const WordListFile& list : kLists) add_words(folder + "/" + list.file, words[list.lang]);
  for (auto& [lang, list] : words) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  write_file(out, encode_general_words(words));
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: make_general_words FOLDER OUT\n", stderr);
    return 2;
  }
  try {
    signpost::make_general_words(argv[1], argv[2]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_general_words: %s\n", error.what());
    return 1;
  }
}
