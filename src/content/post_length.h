// post_length.h - how long a text is where people post it, as these places count, and where it may be cut.
// Tested by tests/unit/content/post_length_test.cc, and against X's own library by
// tests/e2e/post_length.test.mjs.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace signpost {

// A post of X: letters of most scripts count one, those of Chinese, Japanese and Korean, and emoji, two, and
// an address 23, whatever its length (docs.x.com/fundamentals/counting-characters).
inline constexpr size_t kXLimit = 280;
size_t x_length(std::string_view text);

// Of Mastodon: graphemes, of which an address with a protocol has 23
// (docs.joinmastodon.org/user/posting/#text).
inline constexpr size_t kMastodonLimit = 500;
size_t mastodon_length(std::string_view text);

// Of Bluesky: graphemes, and no more than so many bytes (atproto's lexicon app.bsky.feed.post).
inline constexpr size_t kBlueskyLimit = 300;
inline constexpr size_t kBlueskyBytes = 3000;
size_t grapheme_count(std::string_view text);

// Behind each of the first `most` graphemes of the text, in bytes: what a person takes for one character is
// never cut (Unicode's UAX 29). REQUIRES: valid UTF-8.
std::vector<size_t> grapheme_ends(std::string_view text, size_t most);

}  // namespace signpost
