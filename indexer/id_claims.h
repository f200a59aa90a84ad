// id_claims.h - which document has which id where several want the same. An address that was published stays
// with its article as long as the article's file lives; who comes later gets another.
// Tested by tests/unit/indexer/id_claims_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/parse.h"
#include "content/redirects.h"
#include "indexer/file_state.h"
#include "indexer/source_folder.h"

namespace signpost {

struct PublishedDocument {
  std::string_view path;  // of its file
  Kind kind = Kind::help;
  std::string_view lang;
  std::string_view id;
  const std::vector<std::string>* aliases = nullptr;  // never nullptr in a Published
};

// What the last generation answers; views of what its maker keeps.
struct Published {
  std::vector<PublishedDocument> documents;  // sorted by path
  const FileStates* files = nullptr;         // as they were then; nullptr when nobody knows
};

// What one document wants.
struct IdClaim {
  SourceInfo* info = nullptr;  // in: with the id that it wants; out: with the one that it has
  bool says_id = false;        // that id stands in its front matter
  std::string path_id;         // that its whole path gives, in folders of another layout than ours; else ""
  bool left_out = false;       // out: it says the id of another, and stays out for that
};

// `claims` are sorted by path; `files` are as they are now. Within a kind and language every id is given
// once: to whoever is published with it, then to those that say it, then to those that it is the default of.
// What is taken gets "-2" behind it, or the id of its path. Addresses that front matter states go from
// `addresses` to `taken` where they lead to another article since the last generation. Rules: address-taken,
// alias, duplicate-id, id-collision.
std::vector<Diagnostic> settle_ids(std::vector<IdClaim>& claims, const Published& published,
                                   const std::vector<Redirect>& redirects, const FileStates& files,
                                   const SourceFolder& source);

}  // namespace signpost
