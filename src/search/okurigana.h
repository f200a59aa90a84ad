// okurigana.h - Japanese compounds of two verbs with and without the kana between them: 取消 and 取り消し.
// Tested by tests/unit/search/okurigana_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

// The two pairs of characters that a pair of kanji may be elsewhere: {"取り", "り消"} among others for
// "取消". Empty for other pairs. Not particles: nobody writes 東と西 for 東西.
std::vector<std::pair<std::string, std::string>> with_kana_between(std::string_view pair);

// The reverse: "取消" for the neighbours "取り" and "り消"; "" for all others.
std::string without_kana_between(std::string_view pair, std::string_view next_pair);

}  // namespace signpost
