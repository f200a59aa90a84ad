// interface_words.h - the words that rendering adds to an author's text, in the languages of the interface.
// They stand in web/i18n with all others; those that begin with "content_" are compiled in, so that the
// indexer needs no files of web/. Tested by
// tests/unit/content/interface_words_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// The text with this key; English in languages that the interface doesn't have, the key where there is no
// such text.
std::string_view interface_word(std::string_view key, std::string_view lang);

// The same with its one {place} replaced by `value`.
std::string interface_words_with(std::string_view key, std::string_view lang, std::string_view value);

}  // namespace signpost
