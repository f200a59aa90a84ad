// visibility.h - what front matter says of who may read a page, in whoever's words, and what follows from it.
// Tested by tests/unit/content/visibility_test.cc.
//
// Internal is what staff alone may read. Shut is what its author keeps back: drafts, what is private or
// hidden, what has its day still to come or behind it. What is unlisted elsewhere (reached by its address
// alone) is shut here, where all that is served can be found. Unclear is what says something about it that
// can't be understood.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "content/head_entries.h"

namespace signpost {

struct Visibility {
  enum class Verdict : uint8_t { open, internal, unclear, shut };  // what keeps more back is greater
  Verdict verdict = Verdict::open;
  std::string key;                                      // that says so; "" where none does
  std::string value;                                    // in the author's words, cut short
  int64_t from = std::numeric_limits<int64_t>::min();   // seconds since 1970: shut before
  int64_t until = std::numeric_limits<int64_t>::max();  // and from then on
  std::string from_key;
  std::string until_key;
  bool operator==(const Visibility&) const = default;
};

// True for a key that says who may read the page, or when.
bool is_visibility_key(std::string_view key);

// Adds what one key says; what keeps more back counts. Returns whether it is a key of these, and its value
// was understood.
bool add_visibility(const HeadEntry& entry, Visibility& visibility);

// The whole of it: every key, and of a head that can't be read as such, or has no end, the lines that seem to
// have one of them. `entries` is what read_head_entries() made of `source`.
Visibility read_visibility(const SplitSource& source, const HeadEntries& entries);

// What to do with the page at this time.
struct Judgement {
  Visibility::Verdict verdict = Visibility::Verdict::open;
  std::string key;      // in the front matter
  std::string message;  // of what is not open: "is a draft"
};
Judgement judge(const Visibility& visibility, int64_t now);

}  // namespace signpost
