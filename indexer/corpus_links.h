// corpus_links.h - where the links of a corpus lead.
// Tested by tests/unit/indexer/corpus_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/parse.h"
#include "indexer/corpus.h"

namespace signpost {

// Answers from `corpus`, which must outlive it.
LinkResolver make_link_resolver(const Corpus& corpus);

// LinkResolver::page_at(). Of documents that share an address, the one in `lang` counts, else the first.
std::optional<std::string> page_at(const Corpus& corpus, const std::string& address, std::string_view lang);

// Notes a path that has another spelling than the usual one. Of files that differ in spelling alone, one is
// meant whatever their order.
void note_spelling(const std::string& path, Corpus& corpus);
void note_spellings(Corpus& corpus);  // of all its files

}  // namespace signpost
