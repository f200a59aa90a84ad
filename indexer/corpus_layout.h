// corpus_layout.h - what the place of a Markdown file says of it: kind, language, category, default id.
// Tested by tests/unit/indexer/corpus_layout_test.cc.
//
//   help/<lang>/<category>/<slug>.md             an article; the id is the slug
//   community/<lang>/<thread>/question.md        a thread, with answer-*.md beside it; the id is the folder's
//   incidents/<lang>/<folders>/<name>.md         a file of an incident; the id is the name
//   any/other/<folders>/<name>.md                an article; the id is the whole path without the language,
//                                                which path_languages.h finds
//
// ".mdx" and ".markdown" are as ".md" for articles.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/parse.h"
#include "content/site.h"
#include "indexer/path_languages.h"
#include "indexer/source_walk.h"

namespace signpost {

inline constexpr char kIncidentFolder[] = "incidents/";

enum class FileRole { article, question, answer, stray_post, incident };

struct Placement {
  FileRole role = FileRole::article;
  SourceInfo info;
  std::string thread_folder;   // of a thread's files: "community/en/how-do-i/"
  std::string former_id = {};  // that the article had when folders kept their numbers; "" when it is the same
  bool says_language = true;   // otherwise it is the site's default
  bool id_is_path = false;     // the whole of it, so that files of one name have different ones
};

class CorpusLayout {
 public:
  // Looks at all files first, because what is common to nearly all paths is no category; but not at those of
  // incidents, which so change nothing for others, and need no others to be known in languages that the site
  // has. Without a site.yaml (`site_is_default`), or with one that names no languages, articles show which
  // there are.
  CorpusLayout(const std::vector<SourceEntry>& markdown, const Site& site, bool site_is_default);

  Placement place(const std::string& path) const;

  // Threads are known by their files. These come to the others and change nothing for them.
  void add_threads(const std::vector<SourceEntry>& markdown) { find_thread_folders(markdown); }

 private:
  struct Files;
  CorpusLayout(const Files& files, const Site& site, bool site_is_default);
  bool lists(const std::string& category) const;  // does site.yaml?
  std::string plain_folder(const std::string& folder) const;
  std::string category_id(const std::string& folder) const;
  void find_numbered_folders(const std::vector<SourceEntry>& markdown);
  std::string category_of(const std::vector<std::string>& folders, bool is_folder_page) const;
  std::string without_language(const std::string& name, std::string& lang) const;
  Placement place_help(const std::string& path, const std::vector<std::string>& parts) const;
  Placement place_post(const std::string& path, const std::vector<std::string>& parts) const;
  Placement place_other(const std::string& path, const std::vector<std::string>& parts) const;
  void find_thread_folders(const std::vector<SourceEntry>& markdown);
  void find_common_folders(const std::vector<SourceEntry>& markdown);

  const Site& site_;
  const PathLanguages languages_;
  const PathLanguages incident_languages_;
  std::set<std::string, std::less<>> thread_folders_;
  std::set<std::string, std::less<>> numbered_;  // names of folders with a number, as others beside them have
  std::vector<std::string> common_folders_;  // without the language: those that nearly all articles lie in
};

}  // namespace signpost
