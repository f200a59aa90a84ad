// schema.h - what lies where in a generation: files, term prefixes, field weights, the fixed-size record of a
// document. Both halves use it; a change of meaning needs a new kSchemaVersion.
// Tested by tests/unit/index/segments_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "content/document.h"

namespace signpost {

// Version of everything below a generation's directory; a reader refuses another one.
inline constexpr int kSchemaVersion = 12;

// Files of a generation.
namespace files {
inline constexpr char kDocuments[] = "docs.bin";     // DocRecord[], by document number
inline constexpr char kSegments[] = "segments.bin";  // what it is put together of (segments.h)
inline constexpr char kDead[] = "dead.bin";          // DeadCounts
inline constexpr char kNames[] = "names.bin";        // languages, categories, other values, aliases
inline constexpr char kWords[] = "words.bin";        // spelling dictionary
inline constexpr char kSuggest[] = "suggest.bin";    // titles and headings by their beginnings
inline constexpr char kRelated[] = "related.bin";    // uint32_t[kRelatedCount] a document
inline constexpr char kSite[] = "site.json";
inline constexpr char kIncidents[] = "incidents.json";  // of a generation that has any (incident_file.h)
// Where the source is in a repository.
inline constexpr char kHistory[] = "history.json";      // its commits (history_file.h)
inline constexpr char kOwners[] = "owners.json";        // who looks after which files (owners_file.h)
inline constexpr char kOriginals[] = "originals.json";  // of outdated translations (original_versions.h)
inline constexpr char kShort[] = "short.bin";           // short addresses (short_addresses.h)
// Of a generation for staff.
inline constexpr char kReplies[] = "replies.json";  // what they send again and again (reply_file.h)
// Where articles have translations.
inline constexpr char kGlossary[] = "glossary.bin";  // which words translate which (glossary.h)
// Of a generation that an embedder has given its meaning; both or none.
inline constexpr char kVectors[] = "vectors.bin";         // of the sections (section_vectors.h)
inline constexpr char kQueryTable[] = "query-table.bin";  // of the terms of queries (query_table.h)

// Of a segment, in its folder.
inline constexpr char kPostings[] = "xapian";     // directory: terms -> documents
inline constexpr char kStorePrefix[] = "store.";  // "store.000", ...: the records that DocRecord points to
}  // namespace files

inline constexpr uint32_t kRelatedCount = 5;

// What a writer never exceeds, so that a reader can refuse what does.
inline constexpr uint32_t kMaxDocuments = 1u << 28;
inline constexpr uint32_t kMaxNames = 0xFFFF;  // of categories
inline constexpr uint32_t kMaxLanguages = 1024;
inline constexpr uint32_t kMaxStores = 4096;  // of a segment

// Prefixes of boolean terms in the postings: this one, of Q<lang>:<id>, and those of fields
// (content/fields.h). Content terms have none; they never begin with an upper-case letter, because they are
// folded.
inline constexpr char kIdPrefix[] = "Q";

// Where in a document a word stands.
// The words of a link are about the page that it leads to, more than about the one that has it.
enum class Zone : uint8_t { title, summary, tags, heading, body, link };
inline constexpr int kZoneCount = 6;

// How often a word counts in the impact that the postings keep (impact.h), by zone. Only the first, coarse
// pass uses it; the ranking that users see reads the zones themselves (search/ranking.h).
inline constexpr uint32_t kPostingWeight[kZoneCount] = {6, 2, 2, 3, 1, 1};

// One document, as the ranking needs it. 96 bytes, little-endian, in docs.bin at (document number - 1).
struct DocRecord {
  uint64_t store_offset = 0;  // of the record in its store file
  uint32_t store_file = 0;    // counted through all segments
  uint32_t forward_size = 0;  // bytes of the record's parts, which follow each other
  uint32_t text_size = 0;
  uint32_t meta_size = 0;
  uint32_t body_size = 0;
  uint32_t zone_length[kZoneCount] = {};  // positions; that of links is the body's
  uint32_t family = 0;                    // the same for all languages of one id
  uint32_t order = 0;                     // place among all documents by weight, rank, title: for lists
  uint32_t updated = 0;                   // days since 1970-01-01, 0 when unknown
  int32_t votes = 0;
  int32_t weight = 0;
  uint16_t language = 0;  // index into names.bin's tables
  uint16_t category = 0;
  uint16_t answers = 0;
  Kind kind = Kind::help;
  uint8_t solved = 0;
  uint32_t structure_size = 0;  // bytes of that part
  uint32_t review_by = 0;       // as `updated`
  uint32_t card_size = 0;       // bytes of that part; 0 for none
  uint32_t unused = 0;          // so that no byte pads
};
static_assert(sizeof(DocRecord) == 96);

// A term that says what a document is about, and how much.
struct SalientTerm {
  uint32_t hash = 0;
  float weight = 0;
};

// Path of a store file: "<dir>/store.000".
std::string store_path(const std::string& segment_dir, uint32_t number);

// The unique term of a document.
std::string id_term(std::string_view lang, std::string_view id);

// Terms of Xapian are limited to 245 bytes: cuts what is longer.
std::string boolean_term(std::string_view term_prefix, std::string_view value);

// "/" in the default language, "/ko/" in another.
std::string home_url(std::string_view default_language, std::string_view lang);

// "/<lang>/articles/<id>" or "/community/<id>", percent-encoded.
std::string page_path(Kind kind, std::string_view lang, std::string_view id);

}  // namespace signpost
