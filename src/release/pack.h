// pack.h - `signpost-index pack`: a generation as one file, the same for the same articles.
// Tested by tests/unit/release/pack_test.cc.
#pragma once

#include <iosfwd>
#include <string>

namespace signpost {

struct PackOptions {
  std::string index = "index";  // an index directory (its published generation), or one generation
  std::string output;           // the file to write
  std::string revision;         // of the articles, to be told again by `publish`; "" for none
  std::string program;          // who packs: "signpost-index 0.1.0"
};

// Verifies the generation, writes the pack beside `output` and renames it to that, and prints its name, size
// and SHA-256 sum. Its times are 1970-01-01, or SOURCE_DATE_EPOCH (reproducible-builds.org).
//
// The pack depends only on the articles, the version of Signpost and of the libraries, and the number of
// processes (`--jobs`) that indexed, in a full run: names and times of the generation are left out, its
// segments are numbered, and the random UUID that Xapian gives each database is replaced by one made from the
// other files' sums. Throws Error. Returns 0.
int run_pack(const PackOptions& options, std::ostream& out);

}  // namespace signpost
