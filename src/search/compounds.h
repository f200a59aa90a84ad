// compounds.h - the words of an index that two words of a query make up ("Kontolöschung" for "Konto
// löschen"), and the two that one is made of, in languages that write them as one. Tested by
// tests/unit/search/compounds_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/word_list.h"

namespace signpost {

// German, Dutch, Afrikaans, the languages of Scandinavia, Finnish, Estonian and Hungarian. `lang`: any code.
bool writes_compounds_as_one(std::string_view lang);

// A word as it was typed, folded, and its stem.
struct TypedWord {
  std::string surface;
  std::string stem;
};

// The words, most frequent first, in which the one stands before the other, or the other before the one, with
// nothing between but what joins parts (s, n, en, ...): in any form of the first, and any of what begins like
// the second ("löschen", "Löschung").
std::vector<std::string> compounds_of(const WordList& words, const TypedWord& one, const TypedWord& other,
                                      size_t limit);

// The two parts of a compound by the words of the index, each in the forms that it has there; empty when it
// isn't one.
struct CompoundParts {
  std::vector<std::string> first;
  std::vector<std::string> second;
};
CompoundParts parts_of_compound(const WordList& words, std::string_view compound);

}  // namespace signpost
