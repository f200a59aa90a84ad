// shown_text.h - texts of authors and visitors where others see them: cut to a length in lists, and without
// the invisible characters that reorder or hide text where no markup can isolate them. Tested by
// tests/unit/base/shown_text_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

// Of a title where it stands among others, as HTML writes it.
inline constexpr size_t kTitleBytes = 360;

// Bytes that it takes in HTML.
size_t html_size(std::string_view text);
// At most so many bytes, counted as HTML writes them ('"' takes 6), cut between characters; "…" stands for
// what is missing.
std::string shortened(std::string_view text, size_t max_bytes);

// For titles of windows, meta elements, JSON-LD, attributes, mails: without the characters that turn the
// direction of what follows (U+202A..202E, U+2066..2069, U+200E, U+200F, U+061C) and without invisible ones.
// The joiners U+200C and U+200D stay between two letters or pictures, where Persian, the scripts of India and
// emoji need them. Elsewhere <bdi> isolates a text, and it stays as it is.
std::string without_bidi_controls(std::string_view text);

}  // namespace signpost
