// corpus.h - the documents of a source folder, each with its files and its identity, before any is rendered.
// Tested by tests/unit/indexer/corpus_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "content/diagnostic.h"
#include "content/parse.h"
#include "content/site.h"
#include "indexer/file_state.h"
#include "indexer/id_claims.h"
#include "indexer/private_places.h"
#include "indexer/source_folder.h"

namespace signpost {

struct SourceDocument {
  SourceInfo info;                 // path, kind, and the id and language that it will have
  std::vector<std::string> files;  // relative paths; a thread's question first
  uint64_t bytes = 0;              // of all files
  Internal internal = Internal::no;
};

struct LanguageUse {
  uint64_t documents = 0;
  std::string first_path;
};

// What became of every Markdown file: markdown == in documents + incidents + drafts + excluded + left_out +
// internal + replies.
struct FileCounts {
  uint64_t markdown = 0;
  uint64_t drafts = 0;
  uint64_t excluded = 0;
  uint64_t left_out = 0;
  uint64_t incidents = 0;  // files of incidents, whatever becomes of them
  uint64_t internal = 0;   // for staff alone, in a corpus for everybody
  uint64_t replies = 0;    // saved ones of staff, in a corpus for them
};

// The language of documents whose path and front matter say none, where site.yaml doesn't either.
struct FoundLanguage {
  std::string code;        // "" when there is no such document
  bool told = false;       // by the letters of their text; otherwise it is the one that all sites begin with
  bool doubtful = false;   // and the text does not look like it
  std::string first_path;  // of such a document
};

struct Corpus {
  std::optional<SourceFolder> source;                 // where its files are read; set by scan_corpus()
  std::vector<SourceDocument> documents;              // sorted by path
  std::unordered_map<std::string, uint32_t> by_path;  // every file of every document -> its number
  std::unordered_set<std::string> other_files;        // whatever an article may show or offer
  std::unordered_map<std::string, std::vector<uint32_t>> by_address;  // SourceInfo::addresses -> documents
  std::unordered_map<std::string, std::string> spellings;  // usual_spelling() -> a path that has another
  std::map<std::string, LanguageUse> languages;
  FoundLanguage unsaid;
  std::vector<SourceInfo> incidents;  // one a file, sorted by path: no documents, but known in `states`
  std::vector<SourceInfo> replies;    // likewise, of a corpus for staff: saved_reply.h
  std::vector<std::string> lists;     // paths of SUMMARY.md, which are no documents
  std::vector<uint32_t> ranks;        // by document: DocumentPlace::rank; set by find_reading_order()
  FileCounts files;
  std::vector<KeptBackBy> kept_back;         // by settings of other tools
  std::unordered_set<std::string> internal;  // in a corpus for everybody: paths of articles that aren't in it
  std::optional<FileCounts> incident_files;  // of `files` those that scan_incidents() counts, where it can
  bool has_internal_parts = false;           // in files that everybody may read otherwise
  bool waits_for_time = false;               // a page says that it may be read from some day on, or until one
  SourceStates states;                       // of every folder, and of every Markdown file that was read
  std::vector<Diagnostic> diagnostics;
};

// What a run knows from the one before: files that are as they were are not read again, and folders not
// listed. `published` is asked once, when ids are given out.
struct LastRun {
  const FileStates* files = nullptr;
  FolderStates folders = {};
  std::function<Published()> published = {};
};

// Whether the source of a corpus for everybody has anything that only staff may read.
bool has_internal(const Corpus& corpus);

// Lists and identifies what the readers of `source` may read. What is for everybody is as if nothing else
// were there; for staff it has what it has for everybody, by the `published` of `last`, and what is internal
// comes to it. `site_is_default`: no site.yaml says which languages there are. A language that documents say
// is one of the site's where it means the same or is a variant of it and no document says it another way, as
// all "en-US" are "en" in a site that lists that alone. Within a language every id is used once, as
// settle_ids() gives them. Throws Error{not_found} or Error{io} when the folder can't be read at all.
Corpus scan_corpus(const SourceFolder& source, const Site& site, bool site_is_default,
                   const std::string& output_dir, LastRun last = {});

// What lies in incidents/ by itself, as a corpus without documents. nullopt where something of it says more
// than what an incident's file does: an article, a list of pages, settings of another tool. `kept_back`: of
// the whole source. Throws Error{io} as above.
std::optional<Corpus> scan_incidents(const SourceFolder& source, const Site& site, bool site_is_default,
                                     const std::vector<KeptBackBy>& kept_back, const std::string& output_dir,
                                     LastRun last = {});

// The URL of a document's page: "/en/articles/<id>" or "/community/<id>", percent-encoded.
std::string page_path(const SourceInfo& info);

}  // namespace signpost
