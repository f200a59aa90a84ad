// cjk_emphasis.h - emphasis beside Chinese, Japanese and Korean, which have no space where CommonMark wants
// one:
// `**저장(Save)**을`. Tested by tests/unit/content/cjk_emphasis_test.cc.
#pragma once

#include <cmark-gfm.h>

#include <string>
#include <string_view>

namespace signpost {

// CommonMark lets a mark end emphasis after punctuation only before space or punctuation, and begin it
// likewise (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis). Where that left marks as text
// in a paragraph, heading or table of `root`, the tree of `text`, the result is the text with a rare space
// beside those that stand next to a letter of these languages and have their partner; parsed again it is as
// it was meant. "" when there is nothing to do: what CommonMark reads as emphasis stays as it is.
std::string space_cjk_emphasis(std::string_view text, cmark_node* root);

// Takes those spaces out of a tree again.
void unspace_cjk_emphasis(cmark_node* root);

}  // namespace signpost
