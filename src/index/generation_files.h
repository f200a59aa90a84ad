// generation_files.h - the closed list of the files that a generation is made of. Whoever reads a generation
// or a pack refuses any other name before anything is opened: a library that guesses a format from what lies
// in a folder, as Xapian does, must not find a file that no writer of ours made. Tested by
// tests/unit/index/generation_files_test.cc.
#pragma once

#include <string_view>

#include "index/schema.h"

namespace signpost {

// A path below a generation's directory, with '/' between its parts:
//
//   docs.bin segments.bin dead.bin names.bin words.bin suggest.bin related.bin site.json
//   glossary.bin vectors.bin query-table.bin incidents.json history.json owners.json replies.json
//   short.bin
//   segments/000042/store.000
//   segments/000042/xapian/iamglass postlist.glass flintlock
//   sitemaps/000001.xml
//   files/ANYTHING     copies of what articles show; each part a name that a person can read
bool is_generation_file(std::string_view path);

// The folder of a segment: "segments/" and six to twelve digits.
bool is_segment_path(std::string_view path);

// What is served as it lies there.
inline constexpr char kAssetFolder[] = "files";
inline constexpr char kSitemapFolder[] = "sitemaps";

// The files that a generation has (the last seven: may have), and the postings of every segment. Xapian makes
// the lock with a new database.
inline constexpr const char* kFilesOfGeneration[] = {
    files::kDocuments,  files::kSegments,  files::kDead,    files::kNames,    files::kWords,
    files::kSuggest,    files::kRelated,   files::kSite,    files::kGlossary, files::kVectors,
    files::kQueryTable, files::kIncidents, files::kHistory, files::kOwners,   files::kReplies,
    files::kShort,      files::kOriginals};
inline constexpr const char* kFilesOfPostings[] = {"iamglass", "postlist.glass", "flintlock"};

}  // namespace signpost
